/* suppression_lookup.c - which comment hides a finding, and which hid none */

#include "lint/run/suppress.h"

/* The state of the rule on a line: that of the last transition at or before it. */
static uint32_t state_at(const struct transitions *list, uint32_t line)
{
    uint32_t low = 0;
    uint32_t high = list->count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (list->items[middle].line <= line)
            low = middle;
        else
            high = middle;
    }
    return list->items[low].state;
}

/* The index of the first line suppression at or after a line. */
static uint32_t first_at(const struct suppressions *suppressions, uint32_t line)
{
    uint32_t low = 0;
    uint32_t high = suppressions->line_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (suppressions->lines[middle].line < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct suppression *on_line(struct suppressions *suppressions, uint32_t rule,
                                   uint32_t line)
{
    uint32_t i = first_at(suppressions, line);

    for (; i < suppressions->line_count && suppressions->lines[i].line == line; i++) {
        struct suppression *item =
            &suppressions->items[suppressions->lines[i].suppression];

        if (rule_set_has(&item->rules, rule))
            return item;
    }
    return NULL;
}

bool suppressions_hide(struct suppressions *suppressions, uint32_t rule, uint32_t line,
                       const struct suppression **by)
{
    struct suppression *item;
    uint32_t state;

    *by = NULL;
    if (!suppressions_any(suppressions))
        return false;
    state = state_at(&suppressions->by_rule[rule], line);
    if (state == STATE_OFF)
        return !suppressions->ignored;
    item = state == STATE_ON ? on_line(suppressions, rule, line)
                             : &suppressions->items[state];
    if (!item)
        return false;
    item->used = true;
    if (suppressions->ignored)
        return false;
    *by = item;
    return true;
}

uint32_t suppressions_ignored(const struct suppressions *suppressions)
{
    const struct suppression *last = NULL;
    uint32_t count = suppressions->changes;

    if (!suppressions->ignored)
        return 0;
    /* The words of one comment are neighbours. */
    for (uint32_t i = 0; i < suppressions->count; i++) {
        const struct suppression *item = &suppressions->items[i];

        if (!item->used)
            continue;
        count += !last || last->span.start != item->span.start;
        last = item;
    }
    return count;
}
