/* pack.c - diagnostics of one file, resolved to places and packed */

#include "lint/results/results.h"

#include <stdlib.h>

#include "lint/base/memory.h"
#include "lint/results/fingerprint.h"
#include "lint/results/wire.h"
#include "lint/rule/table.h"
#include "lint/source/places.h"

/* A diagnostic in its place. */
struct ordered {
    const struct diagnostic *diagnostic;
    struct span span; /* the diagnostic's, at hand for sorting */
    uint32_t rule;    /* index in the table */
};

/* What is needed while the diagnostics of one file are written. */
struct packer {
    struct buf *out;
    const struct rule_table *rules;
    const struct source *source;
    unsigned want;
    struct ordered *entries;
    uint32_t count;
    struct places places;
    struct line_fingerprint *fingerprints; /* by line; NULL unless wanted */
    uint32_t hashed_line; /* the line that line_text is the hash of; 0: none yet */
    uint64_t line_text;
    struct span excerpt; /* the last one written */
    size_t excerpt_bytes;
};

/* Messages of equal length are common, equal ones are not: the order is by bytes. */
static int compare_alike(const struct ordered *a, const struct ordered *b)
{
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    return str_compare(a->diagnostic->message, b->diagnostic->message);
}

static int compare_what(const struct ordered *a, const struct ordered *b)
{
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end < b->span.end ? -1 : 1;
    return compare_alike(a, b);
}

/* Of equal ones the first reported comes first, and is the one that is kept. */
static int compare_entries(const void *a, const void *b)
{
    const struct ordered *x = a;
    const struct ordered *y = b;
    int order = compare_what(x, y);

    if (order)
        return order;
    return (x->diagnostic > y->diagnostic) - (x->diagnostic < y->diagnostic);
}

/* Fills the entries, sorted, each once. */
static void sort_entries(struct packer *packer, const struct diagnostic *diagnostics,
                         uint32_t count)
{
    struct ordered *entries = memory_alloc(count * sizeof(*entries));
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++)
        entries[i] =
            (struct ordered){&diagnostics[i], diagnostics[i].span, diagnostics[i].rule};
    qsort(entries, count, sizeof(*entries), compare_entries);
    for (uint32_t i = 0; i < count; i++)
        if (!kept || compare_what(&entries[kept - 1], &entries[i]) != 0)
            entries[kept++] = entries[i];
    packer->entries = entries;
    packer->count = kept;
}

/* Too many: the last ones go, and *notice, which says so, comes first. */
static uint32_t drop_last(struct packer *packer, struct diagnostic *notice)
{
    const struct rule *rule = rule_table_role(packer->rules, ROLE_TOO_MANY);
    uint32_t kept = RESULTS_MAX_PER_FILE - (rule != NULL);
    uint32_t dropped = packer->count - kept;

    packer->count = RESULTS_MAX_PER_FILE;
    if (rule) {
        notice->rule = rule_table_index(packer->rules, rule);
        memmove(packer->entries + 1, packer->entries, kept * sizeof(*packer->entries));
        packer->entries[0] = (struct ordered){notice, notice->span, notice->rule};
        notice->severity = rule->severity;
    }
    return dropped;
}

static void collect_places(struct packer *packer, const struct diagnostic *diagnostic)
{
    struct places *places = &packer->places;

    places_add(places, diagnostic->span.start);
    places_add(places, diagnostic->span.end);
    for (const struct related *r = diagnostic->related; r; r = r->next) {
        places_add(places, r->span.start);
        places_add(places, r->span.end);
    }
    if (!(packer->want & WANT_EDIT_PLACES))
        return;
    for (uint32_t i = 0; i < diagnostic->edit_count; i++) {
        places_add(places, diagnostic->edits[i].span.start);
        places_add(places, diagnostic->edits[i].span.end);
    }
}

static void pack_place(struct packer *packer, uint32_t offset)
{
    wire_add_position(packer->out, places_find(&packer->places, offset));
}

static void pack_edits(struct packer *packer, const struct diagnostic *diagnostic)
{
    wire_add_u32(packer->out, diagnostic->edit_count);
    for (uint32_t i = 0; i < diagnostic->edit_count; i++) {
        const struct edit *edit = &diagnostic->edits[i];

        wire_add_u32(packer->out, edit->span.start);
        wire_add_u32(packer->out, edit->span.end);
        wire_add_str(packer->out, edit->text);
        if (packer->want & WANT_EDIT_PLACES) {
            pack_place(packer, edit->span.start);
            pack_place(packer, edit->span.end);
        }
    }
}

static void pack_related(struct packer *packer, const struct diagnostic *diagnostic)
{
    uint32_t count = 0;

    for (const struct related *r = diagnostic->related; r; r = r->next)
        count++;
    wire_add_u32(packer->out, count);
    for (const struct related *r = diagnostic->related; r; r = r->next) {
        pack_place(packer, r->span.start);
        pack_place(packer, r->span.end);
        wire_add_str(packer->out, r->message);
    }
}

/* Many findings on one line have the same excerpt: it is written once. */
static void pack_excerpt(struct packer *packer, const struct diagnostic *diagnostic)
{
    struct position start = places_find(&packer->places, diagnostic->span.start);
    struct position end = places_find(&packer->places, diagnostic->span.end);
    struct span excerpt = results_excerpt(packer->source, &start, &end);
    struct span last = packer->excerpt;

    wire_add_u32(packer->out, excerpt.start);
    if (excerpt.start == last.start && excerpt.end == last.end) {
        wire_add_u32(packer->out, WIRE_SAME_EXCERPT);
        return;
    }
    if (packer->excerpt_bytes + span_length(excerpt) > EXCERPTS_MAX_BYTES)
        excerpt.end = excerpt.start;
    packer->excerpt = excerpt;
    packer->excerpt_bytes += span_length(excerpt);
    wire_add_str(packer->out, source_text(packer->source, excerpt));
}

static void pack_fingerprints(struct packer *packer, const struct diagnostic *diagnostic)
{
    uint32_t line = places_find(&packer->places, diagnostic->span.start).line;
    const struct line_fingerprint *fingerprint = &packer->fingerprints[line - 1];

    if (packer->hashed_line != line) {
        packer->hashed_line = line;
        packer->line_text = fingerprint_line_text(
            source_text(packer->source, source_line_span(packer->source, line - 1)));
    }
    wire_add_u64(packer->out, fingerprint->hash);
    wire_add_u32(packer->out, fingerprint->turn);
    wire_add_u64(packer->out, fingerprint_context(
                                  packer->line_text,
                                  str_from(packer->rules->rules[diagnostic->rule]->code),
                                  diagnostic->message));
}

static void pack_one(struct packer *packer, const struct ordered *entry)
{
    const struct diagnostic *diagnostic = entry->diagnostic;
    struct buf *out = packer->out;

    wire_add_u32(out, entry->rule);
    wire_add_u32(out, diagnostic->severity);
    pack_place(packer, diagnostic->span.start);
    pack_place(packer, diagnostic->span.end);
    wire_add_str(out, diagnostic->message);
    wire_add_u32(out, diagnostic->fix_safe);
    pack_edits(packer, diagnostic);
    pack_related(packer, diagnostic);
    if (packer->want & WANT_EXCERPT)
        pack_excerpt(packer, diagnostic);
    if (packer->want & WANT_FINGERPRINT)
        pack_fingerprints(packer, diagnostic);
}

/* What one pass over the source finds out for all diagnostics. */
static void prepare(struct packer *packer)
{
    const struct source *source = packer->source;

    for (uint32_t i = 0; i < packer->count; i++)
        collect_places(packer, packer->entries[i].diagnostic);
    places_resolve(&packer->places, source);
    if (!packer->count || !(packer->want & WANT_FINGERPRINT))
        return;
    packer->fingerprints =
        memory_alloc(source->line_count * sizeof(*packer->fingerprints));
    fingerprint_lines(source, packer->fingerprints);
}

static void pack_all(struct packer *packer, uint32_t dropped)
{
    struct buf *out = packer->out;

    wire_add_u32(out, WIRE_MAGIC);
    wire_add_u32(out, packer->want);
    wire_add_str(out, str_from(packer->source->path));
    wire_add_u32(out, packer->source->size);
    wire_add_u32(out, packer->source->line_count);
    wire_add_u32(out, dropped);
    wire_add_u32(out, packer->count);
    for (uint32_t i = 0; i < packer->count; i++)
        pack_one(packer, &packer->entries[i]);
}

void results_pack(struct buf *out, const struct rule_table *rules,
                  const struct source *source, const struct diagnostic *diagnostics,
                  uint32_t count, unsigned want)
{
    struct packer packer = {.out = out,
                            .rules = rules,
                            .source = source,
                            .want = want,
                            .places = PLACES_INIT,
                            .excerpt = {UINT32_MAX, UINT32_MAX}};
    struct diagnostic notice = {
        .span = {source->text, source->text},
        .message = STR("too many findings in this file: only the first are shown")};
    uint32_t dropped = 0;

    sort_entries(&packer, diagnostics, count);
    if (packer.count > RESULTS_MAX_PER_FILE)
        dropped = drop_last(&packer, &notice);
    prepare(&packer);
    pack_all(&packer, dropped);
    places_release(&packer.places);
    free(packer.fingerprints);
    free(packer.entries);
}
