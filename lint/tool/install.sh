#!/bin/sh
# install.sh - installs what building stet needs, by the package manager of the system.
#
# The Makefile passes the lists as DEBIAN, FEDORA, ARCH and BREW. On an unknown system, it
# prints what is needed and fails.
set -eu

run() {
    echo "+ $*"
    "$@"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        run "$@"
    elif command -v sudo >/dev/null; then
        run sudo "$@"
    else
        echo "stet: needs root to install packages; run as root: $*" >&2
        exit 1
    fi
}

if command -v apt-get >/dev/null; then
    missing=
    for package in $DEBIAN; do
        status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) || status=
        [ "$status" = "install ok installed" ] || missing="$missing $package"
    done
    if [ -z "$missing" ]; then
        echo "all packages are installed"
        exit 0
    fi
    echo "installing with apt-get:$missing"
    as_root apt-get update -qq
    # shellcheck disable=SC2086 # a list of words
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends $missing
elif command -v dnf >/dev/null; then
    echo "installing with dnf: $FEDORA"
    # shellcheck disable=SC2086
    as_root dnf install -y $FEDORA
elif command -v pacman >/dev/null; then
    echo "installing with pacman: $ARCH"
    # shellcheck disable=SC2086
    as_root pacman -S --needed --noconfirm $ARCH
elif command -v brew >/dev/null; then
    echo "installing with brew: $BREW"
    # shellcheck disable=SC2086
    run brew install $BREW
else
    echo "stet does not know this system's package manager. It needs:" >&2
    echo "  a C11 compiler, make, pkg-config," >&2
    echo "  libcmark-gfm with extensions, libyaml, PCRE2 (8 bit), cmocka (for tests)" >&2
    exit 1
fi
