/* copies.h - further reports of the same run, each to a file of its own */
#ifndef LINT_COMMAND_COPIES_H
#define LINT_COMMAND_COPIES_H

#include <stdbool.h>

#include "lint/command/formats.h"
#include "lint/command/output.h"
#include "lint/report/report.h"

struct copy {
    struct report report;
    struct output output;
};

/* The reports besides the first one. Starts as {0}. */
struct copies {
    struct copy items[FORMATS_MAX - 1];
    uint32_t count; /* of those that have begun */
};

/* Begins a report for each choice but the first. False, after saying on stderr why, when
 * one of the files cannot be written. Paths live in the arena. */
bool copies_begin(struct copies *copies, const struct format_choices *choices,
                  const struct report_context *context, struct arena *arena);

/* Report the next file, and the end. What was set in the first report since it began is
 * true of the others as well. copies_end() is false, after saying on stderr why, when one
 * of the files could not be written. */
void copies_file(struct copies *copies, const struct report *first,
                 const struct file_results *results);
bool copies_end(struct copies *copies, const struct report *first);

/* Writes what each of them has besides itself: aside_write(). To be called after the end.
 */
void copies_write_asides(struct copies *copies);

/* Frees all of it; files that are not finished are left as they were. */
void copies_release(struct copies *copies);

#endif
