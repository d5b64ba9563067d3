/* outline_compare.c - headings beside those that an outline wants */

#include "lint/document/outline.h"

/* How many steps from its place a heading with a wrong title may stand. */
enum { NEAR = 8 };

/* A comparison. cost[i * width + j]: of the items from i on beside the headings from j
 * on. */
struct comparison {
    const struct outline_item *items;
    uint32_t item_count;
    const uint32_t *origins; /* by item: its index in the outline */
    const struct outline_heading *headings;
    uint32_t heading_count;
    bool match_case;
    uint32_t *cost;
};

static uint32_t cost_at(const struct comparison *c, uint32_t item, uint32_t heading)
{
    return c->cost[(size_t)item * (c->heading_count + 1) + heading];
}

/* The cheapest change at a place, and what all from there on costs. */
static uint32_t choose(const struct comparison *c, uint32_t i, uint32_t j,
                       enum outline_step_kind *kind)
{
    const struct outline_item *item = &c->items[i];
    const struct outline_heading *heading = &c->headings[j];
    uint32_t best = UINT32_MAX;
    uint32_t cost;

    if (i < c->item_count) {
        best = cost_at(c, i + 1, j) + !item->optional;
        *kind = OUTLINE_MISSING;
    }
    if (j == c->heading_count)
        return i < c->item_count ? best : 0;
    cost = cost_at(c, i, j + 1) + 1;
    if (cost < best) {
        best = cost;
        *kind = OUTLINE_EXTRA;
    }
    if (i == c->item_count)
        return best;
    cost = cost_at(c, i + !item->repeated, j + 1);
    if (cost <= best && outline_item_matches(item, heading, c->match_case)) {
        best = cost;
        *kind = OUTLINE_FITS;
    }
    return best;
}

/* A repeated item that must be there is two: one that must, and more that may. */
static void expand(struct comparison *c, const struct outline *outline,
                   struct arena *arena)
{
    struct outline_item *items = arena_array(arena, outline->count, 2 * sizeof(*items));
    uint32_t *origins = arena_array(arena, outline->count, 2 * sizeof(*origins));

    for (uint32_t i = 0; i < outline->count; i++) {
        struct outline_item item = outline->items[i];

        if (item.repeated && !item.optional) {
            item.repeated = false;
            origins[c->item_count] = i;
            items[c->item_count++] = item;
            item.repeated = item.optional = true;
        }
        origins[c->item_count] = i;
        items[c->item_count++] = item;
    }
    c->items = items;
    c->origins = origins;
}

static void fill(struct comparison *c)
{
    enum outline_step_kind kind;
    size_t width = c->heading_count + 1;

    for (uint32_t i = c->item_count + 1; i-- > 0;)
        for (uint32_t j = c->heading_count + 1; j-- > 0;)
            c->cost[i * width + j] = choose(c, i, j, &kind);
}

/* Walks along what is cheapest. */
static struct outline_step *trace(const struct comparison *c, struct arena *arena,
                                  uint32_t *count)
{
    size_t most = (size_t)c->item_count + c->heading_count;
    struct outline_step *steps = arena_array(arena, most + 1, sizeof(*steps));
    uint32_t i = 0;
    uint32_t j = 0;

    *count = 0;
    while (i < c->item_count || j < c->heading_count) {
        enum outline_step_kind kind = OUTLINE_FITS;
        bool is_change;

        choose(c, i, j, &kind);
        is_change = kind != OUTLINE_MISSING || !c->items[i].optional;
        steps[*count] = (struct outline_step){.kind = kind, .heading = j};
        if (i < c->item_count)
            steps[*count].item = c->origins[i];
        *count += is_change;
        i += kind == OUTLINE_MISSING || (kind == OUTLINE_FITS && !c->items[i].repeated);
        j += kind != OUTLINE_MISSING;
    }
    return steps;
}

/* A heading that stands elsewhere but is the one that the item wants: one that nothing
 * else wants, or `*` alone. Its step, or NULL. */
static struct outline_step *find_elsewhere(const struct comparison *c,
                                           const struct outline *outline,
                                           struct outline_step *steps, uint32_t count,
                                           const struct outline_item *item)
{
    for (uint32_t i = 0; i < count; i++) {
        struct outline_step *step = &steps[i];
        bool is_free = step->kind == OUTLINE_EXTRA ||
                       (step->kind == OUTLINE_FITS && outline->items[step->item].any);

        if (is_free &&
            outline_item_matches(item, &c->headings[step->heading], c->match_case))
            return step;
    }
    return NULL;
}

/* The step of a heading near the one that is missing that has nearly its title, or
 * NULL. */
static struct outline_step *find_similar(const struct comparison *c,
                                         const struct outline *outline,
                                         struct outline_step *steps, uint32_t count,
                                         uint32_t missing)
{
    uint32_t first = missing > NEAR ? missing - NEAR : 0;
    uint32_t last = count - missing > NEAR ? missing + NEAR : count - 1;

    for (uint32_t i = first; i <= last; i++)
        if (steps[i].kind == OUTLINE_EXTRA &&
            outline_item_resembles(&outline->items[steps[missing].item],
                                   &c->headings[steps[i].heading]))
            return &steps[i];
    return NULL;
}

/* What is missing at one place and too much at another has moved or has another title. */
static void join(const struct comparison *c, const struct outline *outline,
                 struct outline_step *steps, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        struct outline_step *missing = &steps[i];
        struct outline_step *other;

        if (missing->kind != OUTLINE_MISSING)
            continue;
        other = find_elsewhere(c, outline, steps, count, &outline->items[missing->item]);
        if (other) {
            missing->kind = OUTLINE_MOVED;
            missing->elsewhere = other->heading;
            other->kind = OUTLINE_FITS;
        } else if ((other = find_similar(c, outline, steps, count, i))) {
            missing->kind = OUTLINE_FITS;
            other->kind = OUTLINE_WRONG;
        }
        if (other)
            other->item = missing->item;
    }
}

bool outline_compare(struct outline_match *match, struct arena *arena)
{
    struct comparison c = {.headings = match->headings,
                           .heading_count = match->heading_count,
                           .match_case = match->match_case};
    struct outline_step *steps;
    size_t cells;

    expand(&c, &match->outline, arena);
    cells = ((size_t)c.item_count + 1) * ((size_t)match->heading_count + 1);
    if (cells > OUTLINE_MAX_CELLS)
        return false;
    c.cost = arena_array(arena, cells, sizeof(*c.cost));
    fill(&c);
    steps = trace(&c, arena, &match->step_count);
    join(&c, &match->outline, steps, match->step_count);
    match->steps = steps;
    return true;
}
