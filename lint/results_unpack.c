/* results_unpack.c - packed results, read back in the parent */

#include "lint/results.h"

#include "lint/results_wire.h"
#include "lint/rule_table.h"

static struct result_edit *unpack_edits(struct wire *wire, struct arena *arena,
                                        uint32_t *count)
{
    struct result_edit *edits;

    *count = wire_count(wire);
    edits = arena_array(arena, *count, sizeof(*edits));
    for (uint32_t i = 0; i < *count && !wire->broken; i++) {
        edits[i].start = wire_u32(wire);
        edits[i].end = wire_u32(wire);
        edits[i].text = wire_str(wire, arena);
        edits[i].from = wire_position(wire);
        edits[i].to = wire_position(wire);
    }
    return edits;
}

static struct result_related *unpack_related(struct wire *wire, struct arena *arena,
                                             uint32_t *count)
{
    struct result_related *related;

    *count = wire_count(wire);
    related = arena_array(arena, *count, sizeof(*related));
    for (uint32_t i = 0; i < *count && !wire->broken; i++) {
        related[i].start = wire_position(wire);
        related[i].end = wire_position(wire);
        related[i].message = wire_str(wire, arena);
    }
    return related;
}

static void unpack_one(struct wire *wire, const struct rule_table *rules,
                       struct arena *arena, struct result *result)
{
    uint32_t rule = wire_u32(wire);

    wire->broken |= rule >= rules->count;
    if (wire->broken)
        return;
    result->rule = rules->rules[rule];
    result->severity = (enum severity)wire_u32(wire);
    result->start = wire_position(wire);
    result->end = wire_position(wire);
    result->message = wire_str(wire, arena);
    result->fix_safe = wire_u32(wire);
    result->edits = unpack_edits(wire, arena, &result->edit_count);
    result->related = unpack_related(wire, arena, &result->related_count);
    result->excerpt_start = wire_u32(wire);
    result->excerpt = wire_str(wire, arena);
    result->line_hash_turn = wire_u32(wire);
    if (result->line_hash_turn) {
        result->line_hash = wire_u64(wire);
        result->context_hash = wire_u64(wire);
    }
}

bool results_unpack(struct str block, const struct rule_table *rules, struct arena *arena,
                    struct file_results *out)
{
    struct wire wire = {block, false};
    struct result *results;

    *out = (struct file_results){.size = wire_u32(&wire)};
    out->line_count = wire_u32(&wire);
    out->dropped = wire_u32(&wire);
    out->count = wire_count(&wire);
    results = arena_array(arena, out->count, sizeof(*results));
    for (uint32_t i = 0; i < out->count && !wire.broken; i++)
        unpack_one(&wire, rules, arena, &results[i]);
    out->results = results;
    return !wire.broken;
}
