/* folder.h - the names in a folder */
#ifndef LINT_FILES_FOLDER_H
#define LINT_FILES_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

enum entry_kind { ENTRY_FILE, ENTRY_FOLDER, ENTRY_LINK, ENTRY_OTHER };

struct folder_entry {
    struct str name; /* followed by a NUL */
    enum entry_kind kind;
};

/* The entries of a folder without `.` and `..`, in no order. */
struct folder_listing {
    struct folder_entry *entries; /* freed by folder_release() */
    size_t count;
    size_t capacity;
    uint64_t device; /* of the folder: its identity, whatever its path */
    uint64_t inode;
};

/*
 * Reads the folder; the names live in the arena. False on failure: then *error is an
 * errno, and the listing has what was read before. It is to be released in both cases.
 */
bool folder_read(struct folder_listing *listing, struct arena *arena, const char *path,
                 int *error);

bool folder_has(const struct folder_listing *listing, const char *name);

void folder_release(struct folder_listing *listing);

#endif
