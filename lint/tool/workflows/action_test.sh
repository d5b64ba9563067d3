#!/bin/sh
# action_test.sh - the steps of action.yml do their work, whatever is in their inputs.
#
# usage: action_test.sh BUILD
# Each step runs as GitHub's runner does it: its `run` line in bash, with the environment
# that action.yml gives it.
set -u
. lint/tool/script_cases.sh
root=$(pwd)
for program in bash python3; do
    command -v $program >/dev/null || {
        echo "skipped: action_test.sh: no $program"
        echo "[  SKIPPED ] 1 test(s)."
        exit 0
    }
done
unset STET_RELEASES STET_VERSION
export RUNNER_TEMP="$work/tmp dir" GITHUB_PATH="$work/path" GITHUB_OUTPUT="$work/output"
export GITHUB_ACTION_PATH="$root" GITHUB_STEP_SUMMARY="$work/summary" NO_COLOR=1
mkdir "$RUNNER_TEMP" "$work/repository"
: >"$GITHUB_PATH"

# step ID [NAME=VALUE]...: runs a step with these inputs, by the names of their variables.
# Sets `status`; the log is in $work/log.
step() {
    (
        awk -v step="$1" -f "$root/lint/tool/workflows/action_step.awk" \
            "$root/action.yml" >"$work/step"
        shift
        while read -r kind name from input default; do
            [ "$kind" = env ] || continue
            [ "$from" = input ] || default=
            : "$input"
            export "$name=$default"
        done <"$work/step"
        for given; do export "${given?}"; done
        : >"$GITHUB_OUTPUT"
        sed -n 's/^run //p' "$work/step" >"$work/run"
        bash --noprofile --norc -eo pipefail "$work/run"
    ) >"$work/log" 2>"$work/err"
    status=$?
}

# has NAME TEXT: the log has a line that begins so.
has() {
    same "$1" yes "$(awk -v text="$2" 'index($0, text) == 1 { found = 1 }
        END { print found ? "yes" : "no" }' "$work/log")"
}

# commands: what the runner takes for commands, of both kinds; not while it is told to stop.
commands() {
    awk '
        /^ *::stop-commands::/ && !stopped { stopped = "::" substr($0, 18) "::"; next }
        stopped { if ($0 == stopped) stopped = ""; next }
        /^ *::/ || /##\[/' "$work/log"
}

# The install step.
STET_BINARY=$stet
export STET_BINARY
step install
same "installed" "0 $("$stet" version | head -1)" "$status $(head -1 "$work/log")"
same "in PATH" "$RUNNER_TEMP/stet-bin" "$(cat "$GITHUB_PATH")"
unset STET_BINARY
mkdir "$work/releases"
name=$(sed -n 's/^VERSION ?= //p' Makefile)
name=stet-9.9.9-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
# A script in its place: a build with sanitizers is larger than what is downloaded.
printf '#!/bin/sh\nexec "%s" "$@"\n' "$stet" >"$work/releases/$name"
STET_RELEASES=file://$work/releases
export STET_RELEASES
step install STET_VERSION=9.9.9
same "another release without checksums" 1 "$status"
printf '%064d  %s\n' 0 "$name" >"$work/releases/checksums"
step install STET_VERSION=9.9.9
same "another release with another sum" "1 yes" \
    "$status $(grep -q 'not what was released' "$work/err" && echo yes)"
python3 -c 'import hashlib, sys
print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest() + "  " + sys.argv[2])' \
    "$work/releases/$name" "$name" >"$work/releases/checksums"
step install STET_VERSION=9.9.9
same "another release" 0 "$status"
# shellcheck disable=SC2016 # a command that must not run
for version in '../9.9.9' '$(touch ran)' '9.9.9;touch ran' '--help' 'latest'; do
    step install "STET_VERSION=$version"
    same "no version: $version" "1 yes" \
        "$status $(grep -q 'is no version' "$work/err" && echo yes)"
done
PATH=$RUNNER_TEMP/stet-bin:$PATH

# The check step.
cd "$work/repository" || exit 2
mkdir texts
printf '# Good\n' >texts/good.md
step check STET_PATHS=texts
same "clean" "0 exit-status=0" "$status $(cat "$GITHUB_OUTPUT")"
printf '# Bad\n\na\ttab\n' >'texts/bad one.md'
step check
same "findings" "1 exit-status=1" "$status $(cat "$GITHUB_OUTPUT")"
has "the report" "texts/bad one.md"
same "annotations" "::warning file=texts/bad one.md,line=3,endLine=3,col=2,endColumn=3" \
    "$(commands | sed 's/,title.*//')"
same "the page of the run" 1 "$(grep -c 'bad one' "$GITHUB_STEP_SUMMARY")"
step check STET_ANNOTATIONS=false
same "no annotations" "1 " "$status $(commands)"
step check STET_FORMAT=github
same "annotations as the report" 1 "$(commands | grep -c 'bad one')"
step check STET_FAIL_ON=error
same "fail-on" 0 "$status"
step check STET_FAIL_ON=sometimes
same "a wrong choice" "2 exit-status=2" "$status $(cat "$GITHUB_OUTPUT")"
step check 'STET_ARGS=--rule MD001  --no-fold'
same "args" 0 "$status"
step check STET_UPLOAD_SARIF=true 'STET_FORMAT=unix
junit=report one.xml
json=out.json'
same "reports" "1 1 1" "$status $(grep -c '<testsuites' 'report one.xml') $(grep -c '"diagnostics":\|"results":' out.json)"
same "sarif" "sarif-file=$RUNNER_TEMP/stet.sarif" "$(sed -n 2p "$GITHUB_OUTPUT")"
same "sarif is there" 1 "$(grep -c '"runs"' "$RUNNER_TEMP/stet.sarif")"
step check STET_UPLOAD_SARIF=true STET_FAIL_ON=sometimes
same "no old sarif" "exit-status=2" "$(cat "$GITHUB_OUTPUT")"
stet baseline -q texts
step check STET_BASELINE=stet-baseline.json STET_UPLOAD_SARIF=true
same "baseline" 0 "$status"
same "code scanning gets nothing of a baseline" '"results":[]' \
    "$(grep -o '"results":.*' "$RUNNER_TEMP/stet.sarif" | cut -c 1-12)"
rm stet-baseline.json out.json 'report one.xml'

# Names, and what a shell would make of them.
newline='
'
# shellcheck disable=SC2016 # the names of files
for odd in '-q.md' '--help.md' "it's.md" 'a"b.md' 'a;touch ran;.md' 'a|b&c.md' 'a*.md' \
    '~.md' "tab	.md" '  blanks  .md' '${{ 1 }}.md' '%0A::error::.md'; do
    printf 'a\ttab\n' >"$odd"
    step check "STET_PATHS=$odd" STET_FORMAT=unix 'STET_ARGS=--rule MD010'
    same "only the path $odd" "1 1" "$status $(grep -c 'MD010' "$work/log" | awk '{ print $1 - 1 }')"
    rm "./$odd"
done
# shellcheck disable=SC2016 # a command that must not run
for value in '$(touch ran)' '`touch ran`' '"; touch ran; "' "'; touch ran; '" '--output=ran' \
    '-oran' "x${newline}touch ran" '*' ''; do
    for name in STET_PATHS STET_ARGS STET_FORMAT STET_FAIL_ON STET_SINCE STET_BASELINE \
        STET_ANNOTATIONS STET_UPLOAD_SARIF STET_BASE; do
        # An option is what `args` is for.
        case $name$value in STET_ARGS-*) continue ;; esac
        step check "$name=$value"
        case $status in 0 | 1 | 2) ;; *) same "$name=$value" 'status 0, 1 or 2' "$status" ;; esac
    done
done
same "nothing ran" "" "$(find "$work" -name ran)"

# An article that speaks to the runner.
printf '# Bad\n\n##[stop-commands]x\ta\n\n::error::no\tb\n\n::add-mask::c\td\n' >texts/talk.md
step check STET_PATHS=texts/talk.md
same "only commands of stet" "::warning file=texts/talk.md" "$(commands | sed 's/,.*//' | sort -u)"

# Since.
if command -v git >/dev/null; then
    git init -q . && git config user.name test && git config user.email test@localhost
    git add -A && git commit -qm one
    base=$(git rev-parse HEAD)
    printf '\nnew\ttab\n' >>texts/good.md
    git commit -qam two
    step check STET_SINCE=base "STET_BASE=$base" STET_FORMAT=unix
    same "since the base" "texts/good.md:3" "$(grep -o '^texts/[^ ]*:3' "$work/log")"
    step check STET_SINCE=base STET_BASE= STET_FORMAT=unix
    same "no base, all articles" 3 "$(places <"$work/log" | sed 's/:.*//' | sort -u | wc -l | tr -d ' ')"
    step check STET_SINCE=HEAD
    same "since HEAD" 0 "$status"
    step check STET_SINCE=nowhere
    same "an unknown commit" 2 "$status"
fi

tell
