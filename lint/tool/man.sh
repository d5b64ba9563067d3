#!/bin/sh
# man.sh - prints the manual page stet(1): what is written by hand, and all commands
#
# usage: man.sh STET PAGE SHARE HOMEPAGE
set -eu
here=$(dirname "$0")
stet=$1
while IFS= read -r line; do
    case $line in
    @COMMANDS@)
        # The commands are those that the help lists, in its order.
        for command in $("$stet" help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
            "$stet" help "$command" | awk -f "$here/man.awk"
        done
        ;;
    *) printf '%s\n' "$line" | sed "s|@SHARE@|$3|; s|@HOMEPAGE@|$4|" ;;
    esac
done <"$2"
