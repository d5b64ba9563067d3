/* news.h - only what is new is reported: `--since`, `--baseline`, and stet baseline */
#ifndef LINT_COMMAND_NEWS_H
#define LINT_COMMAND_NEWS_H

#include "lint/command/baseline.h"
#include "lint/command/cli.h"
#include "lint/command/session.h"
#include "lint/command/since.h"
#include "lint/rule/set.h"

struct news_options {
    const char *since;        /* a commit; NULL: all findings are reported */
    const char *baseline;     /* a file; NULL: none */
    bool writes;              /* `stet baseline`: the file is written */
    bool prune;               /* and gets nothing new */
    struct rule_set left_out; /* rules that the command line leaves out */
};

/* The rows of stet check, for CLI_TABLE. */
extern const struct cli_option news_options[];

/* Says what does not go together on stderr, and is false then. The file of `stet
 * baseline` is set if none is chosen. fixes: files are mended; narrowed: some rules are
 * left out. */
bool news_options_agree(struct news_options *chosen, bool fixes, bool narrowed);

/* Both in one run. */
struct news {
    const struct news_options *chosen;
    struct since since;
    struct baseline baseline;
};

/*
 * Finds out what is new, and sets what the check needs for it: before its codec is made,
 * when its files are known. False, with a message in *why, when git or the baseline gives
 * no answer. The arena lives as long as the run; news may not move.
 */
bool news_start(struct news *news, const struct news_options *chosen, struct check *check,
                struct arena *arena, struct str *why);

/* What is wanted of results, besides: enum results_want. */
unsigned news_want(const struct news_options *chosen);

/* Does the result touch what changed? Of `stet baseline`, only what does not belong into
 * a baseline passes. */
bool news_passes(const struct news *news, const struct file_results *file,
                 const struct result *result);

/* Counts stale entries for the report, and writes the baseline if that is wanted, with a
 * word about it unless `quiet`. False, after a message, when it cannot be written. */
bool news_finish(struct news *news, struct session *session, bool quiet);

#endif
