# script_cases.sh - what tests of the program that are scripts have in common; to be sourced.
# shellcheck shell=sh
#
# The caller has the build folder in $1. Sets `build`, `stet`, and `work`, a folder that goes
# when the script ends.
build=$(cd "$1" && pwd)
# shellcheck disable=SC2034 # for the caller
stet=$build/stet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' INT TERM
passed=0
failed=0
export LC_ALL=C
# The command line is never freed: its process ends with it.
export ASAN_OPTIONS=detect_leaks=0

# same NAME WANTED GOT: counts a case; of one that fails, shows $work/err as well.
same() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s: expected\n%s\nbut got\n%s\n' "$1" "$2" "$3"
        sed 's/^/stderr: /' "$work/err"
    fi
}

# places: the findings of the format `unix`, from standard input, as `path:line:rule`.
places() {
    sed -nE 's/^(.*):([0-9]+):[0-9]+: .*\[([A-Z0-9]+)\/[^]]*\]$/\1:\2:\3/p'
}

# tell: the counts, as cmocka prints them; false when a case failed.
tell() {
    echo "[  PASSED  ] $passed test(s)."
    [ $failed = 0 ] || echo " $failed FAILED TEST(S)"
    [ $failed = 0 ]
}
