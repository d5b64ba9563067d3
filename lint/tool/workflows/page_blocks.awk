# page_blocks.awk - the fenced blocks of a page as files, and the commands in them
#
# usage: awk -v folder=FOLDER -f page_blocks.awk PAGE
# Writes each block to FOLDER/N.LANGUAGE and prints `N LANGUAGE COMMAND` for each command: a
# line of a block `sh`, an item of a `script:`, and what follows `run:`, `script:` or Jenkins'
# `sh`. Of a block `sh` with `set -e` the whole is one: `N sh .`.

function command(text) {
    sub(/ +# .*/, "", text)
    print count, language, text
}

/^```/ {
    inside = !inside
    if (!inside) {
        close(file)
        if (whole)
            command(".")
        next
    }
    language = substr($0, 4)
    file = folder "/" ++count "." language
    whole = items = 0
    next
}

!inside { next }
{ print > file }
/^set -e$/ { whole = 1 }
whole { next }
language == "sh" { command($0) }
language == "groovy" && /^ *sh '.*'$/ {
    sub(/^ *sh '/, "")
    sub(/'$/, "")
    command($0)
}
language == "yaml" && items && /^    - / { command(substr($0, 7)) }
language == "yaml" && !/^    - / { items = 0 }
language == "yaml" && /^  script:$/ { items = 1 }
language == "yaml" && /^ *- (run|script): / {
    sub(/^ *- (run|script): /, "")
    command($0)
}
