# check_rules.awk - what check_rules.sh says about rules
#
# usage: awk -f check_rules.awk part=PART FILE... part=PART FILE...
#
# The parts are, in this order, table and found, as in check_rules.sh; sources and fixtures,
# which list files, and quiet, fixtures without findings; schema; then texts: the tables of
# rules, all sources, and the options and findings of fixtures.

# A rule whose cost grows with a text finds something in it again and again. What makes a
# source long is of use to other rules: it belongs to lint/document.
BEGIN {
    often = 10
    longest = 150
}

function complain(subject, words) {
    print subject ": " words
    wrong = 1
}

function base_name(path) {
    sub(/.*\//, "", path)
    sub(/\..*/, "", path)
    return path
}

function folder_name(path) {
    sub(/\/[^\/]*$/, "", path)
    return base_name(path)
}

# A character of two or three bytes in UTF-8, from four hexadecimal digits.
function utf8(digits,    code, i) {
    for (i = 1; i <= 4; i++)
        code = code * 16 + index("0123456789abcdef", tolower(substr(digits, i, 1))) - 1
    if (code < 2048)
        return sprintf("%c%c", 192 + int(code / 64), 128 + code % 64)
    return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64, \
        128 + code % 64)
}

# A value in JSON or YAML without what only one of them needs.
function plain(value) {
    while (match(value, /\\u[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]/))
        value = substr(value, 1, RSTART - 1) utf8(substr(value, RSTART + 2, 4)) \
            substr(value, RSTART + 6)
    gsub(/\\"/, "", value)
    gsub(/\\\\/, "\\", value)
    gsub(/["' \[\]]/, "", value)
    return value
}

FNR == 1 {
    in_front = is_config = 0
}

# TABLE

function text_field(key,    at, rest) {
    at = index($0, "\"" key "\":\"")
    rest = substr($0, at + length(key) + 4)
    return substr(rest, 1, match(rest, /"/) - 1)
}

function presets(    list) {
    list = /"recommended":true/ ? "recommended" : ""
    if (/"markdownlint":true/)
        list = list (list ? "," : "") "markdownlint"
    return list
}

function take_options(name,    count, i, option, value) {
    count = split($0, pieces, /\{"name":"/)
    for (i = 2; i <= count; i++) {
        option = value = pieces[i]
        sub(/".*/, "", option)
        sub(/^[^"]*","default":/, "", value)
        sub(/,"(choices":\[|help":").*/, "", value)
        options[name] = options[name] option "\n"
        said[name, "option " option] = plain(value)
    }
}

part == "table" && /^\{/ {
    name = text_field("name")
    names[++rule_count] = name
    code[name] = text_field("code")
    tags = $0
    sub(/.*"tags":/, "", tags)
    sub(/\].*/, "", tags)
    said[name, "code"] = code[name]
    said[name, "rule"] = name
    said[name, "default"] = text_field("severity")
    said[name, "fix"] = text_field("fix")
    said[name, "tags"] = plain(tags)
    said[name, "presets"] = presets()
    take_options(name)
}

# FOUND: rule, shape, findings

part == "found" {
    shape = $2
    sub(/.*\//, "", shape)
    if ($3 >= often || index(shape, $1) == 1)
        grows[$1] = 1
}

# SOURCES, FIXTURES, QUIET

part == "sources" {
    name = base_name($0)
    if (/\.c$/)
        sources[name]++
    else
        pages[name]++
    if (!(name in code))
        complain($0, "there is no rule of this name in the table")
}

part == "fixtures" {
    fixture[$0] = 1
    if (/^testdata\/rules\//)
        situations[$0] = folder_name($0)
}

part == "quiet" {
    quiet[$0] = 1
    good[folder_name($0)] = 1
}

# SCHEMA

part == "schema" && /^"[a-z0-9_-]*":\{"description"/ {
    key = substr($0, 2, index($0, "\":") - 2)
    if (key in code)
        of_rule = key
    in_schema[of_rule, key == of_rule ? "" : key] = 1
}

# Tables of rules: one in the header, one in the source.

FILENAME ~ /rules\/rules\.[ch]$/ && match($0, /rule_[a-z0-9_]+/) {
    symbol = substr($0, RSTART + 5, RLENGTH - 5)
    gsub(/_/, "-", symbol)
    rows[FILENAME, symbol]++
}

# Sources

FILENAME ~ /^rules\/.*\/.*\.c$/ && match($0, /\.code = "[^"]*"/) {
    own_code[base_name(FILENAME)] = substr($0, RSTART + 9, RLENGTH - 10)
}

FILENAME ~ /^rules\/.*\/.*\.c$/ {
    lines[base_name(FILENAME)] = FNR
}

FILENAME ~ /^rules\/.*\/.*\.c$/ && /\.role = ROLE_/ {
    of_core[base_name(FILENAME)] = 1
}

# Pages: the front matter, then the options of examples

FILENAME ~ /^rules\/.*\.md$/ && /^---$/ {
    in_front = FNR == 1
    next
}

in_front && /^[a-z]*:/ {
    key = $1
    sub(/:$/, "", key)
    sub(/^[a-z]*: */, "")
    if (key != "options")
        page_says[base_name(FILENAME), key] = plain($0)
    next
}

in_front {
    key = $1
    sub(/:$/, "", key)
    sub(/^ *[^ ]*: */, "")
    page_says[base_name(FILENAME), "option " key] = plain($0)
    next
}

FILENAME ~ /^rules\/.*\.md$/ && /^`+/ {
    is_config = /^`+yaml config/
}

function take_used(name,    words, count, i) {
    count = split($0, words, /[^a-z0-9_]+/)
    for (i = 1; i <= count; i++)
        used[name, words[i]] = 1
}

is_config {
    take_used(base_name(FILENAME))
}

# Fixtures

FILENAME ~ /^testdata\/rules\/.*\.yaml$/ {
    take_used(folder_name(FILENAME))
}

FILENAME ~ /^testdata\/rules\/.*\.out$/ {
    bad[folder_name(FILENAME)] = 1
}

# All rules of front matter run on these, and one finds something where others do not.
FILENAME ~ /^testdata\/front-matter\/.*\.out$/ && match($0, / [a-z-]+: /) {
    name = substr($0, RSTART + 1, RLENGTH - 3)
    good[name] = bad[name] = 1
}

function check_said(name,    key, parts) {
    for (key in said) {
        split(key, parts, SUBSEP)
        if (parts[1] == name && page_says[name, parts[2]] != said[key])
            complain(name, "its page says `" parts[2] ": " page_says[name, parts[2]] \
                "`, its struct `" said[key] "`")
    }
    for (key in page_says) {
        split(key, parts, SUBSEP)
        if (parts[1] == name && !((name, parts[2]) in said))
            complain(name, "its page has `" parts[2] "`, its struct has not")
    }
}

function check_options(name,    list, count, i) {
    count = split(options[name], list, "\n") - 1
    for (i = 1; i <= count; i++) {
        if (!used[name, list[i]])
            complain(name, "no fixture and no example uses the option `" list[i] "`")
        if (!in_schema[name, list[i]])
            complain(name, "schemas/config.schema.json lacks the option `" list[i] "`")
    }
}

function check_tests(name) {
    if (!good[name])
        complain(name, "no fixture without findings in testdata/rules/" name)
    if (!bad[name])
        complain(name, "no fixture with findings in testdata/rules/" name)
    if (!grows[name])
        complain(name, "no shape of lint/tool/growth/shapes.tsv makes it report " often \
            " times, or has its name")
}

function check_rule(name) {
    if (sources[name] != 1)
        complain(name, "its source should be one file rules/*/" name ".c")
    else if (own_code[name] != code[name])
        complain(name, "its source has the code `" own_code[name] "`, the table `" \
            code[name] "`")
    if (lines[name] > longest)
        complain(name, "its source has " lines[name] " lines, expected " longest \
            " at most")
    if (pages[name] != 1)
        complain(name, "its page should be one file rules/*/" name ".md")
    else
        check_said(name)
    if (!rows["rules/rules.h", name] || !rows["rules/rules.c", name])
        complain(name, "rules/rules.h and rules/rules.c should have a line for it")
    if (!in_schema[name, ""])
        complain(name, "schemas/config.schema.json lacks it")
    check_options(name)
    if (!of_core[name])
        check_tests(name)
}

function check_fixtures(    path, text) {
    for (path in situations) {
        if (!(situations[path] in code))
            complain(path, "there is no rule of this name")
        text = path
        sub(/(\.fixed)?\.[a-z]*$/, ".md", text)
        if (!fixture[text])
            complain(path, "there is no text beside it")
        sub(/\.md$/, ".out", text)
        if (!fixture[text])
            complain(path, "there are no findings beside it")
    }
}

END {
    for (i = 1; i <= rule_count; i++)
        check_rule(names[i])
    check_fixtures()
    if (!rule_count)
        complain("check_rules", "no rule in the table")
    exit wrong
}
