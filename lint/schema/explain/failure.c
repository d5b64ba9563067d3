/* failure.c - a failure: what is violated and where, before it has a message */

#include "lint/schema/explain/failure.h"

const struct place *place_child(struct explanation *x, const struct place *parent,
                                uint32_t index)
{
    struct place *place = arena_alloc(x->arena, sizeof(*place));
    const struct entry *entry = &parent->value->entries[index];

    *place = (struct place){entry->value,      entry, parent, index,
                            parent->depth + 1, false, NULL};
    return place;
}

const struct place *place_name(struct explanation *x, const struct place *parent,
                               uint32_t index)
{
    const struct entry *entry = &parent->value->entries[index];
    struct value *name = arena_alloc(x->arena, sizeof(*name));
    struct place *place = arena_alloc(x->arena, sizeof(*place));

    name->kind = VALUE_STRING;
    name->text = entry->key;
    name->span = entry->key_span;
    *place = (struct place){name, entry, parent, index, parent->depth + 1, true, NULL};
    return place;
}

void failures_append(struct failures *out, struct failures *more)
{
    if (!more->first)
        return;
    if (out->last)
        out->last->next = more->first;
    else
        out->first = more->first;
    out->last = more->last;
    out->count += more->count;
}

struct failure *failure_add(const struct explaining *x, enum failure_kind kind)
{
    struct explanation *explanation = x->explanation;
    struct failure *failure = arena_alloc(explanation->arena, sizeof(*failure));
    struct failures one = {failure, failure, 1};

    failure->kind = kind;
    failure->schema = x->schema;
    failure->check = x->check;
    failure->keyword = x->check ? x->check->keyword : NULL;
    failure->place = x->place;
    explanation->evaluation.exhausted |= ++explanation->tried > SCHEMA_MAX_TRIED_FAILURES;
    failures_append(x->out, &one);
    return failure;
}

struct failure *failure_add_for(const struct explaining *x, enum failure_kind kind,
                                const struct failure *f)
{
    struct failure *failure = failure_add(x, kind);

    failure->schema = f->schema;
    failure->check = f->check;
    failure->keyword = f->keyword;
    failure->place = f->place;
    return failure;
}

bool failure_is_check(const struct failure *failure, enum check_kind kind)
{
    return failure->kind == FAILURE_CHECK && failure->check->kind == kind;
}

/* The key of the value in its map, or the value when it has no key. */
static struct span own_span(const struct place *place)
{
    /* A value that is not written has an empty span: its key shows where it should be. */
    if (span_empty(place->value->span) && place->entry &&
        !span_empty(place->entry->key_span))
        return place->entry->key_span;
    return place->value->span;
}

static struct span map_span(const struct place *map)
{
    /* An item of a TOML array of tables has a key span as well: its header. */
    if (map->entry && !span_empty(map->entry->key_span))
        return map->entry->key_span;
    /* For an item of a list, its first key, because the whole map may be long. */
    if (map->value->count && map->value->kind == VALUE_MAP)
        return map->value->entries[0].key_span;
    return map->value->span;
}

struct span failure_span(const struct failure *f, bool *at_root)
{
    const struct place *place = f->place;
    bool keyed = place->parent && place->parent->value->kind == VALUE_MAP;

    *at_root = false;
    if (f->instead)
        return f->instead->key_span;
    if (f->kind == FAILURE_ADVICE && !span_empty(f->mistake.span))
        return f->mistake.span;
    if (f->kind == FAILURE_UNKNOWN || place->is_name)
        return place->entry->key_span;
    if (f->kind == FAILURE_ADVICE && f->about_key && keyed)
        return place->entry->key_span;
    if ((f->kind == FAILURE_NEVER || (f->kind == FAILURE_SEVERAL && f->allowed.count)) &&
        keyed)
        return place->entry->key_span;
    if (f->kind == FAILURE_MISSING && place->parent)
        return map_span(place);
    if (f->kind == FAILURE_CHECK && f->check->kind == CHECK_UNIQUE_ITEMS &&
        f->second < place->value->count)
        return place->value->entries[f->second].value->span;
    /* About the root as a whole, unless its value is of the wrong kind. */
    if (!place->parent && (f->kind == FAILURE_MISSING || f->kind == FAILURE_EXHAUSTED ||
                           place->value->kind == VALUE_MAP)) {
        *at_root = true;
        return span_make(0, 0);
    }
    return own_span(place);
}

void failure_set_edit(struct failure *failure, struct edit *edit, bool safe)
{
    if (!edit)
        return;
    failure->mistake.edits = edit;
    failure->mistake.edit_count = 1;
    failure->mistake.edit_capacity = 1;
    failure->mistake.fix_safe = safe;
}

void failure_relate_first_item(struct arena *arena, struct failure *f)
{
    const struct value *list = f->place->value;

    if (f->kind != FAILURE_CHECK || f->check->kind != CHECK_UNIQUE_ITEMS ||
        f->first >= list->count)
        return;
    mistake_add_related(&f->mistake, arena, list->entries[f->first].value->span,
                        STR("first used here"));
}

/* The same keyword, or another schema with the same message: different schemas may apply
 * where an alias is. */
static bool same_check(const struct failure *a, const struct failure *b)
{
    if (a->check == b->check)
        return true;
    if (a->kind != FAILURE_CHECK)
        return a->kind == FAILURE_MISSING;
    return a->check->kind == b->check->kind && a->types == b->types && a->keyword &&
           b->keyword && value_equal(a->keyword->value, b->keyword->value);
}

/* A name is a new value each time it is looked at. */
static bool same_place(const struct place *a, const struct place *b)
{
    if (a->is_name || b->is_name)
        return a->is_name && b->is_name && a->entry == b->entry;
    return a->value == b->value;
}

bool failure_same(const struct failure *a, const struct failure *b)
{
    return a->kind == b->kind && a->advice == b->advice &&
           same_place(a->place, b->place) && same_check(a, b) &&
           str_equal(a->name, b->name) &&
           a->mistake.span.start == b->mistake.span.start &&
           (a->kind != FAILURE_UNKNOWN || a->place->entry == b->place->entry);
}

/* The alias by which a place is reached, or NULL. */
static const struct entry *alias_of(const struct place *place)
{
    for (; place->parent; place = place->parent)
        if (place->entry && !span_empty(place->entry->alias))
            return place->entry;
    return NULL;
}

void failure_relate_alias(struct arena *arena, struct failure *f)
{
    const struct entry *alias = alias_of(f->place);

    if (alias)
        mistake_add_related(&f->mistake, arena, alias->alias, STR("used here"));
}

void failure_merge(struct arena *arena, struct failure *kept,
                   const struct failure *repeated)
{
    const struct entry *alias = alias_of(repeated->place);

    if (alias)
        mistake_add_related(&kept->mistake, arena, alias->alias, STR("also used here"));
}
