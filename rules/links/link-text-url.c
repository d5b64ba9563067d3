/* link-text-url.c - ST112: the text of a link says what it leads to */

#include "lint/rule.h"

struct settings {
    bool autolinks;
};

static const struct option options[] = {
    {.name = "autolinks",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "report `<https://…>` and `[www.…](http://www.…)` as well",
     .offset = offsetof(struct settings, autolinks)},
    {.type = OPTION_END},
};

static bool begins(struct str text, struct str start)
{
    return text.len > start.len && ascii_lower(*text.data) == *start.data &&
           str_equal_ignore_case((struct str){text.data, start.len}, start);
}

/* Is all of the text one address, as a browser shows it? The name of a site is not. */
static bool is_url(struct str text)
{
    if (!begins(text, STR("https://")) && !begins(text, STR("http://")) &&
        !begins(text, STR("ftp://")) && !begins(text, STR("www.")))
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (is_ascii_space(text.data[i]))
            return false;
    return true;
}

/* `[www.a.b](http://www.a.b)`: what GitHub makes of the address alone, written out, as
 * `<https://a.b>` is. */
static bool is_autolink(struct pass *pass, const struct node *link, struct str text)
{
    struct str destination;

    if (link->kind == NODE_AUTOLINK)
        return true;
    destination = source_text(pass_source(pass), link->link->destination);
    return str_starts(text, STR("www.")) && str_starts(destination, STR("http://")) &&
           str_equal((struct str){destination.data + 7, destination.len - 7}, text);
}

static void check(struct pass *pass, const struct node *link)
{
    const struct settings *settings = pass_settings(pass);
    struct str text = str_trim(source_text(pass_source(pass), link->content));

    if (!settings->autolinks && is_autolink(pass, link, text))
        return;
    if (is_url(text))
        report(
            pass, document_first_line(pass_source(pass), link),
            "the text of this link is an address; write what readers find there, as in "
            "`[our recipes](%s)`",
            message_text(pass_arena(pass), text));
}

const struct rule rule_link_text_url = {
    .code = "ST112",
    .name = "link-text-url",
    .tags = "links",
    .summary = "the text of a link is a URL",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_LINK) | NODE_BIT(NODE_AUTOLINK),
    .node = check,
};
