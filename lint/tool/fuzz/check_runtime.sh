#!/bin/sh
# check_runtime.sh - checks that there is a clang with libFuzzer, or says what is missing.
set -u

probe=$(mktemp)
trap 'rm -f "$probe"' EXIT
echo 'int LLVMFuzzerTestOneInput(const char *d, unsigned long n) { return !d && n; }' |
    clang -xc -fsanitize=fuzzer,address -o "$probe" - 2>/dev/null && exit 0
echo "stet: fuzzing needs clang with libFuzzer's runtime" \
    "(Debian 12: apt-get install clang libclang-rt-14-dev)" >&2
exit 1
