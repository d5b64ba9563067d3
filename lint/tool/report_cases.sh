#!/bin/sh
# report_cases.sh - what stet says today about inputs after public bug reports
#
# usage: report_cases.sh STET FOLDER    prints for each input of FOLDER/front-matter and
#                                       FOLDER/markdown a line: verdict, file, what is
#                                       wanted, what is found and how it would be mended
#
# The tables cases.tsv have a file, for front matter the command, and in words what is
# wanted; places, codes of rules and fixes in them can be compared:
#   ok      all of that is found, and what is not wanted is not
#   look    it is found, but only a reader can say whether the words are right
#   missed  a place, a rule or a finding is missing, or one is there that is not wanted
# The exit status is 1 when something is missed.
set -u
stet=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$2
here=$(cd "$(dirname "$0")" && pwd)
tab=$(printf '\t')
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

# The findings of the JSON report: "line:column severity message [RULE] fix safe: text".
findings() {
    sed -n 's/^{"path"/&/p' "$1" | awk -f "$here/report_cases.awk" -v mode=findings
}

# Runs the command of a case: stet and its options.
run() {
    # The commands are from the table: options and names of files, without quotes.
    # shellcheck disable=SC2086
    "$stet" $1 --format json > "$work/json" 2> "$work/errors"
    status=$?
    { findings "$work/json"; cat "$work/errors"; } | tr '\n\t' '\036 ' > "$work/found"
}

judge() {
    awk -f "$here/report_cases.awk" -v mode=judge -v status="$status" \
        -v name="$1" -v wanted="$2" -v before="$3" "$work/found"
}

front_matter() {
    cd "$folder/front-matter" || exit 2
    tail -n +2 cases.tsv | while IFS="$tab" read -r file command wanted before; do
        options=${command#stet }
        run "$(printf '%s' "$options" | sed 's/--format unix//')"
        judge "$file" "$wanted" "$before"
    done
}

markdown() {
    cd "$folder/markdown" || exit 2
    tail -n +2 cases.tsv | while IFS="$tab" read -r file wanted; do
        run "check --no-config --quiet $file"
        judge "$file" "$wanted" ""
    done
}

folder=$(cd "$folder" && pwd) || exit 2
{
    (front_matter)
    (markdown)
} > "$work/lines"
cat "$work/lines"
awk -F '\t' '
    { count[$1]++ }
    END {
        printf "report-cases: %d ok, %d to look at, %d missed\n", count["ok"],
            count["look"], count["missed"]
        exit count["missed"] > 0
    }' "$work/lines"
