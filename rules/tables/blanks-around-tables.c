/* blanks-around-tables.c - MD058: a table has blank lines around it */

#include "lint/rule.h"

/* Does plain Markdown, which has neither directives nor formulas, have a row of the table
 * above there? */
static bool is_plain_row(const struct document *document, uint32_t line)
{
    const struct node *block = document_line_node(document, line);

    return block->kind == NODE_DIRECTIVE || block->kind == NODE_MATH_BLOCK;
}

/* Inserts a blank line before line `at`. */
static void fix(struct pass *pass, struct finding *finding, uint32_t row, uint32_t at)
{
    struct blank_line_gap gap = {at, row, 1};

    fix_blank_lines(pass, finding, &gap);
    if (is_plain_row(pass_document(pass), at))
        fix_is_unsafe(finding);
}

static void node(struct pass *pass, const struct node *table)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    uint32_t first = source_line(source, table->span.start);
    uint32_t last = source_line(source, table->span.end);
    struct span last_row = source_line_span(source, last);

    if (!document_line_is_blank(document, first - 1))
        fix(pass,
            report(pass, document_first_line(source, table),
                   "no blank line above the table, expected one"),
            first, first);
    if (!document_line_is_blank(document, last + 1))
        fix(pass, report(pass, last_row, "no blank line below the table, expected one"),
            last, last + 1);
}

const struct rule rule_blanks_around_tables = {
    .code = "MD058",
    .name = "blanks-around-tables",
    .tags = "table",
    .summary = "a table has no blank line around it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .nodes = NODE_BIT(NODE_TABLE),
    .node = node,
};
