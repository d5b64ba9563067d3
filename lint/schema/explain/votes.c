/* votes.c - the entries of a map that speak for one of its alternatives */

#include "lint/schema/compiled/applied.h"
#include "lint/schema/explain/branches.h"
#include "lint/schema/explain/near_miss.h"

/* What the schema of an alternative says about an entry, as bits. */
enum mark {
    MARK_NAMED = 1 << 0,    /* it is among its properties */
    MARK_REQUIRED = 1 << 1, /* it must be there */
    MARK_FITS = 1 << 2,     /* its value is one that const or enum allows */
    MARK_CONST = 1 << 3,    /* the only one */
    MARK_REFUSED = 1 << 4,  /* its value is none that const or enum allows */
};

/* One schema that is asked about a map; what it says is added to the marks. */
struct asking {
    struct explanation *explanation;
    const struct value *map;
    unsigned char *marks; /* by entry */
};

static void ask(const struct asking *a, const struct subschema *schema);

/* What const and enum say about a value: FITS, CONST, REFUSED. Several must all fit. */
static unsigned choice_marks(struct explanation *x, const struct subschema *schema,
                             const struct value *value);

/* Of several alternatives one must fit. */
static unsigned alternative_marks(struct explanation *x, const struct check *check,
                                  const struct value *value)
{
    struct applied applied = {0};
    unsigned all = 0;

    while (applied_next(check, APPLIED_ALTERNATIVE, &applied)) {
        unsigned marks = choice_marks(x, applied.schema, value);

        /* One that says nothing allows everything. */
        if (!marks)
            return 0;
        all |= marks;
    }
    return all & MARK_FITS ? all & ~(unsigned)MARK_REFUSED : all;
}

static unsigned check_marks(struct explanation *x, const struct check *check,
                            const struct value *value)
{
    struct applied applied = {0};
    unsigned marks = alternative_marks(x, check, value);
    bool single = check->kind == CHECK_CONST ||
                  (check->kind == CHECK_ENUM && check->as.set.list->count == 1);

    if (single || check->kind == CHECK_ENUM)
        return !evaluate_check(&x->evaluation, check, value, NULL) ? MARK_REFUSED
               : single ? MARK_FITS | MARK_CONST
                        : MARK_FITS;
    while (
        applied_next(check, APPLIED_REFERENCE | APPLIED_DYNAMIC | APPLIED_ALL, &applied))
        marks |= choice_marks(x, applied.schema, value);
    return marks;
}

static unsigned choice_marks(struct explanation *x, const struct subschema *schema,
                             const struct value *value)
{
    unsigned marks = 0;

    if (!evaluation_enter(&x->evaluation, schema))
        return 0;
    for (uint32_t i = 0; i < schema->count; i++)
        marks |= check_marks(x, &schema->checks[i], value);
    evaluation_leave(&x->evaluation);
    return marks & MARK_REFUSED ? MARK_REFUSED : marks;
}

static void ask_properties(const struct asking *a, const struct properties *properties)
{
    for (uint32_t i = 0; i < a->map->count; i++) {
        const struct entry *entry = &a->map->entries[i];
        const struct property *property = properties_find(properties, entry->key);

        if (!property)
            continue;
        if (property->required)
            a->marks[i] |= MARK_REQUIRED;
        if (property->schema && !property->schema->never)
            a->marks[i] |=
                MARK_NAMED | (unsigned char)choice_marks(a->explanation, property->schema,
                                                         entry->value);
    }
}

static void ask_required(const struct asking *a, const struct value *names)
{
    for (uint32_t i = 0; i < names->count; i++) {
        const struct entry *entry = value_entry(a->map, names->entries[i].value->text);

        if (entry)
            a->marks[entry - a->map->entries] |= MARK_REQUIRED;
    }
}

/* What one of several alternatives inside says, together. */
static void ask_alternatives(const struct asking *a, const struct check *check)
{
    struct applied applied = {0};
    struct asking inner = *a;
    struct arena *arena = a->explanation->arena;
    unsigned char *all = arena_array(arena, a->map->count, 1);
    bool any = false;

    while (applied_next(check, APPLIED_ALTERNATIVE, &applied)) {
        any = true;
        inner.marks = arena_array(arena, a->map->count, 1);
        ask(&inner, applied.schema);
        for (uint32_t i = 0; i < a->map->count; i++)
            all[i] |= inner.marks[i] & MARK_REFUSED ? inner.marks[i] & ~MARK_FITS
                                                    : inner.marks[i];
    }
    for (uint32_t i = 0; any && i < a->map->count; i++)
        a->marks[i] |= all[i] & MARK_FITS ? all[i] & ~MARK_REFUSED : all[i];
}

static void ask_check(const struct asking *a, const struct check *check)
{
    struct applied applied = {0};

    if (check->kind == CHECK_PROPERTIES)
        ask_properties(a, check->as.properties);
    if (check->kind == CHECK_REQUIRED)
        ask_required(a, check->keyword->value);
    if (check->kind == CHECK_ANY_OF || check->kind == CHECK_ONE_OF)
        ask_alternatives(a, check);
    while (
        applied_next(check, APPLIED_REFERENCE | APPLIED_DYNAMIC | APPLIED_ALL, &applied))
        ask(a, applied.schema);
}

static void ask(const struct asking *a, const struct subschema *schema)
{
    if (!evaluation_enter(&a->explanation->evaluation, schema))
        return;
    for (uint32_t i = 0; i < schema->count; i++)
        ask_check(a, &schema->checks[i]);
    evaluation_leave(&a->explanation->evaluation);
}

void branches_ask(struct explanation *x, struct branches *branches,
                  struct subschema_list list)
{
    const struct value *map = branches->place->value;
    struct asking asking = {x, map, NULL};

    if (map->kind != VALUE_MAP)
        return;
    branches->common = arena_array(x->arena, map->count, 1);
    for (uint32_t i = 0; i < branches->count; i++) {
        asking.marks = arena_array(x->arena, map->count, 1);
        branches->items[i].marks = asking.marks;
        if (!branches->items[i].dropped)
            ask(&asking, list.items[i]);
    }
}

static bool fits(unsigned marks)
{
    return marks & MARK_FITS && !(marks & MARK_REFUSED);
}

/* What the alternatives that are left say about an entry together: NAMED and REQUIRED by
 * all of them; FITS and REFUSED by some. */
static unsigned common_marks(const struct branches *branches, uint32_t entry)
{
    unsigned all = MARK_NAMED | MARK_REQUIRED;
    unsigned some = 0;

    for (uint32_t i = 0; i < branches->count; i++) {
        unsigned marks = branches->items[i].marks[entry];

        if (branches->items[i].dropped)
            continue;
        all &= marks;
        some |= fits(marks) ? MARK_FITS : marks & MARK_REFUSED;
    }
    return all | some;
}

static void find_common(struct branches *branches)
{
    for (uint32_t e = 0; e < branches->place->value->count; e++)
        branches->common[e] = (unsigned char)common_marks(branches, e);
}

/* Does some alternative allow the value by const or enum, and another one not? */
static bool distinguishes(const struct branches *branches, uint32_t entry)
{
    return branches->common[entry] & MARK_FITS && branches->common[entry] & MARK_REFUSED;
}

/* A constant says more than an enum, which may be an option that several have. */
static uint32_t choice_votes(const struct branches *branches, const struct branch *branch)
{
    uint32_t votes = 0;

    for (uint32_t e = 0; e < branches->place->value->count; e++)
        if (fits(branch->marks[e]) && distinguishes(branches, e))
            votes += branch->marks[e] & MARK_CONST ? 4 : 1;
    return votes;
}

/* The keys that the alternative does not have: one of them may be misspelt. */
static struct str_list unnamed_keys(struct explanation *x,
                                    const struct branches *branches,
                                    const struct branch *branch)
{
    const struct value *map = branches->place->value;
    struct str *keys = arena_array(x->arena, map->count, sizeof(*keys));
    struct str_list list = {keys, 0};

    for (uint32_t e = 0; e < map->count; e++)
        if (!(branch->marks[e] & (MARK_NAMED | MARK_REQUIRED)))
            keys[list.count++] = map->entries[e].key;
    return list;
}

bool branch_is_there(const struct branches *branches, const struct branch *branch)
{
    const struct value *map = branches->place->value;

    for (uint32_t e = 0; map->kind == VALUE_MAP && e < map->count; e++)
        if (branch->marks[e] & MARK_REQUIRED && !(branches->common[e] & MARK_REQUIRED))
            return true;
    return false;
}

/* How many entries are required by the alternative, but not by all, or nearly so: what it
 * misses is there under a name that is near. */
static uint32_t presence_votes(struct explanation *x, const struct branches *branches,
                               const struct branch *branch)
{
    const struct value *map = branches->place->value;
    struct str_list keys = unnamed_keys(x, branches, branch);
    uint32_t votes = 0;

    for (uint32_t e = 0; e < map->count; e++)
        votes +=
            branch->marks[e] & MARK_REQUIRED && !(branches->common[e] & MARK_REQUIRED);
    for (const struct failure *f = branch->failures.first; f; f = f->next)
        votes += f->kind == FAILURE_MISSING && f->place->value == map &&
                 nearest_choice(x, f->name, keys).len > 0;
    return votes;
}

/* Drops the alternatives with fewer votes than the best that also have such a reason. */
static void drop_outvoted(struct branches *branches,
                          bool has_reason(const struct branches *, const struct branch *))
{
    uint32_t most = 0;

    for (uint32_t i = 0; i < branches->count; i++)
        if (!branches->items[i].dropped && branches->items[i].votes > most)
            most = branches->items[i].votes;
    for (uint32_t i = 0; i < branches->count; i++) {
        struct branch *branch = &branches->items[i];

        branch->outvoted |=
            !branch->dropped && branch->votes < most && has_reason(branches, branch);
    }
    for (uint32_t i = 0; i < branches->count; i++)
        branches->items[i].dropped |= branches->items[i].outvoted;
}

static bool refuses_choice(const struct branches *branches, const struct branch *branch)
{
    for (uint32_t e = 0; e < branches->place->value->count; e++)
        if (branch->marks[e] & MARK_REFUSED && distinguishes(branches, e))
            return true;
    return false;
}

void branches_outvote(struct branches *branches)
{
    if (branches->place->value->kind != VALUE_MAP)
        return;
    find_common(branches);
    for (uint32_t i = 0; i < branches->count; i++)
        if (!branches->items[i].dropped)
            branches->items[i].votes = choice_votes(branches, &branches->items[i]);
    drop_outvoted(branches, refuses_choice);
}

/* Does it miss something, and is nothing there that only it requires? */
static bool is_absent(const struct branches *branches, const struct branch *branch)
{
    if (branch->votes)
        return false;
    for (const struct failure *f = branch->failures.first; f; f = f->next)
        if (f->kind == FAILURE_MISSING && f->place->value == branches->place->value)
            return true;
    return false;
}

void branches_drop_absent(struct explanation *x, struct branches *branches)
{
    uint32_t left;

    if (branches->place->value->kind != VALUE_MAP)
        return;
    find_common(branches);
    for (uint32_t i = 0; i < branches->count; i++)
        if (!branches->items[i].dropped)
            branches->items[i].votes = presence_votes(x, branches, &branches->items[i]);
    left = branches_left(branches);
    drop_outvoted(branches, is_absent);
    branches->guessed = branches_left(branches) < left;
    find_common(branches);
}

double branch_support(const struct branches *branches, const struct branch *branch)
{
    const struct value *map = branches->place->value;
    double support = 12 * branch->votes;

    for (uint32_t e = 0; map->kind == VALUE_MAP && e < map->count; e++)
        if (branch->marks[e] & MARK_NAMED && !(branches->common[e] & MARK_NAMED))
            support += 8;
    return support;
}
