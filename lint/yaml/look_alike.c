/* look_alike.c - text that only looks like YAML's own signs, or that YAML takes for them
 */

#include "lint/yaml/look_alike.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/quote.h"
#include "lint/yaml/mistakes.h"
#include "lint/yaml/property.h"

/* Where the walk is. */
struct walk {
    const struct look_alike_search *search;
    uint32_t last; /* the start of the last value: one before it stands elsewhere */
};

static struct str text_of(const struct walk *walk, struct span span)
{
    return (struct str){walk->search->builder->input.data + span.start,
                        span_length(span)};
}

/* The typographic quote, not a guillemet, that the text starts with; empty for none. */
static struct str opening_quote(struct str text)
{
    bool ascii = !text.len || !((unsigned char)*text.data & 0x80);
    struct str quote = {text.data, ascii ? 0 : quote_at_start(text)};

    return quote.len == 3 && !str_starts(quote, STR("\xE2\x80\xB9")) &&
                   !str_starts(quote, STR("\xE2\x80\xBA"))
               ? quote
               : STR("");
}

static size_t closing_quote(struct str text)
{
    size_t len = quote_at_end(text);

    if (!len && is_one_of(text.data[text.len - 1], "\"'"))
        return 1;
    return len;
}

static bool contains(struct str text, struct str part)
{
    for (; text.len >= part.len; text = (struct str){text.data + 1, text.len - 1})
        if (str_starts(text, part))
            return true;
    return false;
}

struct str yaml_inside_quotes(struct str text)
{
    struct str quote = opening_quote(text);
    size_t closing;

    if (!quote.len || memchr(text.data, '\n', text.len) ||
        memchr(text.data, '\r', text.len))
        return STR("");
    closing = closing_quote(text);
    if (!closing || text.len <= quote.len + closing)
        return STR("");
    text = (struct str){text.data + quote.len, text.len - quote.len - closing};
    return contains(text, quote) ? STR("") : text;
}

static void check_quotes(struct walk *walk, struct span span, bool is_key)
{
    struct value_builder *builder = walk->search->builder;
    struct str inside = yaml_inside_quotes(text_of(walk, span));
    struct mistake *mistake;

    if (!inside.len)
        return;
    mistake =
        value_builder_problem(builder, PROBLEM_LOST, span,
                              "typographic quotes are part of the text; type straight "
                              "ones, or leave them out");
    mistake->severity = SEVERITY_WARNING;
    mistake->fix_safe = false;
    mistake_add_edit(mistake, builder->arena, span,
                     is_key ? inside : yaml_quoted(builder->arena, inside));
}

/* The word that ends before the spaces before the offset, back to a sign of the list. */
static struct span word_before(const struct walk *walk, uint32_t offset)
{
    const char *data = walk->search->builder->input.data;
    uint32_t first = walk->search->builder->input.span.start;
    uint32_t end = offset;
    uint32_t start;

    while (end > first && is_space_or_tab(data[end - 1]))
        end--;
    start = end;
    while (start > first && !is_one_of(data[start - 1], "[]{}, \t\r\n"))
        start--;
    return span_make(start, end);
}

static enum yaml_after after_word(const struct walk *walk, const struct value *value)
{
    if (value->kind > VALUE_STRING || value->style != STYLE_PLAIN)
        return AFTER_STRUCTURE;
    return yaml_after_plain(text_of(walk, value->span));
}

/* `[!a b, &c d]`: a word of YAML's own before a value in brackets. */
static void check_property(struct walk *walk, const struct value *value)
{
    const struct look_alike_search *search = walk->search;
    struct span word = word_before(walk, value->span.start);
    struct str text = text_of(walk, word);
    struct span whole =
        span_make(word.start, span_empty(value->span) ? word.end : value->span.end);

    if (text.len && (*text.data == '!' ||
                     (*text.data == '&' && text.len > 1 &&
                      !search->is_aliased(search->context,
                                          (struct str){text.data + 1, text.len - 1}))))
        yaml_report_property(search->builder, word, after_word(walk, value), whole);
}

static void visit(struct walk *walk, const struct value *value)
{
    walk->last = value->span.start;
    if (value->kind == VALUE_STRING && value->style == STYLE_PLAIN)
        check_quotes(walk, value->span, false);
    for (uint32_t i = 0; i < value->count; i++) {
        const struct entry *entry = &value->entries[i];

        if (!span_empty(entry->alias) || entry->value->span.start < walk->last)
            continue;
        if (value->kind == VALUE_MAP)
            check_quotes(walk, entry->key_span, true);
        if (value->style == STYLE_FLOW)
            check_property(walk, entry->value);
        visit(walk, entry->value);
    }
}

void yaml_find_look_alikes(const struct look_alike_search *search,
                           const struct value *root)
{
    struct walk walk = {.search = search, .last = 0};

    visit(&walk, root);
}
