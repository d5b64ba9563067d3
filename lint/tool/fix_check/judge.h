/* judge.h - mends a text and looks at what came of it */
#ifndef LINT_TOOL_FIX_CHECK_JUDGE_H
#define LINT_TOOL_FIX_CHECK_JUDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/rule/profile.h"
#include "lint/run/rounds.h"

/* Why a finding is there that was not there before. */
enum newcomer {
    NEW_LONGER,  /* line-length, or the style of a table's columns, on a line that a fix
                    made longer */
    NEW_HEADING, /* of a rule for headings, where MD018 made one */
    NEW_HIDDEN,  /* a mistake in front matter had hidden it */
    NEW_BARED,   /* white space had hidden it, as it does from markdownlint: it is there
                    when nothing but MD009, MD010 and MD023 is mended */
    NEW_IDLE,    /* a comment hid what a fix has mended */
    NEW_CLASH,   /* MD054 forbids the autolink that MD034 made of an address */
    NEW_UNKNOWN, /* no fix should bring it */
    NEWCOMERS
};

struct judgement {
    uint32_t rounds;
    uint32_t fixes;
    bool restless; /* it was left as it was */
    bool unstable; /* fixing it again changes it */
    uint32_t withheld;
    uint32_t newcomers[NEWCOMERS];
    const char *newcomer; /* the code of the rule of one of the unknown, or NULL */
    uint32_t line;        /* where that is in the mended text */
};

/* Judges the fixes of a text, the unsafe ones as well if that is set. The mended text is
 * appended to out. */
struct judgement judge_text(struct str text, const struct profile *profile, bool unsafe,
                            struct buf *out);

/* Is what another program made of the text the same article, by what the rules that fixed
 * something may change? Their codes are in `fixers`, separated by spaces. */
bool judge_other(struct str text, struct str other, const char *fixers);

#endif
