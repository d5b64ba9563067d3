/* code-block-style.c - MD046: code blocks are all fenced or all indented */

#include "lint/rule.h"

enum { STYLE_CONSISTENT, STYLE_FENCED, STYLE_INDENTED };

static const char *const styles[] = {"consistent", "fenced", "indented", NULL};

struct settings {
    int style;
};

struct state {
    const struct node *first; /* whose style the others shall have */
};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_CHOICE,
     .initial = "\"consistent\"",
     .help = "how all code blocks are written, `consistent` for the style of the first",
     .offset = offsetof(struct settings, style),
     .choices = styles},
    {.type = OPTION_END},
};

static int style_of(const struct node *block)
{
    return block->flags & NODE_FENCED ? STYLE_FENCED : STYLE_INDENTED;
}

static void report_style(struct pass *pass, const struct node *block, struct span line)
{
    const struct settings *settings = pass_settings(pass);
    const struct state *state = pass_state(pass);
    int style = style_of(block);
    struct finding *finding =
        report(pass, line, "%s code block, expected a%s one", styles[style],
               style == STYLE_INDENTED ? " fenced" : "n indented");

    if (settings->style == STYLE_CONSISTENT)
        finding_relate(finding, document_first_line(pass_source(pass), state->first),
                       "the first code block");
}

static void node(struct pass *pass, const struct node *block)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);
    int expected = settings->style;
    uint32_t second;

    if (!state->first)
        state->first = block;
    if (expected == STYLE_CONSISTENT)
        expected = style_of(state->first);
    if (style_of(block) == expected)
        return;
    report_style(pass, block, document_first_line(pass_source(pass), block));
    second = code_second_part(document, block);
    if (second)
        report_style(pass, block, source_line_text(pass_source(pass), second));
}

const struct rule rule_code_block_style = {
    .code = "MD046",
    .name = "code-block-style",
    .tags = "code",
    .summary = "some code blocks are fenced, others indented",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_CODE_BLOCK),
    .node = node,
};
