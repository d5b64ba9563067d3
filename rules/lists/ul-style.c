/* ul-style.c - MD004: bullets are the same everywhere */

#include "lint/rule.h"

enum { STYLE_CONSISTENT, STYLE_ASTERISK, STYLE_PLUS, STYLE_DASH, STYLE_SUBLIST };

static const char *const styles[] = {"consistent", "asterisk", "plus",
                                     "dash",       "sublist",  NULL};

struct settings {
    int style;
};

struct state {
    const struct node
        *first;    /* item of the document, whose bullet the others shall have */
    char *bullets; /* sublist: by nesting; '\0': none so far */
    uint32_t levels;
    uint32_t capacity;
    struct list_search search;
};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_CHOICE,
     .initial = "\"consistent\"",
     .help = "the bullet of all items, `consistent` for that of the first one, `sublist` "
             "for another one in each level",
     .offset = offsetof(struct settings, style),
     .choices = styles,
     .otherwise = "dash"},
    {.type = OPTION_END},
};

/* The bullet of a sublist whose own is that of the list around it. */
static char other_bullet(char bullet)
{
    return bullet == '-' ? '+' : bullet == '+' ? '*' : '-';
}

/* Makes room for the level; those passed over, of numbered lists, have no bullet. */
static char *level_bullet(struct pass *pass, uint32_t level)
{
    struct state *state = pass_state(pass);

    while (state->levels <= level) {
        state->bullets = arena_make_room(pass_arena(pass), state->bullets, state->levels,
                                         &state->capacity, sizeof(*state->bullets));
        state->bullets[state->levels++] = '\0';
    }
    return &state->bullets[level];
}

static char sublist_bullet(struct pass *pass, const struct node *list)
{
    uint32_t level = list->list.nesting.lists;
    char *bullet = level_bullet(pass, level);

    if (!*bullet)
        *bullet = level && bullet[-1] == list->marker ? other_bullet(list->marker)
                                                      : list->marker;
    return *bullet;
}

static char expected_bullet(struct pass *pass, const struct node *list)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);

    if (settings->style == STYLE_SUBLIST)
        return sublist_bullet(pass, list);
    if (settings->style != STYLE_CONSISTENT)
        return " *+-"[settings->style];
    if (!state->first)
        state->first = node_child(pass_document(pass), list);
    return state->first->marker;
}

static bool is_safe(struct pass *pass, const struct node *list, char bullet)
{
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);

    return document_list_is_plain(document, list, &state->search) &&
           document_bullets_may_change(document, list, bullet);
}

static struct finding *report_item(struct pass *pass, const struct node *item,
                                   char bullet)
{
    const struct state *state = pass_state(pass);
    struct finding *finding = report(pass, item_marker(item),
                                     "bullet `%c`, expected `%c`", item->marker, bullet);

    if (state->first)
        finding_relate(finding, item_marker(state->first), "the first bullet");
    return finding;
}

/* All items change together, or the list would become several: the first finding has the
 * edits of all. */
static void node(struct pass *pass, const struct node *list)
{
    char bullet = list->flags & NODE_ORDERED ? list->marker : expected_bullet(pass, list);
    const struct node *item = node_child(pass_document(pass), list);
    struct finding *fixed = NULL;
    bool safe = true;

    if (bullet == list->marker)
        return;
    safe = is_safe(pass, list, bullet);
    for (; item; item = node_sibling(pass_document(pass), item)) {
        struct finding *finding = report_item(pass, item, bullet);

        safe &= finding != NULL;
        if (!fixed)
            fixed = finding;
        if (finding)
            fix_replace(fixed, item_marker(item), (struct str){&bullet, 1});
    }
    if (!safe)
        fix_is_unsafe(fixed);
}

const struct rule rule_ul_style = {
    .code = "MD004",
    .name = "ul-style",
    .tags = "bullet ul",
    .summary = "the bullets of lists differ",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_LIST),
    .node = node,
};
