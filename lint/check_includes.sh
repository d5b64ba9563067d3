#!/bin/sh
# check_includes.sh - who may know whom: design rules that a compiler does not check.
set -u
wrong=0

complain() {
    echo "$1" >&2
    wrong=1
}

# includes FILE…: lines `file:header` of all #include "…" and <…>.
includes() {
    grep -Ho '^#include *["<][^">]*[">]' "$@" | sed 's/:#include *["<]/:/; s/[">]$//'
}

# A rule knows the door and the C library.
for line in $(includes rules/*/*.c); do
    case $line in
    *:lint/rule.h | *:std*.h | *:string.h | *:limits.h | *:ctype.h) ;;
    *) complain "${line%%:*}: a rule includes ${line#*:}; only lint/rule.h is allowed" ;;
    esac
done

# Each library has one room.
only_in() {
    for line in $(includes lint/*.[ch] lint/*/*.[ch] rules/*.[ch] rules/*/*.c | grep ":$1"); do
        case " $2 " in
        *" ${line%%:*} "*) ;;
        *) complain "${line%%:*}: includes ${line#*:}, which belongs to $2" ;;
        esac
    done
}
only_in yaml.h "lint/yaml.c lint/bench_yaml.c"
only_in cmark-gfm "lint/markdown_cmark.h lint/spans_cmark.c lint/bench_cmark.c"
only_in lint/markdown_cmark.h "lint/markdown.c lint/markdown_blocks.h lint/markdown_fences.h lint/markdown_html.c lint/markdown_inlines.h lint/markdown_labels.c lint/markdown_raw.h"
only_in pcre2.h lint/regex.c

# Nothing below main and the table names a rule.
# shellcheck disable=SC2013 # names without spaces
for file in $(grep -l '"rules/rules.h"' lint/*.[ch] lint/*/*.[ch]); do
    case $file in
    lint/main.c | *_test.c | *_main.c | *_fuzz.c) ;;
    *) complain "$file: knows the table of rules" ;;
    esac
done

# Each header compiles alone.
for header in lint/*.h lint/*/*.h rules/*.h; do
    echo "#include \"$header\"" |
        ${CC:-cc} -std=c11 -I. -D_XOPEN_SOURCE=700 -fsyntax-only -xc - ||
        complain "$header: does not compile alone"
done

# What the C library offers and we do not take.
if grep -nE '\b(strcpy|strcat|sprintf|strtok|atoi|alloca|gets)\(' lint/*.[ch] lint/*/*.[ch] \
    rules/*.[ch] rules/*/*.c; then
    complain "a banned function"
fi
exit $wrong
