#!/bin/sh
# baseline_test.sh - what a baseline has stays quiet, and nothing else does.
#
# usage: baseline_test.sh BUILD
set -u
. lint/tool/script_cases.sh
. lint/tool/history.sh

start() {
    mkdir "$work/$1" && cd "$work/$1" || exit 2
}

known() {
    "$stet" baseline --no-config --preset markdownlint -q "$@" . 2>"$work/err"
}

findings() {
    "$stet" check --no-config --preset markdownlint --format unix -q --rule MD010 \
        --baseline stet-baseline.json . 2>"$work/err" |
        places
}

# member NAME: a number of the summary in JSON.
member() {
    "$stet" check --no-config --preset markdownlint --format json \
        --baseline stet-baseline.json . 2>"$work/err" | grep -o "\"$1\":[0-9]*" | sed 's/.*://'
}

start lines
printf '# A\n\nold\t1\n\nsame\tline\n\nsame\tline\n' >a.md
known
same "nothing is new" "" "$(findings)"
same "how many are known" 3 "$(member baselined)"
printf 'intro\n\n# A\n\nsame\tline\n\nsame\tline\n\nsame\tline\n\n  old\t1\n' >a.md
same "the third of two" "a.md:9:MD010" "$(findings)"
printf '# A\n\nsame\tline\n' >a.md
same "stale entries" 2 "$(member stale)"
same "stale entries in the summary" 1 "$("$stet" check --no-config --preset markdownlint \
    --baseline stet-baseline.json . | grep -c '; 2 of the baseline are gone')"
same "of rules that are not run none is stale" "0 0 2" "$(for rules in '--rule MD009' \
    '--disable hard_tab' '--rule MD010,MD009'; do
    # shellcheck disable=SC2086 # words
    "$stet" check --no-config --preset markdownlint $rules --format json \
        --baseline stet-baseline.json . | grep -o '"stale":[0-9]*' | sed 's/.*://'
done | tr '\n' ' ' | sed 's/ $//')"
known --prune
same "what is pruned" 0 "$(member stale)"
same "what is kept" 1 "$(member baselined)"

start names
for i in 1 2 3 4 5 6; do printf 'line %s\n\nold\t%s\n\n' $i $i; done >a.md
known
cp a.md b.md
same "a copy beside the old one" 6 "$(findings | grep -c '^b.md')"
rm a.md
same "a new name" "" "$(findings)"
printf '# Other\n\nold\t1\n' >b.md
same "another file" "b.md:3:MD010" "$(findings)"

start front
printf '{"required":["title","date"]}' >schema.json
printf -- '---\ntitle: A\n---\n\n# A\n' >a.md
"$stet" baseline --no-config --schema schema.json -q . 2>"$work/err"
printf -- '---\ndate: 2024-01-01\n---\n\n# A\n' >a.md
# shellcheck disable=SC2016 # back-ticks of a message
same "another key is missing" 1 "$("$stet" check --no-config --schema schema.json -q \
    --baseline stet-baseline.json --format unix . | grep -c '`title`')"

start sarif
printf '# A\n\nold\t1\n' >a.md
known
printf '# A\n\nold\t1\n\nnew\t2\n' >a.md
"$stet" check --no-config --preset markdownlint --format sarif --baseline stet-baseline.json \
    . >out.sarif
same "states in SARIF" "new unchanged" \
    "$(grep -o '"baselineState":"[a-z]*"' out.sarif | sed 's/.*:"//; s/"//' | sort | tr '\n' ' ' | sed 's/ $//')"
same "suppressions in SARIF" 1 "$(grep -c '"kind":"external"' out.sarif)"
rm a.md out.sarif
"$stet" check --no-config -q --baseline nothing.json . >out 2>&1
same "no baseline" 2 $?
printf 'text\n' >article.md
"$stet" baseline --no-config -q --baseline article.md . >out 2>&1
same "no article is overwritten" "2 text" "$? $(cat article.md)"

# Forty commits: lines move, files get other names, lines are written anew.
start history
history_begin
known
wrong=0
commit=0
while [ $commit -lt 40 ]; do
    commit=$((commit + 1))
    history_step $commit move rename rewrite insert
    wanted=$(history_news)
    [ "$wanted" = "$(findings | sort)" ] || wrong=$((wrong + 1))
done
same "commits of forty with a wrong finding" 0 $wrong
same "there were new findings" yes "$([ -n "$wanted" ] && echo yes)"

tell
