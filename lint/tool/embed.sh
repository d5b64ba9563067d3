#!/bin/sh
# embed.sh - writes C source that contains files, for lint/base/embedded.h
#
# usage: embed.sh FILE...    the names of the files are kept as they are given

set -eu
LC_ALL=C
export LC_ALL

echo '/* made by lint/tool/embed.sh: do not edit */'
echo
echo '#include "lint/base/embedded.h"'
count=0
for file in "$@"; do
    echo
    echo "static const unsigned char file_${count}[] = {"
    # A zero after the last byte, so that no array is empty.
    od -An -v -tu1 "$file" | sed 's/\([0-9][0-9]*\)  */\1,/g; s/\([0-9]\)$/\1,/'
    echo '0};'
    count=$((count + 1))
done
echo
echo 'const struct embedded_file embedded_files[] = {'
count=0
for file in "$@"; do
    echo "    {\"$file\", file_$count, sizeof(file_$count) - 1},"
    count=$((count + 1))
done
echo '    {0, 0, 0},'
echo '};'
