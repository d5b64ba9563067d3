#!/bin/sh
# check_sources.sh - checks that every header compiles alone and no banned function is called.
#
# usage: check_sources.sh [ROOT]
set -u
cd "${1:-.}" || exit 2
wrong=0

complain() {
    echo "$1" >&2
    wrong=1
}

headers=$(find lint rules -name '*.h' | sort)
[ -n "$headers" ] || complain "check_sources: there is no header below $(pwd)"
for header in $headers; do
    echo "#include \"$header\"" |
        ${CC:-cc} -std=c11 -I. -D_XOPEN_SOURCE=700 -fsyntax-only -xc - ||
        complain "$header: does not compile alone"
done

# Functions of the C library that are not used here.
banned='strcpy|strcat|sprintf|vsprintf|strtok|atoi|alloca|gets'
if find lint rules -name '*.[ch]' -exec grep -nHE "\\b($banned)\(" {} +; then
    complain "a banned function"
fi
exit $wrong
