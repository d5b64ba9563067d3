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
};

/* Removes the results that do not pass; the others keep their order. Applied to the
 * results of each file, complete and in order, before they are reported. */
void results_filter(const struct results_filter *filter, struct file_results *results);

#endif
