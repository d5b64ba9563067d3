/* reports.h - do two reports say the same? */
#ifndef LINT_TOOL_FAULT_REPORTS_H
#define LINT_TOOL_FAULT_REPORTS_H

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/* Reads a whole file into out, or writes one; says why and ends the process where that
 * fails. */
void report_take(const char *path, struct buf *out);
void report_put(const char *path, const char *text);

/* Is there a temporary file of the report "report"? */
bool report_is_begun(void);

/* Removes such files. True when there was any. */
bool report_leftovers(void);

bool report_contains(struct str text, const char *word);

/* Is each finding of report in other, or does one of the two say that its file could not
 * be checked? For the formats that have a finding on each line: unix and json. */
bool report_covers(struct str other, struct str report);

#endif
