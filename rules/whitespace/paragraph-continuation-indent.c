/* paragraph-continuation-indent.c - ST127: the lines of a paragraph are not indented */

#include "lint/rule.h"

struct state {
    struct verbatim_search search;
};

/* Is the text below part of it by its indent, for programs that know notes, definitions
 * or templates? */
static bool owns_lines_below(struct str text)
{
    return str_starts(text, STR("!!!")) || str_starts(text, STR("???")) ||
           str_starts(text, STR(":")) || str_starts(text, STR("{%")) ||
           str_starts(text, STR("{{"));
}

/* Would the text be the same at the start of a line? Any pipe may make it a row. */
static bool stays_text(struct str text)
{
    return !text_may_begin_block(text) && !memchr(text.data, '|', text.len);
}

static void check_line(struct pass *pass, uint32_t line, struct str text)
{
    const struct source *source = pass_source(pass);
    struct state *state = pass_state(pass);
    struct span indent = source_line_span(source, line);
    struct finding *finding;

    indent.end = source_span(source, text).start;
    if (span_empty(indent) || !text.len || !stays_text(text) ||
        document_is_verbatim(pass_document(pass), indent, &state->search))
        return;
    finding =
        report(pass, indent, "line of a paragraph indented by %u; begin it at the margin",
               (unsigned)span_length(indent));
    fix_replace(finding, indent, STR(""));
}

static void check(struct pass *pass, const struct node *paragraph)
{
    const struct source *source = pass_source(pass);
    uint32_t line;

    if (paragraph->parent)
        return;
    line = source_line(source, paragraph->span.start);
    if (source->lines[line].end >= paragraph->span.end)
        return;
    for (; source->lines[line].start < paragraph->span.end; line++) {
        struct str text = str_trim(source_text(source, source_line_span(source, line)));

        if (source->lines[line].start > paragraph->span.start)
            check_line(pass, line, text);
        if (owns_lines_below(text))
            return;
    }
}

const struct rule rule_paragraph_continuation_indent = {
    .code = "ST127",
    .name = "paragraph-continuation-indent",
    .aliases = "MD085",
    .tags = "whitespace",
    .summary = "a line of a paragraph is indented",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_PARAGRAPH),
    .node = check,
};
