/* rule_page.h - the manual page of a rule: its text and its URL */
#ifndef LINT_MANUAL_RULE_PAGE_H
#define LINT_MANUAL_RULE_PAGE_H

#include "lint/base/buf.h"
#include "lint/base/embedded.h"
#include "lint/rule.h"

/* The page of a rule, built into the program; NULL when there is none. The pages of rules
 * for articles are in rules/, those of rules for schemas in docs/schema-check/. */
const struct embedded_file *rule_page_file(const struct rule *rule);

/* The Markdown of the page without its front matter: a view of what is built in. Empty
 * when there is no page. */
struct str rule_page_text(const struct rule *rule);

/* A page of the manual without its front matter, YAML between two lines of `---`: a
 * view. */
struct str page_without_front_matter(struct str page);

/* Appends the URL of the page, or of the project when the rule has none. */
void rule_page_add_url(struct buf *out, const char *homepage, const struct rule *rule);

#endif
