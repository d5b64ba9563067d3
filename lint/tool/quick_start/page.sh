#!/bin/sh
# page.sh - prints docs/quick-start.md with what its commands print now
#
# usage: page.sh STET ROOT WORK    in a folder that is empty
# WORK is a folder for what is not the team's. pre-commit takes its hooks from ROOT, a
# repository, in place of the project's pages, and needs no network.
set -eu
stet=$1
root=$2
work=$3
version=$(sed -n 's/^VERSION ?= //p' "$root/Makefile")
homepage=$(sed -n 's/^HOMEPAGE ?= //p' "$root/Makefile")
unset GIT_DIR GIT_INDEX_FILE GIT_CONFIG_GLOBAL XDG_CONFIG_HOME MAKEFLAGS MFLAGS MAKELEVEL
export HOME="$work" GIT_CONFIG_NOSYSTEM=1 NO_COLOR=1 LC_ALL=C.UTF-8
export ASAN_OPTIONS=detect_leaks=0
export STET_BINARY="$stet" PRE_COMMIT_HOME="$work/home" PRE_COMMIT_COLOR=never
export PIP_NO_INDEX=1 PIP_DISABLE_PIP_VERSION_CHECK=1 VIRTUALENV_NO_PERIODIC_UPDATE=1
export http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 PYTHONDONTWRITEBYTECODE=1

# Of the project's repository the hooks need no more than this.
mkdir "$work/hooks" "$work/bin"
cat >"$HOME/.gitconfig" <<END
[user]
    name = Test
    email = test@localhost
[init]
    defaultBranch = main
[url "$work/hooks"]
    insteadOf = $homepage
END
(
    cd "$work/hooks"
    git init -q
    cp -r "$root/packaging" "$root/Makefile" "$root/pyproject.toml" "$root/.pre-commit-hooks.yaml" .
    git add -A
    git commit -qm hooks
    git tag "v$version"
)
ln -s "$stet" "$work/bin/stet"
PATH=$work/bin:$PATH
export PATH
git init -q
awk -f "$root/lint/tool/quick_start/articles.awk"
awk -v write=1 -f "$root/lint/tool/transcripts.awk" "$root/docs/quick-start.md"
