/* filter.c - selects the results of a file that are reported */

#include "lint/results/filter.h"

static bool is_known(const struct results_filter *filter,
                     const struct file_results *results, const struct result *result)
{
    return filter->is_known && filter->is_known(filter->known, results, result);
}

static bool passes(const struct results_filter *filter,
                   const struct file_results *results, const struct result *result)
{
    return !filter->passes || filter->passes(filter->context, results, result);
}

/* Most lists lose nothing: then nothing moves. */
static void move(struct result *results, uint32_t from, uint32_t to)
{
    if (from != to)
        results[to] = results[from];
}

static void filter_suppressed(const struct results_filter *filter,
                              struct file_results *results)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < results->suppressed_count; i++)
        if (passes(filter, results, &results->suppressed[i]))
            move(results->suppressed, i, kept++);
    results->suppressed_count = kept;
}

void results_filter(const struct results_filter *filter, struct file_results *results,
                    struct arena *arena)
{
    uint32_t kept = 0;

    if (!filter->passes && !filter->is_known)
        return;
    filter_suppressed(filter, results);
    if (filter->is_known)
        results->known = arena_array(arena, results->count, sizeof(*results->known));
    for (uint32_t i = 0; i < results->count; i++) {
        const struct result *result = &results->results[i];
        bool known = is_known(filter, results, result);

        if (!passes(filter, results, result))
            continue;
        if (known)
            results->known[results->known_count++] = *result;
        else
            move(results->results, i, kept++);
    }
    results->count = kept;
}
