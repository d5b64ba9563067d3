/* slug.h - slugs: titles as parts of URLs */
#ifndef LINT_SCHEMA_VOCABULARY_SLUG_H
#define LINT_SCHEMA_VOCABULARY_SLUG_H

#include <stdbool.h>

#include "lint/base/arena.h"

/*
 * The slug of text, in the arena: lower-case letters and digits, with single hyphens for
 * everything else between them; apostrophes are dropped. Letters outside ASCII are kept
 * or, with ascii, Latin ones lose their accents ("straße" becomes "strasse") and others
 * are kept.
 */
struct str slug_make(struct arena *arena, struct str text, bool ascii);

#endif
