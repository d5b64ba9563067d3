/* near_miss.c - near misses: what was probably meant */

#include "lint/schema/explain/near_miss.h"

#include "lint/base/suggest.h"
#include "lint/schema/explain/near_key.h"
#include "lint/schema/explain/near_type.h"
#include "lint/schema/explain/property.h"
#include "lint/schema/format/format.h"

bool may_compare(struct explanation *x, size_t count)
{
    if (count >= SCHEMA_MAX_COMPARISONS - x->comparisons) {
        x->comparisons = SCHEMA_MAX_COMPARISONS;
        return false;
    }
    x->comparisons += (uint32_t)count;
    return true;
}

struct str nearest_choice(struct explanation *x, struct str word, struct str_list choices)
{
    if (!may_compare(x, choices.count))
        return STR("");
    return suggest_nearest(word, choices.items, choices.count);
}

/* A choice that is written like the value, but of another kind: `2` and "2". */
static const struct value *same_but_kind(const struct value *choices,
                                         const struct value *value, struct str written)
{
    for (uint32_t i = 0; i < choices->count; i++) {
        const struct value *choice = choices->entries[i].value;
        bool is_string = choice->kind == VALUE_STRING;

        if (choice->kind >= VALUE_LIST || choice->kind == VALUE_NULL ||
            is_string == (value->kind == VALUE_STRING))
            continue;
        if (choice->kind == VALUE_BOOL
                ? str_is(value->text, choice->boolean ? "true" : "false")
                : str_equal(choice->text, is_string ? written : value->text))
            return choice;
    }
    return NULL;
}

static void suggest_kind(struct explanation *x, struct failure *failure,
                         const struct value *choices)
{
    const struct value *value = failure->place->value;
    struct str written = {NULL, 0};
    const struct value *choice;

    if (x->data && value->kind < VALUE_LIST)
        written = (struct str){x->data + value->span.start, span_length(value->span)};
    choice = same_but_kind(choices, value, written);
    if (!choice || is_tagged(value, value->text))
        return;
    failure->bare = value->kind == VALUE_STRING;
    if (failure->bare)
        failure->suggestion = value->text;
    else
        failure->quoted = quoted_scalar(x, value);
}

/* A const is an enum of one. */
static struct value choices_of(const struct check *check, struct entry *one)
{
    *one = (struct entry){.value = (struct value *)check->keyword->value};
    if (check->kind == CHECK_ENUM)
        return *check->keyword->value;
    return (struct value){.kind = VALUE_LIST, .entries = one, .count = 1};
}

static struct str_list strings_of(const struct check *check)
{
    if (check->kind == CHECK_ENUM)
        return check->as.set.strings;
    return (struct str_list){&check->as.constant->text,
                             check->as.constant->kind == VALUE_STRING};
}

static void suggest_choice(struct explanation *x, struct failure *failure)
{
    const struct value *value = failure->place->value;
    struct entry one;
    struct value choices;

    if (failure->kind == FAILURE_CHECK &&
        (failure->check->kind == CHECK_ENUM || failure->check->kind == CHECK_CONST)) {
        choices = choices_of(failure->check, &one);
        failure->allowed = strings_of(failure->check);
        suggest_kind(x, failure, &choices);
    }
    if (failure->kind == FAILURE_SEVERAL ||
        (failure->kind == FAILURE_CHECK && failure->check->kind > CHECK_ENUM))
        return; /* keys, patterns */
    if (failure->allowed.count && value->kind == VALUE_STRING && !failure->bare)
        failure->suggestion = nearest_choice(x, value->text, failure->allowed);
}

/* A date stays without quotes where it had none. */
static void suggest_date(struct explanation *x, struct failure *failure)
{
    const struct format *format = failure->check->as.format;
    const struct value *value = failure->place->value;

    failure->suggestion =
        format_suggestion(format, value->text, x->arena, &failure->otherwise);
    failure->undecided = failure->otherwise.len > 0;
    failure->bare = failure->suggestion.len && value->style == STYLE_PLAIN;
}

static void suggest(struct explanation *x, struct failure *failure)
{
    const struct value *value = failure->place->value;

    if (failure_is_check(failure, CHECK_TYPE))
        suggest_type(x, failure);
    else if (failure_is_check(failure, CHECK_FORMAT) && value->kind == VALUE_STRING)
        suggest_date(x, failure);
    else
        suggest_choice(x, failure);
}

/* What the schema tells a writer to type, where nothing better is suggested. */
static void describe(struct explanation *x, struct failure *f)
{
    const struct subschema *property = NULL;
    struct str key = f->place->entry ? f->place->entry->key : STR("");

    if (f->kind == FAILURE_MISSING && f->allowed.count < 2)
        property = property_missing(x, f);
    if (property)
        f->about = property_about(x->arena, property, f->name);
    else if (failure_is_check(f, CHECK_PATTERN))
        f->about = property_about(x->arena, f->schema, key);
}

void failures_pair(struct explanation *x, struct failures *failures)
{
    failures_pair_keys(x, failures);
    for (struct failure *f = failures->first; f; f = f->next) {
        if (f->kind != FAILURE_UNKNOWN && f->kind != FAILURE_MISSING)
            suggest(x, f);
        if (!f->suggestion.len)
            describe(x, f);
    }
}
