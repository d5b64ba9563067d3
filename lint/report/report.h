/* report.h - writes results, file by file, in one of the output formats */
#ifndef LINT_REPORT_REPORT_H
#define LINT_REPORT_REPORT_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "lint/base/buf.h"
#include "lint/results/results.h"
#include "lint/rule/table.h"

/* A problem of the run rather than of an article. */
struct report_notification {
    bool configuration;          /* the config is wrong; else the run itself */
    struct str path;             /* the file concerned, or empty */
    const struct source *source; /* what is at path; NULL: the span says nothing */
    struct mistake mistake;
    const struct rule *rule; /* that a schema breaks; NULL for everything else */
};

struct report_summary {
    uint32_t files; /* checked, with findings or without */
    uint32_t errors;
    uint32_t warnings;
    uint32_t notes;
    uint32_t fixable;   /* findings with a safe fix */
    uint32_t suggested; /* findings with an unsafe fix */
    uint32_t files_with_findings;
    uint32_t ignored_comments;
    uint32_t known;  /* findings that a baseline has */
    uint32_t mended; /* findings that are gone */
    uint32_t mended_files;
};

/* What became of findings before the report. */
enum report_fixes {
    REPORT_CHECKED, /* nothing */
    REPORT_MENDED,  /* what can be fixed was fixed */
    REPORT_TO_MEND, /* it would be */
};

/* What a report needs besides results, set by the command. Nothing is copied: it lives as
 * long as the report. */
struct report_context {
    const struct rule_table *rules;
    const char *version;  /* stet_version() */
    const char *homepage; /* stet_homepage() */
    uint32_t file_count;  /* that the report will have */
    bool colour;
    bool wrap;             /* text: at words, to the width */
    bool links;            /* text: codes of rules lead to their pages */
    bool no_fold;          /* text: all findings of a rule in a file */
    bool quiet;            /* text: no summary */
    bool ignores_comments; /* that suppress findings: how many is part of the summary */
    bool has_baseline;     /* how many findings it has is part of the summary */
    bool no_suppressed;    /* sarif: without what comments and the baseline suppress */
    uint32_t stale;        /* entries of it without a finding; set before report_end() */
    bool statistics;       /* formats for people: findings by rule, before the summary */
    unsigned width;        /* columns of the terminal; 0: TERMINAL_DEFAULT_WIDTH */
    enum report_fixes fixes;
    const char *fix_command; /* text: fixes the fixable ones; NULL: not mentioned */
    const char *folder; /* sarif: the root of the repository, or where stet was run, cut
                           off absolute paths; or NULL */
    const char *below;  /* sarif: the path from there to where stet was run; NULL: none */
    const char *category; /* sarif: distinguishes runs on one commit; NULL for "stet" */
    struct timespec started; /* wall clock */
    /* The rest is set before report_end(). */
    struct timespec ended;
    int exit_code;      /* that of the process: 0, 1 or 2 */
    struct str nothing; /* why there was nothing to check; empty: there was something */
    const struct report_notification *notifications;
    uint32_t notification_count;
};

/*
 * A report that is being written. Finished text is appended to out; the caller may write
 * it away after any call and set out.len to 0.
 */
struct report {
    struct report_context context;
    const struct reporter *reporter;
    struct report_summary summary; /* of the files so far */
    bool has_findings;             /* the last file has some */
    uint32_t *by_rule;             /* findings so far, by the index of the rule */
    uint32_t *mended;              /* those that are gone, likewise */
    struct buf out;
    void *state; /* of the reporter, zeroed at the beginning */
};

/* One output format: one constant in one .c file of this folder. */
struct reporter {
    const char *name; /* as in --format */
    unsigned want;    /* enum results_want: the parts of a result that it needs */
    bool notifies;    /* it shows notifications, even of a run that checks nothing */
    bool by_parts;    /* the results of a file may come in parts */
    bool for_people;  /* the output is for people: wrong lines of a config are shown as
                         well */
    size_t state_size;
    void (*begin)(struct report *report);
    void (*file)(struct report *report, const struct file_results *results);
    void (*end)(struct report *report);
    /* An environment variable: to the end of the file that it names goes, after end(),
     * what add_aside() appends, at most `room` bytes; the whole file has at most
     * aside_bytes. All unset: there is nothing of the kind. */
    const char *aside;
    size_t aside_bytes;
    void (*add_aside)(struct report *report, size_t room, struct buf *out);
    void (*release)(struct report *report); /* frees what the state owns; or NULL */
};

/* All output formats in the order of the help; NULL after the last. */
const struct reporter *reporter_at(size_t index);

void report_begin(struct report *report, const struct reporter *reporter,
                  const struct report_context *context);

/* Adds a file; to be called once for each file, in path order, including those without
 * findings; or part by part, when the reporter says so. Nothing of the results is kept.
 */
void report_file(struct report *report, const struct file_results *results);

/* Counts what was mended in a file, by the index of the rule. */
void report_mended(struct report *report, const uint32_t *counts);

void report_end(struct report *report);

/* Frees everything, at any time after report_begin(). */
void report_release(struct report *report);

/* Has the result a safe fix? */
static inline bool result_fixable(const struct result *result)
{
    return result->edit_count && result->fix_safe;
}

/* Appends what the fix does in a few words: "delete 2 bytes", "insert `# `". The result
 * must have one. */
void report_add_fix_title(struct buf *out, const struct result *result);

extern const struct reporter reporter_text;
extern const struct reporter reporter_unix;
extern const struct reporter reporter_json;
extern const struct reporter reporter_sarif;
extern const struct reporter reporter_ndjson;
extern const struct reporter reporter_github;
extern const struct reporter reporter_gitlab;
extern const struct reporter reporter_junit;
extern const struct reporter reporter_checkstyle;
extern const struct reporter reporter_rdjson;
extern const struct reporter reporter_rdjsonl;
extern const struct reporter reporter_azure;
extern const struct reporter reporter_teamcity;
extern const struct reporter reporter_html;

#endif
