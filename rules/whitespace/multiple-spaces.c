/* multiple-spaces.c - ST125: words have one space between them */

#include "lint/rule.h"

struct settings {
    bool sentence;
};

struct state {
    uint32_t next; /* index of the first node that has not been passed */
    struct verbatim_search search;
};

static const struct option options[] = {
    {.name = "allow_sentence_double_space",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "let two spaces stand after `.`, `!` and `?`",
     .offset = offsetof(struct settings, sentence)},
    {.type = OPTION_END},
};

static bool ends_sentence(const struct source *source, struct span blanks)
{
    return span_length(blanks) == 2 && is_one_of(source->data[blanks.start - 1], ".!?");
}

static void check_blanks(struct pass *pass, const struct node *block, struct span blanks)
{
    const struct settings *settings = pass_settings(pass);
    const struct source *source = pass_source(pass);
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);
    struct finding *finding;

    if (settings->sentence && ends_sentence(source, blanks))
        return;
    if (document_is_verbatim(document, blanks, &state->search))
        return;
    finding = report(pass, blanks, "%u blanks between two words, expected one",
                     span_length(blanks));
    fix_replace(finding, blanks, STR(" "));
    /* The anchor of a heading has a hyphen for each space. */
    if (block->kind == NODE_HEADING)
        fix_is_unsafe(finding);
}

/* Do the blanks stand between two words of one line? Before the first are those after
 * the marker of an item or its box. */
static bool parts_words(const struct source *source, struct span blanks)
{
    struct span line = source_line_span(source, source_line(source, blanks.start));

    return blanks.end < line.end && !is_space_or_tab(source->data[blanks.start - 1]) &&
           blanks.start > line.start;
}

/* Are the blanks in a text of the block? */
static bool is_in_text(struct pass *pass, const struct node *block, struct span blanks)
{
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);
    uint32_t index = node_index(document, block);

    if (state->next < index)
        state->next = index;
    return document_text_at(document, &state->next, blanks.start);
}

/* Cells of tables may be aligned. */
static void check(struct pass *pass, const struct node *block)
{
    const struct source *source = pass_source(pass);
    struct str text = source_text(source, block->span);
    size_t end = 0;
    struct str found;

    while ((found = str_blanks(text, end)).len) {
        struct span blanks = source_span(source, found);

        end = (size_t)(found.data - text.data) + found.len;
        if (is_in_text(pass, block, blanks) && parts_words(source, blanks))
            check_blanks(pass, block, blanks);
    }
}

const struct rule rule_multiple_spaces = {
    .code = "ST125",
    .name = "multiple-spaces",
    .aliases = "MD064 no-multiple-consecutive-spaces",
    .tags = "whitespace",
    .summary = "more than one space stands between two words",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .change = {.characters = " "},
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_PARAGRAPH) | NODE_BIT(NODE_HEADING),
    .node = check,
};
