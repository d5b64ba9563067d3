#!/bin/sh
# run.sh - times stet, bare cmark-gfm and its peers on one corpus, in one run.
#
# usage: run.sh BUILD PEERS CORPUS RUNS [RELEASED]
# RELEASED is a release build, measured as well. Without the corpus a larger one is made
# of the sample articles and our own pages.
set -eu
build=$1
installed=$2
peers=$installed/node_modules/.bin
corpus=$3
runs=$4
released=${5:-}

# Under another name until it is complete: half a corpus would be taken for a whole one.
make_corpus() {
    rm -rf "$1.new"
    n=0
    while [ "$n" -lt 200 ]; do
        mkdir -p "$1.new/$n"
        cp testdata/articles/*.md rules/*/*.md README.md "$1.new/$n"
        n=$((n + 1))
    done
    mv "$1.new" "$1"
}

# Empty files, in folders of 1000.
make_many() {
    [ ! -d "$1" ] || return 0
    rm -rf "$1.new"
    n=0
    while [ "$n" -lt "$2" ]; do
        mkdir -p "$1.new/$n"
        (cd "$1.new/$n" && seq -f 'article-%03g.md' 0 999 | xargs touch)
        n=$((n + 1))
    done
    mv "$1.new" "$1"
}

# The first $1 bytes of the corpus, again and again.
bytes_of_corpus() {
    while tr '\n' '\0' < "$build/bench-files" | xargs -0 cat; do :; done 2> /dev/null |
        head -c "$1"
}

if [ ! -d "$corpus" ]; then
    echo "${corpus:-CORPUS} is not there: making one of the sample articles and pages"
    corpus=$build/bench-corpus
    [ -d "$corpus" ] || make_corpus "$corpus"
fi
find "$corpus" -name '*.md' -type f | sort > "$build/bench-files"
bytes=$(tr '\n' '\0' < "$build/bench-files" | xargs -0 cat | wc -c)
echo "$(wc -l < "$build/bench-files") files, $bytes bytes in $corpus; $runs runs each"

all="check --no-config --preset all --jobs 1 --format json $corpus"
set -- "bare cmark-gfm" "tr '\n' '\0' < $build/bench-files | xargs -0 $build/bench-cmark"
set -- "$@" "stet, all rules" "$build/stet $all"
[ ! -x "$released" ] || set -- "$@" "release, all rules" "$released $all"
set -- "$@" "stet, recommended" "$build/stet check --no-config --jobs 1 --format json $corpus"
"$build/bench" "$runs" "$@"
# Once: it takes a hundred times as long.
[ ! -x "$peers/markdownlint-cli2" ] ||
    "$build/bench" 1 "markdownlint-cli2" "$peers/markdownlint-cli2 '$corpus/**/*.md'"

# The program itself, not the script of npm that starts it.
rumdl=
[ ! -x "$peers/rumdl" ] || rumdl=$(find "$peers/.." -path '*cli-*' -name rumdl -type f | head -1)
if [ -n "$rumdl" ]; then
    "$build/stet" rules | sed -n 's/^ *\(MD[0-9]*\) .*/\1/p' | sort > "$build/bench-rules"
    "$rumdl" rule | sed -n 's/^ *\(MD[0-9]*\) .*/\1/p' | sort > "$build/bench-rules-rumdl"
    both=$(comm -12 "$build/bench-rules" "$build/bench-rules-rumdl" | tr '\n' ' ')
    chosen=$(echo "${both% }" | tr ' ' ',')
    theirs="$rumdl check --no-cache --isolated --enable $chosen $corpus"
    ours="check --no-config --jobs 1 --format unix --rule $chosen $corpus"
    echo
    echo "one line for each finding, with the rules that both have: $both"
    echo "stet alone has $(comm -23 "$build/bench-rules" "$build/bench-rules-rumdl" | tr '\n' ' ')"
    echo "rumdl alone has $(comm -13 "$build/bench-rules" "$build/bench-rules-rumdl" | tr '\n' ' ')"
    unread=$($theirs 2>&1 | grep -c '^Error reading file' || true)
    echo "rumdl does not read $unread of the files, which are not UTF-8, and ends with 2 if any"
    "$build/bench" "$runs" "stet" "$build/stet $ours" "rumdl" "RAYON_NUM_THREADS=1 $theirs"
    [ ! -x "$released" ] ||
        "$build/bench" "$runs" "release" "$released $ours" "rumdl" "RAYON_NUM_THREADS=1 $theirs"
fi

echo
echo "mending: a copy for each"
sh lint/tool/bench/fix.sh "$build" "$installed" "$corpus"

echo
echo "stet, all rules, by stage: the least of $runs rounds for each file"
"$build/bench-stages" "$runs" "$corpus"

echo
bytes_of_corpus 100000 > "$build/bench-document.md"
echo "one document again and again, in process: $("$build/bench-again" 201 "$build/bench-document.md")"

echo
echo "start-up: one small file, beside a program that does nothing"
one="check --no-config testdata/articles/study-plan.md"
set -- "nothing" "$build/bench-empty" "stet" "$build/stet $one"
[ ! -x "$released" ] || set -- "$@" "release" "$released $one"
"$build/bench" 101 "$@"

echo
echo "memory: a file of 20 MiB; 1000 and 101000 empty ones"
bytes_of_corpus $((20 * 1024 * 1024)) > "$build/bench-large.md"
make_many "$build/bench-few" 1
make_many "$build/bench-many" 101
large="check --no-config --preset all --format json $build/bench-large.md"
many="check --no-config --jobs 1 --format json $build"
set -- "20 MiB" "$build/stet $large" "1000 files" "$build/stet $many/bench-few"
"$build/bench" 1 "$@" "101000 files" "$build/stet $many/bench-many"
