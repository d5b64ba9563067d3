/* make.c - makes results from the diagnostics of one file */

#include "lint/results/maker.h"

#include <stdlib.h>

#include "lint/base/memory.h"
#include "lint/rule/table.h"

/* Fills the entries, sorted, each once. */
static void sort_entries(struct maker *maker, const struct diagnostic *items,
                         uint32_t count)
{
    maker->entries = memory_alloc(count * sizeof(*maker->entries));
    maker->count = order_diagnostics(items, count, maker->entries);
}

/* Too many: drops the last ones, and puts a notice, which says so, first. */
static uint32_t drop_last(struct maker *maker)
{
    struct diagnostic *notice = &maker->notice;
    const struct rule *rule = rule_table_role(maker->rules, ROLE_TOO_MANY);
    uint32_t kept = RESULTS_MAX_PER_FILE - (rule != NULL);
    uint32_t dropped = maker->count - kept;

    maker->count = RESULTS_MAX_PER_FILE;
    if (rule) {
        notice->rule = rule_table_index(maker->rules, rule);
        memmove(maker->entries + 1, maker->entries, kept * sizeof(*maker->entries));
        maker->entries[0] = order_entry(notice);
        notice->mistake.severity = rule->severity;
    }
    return dropped;
}

static struct position place(struct maker *maker, uint32_t offset)
{
    return places_find(&maker->places, offset);
}

/* Most findings end on the line on which they start, and most lines are ASCII. */
static struct position place_end(struct maker *maker, const struct position *start,
                                 uint32_t offset)
{
    const struct line *line = &maker->source->lines[start->line - 1];
    uint32_t byte = offset - line->start + 1;

    if (offset < line->start || offset > line->end || line->flags & LINE_NON_ASCII)
        return place(maker, offset);
    return (struct position){offset, start->line, byte, byte, byte};
}

static const struct edit_place *find_edits(struct maker *maker, const struct edit *edits,
                                           uint32_t count)
{
    struct edit_place *places = arena_raw(maker->arena, count * sizeof(*places));

    for (uint32_t i = 0; i < count; i++)
        places[i] = (struct edit_place){place(maker, edits[i].span.start),
                                        place(maker, edits[i].span.end)};
    return places;
}

static void add_edits(struct maker *maker, const struct mistake *mistake,
                      struct result *result)
{
    uint32_t count = mistake->edit_count;

    if (!count || count > RESULTS_MAX_EDITS - maker->edit_count)
        return;
    maker->edit_count += count;
    result->edits = mistake->edits;
    result->edit_count = count;
    if (maker->want & WANT_EDIT_PLACES)
        result->edit_places = find_edits(maker, mistake->edits, count);
}

static void add_related(struct maker *maker, const struct mistake *mistake,
                        struct result *result)
{
    struct result_related *related;
    uint32_t count = 0;

    for (const struct related *r = mistake->related; r; r = r->next)
        count++;
    if (!count || count > RESULTS_MAX_RELATED - maker->related_count)
        return;
    maker->related_count += count;
    related = arena_array(maker->arena, count, sizeof(*related));
    result->related = related;
    result->related_count = count;
    for (const struct related *r = mistake->related; r; r = r->next)
        *related++ = (struct result_related){place(maker, r->span.start),
                                             place(maker, r->span.end), r->message};
}

/* Many findings on one line have the same excerpt: it counts once. */
static void add_excerpt(struct maker *maker, struct result *result)
{
    struct span excerpt = results_excerpt(maker->source, &result->start, &result->end);
    struct span last = maker->excerpt;

    if (excerpt.start != last.start || excerpt.end != last.end) {
        if (maker->excerpt_bytes + span_length(excerpt) > EXCERPTS_MAX_BYTES)
            excerpt.end = excerpt.start;
        maker->excerpt_bytes += span_length(excerpt);
        maker->excerpt = excerpt;
    }
    result->excerpt_start = excerpt.start;
    result->excerpt = source_text(maker->source, excerpt);
}

/* Like excerpts: the same for neighbours, and within a limit. */
static void add_context(struct maker *maker, struct result *result)
{
    struct result_context context =
        results_context(maker->source, &result->start, &result->end);
    struct str last = maker->context;

    if (context.text.data != last.data || context.text.len != last.len) {
        if (maker->context_bytes + context.text.len > EXCERPTS_MAX_BYTES)
            context.text.len = 0;
        maker->context_bytes += context.text.len;
        maker->context = context.text;
    }
    result->context = context;
}

static void hash_line(struct maker *maker, uint32_t line)
{
    if (maker->hashed_line != line) {
        maker->hashed_line = line;
        maker->line_text = fingerprint_line_text(
            source_text(maker->source, source_line_span(maker->source, line - 1)));
    }
}

static void add_fingerprints(struct maker *maker, struct result *result)
{
    const struct line_fingerprint *fingerprint =
        &maker->fingerprints[result->start.line - 1];

    hash_line(maker, result->start.line);
    result->line_hash = fingerprint->hash;
    result->line_hash_turn = fingerprint->turn;
    result->context_hash = fingerprint_context(
        maker->line_text, str_from(result->rule->code), result->message);
}

static void add_known(struct maker *maker, struct result *result)
{
    hash_line(maker, result->start.line);
    result->known_hash =
        fingerprint_known(maker->line_text, str_from(result->rule->code), result->message,
                          result->start.line <= maker->front_matter_lines);
}

static void add_wanted(struct maker *maker, struct result *result)
{
    if (maker->want & WANT_EXCERPT)
        add_excerpt(maker, result);
    if (maker->want & WANT_CONTEXT)
        add_context(maker, result);
    if (maker->want & WANT_FINGERPRINT)
        add_fingerprints(maker, result);
    if (maker->want & WANT_BASELINE)
        add_known(maker, result);
}

void maker_make(struct maker *maker, uint32_t index, struct result *result)
{
    const struct diagnostic *diagnostic = maker->entries[index].diagnostic;
    const struct mistake *mistake = &diagnostic->mistake;

    if (diagnostic->rule >= maker->rules->count)
        bug("a diagnostic of a rule that is not in the table");
    result->rule = maker->rules->rules[diagnostic->rule];
    result->rule_index = diagnostic->rule;
    result->severity = mistake->severity;
    result->start = place(maker, mistake->span.start);
    result->end = place_end(maker, &result->start, mistake->span.end);
    result->message = mistake->message;
    result_clear_rest(result);
    result->fix_safe = mistake->fix_safe;
    result->tag = mistake->tag;
    add_edits(maker, mistake, result);
    add_related(maker, mistake, result);
    if (maker->want)
        add_wanted(maker, result);
}

static void prepare_fingerprints(struct maker *maker, uint32_t count)
{
    const struct source *source = maker->source;

    if (!count || !(maker->want & WANT_FINGERPRINT))
        return;
    maker->fingerprints = memory_alloc(source->line_count * sizeof(*maker->fingerprints));
    fingerprint_lines(source, maker->fingerprints);
}

struct file_results maker_begin(struct maker *maker, struct diagnostics found,
                                const struct source *source,
                                const struct rule_table *rules, unsigned want,
                                struct arena *arena)
{
    struct file_results made = {.path = str_from(source->path),
                                .size = source->size,
                                .line_count = source->line_count,
                                .ignored_comments = found.ignored_comments};

    *maker = (struct maker){.rules = rules,
                            .source = source,
                            .want = want,
                            .arena = arena,
                            .found = found,
                            .places = places_of(source, arena),
                            .excerpt = {UINT32_MAX, UINT32_MAX}};
    maker->notice.mistake = (struct mistake){
        .span = {source->text, source->text},
        .message = STR("too many findings in this file: only the first are shown")};
    if (found.front_matter_end)
        made.front_matter_lines = place(maker, found.front_matter_end).line;
    maker->front_matter_lines = made.front_matter_lines;
    if (want & WANT_BASELINE)
        made.sketch_count = fingerprint_sketch(source, made.sketch, SKETCH_MAX);
    sort_entries(maker, found.items, found.count);
    if (maker->count > RESULTS_MAX_PER_FILE)
        made.dropped = drop_last(maker);
    made.count = maker->count;
    prepare_fingerprints(maker, found.count + found.suppressed_count);
    if (want & WANT_DIGEST && (made.count || found.suppressed_count))
        sha256((struct str){source->data, source->size}, made.digest);
    return made;
}

uint32_t maker_begin_suppressed(struct maker *maker)
{
    free(maker->entries);
    sort_entries(maker, maker->found.suppressed, maker->found.suppressed_count);
    if (maker->count > RESULTS_MAX_PER_FILE)
        maker->count = RESULTS_MAX_PER_FILE;
    return maker->count;
}

struct result_suppression maker_suppression(struct maker *maker, uint32_t index)
{
    const struct diagnostics *found = &maker->found;
    const struct diagnostic *diagnostic = maker->entries[index].diagnostic;
    const struct suppressor *by = &found->suppressors[diagnostic - found->suppressed];

    return (struct result_suppression){place(maker, by->comment.start),
                                       place(maker, by->comment.end), by->reason};
}

void maker_end(struct maker *maker)
{
    free(maker->fingerprints);
    free(maker->entries);
}

static struct result *make_all(struct maker *maker)
{
    struct result *results = arena_raw(maker->arena, maker->count * sizeof(*results));

    for (uint32_t i = 0; i < maker->count; i++)
        maker_make(maker, i, &results[i]);
    return results;
}

static void make_suppressed(struct maker *maker, struct file_results *made)
{
    struct result_suppression *by;

    made->suppressed_count = maker_begin_suppressed(maker);
    made->suppressed = make_all(maker);
    by = arena_array(maker->arena, made->suppressed_count, sizeof(*by));
    for (uint32_t i = 0; i < made->suppressed_count; i++) {
        by[i] = maker_suppression(maker, i);
        made->suppressed[i].suppression = &by[i];
    }
}

struct file_results results_make(struct diagnostics found, const struct source *source,
                                 const struct rule_table *rules, unsigned want,
                                 struct arena *arena)
{
    struct maker maker;
    struct file_results made = maker_begin(&maker, found, source, rules, want, arena);

    made.results = make_all(&maker);
    if (want & WANT_SUPPRESSED)
        make_suppressed(&maker, &made);
    maker_end(&maker);
    return made;
}
