# shellcheck shell=sh
# history.sh - articles that change in steps: for the tests of --since and --baseline
#
# A line with `old` and a tab was there at the beginning, one with `new` and a tab was not.

# history_begin: five articles in this folder.
history_begin() {
    for f in 1 2 3 4 5; do
        i=0
        while [ $i -lt 12 ]; do
            i=$((i + 1))
            printf 'words %s of %s\n\nold\t%s-%s\n\n' $i $f $f $i
        done >f$f.md
    done
    seed=7
}

# random N: sets $chosen, of 0 to N - 1.
random() {
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    chosen=$((seed / 65536 % $1))
}

# history_step NUMBER CHANGE...: one of the changes, to one of the articles.
history_step() {
    number=$1
    shift
    random 5
    # shellcheck disable=SC2012,SC2035 # the names are made here
    file=$(ls *.md | sed -n "$((chosen + 1))p")
    random 12
    line=$((chosen * 4 + 3))
    random $#
    shift "$chosen"
    case $1 in
    move) # the line goes to the end
        { sed "${line}d" "$file"; sed -n "${line}p" "$file"; echo; } >x && mv x "$file" ;;
    rename) mv "$file" "name$number.md" ;;
    rewrite) sed "${line}s/.*/new	$number/" "$file" >x && mv x "$file" ;;
    insert) printf 'begin %s\n\nnew\tbegin %s\n\n' "$number" "$number" | cat - "$file" >x && mv x "$file" ;;
    esac
}

# history_news: the places of the new lines, as findings of MD010.
history_news() {
    # shellcheck disable=SC2035 # the names are made here
    grep -n 'new	' *.md | sed 's/\(.*:[0-9]*\):.*/\1:MD010/' | sort
}
