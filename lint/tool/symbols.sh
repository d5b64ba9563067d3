#!/bin/sh
# symbols.sh - writes lint/base/symbols.h: what the archive exports, with its names there
#
# usage: symbols.sh
# It exports every function that lint/rule.h or a header it includes declares, and what a
# main() needs: commands_run() and rules_all.
set -eu
LC_ALL=C
export LC_ALL
tool=$(cd "$(dirname "$0")" && pwd)

cat <<'HEADER'
/* symbols.h - the linker's names for stet's functions; made by `make symbols` */
#ifndef LINT_BASE_SYMBOLS_H
#define LINT_BASE_SYMBOLS_H

/*
 * The source has plain names, such as report(); the linker sees them with the prefix
 * stet_, so that a program with a report() of its own links against the archive. A file
 * that calls one sees this list first: lint/rule.h includes it, and the Makefile puts it
 * before every file of stet.
 */
HEADER
{
    echo commands_run
    echo rules_all
    ${CC:-cc} -std=c11 -I. -D_XOPEN_SOURCE=700 -E -xc lint/rule.h | awk -f "$tool/symbols.awk"
} | sort | sed 's/.*/#pragma redefine_extname & stet_&/'
printf '\n#endif\n'
