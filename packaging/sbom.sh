#!/bin/sh
# sbom.sh - prints what a static program of stet consists of, as SPDX 2.3 in JSON.
#
# usage: sbom.sh PROGRAM NAME VERSION HOMEPAGE
# NAME is that of the program among the files of a release. The same program gives the same
# text where SOURCE_DATE_EPOCH is set.
set -eu
program=$1
name=$2
version=$3
homepage=$4
cc=${CC:-cc}
sum=$(sha256sum <"$program" | cut -d' ' -f1)
created=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%Y-%m-%dT%H:%M:%SZ)

# The library that headers are of, for it has no file for pkg-config.
cmark_version() {
    # shellcheck disable=SC2086 # a compiler and its options
    printf '#include <cmark-gfm.h>\nCMARK_GFM_VERSION_STRING\n' | $cc -E -P - |
        tail -n 1 | tr -d '" '
}

# package ID NAME VERSION LICENCE URL COMMA: a library in the program.
package() {
    cat <<END
    {"SPDXID": "SPDXRef-$1", "name": "$2", "versionInfo": "$3",
     "licenseConcluded": "$4", "licenseDeclared": "$4", "copyrightText": "NOASSERTION",
     "downloadLocation": "$5", "filesAnalyzed": false}$6
END
}

# contains ID COMMA: the program has that library in it.
contains() {
    echo "    {\"spdxElementId\": \"SPDXRef-stet\", \"relationshipType\": \"STATIC_LINK\", \"relatedSpdxElement\": \"SPDXRef-$1\"}$2"
}

cmark=$(cmark_version)
[ -n "$cmark" ] || {
    echo 'sbom.sh: the compiler does not find the version of cmark-gfm' >&2
    exit 1
}

cat <<END
{"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "dataLicense": "CC0-1.0",
  "name": "$name", "documentNamespace": "$homepage/spdx/$name-$sum",
  "creationInfo": {"created": "$created", "creators": ["Tool: stet-sbom"]},
  "packages": [
    {"SPDXID": "SPDXRef-stet", "name": "stet", "versionInfo": "$version",
     "packageFileName": "$name", "primaryPackagePurpose": "APPLICATION",
     "checksums": [{"algorithm": "SHA256", "checksumValue": "$sum"}],
     "licenseConcluded": "MIT", "licenseDeclared": "MIT", "copyrightText": "NOASSERTION",
     "downloadLocation": "$homepage/releases/download/v$version/$name", "filesAnalyzed": false},
END
package cmark-gfm cmark-gfm "$cmark" BSD-2-Clause https://github.com/github/cmark-gfm ,
package libyaml libyaml "$(pkg-config --modversion yaml-0.1)" MIT https://github.com/yaml/libyaml ,
package pcre2 pcre2 "$(pkg-config --modversion libpcre2-8)" BSD-3-Clause \
    https://github.com/PCRE2Project/pcre2 ,
package glibc glibc "$(getconf GNU_LIBC_VERSION | cut -d' ' -f2)" LGPL-2.1-or-later \
    https://sourceware.org/glibc/ ''
cat <<END
  ],
  "relationships": [
    {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-stet"},
END
contains cmark-gfm ,
contains libyaml ,
contains pcre2 ,
contains glibc ''
cat <<END
  ]
}
END
