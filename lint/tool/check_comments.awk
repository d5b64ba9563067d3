# check_comments.awk - prints `file:line: name` for names in comments that no code has

# Records the words in code, strings included, as names that exist.
function learn(text,    word) {
    while (match(text, /[A-Za-z_][A-Za-z0-9_]*/)) {
        word = substr(text, RSTART, RLENGTH)
        exists[word] = 1
        text = substr(text, RSTART + RLENGTH)
    }
}

# Records the names in a part of a comment. What is in back-ticks is an author's text or a
# key of the config.
function listen(text,    name, before) {
    gsub(/`[^`]*`/, " ", text)
    while (match(text, /[A-Za-z_][A-Za-z0-9_]*(\.[ch]|\(\))?/)) {
        name = substr(text, RSTART, RLENGTH)
        before = RSTART > 1 ? substr(text, RSTART - 1, 1) : ""
        text = substr(text, RSTART + RLENGTH)
        if (name ~ /\.[ch]$/ && text ~ /^[A-Za-z0-9_]/) { # a member, as in `result.context`
            text = substr(name, length(name)) text
            name = substr(name, 1, length(name) - 2)
        }
        if (name !~ /[A-Za-z0-9]_[A-Za-z0-9]|\(\)|\.[ch]$/ || before ~ /[-.\/:@$<\\&]/ ||
            text ~ /^[-.:]?[A-Za-z0-9@\/]/)
            continue
        sub(/\(\)$/, "", name)
        mentions[++count] = name
        places[count] = FILENAME ":" FNR ":"
    }
}

FNR == 1 {
    in_comment = 0
    file = FILENAME
    sub(/.*\//, "", file)
    exists[file] = 1
}

# Where the first comment of a line of code starts, or 0: not inside a string.
function comment_start(line,    at, c, quote) {
    for (at = 1; at <= length(line); at++) {
        c = substr(line, at, 1)
        if (quote != "" && c == "\\")
            at++
        else if (quote != "")
            quote = c == quote ? "" : quote
        else if (c == "\"" || c == "'")
            quote = c
        else if (c == "/" && substr(line, at + 1, 1) == "*")
            return at
    }
    return 0
}

{
    line = $0
    while (line != "") {
        if (in_comment) {
            end = index(line, "*/")
            listen(end ? substr(line, 1, end - 1) : line)
            line = end ? substr(line, end + 2) : ""
            in_comment = !end
            continue
        }
        start = index(line, "/*") ? comment_start(line) : 0
        learn(start ? substr(line, 1, start - 1) : line)
        line = start ? substr(line, start + 2) : ""
        in_comment = start > 0
    }
}

END {
    for (i = 1; i <= count; i++)
        if (!(mentions[i] in exists))
            print places[i], mentions[i]
}
