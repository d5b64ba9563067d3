#!/bin/sh
# typing_test.sh - while front matter is typed, completion brings up what comes next.
#
# usage: typing_test.sh BUILD
set -u
if "$1/typing" --verbose testdata/typing/stet.yaml testdata/typing/*/*.md; then
    echo '[  PASSED  ] 1 test(s).'
else
    echo ' 1 FAILED TEST(S)'
    exit 1
fi
