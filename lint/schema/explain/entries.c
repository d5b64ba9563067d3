/* entries.c - finds what is wrong with the entries of a list or map */

#include "lint/schema/explain/explain.h"

/* Explains an entry by its schema. */
static void explain_entry(const struct explaining *x, const struct subschema *schema,
                          uint32_t index)
{
    const struct value *value = x->place->value->entries[index].value;
    struct explaining inner = *x;

    /* Most entries are valid: only the others need a place. */
    if (evaluate(&x->explanation->evaluation, schema, value, NULL))
        return;
    inner.schema = schema;
    inner.place = place_child(x->explanation, x->place, index);
    inner.seen = NULL;
    explain_schema(&inner);
}

/* Adds a failure for an entry that is not allowed at all. */
static void refuse_entry(const struct explaining *x, enum failure_kind kind,
                         uint32_t index, const struct entry *keyword)
{
    struct failure *failure = failure_add(x, kind);

    failure->place = place_child(x->explanation, x->place, index);
    failure->keyword = keyword;
}

/* Explains an entry that neither properties nor patternProperties describe. */
static void explain_additional(const struct explaining *x, uint32_t index)
{
    const struct properties *properties = x->check->as.properties;

    if (properties->additional->never)
        refuse_entry(x, FAILURE_UNKNOWN, index, properties->additional_keyword);
    else
        explain_entry(x, properties->additional, index);
}

static void explain_property(const struct explaining *x, uint32_t index)
{
    const struct properties *properties = x->check->as.properties;
    const struct entry *entry = &x->place->value->entries[index];
    const struct property *property = properties_find(properties, entry->key);
    bool known = property && property->schema;

    if (known)
        explain_entry(x, property->schema, index);
    for (uint32_t i = 0; i < properties->pattern_count; i++) {
        const struct pattern_property *pattern = &properties->patterns[i];

        if (!evaluation_matches(&x->explanation->evaluation, x->check, pattern->regex,
                                entry->key_span, entry->key))
            continue;
        known = true;
        explain_entry(x, pattern->schema, index);
    }
    if (!known && properties->additional)
        explain_additional(x, index);
    if (known || properties->additional)
        seen_add(x->seen, index);
}

void explain_names(const struct explaining *x, const struct entry *keyword,
                   const struct value *names, struct str needed_by)
{
    for (uint32_t i = 0; i < names->count; i++) {
        struct str name = names->entries[i].value->text;
        struct failure *failure;

        if (value_entry(x->place->value, name))
            continue;
        failure = failure_add(x, FAILURE_MISSING);
        failure->keyword = keyword;
        failure->name = name;
        failure->needed_by = needed_by;
    }
}

void explain_required(const struct explaining *x)
{
    explain_names(x, x->check->keyword, x->check->keyword->value, STR(""));
}

void explain_properties(const struct explaining *x)
{
    const struct entry *required = x->check->as.properties->required_keyword;

    for (uint32_t i = 0; i < x->place->value->count; i++)
        explain_property(x, i);
    if (required)
        explain_names(x, required, required->value, STR(""));
}

void explain_dependent_required(const struct explaining *x)
{
    const struct value *rules = x->check->keyword->value;

    for (uint32_t i = 0; i < rules->count; i++) {
        const struct entry *rule = &rules->entries[i];
        const struct entry *asking = value_entry(x->place->value, rule->key);
        struct failures own = {NULL, NULL, 0};
        struct explaining inner = *x;

        if (!asking)
            continue;
        inner.out = &own;
        explain_names(&inner, x->check->keyword, rule->value, rule->key);
        for (struct failure *f = own.first; f; f = f->next)
            mistake_add_related(&f->mistake, x->explanation->arena, asking->key_span,
                                STR("needed by this"));
        failures_append(x->out, &own);
    }
}

void explain_property_names(const struct explaining *x)
{
    struct explaining inner = *x;

    inner.schema = x->check->as.schema;
    inner.seen = NULL;
    for (uint32_t i = 0; i < x->place->value->count; i++) {
        inner.place = place_name(x->explanation, x->place, i);
        explain_schema(&inner);
    }
}

void explain_items(const struct explaining *x)
{
    const struct items *items = x->check->as.items;

    for (uint32_t i = 0; i < x->place->value->count; i++) {
        const struct subschema *item = items_schema(items, i);

        if (!item)
            return;
        seen_add(x->seen, i);
        if (item->never)
            refuse_entry(x, FAILURE_NEVER, i, items->rest_keyword);
        else
            explain_entry(x, item, i);
    }
}

void explain_unique_items(const struct explaining *x)
{
    struct failure *failure = failure_add(x, FAILURE_CHECK);

    failure->second = first_repeated_item(x->place->value, &failure->first);
}

void explain_contains(const struct explaining *x)
{
    const struct contains *contains = x->check->as.contains;
    const struct value *list = x->place->value;
    struct failure *failure = failure_add(x, FAILURE_CHECK);

    for (uint32_t i = 0; i < list->count; i++)
        failure->found += evaluate(&x->explanation->evaluation, contains->schema,
                                   list->entries[i].value, NULL);
    if (failure->found > contains->maximum)
        failure->keyword = contains->maximum_keyword;
}

void explain_unevaluated(const struct explaining *x)
{
    const struct value *value = x->place->value;
    enum failure_kind kind = value->kind == VALUE_MAP ? FAILURE_UNKNOWN : FAILURE_NEVER;

    for (uint32_t i = 0; i < value->count; i++) {
        if (seen_has(x->seen, i))
            continue;
        if (x->check->as.schema->never)
            refuse_entry(x, kind, i, x->check->keyword);
        else
            explain_entry(x, x->check->as.schema, i);
        seen_add(x->seen, i);
    }
}
