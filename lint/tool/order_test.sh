#!/bin/sh
# order_test.sh - a report is the same bytes for any number of workers and any order of files.
#
# usage: order_test.sh BUILD [ORDERS]
# The articles name more schemas than a worker keeps. In each order the files are named at
# random; then they are renamed at random, so that other files come before each in its
# worker, and what is found in each must still be the same.
set -u
. lint/tool/script_cases.sh
orders=${2:-1}
root=$(pwd)

# prepare FOLDER
prepare() {
    mkdir -p "$1/.git" "$1/s"
    cd "$1" || exit 2
    long=$(head -c 5000 /dev/zero | tr '\0' 'a')
    i=100
    while [ $i -lt 220 ]; do
        echo '{"properties":{"title":{"pattern":"^(?:a|b)+$","maxLength":'$i'}}}' >s/$i.json
        # shellcheck disable=SC2016 # that is no variable
        printf -- '---\n$schema: s/%s.json\ntitle: %s\n---\n' $i "$long" >a$i.md
        i=$((i + 1))
    done
    for file in "$root"/testdata/articles/*.md "$root"/rules/headings/*.md; do
        cp "$file" "b$(basename "$file")"
    done
}

# Times differ, and nothing else may.
mask() {
    sed -E 's/"(start|end)TimeUtc":"[^"]*"//g'
}

# report FORMAT JOBS FILE...
report() {
    format=$1
    jobs=$2
    shift 2
    "$stet" check --no-config --preset all --quiet --format "$format" --jobs "$jobs" "$@" 2>&1 |
        mask
}

# shuffled SEED: the lines of standard input in an order that the seed decides.
shuffled() {
    awk -v seed="$1" 'BEGIN { srand(seed) } { print int(rand() * 1000000) "\t" $0 }' |
        sort -n | cut -f 2
}

# same WORDS A B
same() {
    if [ -s "$2" ] && cmp -s "$2" "$3"; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    echo "[  FAILED  ] $1"
    diff "$2" "$3" | head -4 | cut -c 1-300
}

# by_file: the findings of renamed files (r12-NAME) under their own names, sorted.
by_file() {
    sed -E 's/r[0-9]+-([^:"]*\.md)/\1/; s/,$//' | grep '\.md[:"]' | sort
}

# rename_at_random SEED: links with other names, in a folder beside
rename_at_random() {
    rm -rf "$work/r"
    mkdir -p "$work/r/.git"
    cp -R s "$work/r"
    n=10000
    for file in $(printf '%s\n' ./*.md | shuffled "$1"); do
        n=$((n + 1))
        cp "$file" "$work/r/r$n-$(basename "$file")"
    done
}

prepare "$work/p"
for format in text unix json sarif; do
    report $format 1 ./*.md >"$work/$format"
done
for format in unix json; do
    by_file <"$work/$format" >"$work/$format.files"
done
order=1
while [ $order -le "$orders" ]; do
    files=$(printf '%s\n' ./*.md | shuffled $order)
    rename_at_random $order
    for jobs in 1 2 3 7; do
        for format in text unix json sarif; do
            # shellcheck disable=SC2086 # no name has a blank
            report $format $jobs $files >"$work/got"
            same "order $order, --jobs $jobs, $format" "$work/$format" "$work/got"
        done
        for format in unix json; do
            (cd "$work/r" && report "$format" "$jobs" ./*.md) | by_file >"$work/got"
            same "names $order, --jobs $jobs, $format" "$work/$format.files" "$work/got"
        done
    done
    order=$((order + 1))
done
tell
