/* sarif.h - the parts of a SARIF log; for the files sarif*.c only */
#ifndef LINT_REPORT_SARIF_H
#define LINT_REPORT_SARIF_H

#include "lint/report/report.h"
#include "lint/value/json_write.h"

/* A file as its results refer to it. */
struct sarif_artifact {
    struct str location; /* JSON: the artifactLocation object */
    const struct report *report;
    bool known; /* the results that are written are those of the baseline */
};

/* Writes tool.driver: stet and all its rules (SARIF 3.19). */
void sarif_write_driver(struct json_writer *json, const struct report_context *context);

/* Writes one result object (SARIF 3.27). */
void sarif_write_result(struct json_writer *json, const struct sarif_artifact *artifact,
                        const struct result *result);

/* Writes {"text": …}: the sentence of a diagnostic, with a capital and a full stop. */
void sarif_write_message(struct json_writer *json, struct str message);

/*
 * Appends the path as a URI reference relative to SRCROOT, percent-encoded (RFC 3986
 * 2.1), when it is below folder (NULL: unknown) or not absolute; else as a file URI. A
 * path that is not absolute begins in `below`, a path from folder on; NULL: in folder
 * itself.
 */
void sarif_add_uri(struct buf *out, struct str path, const char *folder,
                   const char *below);

/* Appends the artifactLocation object of the path; index, unless NULL, is that of its
 * artifact. */
void sarif_write_location(struct buf *out, const struct report_context *context,
                          struct str path, const uint32_t *index);

/* Writes the member `physicalLocation` with the artifactLocation object location; leaves
 * it open for a region. */
void sarif_open_place(struct json_writer *json, struct str location);

/* Writes a notification but for its place; leaves the object open. */
void sarif_open_notification(struct json_writer *json, enum severity severity,
                             struct str message);

/* Writes the member `locations`. line and column are 0 when unknown. */
void sarif_write_notification_place(struct json_writer *json, struct str location,
                                    uint32_t line, uint32_t column);

/*
 * Writes the invocation object: how the run went (SARIF 3.20). notifications: JSON,
 * elements of toolExecutionNotifications in addition to those in the context of the
 * report.
 */
void sarif_write_invocation(struct json_writer *json, const struct report *report,
                            struct str notifications);

/* Writes the member key: "2024-05-25T12:00:00.000Z". */
void sarif_write_time(struct json_writer *json, const char *key,
                      const struct timespec *time);

#endif
