/* near_miss.c - near misses: what was probably meant */

#include "lint/schema/explain/near_miss.h"

#include "lint/base/suggest.h"
#include "lint/schema/explain/near_key.h"
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

static bool is_any_of(struct str word, const char *const *words)
{
    for (; *words; words++)
        if (str_equal_ignore_case(word, str_from(*words)))
            return true;
    return false;
}

static bool is_decimal(struct str text)
{
    size_t at = text.len && *text.data == '-';
    size_t digits = text.len - at;

    for (size_t i = at; i < text.len; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return digits > 0 && (digits == 1 || text.data[at] != '0');
}

/* A string without quotes that would be something else has a tag, and stays a string. */
static bool is_tagged(const struct value *value, struct str without_quotes)
{
    return value->kind == VALUE_STRING && value->style == STYLE_PLAIN &&
           str_equal(value->text, without_quotes);
}

/* Words that mean true and false to people and to YAML 1.1; numbers in quotes. */
static void suggest_bare(struct failure *failure)
{
    static const char *const yes[] = {"true", "yes", "y", "on", NULL};
    static const char *const no[] = {"false", "no", "n", "off", NULL};
    struct str text = failure->place->value->text;

    if (failure->types == KIND_BOOL && is_any_of(text, yes))
        failure->suggestion = STR("true");
    else if (failure->types == KIND_BOOL && is_any_of(text, no))
        failure->suggestion = STR("false");
    else if (!(failure->types & KIND_STRING) && failure->types & KIND_NUMERIC &&
             is_decimal(text))
        failure->suggestion = text;
    if (is_tagged(failure->place->value, failure->suggestion))
        failure->suggestion = STR("");
    failure->bare = failure->suggestion.len > 0;
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
    failure->quote = value->kind != VALUE_STRING;
    failure->bare = !failure->quote;
    if (failure->bare)
        failure->suggestion = value->text;
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
    if (failure->kind == FAILURE_CHECK && failure->check->kind > CHECK_ENUM)
        return; /* patterns */
    if (failure->allowed.count && value->kind == VALUE_STRING && !failure->bare)
        failure->suggestion = nearest_choice(x, value->text, failure->allowed);
}

/* A date stays without quotes where it had none. */
static void suggest_date(struct explanation *x, struct failure *failure)
{
    const struct value *value = failure->place->value;

    failure->suggestion =
        format_suggestion(failure->check->as.format, value->text, x->arena);
    failure->bare = failure->suggestion.len && value->style == STYLE_PLAIN;
}

static void suggest(struct explanation *x, struct failure *failure)
{
    const struct value *value = failure->place->value;

    if (failure->kind == FAILURE_CHECK && value->kind == VALUE_STRING &&
        failure->check->kind == CHECK_TYPE)
        suggest_bare(failure);
    else if (failure->kind == FAILURE_CHECK && value->kind == VALUE_STRING &&
             failure->check->kind == CHECK_FORMAT)
        suggest_date(x, failure);
    else
        suggest_choice(x, failure);
}

void failures_pair(struct explanation *x, struct failures *failures)
{
    failures_pair_keys(x, failures);
    for (struct failure *f = failures->first; f; f = f->next)
        if (f->kind != FAILURE_UNKNOWN && f->kind != FAILURE_MISSING)
            suggest(x, f);
}
