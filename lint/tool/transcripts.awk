# transcripts.awk - prints a page with the transcripts in it run again: after a line that
# begins with "$ " in a fenced block comes what the command prints, up to the next one
#
# usage: awk -f transcripts.awk PAGE    in the folder of the project, with stet in PATH

function run(command,    line) {
    command = command " 2>&1"
    while ((command | getline line) > 0)
        print line
    close(command)
}

/^```/ {
    inside = !inside
    shown = 0
}

shown && !/^\$ / { next }

{ print }

inside && /^\$ / {
    shown = 1
    run(substr($0, 3))
}
