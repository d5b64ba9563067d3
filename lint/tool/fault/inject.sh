#!/bin/sh
# inject.sh - a call at libc's boundary fails, each in its turn; stet must end well.
#
# usage: inject.sh BUILD [EVERY]    with EVERY, only each so-manieth call
# Right is: exit status 0 or 1 with the report of the sound run, but for findings that a
# file could not be checked; or 2 with a word. No crash, no hang, no temporary file.
set -u
build=$(cd "$1" && pwd)
every=${2:-1}
shares=2 # one for each of two processors
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' INT TERM

# prepare FOLDER: what is checked: each way to read front matter, a config, a schema with
# data beside it, an ignore file, and files that have findings.
prepare() {
    mkdir -p "$1/p/.git" "$1/p/deep"
    cd "$1/p" || exit 2
    echo 'drafts/' >.gitignore
    printf 'extends: base.yaml\nrules: {line-length: {line_length: 40}}\n' >stet.yaml
    printf 'frontMatter: {schema: article.yaml}\nignore: [ignored.md]\n' >base.yaml
    printf '%s\n' 'type: object' 'required: [title]' 'properties:' \
        '  title: {type: string, pattern: "^[A-Z]"}' \
        '  author: {x-enum-from: {file: names.yaml}}' >article.yaml
    echo '[Ann, Ben]' >names.yaml
    printf -- '---\ntitle: yaml\nauthor: Bob\n---\n\n# Title\n\n| a | b |\n|---|---|\n| 1 |\n' >a.md
    printf '+++\ntitle = "toml"\n+++\n\n- one\n* two \n\ttab\n' >b.md
    printf '{"title": 1}\n\n# json\n\n<b>text</b> [link](x.md) www.example.com\n' >c.md
    # shellcheck disable=SC2016 # that is no variable
    printf -- '---\n$schema: other.json\ntitle: T\n---\n\n### Deep\n' >deep/d.md
    echo '{"properties": {"title": {"minLength": 5}}}' >deep/other.json
    printf '# Plain\n\ntext \n\n[^1]: note\n' >deep/e.md
    echo ignored >ignored.md
    cd ..
    echo p >list
}

# What a program of libc takes and cannot be refused: its arguments alone could be wrong.
# Those of the second list are taken by cmark-gfm, where it is an archive.
sure="__cxa_finalize __errno_location __gmon_start__ __libc_start_main __sched_cpucount \
    __sysv_signal _exit abort dirfd exit fprintf free getenv getpid getppid memchr \
    malloc_trim mallopt memcmp memcpy memmove memset posix_spawn_file_actions_destroy \
    posix_spawnattr_destroy posix_spawnattr_setflags posix_spawnattr_setsigdefault qsort \
    raise sbrk sigaddset sigemptyset sigfillset snprintf \
    strchr strcmp strcspn strerror strftime strlen strncmp strnlen strrchr strsignal \
    strspn strstr strtol strtoll strtoul strtoull vsnprintf"
sure="$sure __assert_fail __ctype_tolower_loc __fprintf_chk __memset_chk __snprintf_chk \
    __stack_chk_fail strcpy strncasecmp"

# Each other function that the program takes from libc has a call of ours in its place.
nm -D "$build/stet" | sed -n 's/^ *[Uw] \([^@]*\)@GLIBC.*/\1/p' | sort >"$work/taken"
nm -D "$build/fail_calls.so" | sed -n 's/.* T //p' | sort >"$work/ours"
echo "$sure" | tr -s ' ' '\n' | sort | comm -13 - "$work/taken" | comm -23 - "$work/ours" >"$work/missed"
if [ -s "$work/missed" ]; then
    echo "inject: lint/tool/fault/ lacks these calls:"
    cat "$work/missed"
    exit 1
fi

share=0
while [ $share -lt $shares ]; do
    (
        prepare "$work/$share"
        exec "$build/inject" "$build/stet" "$build/fail_calls.so" \
            $((share * every)) $((shares * every))
    ) >"$work/log.$share" 2>&1 &
    share=$((share + 1))
done
wait
cat "$work"/log.*
awk '$1 == "runs" { n++; runs += $2; same += $4; refused += $6; bad += $8 }
    END {
        printf "inject: %d runs with a fault, %d as without, %d refused, %d wrong\n", \
            runs, same, refused, bad
        exit !(n == '$shares' && bad == 0)
    }' "$work"/log.*
