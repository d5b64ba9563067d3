#!/bin/sh
# fix_faults.sh - stet fix is killed, its calls fail, its disk is full: nothing is lost.
#
# usage: fix_faults.sh BUILD RUNS [EVERY]    RUNS of each signal; each EVERY-th call fails
# Right is: each article is as it was or mended, whole; no temporary file but after
# SIGKILL; and exit status 0 only when all is mended.
set -u
build=$(cd "$1" && pwd)
runs=$2
every=${3:-1}
work=$(mktemp -d)
disk=
trap '[ -z "$disk" ] || umount "$disk"; chmod -R u+w "$work"; rm -rf "$work"' EXIT
trap 'exit 2' INT TERM
wrong=0

complain() {
    echo "fix-faults: $1"
    wrong=1
}

# articles FOLDER COUNT LINES: articles with something to mend, and nothing else wrong.
articles() {
    mkdir -p "$1/.git"
    n=0
    while [ $n -lt "$2" ]; do
        n=$((n + 1))
        {
            printf '# Title %d\n\n' $n
            line=0
            while [ $line -lt "$3" ]; do
                printf 'a line with a space at its end \n'
                line=$((line + 1))
            done
        } >"$1/$n.md"
    done
}

mkdir -p "$work/signals" "$work/calls"
articles "$work/signals/p" 60 200
(cd "$work/signals" && "$build/fix-faults" "$build/stet" kill "$runs") || wrong=1
articles "$work/calls/p" 4 3
(cd "$work/calls" && "$build/fix-faults" "$build/stet" "$build/fail_calls.so" "$every") || wrong=1

# same FOLDER: is each article there as it was before?
same() {
    diff -r "$work/before" "$1/p" >"$work/changes" || {
        complain "$2: an article changed"
        head -5 "$work/changes"
    }
}

# refused FOLDER WHAT PREFIX...: nothing can be written, which is said.
refused() {
    folder=$1
    what=$2
    shift 2
    rm -rf "$work/before"
    cp -R "$folder/p" "$work/before"
    (cd "$folder" && "$@" "$build/stet" fix --no-config -q --format unix p) >"$work/out" 2>&1
    status=$?
    [ $status = 2 ] || complain "$what: status $status"
    grep -q ST008 "$work/out" || complain "$what: no word"
    same "$folder" "$what"
    echo "$what: refused, $(grep -c ST008 "$work/out") files"
}

# A disk that is too small for one more article.
mkdir "$work/disk"
if mount -t tmpfs -o size=64k none "$work/disk" 2>/dev/null; then
    disk=$work/disk
    articles "$disk/p" 1 1000
    dd if=/dev/zero of="$disk/full" bs=1k 2>/dev/null
    refused "$disk" "a full disk" env
    rm "$disk/full"
    mount -o remount,ro "$disk"
    refused "$disk" "a disk that is only read" env
else
    echo "a full disk: skipped, nothing can be mounted"
fi

# A limit of the system is as good as a full disk.
mkdir "$work/small"
articles "$work/small/p" 1 1000
refused "$work/small" "files that are too large" sh -c 'ulimit -f 8; exec "$@"' sh

# Root may write anywhere, so root tries as nobody.
mkdir "$work/closed"
articles "$work/closed/p" 2 2
chmod 755 "$work"
chmod 555 "$work/closed/p"
if [ "$(id -u)" = 0 ]; then
    chown -R 65534 "$work/closed"
    refused "$work/closed" "a folder that is only read" setpriv --reuid=65534 --regid=65534 --clear-groups
else
    refused "$work/closed" "a folder that is only read" env
fi
[ $wrong = 0 ] && echo "fix-faults: nothing is lost"
exit $wrong
