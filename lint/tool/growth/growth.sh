#!/bin/sh
# growth.sh - how many more instructions stet takes when a text doubles
#
# usage: growth.sh GROWTH [NAME]    GROWTH is the program of growth_main.c; prints the
#                                   factor of each shape of shapes.tsv whose name has
#                                   NAME in it
#
# Instructions are counted by valgrind, so a busy machine changes nothing; what a text of
# one piece takes is not counted. The exit status is 1 when a factor is above the limit.
set -u
here=$(cd "$(dirname "$0")" && pwd)
growth=$1
name=${2:-}
limit=2.2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$growth" "$here/articles.yaml" "$@" 2>&1 > /dev/null |
        sed -n 's/.*Collected : //p'
}

measure() {
    for times in 0 1 2; do
        mkdir -p "$work/$times"
        awk -f "$here/write.awk" -v name="$1" -v times="$times" "$here/shapes.tsv" |
            tr '\001' '\000' > "$work/$times/$1"
    done
    printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$3" "$(count "$2" "$work/0/$1")" \
        "$(count "$2" "$work/1/$1")" "$(count "$2" "$work/2/$1")"
}

if ! command -v valgrind > /dev/null; then
    echo 'growth: skipped, there is no valgrind'
    exit 0
fi
awk -F '\t' -v part="$name" '!/^#/ && index($1, part) { print $1, $2, $3 }' \
    "$here/shapes.tsv" |
    while read -r shape kind bytes; do
        measure "$shape" "$kind" "$bytes"
    done |
    awk -F '\t' -v limit="$limit" '
        {
            factor = $4 > $3 ? ($5 - $3) / ($4 - $3) : 0
            bad = factor > limit || factor < 1
            remark = bad ? ", too many" : ""
            printf "%-28s %5.2f %8.0f instructions a byte%s\n", $1, factor, \
                ($5 - $4) / $2, remark
            fflush()
            wrong += bad
        }
        END {
            printf "%d shapes, %d above %s\n", NR, wrong, limit
            exit wrong > 0 || NR == 0
        }'
