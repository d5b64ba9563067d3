/* baseline_file.h - a baseline as it is kept: files and their findings; for baseline*.c
 */
#ifndef LINT_COMMAND_BASELINE_FILE_H
#define LINT_COMMAND_BASELINE_FILE_H

#include "lint/command/baseline.h"

enum { BASELINE_KEY_BYTES = 40 };

/* How often one fingerprint is known. */
struct baseline_entry {
    struct baseline_entry *next;
    struct str key; /* code of the rule, space, hash in hexadecimal */
    uint32_t count;
    uint32_t used;
};

struct baseline_file {
    struct baseline_file *next;
    struct str path;
    uint64_t sketch[SKETCH_MAX];
    uint32_t sketch_count;
    struct str_map entries;
    struct baseline_entry *first;
    struct baseline_entry *last;
    bool seen; /* it was checked, or its new name was */
    bool gone; /* it is not there any more */
};

/* Adds a file to the end, without entries. The path is copied. */
struct baseline_file *baseline_add_file(struct baseline *baseline, struct str path);

/* The entry with that key, which is copied; a new one, that counts 0, when there is none.
 */
struct baseline_entry *baseline_entry_at(struct baseline *baseline,
                                         struct baseline_file *file, struct str key);

#endif
