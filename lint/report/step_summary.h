/* step_summary.h - findings as a Markdown table, for the page of a run on GitHub */
#ifndef LINT_REPORT_STEP_SUMMARY_H
#define LINT_REPORT_STEP_SUMMARY_H

#include "lint/report/report.h"

enum {
    STEP_SUMMARY_SEVERITIES = SEVERITY_ERROR + 1,
    /* GitHub takes no more from one step; what is longer is not shown at all. */
    STEP_SUMMARY_BYTES = 1024 * 1024,
};

/* Rows by severity, for the worst come first. All zero is an empty one. */
struct step_summary {
    struct buf rows[STEP_SUMMARY_SEVERITIES];
    uint32_t count; /* rows so far, those without room for them as well */
};

/* Adds a finding. The path is as servers know it, in any bytes. */
void step_summary_add(struct step_summary *summary, struct str path,
                      const struct result *result, const char *homepage);

/* Adds a problem of the run. */
void step_summary_add_notification(struct step_summary *summary,
                                   const struct report_notification *notification);

/*
 * Appends the counts of the report and the table, at most `room` bytes: rows that have no
 * room are counted, and where not even the counts have, nothing is written. Whatever is
 * in paths and messages is text there, no Markdown, HTML or link.
 */
void step_summary_write(const struct step_summary *summary, const struct report *report,
                        size_t room, struct buf *out);

void step_summary_release(struct step_summary *summary);

#endif
