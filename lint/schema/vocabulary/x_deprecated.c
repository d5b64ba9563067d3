/* x_deprecated.c - x-deprecated and deprecated: keys that should no longer be used */

#include "lint/schema/vocabulary/vocabulary.h"

struct settings {
    struct str use;     /* the key to write instead, or empty */
    struct str message; /* why, or what to do; or empty */
};

static bool take_text(struct compiler *c, struct advice *advice, const char *option,
                      struct str *text)
{
    const struct value *value = value_get(advice->keyword->value, option);

    if (!value)
        return true;
    if (value->kind != VALUE_STRING || !value->text.len)
        return advice_fail(c, advice, value->span, "`%s` must be text that is not empty",
                           option);
    *text = value->text;
    return true;
}

static bool compile(struct compiler *c, struct advice *advice)
{
    static const char *const options[] = {"use", "message", NULL};
    struct settings *settings = arena_alloc(c->arena, sizeof(*settings));

    return advice_true_or_map(c, advice, settings, options,
                              "true or a map with `use` or `message`") &&
           take_text(c, advice, "use", &settings->use) &&
           take_text(c, advice, "message", &settings->message);
}

/* JSON Schema's own keyword: has an effect only when true. */
static bool compile_standard(struct compiler *c, struct advice *advice)
{
    const struct value *value = advice->keyword->value;
    bool alone = !value_entry(advice->schema->value, STR("x-deprecated"));

    advice->settings = NULL;
    if (value->kind == VALUE_BOOL && value->boolean && alone)
        advice->settings = arena_alloc(c->arena, sizeof(struct settings));
    return true;
}

static struct failure *report(struct advising *x, const struct advice *advice,
                              const struct place *place, const struct entry *present)
{
    const struct settings *settings = advice->settings;
    struct buf out = BUF_INIT;
    struct failure *failure;

    if (present)
        buf_printf(&out, "; `%.*s` has taken its place and is there already",
                   (int)settings->use.len, settings->use.data);
    else if (settings->use.len)
        buf_printf(&out, "; use `%.*s`", (int)settings->use.len, settings->use.data);
    if (settings->message.len)
        buf_printf(&out, ": %.*s", (int)settings->message.len, settings->message.data);
    failure = advise_that(x, advice, place, "is deprecated%.*s", (int)out.len,
                          out.len ? out.data : "");
    buf_release(&out);
    return failure;
}

static void check(struct advising *x, const struct advice *advice,
                  const struct place *place)
{
    const struct settings *settings = advice->settings;
    bool keyed = place->parent && place->parent->value->kind == VALUE_MAP;
    const struct entry *present;
    struct failure *failure;

    if (!settings)
        return;
    present = settings->use.len && keyed
                  ? value_entry(place->parent->value, settings->use)
                  : NULL;
    failure = report(x, advice, place, present);
    failure->mistake.tag = TAG_DEPRECATED;
    if (present) {
        advice_relate(x, failure, present->key_span, "`%.*s` is here",
                      (int)settings->use.len, settings->use.data);
    } else if (settings->use.len && keyed && !place->is_name) {
        /* The schema names the new key: it is not a guess. */
        failure_set_edit(failure, key_edit(x->explanation, place->entry, settings->use),
                         true);
    }
}

const struct extension x_deprecated = {
    .name = "x-deprecated",
    .help = "the key is no longer to be used; what to use instead",
    .kinds = KIND_ANY,
    .severity = SEVERITY_WARNING,
    .about_key = true,
    .compile = compile,
    .check = check,
};

const struct extension x_deprecated_standard = {
    .name = "deprecated",
    .help = "JSON Schema's own keyword: as x-deprecated: true",
    .kinds = KIND_ANY,
    .severity = SEVERITY_WARNING,
    .about_key = true,
    .compile = compile_standard,
    .check = check,
};
