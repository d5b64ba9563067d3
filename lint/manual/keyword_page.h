/* keyword_page.h - the manual pages of stet's own schema keywords (docs/vocabulary) */
#ifndef LINT_MANUAL_KEYWORD_PAGE_H
#define LINT_MANUAL_KEYWORD_PAGE_H

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* The page of "x-recommended", or of "vocabulary" as a whole, without its front matter: a
 * view of what is built in. Empty when there is none. */
struct str keyword_page_text(struct str keyword);

/* All keywords that have a page, in the arena. */
struct str_list keyword_page_names(struct arena *arena);

#endif
