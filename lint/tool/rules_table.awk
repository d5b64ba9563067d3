# rules_table.awk - docs/rules.md: a table of all rules, from `stet rules --format json`
#
# usage: stet rules --format json | awk -f rules_table.awk

BEGIN {
    print "# Rules"
    print ""
    print "`stet explain NAME` shows the page of a rule. `FM…` are about front matter, `MD…` are"
    print "markdownlint's, under its codes and names, `ST…` are stet's own. A fix that is safe never changes"
    print "what an article says. In: r recommended, m markdownlint; all are in `all`. This page is written by"
    print "`make accept`."
    print ""
    print "| code | name | what it finds | severity | fix | in |"
    print "| --- | --- | --- | --- | --- | --- |"
}

# The value of a field that comes before the options, which have fields of the same names.
function field(key,    at, rest) {
    at = index($0, "\"" key "\":\"")
    rest = substr($0, at + length(key) + 4)
    return substr(rest, 1, match(rest, /[^\\]"/))
}

/^\{/ {
    page = $0
    sub(/.*\/blob\/[^\/]*\//, "../", page)
    sub(/".*/, "", page)
    finds = field("summary")
    gsub(/\\"/, "\"", finds)
    gsub(/\|/, "\\|", finds)
    printf "| [%s](%s) | %s | %s | %s | %s | %s%s |\n", field("code"), page, \
        field("name"), finds, field("severity"), field("fix"), \
        /"recommended":true/ ? "r" : "-", /"markdownlint":true/ ? "m" : "-"
}
