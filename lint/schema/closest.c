/* closest.c - which alternative of anyOf or oneOf was meant */

#include "lint/schema/failure.h"
#include "lint/suggest.h"

/* One alternative and what is wrong by it. */
struct branch {
    struct failures failures;
    struct seen seen;
    bool dropped;
    bool outvoted; /* dropped because another one has the very const that is found */
    double cost;
};

struct branches {
    struct branch *items;
    uint32_t count;
    const struct place *place;
};

static bool is_check(const struct failure *failure, enum check_kind kind)
{
    return failure->kind == FAILURE_CHECK && failure->check->kind == kind;
}

static bool wrong_type_here(const struct failure *failure, const struct place *place)
{
    return is_check(failure, CHECK_TYPE) && failure->place->value == place->value;
}

/* `if` did not hold and leads to `else: false`: this alternative is for others. */
static bool for_others(const struct failure *failure, const struct place *place)
{
    return failure->kind == FAILURE_NEVER && failure->check &&
           failure->check->kind == CHECK_IF && failure->place->value == place->value;
}

static const struct failure *find(const struct branch *branch, const struct place *place,
                                  bool (*wanted)(const struct failure *,
                                                 const struct place *))
{
    for (const struct failure *f = branch->failures.first; f; f = f->next)
        if (wanted(f, place))
            return f;
    return NULL;
}

static uint32_t count_left(const struct branches *branches)
{
    uint32_t left = 0;

    for (uint32_t i = 0; i < branches->count; i++)
        left += !branches->items[i].dropped;
    return left;
}

/* Drops the alternatives with such a failure, unless that would leave none. */
static void drop(struct branches *branches,
                 bool (*wanted)(const struct failure *, const struct place *))
{
    uint32_t left = 0;

    for (uint32_t i = 0; i < branches->count; i++) {
        struct branch *branch = &branches->items[i];

        left += !branch->dropped && !find(branch, branches->place, wanted);
    }
    for (uint32_t i = 0; left && i < branches->count; i++) {
        struct branch *branch = &branches->items[i];

        branch->dropped |= find(branch, branches->place, wanted) != NULL;
    }
}

/* All fail by the type of the value: one failure with the types of all. */
static bool merge_types(struct explanation *x, const struct subschema *schema,
                        const struct check *check, struct branches *branches,
                        struct failures *out)
{
    unsigned types = 0;
    const struct failure *wrong = NULL;
    struct failure *merged;

    for (uint32_t i = 0; i < branches->count; i++) {
        if (branches->items[i].dropped)
            continue;
        wrong = find(&branches->items[i], branches->place, wrong_type_here);
        if (!wrong)
            return false;
        types |= wrong->types;
    }
    if (!wrong)
        return false;
    merged =
        failure_add(x, out, FAILURE_CHECK, wrong->schema, wrong->check, branches->place);
    merged->types = types;
    merged->keyword = check->keyword;
    merged->schema = schema;
    return true;
}

static bool is_choice(const struct failure *failure)
{
    return is_check(failure, CHECK_CONST) || is_check(failure, CHECK_ENUM) ||
           failure->kind == FAILURE_DISCRIMINATOR;
}

static bool rejects_choice_at(const struct branch *branch, const struct value *value)
{
    for (const struct failure *f = branch->failures.first; f; f = f->next)
        if (is_choice(f) && f->place->value == value)
            return true;
    return false;
}

static bool all_reject(const struct branches *branches, const struct value *value)
{
    for (uint32_t i = 0; i < branches->count; i++)
        if (!branches->items[i].dropped && !rejects_choice_at(&branches->items[i], value))
            return false;
    return true;
}

enum { MAX_REFERENCES = 30 };

/* Does an alternative tell by enum or const what a property may be? */
static bool names_choice(const struct subschema *schema, struct str name, int depth)
{
    for (uint32_t i = 0; schema && depth < MAX_REFERENCES && i < schema->count; i++) {
        const struct check *check = &schema->checks[i];
        const struct property *property;

        if (check->kind == CHECK_REF && names_choice(check->as.schema, name, depth + 1))
            return true;
        if (check->kind != CHECK_PROPERTIES)
            continue;
        property = properties_find(check->as.properties, name);
        for (uint32_t j = 0; property && property->schema && j < property->schema->count;
             j++)
            if (property->schema->checks[j].kind == CHECK_CONST ||
                property->schema->checks[j].kind == CHECK_ENUM)
                return true;
    }
    return false;
}

static bool outvotes(const struct branches *branches, struct subschema_list list,
                     const struct entry *entry)
{
    for (uint32_t i = 0; i < branches->count; i++)
        if (!branches->items[i].dropped && names_choice(list.items[i], entry->key, 0) &&
            !rejects_choice_at(&branches->items[i], entry->value))
            return true;
    return false;
}

/* Where a value is just what one alternative asks for, those that ask for another are
 * out, however little else is wrong by them. */
static void drop_outvoted(struct branches *branches, struct subschema_list list)
{
    const struct value *map = branches->place->value;

    for (uint32_t e = 0; map->kind == VALUE_MAP && e < map->count; e++) {
        if (!outvotes(branches, list, &map->entries[e]))
            continue;
        for (uint32_t i = 0; i < branches->count; i++) {
            struct branch *branch = &branches->items[i];

            if (branch->dropped || !rejects_choice_at(branch, map->entries[e].value))
                continue;
            branch->dropped = true;
            branch->outvoted = true;
        }
    }
}

static uint32_t count_choices(const struct failure *f)
{
    if (f->kind == FAILURE_DISCRIMINATOR)
        return (uint32_t)f->allowed.count;
    return is_check(f, CHECK_CONST) ? 1 : f->check->keyword->value->count;
}

static size_t add_choices(struct str *items, size_t count, const struct failure *f)
{
    const struct value *operand = f->check->keyword->value;

    if (f->kind == FAILURE_DISCRIMINATOR) {
        memcpy(items + count, f->allowed.items, f->allowed.count * sizeof(*items));
        return count + f->allowed.count;
    }
    if (is_check(f, CHECK_CONST)) {
        if (operand->kind == VALUE_STRING)
            items[count++] = operand->text;
        return count;
    }
    for (uint32_t i = 0; i < operand->count; i++)
        if (operand->entries[i].value->kind == VALUE_STRING)
            items[count++] = operand->entries[i].value->text;
    return count;
}

/* The choices that all alternatives left allow for one value, together. */
static struct str_list merge_choices(struct explanation *x,
                                     const struct branches *branches,
                                     const struct value *value)
{
    size_t room = 0;
    size_t count = 0;
    struct str *items = NULL;

    for (int pass = 0; pass < 2; pass++) {
        if (pass == 1)
            items = arena_array(x->arena, room, sizeof(*items));
        for (uint32_t i = 0; i < branches->count; i++) {
            const struct failure *f = branches->items[i].failures.first;

            for (; !branches->items[i].dropped && f; f = f->next) {
                if (!is_choice(f) || f->place->value != value)
                    continue;
                if (pass == 0)
                    room += count_choices(f);
                else
                    count = add_choices(items, count, f);
            }
        }
    }
    return (struct str_list){items, count};
}

/* All reject the same value by const or enum: it is what tells them apart. */
static bool merge_discriminator(struct explanation *x, struct branches *branches,
                                struct failures *out)
{
    const struct branch *first = NULL;

    for (uint32_t i = 0; i < branches->count && !first; i++)
        if (!branches->items[i].dropped)
            first = &branches->items[i];
    if (!first || count_left(branches) < 2)
        return false;
    for (const struct failure *f = first->failures.first; f; f = f->next) {
        struct failure *merged;

        if (!is_choice(f) || f->place->value->kind >= VALUE_LIST ||
            !all_reject(branches, f->place->value))
            continue;
        merged =
            failure_add(x, out, FAILURE_DISCRIMINATOR, f->schema, f->check, f->place);
        merged->allowed = merge_choices(x, branches, f->place->value);
        return true;
    }
    return false;
}

/* Somebody who meant an alternative hardly gets the type wrong. */
enum { COST_OF_TYPE = 100 };

static bool is_container(const struct value *value)
{
    return value->kind == VALUE_MAP || value->kind == VALUE_LIST;
}

/* A map or list where every choice is a scalar: no nearer than a wrong type. */
static bool wrong_kind_of_choice(const struct failure *failure)
{
    const struct value *operand = failure->check ? failure->check->keyword->value : NULL;

    if (!is_container(failure->place->value) || !operand)
        return false;
    if (is_check(failure, CHECK_CONST))
        return !is_container(operand);
    for (uint32_t i = 0; i < operand->count; i++)
        if (is_container(operand->entries[i].value))
            return false;
    return true;
}

/* A near miss says that this alternative was meant all the same. */
static double choice_cost(struct explanation *x, const struct failure *failure)
{
    struct str_list choices = failure->allowed;

    if (wrong_kind_of_choice(failure))
        return COST_OF_TYPE;
    if (failure->place->value->kind != VALUE_STRING)
        return 30;
    if (is_check(failure, CHECK_ENUM))
        choices = string_choices(x->arena, failure->check->keyword->value);
    else if (is_check(failure, CHECK_CONST))
        choices = (struct str_list){&failure->check->as.constant->text, 1};
    return suggest_nearest(failure->place->value->text, choices.items, choices.count).len
               ? 8
               : 30;
}

static double cost(struct explanation *x, const struct failure *failure)
{
    if (is_choice(failure))
        return choice_cost(x, failure);
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
    if (is_check(failure, CHECK_TYPE))
        return COST_OF_TYPE;
    if (is_check(failure, CHECK_PATTERN) || is_check(failure, CHECK_FORMAT))
        return 5;
    return 2;
}

static void set_cost(struct explanation *x, struct branch *branch,
                     const struct place *place)
{
    for (const struct failure *f = branch->failures.first; f; f = f->next) {
        double weight = cost(x, f);

        /* What is wrong deep inside matters less than what is wrong on top. */
        for (uint32_t depth = place->depth; depth < f->place->depth; depth++)
            weight *= 0.7;
        branch->cost += weight;
    }
}

enum { MAX_NOTES = 3 }; /* other alternatives that are mentioned */

/* What the other alternatives would have wanted, as related places. */
static void add_notes(struct explanation *x, const struct check *check,
                      const struct branches *branches, const struct branch *best,
                      struct failure *failure)
{
    struct str own = failure_message(x->arena, failure);
    struct related **tail = &failure->related;
    int notes = 0;

    while (*tail)
        tail = &(*tail)->next;
    for (uint32_t i = 0; i < branches->count && notes < MAX_NOTES; i++) {
        const struct branch *branch = &branches->items[i];
        struct related *note;
        struct str message;
        struct str name;
        bool at_root;

        if (branch == best || (branch->dropped && !branch->outvoted) ||
            !branch->failures.first)
            continue;
        message = failure_message(x->arena, branch->failures.first);
        if (str_equal(message, own))
            continue;
        note = arena_alloc(x->arena, sizeof(*note));
        note->span = failure_span(branch->failures.first, &at_root);
        name = alternative_name(x->arena, check, i);
        note->message = arena_format(x->arena, "by alternative %.*s: %.*s", (int)name.len,
                                     name.data, (int)message.len, message.data);
        *tail = note;
        tail = &note->next;
        notes++;
    }
}

/* Each lacks one property and nothing else: one failure for all of them. */
static bool merge_missing(struct explanation *x, const struct branches *branches,
                          struct failures *out)
{
    struct str *names = arena_array(x->arena, branches->count, sizeof(*names));
    const struct failure *f = NULL;
    struct failure *merged;
    size_t count = 0;

    for (uint32_t i = 0; i < branches->count; i++) {
        if (branches->items[i].dropped)
            continue;
        f = branches->items[i].failures.first;
        if (!f || f->next || f->kind != FAILURE_MISSING || f->needed_by.len ||
            f->place->value != branches->place->value)
            return false;
        if (!count || !str_equal(names[count - 1], f->name))
            names[count++] = f->name;
    }
    if (count < 2)
        return false;
    merged = failure_add(x, out, FAILURE_MISSING, f->schema, f->check, f->place);
    merged->keyword = f->keyword;
    merged->name = names[0];
    merged->allowed = (struct str_list){names, count};
    return true;
}

/* `properties` of the test by which an alternative tells that it is for others. */
static const struct value *tested_properties(const struct subschema *alternative)
{
    for (uint32_t i = 0; i < alternative->count; i++)
        if (alternative->checks[i].kind == CHECK_IF)
            return value_get(alternative->checks[i].as.condition.test->value,
                             "properties");
    return NULL;
}

/* The value that the first alternative tests; the map itself when it is not there. */
static const struct place *tested_place(struct explanation *x,
                                        const struct subschema *alternative,
                                        const struct place *place)
{
    const struct value *properties = tested_properties(alternative);

    for (uint32_t i = 0; properties && i < place->value->count; i++)
        if (value_entry(properties, place->value->entries[i].key))
            return place_child(x, place, i);
    return place;
}

/* What all alternatives ask of that value by one keyword; none when some do not. */
static struct str_list tested_operands(struct explanation *x, struct subschema_list list,
                                       const struct place *tested, const char *keyword)
{
    struct str *items = arena_array(x->arena, list.count, sizeof(*items));

    for (uint32_t i = 0; i < list.count; i++) {
        const struct entry *entry =
            tested->entry
                ? value_entry(tested_properties(list.items[i]), tested->entry->key)
                : NULL;
        const struct value *operand = entry ? value_get(entry->value, keyword) : NULL;

        if (!operand || operand->kind != VALUE_STRING)
            return (struct str_list){NULL, 0};
        items[i] = operand->text;
    }
    return (struct str_list){items, list.count};
}

/* No alternative is for this value. */
static bool report_unclaimed(struct explanation *x, const struct subschema *schema,
                             const struct check *check, const struct branches *branches,
                             struct failures *out)
{
    struct subschema_list list = check->as.schemas;
    const struct place *tested;
    struct failure *failure;

    for (uint32_t i = 0; i < branches->count; i++)
        if (!find(&branches->items[i], branches->place, for_others))
            return false;
    tested = tested_place(x, list.items[0], branches->place);
    failure = failure_add(x, out, FAILURE_CHECK, schema, check, tested);
    failure->allowed = tested_operands(x, list, tested, "pattern");
    if (failure->allowed.count)
        return true;
    failure->allowed = tested_operands(x, list, tested, "const");
    if (failure->allowed.count)
        failure->kind = FAILURE_DISCRIMINATOR;
    return true;
}

static void take_cheapest(struct explanation *x, const struct check *check,
                          struct branches *branches, struct seen *seen,
                          struct failures *out)
{
    struct branch *best = NULL;

    for (uint32_t i = 0; i < branches->count; i++) {
        struct branch *branch = &branches->items[i];

        if (branch->dropped)
            continue;
        set_cost(x, branch, branches->place);
        if (!best || branch->cost < best->cost)
            best = branch;
    }
    if (!best)
        return;
    for (struct failure *f = best->failures.first; f; f = f->next)
        f->guessed |= count_left(branches) > 1;
    if (best->failures.first)
        add_notes(x, check, branches, best, best->failures.first);
    if (seen)
        seen_merge(seen, &best->seen);
    failures_append(out, &best->failures);
}

/* When no alternative was meant more than the others, none calls a property unknown. */
static void mark_all(struct seen *seen)
{
    for (uint32_t i = 0; seen && i < seen->count; i++)
        seen_add(seen, i);
}

void explain_closest(struct explanation *x, const struct subschema *schema,
                     const struct check *check, const struct place *place,
                     struct seen *seen, struct failures *out)
{
    struct subschema_list list = check->as.schemas;
    struct branches branches = {NULL, list.count, place};
    uint32_t before = out->count;

    branches.items = arena_array(x->arena, list.count, sizeof(*branches.items));
    for (uint32_t i = 0; i < list.count; i++) {
        seen_init(&branches.items[i].seen, place->value, x->arena);
        explain_schema(x, list.items[i], place, &branches.items[i].seen,
                       &branches.items[i].failures);
    }
    if (report_unclaimed(x, schema, check, &branches, out)) {
        mark_all(seen);
        return;
    }
    drop(&branches, for_others);
    if (merge_types(x, schema, check, &branches, out)) {
        mark_all(seen);
        return;
    }
    drop(&branches, wrong_type_here);
    drop_outvoted(&branches, list);
    if (merge_discriminator(x, &branches, out) || merge_missing(x, &branches, out)) {
        mark_all(seen);
        return;
    }
    take_cheapest(x, check, &branches, seen, out);
    if (out->count == before)
        failure_add(x, out, FAILURE_CHECK, schema, check, place);
}
