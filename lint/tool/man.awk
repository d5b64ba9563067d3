# man.awk - the help of commands, in the language of manual pages (mdoc)
#
# usage: stet help COMMAND | awk -f man.awk

function plain(text) {
    gsub(/\\/, "\\e", text)
    return text ~ /^[.']/ ? "\\&" text : text
}

# The option and its value, after two spaces: `-o, --output FILE`.
function item(text,    words, count, i, line) {
    count = split(text, words, " ")
    line = ".It"
    for (i = 1; i <= count; i++) {
        if (words[i] ~ /^--/)
            line = line " Fl Fl " substr(words[i], 3)
        else if (words[i] ~ /^-.,$/)
            line = line " Fl " substr(words[i], 2, 1) " ,"
        else
            line = line " Ar " plain(words[i])
    }
    print line
}

function close_list() {
    if (listing)
        print ".El"
    listing = 0
}

/^usage: / || /^stet / {
    sub(/^usage: /, "")
    close_list()
    name = $0
    sub(/ *[^a-z ].*/, "", name)
    print ".Ss " name
    print ".Dl " plain($0)
    print ".Pp"
    next
}

/^options:$/ {
    print ".Bl -tag -width Ds"
    listing = 1
    next
}

/^$/ { next }

# The help begins in one column, on the next line when there is no room.
listing && /^  -/ {
    if (substr($0, 33, 2) == "  ") {
        item(substr($0, 1, 32))
        print plain(substr($0, 35))
    } else {
        item($0)
    }
    next
}

{
    sub(/^ +/, "")
    print plain(listing ? $0 : toupper(substr($0, 1, 1)) substr($0, 2) ".")
}

END { close_list() }
