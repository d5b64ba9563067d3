#!/bin/sh
# pre_commit_test.sh - the hooks of .pre-commit-hooks.yaml do their work in pre-commit, offline.
#
# usage: pre_commit_test.sh BUILD
# They run on a repository with 300 articles, from a copy of this repository as git has it.
set -u
build=$(cd "$1" && pwd)
work=$(mktemp -d)
server=
stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 2' INT TERM
# What a user has set for make, git and pip is not for these; nobody answers at port 9.
unset MAKEFLAGS MFLAGS MAKELEVEL STET_RELEASES GIT_DIR GIT_INDEX_FILE
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 ASAN_OPTIONS=detect_leaks=0
export PIP_NO_INDEX=1 PIP_DISABLE_PIP_VERSION_CHECK=1 VIRTUALENV_NO_PERIODIC_UPDATE=1
export http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 no_proxy=127.0.0.1
export GIT_CONFIG_GLOBAL="$work/gitconfig" PRE_COMMIT_HOME="$work/home"
export STET_BINARY="$build/stet"
# One run of pre-commit takes seconds; what takes this long hangs.
seconds=300
articles=300
passed=0
failed=0

if ! command -v pre-commit >/dev/null || ! git rev-parse --git-dir >/dev/null 2>&1; then
    echo "skipped: pre-commit is not installed, or this is no repository of git"
    echo "[  SKIPPED ] 1 test(s)."
    exit 0
fi

# check WORDS STATUS PATTERN COMMAND...: the command ends with STATUS, and a line of what it
# prints has the pattern.
check() {
    words=$1
    wanted=$2
    pattern=$3
    shift 3
    "$@" >"$work/out" 2>&1
    status=$?
    if [ "$status" -eq "$wanted" ] && grep -qE -e "$pattern" "$work/out"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$words: status $status, expected $wanted and \"$pattern\"; it printed:"
        tail -30 "$work/out"
    fi
}

same() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1: expected \"$2\" but got \"$3\""
        tail -30 "$work/out"
    fi
}

# hooks NAME...: what the config of the articles' repository asks for.
hooks() {
    echo "repos: [{repo: $work/hooks, rev: $revision, hooks: ["
    for hook; do echo "{id: $hook},"; done
    echo ']}]'
}

run_hooks() {
    timeout $seconds pre-commit run "$@"
}

# The articles as they were, and nothing staged.
restore() {
    git reset -q --hard
    git clean -qfd
}

cat >"$GIT_CONFIG_GLOBAL" <<'END'
[user]
    name = Test
    email = test@example.org
[init]
    defaultBranch = main
END
mkdir "$work/hooks" "$work/articles" "$work/wheels" "$work/bin"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$work/hooks"
cd "$work/hooks" && git init -q && git add -A && git commit -qm hooks || exit 2
revision=$(git rev-parse HEAD)

cd "$work/articles" && git init -q && mkdir texts || exit 2
i=0
while [ $i -lt $articles ]; do
    i=$((i + 1))
    printf -- '---\ntitle: Article %s\n---\n\nAbout %s.\n' $i $i >texts/$i.md
done
echo 'ignore: [drafts/]' >stet.yaml
hooks stet >.pre-commit-config.yaml
git add -A

check 'installed' 0 'pre-commit installed' timeout $seconds pre-commit install --install-hooks
check 'a commit of clean articles' 0 'stet\.+Passed' timeout $seconds git commit -m first
same 'the program itself is installed' same "$(find "$work/home" -path '*/bin/stet' \
    -exec cmp -s {} "$STET_BINARY" \; -exec echo same \;)"

printf 'text with spaces  \n\n\n\nand\ta tab\n' >texts/7.md
git add -A
check 'a commit of a bad article fails' 1 '^texts/7\.md' timeout $seconds git commit -m bad
check 'the rule is named' 1 'MD012/no-multiple-blanks' run_hooks
same 'nothing was committed' 1 "$(git rev-list --count HEAD)"
restore

mkdir drafts
printf 'a draft\n\n\n\nof a text\n' >drafts/one.md
git add -A
check 'only ignored files are staged' 0 'stet\.+Passed' timeout $seconds git commit -m draft

# What CI runs: docs/ci.md.
printf 'a text\n\n\n\nof a branch\n' >texts/8.md
git commit -q --no-verify -a -m branch
check 'the changes of a branch' 1 '^texts/8\.md' run_hooks --from-ref HEAD~1 --to-ref HEAD
git reset -q --hard HEAD~1

# Each of these has one finding, of MD012.
add_names() {
    # shellcheck disable=SC2016 # the names of files
    for name in -a.md --help.md 'with blanks.md' 'é 😀.md' "it's \"so\".md" 'a$b`c.md' \
        'a%b[1].md' 'line
end.md' page.mdx page.qmd page.Rmd UPPER.MD a.markdown a.mdown a.mkd; do
        printf '# One\n\n\ntwo\n' >"texts/$name"
    done
    printf '# One\n\n\ntwo\n' >-top.md
    git add -A
}
add_names
check 'unusual names' 1 '^-top\.md' run_hooks
same 'each of these names is checked' 16 "$(grep -c 'MD012/' "$work/out")"
echo 'one' >notes.txt && git add -A
check 'a text that is no article' 1 '' run_hooks
same 'it is not checked' 0 "$(grep -c 'notes' "$work/out")"
restore

# Chunks run at once, each with some of the files: none may be left out or come twice.
for name in texts/*.md; do printf '\n\n\nmore\n' >>"$name"; done
check 'all articles are bad' 1 '' run_hooks --all-files
grep -E '^texts/' "$work/out" | sort >"$work/named"
same 'each is named once' "$articles $articles" \
    "$(wc -l <"$work/named") $(uniq "$work/named" | wc -l)"
hooks stet-fix >.pre-commit-config.yaml
git add -A
check 'the fix hook mends' 1 'files were modified by this hook' run_hooks --all-files
same 'all are mended' "$articles" "$(git diff --name-only -- texts | wc -l)"
git add -A
check 'then it passes' 0 'stet fix\.+Passed' run_hooks --all-files
restore

# The variants for a program that is in PATH, which here counts its calls.
# shellcheck disable=SC2016 # for the script
printf '#!/bin/sh\necho call >>%s\nexec %s "$@"\n' "$work/calls" "$STET_BINARY" >"$work/bin/stet"
chmod +x "$work/bin/stet"
PATH=$work/bin:$PATH
export PATH
printf '# One\n\n\ntwo\n' >texts/1.md
hooks stet-system >.pre-commit-config.yaml
git add -A
check 'stet-system' 1 '^texts/1\.md' run_hooks --all-files
several=$(($(getconf _NPROCESSORS_ONLN) > 1))
same 'there were several calls' $several "$(($(wc -l <"$work/calls") > 1))"
hooks stet-fix-system >.pre-commit-config.yaml
git add -A
check 'stet-fix-system' 1 'files were modified' run_hooks
git add -A
check 'stet-fix-system passes then' 0 'stet fix\.+Passed' run_hooks
restore
for hook in stet stet-fix stet-system stet-fix-system; do
    check "try-repo $hook" 0 'Passed' timeout $seconds \
        pre-commit try-repo "$work/hooks" $hook --files texts/1.md
done

# The other ways to get the program, by the pip that pre-commit uses.
pip=$(find "$work/home" -path '*/bin/pip' | head -1)
wheel() {
    rm -f "$work"/wheels/*
    timeout $seconds "$pip" wheel --no-deps -w "$work/wheels" "$work/hooks"
}
# What is in the wheel answers.
packed() {
    rm -rf "$work/unpacked"
    mkdir "$work/unpacked"
    python3 -m zipfile -e "$work"/wheels/*.whl "$work/unpacked"
    find "$work/unpacked" -name stet -type f
}
version=$("$STET_BINARY" version | head -1)

STET_BINARY=$work/missing
check 'STET_BINARY that is missing' 1 'STET_BINARY is no program' wheel
unset STET_BINARY
cp "$build/stet" "$work/hooks/packaging/python/stet"
check 'a program beside the backend' 0 'Successfully built' wheel
same 'it is that program' same "$(cmp "$(packed)" "$build/stet" && echo same)"
rm "$work/hooks/packaging/python/stet"

check 'without a compiler' 1 'missing: no-such-compiler' env CC=no-such-compiler "$pip" \
    wheel --no-deps -w "$work/wheels" "$work/hooks"
check 'without the libraries' 1 'missing: .*yaml\.h' env CC='cc -nostdinc' "$pip" \
    wheel --no-deps -w "$work/wheels" "$work/hooks"
same 'the packages are named' 1 "$(grep -c 'apt-get install .*libyaml-dev' "$work/out")"

# A server of the release: it tells its port, and ends with this script.
name=$(make -s -C "$work/hooks" print-RELEASE_NAME)
mkdir "$work/release"
cp "$build/stet" "$work/release/$name"
python3 - "$work" 2>/dev/null <<'END' &
import functools, http.server, os, sys
work = sys.argv[1]
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=work + "/release")
server = http.server.HTTPServer(("127.0.0.1", 0), handler)
server.timeout = 120
with open(work + "/port.new", "w") as file:
    file.write(str(server.server_port))
os.rename(work + "/port.new", work + "/port")
for request in range(2):
    server.handle_request()
END
server=$!
waited=0
while [ ! -f "$work/port" ] && [ $waited -lt 100 ]; do
    waited=$((waited + 1))
    sleep 0.1
done
STET_RELEASES=http://127.0.0.1:$(cat "$work/port")
export STET_RELEASES
printf '%064d  %s\n' 0 "$name" >"$work/hooks/packaging/checksums"
check 'a download with another sum' 1 'is not what was released' wheel
(cd "$work/release" && sha256sum "$name") >"$work/hooks/packaging/checksums"
check 'a download' 0 'Successfully built' wheel
same 'it is what was released' same "$(chmod +x "$(packed)" && cmp "$(packed)" "$build/stet" && echo same)"
wait "$server"
server=
check 'no server, no compiler' 1 'cannot download' env CC=no-such-compiler "$pip" \
    wheel --no-deps -w "$work/wheels" "$work/hooks"
same 'then it would be compiled' 1 "$(grep -c 'missing: no-such-compiler' "$work/out")"
git -C "$work/hooks" checkout -q packaging/checksums
unset STET_RELEASES

check 'compiled' 0 'Successfully built' wheel
program=$(packed)
chmod +x "$program"
same 'what was compiled runs' "$version" "$("$program" version | head -1)"
check 'what was compiled finds' 1 'MD012/' "$program" check --no-config - <<'END'
one



two
END

echo "[  PASSED  ] $passed test(s)."
[ $failed = 0 ] || echo " $failed FAILED TEST(S)"
[ $failed = 0 ]
