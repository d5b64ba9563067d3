/* bare_url_markup.h - bare URLs and addresses as links */
#ifndef LINT_DOCUMENT_BARE_URL_MARKUP_H
#define LINT_DOCUMENT_BARE_URL_MARKUP_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"

/* Markup that looks like the bare URL (NODE_BARE_URL) and leads to the same place, in the
 * arena; empty when there is none, or the URL is too long to be written twice. */
struct str bare_url_markup(const struct source *source, const struct node *url,
                           struct arena *arena);

/* The same as `[…](…)`, where `<` is not for links, as in MDX. */
struct str bare_url_link(const struct source *source, const struct node *url,
                         struct arena *arena);

/*
 * Does the article say the same with markup around the URL, but for the link? Not in
 * shortcodes and templates, which are read before Markdown is, nor in the links of wikis
 * and the braces of TeX; not where emphasis beside the URL or in it would be read in
 * another way.
 */
bool bare_url_may_be_marked_up(const struct source *source, struct span url);

#endif
