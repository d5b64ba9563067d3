/* stand.c - the comment that lets a finding stand */

#include "lint/run/stand.h"

#include "lint/base/buf.h"
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

/* Findings of the rule, or of all rules but that one. */
static uint32_t count_found(const struct version *version, uint32_t rule, bool others)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < version->found.count; i++)
        count += (version->found.items[i].rule == rule) != others;
    return count;
}

/* Do the edits hide findings of the rule, and change nothing that anyone sees? */
static bool is_good(const struct mending *mending, const struct standing *standing,
                    struct applied_edits edits)
{
    const struct version *version = standing->version;
    struct mended mended = {.first = version, .last = version};
    struct applied_edits none = {NULL, 0};
    uint32_t rule = standing->rule;
    const struct version *after;

    mend_further(mending, &mended, edits, standing->arena);
    after = mended.last;
    return after != version &&
           count_found(after, rule, false) < count_found(version, rule, false) &&
           count_found(after, rule, true) == count_found(version, rule, true) &&
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

/* On a line of its own above that line, as deep as that. */
static void put_above(const struct standing *standing, struct attempt *attempt,
                      uint32_t line, const char *word)
{
    const struct source *source = &standing->version->source;
    struct str text = source_text(source, source_line_span(source, line));
    struct str written = comment(standing, word);
    size_t indent = 0;

    while (indent < text.len && (text.data[indent] == ' ' || text.data[indent] == '\t'))
        indent++;
    set_edit(attempt, source->lines[line].start,
             arena_format(standing->arena, "%.*s%s%.*s", (int)indent, text.data,
                          written.data, (int)source->newline.len, source->newline.data));
}

static bool above(const struct standing *standing, struct attempt *attempt)
{
    put_above(standing, attempt, standing->line, "disable-next-line");
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

    if (standing->in_front || block == document->nodes || last + 1 >= source->line_count)
        return false;
    put_above(standing, attempt, source_line(source, block->span.start), "disable");
    put_above(standing, attempt, last + 1, "enable");
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
    static attempt_fn *const ways[] = {in_cell, above, beside, around};
    uint32_t line = source_line(&version->source, found->mistake.span.start);
    struct standing standing = {
        .version = version,
        .rule = found->rule,
        .code = mending->context->rules->rules[found->rule]->code,
        .line = line,
        .in_front = line < version->document.body_line,
        .arena = arena,
    };

    for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
        if (try_one(mending, &standing, ways[i], edits))
            return true;
    return false;
}
