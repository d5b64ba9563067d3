/* filter.c - selects the results of a file that are reported */

#include "lint/results/filter.h"

void results_filter(const struct results_filter *filter, struct file_results *results)
{
    uint32_t kept = 0;

    if (!filter->passes)
        return;
    for (uint32_t i = 0; i < results->count; i++) {
        const struct result *result = &results->results[i];

        if (filter->passes(filter->context, results, result))
            results->results[kept++] = *result;
    }
    results->count = kept;
}
