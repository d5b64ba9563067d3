/* x_text.c - x-ends-with, x-forbidden: what a text must end with and must not contain */

#include "lint/base/utf8.h"
#include "lint/schema/vocabulary/vocabulary.h"

static bool compile_strings(struct compiler *c, struct advice *advice)
{
    struct str_list *strings = arena_alloc(c->arena, sizeof(*strings));

    advice->settings = strings;
    return advice_strings(c, advice, advice->keyword->value, strings);
}

/* Without the trailing line ends of a block scalar. */
static struct str without_line_ends(struct str text)
{
    while (text.len && text.data[text.len - 1] == '\n')
        text.len--;
    return text;
}

static struct str last_characters(struct str text, size_t count)
{
    struct str before = text;

    for (; count && before.len; count--)
        before.len -= utf8_last(before).len;
    return (struct str){text.data + before.len, text.len - before.len};
}

static size_t longest(const struct str_list *strings)
{
    size_t most = 1;

    for (size_t i = 0; i < strings->count; i++)
        if (utf8_code_points(strings->items[i]) > most)
            most = utf8_code_points(strings->items[i]);
    return most;
}

/* "one of `.`, `!`". */
static struct str alternatives(struct advising *x, const struct str_list *strings)
{
    struct buf out = BUF_INIT;
    struct str text;

    buf_puts(&out, strings->count > 1 ? "one of " : "");
    for (size_t i = 0; i < strings->count; i++)
        buf_printf(&out, "%s%s", i ? ", " : "", advice_quote(x, strings->items[i]).data);
    text = arena_str(x->explanation->arena, buf_str(&out));
    buf_release(&out);
    return text;
}

static bool is_stop(struct str ending)
{
    return str_is(ending, ".") || str_is(ending, "!") || str_is(ending, "?") ||
           str_is(ending, "…") || str_is(ending, "。");
}

static bool is_letter_or_digit(struct str character)
{
    size_t len;
    uint32_t c = utf8_decode(character, &len);

    return c > 0x20 && !code_point_is_punctuation(c) && !code_point_is_space(c);
}

/* Adds the full stop to a sentence that ends in a word; nothing else is changed. */
static void offer_stop(struct advising *x, struct failure *failure, struct str text,
                       struct str stop)
{
    const struct value *value = failure->place->value;
    struct span end = advice_span(x, value, text.len, text.len);

    if (!is_stop(stop) || !span_empty(end) || failure->place->is_name ||
        !is_letter_or_digit(last_characters(text, 1)))
        return;
    advice_edit(x, failure, end, stop, true);
}

static void check_ends_with(struct advising *x, const struct advice *advice,
                            const struct place *place)
{
    const struct str_list *strings = advice->settings;
    struct str text = without_line_ends(place->value->text);
    struct failure *failure;

    if (!text.len)
        return;
    for (size_t i = 0; i < strings->count; i++)
        if (str_ends(text, strings->items[i]))
            return;
    failure =
        advise(x, advice, place, "end with %s, found %s", alternatives(x, strings).data,
               advice_quote(x, last_characters(text, longest(strings))).data);
    offer_stop(x, failure, text, strings->items[0]);
}

/* Where part begins in text; text.len when it does not occur. */
static size_t find(struct str text, struct str part)
{
    for (size_t at = 0; at + part.len <= text.len; at++)
        if (memcmp(text.data + at, part.data, part.len) == 0)
            return at;
    return text.len;
}

/* Reports the first of each: the others are fixed with it, or found next time. */
static void check_forbidden(struct advising *x, const struct advice *advice,
                            const struct place *place)
{
    const struct str_list *strings = advice->settings;
    struct str text = place->value->text;

    for (size_t i = 0; i < strings->count; i++) {
        size_t at = find(text, strings->items[i]);
        struct failure *failure;

        if (at == text.len)
            continue;
        failure = advise(x, advice, place, "not contain %s",
                         advice_quote(x, strings->items[i]).data);
        failure->mistake.span =
            advice_span(x, place->value, at, at + strings->items[i].len);
        failure->name = strings->items[i];
    }
}

const struct extension x_ends_with = {
    .name = "x-ends-with",
    .help = "what the text ends with: one of some endings",
    .kinds = KIND_STRING,
    .compile = compile_strings,
    .check = check_ends_with,
};

const struct extension x_forbidden = {
    .name = "x-forbidden",
    .help = "characters and words that the text does not contain",
    .kinds = KIND_STRING,
    .compile = compile_strings,
    .check = check_forbidden,
};
