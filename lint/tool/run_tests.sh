#!/bin/sh
# run_tests.sh - runs cmocka test programs; shows what failed; ends in one line of counts.
set -u

passed=0
failed=0
skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# The last number on the lines that a pattern selects, added up.
count() {
    grep -E "$1" "$log" | grep -oE '[0-9]+ (test|TEST)\(?S?s?\)?|[0-9]+ FAILED' |
        awk '{ sum += $1 } END { print sum + 0 }'
}

for program in "$@"; do
    case $program in
    *.sh) sh "$program" >"$log" 2>&1 ;;
    *) "$program" >"$log" 2>&1 ;;
    esac
    status=$?
    good=$(count '^\[  PASSED  \]')
    bad=$(count '^ *[0-9]+ FAILED')
    [ "$bad" -gt 0 ] || bad=$(grep -E '^\[  FAILED  \] /' "$log" | cut -d: -f1 | sort -u | wc -l)
    left=$(count '^\[  SKIPPED \]')
    if [ "$status" -ne 0 ]; then
        # A program that died has not counted its failure.
        [ "$bad" -gt 0 ] || bad=1
        echo "== $program failed (status $status)"
        grep -vE '^\[( RUN     |       OK |==========)' "$log"
    fi
    [ "$left" -gt 0 ] && grep '^skipped: ' "$log" | sed "s|^|$program: |"
    passed=$((passed + good))
    failed=$((failed + bad))
    skipped=$((skipped + left))
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
