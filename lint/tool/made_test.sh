#!/bin/sh
# made_test.sh - generated files are up to date, and `make help` is complete.
#
# usage: made_test.sh BUILD
set -u
build=$1
stet=$build/stet
passed=0
failed=0

# check WORDS COMMAND...: the command succeeds, or WORDS say what to do.
check() {
    words=$1
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "[  FAILED  ] $words"
        echo "$output" | head -20
    fi
}

same_schema() {
    "$stet" schema config | diff schemas/config.schema.json -
}

same_symbols() {
    sh lint/tool/symbols.sh | diff lint/base/symbols.h -
}

same_rules() {
    "$stet" rules --format json > "$build/rules.json" &&
        sh lint/tool/growth/found.sh "$build/growth" > "$build/rules.found" &&
        sh lint/tool/check_rules.sh "$build/rules.json" "$build/rules.found"
}

# Each phony target has a line `## TARGET: …`, and each such line a target.
same_targets() {
    targets=$(sed -n 's/^\.PHONY: *//p' Makefile | tr -s ' ' '\n' | sort)
    helped=$(sed -n 's/^## \([a-z-]*\):.*/\1/p' Makefile | sort)
    [ "$targets" = "$helped" ] && return
    echo "targets: $targets"
    echo "with help: $helped"
    return 1
}

check "schemas/config.schema.json is stale: run 'make config-schema'" same_schema
check "lint/base/symbols.h is stale: run 'make symbols'" same_symbols
check "the targets of .PHONY and the lines of 'make help' differ" same_targets
check "what is said of a rule differs from place to place: see 'make check-rules'" same_rules
echo "[  PASSED  ] $passed test(s)."
[ "$failed" -eq 0 ]
