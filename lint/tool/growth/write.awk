# write.awk - writes the text of one shape
#
# usage: awk -f write.awk -v name=NAME -v times=1 shapes.tsv    twice as long: times=2

BEGIN {
    FS = "\t"
}

# What an escape stands for. NUL is \001 until the end: not every awk can print one.
function unescaped(text,    out, c) {
    while (text != "") {
        c = substr(text, 1, 1)
        text = substr(text, 2)
        if (c == "\\") {
            c = substr(text, 1, 1)
            text = substr(text, 2)
            c = c == "n" ? "\n" : c == "0" ? "\001" : c
        }
        out = out c
    }
    return out
}

$1 == name {
    piece = unescaped($5)
    count = int($3 * times / length(piece))
    text = piece
    while (length(text) < count * length(piece))
        text = text text
    printf "%s%s%s", unescaped($4), substr(text, 1, count * length(piece)), unescaped($6)
}
