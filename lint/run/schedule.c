/* schedule.c - the lines and nodes that each rule of a set is called for */

#include "lint/run/schedule.h"

#include <string.h>

static const struct rule *rule_at(const struct schedule *schedule, uint32_t turn)
{
    return schedule->table->rules[schedule->rules[turn]];
}

static void add_rules(struct schedule *schedule, struct arena *arena)
{
    uint32_t *rules = arena_array(arena, schedule->table->count, sizeof(*rules));

    for (uint32_t i = 0; i < schedule->table->count; i++)
        if (rule_set_has(&schedule->set, i))
            rules[schedule->count++] = i;
    schedule->rules = rules;
}

static void add_lines(struct schedule *schedule, struct arena *arena)
{
    struct line_turn *turns = arena_array(arena, schedule->count, sizeof(*turns));

    for (uint32_t turn = 0; turn < schedule->count; turn++) {
        const struct rule *rule = rule_at(schedule, turn);
        unsigned flags = rule->line_flags ? rule->line_flags : LINE_ANY;

        if (!rule->line)
            continue;
        turns[schedule->by_line_count++] = (struct line_turn){turn, flags};
        schedule->line_flags |= flags;
    }
    schedule->by_line = turns;
}

static void add_nodes(struct schedule *schedule, struct arena *arena)
{
    size_t most = (size_t)schedule->count * NODE_KIND_COUNT;
    uint32_t *turns = arena_raw(arena, most * sizeof(*turns));
    uint32_t count = 0;

    for (int kind = 0; kind < NODE_KIND_COUNT; kind++) {
        schedule->by_kind[kind] = count;
        for (uint32_t turn = 0; turn < schedule->count; turn++)
            if (rule_at(schedule, turn)->nodes & NODE_BIT(kind))
                turns[count++] = turn;
    }
    schedule->by_kind[NODE_KIND_COUNT] = count;
    schedule->by_node = turns;
}

static void make(struct schedule *schedule, const struct rule_table *table,
                 const struct rule_set *set, struct arena *arena)
{
    *schedule = (struct schedule){.table = table, .set = *set};
    add_rules(schedule, arena);
    add_lines(schedule, arena);
    add_nodes(schedule, arena);
}

const struct schedule *schedule_of(const struct rule_table *table,
                                   const struct rule_set *set,
                                   struct schedule_cache *cache, struct arena *arena)
{
    struct schedule *schedule;

    if (!cache) {
        schedule = arena_alloc(arena, sizeof(*schedule));
        make(schedule, table, set, arena);
        return schedule;
    }
    schedule = &cache->schedule;
    if (schedule->table != table ||
        memcmp(&schedule->set, set, sizeof(schedule->set)) != 0) {
        arena_reset(&cache->arena);
        make(schedule, table, set, &cache->arena);
    }
    return schedule;
}
