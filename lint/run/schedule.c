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
        if (rule_set_has(&schedule->set, i)) {
            rules[schedule->count++] = i;
            schedule->state_room += rule_state_room(schedule->table->rules[i]);
        }
    schedule->rules = rules;
}

static bool comes_first(const struct rule *rule)
{
    return rule->front_matter || rule->lines_before_text;
}

static bool comes_last(const struct rule *rule)
{
    return rule->finish;
}

static bool has_lines(const struct rule *rule)
{
    return rule->line;
}

static struct turns find_turns(const struct schedule *schedule,
                               bool (*wanted)(const struct rule *rule),
                               struct arena *arena)
{
    uint32_t *items = arena_raw(arena, schedule->count * sizeof(*items));
    uint32_t count = 0;

    for (uint32_t turn = 0; turn < schedule->count; turn++)
        if (wanted(rule_at(schedule, turn)))
            items[count++] = turn;
    return (struct turns){items, count};
}

static void add_lines(struct schedule *schedule, struct arena *arena)
{
    struct turns wanting = find_turns(schedule, has_lines, arena);
    size_t most = (size_t)wanting.count * LINE_FLAG_SETS;
    uint32_t *turns = arena_raw(arena, most * sizeof(*turns));
    uint32_t count = 0;

    for (unsigned flags = 0; flags < LINE_FLAG_SETS; flags++) {
        schedule->by_flags[flags] = count;
        for (uint32_t i = 0; i < wanting.count; i++)
            if (rule_wants_line(rule_at(schedule, wanting.items[i]), flags))
                turns[count++] = wanting.items[i];
    }
    schedule->by_flags[LINE_FLAG_SETS] = count;
    schedule->by_line = turns;
}

static bool is_of_group(const struct rule *rule, const struct node_group *group)
{
    return rule->nodes == group->kinds && rule->html_content == group->html_content &&
           rule->loose_text == group->loose_text;
}

static bool has_group(const struct schedule *schedule, const struct rule *rule)
{
    for (uint32_t i = 0; i < schedule->group_count; i++)
        if (is_of_group(rule, &schedule->groups[i]))
            return true;
    return false;
}

static void add_groups(struct schedule *schedule, struct arena *arena)
{
    struct node_group *groups = arena_raw(arena, schedule->count * sizeof(*groups));
    uint32_t *turns = arena_raw(arena, schedule->count * sizeof(*turns));
    uint32_t count = 0;

    schedule->groups = groups;
    schedule->by_group = turns;
    for (uint32_t turn = 0; turn < schedule->count; turn++) {
        const struct rule *rule = rule_at(schedule, turn);
        struct node_group *group = &groups[schedule->group_count];

        if (!rule->nodes || has_group(schedule, rule))
            continue;
        *group = (struct node_group){rule->nodes, rule->html_content, rule->loose_text,
                                     count, count};
        for (uint32_t i = turn; i < schedule->count; i++)
            if (is_of_group(rule_at(schedule, i), group))
                turns[group->end++] = i;
        count = group->end;
        schedule->group_count++;
    }
}

static bool wants_node(const struct node_group *group, uint32_t place)
{
    uint32_t kind = place % PLACE_KINDS;
    uint32_t flags = place / PLACE_KINDS;

    if (!(group->kinds & NODE_BIT(kind)) ||
        (flags & NODE_IN_HTML && !group->html_content))
        return false;
    return kind != NODE_TEXT || !group->loose_text || flags & NODE_LOOSE;
}

static void add_nodes(struct schedule *schedule, struct arena *arena)
{
    size_t most = (size_t)schedule->group_count * SCHEDULE_PLACES;
    uint32_t *groups = arena_raw(arena, most * sizeof(*groups));
    uint32_t count = 0;

    for (uint32_t place = 0; place < SCHEDULE_PLACES; place++) {
        bool is_text = place % PLACE_KINDS == NODE_TEXT;

        schedule->by_kind[place] = count;
        if (place / PLACE_KINDS & NODE_LOOSE && !is_text)
            continue;
        for (uint32_t i = 0; i < schedule->group_count; i++)
            if (wants_node(&schedule->groups[i], place))
                groups[count++] = i;
    }
    schedule->by_kind[SCHEDULE_PLACES] = count;
    schedule->by_node = groups;
}

static void make(struct schedule *schedule, const struct rule_table *table,
                 const struct rule_set *set, struct arena *arena)
{
    *schedule = (struct schedule){.table = table, .set = *set};
    add_rules(schedule, arena);
    schedule->first = find_turns(schedule, comes_first, arena);
    schedule->last = find_turns(schedule, comes_last, arena);
    add_lines(schedule, arena);
    add_groups(schedule, arena);
    add_nodes(schedule, arena);
}

void schedules_release(struct schedule_cache *cache)
{
    for (uint32_t i = 0; i < SCHEDULES_KEPT && i < cache->made; i++)
        arena_release(&cache->kept[i].arena);
}

static bool is_for(const struct schedule *schedule, const struct rule_table *table,
                   const struct rule_set *set)
{
    return schedule->table == table &&
           memcmp(&schedule->set, set, sizeof(schedule->set)) == 0;
}

const struct schedule *schedule_of(const struct rule_table *table,
                                   const struct rule_set *set,
                                   struct schedule_cache *cache, struct arena *arena)
{
    struct schedule *schedule;
    struct kept_schedule *kept;

    if (!cache) {
        schedule = arena_alloc(arena, sizeof(*schedule));
        make(schedule, table, set, arena);
        return schedule;
    }
    for (kept = cache->kept; kept < cache->kept + SCHEDULES_KEPT; kept++)
        if (is_for(&kept->schedule, table, set))
            return &kept->schedule;
    kept = &cache->kept[cache->made++ % SCHEDULES_KEPT];
    arena_reset(&kept->arena);
    make(&kept->schedule, table, set, &kept->arena);
    return &kept->schedule;
}
