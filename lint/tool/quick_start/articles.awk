# articles.awk - makes 300 articles, most of them as they should be
#
# usage: awk -f lint/tool/quick_start/articles.awk    writes into the folder articles/

# Each of these is in every so-manieth article.
function every(n) {
    return i % n == n - 1
}

function front_matter() {
    print "---" > file
    print "title: \"" topic " for " reader ", part " part "\"" > file
    print (every(89) ? "sumary" : "summary") ": What helps " reader " with " tolower(topic) "." > file
    print "author: " author[i % 4 + 1] > file
    if (!every(97))
        printf "date: %s\n", every(71) ? "4 May 2024" : sprintf("2024-%02d-%02d", i % 12 + 1, i % 28 + 1) > file
    print "level: " level[i % 3 + 1] > file
    print "---\n" > file
}

function body() {
    print "## Before you begin\n" > file
    print "Read the question twice" (every(11) ? ".  " : ".") (every(33) ? " " : "") > file
    print "" > file
    if (every(17))
        print "" > file
    print (every(23) ? "####" : "###") " A first draft\n" > file
    print (every(13) ? "* Say what you want" : "- Say what you want") > file
    print "- Say why\n" > file
    print (every(29) ? "See https://example.org/letters for more." : \
        "See [letters](https://example.org/letters) for more.") > file
    if (every(37))
        print "\n![](draft.png)" > file
}

BEGIN {
    split("Essays Letters Interviews Applications Grants Theses", topics, " ")
    split("beginners|transfer students|parents|returning students|graduates", readers, "|")
    split("editors tutors advisers staff", author, " ")
    split("school bachelor master", level, " ")
    system("mkdir -p articles")
    for (i = 0; i < 300; i++) {
        topic = topics[i % 6 + 1]
        reader = readers[i % 5 + 1]
        part = int(i / 30) + 1
        file = sprintf("articles/%03d.md", i + 1)
        front_matter()
        body()
        close(file)
    }
}
