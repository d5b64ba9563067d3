/* rule_page.h - a rule's manual page: its text and its place on the web */
#ifndef LINT_MANUAL_RULE_PAGE_H
#define LINT_MANUAL_RULE_PAGE_H

#include "lint/base/buf.h"
#include "lint/base/embedded.h"
#include "lint/rule.h"

/* The page as it is built in; NULL when there is none. Rules of articles have theirs
 * beside them, rules of schemas in docs/schema-check. */
const struct embedded_file *rule_page_file(const struct rule *rule);

/* The page's Markdown without its front matter; empty when there is no page. */
struct str rule_page_text(const struct rule *rule);

/* Our pages begin with YAML between two lines of `---`, as articles do: what follows. */
struct str page_without_front_matter(struct str page);

/* Appends the URL of the page, or of the project when the rule has none. */
void rule_page_add_url(struct buf *out, const char *homepage, const struct rule *rule);

#endif
