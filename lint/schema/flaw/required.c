/* required.c - required names that the properties of a schema lack */

#include "lint/base/str_map.h"
#include "lint/schema/explain/near_miss.h"
#include "lint/schema/flaw/flaw.h"

/* What a schema says of the names that it requires. */
struct closing {
    struct inspection *inspection;
    struct str_list names;         /* of `properties` */
    struct str_map known;          /* the same: name -> entry */
    const struct regex **patterns; /* of `patternProperties`; NULL: one that is wrong */
    uint32_t pattern_count;
    bool closed; /* no others are allowed */
};

static void take_names(struct closing *closing, const struct value *properties)
{
    struct arena *arena = closing->inspection->arena;

    closing->names = value_keys(arena, properties);
    for (size_t i = 0; i < closing->names.count; i++)
        str_map_put(&closing->known, arena, closing->names.items[i],
                    &properties->entries[i]);
}

static void take_patterns(struct closing *closing, const struct value *patterns)
{
    struct arena *arena = closing->inspection->arena;
    uint32_t count = patterns ? patterns->count : 0;
    struct regex_error error;

    closing->patterns = arena_array(arena, count, sizeof(*closing->patterns));
    closing->pattern_count = count;
    for (uint32_t i = 0; i < count; i++)
        closing->patterns[i] = regex_compile(arena, patterns->entries[i].key, 0, &error);
}

static bool is_covered(const struct closing *closing, struct str name)
{
    void *known;

    if (str_map_get(&closing->known, name, &known))
        return true;
    for (uint32_t i = 0; i < closing->pattern_count; i++) {
        const struct regex *regex = closing->patterns[i];

        /* With many of both nothing is said. */
        if (!regex || !may_compare(&closing->inspection->explanation, 1) ||
            regex_match(regex, name) != REGEX_NO_MATCH)
            return true;
    }
    return false;
}

/* A required name that is not in `properties`: no document can have it when all other
 * names are refused; otherwise it is a slip when it is near one that is. */
static void inspect_name(const struct closing *closing, const struct value *name)
{
    struct inspection *inspection = closing->inspection;
    struct flaw flaw = {.mistake = {.span = name->span}};
    struct flaw *added;

    if (name->kind != VALUE_STRING || is_covered(closing, name->text))
        return;
    if (!closing->closed && !flaw_suggest(inspection, &flaw, name->text, closing->names))
        return;
    added = flaw_add(inspection, FLAW_CONTRADICTION,
                     closing->closed ? SEVERITY_ERROR : SEVERITY_WARNING, name->span,
                     "required property `%.*s` is not among the properties%s",
                     (int)name->text.len, name->text.data,
                     closing->closed ? ", and no others are allowed" : "");
    flaw_suggest(inspection, added, name->text, closing->names);
}

void inspect_required(struct inspection *inspection, const struct value *schema,
                      const struct value *required)
{
    const struct value *additional = value_get(schema, "additionalProperties");
    struct closing closing = {.inspection = inspection};

    if (required->kind != VALUE_LIST)
        return;
    closing.closed = additional && additional->kind == VALUE_BOOL && !additional->boolean;
    take_names(&closing, value_get(schema, "properties"));
    take_patterns(&closing, value_get(schema, "patternProperties"));
    for (uint32_t i = 0; i < required->count; i++)
        inspect_name(&closing, required->entries[i].value);
}
