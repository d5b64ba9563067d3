#!/bin/sh
# pack.sh - a package for Debian from an installed tree
#
# usage: pack.sh ROOT OUT VERSION HOMEPAGE MAINTAINER
# ROOT has what `make install DESTDIR=ROOT PREFIX=/usr` puts there; Debian's own files are
# added. SOURCE_DATE_EPOCH is the date of all of them.
set -eu
root=$(cd "$1" && pwd)
out=$(cd "$2" && pwd)
version=$3-1
homepage=$4
maintainer=$5
here=$(cd "$(dirname "$0")" && pwd)
architecture=$(dpkg --print-architecture)
document=$root/usr/share/doc/stet
umask 022

mkdir -p "$root/DEBIAN" "$document" "$root/usr/share/lintian/overrides"
cp "$here/lintian-overrides" "$root/usr/share/lintian/overrides/stet"
sed "s|@HOMEPAGE@|$homepage|" "$here/copyright" >"$document/copyright"
{
    echo "stet ($version) unstable; urgency=medium"
    echo
    echo "  * What is new is in changelog.gz."
    echo
    echo " -- $maintainer  $(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$document/changelog.Debian.gz"
gzip -9nc "$here/../../CHANGELOG.md" >"$document/changelog.gz"
find "$root/usr/share/man" -type f ! -name '*.gz' -exec gzip -9n {} +

# What the program is linked with, by the packages that have it. The tool reads debian/.
libraries=$(mktemp -d)
trap 'rm -rf "$libraries"' EXIT
mkdir "$libraries/debian"
printf 'Source: stet\n\nPackage: stet\nArchitecture: any\n' >"$libraries/debian/control"
depends=$(cd "$libraries" && dpkg-shlibdeps -O "$root/usr/bin/stet" | sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ]

cat >"$root/DEBIAN/control" <<END
Package: stet
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(find "$root/usr" -type f -exec cat {} + | wc -c | awk '{ print int(($1 + 1023) / 1024) }')
Depends: $depends
Suggests: git
Section: text
Priority: optional
Homepage: $homepage
Description: checks articles before they are published
 stet validates the front matter of articles against a JSON Schema and their
 Markdown against rules. It says where and why something is wrong and what to
 type instead, and mends what is safe to mend. It works from the shell, in
 hooks, in CI and in editors.
END
(cd "$root" && find usr -type f | LC_ALL=C sort | xargs md5sum) >"$root/DEBIAN/md5sums"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group --build "$root" "$out/stet_${version}_$architecture.deb"
