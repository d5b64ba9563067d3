#!/bin/sh
# ci_page_test.sh - the recipes of docs/ci.md do what they say.
#
# usage: ci_page_test.sh BUILD
# Each command of the page runs in a repository with one old and one new finding, then in
# one without the new one, in the environment that the server gives it.
set -u
. lint/tool/script_cases.sh
root=$(pwd)
for program in git curl sha256sum bash python3; do
    command -v $program >/dev/null || {
        echo "skipped: ci_page_test.sh: no $program"
        echo "[  SKIPPED ] 1 test(s)."
        exit 0
    }
done
unset STET_RELEASES STET_VERSION GIT_DIR GIT_INDEX_FILE
export GIT_CONFIG_GLOBAL="$work/gitconfig" GIT_CONFIG_NOSYSTEM=1
printf '[user]\n name = test\n email = test@localhost\n[init]\n defaultBranch = main\n' >"$GIT_CONFIG_GLOBAL"
mkdir "$work/blocks" "$work/bin" "$work/release"
awk -v folder="$work/blocks" -f lint/tool/workflows/page_blocks.awk docs/ci.md >"$work/commands"

# What the page names is what there is.
version=$(sed -n 's/^VERSION ?= //p' Makefile)
homepage=$(sed -n 's/^HOMEPAGE ?= //p' Makefile)
same "versions of the page" "v$version" "$(grep -oE 'v[0-9]+\.[0-9]+\.[0-9]+' docs/ci.md |
    grep -v v4.2.2 | sort -u)"
same "other names with a version" "$version" "$(grep -oE 'stet-[0-9.]+[0-9]' docs/ci.md |
    sed 's/stet-//' | sort -u)"
same "the project" "stet-lint/stet" "$(sed -n 's/.*uses: \(stet.*\)@.*/\1/p' docs/ci.md)"
same "hooks of the page" "" "$(grep -o '{id: [a-z-]*}' docs/ci.md | tr -d '{}' |
    while read -r hook; do grep -qx -e "- $hook" .pre-commit-hooks.yaml || echo "$hook"; done)"
same "each call of stet is a command" "$(cat "$work"/blocks/* | grep -c 'stet check\|stet baseline')" \
    "$(grep -c 'stet check\|stet baseline' "$work/commands")"

# The project's pages, from here.
name=$(make -s print-RELEASE_NAME)
page_name=$(grep -o 'stet-[0-9.]*-linux-[a-z0-9_]*' docs/ci.md | head -1)
cp "$stet" "$work/release/$page_name"
(cd "$work/release" && sha256sum "$page_name" >checksums)
same "the name of the program" "${name%-*}" "${page_name%-*}"
cat >"$work/bin/curl" <<END
#!/bin/bash
exec $(command -v curl) "\${@/#"$homepage/releases/download/v$version/"/file://$work/release/}"
END
ln -s "$stet" "$work/bin/stet"
chmod +x "$work/bin/curl"
PATH=$work/bin:$PATH

# A server's clone of a branch with a finding in an old line and one in a new line.
git init -q "$work/server" && cd "$work/server" || exit 2
mkdir articles ci
cp "$(grep -l '^set -e$' "$work"/blocks/*.sh)" ci/get-stet.sh
printf '# A\n\nold\ttab\n' >articles/a.md
git add -A && git commit -qm base
git checkout -qb change
printf '# B\n\nnew\ttab\n' >articles/b.md
git add -A && git commit -qm change
git checkout -q main
git clone -q "$work/server" "$work/clone" && cd "$work/clone" || exit 2
git checkout -q change
base=$(git rev-parse origin/main)

# Of each recipe, the commands in turn; the last one's status and the report.
recipe() {
    git clean -qfdx
    state=0
    while read -r number language command; do
        [ "$number.$language" = "$1" ] || continue
        (
            export CI_MERGE_REQUEST_DIFF_BASE_SHA="$base"
            export SYSTEM_PULLREQUEST_TARGETBRANCHNAME=main CHANGE_TARGET=main
            eval "$command"
        ) >"$work/log" 2>"$work/err" </dev/null
        state=$?
        case $command in *check*) ;; *) [ $state = 0 ] || return ;; esac
    done <"$work/commands"
}

# findings: the articles that the log names, and how many files there are with findings.
findings() {
    echo "$(grep -o 'articles/.\.md' "$work/log" | sort -u | tr '\n' ' ')" \
        "$(find . \( -name '*.json' -o -name '*.xml' \) -exec grep -l no-hard-tabs {} + | wc -l | tr -d ' ')"
}

# Every recipe but Azure's has a report beside its log.
files() {
    case $1 in "$azure") echo 0 ;; *) echo 1 ;; esac
}

recipes=$(grep 'check --since' "$work/commands" | sed 's/^\([0-9]*\) \([a-z]*\) .*/\1.\2/')
same "recipes with --since" 4 "$(echo "$recipes" | wc -l | tr -d ' ')"
azure=$(sed -n 's/^\([0-9]*\) \([a-z]*\) .*--format azure .*/\1.\2/p' "$work/commands")
for recipe in $recipes; do
    recipe "$recipe"
    same "recipe $recipe: a new finding" "1 articles/b.md  $(files "$recipe")" "$state $(findings)"
done
for recipe in $recipes; do
    git checkout -q change
    printf '# B\n' >articles/b.md
    recipe "$recipe"
    same "recipe $recipe: nothing new" "0  0" "$state $(findings)"
    git checkout -q articles
done

# The program that came is the one with the sum; another is refused.
sh ci/get-stet.sh >"$work/log" 2>"$work/err"
same "the program" same "$(cmp .stet/stet "$stet" && echo same)"
echo >>"$work/release/$page_name"
rm -r .stet
sh ci/get-stet.sh >"$work/log" 2>"$work/err"
same "another program is refused" "1 no" "$? $([ -e .stet/stet ] && echo yes || echo no)"
rm -rf .stet

# The baseline; its three commands, of which the second sees a new finding.
git checkout -q main 2>/dev/null
grep ' stet ' "$work/commands" | sed 's/^[0-9]* sh //' >"$work/baseline"
same "three commands" 3 "$(wc -l <"$work/baseline" | tr -d ' ')"
sh "$work/baseline" >"$work/log" 2>"$work/err"
same "with a baseline" 0 $?
printf 'new\ttab\n' >>articles/a.md
sed -n 2p "$work/baseline" | sh >"$work/log" 2>"$work/err"
same "a new finding" "1 1" "$? $(grep -c MD010 "$work/log")"
git checkout -q articles

# What GitHub's recipe gives the action.
with=$(awk '/uses: stet-lint/ { inside = 1; next } /^```/ { inside = 0 } inside && /^          / {
    sub(/^ */, ""); print }' "$root/docs/ci.md")
same "inputs of the action" "" "$(echo "$with" | sed 's/:.*//' | while read -r input; do
    grep -qx "  $input:" "$root/action.yml" || echo "$input"; done)"
git checkout -q change
export RUNNER_TEMP="$work" GITHUB_OUTPUT="$work/output" STET_ARGS='' STET_FORMAT=text \
    STET_FAIL_ON=warning STET_BASELINE='' STET_ANNOTATIONS=true STET_UPLOAD_SARIF=false \
    STET_BASE="$base"
echo "$with" | sed 's/^\([a-z]*\): /\1 /' >"$work/with"
while read -r input value; do
    case $input in paths) export STET_PATHS="$value" ;; since) export STET_SINCE="$value" ;; esac
done <"$work/with"
sh "$root/packaging/action/check.sh" >"$work/log" 2>"$work/err"
same "GitHub" "1 1" "$? $(grep -c '^::warning file=articles/b.md' "$work/log")"
tell
