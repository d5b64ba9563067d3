/* suppress.h - comments in a file that switch rules off and on */
#ifndef LINT_RUN_SUPPRESS_H
#define LINT_RUN_SUPPRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"
#include "lint/rule/profile.h"
#include "lint/rule/set.h"

struct run_context;

/* Why a comment has no effect; name is the word or text at fault. */
enum suppression_fault {
    FAULT_NONE,
    FAULT_UNKNOWN,       /* `stet-` and an unknown word */
    FAULT_MISPLACED,     /* a comment for Markdown, in front matter */
    FAULT_UNREADABLE,    /* a configuration that is neither JSON nor YAML */
    FAULT_SPLIT,         /* a comment of markdownlint's over several lines */
    FAULT_CONFIGURATION, /* an unknown rule or option in a configuration: see message */
};

/*
 * markdownlint's comments, under its own name and stet's:
 *
 *   <!-- stet-disable [rules] -->    from this line on     (stet-enable)
 *   <!-- stet-disable-line [rules] -->, stet-disable-next-line
 *   <!-- stet-disable-file [rules] -->                     (stet-enable-file)
 *   <!-- stet-capture -->, <!-- stet-restore -->
 *   <!-- stet-configure-file { … } -->                     JSON or YAML
 *
 * and in YAML and TOML front matter `# stet-disable-line [rules]` and
 * `# stet-disable-next-line [rules]`. Rules are codes, names or tags; none means all but
 * the one that reports unused comments; a reason may follow them after `--`. Those of
 * markdownlint are found in raw text, so in code as well, and on one line; stet's own are
 * text in code, and may be over several lines.
 */
struct suppression {
    struct span span;      /* the comment */
    struct span name;      /* the word; empty when the comment names no rule */
    struct span reason;    /* what stands after `--`; or empty */
    struct rule_set rules; /* those that the word stands for */
    bool own;              /* stet's comment, not markdownlint's */
    bool enables;          /* it switches on: it cannot be useless */
    bool used;             /* it hid a finding, or would have, were it heeded */
    enum suppression_fault fault;
    struct str message;     /* FAULT_CONFIGURATION */
    enum severity severity; /* the same; SEVERITY_OFF: that of the rule */
};

/* The state of a rule from a line (0-based) on: on, off by configuration, or hidden by a
 * suppression, as a STATE_ value or an index of suppressions.items. */
struct transition {
    uint32_t line;
    uint32_t state;
};

enum {
    STATE_ON = INT32_MAX,
    STATE_OFF = INT32_MAX - 1, /* by configuration: its findings are not reported */
};

struct transitions {
    struct transition *items; /* ascending lines */
    uint32_t count;
    uint32_t capacity;
};

/* A suppression of a single line: disable-line or disable-next-line. */
struct line_suppression {
    uint32_t line;
    uint32_t suppression;
};

struct suppressions {
    const struct directive *comments; /* in the order of the text */
    uint32_t comment_count;
    struct suppression *items;
    uint32_t count;
    uint32_t capacity;
    struct transitions *by_rule;    /* NULL when no comment switches rules */
    struct line_suppression *lines; /* ascending lines */
    uint32_t line_count;
    uint32_t line_capacity;
    struct rule_set wanted; /* rules that are on somewhere in the file */
    bool ignored;           /* the comments do nothing */
    uint32_t changes;       /* ignored comments that would have changed a rule */
};

/*
 * Reads the comments of a document; everything is in the arena. A configure-file comment
 * replaces *profile by a changed copy. When they are to be ignored, it does not, and they
 * hide nothing; what they would have done is noted.
 */
void suppressions_read(struct suppressions *suppressions, const struct document *document,
                       const struct run_context *context, const struct profile **profile,
                       struct arena *arena);

/* Has the file any such comments? Without them nothing is hidden. */
static inline bool suppressions_any(const struct suppressions *suppressions)
{
    return suppressions->by_rule;
}

/* Is the rule off on that line (0-based)? Marks the suppression that hides it as used,
 * and sets *by to it, or to NULL when the configuration has the rule off. False when
 * comments are ignored. */
bool suppressions_hide(struct suppressions *suppressions, uint32_t rule, uint32_t line,
                       const struct suppression **by);

/* The ignored comments that would have hidden a finding or changed a rule. */
uint32_t suppressions_ignored(const struct suppressions *suppressions);

#endif
