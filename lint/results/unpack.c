/* unpack.c - packed results, read back in the parent */

#include "lint/results/results.h"

#include "lint/results/wire.h"
#include "lint/rule/table.h"

/* The least bytes that one takes in a block, so that a count that makes no sense is
 * seen before memory is taken for it. */
enum { EDIT_BYTES = 12, RELATED_BYTES = 36, RESULT_BYTES = 56 };

struct unpacker {
    struct wire wire;
    const struct rule_table *rules;
    struct arena *arena;
    uint32_t want;
};

static struct result_edit *unpack_edits(struct unpacker *unpacker, uint32_t *count)
{
    struct wire *wire = &unpacker->wire;
    struct result_edit *edits;

    *count = wire_count(wire, EDIT_BYTES);
    edits = *count ? arena_array(unpacker->arena, *count, sizeof(*edits)) : NULL;
    for (uint32_t i = 0; i < *count && !wire->broken; i++) {
        edits[i].start = wire_u32(wire);
        edits[i].end = wire_u32(wire);
        edits[i].text = wire_str(wire);
        if (unpacker->want & WANT_EDIT_PLACES) {
            edits[i].from = wire_position(wire);
            edits[i].to = wire_position(wire);
        }
    }
    return edits;
}

static struct result_related *unpack_related(struct unpacker *unpacker, uint32_t *count)
{
    struct wire *wire = &unpacker->wire;
    struct result_related *related;

    *count = wire_count(wire, RELATED_BYTES);
    related = *count ? arena_array(unpacker->arena, *count, sizeof(*related)) : NULL;
    for (uint32_t i = 0; i < *count && !wire->broken; i++) {
        related[i].start = wire_position(wire);
        related[i].end = wire_position(wire);
        related[i].message = wire_str(wire);
    }
    return related;
}

/* before: the result before, NULL for the first. */
static void unpack_excerpt(struct wire *wire, struct result *result,
                           const struct result *before)
{
    uint32_t length;

    result->excerpt_start = wire_u32(wire);
    length = wire_u32(wire);
    if (length != WIRE_SAME_EXCERPT)
        result->excerpt = wire_bytes(wire, length);
    else if (before)
        result->excerpt = before->excerpt;
    else
        wire->broken = true;
}

static void unpack_one(struct unpacker *unpacker, struct result *result,
                       const struct result *before)
{
    struct wire *wire = &unpacker->wire;
    uint32_t rule = wire_u32(wire);
    uint32_t severity = wire_u32(wire);

    if (rule >= unpacker->rules->count || severity > SEVERITY_ERROR) {
        wire->broken = true;
        return;
    }
    result->rule = unpacker->rules->rules[rule];
    result->rule_index = rule;
    result->severity = (enum severity)severity;
    result->start = wire_position(wire);
    result->end = wire_position(wire);
    result->message = wire_str(wire);
    result->fix_safe = wire_u32(wire);
    result->edits = unpack_edits(unpacker, &result->edit_count);
    result->related = unpack_related(unpacker, &result->related_count);
    if (unpacker->want & WANT_EXCERPT)
        unpack_excerpt(wire, result, before);
    if (unpacker->want & WANT_FINGERPRINT) {
        result->line_hash = wire_u64(wire);
        result->line_hash_turn = wire_u32(wire);
        result->context_hash = wire_u64(wire);
    }
}

bool results_unpack(struct str block, const struct rule_table *rules, struct arena *arena,
                    struct file_results *out)
{
    struct unpacker unpacker = {{arena_str(arena, block), false}, rules, arena, 0};
    struct wire *wire = &unpacker.wire;
    struct result *results;

    *out = (struct file_results){.count = 0};
    if (wire_u32(wire) != WIRE_MAGIC)
        return false;
    unpacker.want = wire_u32(wire);
    out->path = wire_str(wire);
    out->size = wire_u32(wire);
    out->line_count = wire_u32(wire);
    out->dropped = wire_u32(wire);
    out->count = wire_count(wire, RESULT_BYTES);
    results = arena_array(arena, out->count, sizeof(*results));
    for (uint32_t i = 0; i < out->count && !wire->broken; i++)
        unpack_one(&unpacker, &results[i], i ? &results[i - 1] : NULL);
    out->results = results;
    return !wire->broken && !wire->rest.len;
}
