/* violation.c - from failures to what the caller sees */

#include <stdlib.h>

#include "lint/base/buf.h"
#include "lint/schema/vocabulary/vocabulary.h"

/* The key of the map that a value stands in, or the value when it has no key. */
static struct span own_span(const struct place *place)
{
    /* A value that is not written has no extent: its key shows where it should be. */
    if (span_empty(place->value->span) && place->entry &&
        !span_empty(place->entry->key_span))
        return place->entry->key_span;
    return place->value->span;
}

static struct span map_span(const struct place *map)
{
    /* An item of a TOML list has one too: its header. */
    if (map->entry && !span_empty(map->entry->key_span))
        return map->entry->key_span;
    /* An item of a list: its first key, for the whole map may be long. */
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
    if (f->kind == FAILURE_ADVICE && !span_empty(f->span))
        return f->span;
    if (f->kind == FAILURE_UNKNOWN || place->is_name)
        return place->entry->key_span;
    if (f->kind == FAILURE_ADVICE && f->advice->extension->about_key && keyed)
        return place->entry->key_span;
    if (f->kind == FAILURE_NEVER && keyed)
        return place->entry->key_span;
    if (f->kind == FAILURE_MISSING && place->parent)
        return map_span(place);
    if (f->kind == FAILURE_CHECK && f->check->kind == CHECK_UNIQUE_ITEMS &&
        f->second < place->value->count)
        return place->value->entries[f->second].value->span;
    /* The root as a whole: all but a value of the wrong kind. */
    if (!place->parent && (f->kind == FAILURE_MISSING || f->kind == FAILURE_EXHAUSTED ||
                           place->value->kind == VALUE_MAP)) {
        *at_root = true;
        return span_make(0, 0);
    }
    return own_span(place);
}

static struct related *relate(struct arena *arena, struct related **list,
                              struct span span, struct str message)
{
    struct related *related = arena_alloc(arena, sizeof(*related));

    related->span = span;
    related->message = message;
    while (*list)
        list = &(*list)->next;
    *list = related;
    return related;
}

static void relate_first_item(struct arena *arena, struct failure *f)
{
    const struct value *list = f->place->value;

    if (f->kind != FAILURE_CHECK || f->check->kind != CHECK_UNIQUE_ITEMS ||
        f->first >= list->count)
        return;
    relate(arena, &f->related, list->entries[f->first].value->span,
           STR("first used here"));
}

/* The same keyword, or what another schema says in the same words: an alias may show one
 * value where different schemas hold. */
static bool same_check(const struct failure *a, const struct failure *b)
{
    if (a->check == b->check)
        return true;
    if (a->kind != FAILURE_CHECK)
        return a->kind == FAILURE_MISSING;
    return a->check->kind == b->check->kind && a->types == b->types && a->keyword &&
           b->keyword && value_equal(a->keyword->value, b->keyword->value);
}

static bool same_failure(const struct failure *a, const struct failure *b)
{
    return a->kind == b->kind && a->advice == b->advice &&
           (a->place->value == b->place->value ||
            (a->place->is_name && a->place->entry == b->place->entry)) &&
           same_check(a, b) && str_equal(a->name, b->name) &&
           a->span.start == b->span.start &&
           (a->kind != FAILURE_UNKNOWN || a->place->entry == b->place->entry);
}

/* The alias through which a place is reached, if any. */
static const struct entry *alias_of(const struct place *place)
{
    for (; place->parent; place = place->parent)
        if (place->entry && !span_empty(place->entry->alias))
            return place->entry;
    return NULL;
}

/* A value that stands elsewhere than what is said about it: where it is used. */
static void relate_alias(struct arena *arena, struct failure *f)
{
    const struct entry *alias = alias_of(f->place);

    if (alias)
        relate(arena, &f->related, alias->alias, STR("used here"));
}

/* What an alias shows again is the same mistake: it gets one finding. */
static bool merge_repeated(struct arena *arena, struct failure **kept, uint32_t count,
                           const struct failure *f)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct entry *alias;

        if (!same_failure(kept[i], f))
            continue;
        alias = alias_of(f->place);
        if (alias)
            relate(arena, &kept[i]->related, alias->alias, STR("also used here"));
        return true;
    }
    return false;
}

/* An alias holds what stands elsewhere: then every place is looked at. */
static bool may_hold(const struct entry *entry, const struct entry *wanted,
                     bool everywhere)
{
    return everywhere || entry == wanted ||
           span_contains(entry->value->span, wanted->key_span);
}

static bool find_location(const struct value *value, const struct entry *wanted,
                          bool everywhere, struct buf *out)
{
    size_t before = out->len;

    for (uint32_t i = 0; i < value->count; i++) {
        const struct entry *entry = &value->entries[i];

        if (!may_hold(entry, wanted, everywhere))
            continue;
        if (value->kind == VALUE_LIST)
            buf_printf(out, "/%u", (unsigned)i);
        else
            buf_putc(out, '/');
        for (size_t j = 0; j < entry->key.len; j++) {
            if (entry->key.data[j] == '~' || entry->key.data[j] == '/')
                buf_puts(out, entry->key.data[j] == '~' ? "~0" : "~1");
            else
                buf_putc(out, entry->key.data[j]);
        }
        if (entry == wanted || find_location(entry->value, wanted, everywhere, out))
            return true;
        out->len = before;
    }
    return false;
}

/* JSON Pointer of a keyword; of another document with its URI in front. */
static struct str keyword_location(struct arena *arena, const struct subschema *root,
                                   const struct failure *f)
{
    const struct resource *resource = f->schema->resource;
    struct buf out = BUF_INIT;
    struct str location;

    if (resource->document != root->resource->document) {
        buf_add_str(&out, resource->document->resource->uri);
        buf_putc(&out, '#');
    }
    if (f->keyword && !find_location(resource->document->root, f->keyword, false, &out))
        find_location(resource->document->root, f->keyword, true, &out);
    location = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return location;
}

static const char *keyword_name(const struct failure *f)
{
    const struct keyword *keyword = NULL;

    if (f->kind == FAILURE_EXHAUSTED)
        return "$ref";
    if (f->kind == FAILURE_ADVICE)
        return f->advice->extension->name;
    if (f->keyword)
        keyword = keyword_find(f->keyword->key, f->schema->resource->dialect,
                               f->schema->resource->vocabularies);
    return keyword ? keyword->name : "false";
}

static void fill(struct explanation *x, const struct schema *schema, struct failure *f,
                 struct violation *violation)
{
    relate_first_item(x->arena, f);
    if (x->data)
        f->written = (struct str){x->data + f->place->value->span.start,
                                  span_length(f->place->value->span)};
    if (f->severity == SEVERITY_OFF)
        f->severity = keyword_severity(f->schema, failure_keyword(f), false);
    violation->span = failure_span(f, &violation->at_root);
    violation->keyword = keyword_name(f);
    violation->severity = f->severity;
    violation->message = failure_reworded(x, f, failure_message(x->arena, f));
    violation->schema_location = keyword_location(x->arena, schema->root, f);
    violation->related = f->related;
    failure_fix(x, f, violation);
}

struct ordered {
    struct failure *failure;
    struct span span;
    uint32_t index; /* in the order they were found */
};

static int by_span(const void *a, const void *b)
{
    const struct ordered *left = a;
    const struct ordered *right = b;

    if (left->span.start != right->span.start)
        return left->span.start < right->span.start ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

/* Takes each failure once and sorts them; returns how many are left. */
static uint32_t order(struct explanation *x, struct failures *failures,
                      struct failure **sorted)
{
    struct ordered *rows = arena_array(x->arena, failures->count, sizeof(*rows));
    uint32_t count = 0;
    bool at_root;

    for (struct failure *f = failures->first; f && count < SCHEMA_MAX_FAILURES;
         f = f->next) {
        if (merge_repeated(x->arena, sorted, count, f))
            continue;
        relate_alias(x->arena, f);
        rows[count] = (struct ordered){f, failure_span(f, &at_root), count};
        sorted[count++] = f;
    }
    qsort(rows, count, sizeof(*rows), by_span);
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = rows[i].failure;
    return count;
}

/* Those that are not `reported` yet. The value may be a property's name, which is in no
 * tree: only its span is known. */
static void add_expensive(struct explanation *x, const struct schema *schema,
                          const struct expensive *reported, struct failures *failures)
{
    for (const struct expensive *known = x->evaluation.expensive; known != reported;
         known = known->next) {
        struct place *place = arena_alloc(x->arena, sizeof(*place));
        struct value *value = arena_alloc(x->arena, sizeof(*value));

        value->span = known->span;
        place->value = value;
        failure_add(x, failures, FAILURE_EXPENSIVE, schema->root, known->check, place)
            ->regex = known->regex;
    }
}

/* What is wrong when patterns that are too expensive are taken to match, or not to. */
static struct failures explain_assuming(struct explanation *x,
                                        const struct schema *schema,
                                        const struct place *root, bool assumption)
{
    struct failures failures = {NULL, NULL, 0};
    struct expensive *known = x->evaluation.expensive;
    uint32_t count = x->evaluation.expensive_count;

    evaluation_init(&x->evaluation, schema, x->arena);
    x->evaluation.expensive = known;
    x->evaluation.expensive_count = count;
    x->evaluation.assumption = assumption;
    explain_schema(x, schema->root, root, NULL, &failures);
    return failures;
}

static bool has_failure(const struct failures *failures, const struct failure *wanted)
{
    for (const struct failure *f = failures->first; f; f = f->next)
        if (same_failure(f, wanted))
            return true;
    return false;
}

/* A failure that depends on what an expensive pattern would have said is none. */
static struct failures in_both(const struct failures *a, const struct failures *b)
{
    struct failures both = {NULL, NULL, 0};
    struct failure *next;

    for (struct failure *f = a->first; f; f = next) {
        struct failures one = {f, f, 1};

        next = f->next;
        f->next = NULL;
        if (has_failure(b, f))
            failures_append(&both, &one);
    }
    return both;
}

static struct failures explain_all(struct explanation *x, const struct schema *schema,
                                   const struct place *root)
{
    struct failures failures = explain_assuming(x, schema, root, true);
    struct failures otherwise;

    if (!x->evaluation.expensive || x->evaluation.exhausted)
        return failures;
    otherwise = explain_assuming(x, schema, root, false);
    failures = in_both(&failures, &otherwise);
    add_expensive(x, schema, NULL, &failures);
    return failures;
}

static struct failures exhausted(struct explanation *x, const struct schema *schema,
                                 const struct place *root)
{
    struct failures failures = {NULL, NULL, 0};

    failure_add(x, &failures, FAILURE_EXHAUSTED, schema->root, NULL, root);
    return failures;
}

static void advise_root(struct explanation *x, const struct schema *schema,
                        const struct surroundings *around, const struct place *root,
                        struct failures *failures)
{
    struct advising advising = {x, around, failures, SEVERITY_OFF};
    struct expensive *known = x->evaluation.expensive;
    uint32_t count = x->evaluation.expensive_count;

    evaluation_init(&x->evaluation, schema, x->arena);
    x->evaluation.expensive = known;
    x->evaluation.expensive_count = count;
    x->evaluation.assumption = true;
    advise_schema(&advising, schema->root, root);
    add_expensive(x, schema, known, failures);
    if (x->evaluation.exhausted) {
        struct failures more = exhausted(x, schema, root);

        failures_append(failures, &more);
    }
}

static const struct violation *to_violations(struct explanation *x,
                                             const struct schema *schema,
                                             struct failures *failures, uint32_t *count)
{
    struct failure **sorted = arena_array(x->arena, failures->count, sizeof(*sorted));
    struct violation *violations;

    failures_pair(x, failures);
    *count = order(x, failures, sorted);
    violations = arena_array(x->arena, *count, sizeof(*violations));
    for (uint32_t i = 0; i < *count; i++)
        fill(x, schema, sorted[i], &violations[i]);
    return violations;
}

const struct violation *schema_review(const struct schema *schema,
                                      const struct value_tree *instance, const char *data,
                                      const struct surroundings *around,
                                      struct arena *arena, uint32_t *count)
{
    struct explanation x = {.arena = arena, .data = data, .syntax = instance->syntax};
    struct place root = {.value = instance_root(instance)};
    struct failures failures = {NULL, NULL, 0};

    *count = 0;
    if (!schema_valid(schema, instance, arena)) {
        failures = explain_all(&x, schema, &root);
        if (x.evaluation.exhausted || !failures.count)
            failures = exhausted(&x, schema, &root);
    }
    if (around && schema->advises && !x.evaluation.exhausted &&
        (instance->root || !instance->problem_count))
        advise_root(&x, schema, around, &root, &failures);
    return failures.count ? to_violations(&x, schema, &failures, count) : NULL;
}

const struct violation *schema_explain(const struct schema *schema,
                                       const struct value_tree *instance,
                                       const char *data, struct arena *arena,
                                       uint32_t *count)
{
    return schema_review(schema, instance, data, NULL, arena, count);
}

bool schema_advises(const struct schema *schema)
{
    return schema->advises;
}
