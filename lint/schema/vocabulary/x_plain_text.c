/* x_plain_text.c - x-plain-text: no Markdown and no HTML in the text */

#include "lint/base/suggest.h"
#include "lint/schema/vocabulary/vocabulary.h"

/* In the order of enum markup_kind. */
static const struct {
    struct str name; /* in the schema */
    const char *noun;
} kinds[] = {
    {{"emphasis", 8}, "emphasis"},   {{"code", 4}, "code"},
    {{"link", 4}, "a link"},         {{"image", 5}, "an image"},
    {{"html", 4}, "HTML"},           {{"heading", 7}, "a heading"},
    {{"footnote", 8}, "a footnote"}, {{"escape", 6}, "an escape"},
};

enum { KIND_COUNT = sizeof(kinds) / sizeof(kinds[0]) };

struct settings {
    unsigned allowed; /* bits of enum markup_kind */
};

static bool allow(struct compiler *c, const struct advice *advice,
                  const struct value *name, unsigned *allowed)
{
    struct str names[KIND_COUNT];
    struct str nearest;

    for (unsigned i = 0; i < KIND_COUNT; i++) {
        names[i] = kinds[i].name;
        if (name->kind != VALUE_STRING || !str_equal(name->text, names[i]))
            continue;
        *allowed |= 1u << i;
        return true;
    }
    nearest = suggest_nearest(name->text, names, KIND_COUNT);
    if (nearest.len)
        return advice_fail(c, advice, name->span, "knows no `%.*s`; did you mean `%.*s`?",
                           (int)name->text.len, name->text.data, (int)nearest.len,
                           nearest.data);
    return advice_fail(c, advice, name->span,
                       "can allow emphasis, code, link, image, html, heading, footnote "
                       "and escape");
}

static bool compile(struct compiler *c, struct advice *advice)
{
    static const char *const options[] = {"allow", NULL};
    const struct value *value = advice->keyword->value;
    const struct value *list = value_get(value, "allow");
    struct settings *settings = arena_alloc(c->arena, sizeof(*settings));

    if (!advice_true_or_map(c, advice, settings, options, "true or a map with `allow`"))
        return false;
    if (value->kind == VALUE_BOOL)
        return true;
    if (!list || list->kind != VALUE_LIST)
        return advice_fail(c, advice, value->span, "needs a list in `allow`");
    for (uint32_t i = 0; i < list->count; i++)
        if (!allow(c, advice, list->entries[i].value, &settings->allowed))
            return false;
    return true;
}

static void check(struct advising *x, const struct advice *advice,
                  const struct place *place)
{
    const struct settings *settings = advice->settings;
    struct str text = place->value->text;
    struct failure *failure;
    struct markup found;

    if (!settings || !x->around->find_markup ||
        !x->around->find_markup(text, settings->allowed, x->explanation->arena, &found))
        return;
    text = (struct str){text.data + found.span.start, span_length(found.span)};
    failure = advise(x, advice, place, "be plain text, found %s: %s",
                     kinds[found.kind].noun, advice_quote(x, text).data);
    failure->mistake.span =
        advice_span(x, place->value, found.span.start, found.span.end);
}

const struct extension x_plain_text = {
    .name = "x-plain-text",
    .help = "no Markdown and no HTML in the text",
    .kinds = KIND_STRING,
    .compile = compile,
    .check = check,
};
