#!/bin/sh
# rules_test.sh - check_rules.sh finds each kind of disagreement about a rule.
#
# Each case changes one thing of a small tree and says what the check must complain of.
# shellcheck disable=SC2016 # back-ticks of Markdown
set -u
tool=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d) || exit 2
trap 'rm -rf "$tree"' EXIT
passed=0
failed=0

# clean: makes a tree with one rule, of which everything agrees.
clean() {
    rm -rf "${tree:?}"/*
    mkdir -p "$tree/rules/links" "$tree/docs" "$tree/schemas" \
        "$tree/testdata/front-matter" "$tree/testdata/rules/far-link"
    cat > "$tree/table" << 'END'
[
{"code":"EX001","name":"far-link","aliases":[],"tags":["links","images"],"summary":"a link leads far","severity":"warning","fix":"none","recommended":true,"markdownlint":false,"options":[{"name":"most_steps","default":["a b","\u3002\\s\""],"choices":["a"],"help":"how \"far\": {\"name\":3"}],"url":"https://example.org/blob/main/rules/links/far-link.md"}
]
END
    printf 'far-link\t/tmp/links\t10\n' > "$tree/found"
    echo 'extern const struct rule rule_far_link;' > "$tree/rules/rules.h"
    echo '    &rule_far_link,' > "$tree/rules/rules.c"
    echo '    .code = "EX001",' > "$tree/rules/links/far-link.c"
    cat > "$tree/rules/links/far-link.md" << 'END'
---
code: EX001
rule: far-link
default: warning
fix: none
tags: [links, images]
presets: [recommended]
options:
  most_steps: [a b, '。\s"']
---

# far-link

```yaml config
most_steps: [a]
```
END
    echo '"far-link":{"description":"a link","properties":{' > "$tree/schemas/config.schema.json"
    echo '"most_steps":{"description":"how far"}}}' >> "$tree/schemas/config.schema.json"
    echo 'a' | tee "$tree/testdata/rules/far-link/near.md" > "$tree/testdata/rules/far-link/far.md"
    echo '1:1: warning: far' > "$tree/testdata/rules/far-link/far.out"
    : > "$tree/testdata/rules/far-link/near.out"
    awk -f "$tool/rules_table.awk" "$tree/table" > "$tree/docs/rules.md"
}

# expect STATUS WORDS: the check exits with STATUS and prints WORDS.
expect() {
    output=$(sh "$tool/check_rules.sh" "$tree/table" "$tree/found" "$tree" 2>&1)
    status=$?
    if [ "$status" -eq "$1" ] && echo "$output" | grep -qF -e "$2"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "[  FAILED  ] status $status, expected $1 and \"$2\"; it printed:"
        echo "$output"
    fi
}

# change FILE SCRIPT WORDS: after sed SCRIPT on FILE, the check fails and prints WORDS.
change() {
    clean
    sed "$2" "$tree/$1" > "$tree/changed"
    mv "$tree/changed" "$tree/$1"
    expect 1 "$3"
}

# lose FILE WORDS: without FILE, the check fails and prints WORDS.
lose() {
    clean
    rm "$tree/$1"
    expect 1 "$2"
}

# plant FILE WORDS: with FILE, the check fails and prints WORDS.
plant() {
    clean
    mkdir -p "$(dirname "$tree/$1")"
    echo 'a' > "$tree/$1"
    expect 1 "$2"
}

clean
expect 0 ''
echo '[]' > "$tree/table"
expect 1 'no rule in the table'

page=rules/links/far-link.md
change $page 's/EX001/EX002/' 'its page says `code: EX002`, its struct `EX001`'
change $page 's/^rule: .*/rule: far-links/' 'its page says `rule: far-links`'
change $page 's/warning/error/' 'its page says `default: error`'
change $page 's/^fix: none/fix: safe/' 'its page says `fix: safe`'
change $page 's/, images//' 'its page says `tags: links`'
change $page 's/^presets: .*/presets: [recommended, markdownlint]/' \
    'its page says `presets: recommended,markdownlint`'
change $page 's/a b/a c/' 'its page says `option most_steps: ac,'
change $page '/^  most_steps/d' 'its page says `option most_steps: `'
change $page 's/^  most_steps.*/&\n  least_steps: 1/' 'its page has `option least_steps`'
change $page '/^most_steps/d' 'no fixture and no example uses the option `most_steps`'
lose $page 'its page should be one file rules/*/far-link.md'
plant rules/tables/far-link.md 'its page should be one file'
plant rules/links/near-link.md 'there is no rule of this name in the table'

change rules/links/far-link.c 's/EX001/EX002/' 'its source has the code `EX002`'
change rules/links/far-link.c ':a; s/^/\n/; /\(\n.*\)\{150\}/!ba' \
    'its source has 151 lines, expected 150 at most'
lose rules/links/far-link.c 'its source should be one file rules/*/far-link.c'
plant rules/links/near-link.c 'there is no rule of this name in the table'
change rules/rules.h d 'rules/rules.h and rules/rules.c should have a line for it'
change rules/rules.c d 'rules/rules.h and rules/rules.c should have a line for it'

lose testdata/rules/far-link/near.out 'no fixture without findings'
lose testdata/rules/far-link/near.out 'there are no findings beside it'
lose testdata/rules/far-link/far.out 'no fixture with findings'
lose testdata/rules/far-link/far.md 'there is no text beside it'
plant testdata/rules/far-link/other.yaml 'there is no text beside it'
plant testdata/rules/far-link/other.fixed.md 'there is no text beside it'
plant testdata/rules/far-links/a.md 'testdata/rules/far-links/a.md: there is no rule'

change found 's/10$/9/' 'no shape of lint/tool/growth/shapes.tsv makes it report 10 times'
change schemas/config.schema.json '1d' 'schemas/config.schema.json lacks it'
change schemas/config.schema.json '2d' 'lacks the option `most_steps`'
change docs/rules.md 's/leads far/leads nowhere/' 'docs/rules.md: not the table of these rules'
lose docs/rules.md 'docs/rules.md: not the table of these rules'

# A shape with the rule's name; a rule of the core has neither fixtures nor shapes.
clean
printf 'far-link\t/tmp/far-link\t1\n' > "$tree/found"
expect 0 ''
clean
echo '    .role = ROLE_CRASHED,' >> "$tree/rules/links/far-link.c"
rm -r "$tree/testdata/rules/far-link"
: > "$tree/found"
expect 0 ''

echo "[  PASSED  ] $passed test(s)."
[ "$failed" -eq 0 ]
