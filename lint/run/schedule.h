/* schedule.h - the lines and nodes that each rule of a set is called for */
#ifndef LINT_RUN_SCHEDULE_H
#define LINT_RUN_SCHEDULE_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/rule/set.h"
#include "lint/rule/table.h"

/* A turn that wants lines with any of these flags. */
struct line_turn {
    uint32_t turn;
    unsigned flags;
};

/* A flag that every line has. */
#define LINE_ANY 0x80000000u

/* Each rule of the set has a turn, in the order of the table: a number from 0 on. */
struct schedule {
    const struct rule_table *table;
    struct rule_set set;
    uint32_t count;
    const uint32_t *rules; /* by turn: the index in the table */
    const struct line_turn *by_line;
    uint32_t by_line_count;
    unsigned line_flags;                   /* that any turn wants */
    const uint32_t *by_node;               /* the turns that want nodes, kind by kind */
    uint32_t by_kind[NODE_KIND_COUNT + 1]; /* where those of a kind start in by_node, and
                                              so where those of the kind before end */
};

/* The last schedule that was made: most files want the same rules as the file before. All
 * zeros: none yet. */
struct schedule_cache {
    struct arena arena;
    struct schedule schedule;
};

/* The schedule of a set, valid until the next call with the same cache. Without a cache
 * (NULL) it is in the arena. */
const struct schedule *schedule_of(const struct rule_table *table,
                                   const struct rule_set *set,
                                   struct schedule_cache *cache, struct arena *arena);

#endif
