# check_includes.awk - lines `file:#include "header"` against the lists of check_includes.sh

# Reads a list of rooms: allowed[name, room, other] for every other room on a line.
function read_rooms(name, text,    lines, words, count, i, j, room) {
    count = split(text, lines, "\n")
    for (i = 1; i <= count; i++) {
        if (split(lines[i], words, /[: ]+/) == 0 || words[1] == "")
            continue
        room = words[1]
        for (j = 2; j in words; j++) {
            if (words[j] == "")
                continue
            if (!((name, words[j]) in known))
                complain("the rooms: " room " stands below " words[j] ", which it may know")
            allowed[name, room, words[j]] = 1
        }
        known[name, room] = 1
        order[name, ++rooms_of[name]] = room
    }
}

function complain(text) {
    print text > "/dev/stderr"
    wrong = 1
}

# The room of a path below lint/.
function room_of(path,    parts, count) {
    count = split(path, parts, "/")
    if (parts[1] == "rules")
        return count > 2 ? "rules" : "table"
    return count > 2 ? parts[2] : path == "lint/rule.h" ? "door" : "main"
}

# The room inside lint/schema/.
function schema_room_of(path,    parts, count) {
    count = split(path, parts, "/")
    if (count > 3)
        return parts[3]
    return path ~ /\.h$/ ? "top" : "violation"
}

function check(name, file, room, other, header) {
    if (!((name, room) in known))
        complain(file ": stands in no room; rooms are listed in check_includes.sh")
    else if (!((name, room, other) in allowed))
        complain(file ": includes " header "; " room " may not know " other)
    else
        used[name, room, other] = 1
}

# A rule includes the door and the C library.
function check_rule(file, header) {
    if (header !~ /^(lint\/rule\.h|std[a-z]+\.h|string\.h|limits\.h|ctype\.h)$/)
        complain(file ": a rule includes " header "; only lint/rule.h is allowed")
}

function check_library(file, header,    lines, words, count, i) {
    count = split(libraries, lines, "\n")
    for (i = 1; i <= count; i++)
        if (split(lines[i], words, " ") == 2 && index(header, words[1]) == 1 && file != words[2])
            complain(file ": includes " header ", which belongs to " words[2])
}

function check_door(file, room, header) {
    if (room == "door")
        return
    if (room == "table" || (" " guests " ") ~ (" " room " "))
        return
    complain(file ": includes " header "; " room " may not go through the door")
}

function check_own(file, header,    room, other) {
    room = room_of(file)
    other = room_of(header)
    if (room == "rules" || room == "table")
        return
    if (other == "table") {
        if (room != "main")
            complain(file ": knows the table of rules")
    } else if (other == "door") {
        check_door(file, room, header)
    } else if (room == "door") {
        if ((" " door " ") !~ (" " other " "))
            complain(file ": the door may not show " header)
    } else if (room == "schema" && other == "schema") {
        room = schema_room_of(file)
        other = schema_room_of(header)
        if (room != other)
            check("schema", file, room, other, header)
    } else if (room != other) {
        check("lint", file, room, other, header)
    }
}

BEGIN {
    wrong = 0
    read_rooms("lint", rooms)
    read_rooms("schema", inner)
}

{
    colon = index($0, ":")
    file = substr($0, 1, colon - 1)
    header = substr($0, colon + 1)
    sub(/^#include *["<]/, "", header)
    sub(/[">].*$/, "", header)
    if (room_of(file) == "rules")
        check_rule(file, header)
    check_library(file, header)
    if (header ~ /^(lint|rules)\//)
        check_own(file, header)
}

# Prints the rooms. An unused allowance is an error, so that the lists remain true.
function report(name, title,    i, j, room, other, line) {
    for (i = 1; i <= rooms_of[name]; i++) {
        room = order[name, i]
        line = title room ":"
        for (j = 1; j < i; j++) {
            other = order[name, j]
            if (!((name, room, other) in allowed))
                continue
            line = line " " other
            if (!((name, room, other) in used))
                complain("the rooms: " title room " does not need to know " other)
        }
        print line
    }
}

END {
    report("lint", "")
    report("schema", "schema/")
    exit wrong
}
