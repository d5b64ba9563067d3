/* ask.h - asks on the terminal which fixes are wanted */
#ifndef LINT_COMMAND_ASK_H
#define LINT_COMMAND_ASK_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/command/session.h"
#include "lint/run/rounds.h"

/* A finding that was answered, as its rule, message and line: what is asked once is not
 * asked in the next round. */
struct answer {
    uint64_t key;
    uint32_t left;  /* answered with no */
    uint32_t known; /* of these, before this round */
    uint32_t seen;  /* in this round */
};

struct asking {
    int terminal; /* -1: not open */
    const struct rule_table *rules;
    const struct session *session;
    bool *all; /* by index: all fixes of the rule are wanted */
    bool over; /* nothing is asked or wanted any more */
    /* Of the file at hand. */
    const struct mending *mending;
    struct arena *arena;
    const struct version *version; /* of the round */
    struct answer *answers;
    uint32_t count;
    uint32_t capacity;
    uint64_t *stands; /* the keys of what is to stand */
    uint32_t stand_count;
    uint32_t stand_capacity;
};

/* Opens the terminal. False, after saying on stderr that there is none. */
bool asking_open(struct asking *asking, const struct session *session,
                 struct arena *arena);
void asking_close(struct asking *asking);

/* The next file is mended; what is asked about it lives in the arena. */
void asking_next_file(struct asking *asking, const struct mending *mending,
                      struct arena *arena);

/* For struct mending; the context is a struct asking. */
bool asking_wants(void *context, const struct version *version,
                  const struct diagnostic *found);

/* Writes the comments for what is to stand. */
void asking_let_stand(struct asking *asking, struct mended *mended);

#endif
