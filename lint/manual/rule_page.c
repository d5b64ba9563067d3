/* rule_page.c - the manual page of a rule: its text and its URL */

#include "lint/manual/rule_page.h"

/* Is the file rules/<subject>/<name>.md or docs/schema-check/<name>.md, for the name of
 * the rule? */
static bool is_page_of(const struct embedded_file *file, const struct rule *rule)
{
    struct str name = str_from(file->name);
    size_t len = strlen(rule->name);
    size_t tail = len + strlen("/.md");

    return (str_starts(name, STR("rules/")) ||
            str_starts(name, STR("docs/schema-check/"))) &&
           str_ends(name, STR(".md")) && name.len > tail &&
           name.data[name.len - tail] == '/' &&
           memcmp(name.data + name.len - tail + 1, rule->name, len) == 0;
}

const struct embedded_file *rule_page_file(const struct rule *rule)
{
    const struct embedded_file *file = embedded_files;

    while (file->name && !is_page_of(file, rule))
        file++;
    return file->name ? file : NULL;
}

struct str page_without_front_matter(struct str page)
{
    struct str fence = STR("\n---\n");

    if (!str_starts(page, STR("---\n")))
        return page;
    for (size_t i = 3; i < page.len; i++) {
        struct str rest = {page.data + i, page.len - i};

        if (str_starts(rest, fence))
            return str_trim((struct str){rest.data + fence.len, rest.len - fence.len});
    }
    return page;
}

struct str rule_page_text(const struct rule *rule)
{
    const struct embedded_file *file = rule_page_file(rule);

    if (!file)
        return STR("");
    return page_without_front_matter((struct str){(const char *)file->data, file->len});
}

void rule_page_add_url(struct buf *out, const char *homepage, const struct rule *rule)
{
    const struct embedded_file *file = rule_page_file(rule);

    buf_puts(out, homepage);
    if (file) {
        buf_puts(out, "/blob/main/");
        buf_puts(out, file->name);
    }
}
