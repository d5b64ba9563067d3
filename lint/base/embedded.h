/* embedded.h - files that are built into the program */
#ifndef LINT_BASE_EMBEDDED_H
#define LINT_BASE_EMBEDDED_H

#include <stddef.h>

#include "lint/base/str.h"

/* One file of the source tree; the build lists them in EMBEDDED (Makefile). */
struct embedded_file {
    const char *name; /* path from the root: "schemas/json-schema/draft-07.json" */
    const unsigned char *data; /* data[len] is NUL */
    size_t len;
};

/* All of them; the last row has the name NULL. */
extern const struct embedded_file embedded_files[];

/* The content of the file with that name, followed by a NUL that len does not count; data
 * is NULL when there is no such file. */
struct str embedded_file(const char *name);

#endif
