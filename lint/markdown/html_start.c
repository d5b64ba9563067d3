/* html_start.c - where HTML blocks start and end */

#include "lint/markdown/html_start.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/html.h"

/* Names of tags, in byte order. */
static const char *const raw_text_names[] = {"pre", "script", "style", "textarea"};
static const char *const block_names[] = {
    "address", "article",  "aside",   "base",     "basefont", "blockquote", "body",
    "caption", "center",   "col",     "colgroup", "dd",       "details",    "dialog",
    "dir",     "div",      "dl",      "dt",       "fieldset", "figcaption", "figure",
    "footer",  "form",     "frame",   "frameset", "h1",       "h2",         "h3",
    "h4",      "h5",       "h6",      "head",     "header",   "hr",         "html",
    "iframe",  "legend",   "li",      "link",     "main",     "menu",       "menuitem",
    "nav",     "noframes", "ol",      "optgroup", "option",   "p",          "param",
    "search",  "section",  "summary", "table",    "tbody",    "td",         "tfoot",
    "th",      "thead",    "title",   "tr",       "track",    "ul",
};

enum {
    RAW_TEXT_NAMES = sizeof(raw_text_names) / sizeof(raw_text_names[0]),
    BLOCK_NAMES = sizeof(block_names) / sizeof(block_names[0]),
};

static bool is_name_in(struct str name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ascii_lower(name.data[0]) == names[i][0] &&
            str_equal_ignore_case(name, str_from(names[i])))
            return true;
    return false;
}

static struct str rest(struct str text, size_t at)
{
    return (struct str){text.data + at, text.len - at};
}

/* The tag's name at `at`; empty when there is none. */
static struct str name_at(struct str text, size_t at)
{
    size_t end = at;

    if (at >= text.len || !is_ascii_letter(text.data[at]))
        return (struct str){text.data, 0};
    while (end < text.len && (is_ascii_alnum(text.data[end]) || text.data[end] == '-'))
        end++;
    return (struct str){text.data + at, end - at};
}

/* Does a tag's name end there, as the first and the sixth kind want it? */
static bool ends_name(struct str after)
{
    return !after.len || is_space_or_tab(after.data[0]) || after.data[0] == '>';
}

static bool is_alone(struct str text)
{
    struct html_tag tag = html_tag_read(text);

    return (tag.kind == HTML_OPEN_TAG || tag.kind == HTML_CLOSING_TAG) &&
           str_has_only(rest(text, tag.len), " \t");
}

static enum html_block_kind start_with_tag(struct str text)
{
    bool closing = text.data[1] == '/';
    struct str name = name_at(text, 1 + closing);
    struct str after;

    if (!name.len)
        return HTML_BLOCK_NONE;
    after = rest(text, 1 + closing + name.len);
    if (!closing && ends_name(after) && is_name_in(name, raw_text_names, RAW_TEXT_NAMES))
        return HTML_BLOCK_RAW_TEXT;
    if ((ends_name(after) || str_starts(after, STR("/>"))) &&
        is_name_in(name, block_names, BLOCK_NAMES))
        return HTML_BLOCK_NAMED;
    /* <pre/> and </pre>, too: CommonMark says no, but cmark, commonmark.js and micromark
     * leave out no more than what the first kind has taken. */
    return is_alone(text) ? HTML_BLOCK_TAG : HTML_BLOCK_NONE;
}

enum html_block_kind html_block_start(struct str text)
{
    if (text.len < 2)
        return HTML_BLOCK_NONE;
    if (text.data[1] == '?')
        return HTML_BLOCK_INSTRUCTION;
    if (text.data[1] != '!')
        return start_with_tag(text);
    if (str_starts(text, STR("<!--")))
        return HTML_BLOCK_COMMENT;
    if (str_starts(text, STR("<![CDATA[")))
        return HTML_BLOCK_CDATA;
    return text.len > 2 && is_ascii_letter(text.data[2]) ? HTML_BLOCK_DECLARATION
                                                         : HTML_BLOCK_NONE;
}

static bool has_raw_text_end(struct str text)
{
    const char *end = text.data + text.len;
    const char *at = text.data;

    while ((at = memchr(at, '<', (size_t)(end - at)))) {
        struct str left = {at, (size_t)(end - at)};
        struct str name = name_at(left, 2);

        if (left.len > 2 && at[1] == '/' &&
            str_starts(rest(left, 2 + name.len), STR(">")) &&
            is_name_in(name, raw_text_names, RAW_TEXT_NAMES))
            return true;
        at++;
    }
    return false;
}

bool html_block_ends(enum html_block_kind kind, struct str text)
{
    switch (kind) {
    case HTML_BLOCK_RAW_TEXT:
        return has_raw_text_end(text);
    case HTML_BLOCK_COMMENT:
        return html_find_end(text, 0, STR("-->"));
    case HTML_BLOCK_INSTRUCTION:
        return html_find_end(text, 0, STR("?>"));
    case HTML_BLOCK_DECLARATION:
        return html_find_end(text, 0, STR(">"));
    case HTML_BLOCK_CDATA:
        return html_find_end(text, 0, STR("]]>"));
    default:
        return false;
    }
}
