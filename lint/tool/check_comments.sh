#!/bin/sh
# check_comments.sh - checks that the names in comments exist.
#
# usage: check_comments.sh [ROOT]
# A name is a word with an underscore, a word before `()`, or the name of a file in .c or
# .h. It exists when it is in code or in a string, when a file has that name, or when it is
# in a system header that the sources include.
set -u
here=$(cd "$(dirname "$0")" && pwd)
cd "${1:-.}" || exit 2

sources=$(find lint rules -name '*.[ch]' | sort)
if [ -z "$sources" ]; then
    echo "check_comments: there is no source file below $(pwd)" >&2
    exit 1
fi
unknown=$(mktemp)
trap 'rm -f "$unknown"' EXIT
# shellcheck disable=SC2086 # a list of files
awk -f "$here/check_comments.awk" $sources > "$unknown"
[ -s "$unknown" ] || exit 0

# Names of the C library and of the libraries that are linked: what their headers say.
# shellcheck disable=SC2086
headers=$(grep -h '^#include *<' $sources | sort -u)
known=$(mktemp)
trap 'rm -f "$unknown" "$known"' EXIT
echo "$headers" | ${CC:-cc} -D_XOPEN_SOURCE=700 -E -dD -xc - 2>/dev/null |
    grep -oE '[A-Za-z_][A-Za-z0-9_]*' | sort -u > "$known"
awk 'NR == FNR { known[$1] = 1; next } !($2 in known) { print $1 " `" $2 "` is no name of the code"; wrong = 1 }
     END { exit wrong }' "$known" "$unknown" >&2
