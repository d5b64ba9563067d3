#!/bin/sh
# check_rules.sh - checks that what is said of each rule agrees: its struct, its page, its
# fixtures, the tables of rules, the schema of configs and the shapes of `make growth`.
#
# usage: check_rules.sh TABLE FOUND [ROOT]    TABLE is the output of `stet rules --format
#                                             json`, FOUND that of growth/found.sh
# shellcheck disable=SC2016 # back-ticks of Markdown
set -u
here=$(cd "$(dirname "$0")" && pwd)
table=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
found=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
cd "${3:-.}" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
wrong=0

find rules -name '*.c' -o -name '*.md' | sort > "$work/sources"
find testdata/rules testdata/front-matter -type f | sort > "$work/fixtures"
# Fixtures without findings.
find testdata/rules testdata/front-matter -name '*.out' -size 0 > "$work/quiet"
grep -v '/rules\.c$' "$work/sources" > "$work/own"
{
    echo rules/rules.h
    echo rules/rules.c
    cat "$work/own"
    grep -E '\.(yaml|out)$' "$work/fixtures"
} > "$work/read"
# The lists first, then what is read of the files themselves.
if ! LC_ALL=C xargs awk -f "$here/check_rules.awk" part=table "$table" \
    part=found "$found" part=sources "$work/own" part=fixtures "$work/fixtures" \
    part=quiet "$work/quiet" part=schema schemas/config.schema.json part=texts < "$work/read"; then
    wrong=1
fi >&2
if ! awk -f "$here/rules_table.awk" "$table" | cmp -s - docs/rules.md; then
    echo 'docs/rules.md: not the table of these rules; `make accept` writes it' >&2
    wrong=1
fi
exit $wrong
