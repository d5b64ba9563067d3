/* expected.h - files that say what is expected, and `make accept`, which rewrites them */
#ifndef LINT_TOOL_EXPECTED_H
#define LINT_TOOL_EXPECTED_H

#include <stdbool.h>

#include "lint/base/str.h"

/* Is this run to write what it finds, and not to compare it? STET_ACCEPT says so. */
bool expected_is_written(void);

/* Does the file at path say the same as got? If not, both are shown; when expected files
 * are to be written it is made so, and the answer is true. */
bool expected_is(const char *path, struct str got);

/* Makes the file's content text; a test that cannot write has a bug. */
void expected_write(const char *path, struct str text);

#endif
