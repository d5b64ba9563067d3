/* html.h - the parts of the page for people; for the files html*.c only */
#ifndef LINT_REPORT_HTML_H
#define LINT_REPORT_HTML_H

#include "lint/base/arena.h"
#include "lint/report/report.h"

/* A finding as the page keeps it until its end. */
struct html_finding {
    uint32_t rule_index;
    enum severity severity;
    uint32_t line;
    uint32_t column;
    struct str message;
    struct str excerpt; /* one line, or a part of it */
    uint32_t mark;      /* the bytes of the excerpt before the range */
    uint32_t marked;    /* those of the range */
};

/* An article with findings. */
struct html_file {
    struct str path;
    struct html_finding *findings;
    uint32_t count; /* that are shown */
    uint32_t found;
    struct html_file *next;
};

/* Appends text for HTML, in an element or in an attribute in double quotes. What would
 * control or deceive the reader is shown as a replacement. */
void html_add(struct buf *out, struct str text);

/* Appends the figures: bars by rule, by folder and by article. */
void html_add_charts(struct buf *out, const struct report *report,
                     const struct html_file *files, struct arena *arena);

#endif
