# symbols.awk - prints the functions and objects that preprocessed headers of lint/ declare

# `# 12 "lint/base/str.h" 1`: where the following lines are from.
/^# [0-9]/ {
    ours = $3 ~ /^"(\.\/)?lint\//
}

/^#/ {
    next
}

# A declaration ends at a semicolon or after its body; what is in braces does not count.
ours {
    count = split($0, characters, "")
    for (i = 1; i <= count; i++)
        take(characters[i])
    declaration = declaration " "
}

function take(character) {
    if (character == "{")
        depth++
    if (depth == 0 && character != ";")
        declaration = declaration character
    if (character == "}" && --depth == 0 && declaration ~ /\)[ ]*$/)
        declaration = "" # a function's body: it is inline
    if (character == ";" && depth == 0) {
        declare(declaration)
        declaration = ""
    }
}

# Prints the name before the first parenthesis or, for an object, before [ or the end.
function declare(text) {
    if (text ~ /^ *(static|typedef|_Static_assert) / || text !~ /\(|^ *extern /)
        return
    sub(/ *[(\[].*/, "", text)
    sub(/ *$/, "", text)
    sub(/.*[ *]/, "", text)
    print text
}
