/* stand.c - comments that let a finding stand */

#include "lint/lsp/stand.h"

#include "lint/run/fix.h"

/* One way to write the comment: one edit, or two around a block. */
struct attempt {
    struct edit edits[2];
    uint32_t count;
};

struct standing {
    struct question *question;
    const struct document *document;
    const struct result *finding;
    uint32_t line; /* of the finding, 0-based */
};

static struct str rule_name(const struct standing *standing)
{
    return str_from(standing->finding->rule->name);
}

/* The blanks and markers that a new line needs to be where this line is. */
static struct str indent_of(const struct standing *standing, uint32_t line)
{
    const struct source *source = &standing->question->source;
    struct str text = source_text(source, source_line_span(source, line));
    size_t len = 0;

    while (len < text.len && (text.data[len] == ' ' || text.data[len] == '\t'))
        len++;
    return (struct str){text.data, len};
}

/* A comment on a line of its own, above a line (0-based). */
static struct edit line_above(const struct standing *standing, uint32_t line,
                              const char *form)
{
    const struct source *source = &standing->question->source;
    struct arena *arena = standing->question->arena;
    struct str indent = indent_of(standing, line);
    struct str name = rule_name(standing);
    struct buf text = BUF_INIT;
    struct str kept;

    buf_add_str(&text, indent);
    buf_printf(&text, form, (int)name.len, name.data);
    buf_add_str(&text, source->newline);
    kept = arena_str(arena, buf_str(&text));
    buf_release(&text);
    return (struct edit){span_make(source->lines[line].start, source->lines[line].start),
                         kept};
}

/* Where a new line comes between two blocks, or between blank lines: anywhere else it
 * would cut a block in two. */
static bool above(const struct standing *standing, struct attempt *attempt)
{
    const struct node *block = document_line_node(standing->document, standing->line);
    uint32_t first = source_line(&standing->question->source, block->span.start);

    if (block != standing->document->nodes && (block->parent || first != standing->line))
        return false;
    attempt->edits[0] =
        line_above(standing, standing->line, "<!-- stet-disable-next-line %.*s -->");
    attempt->count = 1;
    return true;
}

/* Before blanks at the end of the line: two of them break it. */
static struct span line_end(const struct standing *standing, uint32_t line)
{
    const struct source *source = &standing->question->source;
    struct span span = source_line_span(source, line);

    while (span.end > span.start &&
           (source->data[span.end - 1] == ' ' || source->data[span.end - 1] == '\t'))
        span.end--;
    return span_make(span.end, span.end);
}

/* Where there is text: a comment would make something else of any other line. */
static bool at_end(const struct standing *standing, struct attempt *attempt)
{
    const struct node *block = document_line_node(standing->document, standing->line);
    struct str name = rule_name(standing);

    if (block->kind != NODE_PARAGRAPH &&
        (block->kind != NODE_HEADING || block->form != HEADING_ATX))
        return false;
    attempt->edits[0] = (struct edit){line_end(standing, standing->line),
                                      arena_format(standing->question->arena,
                                                   " <!-- stet-disable-line %.*s -->",
                                                   (int)name.len, name.data)};
    attempt->count = 1;
    return true;
}

/* In the last cell of a row: of the line itself or, as a delimiter row has no text, of
 * the header above it. */
static bool in_cell(const struct standing *standing, struct attempt *attempt)
{
    const struct source *source = &standing->question->source;
    const struct node *row = document_line_node(standing->document, standing->line);
    bool delimiter = row->kind == NODE_TABLE_ROW && row->form == ROW_DELIMITER;
    struct str name = rule_name(standing);
    struct span place;

    if (row->kind != NODE_TABLE_ROW || (delimiter && !standing->line))
        return false;
    place = line_end(standing, standing->line - delimiter);
    if (place.start && source->data[place.start - 1] == '|')
        place = span_make(place.start - 1, place.start - 1);
    attempt->edits[0] = (struct edit){
        place, arena_format(standing->question->arena, "<!-- stet-disable-%s %.*s --> ",
                            delimiter ? "next-line" : "line", (int)name.len, name.data)};
    attempt->count = 1;
    return true;
}

/* Around a block whose lines are not Markdown. */
static bool around(const struct standing *standing, struct attempt *attempt)
{
    const struct source *source = &standing->question->source;
    const struct node *block = document_line_node(standing->document, standing->line);
    uint32_t last;

    if (block == standing->document->nodes || block->parent)
        return false;
    last = source_line(source, block->span.end);
    if (last + 1 >= source->line_count)
        return false;
    attempt->edits[0] = line_above(standing, source_line(source, block->span.start),
                                   "<!-- stet-disable %.*s -->");
    attempt->edits[1] = line_above(standing, last + 1, "<!-- stet-enable %.*s -->");
    attempt->count = 2;
    return true;
}

static bool yaml_above(const struct standing *standing, struct attempt *attempt)
{
    attempt->edits[0] =
        line_above(standing, standing->line, "# stet-disable-next-line %.*s");
    attempt->count = 1;
    return true;
}

static bool yaml_at_end(const struct standing *standing, struct attempt *attempt)
{
    struct str name = rule_name(standing);

    attempt->edits[0] =
        (struct edit){line_end(standing, standing->line),
                      arena_format(standing->question->arena, " # stet-disable-line %.*s",
                                   (int)name.len, name.data)};
    attempt->count = 1;
    return true;
}

/* Findings of the rule, and of all others, in a text. */
struct tally {
    uint32_t own;
    uint32_t others;
};

static struct tally count_findings(const struct standing *standing, struct str text)
{
    struct question trial = *standing->question;
    struct tally tally = {0, 0};
    struct file_results results;

    trial.parsed = NULL;
    source_init(&trial.source, trial.arena, trial.place->shown.data, text.data, text.len);
    results = question_results(&trial);
    for (uint32_t i = 0; i < results.count; i++)
        if (results.results[i].rule == standing->finding->rule)
            tally.own++;
        else
            tally.others++;
    return tally;
}

/* Does it hide findings of the rule, and bring up none of another? The nodes that the
 * comment makes are its own affair. */
static bool works(const struct standing *standing, const struct attempt *attempt,
                  struct tally before)
{
    const struct question *question = standing->question;
    struct buf text = BUF_INIT;
    struct tally after;

    fix_write(source_text(&question->source, span_make(0, question->source.size)),
              (struct applied_edits){attempt->edits, attempt->count}, &text);
    buf_putc(&text, '\0');
    after = count_findings(
        standing, arena_str(question->arena, (struct str){text.data, text.len - 1}));
    buf_release(&text);
    return after.own < before.own && after.others <= before.others;
}

typedef bool attempt_fn(const struct standing *standing, struct attempt *attempt);

static bool try_all(const struct standing *standing, attempt_fn *const *fns,
                    struct attempt *attempt)
{
    const struct source *source = &standing->question->source;
    struct tally before =
        count_findings(standing, source_text(source, span_make(0, source->size)));

    for (; *fns; fns++)
        if ((*fns)(standing, attempt) && works(standing, attempt, before))
            return true;
    return false;
}

bool stand_edits(struct question *question, const struct result *finding,
                 struct applied_edits *edits)
{
    static attempt_fn *const markdown[] = {in_cell, above, at_end, around, NULL};
    static attempt_fn *const yaml[] = {yaml_above, yaml_at_end, NULL};
    const struct document *document = question_document(question);
    enum front_matter_syntax syntax = document->front_matter.syntax;
    struct standing standing = {question, document, finding, finding->start.line - 1};
    bool above_body = standing.line < document->body_line;
    struct attempt attempt;
    struct edit *kept;

    if (above_body && syntax == FRONT_MATTER_JSON)
        return false;
    if (!try_all(&standing, above_body ? yaml : markdown, &attempt))
        return false;
    kept = arena_array(question->arena, attempt.count, sizeof(*kept));
    for (uint32_t i = 0; i < attempt.count; i++)
        kept[i] = attempt.edits[i];
    *edits = (struct applied_edits){kept, attempt.count};
    return true;
}
