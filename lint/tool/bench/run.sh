#!/bin/sh
# run.sh - times stet, bare cmark-gfm and its peers on one corpus, in one run.
#
# usage: bench.sh BUILD PEERS CORPUS RUNS
# Without the corpus a larger one is made of the sample articles and our own pages.
set -eu
build=$1
peers=$2/node_modules/.bin
corpus=$3
runs=$4

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

if [ ! -d "$corpus" ]; then
    echo "${corpus:-CORPUS} is not there: making one of the sample articles and pages"
    corpus=$build/bench-corpus
    [ -d "$corpus" ] || make_corpus "$corpus"
fi
find "$corpus" -name '*.md' -type f | sort > "$build/bench-files"
bytes=$(tr '\n' '\0' < "$build/bench-files" | xargs -0 cat | wc -c)
echo "$(wc -l < "$build/bench-files") files, $bytes bytes in $corpus; $runs runs each"

set -- "bare cmark-gfm" "tr '\n' '\0' < $build/bench-files | xargs -0 $build/bench-cmark"
set -- "$@" "stet, all rules" \
    "$build/stet check --no-config --preset all --jobs 1 --format json '$corpus'"
set -- "$@" "stet, recommended" \
    "$build/stet check --no-config --jobs 1 --format json '$corpus'"
if [ -x "$peers/rumdl" ]; then
    rumdl=$(find "$peers/.." -path '*cli-*' -name rumdl -type f | head -1)
    set -- "$@" "rumdl" "RAYON_NUM_THREADS=1 ${rumdl:-$peers/rumdl} check --no-cache --isolated '$corpus'"
fi
if [ -x "$peers/markdownlint-cli2" ]; then
    set -- "$@" "markdownlint-cli2" "$peers/markdownlint-cli2 '$corpus/**/*.md'"
fi
"$build/bench" "$runs" "$@"

echo
echo "stet, all rules, by stage: the least of $runs rounds for each file"
"$build/bench-stages" "$runs" "$corpus"

echo
echo "start-up: one small file"
"$build/bench" 21 "true" "true" \
    "stet" "$build/stet check --no-config testdata/articles/study-plan.md"
