# transcripts.awk - prints a page with the transcripts in it run again: after a line that
# begins with "$ " in a fenced block comes what the command prints, up to the next one
#
# usage: awk [-v write=1] -f transcripts.awk PAGE    in the folder of the project, with stet in
# PATH. With `write` a block after a line that names a file, "In `stet.yaml`:", is written
# to that file.

function run(command,    line) {
    command = command " 2>&1"
    while ((command | getline line) > 0)
        print line
    close(command)
}

# The file that a line names: "In `a.yaml`:", or "In `a.yaml`; more words:".
function named(line) {
    if (line !~ /^In `[^`]+`.*:$/)
        return ""
    split(line, words, "`")
    return words[2]
}

/^```/ {
    inside = !inside
    shown = 0
    if (!inside && file)
        close(file)
    file = write && inside && before ? before : ""
    if (inside) {
        before = ""
        if (file ~ "/")
            system("mkdir -p \"$(dirname '" file "')\"")
        print
        next
    }
}

file { print > file }
!inside && NF && !/^```/ { before = named($0) }

shown && !/^\$ / { next }

{ print }

inside && /^\$ / {
    shown = 1
    run(substr($0, 3))
}
