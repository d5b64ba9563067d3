#!/bin/sh
# checks_test.sh - the checks of `make lint` find what they are there for.
#
# Each case plants one file in a small tree and says what the check must complain of.
set -u
tool=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
passed=0
failed=0

# clean: makes a tree without mistakes.
clean() {
    rm -rf "${tree:?}"/*
    mkdir -p "$tree/lint/base" "$tree/rules/links" "$tree/docs"
    echo '#include <stdio.h>' > "$tree/lint/base/str.h"
    echo '#include "lint/rule.h"' > "$tree/rules/links/one.c"
    echo '#include <stdio.h>' > "$tree/lint/rule.h"
    # shellcheck disable=SC2016 # back-ticks of Markdown
    echo 'The rooms: `lint/base/`; a rule: `rules/<subject>/<name>.c`.' > "$tree/README.md"
    cp "$tree/README.md" "$tree/CONTRIBUTING.md"
}

# expect CHECK STATUS WORDS [ARGUMENT]: the check exits with STATUS and prints WORDS.
expect() {
    output=$(sh "$tool/$1" "${4:-$tree}" 2>&1)
    status=$?
    if [ "$status" -eq "$2" ] && echo "$output" | grep -qF -e "$3"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "[  FAILED  ] $1: status $status, expected $2 and \"$3\"; it printed:"
        echo "$output"
    fi
}

# variable STATUS WORDS TEXT: the same for check_variables.sh and an object made from TEXT.
variable() {
    clean
    echo "$3" | ${CC:-cc} -c -o "$tree/a.o" -xc -
    expect check_variables.sh "$1" "$2" "$tree/a.o"
}

# plant FILE TEXT CHECK WORDS: with FILE, the check fails and prints WORDS.
plant() {
    clean
    mkdir -p "$(dirname "$tree/$1")"
    echo "$2" > "$tree/$1"
    expect "$3" 1 "$4"
}

clean
expect check_sources.sh 0 ''
expect check_map.sh 0 ''
expect check_comments.sh 0 ''
rm -rf "${tree:?}"/*
mkdir "$tree/lint" "$tree/rules"
touch "$tree/README.md" "$tree/CONTRIBUTING.md"
expect check_includes.sh 1 'no source file'
expect check_sources.sh 1 'no header'
expect check_map.sh 1 'names no path'
expect check_comments.sh 1 'no source file'

plant lint/base/a.c '#include "lint/value/value.h"' check_includes.sh 'base may not know value'
plant lint/pool/a.h '#include "lint/run/run.h"' check_includes.sh 'pool may not know run'
plant lint/cellar/a.c '#include "lint/base/str.h"' check_includes.sh 'stands in no room'
plant lint/value/a.c '#include "lint/cellar/a.h"' check_includes.sh 'value may not know cellar'
plant lint/schema/format/a.c '#include "lint/schema/infer/infer.h"' check_includes.sh \
    'format may not know infer'
plant lint/schema/evaluate/deep/a.c '#include "lint/schema/flaw/flaw.h"' check_includes.sh \
    'evaluate may not know flaw'
plant lint/source/a.c '#include "lint/rule.h"' check_includes.sh 'may not go through the door'
plant lint/run/a.c '#include "rules/rules.h"' check_includes.sh 'knows the table of rules'
plant rules/links/two.c '#include "lint/base/str.h"' check_includes.sh 'only lint/rule.h'
plant rules/links/two.c '#include <unistd.h>' check_includes.sh 'only lint/rule.h'
plant lint/value/a.c '#include <yaml.h>' check_includes.sh 'belongs to lint/yaml/yaml.c'
plant lint/run/a.h '#include <cmark-gfm.h>' check_includes.sh 'belongs to lint/markdown/rendering.c'
plant lint/rule.h '#include "lint/results/results.h"' check_includes.sh 'the door may not show'
plant lint/schema/explain/a.c 'int main(void) { return atoi("1"); }' check_sources.sh 'a banned function'
plant rules/links/two.c 'void f(char *a) { strcpy(a, ""); }' check_sources.sh 'a banned function'
plant lint/schema/infer/deep/a.h 'struct a { size_t b; };' check_sources.sh 'does not compile alone'
# shellcheck disable=SC2016
plant CONTRIBUTING.md 'Here: `lint/base/` and `lint/base/gone.c`.' check_map.sh 'there is no lint/base/gone.c'
plant lint/attic/a.c '' check_map.sh 'its map lacks lint/attic/'
plant lint/base/a.h '/* as gone_function() does */' check_comments.sh 'gone_function'
plant lint/base/a.c '/* A_LIMIT of gone.h */' check_comments.sh 'gone.h'
plant lint/base/a.c 'char *a = "/*"; /* lost_name */' check_comments.sh 'lost_name'

variable 0 '' 'const char *const a[] = {"constant"}; int f(void) { return 0; }'
variable 0 '' 'static void *wake_fd; void *f(void) { return wake_fd; }'
variable 1 'is not in CONTRIBUTING.md' 'int shared;'
variable 1 'is not in CONTRIBUTING.md' 'int shared = 1;'
variable 1 'is not in CONTRIBUTING.md' 'int f(void) { static int calls; return ++calls; }'

# workflow FILE TEXT WORDS: with TEXT in FILE, check_workflows.sh complains with WORDS;
# without WORDS, of nothing.
workflow() {
    clean
    rm -rf "${tree:?}"/.github
    mkdir -p "$tree/.github/workflows"
    echo 'permissions: {}' > "$tree/.github/workflows/good.yml"
    echo "$2" > "$tree/$1"
    expect workflows/check_workflows.sh $((${3:+1} + 0)) "$3"
}

hash=0123456789012345678901234567890123456789
workflow action.yml "  - uses: a/b@$hash # v1" ''
workflow action.yml '  - uses: a/b@v1' 'has no commit hash'
workflow action.yml '  - uses: a/b@0123456' 'has no commit hash'
workflow action.yml "    uses: a/b@${hash}0" 'has no commit hash'
workflow action.yml '    uses: ./here' 'has no commit hash'
# shellcheck disable=SC2016 # expressions of GitHub
workflow action.yml '  - run: echo ${{ inputs.a }}' 'an expression in a command'
# shellcheck disable=SC2016
workflow action.yml '  - run: |
      echo a
      echo ${{ inputs.a }}' 'an expression in a command'
# shellcheck disable=SC2016
workflow action.yml '  - run: |
      echo a
    env: {A: "${{ inputs.a }}"}' ''
# shellcheck disable=SC2016 # back-ticks of a message
workflow .github/workflows/a.yml 'on: push' 'has no `permissions`'
workflow .github/workflows/a.yml 'permissions: {}
on: pull_request_target' 'pull_request_target'

# name TEXT WORDS: with TEXT in a page, check_names.sh complains with WORDS; without WORDS,
# of nothing.
name() {
    clean
    printf 'VERSION ?= 1.2.3\nHOMEPAGE ?= https://github.com/us/stet\n' > "$tree/Makefile"
    echo "$1" > "$tree/docs/page.md"
    expect packages/check_names.sh $((${2:+1} + 0)) "$2"
    rm "$tree/Makefile"
}

name 'https://github.com/us/stet/releases and https://raw.githubusercontent.com/us/stet/main' ''
name 'uses: us/stet@v1.2.3, https://example.org/them/stet' ''
name 'https://github.com/them/stet' 'docs/page.md:1:github.com/them/stet'
name 'uses: them/stet@v1.2.3' 'them/stet'
name 'uses: us/stet@v1.2.4' 'us/stet@v1.2.4'
name 'stet-1.2.2-linux-x86_64' 'stet-1.2.2-linux'
clean
expect packages/check_names.sh 1 'has no HOMEPAGE'

expect check_programs.sh 0 '' sh
expect check_programs.sh 1 'missing: no-such-program' no-such-program

echo "[  PASSED  ] $passed test(s)."
[ "$failed" -eq 0 ]
