# report_cases.awk - reads findings from a JSON report, and judges them
#
# usage: awk -f report_cases.awk -v mode=findings        a line of JSON for each finding
#        awk -f report_cases.awk -v mode=judge -v name=FILE -v wanted=TEXT -v before=TEXT
#            the findings of one case, separated by \036

# The text or number after a key.
function member(json, key,    rest) {
    if (!match(json, "\"" key "\":"))
        return ""
    rest = substr(json, RSTART + RLENGTH)
    if (substr(rest, 1, 1) != "\"") {
        match(rest, /^[a-z0-9]*/)
        return substr(rest, 1, RLENGTH)
    }
    rest = substr(rest, 2)
    match(rest, /^([^"\\]|\\.)*/)
    rest = substr(rest, 1, RLENGTH)
    gsub(/\\"/, "\"", rest)
    gsub(/\\\\/, "\\", rest)
    return rest
}

function fixes(json,    text, rest, at) {
    at = index(json, "\"fix\":")
    if (!at)
        return ""
    rest = substr(json, at)
    text = " fix " (member(rest, "safe") == "true" ? "safe" : "unsafe") ":"
    while ((at = index(rest, "\"text\":"))) {
        rest = substr(rest, at)
        text = text " " member(rest, "text")
        rest = substr(rest, 8)
    }
    return text
}

# Is the rule found with a safe fix?
function has_safe_fix(found, rule) {
    return found ~ ("\\[" rule "\\] fix safe")
}

# There is a finding on the line of each place.
function places_found(wanted, found,    place) {
    wanted = " " wanted
    while (match(wanted, /[ (][0-9]+:[0-9]+/)) {
        place = substr(wanted, RSTART + 1, RLENGTH - 1)
        sub(/:.*/, "", place)
        wanted = substr(wanted, RSTART + RLENGTH)
        if (index("\036" found, "\036" place ":") == 0)
            return 0
    }
    return 1
}

# A fix in quotes is part of a fix or of a message.
function fix_found(wanted, found,    text) {
    if (!match(wanted, /(fix|fixes|must be|fix must be|did you mean|right:|suggestions) ("[^"]*"|'[^']*'|`[^`]*`|\[[^]]*\])/))
        return -1
    text = substr(wanted, RSTART, RLENGTH)
    sub(/^[^"'`\[]*/, "", text)
    if (text ~ /^`/)
        text = substr(text, 2, length(text) - 2)
    return index(found, text) > 0
}

function judge_front_matter(found, wanted, before,    fix) {
    if (found == "" || !places_found(wanted, found))
        return "missed"
    if (match(wanted, /FM00[0-9]/) && !index(found, substr(wanted, RSTART, RLENGTH)))
        return "missed"
    fix = fix_found(wanted, found)
    if (fix >= 0)
        return fix ? "ok" : "look"
    return before ~ /^\(nothing\)/ ? "ok" : "look"
}

function judge_markdown(found, wanted,    rule, rest) {
    rule = match(wanted, /MD0[0-9][0-9]/) ? substr(wanted, RSTART, RLENGTH) : ""
    if (wanted ~ /no safe fix/)
        return rule != "" && has_safe_fix(found, rule) ? "missed" : "ok"
    rest = wanted
    while (match(rest, /no MD0[0-9][0-9]/)) {
        if (index(found, "[" substr(rest, RSTART + 3, 5) "]"))
            return "missed"
        rest = substr(rest, RSTART + RLENGTH)
    }
    return wanted ~ /no MD0/ ? "ok" : "look"
}

mode == "findings" {
    print member($0, "line") ":" member($0, "column") " " member($0, "severity") ": " \
        member($0, "message") " [" member($0, "rule") "]" fixes($0)
}

mode == "judge" {
    found = $0
    sub(/\036$/, "", found)
    verdict = before == "" ? judge_markdown(found, wanted) \
                           : judge_front_matter(found, wanted, before)
    gsub(/\036/, " // ", found)
    print verdict "\t" name "\t" wanted "\t" (found == "" ? "(nothing)" : found)
    done = 1
}

END {
    if (mode == "judge" && !done)
        print (before == "" && wanted ~ /no (MD|safe)/ ? "ok" : \
               before == "" ? "look" : "missed") "\t" name "\t" wanted "\t(nothing)"
}
