/* json_finding.h - one finding as a JSON object, for the formats json and ndjson */
#ifndef LINT_REPORT_JSON_FINDING_H
#define LINT_REPORT_JSON_FINDING_H

#include "lint/report/report.h"
#include "lint/value/json_write.h"

/* What findings have in common is written once and copied. */
struct json_findings {
    struct buf common; /* members, each after a comma */
    /* There: rule, name, severity and the key of message. */
    struct span leads[RULES_MAX][SEVERITY_ERROR + 1];
    struct span urls[RULES_MAX]; /* url */
    struct buf path;             /* a brace and member path */
    struct buf scratch;
};

/* findings is all zeros. */
void json_findings_init(struct json_findings *findings,
                        const struct report_context *context);
void json_findings_release(struct json_findings *findings);

/* The path of the findings that follow. */
void json_findings_path(struct json_findings *findings, struct str path);

void json_finding_add(struct json_findings *findings, struct buf *out,
                      const struct result *result);

/* The members of a place, after another member. */
void json_place_add(struct buf *out, const struct position *start,
                    const struct position *end);

#endif
