#!/bin/sh
# check.sh - sessions with `stet lsp` in the clients that are installed.
#
# usage: check.sh STET PEERS
set -u
stet=$(realpath "$1")
peers=$2
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d /tmp/stet-lsp-check-XXXXXX) || exit 2
trap 'rm -rf "$folder"' EXIT
status=0

if ! command -v node >/dev/null || ! [ -d "$peers/node_modules/vscode-jsonrpc" ]; then
    echo "vscode-jsonrpc: skipped, not installed (make lsp-peers)"
else
    node "$here/check.js" "$stet" "$peers" || status=1
fi

printf 'frontMatter:\n  schema: article.schema.yaml\n' >"$folder/stet.yaml"
printf 'type: object\nproperties:\n  title: {type: string}\n  draft: {type: boolean}\n' \
    >"$folder/article.schema.yaml"

# editor NAME COMMAND...: runs it on an article, for at most half a minute.
editor() {
    name=$1
    shift
    printf -- '---\ntitle: Bread\ndraft: maybe\n---\n\n# Bread\n\nSee [flour](#flour). \n\n## Flour\n\ntext\n' \
        >"$folder/a.md"
    (cd "$folder" && STET=$stet HOME=$folder timeout 30 "$@") 2>"$folder/log" && return
    echo "$name:" && cat "$folder/log"
    status=1
}

if ! command -v nvim >/dev/null; then
    echo "nvim: skipped, not installed"
else
    editor nvim nvim --headless -u NONE -n a.md -c "luafile $here/nvim.lua"
fi

if ! vim -N -u NONE -i NONE -es -c 'packadd ale' -c 'if exists(":ALELint") | qa! | else | cq | endif' 2>/dev/null; then
    echo "vim with ALE: skipped, not installed"
else
    editor vim sh -c "vim -N -u NONE -i NONE -n -es -S '$here/ale.vim' && cat said"
fi

if ! command -v emacs >/dev/null ||
    ! emacs -q --batch --eval "(progn (require 'package) (package-initialize) (require 'eglot))" 2>/dev/null; then
    echo "emacs with eglot: skipped, not installed"
else
    editor emacs emacs -q --batch -l "$here/eglot.el" a.md
fi
exit $status
