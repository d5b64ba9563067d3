#!/bin/sh
# run_tests.sh - runs tests in parallel, shows failures and prints one line of counts.
#
# usage: run_tests.sh BUILD TEST...
# A test is a cmocka program, a shell script (*.sh) or a case of testdata/cli (its `cmd`).
# All print their counts like cmocka. Their output is shown in the order given, whichever
# ends first. With T=NAME in the environment, which the programs in lint/tool/rules/ read,
# at least one test must have run.
set -u

# run_one LOG BUILD TEST: writes the output to LOG and the exit status to LOG.status.
run_one() {
    case $3 in
    */cmd) sh lint/tool/cli_cases.sh "$2" "${3%/cmd}" ;;
    *.sh) sh "$3" "$2" ;;
    *) "$3" ;;
    esac >"$1" 2>&1 </dev/null
    echo $? >"$1.status"
}

if [ "$1" = --one ]; then
    run_one "$2" "$3" "$4"
    exit 0
fi

build=$1
shift
passed=0
failed=0
skipped=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' INT TERM

# Many tests mostly wait: two for each processor.
processors=$(getconf _NPROCESSORS_ONLN 2>/dev/null) || processors=2
n=0
for test in "$@"; do
    n=$((n + 1))
    echo "$work/$n $build $test"
done | xargs -n 3 -P $((2 * processors)) sh "$0" --one

# The sum of the last number on each line that a pattern selects.
count() {
    grep -E "$1" "$log" | grep -oE '[0-9]+ (test|TEST)\(?S?s?\)?|[0-9]+ FAILED' |
        awk '{ sum += $1 } END { print sum + 0 }'
}

n=0
for test in "$@"; do
    n=$((n + 1))
    log=$work/$n
    status=$(cat "$log.status")
    good=$(count '^\[  PASSED  \]')
    bad=$(count '^ *[0-9]+ FAILED')
    left=$(count '^\[  SKIPPED \]')
    if [ "${status:-1}" -ne 0 ]; then
        # A script, or a program that crashed, has not counted its failure.
        [ "$bad" -gt 0 ] || bad=1
        echo "== $test failed (status $status)"
        grep -vE '^\[( RUN     |       OK |==========)' "$log"
    fi
    [ "$left" -gt 0 ] && grep '^skipped: ' "$log" | sed "s|^|$test: |"
    passed=$((passed + good))
    failed=$((failed + bad))
    skipped=$((skipped + left))
done
if [ -n "${T:-}" ] && [ $((passed + failed + skipped)) -eq 0 ]; then
    echo "T=$T: no rule, keyword, case or test has that name" >&2
    exit 2
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
