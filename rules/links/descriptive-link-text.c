/* descriptive-link-text.c - MD059: link texts that say nothing about the target */

#include "lint/rule.h"

struct settings {
    struct str_list prohibited_texts;
};

static const struct option options[] = {
    {.name = "prohibited_texts",
     .type = OPTION_STRINGS,
     .initial = "[\"click here\", \"here\", \"link\", \"more\"]",
     .help = "texts that no link may have; case and punctuation do not count",
     .offset = offsetof(struct settings, prohibited_texts)},
    {.type = OPTION_END},
};

/* Where the first letter or digit from `at` on is, both of ASCII, or the text ends. */
static size_t next_letter(struct str text, size_t at)
{
    while (at < text.len && !is_ascii_alnum(text.data[at]))
        at++;
    return at;
}

/* The next character of the words of a text, which are of ASCII letters and digits: in
 * lower case, a space between two words, -1 at the end. */
static int next_character(struct str text, size_t *at)
{
    size_t start = *at;

    *at = next_letter(text, start);
    if (*at == text.len)
        return -1;
    return start && *at > start ? ' ' : ascii_lower(text.data[(*at)++]);
}

static int first_character(struct str text)
{
    size_t at = next_letter(text, 0);

    return at < text.len ? ascii_lower(text.data[at]) : -1;
}

static bool same_words(struct str a, struct str b)
{
    size_t i = 0;
    size_t j = 0;
    int character;

    do {
        character = next_character(a, &i);
        if (character != next_character(b, &j))
            return false;
    } while (character >= 0);
    return true;
}

/* Is a part of the text code or HTML? */
static bool has_literal(const struct document *document, const struct node *link)
{
    const struct node *child = node_child(document, link);

    while (child && child->kind != NODE_CODE && child->kind != NODE_HTML)
        child = node_sibling(document, child);
    return child;
}

static void node(struct pass *pass, const struct node *link)
{
    const struct settings *settings = pass_settings(pass);
    struct str text = source_text(pass_source(pass), link->content);
    struct str_list prohibited = settings->prohibited_texts;
    int first;

    if (!text.len || has_literal(pass_document(pass), link))
        return;
    first = first_character(text);
    for (size_t i = 0; i < prohibited.count; i++)
        if (first == first_character(prohibited.items[i]) &&
            same_words(text, prohibited.items[i])) {
            report(pass, link->content,
                   "link text `%s` says nothing about the target, expected words that do",
                   message_text(pass_arena(pass), prohibited.items[i]));
            return;
        }
}

const struct rule rule_descriptive_link_text = {
    .code = "MD059",
    .name = "descriptive-link-text",
    .tags = "accessibility links",
    .summary = "the text of a link says nothing about its target",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_LINK),
    .node = node,
};
