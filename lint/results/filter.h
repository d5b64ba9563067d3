/* filter.h - which results of a file reach the report */
#ifndef LINT_RESULTS_FILTER_H
#define LINT_RESULTS_FILTER_H

#include "lint/results/results.h"

/* All zeros: everything passes. */
struct results_filter {
    /* Is the result of this file reported? NULL: all are. Of the file, only what is not
     * a list of results may be looked at. */
    bool (*passes)(const void *context, const struct file_results *file,
                   const struct result *result);
    const void *context;
};

/* Takes out the results that do not pass; the others keep their order. It stands between
 * a file's results, complete and in order, and every report of them. */
void results_filter(const struct results_filter *filter, struct file_results *results);

#endif
