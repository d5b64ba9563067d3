/* feed.c - the lines of a text on their way to cmark-gfm, some of them in disguise */

#include "lint/markdown/feed.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/block_columns.h"
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

/* Items further to the right end where cmark ends them, or blank lines below could cost
 * as much again as what stands above. */
enum { COLUMN_MAX = 256 };

struct feed {
    const struct parse *parse;
    cmark_parser *parser;
    uint32_t fed;     /* offset in the file of what comes next */
    uint32_t blank;   /* blank lines right above */
    uint32_t emptied; /* the column where an item starts that has lost all it had above
                         the last of these; 0: there is none */
};

static void feed_up_to(struct feed *feed, uint32_t offset)
{
    const char *data = feed->parse->source->data;

    cmark_parser_feed(feed->parser, data + feed->fed, offset - feed->fed);
    feed->fed = offset;
}

/* In place of the byte at `at`. */
static void feed_letter(struct feed *feed, uint32_t at)
{
    feed_up_to(feed, at);
    cmark_parser_feed(feed->parser, "x", 1);
    feed->fed = at + 1;
}

static bool interrupts_paragraph(struct str name)
{
    for (size_t i = 0; i < sizeof(block_names) / sizeof(block_names[0]); i++)
        if (str_equal_ignore_case(name, str_from(block_names[i])))
            return true;
    return false;
}

static bool is_blank(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_space_or_tab(text.data[i]))
            return false;
    return true;
}

static bool is_lone_tag(struct str text)
{
    struct html_tag tag = html_tag_read(text);

    return (tag.kind == HTML_OPEN_TAG || tag.kind == HTML_CLOSING_TAG) &&
           !interrupts_paragraph(tag.name) &&
           is_blank((struct str){text.data + tag.len, text.len - tag.len});
}

/* Does the line end as a definition does before its destination? That may look like a
 * tag, and cmark reads it. */
static bool may_be_label(const struct source *source, const struct line *line)
{
    uint32_t end = line->end;

    while (end > line->start && is_space_or_tab(source->data[end - 1]))
        end--;
    return end > line->start && source->data[end - 1] == ':';
}

/* The quotes around a node; only those in no item or footnote, which a line without an
 * indent would leave. */
static uint32_t quotes_around(cmark_node *node, bool indented)
{
    uint32_t count = 0;

    for (; node; node = cmark_node_parent(node)) {
        cmark_node_type type = cmark_node_get_type(node);

        count += type == CMARK_NODE_BLOCK_QUOTE;
        if (!indented &&
            (type == CMARK_NODE_ITEM || type == CMARK_NODE_FOOTNOTE_DEFINITION))
            count = 0;
    }
    return count;
}

/* Is the line before, which was fed last, a row of a table? */
static bool is_in_table(const struct parse *parse, uint32_t line)
{
    return line > 0 && parse->text_starts[line - 1] &&
           cmark_node_get_syntax_extension(parse->text_owner) == parse->table;
}

/* Is the line before, which was fed last, text that goes on on a line with so many quote
 * markers? */
static bool goes_on(const struct parse *parse, uint32_t line, uint32_t quotes)
{
    bool indented = is_space_or_tab(parse->source->data[parse->lines[line].start]);

    return line > 0 && parse->text_starts[line - 1] &&
           !may_be_label(parse->source, &parse->lines[line - 1]) &&
           !is_in_table(parse, line) &&
           quotes <= quotes_around(parse->text_owner, indented);
}

/* Would so many blanks of a blank line make a difference in that block? In code they are
 * content. */
static bool are_harmful(cmark_node *block, bool in_footnote, uint32_t length)
{
    cmark_node_type type = cmark_node_get_type(block);

    return type == CMARK_NODE_ITEM ||
           (in_footnote && (type != CMARK_NODE_CODE_BLOCK || length < FOOTNOTE_INDENT));
}

static void change_blanks(struct feed *feed, const struct line *line, uint32_t start)
{
    static const char indent[] = "     "; /* of a quote and a footnote */
    cmark_node *block;
    bool in_footnote;

    feed_up_to(feed, line->start);
    block = parse_tip(feed->parse);
    in_footnote = parse_around(block, CMARK_NODE_FOOTNOTE_DEFINITION);
    if (!are_harmful(block, in_footnote, line->end - start))
        return;
    feed_up_to(feed, start);
    if (in_footnote && start > line->start)
        cmark_parser_feed(feed->parser, indent, sizeof(indent) - 1);
    feed->fed = line->end;
}

/* Hides the bracket of a tag that stands alone on the line and goes on lazily. */
static void hide_tag(struct feed *feed, uint32_t line, uint32_t at, uint32_t quotes)
{
    feed_up_to(feed, feed->parse->lines[line].start);
    if (!goes_on(feed->parse, line, quotes))
        return;
    feed_letter(feed, at);
}

/* Are there so many blanks before `at` that it may be code, outside of the table? */
static bool may_be_code(const struct parse *parse, const struct line *line, uint32_t at)
{
    const char *data = parse->source->data;
    int column = cmark_node_get_start_column(parse->text_owner);

    if (memchr(data + line->start, '\t', at - line->start))
        return true;
    return at - line->start >= CODE_INDENT && data[line->start] == ' ' &&
           (int)(at - line->start) + 1 < column;
}

/* Hides a pipe that is the whole row. */
static void hide_pipe(struct feed *feed, uint32_t line, uint32_t at)
{
    const struct parse *parse = feed->parse;

    feed_up_to(feed, parse->lines[line].start);
    if (is_in_table(parse, line) && !may_be_code(parse, &parse->lines[line], at))
        feed_letter(feed, at);
}

/* Where the blanks before `at`, which come after quote markers or none, start. */
static uint32_t blanks_before(const char *data, uint32_t start, uint32_t at)
{
    while (at > start && is_space_or_tab(data[at - 1]))
        at--;
    return at;
}

/* The column (from 1) of the item that is open and has had nothing but link reference
 * definitions; 0 when there is none. */
static uint32_t emptied_item(const struct feed *feed, uint32_t line)
{
    cmark_node *item = parse_tip(feed->parse);
    int column = cmark_node_get_start_column(item);

    if (cmark_node_get_type(item) != CMARK_NODE_ITEM || column > COLUMN_MAX ||
        parse_line(cmark_node_get_start_line(item)) + 1 >= line)
        return 0;
    return (uint32_t)column;
}

/* Gives a blank line the indent that an item needs which cmark thinks is empty. */
static void feed_indent(struct feed *feed, uint32_t end)
{
    static const char indent[] = "                "; /* of a marker, and what is behind */

    feed_up_to(feed, end);
    for (uint32_t fed = 0; fed < feed->emptied + sizeof(indent) - 1;
         fed += sizeof(indent) - 1)
        cmark_parser_feed(feed->parser, indent, sizeof(indent) - 1);
}

static void look_at_blank(struct feed *feed, uint32_t line)
{
    const struct line *here = &feed->parse->lines[line];

    if (feed->blank == 1) {
        feed_up_to(feed, here->start);
        feed->emptied = emptied_item(feed, line);
    }
    feed->blank++;
    if (feed->emptied)
        feed_indent(feed, here->end);
    else if (here->end > here->start)
        change_blanks(feed, here,
                      blanks_before(feed->parse->source->data, here->start, here->end));
}

static void look_at(struct feed *feed, uint32_t line)
{
    const struct line *here = &feed->parse->lines[line];
    const char *data = feed->parse->source->data;
    uint32_t at = here->start;
    uint32_t quotes = 0;

    for (; at < here->end && (is_space_or_tab(data[at]) || data[at] == '>'); at++)
        quotes += data[at] == '>';
    if (at == here->end) {
        look_at_blank(feed, line);
        return;
    }
    feed->blank = 0;
    feed->emptied = 0;
    if (data[at] == '<' && is_lone_tag((struct str){data + at, here->end - at}))
        hide_tag(feed, line, at, quotes);
    else if (data[at] == '|' && is_blank((struct str){data + at + 1, here->end - at - 1}))
        hide_pipe(feed, line, at);
}

void feed_lines(const struct parse *parse, cmark_parser *parser)
{
    struct feed feed = {parse, parser, parse->lines[0].start, 0, 0};

    for (uint32_t i = 0; i < parse->line_count; i++)
        look_at(&feed, i);
    feed_up_to(&feed, parse->source->size);
}
