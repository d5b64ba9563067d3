#!/bin/sh
# publish.sh - puts the packages of a release into npm's registry, the programs first
#
# usage: publish.sh FOLDER [OPTION...]
# FOLDER has what pack.sh made; the options go to `npm publish`. A version that the registry
# has already is left alone, so that what failed half-way can be run again. On GitHub a
# statement goes with them of which workflow made them of which commit (provenance), which
# needs the permission `id-token: write` there.
set -eu
folder=$(cd "$1" && pwd)
shift
[ "${GITHUB_ACTIONS:-}" != true ] || set -- --provenance "$@"

# manifest PACKAGE KEY
manifest() {
    tar -xOzf "$1" package/package.json |
        node -p 'JSON.parse(require("fs").readFileSync(0))[process.argv[1]]' "$2"
}

publish() {
    package=$1
    shift
    version=$(manifest "$package" version)
    name=$(manifest "$package" name)
    if [ "$(npm view "$name@$version" version 2>/dev/null)" = "$version" ]; then
        echo "$name $version is there already"
        return
    fi
    npm publish --access public "$@" "$package"
}

# Whoever installs the wrapper gets the program with it: that is there first.
count=0
for kind in program wrapper; do
    for package in "$folder"/*.tgz; do
        [ -f "$package" ] || continue
        case $(manifest "$package" os) in undefined) is=wrapper ;; *) is=program ;; esac
        [ "$is" = "$kind" ] || continue
        publish "$package" "$@"
        count=$((count + 1))
    done
done
[ "$count" -gt 1 ] || {
    echo "publish.sh: $folder lacks a package" >&2
    exit 1
}
