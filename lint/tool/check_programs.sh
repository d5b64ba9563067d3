#!/bin/sh
# check_programs.sh - checks that the programs which a target of the Makefile needs exist.
#
# usage: check_programs.sh PROGRAM...
set -u
missing=
for program; do
    command -v "$program" >/dev/null || missing="$missing $program"
done
[ -z "$missing" ] && exit 0
echo "missing:$missing" >&2
echo 'make lint-programs installs them with apt-get, dnf, pacman or brew' >&2
exit 1
