/* ul-indent.c - MD007: nested bullets are indented by as much as wanted */

#include "lint/rule.h"

struct settings {
    int indent;
    bool start_indented;
    int start_indent;
};

struct state {
    struct bullet_search bullets;
    const struct node *list;  /* the last outermost one with a wrong item; or NULL */
    struct finding *together; /* the finding that mends all of it; or NULL */
    struct list_search search;
};

static const struct option options[] = {
    {.name = "indent",
     .type = OPTION_INTEGER,
     .initial = "2",
     .help = "columns by which a list of bullets is indented in the one around it",
     .offset = offsetof(struct settings, indent)},
    {.name = "start_indented",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "indent the outermost list, too",
     .offset = offsetof(struct settings, start_indented)},
    {.name = "start_indent",
     .type = OPTION_INTEGER,
     .initial = "0",
     .help = "columns by which the outermost list is indented with `start_indented`; 0 "
             "for those of `indent`",
     .offset = offsetof(struct settings, start_indent)},
    {.type = OPTION_END},
};

enum { INDENT_DEFAULT = 2, INDENT_MAX = 100 };

static uint32_t bounded(int indent, uint32_t initial)
{
    if (indent <= 0)
        return initial;
    return indent < INDENT_MAX ? (uint32_t)indent : INDENT_MAX;
}

static struct list_columns columns_in(struct pass *pass, struct nesting nesting)
{
    const struct settings *settings = pass_settings(pass);
    uint32_t indent = bounded(settings->indent, INDENT_DEFAULT);
    uint32_t start = bounded(settings->start_indent, indent);

    return (struct list_columns){(nesting.in_footnote ? FOOTNOTE_INDENT : 0) +
                                     (settings->start_indented ? start : 0),
                                 indent};
}

/* What stands between the marker and its text goes into the edit where it may change as
 * well (MD030): each is safe alone. */
static void indent_by(struct pass *pass, struct finding *finding, struct span indent,
                      const struct node *item, uint32_t expected)
{
    uint32_t actual = span_length(indent);
    uint32_t less = actual > expected ? actual - expected : 0;
    uint32_t more = expected > actual ? expected - actual : 0;
    uint32_t start = indent.start + less;
    bool joins = item->item.text - item_marker(item).end > 1;
    struct span kept = span_make(start, joins ? item->item.text : start);
    struct str text = source_text(pass_source(pass), kept);
    struct str texts[] = {STR(""), text};

    if (more) {
        texts[0] = arena_spaces(pass_arena(pass), more);
        text = arena_join(pass_arena(pass), texts, 2);
    }
    fix_replace(finding, span_make(indent.start, kept.end), text);
}

/* One item alone would change its place among the others. Where the whole list may move,
 * the first finding in it mends all; it is NULL when that is suppressed. */
static void fix(struct pass *pass, struct finding *finding, const struct node *item,
                struct span indent, struct list_columns columns)
{
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);
    struct nesting nesting = node_parent(document, item)->list.nesting;
    uint32_t expected = columns.first + nesting.bullets * columns.step;

    if (!state->list || node_index(document, item) >= state->list->next) {
        state->list = document_outermost_list(document, item);
        state->together = NULL;
        if (document_bullets_may_move(document, state->list, columns, &state->search))
            state->together = finding;
    }
    /* A bullet after another one goes along with that. */
    if (state->bullets.solid)
        return;
    indent_by(pass, state->together ? state->together : finding, indent, item, expected);
    if (!state->together)
        fix_is_unsafe(finding);
}

static void node(struct pass *pass, const struct node *item)
{
    const struct node *list = node_parent(pass_document(pass), item);
    struct nesting nesting = list->list.nesting;
    struct list_columns columns = columns_in(pass, nesting);
    struct state *state = pass_state(pass);
    uint32_t expected = columns.first + nesting.bullets * columns.step;
    struct span indent;

    if ((list->flags & NODE_ORDERED) || nesting.bullets == NESTING_NUMBERED)
        return;
    indent = document_bullet_indent(pass_document(pass), item, &state->bullets);
    if (span_length(indent) == expected)
        return;
    fix(pass,
        report(pass, span_make(state->bullets.line, item->item.text),
               "list item is indented by %u, expected %u", (unsigned)span_length(indent),
               (unsigned)expected),
        item, indent, columns);
}

const struct rule rule_ul_indent = {
    .code = "MD007",
    .name = "ul-indent",
    .tags = "bullet ul indentation",
    .summary = "a nested bullet is not indented by as much as is wanted",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_ITEM),
    .node = node,
};
