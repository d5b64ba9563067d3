/* sarif.h - the parts of a SARIF log; for the files sarif*.c only */
#ifndef LINT_REPORT_SARIF_H
#define LINT_REPORT_SARIF_H

#include "lint/base/arena.h"
#include "lint/report/report.h"
#include "lint/value/json_write.h"

/* A file as its results refer to it. */
struct sarif_artifact {
    struct str location; /* JSON: the artifactLocation object */
    const struct report *report;
    struct sarif_strings *strings; /* to which those of the results are added */
};

/* Where a finding was heard of before. */
enum sarif_standing {
    SARIF_NEW,        /* nowhere */
    SARIF_KNOWN,      /* the baseline has it */
    SARIF_SUPPRESSED, /* a comment suppresses it */
};

/* What messages have in common, by the index of the rule: strings with placeholders. */
struct sarif_strings {
    struct arena arena;
    struct sarif_strings_of_rule *by_rule;
};

void sarif_strings_init(struct sarif_strings *strings, uint32_t rule_count);

/* Frees all, at any time after it was zeroed. */
void sarif_strings_release(struct sarif_strings *strings);

/*
 * Writes the message object of the result: its text, for readers that know nothing else
 * (GitHub), and the id of the string and the arguments of which it can be made, unless
 * it is a question, or its rule has too many strings already.
 */
void sarif_write_parted_message(struct json_writer *json, struct sarif_strings *strings,
                                const struct result *result);

/* Writes the member `messageStrings`, if the rule with that index has any. */
void sarif_write_strings(struct json_writer *json, const struct sarif_strings *strings,
                         uint32_t rule);

/* Writes tool.driver: stet and all its rules, with those strings (SARIF 3.19). */
void sarif_write_driver(struct json_writer *json, const struct report_context *context,
                        const struct sarif_strings *strings);

/* Writes one result object (SARIF 3.27). */
void sarif_write_result(struct json_writer *json, const struct sarif_artifact *artifact,
                        const struct result *result, enum sarif_standing standing);

/* Writes {"text": …}: the sentence of a diagnostic, with a capital and a full stop. */
void sarif_write_message(struct json_writer *json, struct str message);

/*
 * The parts of which such a sentence is made. An author's `[a](1)` is not an embedded
 * link and `{0}` not a placeholder, so both are escaped (SARIF 3.11.5, 3.11.6), but
 * nothing else is, because viewers show the escapes: brackets only in a message that
 * seems to have a link. In an argument nothing is a placeholder.
 */
bool sarif_has_link(struct str message);
void sarif_add_argument(struct buf *out, struct str text, bool links);

/* Appends the first character of the rest of a message, or a placeholder, escaped.
 * Returns its length in the rest. */
size_t sarif_add_character(struct buf *out, struct str rest, bool links);

/* A capital, if it begins with a letter, and a full stop. */
void sarif_finish_sentence(struct buf *text);

/* The whole sentence. */
void sarif_add_sentence(struct buf *out, struct str message);

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
