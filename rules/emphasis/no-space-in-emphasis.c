/* no-space-in-emphasis.c - MD037: no space inside the markers of emphasis */

#include "lint/rule.h"

enum {
    MARKER_MAX = 3, /* ***bold and italic*** */
    MARKERS = 2 * MARKER_MAX,
};

/* Runs of * and _ that mark nothing, in pairs of the same marker. */
struct state {
    const struct node *leaf;          /* the block with the text, a paragraph perhaps */
    const struct node *open[MARKERS]; /* by marker: the first one of a pair; or NULL */
};

/* The block that the text is in; strikethrough is none of markdownlint's. */
static const struct node *leaf_of(const struct document *document,
                                  const struct node *text)
{
    do
        text = node_parent(document, text);
    while (text->kind == NODE_STRIKETHROUGH);
    return text;
}

static void report_space(struct pass *pass, struct span space, struct span marker,
                         const char *where)
{
    struct str text = source_text(pass_source(pass), marker);
    struct finding *finding = report(
        pass, space, "space %s `%.*s`, which marks nothing like that; leave it out",
        where, (int)text.len, text.data);

    fix_replace(finding, space, STR(""));
}

static void check_opening(struct pass *pass, struct span marker)
{
    const struct source *source = pass_source(pass);
    uint32_t line = source_line(source, marker.end);
    uint32_t skipped = marker.end - source->lines[line].start;
    struct str text = document_line(pass_document(pass), line);
    struct str rest = {text.data + skipped, text.len - skipped};
    size_t space = white_space_at_start(rest);

    if (space && space < rest.len)
        report_space(pass, span_make(marker.end, marker.end + (uint32_t)space), marker,
                     "after");
}

static void check_closing(struct pass *pass, struct span marker)
{
    const struct source *source = pass_source(pass);
    uint32_t line = source_line(source, marker.start);
    struct str text = document_line(pass_document(pass), line);
    struct str before = {text.data, marker.start - source->lines[line].start};
    size_t space = white_space_at_end(before);

    if (space && space < before.len)
        report_space(pass, span_make(marker.start - (uint32_t)space, marker.start),
                     marker, "before");
}

static void node(struct pass *pass, const struct node *text)
{
    struct state *state = pass_state(pass);
    uint32_t length = span_length(text->span);
    const struct node **open;
    const struct node *leaf;

    if (length > MARKER_MAX)
        return;
    leaf = leaf_of(pass_document(pass), text);
    if (leaf != state->leaf)
        *state = (struct state){.leaf = leaf};
    open =
        &state->open[length - 1 +
                     (pass_source(pass)->data[text->span.start] == '_' ? MARKER_MAX : 0)];
    if (!*open) {
        *open = text;
        return;
    }
    check_opening(pass, (*open)->span);
    check_closing(pass, text->span);
    *open = NULL;
}

const struct rule rule_no_space_in_emphasis = {
    .code = "MD037",
    .name = "no-space-in-emphasis",
    .tags = "whitespace emphasis",
    .summary = "a space stands inside the markers of what should be bold or italic",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_TEXT),
    .loose_text = true,
    .node = node,
};
