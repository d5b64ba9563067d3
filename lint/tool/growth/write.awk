# write.awk - writes the text of one shape
#
# usage: awk -f write.awk -v name=NAME -v times=1 shapes.tsv    twice as long: times=2;
#                                                               one piece: times=0

BEGIN {
    FS = "\t"
}

# What an escape stands for. NUL is \001 until the end: not every awk can print one. The
# number of the piece is \002.
function unescaped(text,    out, c) {
    while (text != "") {
        c = substr(text, 1, 1)
        text = substr(text, 2)
        if (c == "\\") {
            c = substr(text, 1, 1)
            text = substr(text, 2)
            c = c == "n" ? "\n" : c == "t" ? "\t" : c == "0" ? "\001" : c == "i" ? "\002" : c
        }
        out = out c
    }
    return out
}

# The piece again and again, all alike.
function repeated(piece, bytes,    count, text) {
    count = int(bytes / length(piece))
    count = count ? count : 1
    text = piece
    while (length(text) < count * length(piece))
        text = text text
    return substr(text, 1, count * length(piece))
}

# The piece again and again, each with its number.
function numbered(piece, bytes,    number, one, text) {
    while (length(text) < bytes || !number) {
        one = piece
        gsub(/\002/, ++number, one)
        text = text one
    }
    return text
}

$1 == name {
    piece = unescaped($5)
    text = index(piece, "\002") ? numbered(piece, $3 * times) : repeated(piece, $3 * times)
    printf "%s%s%s", unescaped($4), text, unescaped($6)
}
