/* x_message.c - x-message and x-severity: the schema's own messages and severities */

#include "lint/base/suggest.h"
#include "lint/schema/format/template.h"
#include "lint/schema/vocabulary/vocabulary.h"

static bool is_own(struct str keyword)
{
    return str_starts(keyword, STR("x-")) || str_is(keyword, "deprecated");
}

/* A keyword that is a key of x-message or x-severity must be in the same schema. */
static bool check_neighbour(struct compiler *c, const struct advice *advice,
                            const struct entry *entry)
{
    const struct value *schema = advice->schema->value;
    struct str *names = arena_array(c->arena, schema->count, sizeof(*names));
    struct str nearest;

    for (uint32_t i = 0; i < schema->count; i++) {
        names[i] = schema->entries[i].key;
        if (str_equal(names[i], entry->key))
            return true;
    }
    nearest = suggest_nearest(entry->key, names, schema->count);
    if (nearest.len)
        return advice_fail(c, advice, entry->key_span,
                           "speaks of `%.*s`, which does not stand beside it; did you "
                           "mean `%.*s`?",
                           (int)entry->key.len, entry->key.data, (int)nearest.len,
                           nearest.data);
    return advice_fail(c, advice, entry->key_span,
                       "speaks of `%.*s`, which does not stand beside it",
                       (int)entry->key.len, entry->key.data);
}

/* One message for all keywords of the schema, or messages by keyword. */
struct messages {
    const struct template *all; /* NULL: by keyword */
    const struct template *each;
    const struct value *map;
};

static bool parse_message(struct compiler *c, const struct advice *advice,
                          const struct value *value, struct template *template)
{
    static const struct str places[] = {
        {"expected", 8}, {"message", 7}, {"name", 4}, {"path", 4}, {"value", 5}};
    enum { PLACES = sizeof(places) / sizeof(places[0]) };
    const char *wrong;

    if (value->kind != VALUE_STRING || !value->text.len)
        return advice_fail(c, advice, value->span,
                           "must be a sentence, or a map of a sentence for each keyword");
    if (!template_parse(c->arena, value->text, template, &wrong))
        return advice_fail(c, advice, value->span, "has %s", wrong);
    for (uint32_t i = 0; i < template->count; i++) {
        const struct template_part *part = &template->parts[i];
        struct str nearest = suggest_nearest(part->name, places, PLACES);

        if (part->name.len && (!str_equal(nearest, part->name) || part->argument.len))
            return advice_fail(
                c, advice, value->span,
                "has an unknown place `{%.*s}`; there are {value}, {name}, "
                "{path}, {expected} and {message}",
                (int)part->name.len, part->name.data);
    }
    return true;
}

static bool compile_message(struct compiler *c, struct advice *advice)
{
    const struct value *value = advice->keyword->value;
    struct messages *messages = arena_alloc(c->arena, sizeof(*messages));
    uint32_t count = value->kind == VALUE_MAP ? value->count : 1;
    struct template *templates = arena_array(c->arena, count, sizeof(*templates));

    messages->map = value;
    messages->each = templates;
    advice->settings = messages;
    if (value->kind != VALUE_MAP) {
        messages->all = templates;
        return parse_message(c, advice, value, templates);
    }
    for (uint32_t i = 0; i < count; i++)
        if (!check_neighbour(c, advice, &value->entries[i]) ||
            !parse_message(c, advice, value->entries[i].value, &templates[i]))
            return false;
    return true;
}

static const struct template *find_message(const struct subschema *schema,
                                           const struct entry *keyword)
{
    const struct advice *said = vocabulary_find(schema, &x_message);
    const struct messages *messages = said ? said->settings : NULL;

    if (!messages || messages->all)
        return messages ? messages->all : NULL;
    for (uint32_t i = 0; keyword && i < messages->map->count; i++)
        if (str_equal(messages->map->entries[i].key, keyword->key))
            return &messages->each[i];
    return NULL;
}

/* What fills the places of a message. */
struct filling {
    struct explanation *x;
    const struct failure *failure;
    const struct entry *keyword;
    struct str message;
};

/* A scalar by its content, anything else as it is written. */
static void add_value(struct buf *out, struct explanation *x, const struct value *value)
{
    if (value->text.len || !x->data || value->style > STYLE_DOUBLE_QUOTED)
        buf_add_str(out, value->text);
    else if (value->kind != VALUE_STRING)
        buf_add(out, x->data + value->span.start, span_length(value->span));
}

static void add_expected(struct buf *out, const struct value *value)
{
    uint32_t count = value->kind == VALUE_LIST ? value->count : 0;

    if (value->kind == VALUE_BOOL)
        buf_puts(out, value->boolean ? "true" : "false");
    buf_add_str(out, value->text);
    for (uint32_t i = 0; i < count; i++) {
        buf_puts(out, i ? ", " : "");
        buf_add_str(out, value->entries[i].value->text);
    }
}

/* The name that is missing or unknown, or that of the value. */
static struct str name_of(const struct failure *failure)
{
    if (failure->kind == FAILURE_MISSING)
        return failure->name;
    return failure->place->entry ? failure->place->entry->key : STR("");
}

static bool fill_message(void *context, const struct template_part *part, struct buf *out)
{
    const struct filling *filling = context;

    if (str_is(part->name, "value"))
        add_value(out, filling->x, filling->failure->place->value);
    else if (str_is(part->name, "name"))
        buf_add_str(out, name_of(filling->failure));
    else if (str_is(part->name, "path"))
        words_add_path(out, filling->failure->place);
    else if (str_is(part->name, "expected") && filling->keyword)
        add_expected(out, filling->keyword->value);
    else if (str_is(part->name, "message"))
        buf_add_str(out, filling->message);
    return true;
}

const struct entry *failure_keyword(const struct failure *failure)
{
    const struct value *schema = failure->schema->value;
    const struct entry *keyword = failure->keyword;

    /* A dependency is keyed by its property; the check knows the keyword. */
    if (keyword && value_entry(schema, keyword->key) == keyword)
        return keyword;
    return failure->check ? failure->check->keyword : keyword;
}

struct str failure_reworded(struct explanation *x, const struct failure *failure,
                            struct str message)
{
    const struct entry *keyword = failure_keyword(failure);
    const struct template *template = find_message(failure->schema, keyword);
    struct filling filling = {x, failure, keyword, message};
    struct buf out = BUF_INIT;

    if (failure->kind == FAILURE_EXPENSIVE || failure->kind == FAILURE_EXHAUSTED)
        return message;
    if (!template && failure->advice)
        template = find_message(failure->advice->schema, failure->advice->keyword);
    if (!template && !failure->advice) {
        struct str said = editor_message(x, failure, keyword);

        return said.len ? said : message;
    }
    if (!template)
        return message;
    template_render(template, fill_message, &filling, &out);
    message = arena_str(x->arena, buf_str(&out));
    buf_release(&out);
    return message;
}

struct severities {
    enum severity all; /* OFF: by keyword */
    const enum severity *each;
    const struct value *map;
};

static bool parse_severity(struct compiler *c, const struct advice *advice,
                           const struct value *value, enum severity *severity)
{
    if (value->kind == VALUE_STRING && severity_find(value->text, severity))
        return true;
    return advice_fail(
        c, advice, value->span,
        "must be `error`, `warning` or `note`, or a map of such a word for "
        "each keyword");
}

static bool compile_severity(struct compiler *c, struct advice *advice)
{
    const struct value *value = advice->keyword->value;
    struct severities *severities = arena_alloc(c->arena, sizeof(*severities));
    uint32_t count = value->kind == VALUE_MAP ? value->count : 0;
    enum severity *each = arena_array(c->arena, count, sizeof(*each));

    severities->map = value;
    severities->each = each;
    advice->settings = severities;
    if (value->kind != VALUE_MAP)
        return parse_severity(c, advice, value, &severities->all);
    for (uint32_t i = 0; i < count; i++)
        if (!check_neighbour(c, advice, &value->entries[i]) ||
            !parse_severity(c, advice, value->entries[i].value, &each[i]))
            return false;
    return true;
}

enum severity keyword_severity(const struct subschema *schema,
                               const struct entry *keyword, bool all)
{
    const struct advice *said = vocabulary_find(schema, &x_severity);
    const struct severities *severities = said ? said->settings : NULL;

    if (!severities || !keyword)
        return SEVERITY_OFF;
    if (severities->all != SEVERITY_OFF)
        return all || is_own(keyword->key) ? severities->all : SEVERITY_OFF;
    for (uint32_t i = 0; i < severities->map->count; i++)
        if (str_equal(severities->map->entries[i].key, keyword->key))
            return severities->each[i];
    return SEVERITY_OFF;
}

const struct extension x_message = {
    .name = "x-message",
    .help = "words for what is found here, for all keywords or by keyword",
    .kinds = KIND_ANY,
    .compile = compile_message,
};

const struct extension x_severity = {
    .name = "x-severity",
    .help = "how grave findings of stet's keywords here are, or those of named ones",
    .kinds = KIND_ANY,
    .compile = compile_severity,
};
