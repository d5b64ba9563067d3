#!/bin/sh
# check_includes.sh - checks which room includes which, as no compiler does.
#
# usage: check_includes.sh [ROOT]    prints the rooms and whom each one knows
set -u
here=$(cd "$(dirname "$0")" && pwd)
cd "${1:-.}" || exit 2

# The rooms of lint/, from the ground up: each may include only the rooms that are named
# after it, which must be on lines above.
rooms='
base
source: base
files: base
git: base files
pattern: base
time: base
value: base source
toml: base time value
yaml: base time value
markdown: base source
terminal: base source
document: base source value yaml markdown terminal
schema: base source files pattern time value
rule: base schema
manual: base terminal document
results: base source rule
run: base source files time markdown document schema rule
config: base source files pattern value terminal schema rule run
report: base value terminal rule manual results
pool: base
lsp: base files time source value markdown document schema rule manual results run config pool
command: base files git time value terminal document schema rule manual results run config report pool lsp
main: command
'

# The same inside lint/schema/; its two headers and violation.c, which ties all
# together, are `top` and `violation`.
schema_rooms='
top
format
compiled: top
evaluate: format compiled
explain: format compiled evaluate
vocabulary: format compiled explain
compile: format compiled evaluate explain vocabulary
flaw: top format compiled explain vocabulary compile
infer: format evaluate
describe: top compiled evaluate explain vocabulary
violation: explain vocabulary
'

# lint/rule.h is the door: it includes these, and only those include it.
door='base source pattern value yaml markdown document'
door_guests='rule manual run'

# Each library is included in one room.
libraries='
yaml.h lint/yaml/yaml.c
cmark-gfm lint/markdown/rendering.c
pcre2.h lint/pattern/regex.c
'

sources() {
    find lint rules -name '*.[ch]' ! -name '*_test.c' ! -path 'lint/tool/*' | sort
}

count=$(sources | wc -l)
if [ "$count" -lt 1 ]; then
    echo "check_includes: there is no source file below $(pwd)" >&2
    exit 1
fi

sources | xargs grep -H '^#include *["<]' | awk -v rooms="$rooms" -v inner="$schema_rooms" \
    -v door="$door" -v guests="$door_guests" -v libraries="$libraries" \
    -f "$here/check_includes.awk"
