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

static bool hidden_on_line(struct suppressions *suppressions, uint32_t rule,
                           uint32_t line)
{
    uint32_t i = first_at(suppressions, line);

    for (; i < suppressions->line_count && suppressions->lines[i].line == line; i++) {
        struct suppression *item =
            &suppressions->items[suppressions->lines[i].suppression];

        if (rule_set_has(&item->rules, rule)) {
            item->used = true;
            return true;
        }
    }
    return false;
}

static bool hides(struct suppressions *suppressions, uint32_t rule, uint32_t line)
{
    uint32_t state = state_at(&suppressions->by_rule[rule], line);

    if (state == STATE_OFF)
        return true;
    if (state != STATE_ON) {
        suppressions->items[state].used = true;
        return true;
    }
    return hidden_on_line(suppressions, rule, line);
}

bool suppressions_hide(struct suppressions *suppressions, uint32_t rule, uint32_t line)
{
    return suppressions_any(suppressions) && hides(suppressions, rule, line) &&
           !suppressions->ignored;
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
