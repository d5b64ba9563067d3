/* code-fence-style.c - MD048: code fences are all of one character */

#include "lint/rule.h"

enum { STYLE_CONSISTENT, STYLE_BACKTICK, STYLE_TILDE };

static const char *const styles[] = {"consistent", "backtick", "tilde", NULL};

struct settings {
    int style;
};

struct state {
    const struct node *first; /* fenced block, whose style the others shall have */
};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_CHOICE,
     .initial = "\"consistent\"",
     .help = "the character of all fences, `consistent` for that of the first",
     .offset = offsetof(struct settings, style),
     .choices = styles},
    {.type = OPTION_END},
};

static struct span fence_of(const struct node *block)
{
    return span_make(block->span.start, block->span.start + block->level);
}

static void node(struct pass *pass, const struct node *block)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    struct finding *finding;
    char expected = settings->style == STYLE_TILDE ? '~' : '`';

    if (!(block->flags & NODE_FENCED))
        return;
    if (!state->first)
        state->first = block;
    if (settings->style == STYLE_CONSISTENT)
        expected = state->first->marker;
    if (block->marker == expected)
        return;
    finding = report(pass, fence_of(block), "code fence of %ss, expected %ss",
                     expected == '~' ? "back-tick" : "tilde",
                     expected == '~' ? "tilde" : "back-tick");
    if (settings->style == STYLE_CONSISTENT)
        finding_relate(finding, fence_of(state->first), "the first fence");
}

const struct rule rule_code_fence_style = {
    .code = "MD048",
    .name = "code-fence-style",
    .tags = "code",
    .summary = "some code fences are of back-ticks, others of tildes",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_CODE_BLOCK),
    .node = node,
};
