#!/bin/sh
# completions_test.sh - the shells complete what the tables of commands and options say.
#
# usage: completions_test.sh BUILD
# Each line of `cases` is what is typed, `|`, and a word that must be offered, or with `!`
# before it one that must not. Only words that begin as what is typed are asked for, since
# shells leave out others in different ways.
set -u
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
skipped=0
mkdir "$work/articles"
: >"$work/articles.yaml"

cases='
stet ch|check
stet ch|!schema
stet schema c|check
stet schema c|config
stet schema c|!completions
stet check --form|--format
stet check --form|!--force-exclude
stet check --format sa|sarif
stet check --format sa|!yaml
stet schema infer --format y|yaml
stet schema check --fail-on nev|never
stet fix --un|--unsafe
stet rules --un|!--unsafe
stet check --rule no-hard|no-hard-tabs
stet explain MD01|MD010
stet help exp|explain
stet completions z|zsh
stet check --config articles.y|articles.yaml
stet check artic|articles/
stet check --jobs 4 --preset mark|markdownlint
'

# verdict SHELL TYPED WANTED OFFERED: counts whether the wanted word is offered.
verdict() {
    wanted=${3#!}
    if printf '%s\n' "$4" | grep -qxF -e "$wanted" -e "${wanted%/}"; then has=yes; else has=no; fi
    case $3 in '!'*) expected=no ;; *) expected=yes ;; esac
    if [ $has = $expected ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "[  FAILED  ] $1 after \`$2\`: $3; it offers:"
        printf '%s\n' "$4" | head
    fi
}

# The words that bash would show; files where the script offers nothing.
offer_bash() {
    bash --norc --noprofile -c '
        . "$1"
        read -r -a COMP_WORDS <<<"$2"
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _stet
        [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
        printf "%s\n" "${COMPREPLY[@]}"' offer "$work/stet.bash" "$1"
}

offer_fish() {
    # shellcheck disable=SC2016 # for fish
    HOME=$work fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$work/stet.fish" "$1" |
        cut -f 1
}

# zsh completes only where somebody types: into a pseudo terminal, in which the list of
# all offered words is printed in place of the menu.
offer_zsh() {
    # shellcheck disable=SC2016 # for zsh
    zsh -f -c '
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "PS1=; cd $1; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -d $1/dump"
        zpty -w shell "compadd () { [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]] && { builtin compadd \"\$@\"; return }; typeset -a found; builtin compadd -O found \"\$@\"; print -rl -- \"offer:\$^found\" >>$1/offered; builtin compadd \"\$@\" }"
        zpty -w shell "ended () { : >$1/ended }; comppostfuncs=(ended)"
        zpty -w shell "bindkey \"^I\" complete-word; print ready >$1/ready"
        await () { for (( i = 0; i < 400; i++ )); do [[ -e $1 ]] && break; sleep 0.02; done }
        await $1/ready
        zpty -w -n shell "$2"$'"'\\t'"'
        await $1/ended
        zpty -w -n shell $'"'\\x15'"'
        zpty -w shell "exit"
        while zpty -r shell line; do :; done' offer "$work" "$1" >/dev/null 2>&1
    sed -n 's/^offer://p' "$work/offered" 2>/dev/null | tr ' ' '\n'
    rm -f "$work/offered" "$work/ready" "$work/ended"
}

for shell in bash zsh fish; do
    if ! command -v $shell >/dev/null; then
        echo "skipped: $shell is not installed"
        skipped=$((skipped + 1))
        continue
    fi
    file=$work/stet.$shell
    [ $shell = zsh ] && file=$work/_stet
    "$build/stet" completions $shell >"$file" || exit 1
    if ! $shell -n "$file"; then
        failed=$((failed + 1))
        echo "[  FAILED  ] $shell cannot read its script"
    fi
    while IFS='|' read -r typed wanted; do
        [ -z "$typed" ] || verdict $shell "$typed" "$wanted" "$(cd "$work" && offer_$shell "$typed")"
    done <<END
$cases
END
done
echo "[  PASSED  ] $passed test(s)."
[ "$skipped" -eq 0 ] || echo "[  SKIPPED ] $skipped test(s)."
[ "$failed" -eq 0 ]
