/* expected.h - compares with files of expected output, which `make accept` rewrites */
#ifndef LINT_TOOL_EXPECTED_H
#define LINT_TOOL_EXPECTED_H

#include <stdbool.h>

#include "lint/base/str.h"

/* Should this run write its output instead of comparing it? True when STET_ACCEPT is
 * set. */
bool expected_is_written(void);

/* Is got the content of the file at path? If not, prints both. When expected files are
 * written, writes got to the file, and the answer is true. */
bool expected_is(const char *path, struct str got);

/* Writes text to the file; that it cannot be written is a bug(). */
void expected_write(const char *path, struct str text);

#endif
