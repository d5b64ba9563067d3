/* baseline.h - the findings that are known and do not count */
#ifndef LINT_COMMAND_BASELINE_H
#define LINT_COMMAND_BASELINE_H

#include "lint/base/str_map.h"
#include "lint/command/work.h"
#include "lint/rule/set.h"

struct baseline_file;

/* A baseline, as a file has it and as a run uses it. Lives in its arena, which may not
 * move. */
struct baseline {
    struct arena *arena;
    struct str folder;           /* absolute: the paths in the baseline are from there */
    struct str_map files;        /* by path: struct baseline_file * */
    struct baseline_file *first; /* of all, in order */
    struct baseline_file *last;
    struct str_map reals; /* path as shown to absolute path: const char * */
    struct baseline_file *current;
    struct str current_path; /* as shown */
    bool collects;           /* what is not known is added */
};

/* Reads the baseline at path; if a new one is collected, there may be an old one, which
 * does not count, or no file. False, with a message in *why, when it cannot be read. */
bool baseline_read(struct baseline *baseline, struct arena *arena, const char *path,
                   bool collects, struct str *why);

/* Names the files of the run. */
void baseline_start(struct baseline *baseline, const struct check *check);

/* Is the finding known? Each entry stands for one finding. Entries of a file that is gone
 * stand for those of a file without entries that has lines of it. For
 * results_filter.is_known; known is the baseline. */
bool baseline_knows(void *known, const struct file_results *file,
                    const struct result *result);

/* Entries without a finding, of files that were checked or are gone, and of rules that
 * were not left out. */
uint32_t baseline_stale(const struct baseline *baseline, const struct rule_table *rules,
                        const struct rule_set *left_out);

/* Writes what was found (if it collects), or what is not stale. False, with *why. */
bool baseline_write(const struct baseline *baseline, const char *path, uint32_t *count,
                    struct str *why);

#endif
