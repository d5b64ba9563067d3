/* orphaned-table-rows.c - ST118: rows of a table belong to one */

#include "lint/rule.h"

struct state {
    const struct node *last; /* rows without a table, */
    bool joined;             /* which come to one above them */
};

enum { PIPES_MIN = 3 }; /* of a row: with two cells; one cell may be `|x|` in a formula */

/* `| a | b |` */
static bool is_row(struct str text)
{
    unsigned pipes = 0;

    for (size_t i = 0; i < text.len; i++)
        pipes += text.data[i] == '|';
    return pipes >= PIPES_MIN && text.data[0] == '|' && text.data[text.len - 1] == '|' &&
           text.data[text.len - 2] != '\\';
}

/* Is every line of the paragraph one? */
static bool is_rows(const struct source *source, const struct document *document,
                    const struct node *paragraph)
{
    uint32_t line = source_line(source, paragraph->span.start);
    uint32_t last = source_line(source, paragraph->span.end - 1);
    uint32_t start = paragraph->span.start;

    for (; line <= last; line++) {
        if (source->lines[line].start > start)
            start = document_text_start(document, paragraph, line);
        if (!is_row(
                str_trim(source_text(source, span_make(start, source->lines[line].end)))))
            return false;
    }
    return true;
}

/* Rows that follow a table come to it when the blank lines between them go. */
static void join(struct pass *pass, const struct node *above, const struct node *rows)
{
    const struct source *source = pass_source(pass);
    uint32_t from = source->lines[source_line(source, above->span.end - 1) + 1].start;
    uint32_t line = source_line(source, rows->span.start);
    struct finding *finding = report(
        pass, document_first_line(source, rows),
        "rows without a table: a blank line parts them from the table above; delete "
        "it");

    fix_replace(finding, span_make(from, source->lines[line].start), (struct str){"", 0});
}

/* With a blank line between all rows of a table, each goes where the one above it does.
 */
static void check(struct pass *pass, const struct node *paragraph)
{
    const struct source *source = pass_source(pass);
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);
    const struct node *before;
    bool goes_on;

    if (source->data[paragraph->span.start] != '|' ||
        !is_rows(source, document, paragraph))
        return;
    before = node_sibling_before(document, paragraph);
    goes_on = before && before == state->last;
    state->joined = before && (before->kind == NODE_TABLE || (goes_on && state->joined));
    state->last = paragraph;
    if (state->joined)
        join(pass, before, paragraph);
    else if (!goes_on)
        report(pass, document_first_line(source, paragraph),
               "rows without a table; write a header and a row such as `| --- | --- |` "
               "above them");
}

const struct rule rule_orphaned_table_rows = {
    .code = "ST118",
    .name = "orphaned-table-rows",
    .aliases = "MD075",
    .tags = "table",
    .summary = "rows of a table are shown as text, for no table is above them",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_PARAGRAPH),
    .node = check,
};
