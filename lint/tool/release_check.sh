#!/bin/sh
# release_check.sh - the release build says what the other build says, and is not too large
#
# usage: release_check.sh STET RELEASED FOLDER...    a folder that is not there is left out
set -eu
stet=$1
released=$2
shift 2
# What a download and a container may grow by.
max_bytes=3000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# By the same name, since SARIF tells the command line; its times are left out.
report() {
    cp "$1" "$work/stet"
    for format in text unix json sarif; do
        for jobs in 1 3; do
            status=0
            "$work/stet" check --no-config --preset all --format $format --jobs $jobs "$3" \
                2>&1 || status=$?
            echo "status $status"
        done
    done | sed 's/"\(start\|end\)TimeUtc":"[^"]*"//g' > "$2"
}

for folder; do
    [ -d "$folder" ] || continue
    report "$stet" "$work/expected" "$folder"
    report "$released" "$work/found" "$folder"
    cmp "$work/expected" "$work/found"
    echo "$folder: the same, $(wc -c < "$work/found") bytes"
done
bytes=$(wc -c < "$released")
echo "$released: $bytes bytes, at most $max_bytes"
[ "$bytes" -le "$max_bytes" ]
