/* sarif.h - the parts of a SARIF log; for the files sarif*.c alone */
#ifndef LINT_REPORT_SARIF_H
#define LINT_REPORT_SARIF_H

#include "lint/report/report.h"
#include "lint/value/json_write.h"

/* A file as the results of it name it. */
struct sarif_artifact {
    struct str location; /* JSON: the artifactLocation object */
    const struct report *report;
};

/* tool.driver: stet and all its rules. */
void sarif_write_driver(struct json_writer *json, const struct report_context *context);

/* One result object. */
void sarif_write_result(struct json_writer *json, const struct sarif_artifact *artifact,
                        const struct result *result);

/* {"text": …}: the diagnostic's sentence with a capital and a full stop. */
void sarif_write_message(struct json_writer *json, struct str message);

/*
 * The path as a URI reference relative to SRCROOT, percent-encoded (RFC 3986 2.1),
 * when it lies below folder (NULL: unknown) or is not absolute; else a file URI.
 */
void sarif_add_uri(struct buf *out, struct str path, const char *folder);

/* The artifactLocation object of the path; index, unless NULL, is its artifact. */
void sarif_write_location(struct buf *out, const struct report_context *context,
                          struct str path, const uint32_t *index);

/* The member `physicalLocation` with its artifactLocation, location; the object stays
 * open for a region. */
void sarif_open_place(struct json_writer *json, struct str location);

/* A notification's members but its place; the object stays open. */
void sarif_open_notification(struct json_writer *json, enum severity severity,
                             struct str message);

/* The member `locations`. line and column may be 0: unknown. */
void sarif_write_notification_place(struct json_writer *json, struct str location,
                                    uint32_t line, uint32_t column);

/*
 * How the run went. notifications: JSON, elements of toolExecutionNotifications
 * besides those in the report's context.
 */
void sarif_write_invocation(struct json_writer *json, const struct report *report,
                            struct str notifications);

/* "2024-05-25T12:00:00.000Z" */
void sarif_write_time(struct json_writer *json, const char *key,
                      const struct timespec *time);

#endif
