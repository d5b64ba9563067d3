#!/bin/sh
# front_matter.sh - times front matter, in stet and other validators, in one run.
#
# usage: bench_front_matter.sh BUILD PEERS RUNS
# ajv is timed inside node, on parsed values; the jsonschema program as a whole, so
# including its parsing of JSON.
set -eu
build=$1
peers=$2/node_modules
runs=$3
schema=testdata/bench/front-matter.schema.yaml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/articles"
"$build/bench-front-matter" $schema "$work/articles" "$runs"
"$build/bench-front-matter" documents >"$work/documents.jsonl"
"$build/bench-front-matter" json $schema >"$work/schema.json"
if [ -d "$peers/ajv" ] && [ -d "$peers/ajv-formats" ]; then
    node testdata/bench/ajv.js "$peers" "$work" "$runs"
fi
if [ -d "$peers/@sourcemeta/jsonschema" ]; then
    node testdata/bench/jsonschema.js "$peers" "$work" "$runs"
fi
