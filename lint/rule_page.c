/* rule_page.c - a rule's manual page: its text and its place on the web */

#include "lint/rule_page.h"

struct str rule_page_text(const struct rule *rule)
{
    (void)rule;
    return STR("");
}

void rule_page_add_url(struct buf *out, const char *homepage, const struct rule *rule)
{
    buf_puts(out, homepage);
    buf_puts(out, "/blob/main/rules/");
    buf_puts(out, rule->name);
    buf_puts(out, ".md");
}
