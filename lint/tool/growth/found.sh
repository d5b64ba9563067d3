#!/bin/sh
# found.sh - which rules find what in the shapes of articles
#
# usage: found.sh GROWTH    prints rule, shape and number of findings, parted by tabs, for
#                           a short text of each shape
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Enough for each piece to be there ten times.
awk -F '\t' -v OFS='\t' '!/^#/ && $2 == "markdown" { $3 = 2048; print }' "$here/shapes.tsv" \
    > "$work/shapes.tsv"
mkdir "$work/texts"
cut -f 1 "$work/shapes.tsv" | while read -r shape; do
    awk -f "$here/write.awk" -v name="$shape" -v times=1 "$work/shapes.tsv" |
        tr '\001' '\000' > "$work/texts/$shape"
done
"$1" "$here/articles.yaml" rules "$work"/texts/* | grep "$(printf '\t')"
