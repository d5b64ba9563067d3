/* property.h - what must hold for the safe fixes of a text */
#ifndef LINT_TOOL_FIXES_PROPERTY_H
#define LINT_TOOL_FIXES_PROPERTY_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/tool/fixes/variants.h"

/* More than a text of a corpus may need. */
enum { PROPERTY_MAX_ROUNDS = 3 };

enum harm {
    HARM_NONE,
    HARM_RENDERED,  /* it is rendered otherwise */
    HARM_VALUES,    /* the front matter has other values */
    HARM_LEFT_OVER, /* fixes of one rule that do not touch one another left something to
                       fix: those of another one may well bring it */
    HARM_UNQUIET,   /* there is still something to fix after PROPERTY_MAX_ROUNDS, or
                       after FIX_MAX_ROUNDS where mistakes were put into the text */
    HARM_KINDS
};

/* "rendered", "values", …: static text. */
extern const char *const harm_names[HARM_KINDS];

struct verdict {
    enum harm harm;
    uint32_t line; /* the line (from 1) of the first fix that does the harm, 0: unknown */
    uint32_t fixes;  /* applied, in all rounds */
    uint32_t rounds; /* in which something was fixed */
};

/* Applies the variant's safe fixes to the text until it is quiet. Where original is not
 * set the fixes may meet: nothing is then asked of the first round alone. */
struct verdict property_check(struct str text, const struct variant *variant,
                              bool original);

#endif
