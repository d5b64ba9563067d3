/* lazy_tag.c - tags that go on lazily, which cmark-gfm takes for HTML blocks */

#include "lint/markdown/lazy_tag.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/html.h"

/* Names of tags that do interrupt a paragraph (CommonMark 4.6, the first kind and the
 * sixth), in byte order. */
static const char *const block_names[] = {
    "address", "article",  "aside",  "base",     "basefont", "blockquote", "body",
    "caption", "center",   "col",    "colgroup", "dd",       "details",    "dialog",
    "dir",     "div",      "dl",     "dt",       "fieldset", "figcaption", "figure",
    "footer",  "form",     "frame",  "frameset", "h1",       "h2",         "h3",
    "h4",      "h5",       "h6",     "head",     "header",   "hr",         "html",
    "iframe",  "legend",   "li",     "link",     "main",     "menu",       "menuitem",
    "nav",     "noframes", "ol",     "optgroup", "option",   "p",          "param",
    "pre",     "script",   "search", "section",  "source",   "style",      "summary",
    "table",   "tbody",    "td",     "textarea", "tfoot",    "th",         "thead",
    "title",   "tr",       "track",  "ul",
};

static bool interrupts_paragraph(struct str name)
{
    for (size_t i = 0; i < sizeof(block_names) / sizeof(block_names[0]); i++)
        if (str_equal_ignore_case(name, str_from(block_names[i])))
            return true;
    return false;
}

static bool is_blank_to_line_end(struct str text)
{
    for (size_t i = 0; i < text.len && !is_line_end(text.data[i]); i++)
        if (!is_space_or_tab(text.data[i]))
            return false;
    return true;
}

static bool is_lone_tag(struct str text)
{
    struct html_tag tag = html_tag_read(text);

    return (tag.kind == HTML_OPEN_TAG || tag.kind == HTML_CLOSING_TAG) &&
           !memchr(text.data, '\n', tag.len) && !interrupts_paragraph(tag.name) &&
           is_blank_to_line_end((struct str){text.data + tag.len, text.len - tag.len});
}

/* A place of the text where a line may start with a tag alone. */
struct lone_tag {
    size_t line;     /* where its line starts */
    size_t at;       /* its < */
    uint32_t quotes; /* markers before it */
};

/* What stands on the line before its `<` at `at`: only blanks and quote markers? */
static bool starts_line(struct str text, size_t at, struct lone_tag *tag)
{
    *tag = (struct lone_tag){.line = at, .at = at};
    for (; tag->line > 0 && !is_line_end(text.data[tag->line - 1]); tag->line--) {
        char c = text.data[tag->line - 1];

        if (c != '>' && !is_space_or_tab(c))
            return false;
        tag->quotes += c == '>';
    }
    return true;
}

/* Does the line above end as a definition does before its destination? That may look like
 * a tag, and cmark reads it. */
static bool may_be_destination(struct str text, const struct lone_tag *tag)
{
    size_t end = tag->line;

    end -= end > 0 && text.data[end - 1] == '\n';
    end -= end > 0 && text.data[end - 1] == '\r';
    while (end > 0 && is_space_or_tab(text.data[end - 1]))
        end--;
    return end > 0 && text.data[end - 1] == ':';
}

/* The first such place from `from` on. */
static bool find(struct str text, size_t from, struct lone_tag *tag)
{
    const char *hit;

    for (; from < text.len; from = (size_t)(hit - text.data) + 1) {
        hit = memchr(text.data + from, '<', text.len - from);
        if (!hit)
            return false;
        if (starts_line(text, (size_t)(hit - text.data), tag) &&
            is_lone_tag((struct str){hit, text.len - tag->at}) &&
            !may_be_destination(text, tag))
            return true;
    }
    return false;
}

static uint32_t quotes_around(cmark_node *node)
{
    uint32_t count = 0;

    for (; node; node = cmark_node_parent(node))
        count += cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
    return count;
}

/* Has the line that was fed last text that a line with so many quote markers goes on
 * with? */
static bool goes_on(const struct parse *parse, cmark_parser *parser, uint32_t quotes)
{
    int number = cmark_parser_get_line_number(parser);

    return number > HEAD_LINES && parse->text_starts[parse_line(number)] &&
           cmark_node_get_syntax_extension(parse->text_owner) != parse->table &&
           quotes <= quotes_around(parse->text_owner);
}

void lazy_tags_feed(const struct parse *parse, cmark_parser *parser, struct str text)
{
    size_t fed = 0;
    struct lone_tag tag;

    for (size_t at = 0; find(text, at, &tag); at = tag.at + 1) {
        cmark_parser_feed(parser, text.data + fed, tag.line - fed);
        fed = tag.line;
        if (!goes_on(parse, parser, tag.quotes))
            continue;
        cmark_parser_feed(parser, text.data + fed, tag.at - fed);
        cmark_parser_feed(parser, "x", 1);
        fed = tag.at + 1;
    }
    cmark_parser_feed(parser, text.data + fed, text.len - fed);
}
