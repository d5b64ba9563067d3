/* stand.c - the comment that lets a finding stand */

#include "lint/run/stand.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/run/dialect.h"
#include "lint/run/likeness.h"

/* Where a comment is wanted. */
struct standing {
    const struct version *version;
    uint32_t rule;    /* index of the rule */
    const char *code; /* of the rule */
    uint32_t line;    /* of the finding, 0-based */
    bool in_front;    /* the line is above the body */
    struct arena *arena;
};

/* One way to write it: an edit, or two around a block. */
struct attempt {
    struct edit edits[2];
    uint32_t count;
};

/* False where it cannot be written so. */
typedef bool attempt_fn(const struct standing *standing, struct attempt *attempt);

/* Are there fewer findings of the rule afterwards, and as many of every other one? */
static bool hides_only(const struct rule_table *rules, const struct standing *standing,
                       const struct version *after)
{
    const struct diagnostics *before = &standing->version->found;
    int64_t *fewer = arena_array(standing->arena, rules->count, sizeof(*fewer));

    for (uint32_t i = 0; i < before->count; i++)
        fewer[before->items[i].rule]++;
    for (uint32_t i = 0; i < after->found.count; i++)
        fewer[after->found.items[i].rule]--;
    for (uint32_t i = 0; i < rules->count; i++)
        if (i == standing->rule ? fewer[i] <= 0 : fewer[i] != 0)
            return false;
    return true;
}

/* Do the edits hide findings of the rule, and change nothing that anyone sees? */
static bool is_good(const struct mending *mending, const struct standing *standing,
                    struct applied_edits edits)
{
    const struct version *version = standing->version;
    struct mended mended = {.first = version, .last = version};
    struct applied_edits none = {NULL, 0};
    const struct version *after;

    mend_further(mending, &mended, edits, standing->arena);
    after = mended.last;
    return after != version && hides_only(mending->context->rules, standing, after) &&
           likeness_values(&version->document, &after->document, none) &&
           likeness_without(&version->document, &after->document, edits);
}

static void set_edit(struct attempt *attempt, uint32_t at, struct str text)
{
    attempt->edits[attempt->count++] = (struct edit){span_make(at, at), text};
}

/* The comment with one of stet's words, as the line needs it. */
static struct str comment(const struct standing *standing, const char *word)
{
    return arena_format(standing->arena,
                        standing->in_front ? "# stet-%s %s" : "<!-- stet-%s %s -->", word,
                        standing->code);
}

/* The bytes of a list marker that text starts with; 0: there is none. */
static size_t marker_length(struct str text)
{
    size_t digits = 0;
    size_t len;

    while (digits < text.len && is_ascii_digit(text.data[digits]))
        digits++;
    len = digits + 1;
    if (len >= text.len || !is_space_or_tab(text.data[len]))
        return 0;
    return is_one_of(text.data[digits], digits ? ".)" : "-*+") ? len : 0;
}

/* What stands before the text of a line: blanks and the markers of quotes; and blanks
 * for those of lists, when what it is for comes after a line in them. */
static struct str prefix_of(const struct standing *standing, uint32_t line, bool in_items)
{
    const struct source *source = &standing->version->source;
    struct str text = source_text(source, source_line_span(source, line));
    struct str prefix = arena_str(standing->arena, text);
    char *out = (char *)prefix.data;
    size_t at = 0;

    while (at < text.len) {
        struct str rest = {text.data + at, text.len - at};
        size_t marker = in_items ? marker_length(rest) : 0;

        if (!marker && !is_one_of(*rest.data, standing->in_front ? " \t" : " \t>"))
            break;
        memset(out + at, ' ', marker);
        at += marker ? marker : 1;
    }
    return (struct str){out, at};
}

/* On a line of its own above that line, after the prefix. */
static void put_above(const struct standing *standing, struct attempt *attempt,
                      uint32_t line, struct str prefix, const char *word)
{
    const struct source *source = &standing->version->source;
    struct str written = comment(standing, word);

    set_edit(attempt, source->lines[line].start,
             arena_format(standing->arena, "%.*s%s%.*s", (int)prefix.len, prefix.data,
                          written.data, (int)source->newline.len, source->newline.data));
}

/* As deep as the line. */
static bool above(const struct standing *standing, struct attempt *attempt)
{
    put_above(standing, attempt, standing->line,
              prefix_of(standing, standing->line, false), "disable-next-line");
    return true;
}

/* In the item that the text before it is in: between two items it would part the list. */
static bool above_in_item(const struct standing *standing, struct attempt *attempt)
{
    const struct line *lines = standing->version->source.lines;
    uint32_t before = standing->line;

    while (before > 0 && lines[before - 1].flags & LINE_BLANK)
        before--;
    if (standing->in_front || !before)
        return false;
    put_above(standing, attempt, standing->line, prefix_of(standing, before - 1, true),
              "disable-next-line");
    return true;
}

/* Before blanks at the end of the line: two of them break it. */
static uint32_t text_end(const struct standing *standing, uint32_t line)
{
    const struct source *source = &standing->version->source;
    struct span span = source_line_span(source, line);

    while (span.end > span.start &&
           (source->data[span.end - 1] == ' ' || source->data[span.end - 1] == '\t'))
        span.end--;
    return span.end;
}

static bool beside(const struct standing *standing, struct attempt *attempt)
{
    set_edit(
        attempt, text_end(standing, standing->line),
        arena_format(standing->arena, " %s", comment(standing, "disable-line").data));
    return true;
}

/* In the last cell of a row: of the line itself or, as a delimiter row has no text, of
 * the header above it. */
static bool in_cell(const struct standing *standing, struct attempt *attempt)
{
    const struct source *source = &standing->version->source;
    const struct node *row =
        document_line_node(&standing->version->document, standing->line);
    bool delimiter = row->kind == NODE_TABLE_ROW && row->form == ROW_DELIMITER;
    uint32_t at;

    if (row->kind != NODE_TABLE_ROW || (delimiter && !standing->line))
        return false;
    at = text_end(standing, standing->line - delimiter);
    at -= at && source->data[at - 1] == '|';
    set_edit(
        attempt, at,
        arena_format(
            standing->arena, "%s ",
            comment(standing, delimiter ? "disable-next-line" : "disable-line").data));
    return true;
}

/* Around a block whose lines are not Markdown. */
static bool around(const struct standing *standing, struct attempt *attempt)
{
    const struct source *source = &standing->version->source;
    const struct document *document = &standing->version->document;
    const struct node *block = document_line_node(document, standing->line);
    uint32_t last = source_line(source, block->span.end);
    uint32_t first;
    struct str prefix;

    if (standing->in_front || block == document->nodes || last + 1 >= source->line_count)
        return false;
    first = source_line(source, block->span.start);
    prefix = prefix_of(standing, first, false);
    put_above(standing, attempt, first, prefix, "disable");
    put_above(standing, attempt, last + 1, prefix, "enable");
    return true;
}

static bool try_one(const struct mending *mending, const struct standing *standing,
                    attempt_fn *write, struct applied_edits *edits)
{
    struct attempt *attempt = arena_alloc(standing->arena, sizeof(*attempt));

    if (!write(standing, attempt))
        return false;
    *edits = (struct applied_edits){attempt->edits, attempt->count};
    return is_good(mending, standing, *edits);
}

bool stand_edits(const struct mending *mending, const struct version *version,
                 const struct diagnostic *found, struct arena *arena,
                 struct applied_edits *edits)
{
    static attempt_fn *const ways[] = {in_cell, above, beside, above_in_item, around};
    uint32_t line = source_line(&version->source, found->mistake.span.start);
    struct standing standing = {
        .version = version,
        .rule = found->rule,
        .code = mending->context->rules->rules[found->rule]->code,
        .line = line,
        .in_front = line < version->document.body_line,
        .arena = arena,
    };

    if (!standing.in_front && !dialect_has_comments(version->source.path))
        return false;
    for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
        if (try_one(mending, &standing, ways[i], edits))
            return true;
    return false;
}
