#!/bin/sh
# fix.sh - mends a copy of a corpus with stet and with each of its peers, in one run: the CPU
# time, and how many articles are rendered otherwise than before, by the measure of stet's own
# fixes and but for what any of its rules may change.
#
# usage: fix.sh BUILD PEERS CORPUS
set -eu
build=$1
peers=$2/node_modules/.bin
corpus=$3
copies=$build/bench-fix

# Articles alone: configs of the corpus are none of ours.
rm -rf "$copies"
mkdir -p "$copies"
(cd "$corpus" && find . -name '*.md' -type f | sort) > "$copies/files"
for name in before stet rumdl markdownlint-cli2; do
    mkdir "$copies/$name"
    tar -cf - -C "$corpus" -T "$copies/files" | tar -xf - -C "$copies/$name"
done

set -- "stet fix" \
    "$build/stet fix --no-config --preset markdownlint --jobs 1 --quiet $copies/stet"
rumdl=
[ ! -x "$peers/rumdl" ] || rumdl=$(find "$peers/.." -path '*cli-*' -name rumdl -type f | head -1)
[ -z "$rumdl" ] ||
    set -- "$@" "rumdl fmt" "RAYON_NUM_THREADS=1 $rumdl fmt --no-cache --isolated $copies/rumdl"
[ ! -x "$peers/markdownlint-cli2" ] ||
    set -- "$@" "markdownlint-cli2 --fix" \
        "$peers/markdownlint-cli2 --fix '$copies/markdownlint-cli2/**/*.md'"
"$build/bench" 1 "$@"
for name in stet rumdl markdownlint-cli2; do
    echo "$name: $("$build/fix-harm" "$copies/before" "$copies/$name")"
done
