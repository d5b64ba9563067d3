#!/bin/sh
# vscode.sh - packages the extension for Visual Studio Code, and looks at what is in the package.
#
# usage: vscode.sh BUILD PEERS VERSION
# PEERS has @vscode/vsce and vscode-languageclient, from npm. Writes BUILD/stet.vsix.
set -eu
build=$(cd "$1" && pwd)
peers=$2
version=$3
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../../.." && pwd)

if ! [ -x "$peers/node_modules/.bin/vsce" ] || ! [ -d "$peers/node_modules/vscode-languageclient" ]; then
    echo "the extension for Visual Studio Code: skipped, no @vscode/vsce (make lsp-peers)"
    exit 0
fi
peers=$(cd "$peers" && pwd)
work=$(mktemp -d /tmp/stet-vscode-XXXXXX)
trap 'rm -rf "$work"' EXIT

mkdir "$work/source" "$work/package"
cp "$top"/editors/vscode/* "$top/LICENSE" "$top/schemas/config.schema.json" "$work/source"
cd "$work/source"
npm install --silent --no-audit --no-fund --omit=dev --ignore-scripts
"$peers/node_modules/.bin/vsce" package --skip-license --allow-missing-repository \
    --out "$build/stet.vsix" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
cd "$work/package"
python3 -m zipfile -e "$build/stet.vsix" .
node "$here/vscode.js" "$work/package/extension" "$version"
