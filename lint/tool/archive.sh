#!/bin/sh
# archive.sh - links objects into one, in an archive that exports only stet_ names
#
# usage: archive.sh ARCHIVE OBJECT...    CC, CFLAGS and OBJCOPY as for make
# An archive has nothing like the hidden visibility of shared libraries: its members must
# see each other. So they become one member, whose other names are made local, by objcopy
# or by Apple's linker, which comes without objcopy.
set -eu
archive=$1
shift
cc=${CC:-cc}
# Beside it, so that the archive is complete or missing.
work=$(mktemp -d "$archive.XXXXXX")
trap 'rm -rf "$work"' EXIT
whole=$work/stet.o

# gcc -flto would leave intermediate code in the object, whose names objcopy does not see.
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
