/* closest.c - decides which alternative of anyOf or oneOf was meant */

#include "lint/schema/explain/branches.h"
#include "lint/schema/explain/explain.h"
#include "lint/schema/explain/messages.h"
#include "lint/schema/explain/near_miss.h"

static bool wrong_type_here(const struct failure *failure, const struct place *place)
{
    return failure_is_check(failure, CHECK_TYPE) && failure->place->value == place->value;
}

/* Drops the alternatives with such a failure, unless that would leave none. */
static void drop(struct branches *branches, failure_test *wanted)
{
    uint32_t left = 0;

    for (uint32_t i = 0; i < branches->count; i++) {
        struct branch *branch = &branches->items[i];

        left += !branch->dropped && !branch_find(branch, branches->place, wanted);
    }
    for (uint32_t i = 0; left && i < branches->count; i++) {
        struct branch *branch = &branches->items[i];

        branch->dropped |= branch_find(branch, branches->place, wanted) != NULL;
    }
}

/* Do all fail by the type of the value? One failure with the types of all. */
static bool merge_types(const struct explaining *x, const struct branches *branches)
{
    unsigned types = 0;
    const struct failure *wrong = NULL;
    struct failure *merged;

    for (uint32_t i = 0; i < branches->count; i++) {
        if (branches->items[i].dropped)
            continue;
        wrong = branch_find(&branches->items[i], branches->place, wrong_type_here);
        if (!wrong)
            return false;
        types |= wrong->types;
    }
    if (!wrong)
        return false;
    merged = failure_add(x, FAILURE_CHECK);
    merged->check = wrong->check;
    merged->types = types;
    return true;
}

/* An author who meant an alternative hardly gets its type wrong, but may well do so in
 * one of its entries. */
enum { COST_OF_TYPE = 100, COST_OF_TYPE_INSIDE = 15 };

static double type_cost(const struct failure *failure, const struct place *place)
{
    return failure->place->value == place->value ? COST_OF_TYPE : COST_OF_TYPE_INSIDE;
}

static bool is_container(const struct value *value)
{
    return value->kind == VALUE_MAP || value->kind == VALUE_LIST;
}

/* Is it a map or list where every choice is a scalar? That is no nearer than a wrong
 * type. */
static bool wrong_kind_of_choice(const struct failure *failure)
{
    const struct value *operand = failure->check ? failure->check->keyword->value : NULL;

    if (!is_container(failure->place->value) || !operand)
        return false;
    if (failure_is_check(failure, CHECK_CONST))
        return !is_container(operand);
    for (uint32_t i = 0; i < operand->count; i++)
        if (is_container(operand->entries[i].value))
            return false;
    return true;
}

/* A near miss means that this alternative was meant nevertheless. */
static double choice_cost(struct explanation *x, const struct failure *failure,
                          const struct place *place)
{
    struct str_list choices = failure->allowed;

    if (wrong_kind_of_choice(failure))
        return type_cost(failure, place);
    if (failure->place->value->kind != VALUE_STRING)
        return 30;
    if (failure_is_check(failure, CHECK_ENUM))
        choices = failure->check->as.set.strings;
    else if (failure_is_check(failure, CHECK_CONST))
        choices = (struct str_list){&failure->check->as.constant->text, 1};
    return nearest_choice(x, failure->place->value->text, choices).len ? 8 : 30;
}

static double cost(struct explanation *x, const struct failure *failure,
                   const struct place *place)
{
    if (failure_is_choice(failure))
        return choice_cost(x, failure, place);
    switch (failure->kind) {
    case FAILURE_NEVER:
        return 100;
    case FAILURE_MISSING:
        return 6;
    case FAILURE_UNKNOWN:
        return 4;
    default:
        break;
    }
    if (failure_is_check(failure, CHECK_TYPE))
        return type_cost(failure, place);
    if (failure_is_check(failure, CHECK_PATTERN) ||
        failure_is_check(failure, CHECK_FORMAT))
        return 5;
    return 2;
}

static void set_cost(struct explanation *x, struct branch *branch,
                     const struct place *place)
{
    for (const struct failure *f = branch->failures.first; f; f = f->next) {
        double weight = cost(x, f, place);

        /* A mistake deep inside matters less than one at the top. */
        for (uint32_t depth = place->depth; depth < f->place->depth; depth++)
            weight *= 0.7;
        branch->cost += weight;
    }
}

enum { MAX_NOTES = 3 }; /* the most other alternatives that are mentioned */

/* What the other alternatives require, as related places. */
static void add_notes(const struct explaining *x, const struct branches *branches,
                      const struct branch *best)
{
    struct arena *arena = x->explanation->arena;
    struct failure *failure = best->failures.first;
    struct str own = failure_message(arena, failure);
    int notes = 0;

    for (uint32_t i = 0; i < branches->count && notes < MAX_NOTES; i++) {
        const struct branch *branch = &branches->items[i];
        struct str message;
        struct str name;
        struct span span;
        bool at_root;

        if (branch == best || (branch->dropped && !branch->outvoted) ||
            !branch->failures.first)
            continue;
        message = failure_message(arena, branch->failures.first);
        if (str_equal(message, own))
            continue;
        span = failure_span(branch->failures.first, &at_root);
        name = alternative_name(arena, x->check, i);
        message = arena_format(arena, "by alternative %.*s: %.*s", (int)name.len,
                               name.data, (int)message.len, message.data);
        mistake_add_related(&failure->mistake, arena, span, message);
        notes++;
    }
}

/* The only mistake, if that is a property that is missing here; else NULL. */
static struct failure *only_missing(const struct branches *branches,
                                    const struct branch *branch)
{
    struct failure *f = branch->failures.first;

    if (!f || f->next || f->kind != FAILURE_MISSING || f->needed_by.len ||
        f->place->value != branches->place->value)
        return NULL;
    return f;
}

/* When the best alternative was only chosen for a key that is near, any of the properties
 * would do that the others lack. */
static bool name_others(const struct explaining *x, const struct branches *branches,
                        const struct branch *best)
{
    struct str *names =
        arena_array(x->explanation->arena, branches->count, sizeof(*names));
    struct failure *f = only_missing(branches, best);
    size_t count = 0;

    if (!f || branch_is_there(branches, best))
        return false;
    for (uint32_t i = 0; i < branches->count; i++) {
        const struct branch *branch = &branches->items[i];

        if (branch->dropped && !branch->outvoted)
            continue;
        if (!only_missing(branches, branch))
            return false;
        names[count++] = branch->failures.first->name;
    }
    if (count < 2)
        return false;
    f->allowed = (struct str_list){names, count};
    return true;
}

/* Does each lack one property and nothing else, and does as much speak for each? One
 * failure for all of them. */
static bool merge_missing(const struct explaining *x, const struct branches *branches)
{
    struct str *names =
        arena_array(x->explanation->arena, branches->count, sizeof(*names));
    const struct failure *f = NULL;
    const struct branch *first = NULL;
    struct failure *merged;
    size_t count = 0;

    for (uint32_t i = 0; i < branches->count; i++) {
        if (branches->items[i].dropped)
            continue;
        first = first ? first : &branches->items[i];
        f = only_missing(branches, &branches->items[i]);
        if (!f || branches->items[i].votes != first->votes)
            return false;
        if (!count || !str_equal(names[count - 1], f->name))
            names[count++] = f->name;
    }
    if (count < 2)
        return false;
    merged = failure_add_for(x, FAILURE_MISSING, f);
    merged->name = names[0];
    merged->allowed = (struct str_list){names, count};
    merged->undecided = true;
    return true;
}

static struct branch *cheapest(struct explanation *x, struct branches *branches)
{
    struct branch *best = NULL;

    for (uint32_t i = 0; i < branches->count; i++) {
        struct branch *branch = &branches->items[i];

        if (branch->dropped)
            continue;
        set_cost(x, branch, branches->place);
        branch->cost -= branch_support(branches, branch);
        if (!best || branch->cost < best->cost)
            best = branch;
    }
    return best;
}

static void take_cheapest(const struct explaining *x, struct branches *branches)
{
    struct branch *best = cheapest(x->explanation, branches);

    if (!best)
        return;
    for (struct failure *f = best->failures.first; f; f = f->next)
        f->guessed |= branches->guessed || branches_left(branches) > 1;
    if (best->failures.first && !name_others(x, branches, best))
        add_notes(x, branches, best);
    if (x->seen)
        seen_merge(x->seen, &best->seen);
    failures_append(x->out, &best->failures);
}

/* When no alternative was meant more than another, no property is unknown. */
static void mark_all(struct seen *seen)
{
    for (uint32_t i = 0; seen && i < seen->count; i++)
        seen_add(seen, i);
}

/* Finds what is wrong by each alternative. */
static struct branches explain_branches(const struct explaining *x)
{
    struct subschema_list list = x->check->as.schemas;
    struct arena *arena = x->explanation->arena;
    struct branches branches = {arena_array(arena, list.count, sizeof(*branches.items)),
                                list.count, x->place, NULL, false};
    struct explaining inner = *x;

    for (uint32_t i = 0; i < list.count; i++) {
        inner.schema = list.items[i];
        inner.seen = &branches.items[i].seen;
        inner.out = &branches.items[i].failures;
        seen_init(inner.seen, x->place->value, arena);
        explain_schema(&inner);
    }
    return branches;
}

/* Adds one failure instead of those of all alternatives, if there is one. */
static bool merge(const struct explaining *x, struct branches *branches)
{
    if (branches_unclaimed(x, branches))
        return true;
    drop(branches, failure_is_for_others);
    if (merge_types(x, branches))
        return true;
    drop(branches, wrong_type_here);
    branches_ask(x->explanation, branches, x->check->as.schemas);
    branches_outvote(branches);
    if (branches_merge_choices(x, branches))
        return true;
    branches_drop_absent(x->explanation, branches);
    return merge_missing(x, branches);
}

void explain_closest(const struct explaining *x)
{
    struct branches branches = explain_branches(x);
    uint32_t before = x->out->count;

    if (merge(x, &branches)) {
        mark_all(x->seen);
        return;
    }
    take_cheapest(x, &branches);
    if (x->out->count == before)
        failure_add(x, FAILURE_CHECK);
}
