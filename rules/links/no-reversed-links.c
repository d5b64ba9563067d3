/* no-reversed-links.c - MD011: links with their brackets the wrong way round */

#include "lint/rule.h"

/* (text)[target] on one line; offsets into it. */
struct reversed {
    struct span span;
    struct span text;
    struct span target;
};

/* How far the search in one line has come. */
struct search {
    struct str line;
    uint32_t at;
    uint32_t bracket; /* the first ] that is not before the last one asked for */
};

/* The next byte from `from` on that is in the set, or the end of the line. */
static uint32_t find(struct str line, uint32_t from, const char *set)
{
    while (from < line.len && !is_one_of(line.data[from], set))
        from++;
    return from;
}

static bool ends_in_backslash(struct str line, struct span part)
{
    return line.data[part.end - 1] == '\\';
}

/* Reads what starts with the ( at `at`. */
static bool read_reversed(struct search *search, uint32_t at, struct reversed *found)
{
    struct str line = search->line;
    uint32_t close = find(line, at + 1, "()");
    uint32_t target = close + 2;

    if (close == at + 1 || target >= line.len || line.data[close] != ')' ||
        line.data[close + 1] != '[' || is_one_of(line.data[target], "]^"))
        return false;
    if (search->bracket < target)
        search->bracket = find(line, target, "]");
    if (search->bracket >= line.len ||
        (search->bracket + 1 < line.len && line.data[search->bracket + 1] == '('))
        return false;
    found->span = span_make(at, search->bracket + 1);
    found->text = span_make(at + 1, close);
    found->target = span_make(target, search->bracket);
    return true;
}

static bool next_reversed(struct search *search, struct reversed *found)
{
    struct str line = search->line;

    while ((search->at = find(line, search->at, "(")) < line.len) {
        uint32_t at = search->at++;

        if ((at && line.data[at - 1] == '\\') || !read_reversed(search, at, found))
            continue;
        search->at = found->span.end;
        if (!ends_in_backslash(line, found->text) &&
            !ends_in_backslash(line, found->target))
            return true;
    }
    return false;
}

/* Does a code span or a formula touch the place? Places must come in ascending order. */
static bool is_literal(const struct document *document, struct span place, uint32_t *next)
{
    const struct node *node = document_ends_after(
        document, NODE_BIT(NODE_CODE) | NODE_BIT(NODE_MATH), place.start, next);

    return node && span_overlaps(node->span, place);
}

static void complain(struct pass *pass, uint32_t start, const struct reversed *found)
{
    const struct source *source = pass_source(pass);
    struct str text = source_text(
        source, span_make(start + found->text.start, start + found->text.end));
    struct str target = source_text(
        source, span_make(start + found->target.start, start + found->target.end));
    struct span place = span_make(start + found->span.start, start + found->span.end);
    struct str link = arena_format(pass_arena(pass), "[%.*s](%.*s)", (int)text.len,
                                   text.data, (int)target.len, target.data);

    fix_replace(report(pass, place, "a link is written `[text](target)`, not `%s`",
                       message_text(pass_arena(pass), source_text(source, place))),
                place, link);
}

static void check_line(struct pass *pass, uint32_t line, uint32_t *next)
{
    const struct document *document = pass_document(pass);
    uint32_t start = source_line_span(pass_source(pass), line).start;
    struct search search = {.line = document_line(document, line)};
    struct reversed found;

    if (document_line_is_code(document, line) ||
        document_line_node(document, line)->kind == NODE_MATH_BLOCK)
        return;
    while (next_reversed(&search, &found)) {
        struct span place = span_make(start + found.span.start, start + found.span.end);

        if (!is_literal(document, place, next))
            complain(pass, start, &found);
    }
}

/* Few lines have a `)[`, so they are looked for all at once, in comments as well. */
static void finish(struct pass *pass)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    const char *text = source->data;
    uint32_t at = source->lines[document->body_line].start;
    uint32_t next = 1;
    const char *bracket;

    while ((bracket = memchr(text + at, '[', source->size - at))) {
        at = (uint32_t)(bracket - text);
        if (at && text[at - 1] == ')') {
            uint32_t line = source_line(source, at);

            check_line(pass, line, &next);
            at = source->lines[line].end;
        } else {
            at++;
        }
    }
}

const struct rule rule_no_reversed_links = {
    .code = "MD011",
    .name = "no-reversed-links",
    .tags = "links",
    .summary = "a link has its brackets the wrong way round",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .finish = finish,
};
