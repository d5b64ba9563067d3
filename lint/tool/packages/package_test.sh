#!/bin/sh
# package_test.sh - the packages can be installed, used and removed, as a new user would.
#
# usage: package_test.sh BUILD DIST VERSION
# BUILD has a program to compare with, DIST what `make deb npm dist` made. What is not
# installed on this machine is skipped.
set -u
. lint/tool/script_cases.sh
dist=$(cd "$2" && pwd)
version=$3
root=$(pwd)
skipped=0
# The options of the make that runs this are not for those below.
unset MAKEFLAGS MFLAGS MAKELEVEL
: >"$work/err"

skip() {
    echo "skipped: $1"
    skipped=$((skipped + 1))
}

# works NAME PROGRAM...: the program checks articles as it should.
works() {
    name=$1
    shift
    mkdir -p "$work/articles"
    printf '# A\n' >"$work/articles/good.md"
    printf '# A\n\na\ttab\n' >"$work/articles/bad.md"
    same "$name: its version" "stet $version" "$("$@" version | head -n 1)"
    (cd "$work" && "$@" check --no-config -q articles/good.md) >"$work/out" 2>"$work/err"
    same "$name: a good article" 0 $?
    (cd "$work" && "$@" check --no-config -q articles) >"$work/out" 2>"$work/err"
    same "$name: a bad article" "1 1" "$? $(grep -c MD010 "$work/out")"
    (cd "$work" && "$@" check --no-config nowhere.md) >"$work/out" 2>"$work/err"
    same "$name: no article" 2 $?
}

# Debian.
deb=$(find "$dist" -name "stet_$version-1_*.deb")
same "one package" 1 "$(echo "$deb" | grep -c .)"
make -s deb DEB_BUILD=build/deb-again DIST="$work/again" >"$work/out" 2>"$work/err"
same "two builds" same "$(cmp "$work"/again/*.deb "$deb" && echo same)"
rm -rf build/deb-again
if command -v lintian >/dev/null; then
    same "lintian" "" "$(lintian --allow-root --tag-display-limit 0 "$deb" 2>/dev/null)"
else
    skip 'lintian is not installed'
fi
if [ "$(id -u)" = 0 ]; then
    mkdir -p "$work/root/var/lib/dpkg/info" "$work/root/var/lib/dpkg/updates"
    : >"$work/root/var/lib/dpkg/status"
    # Its libraries are those of this machine.
    dpkg --root="$work/root" --force-depends --force-script-chrootless --log=/dev/null \
        -i "$deb" >"$work/out" 2>"$work/err"
    same "dpkg installs" "0 install ok installed" \
        "$? $(dpkg-query --root="$work/root" -W -f='${Status}' stet)"
    works deb "$work/root/usr/bin/stet"
    dpkg --root="$work/root" --log=/dev/null --purge stet >"$work/out" 2>"$work/err"
    same "dpkg removes" 0 $?
    same "nothing is left" "" "$(find "$work/root" ! -path '*/var/lib/dpkg*' ! -type d)"
    same "apt finds what it needs" 1 "$(apt-get -s -o Debug::NoLocking=1 install "$deb" 2>"$work/err" |
        grep -c '^Inst stet ')"
else
    skip 'dpkg installs only for root'
fi

# npm.
program=$(find "$dist" -name "stet-lint-stet-linux-*-$version.tgz")
wrapper=$dist/$(make -s print-NPM_NAME)-$version.tgz
install() {
    mkdir "$work/$1" && cd "$work/$1" || exit 2
    echo '{"private": true}' >package.json
    shift
    npm install --silent --offline --no-audit --no-fund "$@" >"$work/out" 2>"$work/err"
    cd "$root" || exit 2
}
if command -v npm >/dev/null; then
    install npm "$program"
    works npm "$work/npm/node_modules/.bin/stet"
    same "npm links to the program itself" ELF "$(head -c 4 "$work/npm/node_modules/.bin/stet" | tr -dc '[:alpha:]')"
    (cd "$work/npm" && npm uninstall --silent --offline @stet-lint/stet-linux-x64 @stet-lint/stet-linux-arm64)
    same "npm removes" "" "$(find "$work/npm" -name 'stet*')"
    install wrapped "$program" "$wrapper"
    works "npm's wrapper" node "$work/wrapped/node_modules/$(make -s print-NPM_NAME)/stet.js"
    rm -r "$work/wrapped/node_modules/$(make -s print-NPM_SCOPE)"
    node "$work/wrapped/node_modules/$(make -s print-NPM_NAME)/stet.js" version 2>"$work/err"
    same "the wrapper alone" "2 1" "$? $(grep -c 'there is no program for linux' "$work/err")"

    # The registry that `npm publish` puts them into, and from which a user gets them.
    mkdir "$work/registry" "$work/npm bin" "$work/files"
    cp "$program" "$wrapper" "$work/files"
    python3 lint/tool/packages/npm_registry.py "$work/registry" &
    server=$!
    trap 'kill $server; rm -rf "$work"' EXIT
    while [ ! -f "$work/registry/port" ]; do sleep 0.1; done
    host=127.0.0.1:$(cat "$work/registry/port")
    printf 'registry=http://%s/\n//%s/:_authToken=of-this-test\n' "$host" "$host" >"$work/npmrc"
    export npm_config_userconfig="$work/npmrc" npm_config_cache="$work/npm cache"
    GITHUB_ACTIONS='' sh packaging/npm/publish.sh "$work/files" --dry-run >"$work/out" 2>"$work/err"
    same "npm publish --dry-run" "0 no" "$? $(ls "$work/registry/published" 2>/dev/null || echo no)"
    GITHUB_ACTIONS='' sh packaging/npm/publish.sh "$work/files" >"$work/out" 2>"$work/err"
    same "npm publish, the program first" "0 $(make -s print-NPM_SCOPE)/stet-linux-x64 public
$(make -s print-NPM_NAME) public" "$? $(cat "$work/registry/published")"
    GITHUB_ACTIONS='' sh packaging/npm/publish.sh "$work/files" >"$work/out" 2>"$work/err"
    same "npm publish again" "0 2 2" \
        "$? $(grep -c 'there already' "$work/out") $(grep -c . "$work/registry/published")"
    mkdir "$work/user" && cd "$work/user" && echo '{"private": true}' >package.json
    npm install --silent --no-audit --no-fund "$(make -s -C "$root" print-NPM_NAME)" \
        >"$work/out" 2>"$work/err"
    cd "$root" || exit 2
    works "npm install from a registry" "$work/user/node_modules/.bin/stet"
    rm "$work/files/${wrapper##*/}"
    GITHUB_ACTIONS='' sh packaging/npm/publish.sh "$work/files" >"$work/out" 2>"$work/err"
    same "npm publish of half a release" 1 $?
    # On GitHub, and what an npm that fails does.
    cp "$wrapper" "$work/files"
    # shellcheck disable=SC2016 # the text of a script
    printf '#!/bin/sh\necho "$@"\n[ "$1" != "${FAILS:-}" ]\n' >"$work/npm bin/npm"
    chmod +x "$work/npm bin/npm"
    PATH="$work/npm bin:$PATH" GITHUB_ACTIONS=true sh packaging/npm/publish.sh "$work/files" \
        >"$work/out" 2>"$work/err"
    same "with provenance" 2 "$(grep -c '^publish --access public --provenance /' "$work/out")"
    PATH="$work/npm bin:$PATH" FAILS=publish sh packaging/npm/publish.sh "$work/files" \
        >"$work/out" 2>"$work/err"
    same "the wrapper waits for the program" "1 1" "$? $(grep -c '^publish' "$work/out")"
    unset npm_config_userconfig npm_config_cache
else
    skip 'npm is not installed'
fi

# The sources, where git has nothing to say.
mkdir "$work/source" "$work/bin"
tar -xzf "$dist/stet-$version.tar.gz" -C "$work/source"
printf '#!/bin/sh\necho "git was called" >&2\nexit 1\n' >"$work/bin/git"
chmod +x "$work/bin/git"
(cd "$work/source/stet-$version" && PATH=$work/bin:$PATH make -s -j2 all &&
    PATH=$work/bin:$PATH make -s install PREFIX=/usr DESTDIR="$work/made") >"$work/out" 2>"$work/err"
same "make of the archive" 0 $?
works archive "$work/made/usr/bin/stet"

# The image, as a folder: what the Containerfile copies, and what it runs.
if [ "$(id -u)" = 0 ]; then
    image=$work/image
    mkdir "$image"
    while read -r word from to; do
        case $word in COPY) cp "$from" "$image$to" ;; WORKDIR) mkdir -p "$image$from" ;; esac
    done <Containerfile
    user=$(sed -n 's/^USER //p' Containerfile)
    entry=$(sed -n 's/^ENTRYPOINT \["\(.*\)"\]/\1/p' Containerfile)
    same "the image has one file" "$entry" "$(cd "$image" && find . -type f | sed 's/^\.//')"
    cp -r "$work/articles" "$image/data"
    chmod -R a+rX "$work" "$image"
    chroot --userspec="$user" "$image" "$entry" check --no-config -q data/articles >"$work/out" 2>"$work/err"
    same "the image checks" "1 1" "$? $(grep -c MD010 "$work/out")"
else
    skip 'chroot works only for root'
fi

[ "$skipped" -eq 0 ] || echo "[  SKIPPED ] $skipped test(s)."
tell
