/* words.c - what a schema says of a place, for people */

#include "lint/schema/explain/words.h"
#include "lint/schema/describe/describe.h"
#include "lint/schema/explain/property.h"

enum { MAX_LISTED = 20 };

static const struct value *annotation(const struct description *place, const char *name)
{
    for (uint32_t i = 0; i < place->count; i++) {
        const struct value *value = value_get(place->schemas[i]->value, name);

        if (value)
            return value;
    }
    return NULL;
}

static struct str text_of(const struct value *value)
{
    return value && value->kind == VALUE_STRING ? str_trim(value->text) : STR("");
}

struct str describe_kind_words(const struct description *place, struct arena *arena)
{
    unsigned kinds = describe_kinds(place);
    struct buf out = BUF_INIT;
    struct str words;

    if (kinds == KIND_ANY)
        return STR("");
    words_add_types(&out, kinds);
    words = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return words;
}

struct str describe_briefly(const struct description *place, struct str name,
                            struct arena *arena)
{
    for (uint32_t i = 0; i < place->count; i++) {
        struct str about = property_about(arena, place->schemas[i], name);

        if (about.len)
            return about;
    }
    return STR("");
}

static void add_paragraph(struct buf *out, struct str text)
{
    if (!text.len)
        return;
    if (out->len)
        buf_puts(out, "\n\n");
    buf_add_str(out, text);
}

static void add_allowed(struct buf *out, const struct description *place,
                        struct arena *arena)
{
    uint32_t count;
    const struct described_value *values = describe_values(place, arena, &count);
    uint32_t listed = 0;

    for (uint32_t i = 0; i < count; i++) {
        if (*values[i].origin != 'a' || listed == MAX_LISTED)
            continue;
        buf_puts(out, listed++ ? ", " : "\n\nAllowed: ");
        if (values[i].value)
            words_add_choice(out, values[i].value);
        else
            words_add_quoted(out, values[i].text);
    }
    if (listed == MAX_LISTED)
        buf_puts(out, ", …");
}

/* What a keyword with a number or a text asks for, in words around that. */
struct limit_words {
    const char *keyword;
    const char *before;
    const char *unit; /* of one; more have an `s`. NULL: none */
};

static const struct limit_words limits[] = {
    {"minLength", "at least ", "character"}, {"maxLength", "at most ", "character"},
    {"minimum", "at least ", NULL},          {"exclusiveMinimum", "more than ", NULL},
    {"maximum", "at most ", NULL},           {"exclusiveMaximum", "less than ", NULL},
    {"multipleOf", "a multiple of ", NULL},  {"minItems", "at least ", "item"},
    {"maxItems", "at most ", "item"},        {"minProperties", "at least ", "key"},
    {"maxProperties", "at most ", "key"},    {"format", "format ", NULL},
    {"pattern", "matching ", NULL},          {"x-equals", "made by ", NULL},
};

static bool add_limit(struct buf *out, const struct limit_words *words,
                      const struct value *value)
{
    if (!value || value->kind == VALUE_BOOL || value->kind >= VALUE_LIST)
        return false;
    buf_puts(out, words->before);
    if (value->kind == VALUE_STRING)
        words_add_quoted(out, value->text);
    else
        buf_add_str(out, value->text);
    if (words->unit)
        buf_printf(out, " %s%s", words->unit, str_is(value->text, "1") ? "" : "s");
    return true;
}

static void add_limits(struct buf *out, const struct description *place)
{
    const struct value *unique = annotation(place, "uniqueItems");
    const char *before = "\n\nExpected: ";
    size_t end = out->len;

    for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++) {
        buf_puts(out, before);
        if (add_limit(out, &limits[i], annotation(place, limits[i].keyword))) {
            before = ", ";
            end = out->len;
        }
        out->len = end;
    }
    if (unique && unique->kind == VALUE_BOOL && unique->boolean)
        buf_printf(out, "%sno item twice", before);
    else if (describe_names_file(place))
        buf_printf(out, "%sthe path of a file", before);
}

static void add_labelled(struct buf *out, const char *label, const struct value *value)
{
    if (!value)
        return;
    buf_printf(out, "\n\n%s: ", label);
    words_add_choice(out, value);
}

static void add_examples(struct buf *out, const struct value *examples)
{
    for (uint32_t i = 0; examples && examples->kind == VALUE_LIST &&
                         i < examples->count && i < MAX_LISTED;
         i++) {
        buf_puts(out, i ? ", " : "\n\nFor example: ");
        words_add_choice(out, examples->entries[i].value);
    }
}

static void add_deprecation(struct buf *out, const struct description *place)
{
    const struct value *own = annotation(place, "x-deprecated");
    const struct value *standard = annotation(place, "deprecated");
    struct str use = text_of(value_get(own, "use"));
    struct str message = text_of(value_get(own, "message"));
    bool deprecated = standard && standard->kind == VALUE_BOOL && standard->boolean;

    if (!deprecated && (!own || (own->kind == VALUE_BOOL && !own->boolean)))
        return;
    buf_puts(out, "\n\n*Deprecated*");
    if (use.len)
        buf_printf(out, ": use `%.*s`", (int)use.len, use.data);
    if (message.len)
        buf_printf(out, ": %.*s", (int)message.len, message.data);
}

struct str describe_fully(const struct description *place, struct str name,
                          struct arena *arena)
{
    struct str title = text_of(annotation(place, "title"));
    struct str kinds = describe_kind_words(place, arena);
    struct buf out = BUF_INIT;
    struct str text;

    buf_printf(&out, "**%.*s**", (int)name.len, name.data);
    if (kinds.len)
        buf_printf(&out, ": %.*s", (int)kinds.len, kinds.data);
    if (!str_equal_ignore_case(title, name))
        add_paragraph(&out, title);
    add_paragraph(&out, text_of(annotation(place, "description")));
    add_allowed(&out, place, arena);
    add_limits(&out, place);
    add_labelled(&out, "Default", annotation(place, "default"));
    add_examples(&out, annotation(place, "examples"));
    add_deprecation(&out, place);
    text = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return text;
}
