/* question-heading.c - ST114: headings are questions when the title promises some */

#include "lint/rule.h"

/* What is right as a heading: it ends in a question mark. */
#define QUESTION "\"[?\\uff1f\\u061f]$\""

struct settings {
    const struct regex *titles;
    const struct regex *levels[7]; /* by level; NULL: headings may be anything */
    struct str_list except;
};

struct state {
    bool asked;                 /* the title promises questions */
    bool begun;                 /* there has been a heading */
    const struct node *pending; /* the last heading: it may have subsections */
};

static const struct option options[] = {
    {.name = "titles",
     .type = OPTION_PATTERN,
     .initial = "\"\\\\b(questions?|FAQs?)\\\\b\"",
     .help = "titles that promise questions; empty: all",
     .offset = offsetof(struct settings, titles)},
    {.name = "level_2",
     .type = OPTION_PATTERN,
     .initial = QUESTION,
     .help = "what headings of level 2 must match; empty: anything",
     .offset = offsetof(struct settings, levels[2])},
    {.name = "level_3",
     .type = OPTION_PATTERN,
     .initial = QUESTION,
     .help = "the same for level 3",
     .offset = offsetof(struct settings, levels[3])},
    {.name = "level_4",
     .type = OPTION_PATTERN,
     .initial = "\"\"",
     .help = "the same for level 4",
     .offset = offsetof(struct settings, levels[4])},
    {.name = "level_5",
     .type = OPTION_PATTERN,
     .initial = "\"\"",
     .help = "the same for level 5",
     .offset = offsetof(struct settings, levels[5])},
    {.name = "level_6",
     .type = OPTION_PATTERN,
     .initial = "\"\"",
     .help = "the same for level 6",
     .offset = offsetof(struct settings, levels[6])},
    {.name = "except",
     .type = OPTION_STRINGS,
     .initial = "[\"Introduction\", \"Conclusion\", \"Summary\", \"References\", "
                "\"Sources\", \"Contents\"]",
     .help = "headings that may be anything; case does not matter",
     .offset = offsetof(struct settings, except)},
    {.type = OPTION_END},
};

/* A pattern that takes too long matches. */
static bool matches(const struct regex *pattern, struct str text)
{
    return !pattern || regex_match(pattern, text) != REGEX_NO_MATCH;
}

/* Without markers of emphasis at its end. */
static struct str shown_text(struct pass *pass, const struct node *heading)
{
    struct str text =
        document_heading_title(pass_document(pass), heading, pass_arena(pass));

    while (text.len && is_one_of(text.data[text.len - 1], "*_"))
        text.len--;
    return text;
}

static void check_pending(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    const struct state *state = pass_state(pass);
    const struct node *heading = state->pending;
    struct str text;

    if (!heading)
        return;
    text = shown_text(pass, heading);
    if (!text.len || matches(settings->levels[heading->level], text) ||
        str_list_has_ignore_case(settings->except, text))
        return;
    report(pass, document_first_line(pass_source(pass), heading),
           "heading `%s`, expected a question, as the title says; write one that ends in "
           "`?`",
           message_text(pass_arena(pass), text));
}

static void check_title(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    const struct value *title =
        value_get(pass_document(pass)->front_matter.tree.root, "title");

    state->asked = !settings->titles || (title && title->kind == VALUE_STRING &&
                                         matches(settings->titles, title->text));
}

/* A heading with subsections says what the questions below it are about. */
static void check(struct pass *pass, const struct node *heading)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);

    if (heading->parent != 0)
        return;
    if (!state->begun && heading->level == 1 && !state->asked)
        state->asked = matches(settings->titles, shown_text(pass, heading));
    state->begun = true;
    if (!state->asked)
        return;
    if (state->pending && heading->level <= state->pending->level)
        check_pending(pass);
    state->pending = heading->level > 1 ? heading : NULL;
}

const struct rule rule_question_heading = {
    .code = "ST114",
    .name = "question-heading",
    .tags = "headings",
    .summary = "a heading is no question though the title promises questions",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HEADING),
    .front_matter = check_title,
    .node = check,
    .finish = check_pending,
};
