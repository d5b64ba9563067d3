#!/bin/sh
# cli_cases.sh - runs cases of testdata/cli: output and exit status of the program.
#
# usage: cli_cases.sh BUILD [CASE...]    without a case: all of testdata/cli
# A case is a folder with `cmd` (a shell script; $stet, $trouble, $guest and $pty are programs),
# `stdout`, `stderr` and `status` (missing: nothing, nothing, 0) and any other files it
# needs. It runs in a copy of its folder. STET_ACCEPT=1 rewrites the expected output.
set -u
build=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- testdata/cli/*/
root=$(pwd)
stet=$build/stet
trouble=$build/stet-trouble
guest=$build/stet-guest
pty=$build/pty
archive=$build/libstet.a
export stet trouble guest pty archive root
export LC_ALL=C NO_COLOR=1
# The command line is never freed: its process ends with it.
export ASAN_OPTIONS=detect_leaks=0
unset COLUMNS GITHUB_STEP_SUMMARY
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
passed=0
failed=0
skipped=0

# lacks_terminal: the case needs a terminal, and there is none to be had.
lacks_terminal() {
    grep -q '[$]pty' "$case/cmd" && ! "$pty" '' true >/dev/null 2>&1
}

# expect NAME GOT: compares GOT with the file NAME of the case.
expect() {
    wanted=$case/$1
    [ -f "$wanted" ] || wanted=/dev/null
    cmp -s "$wanted" "$2" && return 0
    if [ -n "${STET_ACCEPT:-}" ]; then
        if [ -s "$2" ]; then cp "$2" "$case/$1"; else rm -f "$case/$1"; fi
        return 0
    fi
    echo "[  FAILED  ] $case: another $1; \`make accept\` takes it"
    diff -u "$wanted" "$2" | head -40
    return 1
}

for case; do
    case=$root/${case%/}
    [ -f "$case/cmd" ] || continue
    if lacks_terminal; then
        echo "skipped: no terminal can be opened here"
        skipped=$((skipped + 1))
        continue
    fi
    folder=$work/$(basename "$case")
    # A repository of its own, so that no config or .gitignore above it counts.
    mkdir -p "$folder/.git"
    cp -R "$case/." "$folder"
    rm -f "$folder/stdout" "$folder/stderr" "$folder/status"
    (cd "$folder" && sh ./cmd) >"$work/out" 2>"$work/err" </dev/null
    echo $? >"$work/code"
    [ "$(cat "$work/code")" = 0 ] && : >"$work/code"
    ok=0
    expect status "$work/code" || ok=1
    expect stderr "$work/err" || ok=1
    expect stdout "$work/out" || ok=1
    if [ $ok = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "[  PASSED  ] $passed test(s)."
[ $skipped = 0 ] || echo "[  SKIPPED ] $skipped test(s)."
[ $failed = 0 ]
