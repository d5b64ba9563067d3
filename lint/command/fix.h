/* fix.h - what fixing adds to checking */
#ifndef LINT_COMMAND_FIX_H
#define LINT_COMMAND_FIX_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/command/ask.h"
#include "lint/command/cli.h"
#include "lint/command/session.h"
#include "lint/command/work.h"

struct fix_options {
    bool on; /* findings are fixed, not only reported */
    bool unsafe;
    bool diff;
    bool interactive;
    bool no_verify;
};

/* Do they agree with each other and with what is checked? False, after saying on stderr
 * what does not. with_input: standard input is one of `paths` things to be checked. */
bool fix_options_agree(const struct fix_options *chosen, uint32_t paths, bool with_input);

/* A run in which articles are mended. */
struct fixing {
    struct fix_options chosen;
    struct session *session;
    struct asking asking;
    enum severity least;     /* findings below it are left alone */
    const struct buf *input; /* the text of standard input; NULL: it is not fixed */
    struct buf text;         /* for standard output, when that is not the report's */
    bool input_is_there;     /* text has what becomes of standard input */
};

/* Lets the check mend what it examines. The options must not change, nor may the check
 * and the session move. False, after saying on stderr why, when it cannot ask. */
bool fixing_start(struct fixing *fixing, struct check *check, struct session *session);

/* After all files: writes the mended text of standard input. */
void fixing_finish(struct fixing *fixing);

void fixing_release(struct fixing *fixing);

#endif
