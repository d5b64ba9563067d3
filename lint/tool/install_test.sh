#!/bin/sh
# install_test.sh - what `make install` installs works, and `make uninstall` leaves nothing.
#
# usage: install_test.sh BUILD
set -u
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The options of the make that runs the tests are not for those of this script.
unset MAKEFLAGS MFLAGS MAKELEVEL
export ASAN_OPTIONS=detect_leaks=0
prefix=$work/root/opt/stet
passed=0
failed=0
skipped=0

# check WORDS COMMAND...: the command succeeds; WORDS say what was expected.
check() {
    words=$1
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "[  FAILED  ] $words"
        echo "$output" | head -20
    fi
}

skip() {
    echo "skipped: $1"
    skipped=$((skipped + 1))
}

run_make() {
    make -s B="$build" PREFIX=/opt/stet DESTDIR="$work/root" "$@"
}

same_files() {
    (cd "$prefix" && find . -type f | sort) >"$work/files"
    diff - "$work/files" <<'END'
./bin/stet
./share/bash-completion/completions/stet
./share/fish/vendor_completions.d/stet.fish
./share/man/man1/stet.1
./share/man/man5/stet.yaml.5
./share/stet/schemas/article.schema.yaml
./share/stet/schemas/config.schema.json
./share/stet/schemas/diagnostics.schema.json
./share/stet/schemas/vocabulary.schema.json
./share/zsh/site-functions/_stet
END
}

# Every long option of every command, with the words of its help.
has_options() {
    for command in $("$build/stet" help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
        "$build/stet" help "$command" | sed -n 's/^  \(-., \)\{0,1\}--\([a-z-]*\).*/\2/p'
    done | sort -u >"$work/options"
    [ -s "$work/options" ] || return 1
    while read -r option; do
        grep -q "^\.It.* Fl Fl $option\( \|\$\)" "$prefix/share/man/man1/stet.1" ||
            { echo "stet.1 lacks --$option"; return 1; }
    done <"$work/options"
}

# Every key of a config that is not the name of a rule, from its schema.
has_keys() {
    # shellcheck disable=SC2016 # Python
    "$build/stet" schema config | python3 -c '
import json, re, sys
schema = json.load(sys.stdin)
keys = set(schema["properties"]) - {"$schema"}
for part in ("frontMatter", "yaml"):
    found = schema["properties"][part]
    while "$ref" in found:
        found = schema["$defs"][found["$ref"].rsplit("/", 1)[1]]
    keys |= set(found["properties"])
page = open(sys.argv[1]).read()
lacking = [k for k in sorted(keys) if not re.search(r"^\.I[tc].*\b%s\b" % k, page, re.M)]
print("stet.yaml.5 lacks", lacking)
sys.exit(bool(lacking))' "$prefix/share/man/man5/stet.yaml.5"
}

is_stripped() {
    ! nm "$prefix/bin/stet" 2>/dev/null | grep -q ' T '
}

nothing_left() {
    left=$(find "$work/root" ! -type d)
    echo "$left"
    [ -z "$left" ]
}

check 'make install succeeds' run_make install
check 'these files are installed' same_files
check 'the program runs' "$prefix/bin/stet" version
check 'the program is stripped' is_stripped
check 'the schemas are complete without the repository' "$prefix/bin/stet" check --no-config \
    --schema "$prefix/share/stet/schemas/article.schema.yaml" --fail-on never \
    --allow-outside "$work" testdata/articles
check 'stet(1) has all options' has_options
if command -v mandoc >/dev/null; then
    check 'mandoc accepts stet(1)' mandoc -T lint -W warning "$prefix/share/man/man1/stet.1"
    check 'mandoc accepts stet.yaml(5)' mandoc -T lint -W warning "$prefix/share/man/man5/stet.yaml.5"
else
    skip 'mandoc is not installed'
fi
if command -v python3 >/dev/null; then
    check 'stet.yaml(5) has all keys' has_keys
else
    skip 'python3 is not installed'
fi
check 'make uninstall succeeds' run_make uninstall
check 'make uninstall leaves no file' nothing_left
echo "[  PASSED  ] $passed test(s)."
[ "$skipped" -eq 0 ] || echo "[  SKIPPED ] $skipped test(s)."
[ "$failed" -eq 0 ]
