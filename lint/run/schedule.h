/* schedule.h - the lines and nodes that each rule of a set is called for */
#ifndef LINT_RUN_SCHEDULE_H
#define LINT_RUN_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/rule/set.h"
#include "lint/rule/table.h"

/* Rules that want nodes of the same kinds. */
struct node_group {
    uint64_t kinds; /* NODE_BIT() of each */
    bool html_content;
    bool loose_text;
    uint32_t first; /* of its turns in by_group */
    uint32_t end;   /* one past the last */
};

/* A node's place: its kind, and above that the flags that decide who wants it. */
enum {
    PLACE_KINDS = 32, /* more than there are kinds */
    PLACE_FLAGS = NODE_IN_HTML | NODE_LOOSE,
    SCHEDULE_PLACES = PLACE_KINDS * (PLACE_FLAGS + 1),
};
_Static_assert((int)NODE_KIND_COUNT <= PLACE_KINDS, "a kind has room in a place");

struct turns {
    const uint32_t *items;
    uint32_t count;
};

/* Each rule of the set has a turn, in the order of the table: a number from 0 on. */
struct schedule {
    const struct rule_table *table;
    struct rule_set set;
    uint32_t count;
    const uint32_t *rules; /* by turn: the index in the table */
    size_t state_room;     /* for the states of all, one after the other */
    /* The turns that are called before all lines, and those that are after all nodes. */
    struct turns first;
    struct turns last;
    /* The turns that want lines, set of flags by set of flags, and where those of a set
     * start, and so where those of the set before end. */
    const uint32_t *by_line;
    uint32_t by_flags[LINE_FLAG_SETS + 1];
    /* The turns that want nodes, group by group. */
    const struct node_group *groups;
    uint32_t group_count;
    const uint32_t *by_group;
    /* As by line, the groups that want a node: where those start is at its place. */
    const uint32_t *by_node;
    uint32_t by_kind[SCHEDULE_PLACES + 1];
};

enum { SCHEDULES_KEPT = 16 };

/* The last schedules that were made: most files want the same rules as those before, but
 * for what a comment in one says. All zeros: none yet. */
struct schedule_cache {
    struct kept_schedule {
        struct arena arena;
        struct schedule schedule;
    } kept[SCHEDULES_KEPT];
    uint32_t made; /* how many so far */
};

/* Is `line` of a rule that has one called for a line with these flags? */
static inline bool rule_wants_line(const struct rule *rule, unsigned flags)
{
    return !rule->line_flags || rule->line_flags & flags;
}

/* The bytes that the state of the rule takes up before that of another. */
static inline size_t rule_state_room(const struct rule *rule)
{
    const size_t alignment = _Alignof(max_align_t);

    return (rule->state_size + alignment - 1) / alignment * alignment;
}

/* The place in by_kind. */
static inline uint32_t schedule_place(const struct node *node)
{
    return node->kind + PLACE_KINDS * (node->flags & PLACE_FLAGS);
}

/* Frees what the cache has made; its schedules are invalid then. */
void schedules_release(struct schedule_cache *cache);

/* The schedule of a set, valid until SCHEDULES_KEPT others have been asked for from the
 * same cache. Without a cache (NULL) it is in the arena. */
const struct schedule *schedule_of(const struct rule_table *table,
                                   const struct rule_set *set,
                                   struct schedule_cache *cache, struct arena *arena);

#endif
