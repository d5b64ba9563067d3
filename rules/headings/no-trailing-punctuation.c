/* no-trailing-punctuation.c - MD026: headings end in no full stop */

#include "lint/rule.h"

enum { REFERENCE_MAX = 40 }; /* bytes of a character reference that are looked at */

struct settings {
    struct str punctuation;
};

static const struct option options[] = {
    {.name = "punctuation",
     .type = OPTION_STRING,
     .initial = "\".,;:!\\u3002\\uff0c\\uff1b\\uff1a\\uff01\"",
     .help = "characters that a heading may not end in",
     .offset = offsetof(struct settings, punctuation)},
    {.type = OPTION_END},
};

/* Is it `&#169;`, `&copy;`, or a name that may be that of a character? */
static bool is_reference(struct str text)
{
    char value[ENTITY_TEXT_MAX];
    size_t value_len;
    size_t at = 1;

    if (entity_length(text) != text.len)
        return false;
    while (is_ascii_letter(text.data[at]))
        at++;
    return text.data[1] == '#' || (at > 2 && text.data[at] == ';') ||
           entity_read(text, value, &value_len);
}

/* Then its ; is no punctuation. */
static bool ends_in_reference(struct str text)
{
    size_t start = text.len - 1;

    if (!str_ends(text, STR(";")))
        return false;
    while (start > 0 && text.data[start] != '&' && text.len - start < REFERENCE_MAX)
        start--;
    return text.data[start] == '&' &&
           is_reference((struct str){text.data + start, text.len - start});
}

/* Where the punctuation at the end of the text starts; text.len when it has none. */
static size_t punctuation_start(const struct settings *settings, struct str text)
{
    struct str rest = text;

    if (ends_in_reference(text) || ends_in_emoji_code(text))
        return text.len;
    while (utf8_ends_in(rest, settings->punctuation))
        rest.len -= utf8_last(rest).len;
    return rest.len;
}

static void node(struct pass *pass, const struct node *heading)
{
    const struct source *source = pass_source(pass);
    struct span span = document_heading_span(pass_document(pass), heading);
    struct str text = source_text(source, span);
    size_t start = punctuation_start(pass_settings(pass), text);
    uint32_t line = source->lines[source_line(source, span.end)].start;
    struct str found = {text.data + start, text.len - start};
    struct finding *finding;

    if (start == text.len)
        return;
    start -= white_space_at_end((struct str){text.data, start});
    span.start += (uint32_t)start;
    if (span.start < line)
        span.start = line;
    finding = report(pass, span, "heading ends in `%s`; leave that out",
                     message_text(pass_arena(pass), found));
    fix_replace(finding, span, STR(""));
}

const struct rule rule_no_trailing_punctuation = {
    .code = "MD026",
    .name = "no-trailing-punctuation",
    .tags = "headings",
    .summary = "a heading ends in punctuation",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_HEADING),
    .node = node,
};
