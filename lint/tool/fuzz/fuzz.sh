#!/bin/sh
# fuzz.sh - runs libFuzzer on the targets, one after the other.
#
# usage: fuzz.sh BUILD SECONDS [TARGET…]
# Starts from testdata/fuzz/TARGET and what earlier runs kept in BUILD/corpus/TARGET.
# Leaves what it finds in BUILD as TARGET-crash-*, and fails. Minimize that with
#   BUILD/fuzz --target=TARGET -minimize_crash=1 -max_total_time=60 FILE
# and keep it as testdata/fuzz/TARGET/crash-SITUATION, where `make test` runs it again.
set -u
build=$1
seconds=$2
shift 2
if [ $# -eq 0 ]; then
    for folder in testdata/fuzz/*/; do
        set -- "$@" "$(basename "$folder")"
    done
fi
status=0

for target in "$@"; do
    if ! [ -d "testdata/fuzz/$target" ]; then
        echo "stet: no such fuzz target: $target" >&2
        exit 2
    fi
    mkdir -p "$build/corpus/$target"
    # An article takes milliseconds; five seconds mean a loop, and 1 GiB means a leak.
    "$build/fuzz" --target="$target" -max_total_time="$seconds" -max_len=4096 \
        -timeout=5 -rss_limit_mb=1024 -verbosity=1 -print_final_stats=1 \
        -dict="testdata/fuzz/$target.dict" -artifact_prefix="$build/$target-" \
        "$build/corpus/$target" "testdata/fuzz/$target" >"$build/$target.log" 2>&1
    ended=$?
    if [ $ended -eq 0 ]; then
        grep '^Done' "$build/$target.log" | sed "s/^/$target: /"
    else
        echo "$target: found something (status $ended), see $build/$target.log"
        tail -n 25 "$build/$target.log"
        status=1
    fi
done
exit $status
