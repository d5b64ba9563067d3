/* raw_inline.c - inlines that hold no Markdown and that cmark does not know */

#include "lint/markdown/raw_inline.h"

#include <string.h>

#include "lint/base/ascii.h"

static bool is_word(char c)
{
    return is_ascii_alnum(c) || (unsigned char)c >= 0x80;
}

/* Does cmark take the byte for markup, as it does not an underscore inside a word? */
static bool is_markup(struct str text, size_t at)
{
    switch (text.data[at]) {
    case '$':
    case '*':
    case '[':
    case '`':
    case '\\':
        return true;
    case '_':
        return !is_word(text.data[at - 1]) || at + 1 == text.len ||
               !is_word(text.data[at + 1]);
    default:
        return false;
    }
}

/* Is there markup between `at` and the next white space? */
static bool word_has_markup(struct str text, size_t at)
{
    for (; at < text.len && !is_space_tab_or_line_end(text.data[at]); at++)
        if (is_markup(text, at))
            return true;
    return false;
}

/* Is there a URL with markup in it, which starts with `c` and what follows it? */
static bool has_odd_url(struct str text, char c, struct str rest)
{
    const char *at = text.data;
    const char *end = text.data + text.len;

    while (at < end && (at = memchr(at, c, (size_t)(end - at)))) {
        struct str tail = {at + 1, (size_t)(end - at) - 1};

        if (str_starts(tail, rest) &&
            word_has_markup(text, (size_t)(tail.data - text.data) + rest.len))
            return true;
        at++;
    }
    return false;
}

static cmark_llist *add_byte(cmark_llist *list, char c)
{
    return cmark_llist_append(cmark_get_default_mem_allocator(), list,
                              (void *)(size_t)(unsigned char)c);
}

void raw_listen(cmark_syntax_extension *listener, struct str text)
{
    cmark_llist *bytes = NULL;

    if (text.len && memchr(text.data, '$', text.len))
        bytes = add_byte(bytes, '$');
    if (has_odd_url(text, ':', STR("//")))
        bytes = add_byte(bytes, ':');
    if (has_odd_url(text, 'w', STR("ww.")) || has_odd_url(text, 'W', STR("WW.")))
        bytes = add_byte(add_byte(bytes, 'w'), 'W');
    cmark_syntax_extension_set_special_inline_chars(listener, bytes);
}

static cmark_node *make(struct markdown *markdown, struct raw_inline raw)
{
    struct raw_inline *kept = arena_alloc(markdown->arena, sizeof(*kept));
    /* Of what cmark lets a table's cell hold, HTML is the nearest. */
    cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_HTML_INLINE, &markdown->memory);

    *kept = raw;
    cmark_node_set_user_data(node, kept);
    return node;
}

/* A dollar before it makes it the middle of a run, but not an escaped one. */
static bool starts_run(const char *data, int at)
{
    int backslashes = 0;

    if (at == 0 || data[at - 1] != '$')
        return true;
    while (at - 2 - backslashes >= 0 && data[at - 2 - backslashes] == '\\')
        backslashes++;
    return backslashes % 2 == 1;
}

static cmark_node *match_math(struct markdown *markdown, const char *data, int at,
                              cmark_inline_parser *parser)
{
    const char *start = data + at;
    size_t dollars = strspn(start, "$");
    const char *end = start + dollars;
    size_t run;

    if (!starts_run(data, at))
        return NULL;
    for (; (end = strchr(end, '$')); end += run) {
        run = strspn(end, "$");
        if (run == dollars)
            break;
    }
    if (!end)
        return NULL;
    end += dollars;
    cmark_inline_parser_set_offset(parser, (int)(end - data));
    return make(markdown, (struct raw_inline){.kind = RAW_MATH,
                                              .length = (uint32_t)(end - start),
                                              .marker = (uint32_t)dollars});
}

static cmark_node *match_url(struct markdown *markdown, const char *data, int at,
                             cmark_node *leaf, cmark_inline_parser *parser)
{
    struct span rest = {0, (uint32_t)at + (uint32_t)strcspn(data + at, " \t\r\n")};
    struct bare_url url;

    if (cmark_inline_parser_in_bracket(parser, 0) ||
        cmark_inline_parser_in_bracket(parser, 1) ||
        !bare_url_at(data, rest, (uint32_t)at, &url))
        return NULL;
    /* The protocol's name is text by now. */
    cmark_node_unput(leaf, at - (int)url.span.start);
    cmark_inline_parser_set_offset(parser, (int)url.span.end);
    return make(markdown, (struct raw_inline){.kind = RAW_URL,
                                              .length = span_length(url.span),
                                              .form = url.form});
}

cmark_node *raw_match(struct markdown *markdown, cmark_node *leaf,
                      cmark_inline_parser *parser)
{
    const char *data = cmark_node_get_string_content(leaf);
    int at = cmark_inline_parser_get_offset(parser);

    return data[at] == '$' ? match_math(markdown, data, at, parser)
                           : match_url(markdown, data, at, leaf, parser);
}
