#!/bin/sh
# pack.sh - the packages for npm: one that is the program, one that finds it
#
# usage: pack.sh PROGRAM OUT VERSION HOMEPAGE NAME SCOPE
# SCOPE/stet-linux-x64 has the static program as its `bin`, so that npm links to it and no
# Node.js runs with it. NAME depends on the one for each machine, where there is one.
set -eu
program=$1
out=$(cd "$2" && pwd)
version=$3
homepage=$4
name=$5
scope=$6
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 022

# Node.js has other words for machines.
case $(uname -m) in
x86_64) cpu=x64 ;;
aarch64) cpu=arm64 ;;
*)
    echo "npm: no name is known for the machine $(uname -m)" >&2
    exit 1
    ;;
esac

# described NAME: what the manifests of both have, without the closing brace.
described() {
    cat <<END
{
  "name": "$1",
  "version": "$version",
  "description": "Checks articles: front matter against a schema, Markdown against rules",
  "license": "MIT",
  "homepage": "$homepage",
  "repository": {"type": "git", "url": "git+$homepage.git"},
END
}

pack() {
    cp "$here/../../LICENSE" "$here/README.md" "$work/$1"
    (cd "$work/$1" && npm pack --silent --pack-destination "$out")
}

mkdir "$work/program" "$work/wrapper"
cp "$program" "$work/program/stet"
chmod 755 "$work/program/stet"
{
    described "$scope/stet-linux-$cpu"
    echo "  \"os\": [\"linux\"], \"cpu\": [\"$cpu\"],"
    echo '  "bin": {"stet": "stet"}, "files": ["stet"]'
    echo '}'
} >"$work/program/package.json"
pack program

sed "s|@SCOPE@|$scope|; s|@HOMEPAGE@|$homepage|" "$here/stet.js" >"$work/wrapper/stet.js"
chmod 755 "$work/wrapper/stet.js"
{
    described "$name"
    echo '  "bin": {"stet": "stet.js"}, "files": ["stet.js"], "engines": {"node": ">=14"},'
    echo "  \"optionalDependencies\": {\"$scope/stet-linux-x64\": \"$version\", \"$scope/stet-linux-arm64\": \"$version\"}"
    echo '}'
} >"$work/wrapper/package.json"
pack wrapper
