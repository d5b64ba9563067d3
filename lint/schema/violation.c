/* violation.c - turns failures into violations */

#include <stdlib.h>

#include "lint/base/buf.h"
#include "lint/schema/explain/explain.h"
#include "lint/schema/explain/failure_set.h"
#include "lint/schema/explain/messages.h"
#include "lint/schema/explain/near_miss.h"
#include "lint/schema/vocabulary/vocabulary.h"
#include "lint/value/pointer.h"

/* In which entries an entry is looked for. */
enum search {
    SEARCH_BY_PLACE,  /* in those around its place, as if they stood in order */
    SEARCH_BY_SPAN,   /* in all that contain it: merged ones are in no order */
    SEARCH_EVERYWHERE /* an alias has what is written elsewhere */
};

static bool may_hold(const struct entry *entry, const struct entry *wanted,
                     enum search how)
{
    return how == SEARCH_EVERYWHERE || entry == wanted ||
           span_contains(entry->value->span, wanted->key_span);
}

/* The index of the last entry whose value starts before the place, or 0. */
static uint32_t entry_before(const struct value *value, uint32_t place)
{
    uint32_t low = 0;
    uint32_t high = value->count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (value->entries[middle].value->span.start <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static bool find_location(const struct value *value, const struct entry *wanted,
                          enum search how, struct buf *out)
{
    size_t before = out->len;
    uint32_t first = 0;
    uint32_t end = value->count;

    if (how == SEARCH_BY_PLACE && end) {
        first = entry_before(value, wanted->key_span.start);
        end = first + 2 < end ? first + 2 : end;
    }
    for (uint32_t i = first; i < end; i++) {
        const struct entry *entry = &value->entries[i];

        if (!may_hold(entry, wanted, how))
            continue;
        if (value->kind == VALUE_LIST)
            buf_printf(out, "/%u", (unsigned)i);
        else
            pointer_add(out, entry->key);
        if (entry == wanted || find_location(entry->value, wanted, how, out))
            return true;
        out->len = before;
    }
    return false;
}

static void add_location(const struct value *root, const struct entry *wanted,
                         struct buf *out)
{
    for (int how = SEARCH_BY_PLACE; how <= SEARCH_EVERYWHERE; how++)
        if (find_location(root, wanted, (enum search)how, out))
            return;
}

/* The JSON Pointer of a keyword, after the URI of its document when that is another
 * one. */
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
    if (f->keyword)
        add_location(resource->document->root, f->keyword, &out);
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
    failure_relate_first_item(x->arena, f);
    if (x->data)
        f->written = (struct str){x->data + f->place->value->span.start,
                                  span_length(f->place->value->span)};
    if (f->mistake.severity == SEVERITY_OFF)
        f->mistake.severity = keyword_severity(f->schema, failure_keyword(f), false);
    f->mistake.span = failure_span(f, &violation->at_root);
    f->mistake.message = failure_reworded(x, f, failure_message(x->arena, f));
    failure_edits(x, f);
    violation->mistake = f->mistake;
    violation->keyword = keyword_name(f);
    violation->schema_location = keyword_location(x->arena, schema->root, f);
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

/* Sorts the failures and drops repeated ones; returns how many remain. */
static uint32_t order(struct explanation *x, struct failures *failures,
                      struct failure **sorted)
{
    uint32_t most =
        failures->count < SCHEMA_MAX_FAILURES ? failures->count : SCHEMA_MAX_FAILURES;
    struct ordered *rows = arena_array(x->arena, most, sizeof(*rows));
    struct failure_set known;
    uint32_t count = 0;
    bool at_root;

    failure_set_init(&known, x->arena, most);
    for (struct failure *f = failures->first; f && count < most; f = f->next) {
        struct failure *kept = failure_set_find(&known, f);

        if (kept) {
            failure_merge(x->arena, kept, f);
            continue;
        }
        failure_set_add(&known, f);
        failure_relate_alias(x->arena, f);
        rows[count] = (struct ordered){f, failure_span(f, &at_root), count};
        count++;
    }
    qsort(rows, count, sizeof(*rows), by_span);
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = rows[i].failure;
    return count;
}

/* Adds the expensive patterns that are not `reported` yet. The value may be the name of a
 * property, which is in no tree: only its span is known. */
static void add_expensive(struct explanation *x, const struct schema *schema,
                          const struct expensive *reported, struct failures *failures)
{
    struct explaining at = {.explanation = x, .schema = schema->root, .out = failures};

    for (const struct expensive *known = x->evaluation.expensive; known != reported;
         known = known->next) {
        struct place *place = arena_alloc(x->arena, sizeof(*place));
        struct value *value = arena_alloc(x->arena, sizeof(*value));

        value->span = known->span;
        place->value = value;
        at.check = known->check;
        at.place = place;
        failure_add(&at, FAILURE_EXPENSIVE)->regex = known->regex;
    }
}

/* Starts again, except that expensive patterns remain known. */
static void start_over(struct evaluation *evaluation, const struct schema *schema,
                       struct arena *arena, bool assumption)
{
    struct expensive *known = evaluation->expensive;
    uint32_t count = evaluation->expensive_count;

    evaluation_init(evaluation, schema, arena);
    evaluation->expensive = known;
    evaluation->expensive_count = count;
    evaluation->assumption = assumption;
}

/* What is wrong when patterns that are too expensive are taken to match, or not to. */
static struct failures explain_assuming(struct explanation *x,
                                        const struct schema *schema,
                                        const struct place *root, bool assumption)
{
    struct failures failures = {NULL, NULL, 0};
    struct explaining at = {
        .explanation = x, .schema = schema->root, .place = root, .out = &failures};

    start_over(&x->evaluation, schema, x->arena, assumption);
    explain_schema(&at);
    return failures;
}

/* The failures in both: one that depends on the verdict of an expensive pattern is
 * dropped. */
static struct failures in_both(struct arena *arena, const struct failures *a,
                               const struct failures *b)
{
    struct failures both = {NULL, NULL, 0};
    struct failure_set others;
    struct failure *next;

    failure_set_init(&others, arena, b->count);
    for (struct failure *f = b->first; f; f = f->next)
        failure_set_add(&others, f);
    for (struct failure *f = a->first; f; f = next) {
        struct failures one = {f, f, 1};

        next = f->next;
        f->next = NULL;
        if (failure_set_find(&others, f))
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
    failures = in_both(x->arena, &failures, &otherwise);
    add_expensive(x, schema, NULL, &failures);
    return failures;
}

static struct failures exhausted(struct explanation *x, const struct schema *schema,
                                 const struct place *root)
{
    struct failures failures = {NULL, NULL, 0};
    struct explaining at = {
        .explanation = x, .schema = schema->root, .place = root, .out = &failures};

    failure_add(&at, FAILURE_EXHAUSTED);
    return failures;
}

static void advise_root(struct explanation *x, const struct schema *schema,
                        const struct environment *around, const struct place *root,
                        struct failures *failures)
{
    struct advising advising = {x, around, failures, SEVERITY_OFF};
    struct expensive *known = x->evaluation.expensive;

    start_over(&x->evaluation, schema, x->arena, true);
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
    struct failure **sorted;
    struct violation *violations;

    *count = 0;
    if (!failures->count)
        return NULL;
    sorted = arena_array(x->arena, failures->count, sizeof(*sorted));
    failures_pair(x, failures);
    *count = order(x, failures, sorted);
    violations = arena_array(x->arena, *count, sizeof(*violations));
    for (uint32_t i = 0; i < *count; i++)
        fill(x, schema, sorted[i], &violations[i]);
    return violations;
}

static struct failures find_failures(struct explanation *x, const struct schema *schema,
                                     const struct value_tree *instance,
                                     const struct place *root)
{
    struct failures failures = {NULL, NULL, 0};

    x->syntax = instance->syntax;
    x->tried = 0;
    x->evaluation.exhausted = false;
    x->evaluation.expensive = NULL;
    x->evaluation.expensive_count = 0;
    if (schema_valid(schema, instance, x->arena))
        return failures;
    failures = explain_all(x, schema, root);
    if (x->evaluation.exhausted || !failures.count)
        failures = exhausted(x, schema, root);
    return failures;
}

const struct violation *schema_review(const struct schema *schema,
                                      const struct value_tree *instance, const char *data,
                                      const struct environment *around,
                                      struct arena *arena, uint32_t *count)
{
    struct explanation x = {.arena = arena, .data = data};
    struct place root = {.value = instance_root(instance), .called = "the front matter"};
    struct failures failures = find_failures(&x, schema, instance, &root);

    if (around && schema->advises && !x.evaluation.exhausted &&
        (instance->root || !instance->problem_count))
        advise_root(&x, schema, around, &root, &failures);
    return to_violations(&x, schema, &failures, count);
}

const struct violation *schema_explain_next(struct explanation *x,
                                            const struct schema *schema,
                                            const struct value_tree *instance,
                                            uint32_t *count)
{
    struct place root = {.value = instance_root(instance)};
    struct failures failures = find_failures(x, schema, instance, &root);

    return to_violations(x, schema, &failures, count);
}

const struct violation *schema_explain(const struct schema *schema,
                                       const struct value_tree *instance,
                                       const char *data, struct arena *arena,
                                       uint32_t *count)
{
    struct explanation x = {.arena = arena, .data = data};

    return schema_explain_next(&x, schema, instance, count);
}

bool schema_advises(const struct schema *schema)
{
    return schema->advises;
}
