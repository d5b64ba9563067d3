/* likeness.c - does an article say after a fix what it said before? */

#include "lint/run/likeness.h"

#include "lint/base/ascii.h"
#include "lint/markdown/node_html.h"
#include "lint/markdown/rendering.h"

/* Elements in which white space is shown or read. */
static const char verbatim_elements[] = "pre textarea script style";
static const char code_elements[] = "code pre textarea script style";

/* HTML on its way into `out`. */
struct comparison {
    struct rule_change change;
    uint32_t verbatim; /* how many verbatim elements are open */
    uint32_t code;     /* how many of code */
    struct buf *out;
};

static bool names_have(const char *names, struct str name)
{
    while (names && *names) {
        size_t len = strcspn(names, " ");

        if (str_equal_ignore_case((struct str){names, len}, name))
            return true;
        names += len + strspn(names + len, " ");
    }
    return false;
}

/* The length of the tag that text starts with, from < to >; 0 when it is none. */
static size_t tag_length(struct str text, struct str *name)
{
    size_t start = text.len > 1 && text.data[1] == '/' ? 2 : 1;
    size_t at = start;
    char quote = 0;

    while (at < text.len && is_ascii_alnum(text.data[at]))
        at++;
    *name = (struct str){text.data + start, at - start};
    if (at == start || !is_ascii_letter(name->data[0]))
        return 0;
    for (; at < text.len; at++) {
        char c = text.data[at];

        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return 0;
}

static void count_element(uint32_t *open, const char *names, struct str tag,
                          struct str name)
{
    if (!names_have(names, name) || tag.data[tag.len - 2] == '/')
        return;
    if (tag.data[1] != '/')
        *open += 1;
    else if (*open)
        *open -= 1;
}

/* The digits of a percent escape mean the same in either case (RFC 3986, 6.2.2.1). */
static void add_escapes_alike(struct buf *out, struct str tag)
{
    size_t digits = 0;

    for (size_t i = 0; i < tag.len; i++) {
        char c = tag.data[i];

        if (c == '%')
            digits = 3;
        else if (digits && c >= 'a' && c <= 'f')
            c = (char)(c - 'a' + 'A');
        digits -= digits > 0;
        buf_putc(out, c);
    }
}

static void write_tag(struct comparison *c, struct str tag, struct str name)
{
    count_element(&c->verbatim, verbatim_elements, tag, name);
    count_element(&c->code, code_elements, tag, name);
    if (!names_have(c->change.elements, name))
        add_escapes_alike(c->out, tag);
}

/* The length of the white space at the start of text, and whether a line ends in it. */
static size_t white_space(struct str text, bool *line_end)
{
    size_t len = 0;

    *line_end = false;
    while (len < text.len && is_space_tab_or_line_end(text.data[len]))
        *line_end |= is_line_end(text.data[len++]);
    return len;
}

static bool may_change(const struct comparison *c, char byte)
{
    return !c->code && c->change.characters && is_one_of(byte, c->change.characters);
}

static bool ends_in(const struct buf *out, char byte)
{
    return out->len && out->data[out->len - 1] == byte;
}

/* Between this white space and what was written last there may be a tag that is left
 * out. */
static void write_changing_space(struct comparison *c, bool line_end)
{
    bool after_space = ends_in(c->out, ' ');

    if (line_end && after_space)
        c->out->data[c->out->len - 1] = '\n';
    else if (!after_space && !ends_in(c->out, '\n'))
        buf_putc(c->out, line_end ? '\n' : ' ');
}

static void write_white_space(struct comparison *c, struct str space, bool line_end)
{
    if (may_change(c, ' '))
        write_changing_space(c, line_end);
    else if (line_end && !ends_in(c->out, '\n'))
        buf_putc(c->out, '\n');
    else if (!line_end)
        buf_add_str(c->out, space);
}

/* The length of the comment that text starts with; 0 when it is none, or not closed. */
static size_t comment_length(struct str text)
{
    if (!str_starts(text, STR("<!--")))
        return 0;
    for (size_t at = 2; at + 3 <= text.len; at++)
        if (memcmp(text.data + at, "-->", 3) == 0)
            return at + 3;
    return 0;
}

/* What looks like a tag in it is none. */
static void write_comment(struct comparison *c, struct str comment)
{
    for (size_t at = 0; at < comment.len; at++) {
        if (!is_space_tab_or_line_end(comment.data[at]))
            buf_putc(c->out, comment.data[at]);
        else if (!ends_in(c->out, ' '))
            buf_putc(c->out, ' ');
    }
}

/* Writes what text starts with; returns its length. */
static size_t write_piece(struct comparison *c, struct str text)
{
    struct str name;
    bool line_end;
    size_t len;

    if (text.data[0] == '<' && (len = tag_length(text, &name))) {
        write_tag(c, (struct str){text.data, len}, name);
        return len;
    }
    if (!c->verbatim && (len = comment_length(text))) {
        write_comment(c, (struct str){text.data, len});
        return len;
    }
    if (!c->verbatim && (len = white_space(text, &line_end))) {
        write_white_space(c, (struct str){text.data, len}, line_end);
        return len;
    }
    if (!may_change(c, text.data[0]))
        buf_putc(c->out, text.data[0]);
    return 1;
}

void likeness_write(struct str html, struct rule_change change, struct buf *out)
{
    struct comparison c = {.change = change, .out = out};

    for (size_t at = 0; at < html.len;)
        at += write_piece(&c, (struct str){html.data + at, html.len - at});
}

struct rule_change likeness_allowance(const struct rule_table *rules,
                                      const uint32_t *counts, struct arena *arena)
{
    struct rule_change all = {NULL, NULL};
    struct buf elements = BUF_INIT;
    struct buf characters = BUF_INIT;

    for (uint32_t i = 0; i < rules->count; i++) {
        struct rule_change one = rules->rules[i]->change;

        if (counts[i] && one.elements)
            buf_printf(&elements, "%s ", one.elements);
        if (counts[i] && one.characters)
            buf_puts(&characters, one.characters);
    }
    if (elements.len)
        all.elements = arena_str(arena, buf_str(&elements)).data;
    if (characters.len)
        all.characters = arena_str(arena, buf_str(&characters)).data;
    buf_release(&elements);
    buf_release(&characters);
    return all;
}

/* Writes the HTML of an article as it is compared. */
typedef void html_fn(const struct document *document, struct buf *html);

static void add_cmark_html(const struct document *document, struct buf *html)
{
    const struct source *source = document->source;
    uint32_t start = document->front_matter.miss
                         ? source->text
                         : source->lines[document->body_line].start;

    rendering_write(source_text(source, span_make(start, source->size)), html);
}

static void add_own_html(const struct document *document, struct buf *html)
{
    struct arena arena;

    arena_init(&arena);
    node_html_write(html, &arena, document->source, document->nodes,
                    document->node_count);
    arena_release(&arena);
}

static void write_article(const struct document *document, html_fn *add_html,
                          struct rule_change change, struct buf *out)
{
    struct buf html = BUF_INIT;

    add_html(document, &html);
    likeness_write(buf_str(&html), change, out);
    buf_release(&html);
}

static bool same_html(const struct document *before, const struct document *after,
                      html_fn *add_html, struct rule_change change)
{
    struct buf a = BUF_INIT;
    struct buf b = BUF_INIT;
    bool same;

    write_article(before, add_html, change, &a);
    write_article(after, add_html, change, &b);
    same = str_equal(buf_str(&a), buf_str(&b));
    buf_release(&a);
    buf_release(&b);
    return same;
}

bool likeness_rendered(const struct document *before, const struct document *after,
                       struct rule_change change)
{
    if (!same_html(before, after, add_cmark_html, change))
        return false;
    /* What is meant as front matter has no nodes, and programs show it as text. */
    if (!before->front_matter.miss != !after->front_matter.miss)
        return true;
    return same_html(before, after, add_own_html, change);
}

/* Removes each occurrence of text, and a space before it. */
static void leave_out(struct buf *html, struct str text)
{
    size_t kept = 0;

    for (size_t at = 0; at < html->len;) {
        struct str rest = {html->data + at, html->len - at};

        if (!str_starts(rest, text)) {
            html->data[kept++] = html->data[at++];
            continue;
        }
        at += text.len;
        kept -= kept > 0 && html->data[kept - 1] == ' ';
    }
    html->len = kept;
}

/* Line ends at the end of an item, where nothing shows them. */
static void leave_out_item_ends(struct buf *html)
{
    size_t kept = 0;

    for (size_t at = 0; at < html->len; at++) {
        struct str rest = {html->data + at, html->len - at};

        while (str_starts(rest, STR("</li>")) && kept > 0 && html->data[kept - 1] == '\n')
            kept--;
        html->data[kept++] = html->data[at];
    }
    html->len = kept;
}

/* What an edit inserts, without the markers of quotes before it. */
static struct str inserted(const struct edit *edit)
{
    struct str text = str_trim(edit->text);

    while (str_starts(text, STR(">")))
        text = str_trim((struct str){text.data + 1, text.len - 1});
    return text;
}

/* The article as cmark-gfm renders it, without what the edits insert: an article may have
 * had the same text before. */
static void write_without(const struct document *document, struct applied_edits edits,
                          struct buf *out)
{
    struct rule_change change = {NULL, NULL};
    struct buf html = BUF_INIT;

    add_cmark_html(document, &html);
    for (uint32_t i = 0; i < edits.count; i++)
        leave_out(&html, inserted(&edits.edits[i]));
    leave_out_item_ends(&html);
    likeness_write(buf_str(&html), change, out);
    buf_release(&html);
}

bool likeness_without(const struct document *before, const struct document *after,
                      struct applied_edits edits)
{
    struct buf a = BUF_INIT;
    struct buf b = BUF_INIT;
    bool same;

    write_without(before, edits, &a);
    write_without(after, edits, &b);
    same = str_equal(buf_str(&a), buf_str(&b));
    buf_release(&a);
    buf_release(&b);
    return same;
}
