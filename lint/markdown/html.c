/* html.c - raw HTML as CommonMark 6.6 knows it */

#include "lint/markdown/html.h"

#include "lint/base/ascii.h"

/* Offset that no match ends at: every piece of HTML has at least three bytes. */
enum { NO_MATCH = 0 };

struct attribute {
    struct str name;
    struct str value; /* no data: written without = */
};

static bool is_attribute_name(char c)
{
    return is_ascii_word_or_dash(c) || c == ':' || c == '.';
}

static bool is_unquoted(char c)
{
    return !is_ascii_space(c) && !is_one_of(c, "\"'=<>`");
}

static char byte_at(struct str text, size_t at)
{
    return at < text.len ? text.data[at] : '\0';
}

static struct str slice(struct str text, size_t start, size_t end)
{
    return (struct str){text.data + start, end - start};
}

/* White space with at most one line ending: after a second one is no inline text. */
static size_t skip_space(struct str text, size_t at)
{
    bool broken = false;

    while (at < text.len && is_ascii_space(text.data[at])) {
        bool cr = text.data[at] == '\r';

        if (cr || text.data[at] == '\n') {
            if (broken)
                return at;
            broken = true;
            at += cr && byte_at(text, at + 1) == '\n';
        }
        at++;
    }
    return at;
}

size_t html_find_end(struct str text, size_t from, struct str marker)
{
    size_t before = marker.len - 1; /* bytes of the marker before its final > */

    while (from + before < text.len) {
        const char *start = text.data + from + before;
        const char *hit = memchr(start, '>', text.len - from - before);

        if (!hit)
            break;
        if (memcmp(hit - before, marker.data, before) == 0)
            return (size_t)(hit - text.data) + 1;
        from = (size_t)(hit - text.data) + 1 - before;
    }
    return NO_MATCH;
}

static size_t read_tag_name(struct str text, size_t at)
{
    size_t start = at;

    if (!is_ascii_letter(byte_at(text, at)))
        return start;
    while (at < text.len && (is_ascii_alnum(text.data[at]) || text.data[at] == '-'))
        at++;
    return at;
}

static size_t read_quoted(struct str text, size_t at, struct str *value)
{
    const char *quote = memchr(text.data + at + 1, text.data[at], text.len - at - 1);

    if (!quote)
        return NO_MATCH;
    *value = slice(text, at + 1, (size_t)(quote - text.data));
    return (size_t)(quote - text.data) + 1;
}

static size_t read_value(struct str text, size_t at, struct str *value)
{
    size_t start = at;

    if (at < text.len && (text.data[at] == '"' || text.data[at] == '\''))
        return read_quoted(text, at, value);
    while (at < text.len && is_unquoted(text.data[at]))
        at++;
    *value = slice(text, start, at);
    return at > start ? at : NO_MATCH;
}

/* An attribute without the white space before it. Returns where it ends, `at`
 * when there is none and NO_MATCH when its value is broken. */
static size_t read_attribute(struct str text, size_t at, struct attribute *attribute)
{
    size_t start = at;
    char first = byte_at(text, at);

    *attribute = (struct attribute){{NULL, 0}, {NULL, 0}};
    if (!is_ascii_letter(first) && first != '_' && first != ':')
        return start;
    while (at < text.len && is_attribute_name(text.data[at]))
        at++;
    attribute->name = slice(text, start, at);

    size_t equals = skip_space(text, at);

    if (byte_at(text, equals) != '=')
        return at;
    return read_value(text, skip_space(text, equals + 1), &attribute->value);
}

static struct html_tag read_open_tag(struct str text)
{
    struct html_tag tag = {HTML_OPEN_TAG, 0, {NULL, 0}, false};
    struct attribute attribute;
    size_t at = read_tag_name(text, 1);

    tag.name = slice(text, 1, at);
    for (;;) {
        size_t next = skip_space(text, at);
        size_t end = next > at ? read_attribute(text, next, &attribute) : next;

        if (end == NO_MATCH)
            return (struct html_tag){0};
        at = end;
        if (end == next)
            break;
    }
    tag.self_closing = byte_at(text, at) == '/';
    at += tag.self_closing;
    if (tag.name.len == 0 || byte_at(text, at) != '>')
        return (struct html_tag){0};
    tag.len = at + 1;
    return tag;
}

static struct html_tag read_closing_tag(struct str text)
{
    size_t end = read_tag_name(text, 2);
    size_t at = skip_space(text, end);

    if (end == 2 || byte_at(text, at) != '>')
        return (struct html_tag){0};
    return (struct html_tag){HTML_CLOSING_TAG, at + 1, slice(text, 2, end), false};
}

static struct html_tag read_until(struct str text, enum html_kind kind, size_t from,
                                  struct str marker)
{
    size_t end = html_find_end(text, from, marker);

    if (end == NO_MATCH)
        return (struct html_tag){0};
    return (struct html_tag){kind, end, {NULL, 0}, false};
}

/* `<!`: the end of a comment may use the two hyphens of its start (`<!-->`). */
static struct html_tag read_exclamation(struct str text)
{
    if (str_starts(text, STR("<!--")))
        return read_until(text, HTML_COMMENT, 2, STR("-->"));
    if (str_starts(text, STR("<![CDATA[")))
        return read_until(text, HTML_CDATA, 9, STR("]]>"));
    if (is_ascii_letter(byte_at(text, 2)))
        return read_until(text, HTML_DECLARATION, 3, STR(">"));
    return (struct html_tag){0};
}

struct html_tag html_tag_read(struct str text)
{
    if (text.len < 3 || text.data[0] != '<')
        return (struct html_tag){0};
    switch (text.data[1]) {
    case '!':
        return read_exclamation(text);
    case '?':
        return read_until(text, HTML_INSTRUCTION, 2, STR("?>"));
    case '/':
        return read_closing_tag(text);
    default:
        return read_open_tag(text);
    }
}

struct str html_attribute(struct str tag, struct str name, bool *found)
{
    struct attribute attribute;
    size_t at = tag.len ? skip_space(tag, read_tag_name(tag, 1)) : 0;
    size_t end;

    while ((end = read_attribute(tag, at, &attribute)) > at) {
        if (str_equal_ignore_case(attribute.name, name)) {
            *found = true;
            return attribute.value;
        }
        at = skip_space(tag, end);
    }
    *found = false;
    return (struct str){NULL, 0};
}

bool html_is_comment_block(struct str block)
{
    if (!str_starts(block, STR("<!--")) || !str_ends(block, STR("-->")))
        return false;
    /* <!--> and <!---> are comments with nothing in them. */
    if (block.len < 7)
        return true;
    block = (struct str){block.data + 4, block.len - 7};
    return !str_starts(block, STR(">")) && !str_starts(block, STR("->")) &&
           !str_ends(block, STR("-"));
}
