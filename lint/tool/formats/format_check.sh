#!/bin/sh
# format_check.sh - each output format, read by what reads it: the findings are those of the
# format json, for names and texts with everything in them that some format has a meaning for.
#
# usage: format_check.sh BUILD PEERS
# PEERS is where npm installed azure-pipelines-task-lib, puppeteer-core and axe-core. What is
# not installed on this machine is skipped with a word. The page's screenshots are left in
# BUILD/formats.
# shellcheck disable=SC2016 # back-ticks of texts, and commands for another shell
set -u
build=$(cd "$1" && pwd)
peers=$(cd "$2" && pwd)
here=$(cd lint/tool/formats && pwd)
schema=$(pwd)/schemas/diagnostics.schema.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0

check() { "$build/stet" check --no-config --no-fold "$@" .; }

# What follows a name is what it should be.
tell() {
    name=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        echo "$name: $(tail -n 1 "$work/said")"
    else
        echo "$name:" && cat "$work/said"
        wrong=1
    fi
}

has() { command -v "$1" >/dev/null || { echo "skipped: $1 is not installed"; false; }; }

mkdir "$work/articles" "$work/out" && cd "$work/articles" || exit 2
newline='
'
text() {
    printf -- '---\ntitle: "</style><script>alert(1)</script>"\nlink: "javascript:alert(1)"\nurl: a: b ]]> é😀\n---\n\n'
    printf '# &lt;b&gt; %s\n\na\ttab ééé\t😀 x\t\n\n' "$1"
    printf 'http://example.org/]]>?a=|&b=%%0A%%25::error::##vso[x]##teamcity[y\n\n'
    printf '<img src=x onerror=alert(1)> [a](javascript:alert) \001\033[31m\177\302\205\n\n'
    printf '%s' '[`</script>`]( x ) [a][' "\`'\"" '] ``|'"'"'`` ![](<a b>)'
}
for name in plain.md "a%,b:c;d]e[f'g\"h&i<j|k${newline}é😀.md" '::error file=x::y.md' \
    '##vso[task.complete result=Failed;]z.md' "##teamcity[x name='y'].md" '<script>alert(1)<!--.md' \
    ' blank .md' '%0A%25%AZP25|n|0x0041&amp;&#10;.md' "$(printf '\303\050\377\001\033[31m.md')"; do
    text "$name" >"./$name"
done
mkdir folder && text 'CR LF' | sed 's/$/\r/' >folder/crlf.md
{ printf '\357\273\277' && text 'mark'; } >folder/mark.md

check --format json >"$work/out/json"
for format in ndjson sarif github gitlab azure teamcity junit checkstyle rdjson rdjsonl html unix; do
    check --format $format >"$work/out/$format" 2>"$work/out/$format.err"
done

has python3 && for format in junit checkstyle; do
    python3 "$here/xml_findings.py" "$work/out/$format" >"$work/out/$format.xml.json" || wrong=1
done
for format in ndjson sarif github gitlab azure teamcity junit checkstyle rdjson rdjsonl; do
    tell "$format" node "$here/read.mjs" "$peers" "$work/out" $format "$work/articles"
done
has jq && for format in json ndjson sarif gitlab rdjson rdjsonl; do
    tell "$format by jq" jq -n '[inputs] | length | "\(.) document(s)"' "$work/out/$format"
done
has xmllint && for format in junit checkstyle; do
    tell "$format by xmllint" sh -c 'xmllint --noout "$1" && echo "well-formed"' - "$work/out/$format"
done
tell "json by its schema" sh -c '{ echo ---; cat "$2"; echo ---; } >"$3" &&
    "$1" check --no-config -q --rule FM001,FM002,FM004 --schema "$4" "$3" && echo valid' \
    - "$build/stet" "$work/out/json" "$work/out/json.md" "$schema"
if has nvim; then
    nvim --headless --clean -c "cgetfile $work/out/unix" -c "call writefile(map(getqflist(), \
        {_, v -> json_encode([bufname(v.bufnr), v.lnum, v.col, v.valid])}), '$work/out/nvim')" \
        -c 'qa!' >/dev/null 2>&1
    tell "unix in Neovim" node "$here/read.mjs" "$peers" "$work/out" nvim "$work/articles"
fi
if has emacs; then
    UNIX=$work/out/unix emacs --batch -Q -l "$here/compilation.el" >"$work/out/emacs" 2>/dev/null
    tell "unix in Emacs" node "$here/read.mjs" "$peers" "$work/out" emacs "$work/articles"
fi
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -n "$browser" ]; then
    mkdir -p "$build/formats" "$work/many" && cd "$work/many" || exit 2
    awk 'BEGIN { print "# Many"; for (i = 1; i <= 100; i++) print "\na\ttab " i "\tand http://example.org/" i }' >one.md
    i=0
    while [ $i -lt 34 ]; do i=$((i + 1)) && cp one.md "text$i.md"; done
    check --format html >"$work/out/many" 2>/dev/null
    tell "html in Chromium, by axe" node "$here/page.mjs" "$peers" "$browser" "$work/out/html" \
        "$build/formats/page"
    tell "html of 10,000 findings" node "$here/page.mjs" "$peers" "$browser" "$work/out/many" \
        "$build/formats/many" 10000
else
    echo 'skipped: no Chromium is installed'
fi
exit $wrong
