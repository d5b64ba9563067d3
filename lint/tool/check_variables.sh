#!/bin/sh
# check_variables.sh - checks that all variables of the program are in CONTRIBUTING.md.
#
# usage: check_variables.sh OBJECT...    the program's object files, as GNU nm reads them
# Constants with pointers, which are in .data.rel.ro, do not count.
set -u
here=$(cd "$(dirname "$0")" && pwd)
guide=$here/../../CONTRIBUTING.md

if [ $# -eq 0 ]; then
    echo "check_variables: no object files are given" >&2
    exit 1
fi
${NM:-nm} -A -f sysv "$@" | awk -F '|' '
    $4 ~ /OBJECT/ && $7 ~ /^[.*](data|bss|COM)/ && $7 !~ /^[.]data[.]rel[.]ro/ {
        at = match($1, /:[^:]*$/)
        name = substr($1, at + 1)
        sub(/[ .].*/, "", name)     # a static of a function is name.0
        print substr($1, 1, at - 1), name
    }' | {
    wrong=0
    while read -r object name; do
        grep -qF "\`$name\`" "$guide" && continue
        echo "$object: the variable \`$name\` is not in CONTRIBUTING.md" >&2
        wrong=1
    done
    exit $wrong
}
