/* results_pack.c - diagnostics of one file, resolved to places and packed */

#include "lint/results.h"

#include <stdlib.h>

#include "lint/fingerprint.h"
#include "lint/locator.h"
#include "lint/results_wire.h"
#include "lint/rule_table.h"

static int compare_messages(const struct diagnostic *a, const struct diagnostic *b)
{
    if (a->rule != b->rule)
        return strcmp(a->rule->code, b->rule->code);
    return str_compare(a->message, b->message);
}

static int compare(const void *a, const void *b)
{
    const struct diagnostic *x = a;
    const struct diagnostic *y = b;

    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end < y->span.end ? -1 : 1;
    return compare_messages(x, y);
}

/* Sorted, so that the same ones stand side by side; returns how many are left. */
static uint32_t drop_repeated(struct diagnostic *diagnostics, uint32_t count)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++)
        if (!kept || compare(&diagnostics[kept - 1], &diagnostics[i]) != 0)
            diagnostics[kept++] = diagnostics[i];
    return kept;
}

/* What is needed while the diagnostics of one file are written. */
struct packer {
    struct buf *out;
    const struct rule_table *rules;
    const struct source *source;
    unsigned want;
    struct locator starts; /* apart from ends, so that both only move forward */
    struct locator ends;
    const struct fingerprint *lines; /* NULL when not wanted */
};

static uint32_t rule_index(const struct rule_table *rules, const struct rule *rule)
{
    uint32_t i = 0;

    while (rules->rules[i] != rule)
        i++;
    return i;
}

static void pack_edits(struct packer *packer, const struct diagnostic *diagnostic)
{
    wire_add_u32(packer->out, diagnostic->edit_count);
    for (uint32_t i = 0; i < diagnostic->edit_count; i++) {
        const struct edit *edit = &diagnostic->edits[i];

        wire_add_u32(packer->out, edit->span.start);
        wire_add_u32(packer->out, edit->span.end);
        wire_add_str(packer->out, edit->text);
        wire_add_position(packer->out, locator_find(&packer->starts, edit->span.start));
        wire_add_position(packer->out, locator_find(&packer->starts, edit->span.end));
    }
}

static void pack_related(struct packer *packer, const struct diagnostic *diagnostic)
{
    uint32_t count = 0;

    for (const struct related *r = diagnostic->related; r; r = r->next)
        count++;
    wire_add_u32(packer->out, count);
    for (const struct related *r = diagnostic->related; r; r = r->next) {
        wire_add_position(packer->out, source_position(packer->source, r->span.start));
        wire_add_position(packer->out, source_position(packer->source, r->span.end));
        wire_add_str(packer->out, r->message);
    }
}

/* Moves a cut back to the start of a UTF-8 sequence. */
static uint32_t sequence_start(const struct source *source, uint32_t at, uint32_t least)
{
    while (at > least && ((unsigned char)source->data[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* The lines of the range; of a long line, a window that begins shortly before it. */
static struct span excerpt_of(const struct source *source, struct span range)
{
    uint32_t first = source_line(source, range.start);
    uint32_t last = source_line(source, range.end);
    struct span lines = {source->lines[first].start, 0};

    if (last >= first + EXCERPT_MAX_LINES)
        last = first + EXCERPT_MAX_LINES - 1;
    lines.end = source->lines[last].end;
    if (range.start > lines.start + EXCERPT_MAX_BYTES / 4)
        lines.start =
            sequence_start(source, range.start - EXCERPT_MAX_BYTES / 4, lines.start);
    if (lines.end - lines.start > EXCERPT_MAX_BYTES)
        lines.end = sequence_start(source, lines.start + EXCERPT_MAX_BYTES, lines.start);
    return lines;
}

static void pack_excerpt(struct packer *packer, struct span range)
{
    struct span excerpt = {0, 0};

    if (packer->want & WANT_EXCERPT)
        excerpt = excerpt_of(packer->source, range);
    wire_add_u32(packer->out, excerpt.start);
    wire_add_str(packer->out, source_text(packer->source, excerpt));
}

/* Of the line where the finding starts; a turn of 0 says that none was wanted. */
static void pack_fingerprints(struct packer *packer, const struct diagnostic *diagnostic)
{
    struct span span;
    uint32_t line;

    if (!packer->lines) {
        wire_add_u32(packer->out, 0);
        return;
    }
    line = source_line(packer->source, diagnostic->span.start);
    span = source_line_span(packer->source, line);
    wire_add_u32(packer->out, packer->lines[line].turn);
    wire_add_u64(packer->out, packer->lines[line].hash);
    wire_add_u64(packer->out,
                 fingerprint_context(diagnostic->rule->code, diagnostic->message,
                                     source_text(packer->source, span)));
}

static void pack_one(struct packer *packer, const struct diagnostic *diagnostic)
{
    struct buf *out = packer->out;

    wire_add_u32(out, rule_index(packer->rules, diagnostic->rule));
    wire_add_u32(out, diagnostic->severity);
    wire_add_position(out, locator_find(&packer->starts, diagnostic->span.start));
    wire_add_position(out, locator_find(&packer->ends, diagnostic->span.end));
    wire_add_str(out, diagnostic->message);
    wire_add_u32(out, diagnostic->fix_safe);
    pack_edits(packer, diagnostic);
    pack_related(packer, diagnostic);
    pack_excerpt(packer, diagnostic->span);
    pack_fingerprints(packer, diagnostic);
}

void results_pack(struct buf *out, const struct rule_table *rules,
                  const struct source *source, struct diagnostic *diagnostics,
                  uint32_t count, unsigned want)
{
    struct packer packer = {.out = out, .rules = rules, .source = source, .want = want};
    struct fingerprint *lines = NULL;
    uint32_t dropped = 0;

    locator_init(&packer.starts, source);
    locator_init(&packer.ends, source);
    if (count)
        qsort(diagnostics, count, sizeof(*diagnostics), compare);
    count = drop_repeated(diagnostics, count);
    if (count > RESULTS_MAX_PER_FILE) {
        dropped = count - RESULTS_MAX_PER_FILE;
        count = RESULTS_MAX_PER_FILE;
    }
    wire_add_u32(out, source->size);
    wire_add_u32(out, source->line_count);
    wire_add_u32(out, dropped);
    wire_add_u32(out, count);
    if (count && (want & WANT_FINGERPRINT))
        packer.lines = lines = fingerprint_lines(source);
    for (uint32_t i = 0; i < count; i++)
        pack_one(&packer, &diagnostics[i]);
    free(lines);
}
