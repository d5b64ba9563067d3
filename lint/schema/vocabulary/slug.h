/* slug.h - a title as a part of a URL */
#ifndef LINT_SCHEMA_VOCABULARY_SLUG_H
#define LINT_SCHEMA_VOCABULARY_SLUG_H

#include <stdbool.h>

#include "lint/base/arena.h"

/*
 * Small letters and digits, everything else as single hyphens between them; apostrophes
 * go without a trace. Letters beyond ASCII stay as they are, or, with ascii, Latin ones
 * lose their accents ("straße" is "strasse") and others stay.
 */
struct str slug_make(struct arena *arena, struct str text, bool ascii);

#endif
