/* filter.h - selects the results of a file that are reported */
#ifndef LINT_RESULTS_FILTER_H
#define LINT_RESULTS_FILTER_H

#include "lint/results/results.h"

/* All zeros: everything passes. */
struct results_filter {
    /* Is this result of the file reported? NULL: all are. The results of the file must
     * not be read, only its other members. */
    bool (*passes)(const void *context, const struct file_results *file,
                   const struct result *result);
    const void *context;
    /* Does a baseline have this result? NULL: none. Asked of each result of the file, in
     * order, whether it passes or not. */
    bool (*is_known)(void *known, const struct file_results *file,
                     const struct result *result);
    void *known;
};

/* Removes the results that do not pass, suppressed ones as well, and moves those that are
 * known to their own list, in the arena; the others keep their order. Applied to the
 * results of each file, complete and in order, before they are reported. */
void results_filter(const struct results_filter *filter, struct file_results *results,
                    struct arena *arena);

#endif
