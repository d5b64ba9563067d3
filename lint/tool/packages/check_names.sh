#!/bin/sh
# check_names.sh - the names of the project and of its version, wherever they are, are those
# of the Makefile.
#
# usage: check_names.sh [ROOT]
set -u
cd "${1:-.}" || exit 2
wrong=0
homepage=$(sed -n 's/^HOMEPAGE ?= //p' Makefile)
version=$(sed -n 's/^VERSION ?= //p' Makefile)
project=${homepage#https://github.com/}
if [ -z "$project" ] || [ -z "$version" ]; then
    echo 'check_names: the Makefile has no HOMEPAGE or no VERSION' >&2
    exit 1
fi

# others PATTERN WANTED: what matches the pattern must be WANTED; but for the test of this.
others() {
    found=$(grep -rnoIE "$1" --exclude-dir=.git --exclude-dir=build --exclude-dir=node_modules \
        --exclude=checks_test.sh . |
        grep -vE ":$2\$")
    [ -z "$found" ] || {
        echo "$found" | sed "s|^|check_names: the Makefile has another name: |" >&2
        wrong=1
    }
}

others '(github|raw\.githubusercontent)\.com/[A-Za-z0-9_-]+/stet\b' "[a-z.]*/$project"
others 'uses: [A-Za-z0-9_-]+/stet@v[0-9.]+[0-9]' "uses: $project@v$version"
others 'stet-[0-9]+\.[0-9.]+[0-9]-linux' "stet-$version-linux"
exit $wrong
