#!/bin/sh
# archive.sh - links objects to one and puts it into an archive that shows stet_ names only
#
# usage: archive.sh ARCHIVE OBJECT...    CC, CFLAGS and OBJCOPY as for make
# What hidden visibility does in a shared library, nothing does in an archive: its members
# must see each other. So they become one member, whose other names are made local: by
# objcopy, or by Apple's linker, which comes without one.
set -eu
archive=$1
shift
cc=${CC:-cc}
# Beside it, so that the archive is whole or not there.
work=$(mktemp -d "$archive.XXXXXX")
trap 'rm -rf "$work"' EXIT
whole=$work/stet.o

# gcc -flto would leave its own code in the object, whose names objcopy does not see.
case " ${CFLAGS:-} " in
*' -flto'*) if $cc --version | grep -qi clang; then lto=; else lto=-flinker-output=nolto-rel; fi ;;
*) lto= ;;
esac

if [ "$(uname -s)" = Darwin ]; then
    # shellcheck disable=SC2086 # words
    $cc ${CFLAGS:-} -nostdlib -r -Wl,-exported_symbol,'_stet_*' -o "$whole" "$@"
else
    # shellcheck disable=SC2086
    $cc ${lto:+$CFLAGS $lto} -nostdlib -r -o "$whole" "$@"
    objcopy=${OBJCOPY:-$(command -v objcopy || command -v llvm-objcopy)} ||
        echo 'archive.sh: there is no objcopy: the archive shows all names' >&2
    [ -z "$objcopy" ] || "$objcopy" --wildcard --keep-global-symbol='stet_*' "$whole"
fi
ar rcs "$work/stet.a" "$whole"
mv "$work/stet.a" "$archive"
