/* unpack.c - reads the results of one file from bytes, none of which is trusted */

#include "lint/results/codec.h"

#include "lint/results/wire.h"
#include "lint/rule/table.h"

/* The fewest bytes of one item in a block, so that an impossible count is found before
 * memory is allocated for it. */
enum { EDIT_BYTES = 12, RELATED_BYTES = 36, RESULT_BYTES = 56, SUPPRESSION_BYTES = 44 };

/* The longest excerpt: a window and CR LF for each line. */
enum { EXCERPT_BYTES = EXCERPT_MAX_LINES * (EXCERPT_MAX_BYTES + 2) };

struct unpacker {
    struct wire wire;
    const struct codec *codec;
    struct arena *arena;
    uint32_t size; /* of the file */
    uint32_t line_count;
    uint32_t edits_left; /* that are still allowed */
    uint32_t related_left;
};

/* Every code point takes at least one byte, and one of two code units takes four. */
static struct position unpack_position(struct unpacker *unpacker)
{
    struct wire *wire = &unpacker->wire;
    struct position at = wire_position(wire);

    wire_expect(wire, at.offset <= unpacker->size);
    wire_expect(wire, at.line >= 1 && at.line <= unpacker->line_count);
    wire_expect(wire, at.column >= 1 && at.column <= at.utf16);
    wire_expect(wire, at.utf16 <= at.byte && at.byte - 1 <= at.offset);
    return at;
}

static void unpack_range(struct unpacker *unpacker, struct position *start,
                         struct position *end)
{
    *start = unpack_position(unpacker);
    *end = unpack_position(unpacker);
    wire_expect(&unpacker->wire, start->offset <= end->offset);
    wire_expect(&unpacker->wire, start->line <= end->line);
    if (start->line == end->line)
        wire_expect(&unpacker->wire, start->column <= end->column &&
                                         start->utf16 <= end->utf16 &&
                                         start->byte <= end->byte);
}

/* after: the end of the edit before. */
static struct edit unpack_edit(struct unpacker *unpacker, uint32_t after)
{
    struct wire *wire = &unpacker->wire;
    uint32_t start = wire_u32(wire);
    uint32_t end = wire_u32(wire);

    wire_expect(wire, after <= start && start <= end && end <= unpacker->size);
    return (struct edit){{start, end}, wire_str(wire)};
}

static struct edit_place unpack_edit_place(struct unpacker *unpacker, struct span span)
{
    struct edit_place place;

    unpack_range(unpacker, &place.from, &place.to);
    wire_expect(&unpacker->wire,
                place.from.offset == span.start && place.to.offset == span.end);
    return place;
}

static void unpack_edits(struct unpacker *unpacker, struct result *result)
{
    uint32_t count = wire_count(&unpacker->wire, EDIT_BYTES, unpacker->edits_left);
    struct edit_place *places = NULL;
    struct edit *edits;

    if (!count)
        return;
    edits = arena_raw(unpacker->arena, count * sizeof(*edits));
    if (unpacker->codec->want & WANT_EDIT_PLACES)
        places = arena_raw(unpacker->arena, count * sizeof(*places));
    for (uint32_t i = 0; i < count && !unpacker->wire.broken; i++) {
        edits[i] = unpack_edit(unpacker, i ? edits[i - 1].span.end : 0);
        if (places)
            places[i] = unpack_edit_place(unpacker, edits[i].span);
    }
    unpacker->edits_left -= count;
    result->edits = edits;
    result->edit_places = places;
    result->edit_count = count;
}

static void unpack_related(struct unpacker *unpacker, struct result *result)
{
    struct wire *wire = &unpacker->wire;
    uint32_t count = wire_count(wire, RELATED_BYTES, unpacker->related_left);
    struct result_related *related;

    if (!count)
        return;
    related = arena_array(unpacker->arena, count, sizeof(*related));
    for (uint32_t i = 0; i < count && !wire->broken; i++) {
        unpack_range(unpacker, &related[i].start, &related[i].end);
        related[i].message = wire_str(wire);
    }
    unpacker->related_left -= count;
    result->related = related;
    result->related_count = count;
}

/* before: those of the previous result, NULL for the first. */
static struct str unpack_lines(struct wire *wire, uint32_t limit,
                               const struct str *before)
{
    uint32_t length = wire_u32(wire);

    if (length == WIRE_SAME_LINES) {
        wire_expect(wire, before != NULL);
        return before ? *before : STR("");
    }
    wire_expect(wire, length <= limit);
    return wire_bytes(wire, length);
}

/* before: the previous result, NULL for the first. */
static void unpack_excerpt(struct unpacker *unpacker, struct result *result,
                           const struct result *before)
{
    struct wire *wire = &unpacker->wire;
    uint32_t start = wire_u32(wire);

    result->excerpt = unpack_lines(wire, EXCERPT_BYTES, before ? &before->excerpt : NULL);
    result->excerpt_start = start;
    wire_expect(wire,
                start <= unpacker->size && result->excerpt.len <= unpacker->size - start);
}

static void unpack_context(struct unpacker *unpacker, struct result *result,
                           const struct result *before)
{
    struct wire *wire = &unpacker->wire;
    struct result_context *context = &result->context;

    context->first_line = wire_u32(wire);
    context->last_line = wire_u32(wire);
    context->text =
        unpack_lines(wire, CONTEXT_MAX_BYTES, before ? &before->context.text : NULL);
    wire_expect(wire, context->text.len <= unpacker->size);
    wire_expect(wire, context->first_line >= 1 &&
                          context->first_line <= result->start.line &&
                          context->last_line >= context->first_line &&
                          context->last_line <= unpacker->line_count);
}

static void unpack_fingerprints(struct unpacker *unpacker, struct result *result)
{
    struct wire *wire = &unpacker->wire;

    result->line_hash = wire_u64(wire);
    result->line_hash_turn = wire_u32(wire);
    result->context_hash = wire_u64(wire);
    wire_expect(wire, result->line_hash_turn >= 1 &&
                          result->line_hash_turn <= unpacker->line_count);
}

/* Reads rule and severity; false when there is no such rule or severity. */
static bool unpack_what(struct unpacker *unpacker, struct result *result)
{
    const struct rule_table *rules = unpacker->codec->rules;
    uint32_t rule = wire_u32(&unpacker->wire);
    uint32_t severity = wire_u32(&unpacker->wire);

    if (rule >= rules->count || severity < SEVERITY_NOTE || severity > SEVERITY_ERROR)
        return false;
    result->rule = rules->rules[rule];
    result->rule_index = rule;
    result->severity = (enum severity)severity;
    return true;
}

static void unpack_one(struct unpacker *unpacker, struct result *result,
                       const struct result *before)
{
    unsigned want = unpacker->codec->want;

    *result = (struct result){.rule = NULL};
    if (!unpack_what(unpacker, result)) {
        unpacker->wire.broken = true;
        return;
    }
    unpack_range(unpacker, &result->start, &result->end);
    result->message = wire_str(&unpacker->wire);
    result->fix_safe = wire_bool(&unpacker->wire);
    unpack_edits(unpacker, result);
    unpack_related(unpacker, result);
    if (want & WANT_EXCERPT)
        unpack_excerpt(unpacker, result, before);
    if (want & WANT_CONTEXT)
        unpack_context(unpacker, result, before);
    if (want & WANT_FINGERPRINT)
        unpack_fingerprints(unpacker, result);
    if (want & WANT_BASELINE)
        result->known_hash = wire_u64(&unpacker->wire);
}

/* Is it a complete block of this version, with these rules and this want? */
static bool is_ours(const struct codec *codec, struct wire *wire)
{
    size_t length = wire->rest.len;

    return wire_u32(wire) == WIRE_MAGIC && wire_u32(wire) == WIRE_VERSION &&
           wire_u64(wire) == codec->rules_hash && wire_u32(wire) == length &&
           wire_u32(wire) == codec->want;
}

struct str results_take_block(struct str *bytes)
{
    struct wire wire = {*bytes, false};
    struct str block = *bytes;
    uint32_t length;

    wire_u32(&wire); /* magic, version and rules are looked at later */
    wire_u32(&wire);
    wire_u64(&wire);
    length = wire_u32(&wire);
    if (length < block.len)
        block.len = length;
    *bytes = (struct str){bytes->data + block.len, bytes->len - block.len};
    return block;
}

static void unpack_sketch(struct wire *wire, struct file_results *out)
{
    out->sketch_count = wire_count(wire, sizeof(uint64_t), SKETCH_MAX);
    for (uint32_t i = 0; i < out->sketch_count; i++)
        out->sketch[i] = wire_u64(wire);
}

static void unpack_digest(struct wire *wire, struct file_results *out)
{
    struct str bytes = wire_bytes(wire, SHA256_BYTES);

    if (bytes.len)
        memcpy(out->digest, bytes.data, SHA256_BYTES);
}

static void unpack_file(struct wire *wire, unsigned want, struct file_results *out)
{
    out->path = wire_str(wire);
    out->size = wire_u32(wire);
    out->line_count = wire_u32(wire);
    out->front_matter_lines = wire_u32(wire);
    out->unreadable = wire_bool(wire);
    out->dropped = wire_u32(wire);
    out->ignored_comments = wire_u32(wire);
    if (want & WANT_BASELINE)
        unpack_sketch(wire, out);
    if (want & WANT_DIGEST)
        unpack_digest(wire, out);
    wire_expect(wire, out->size <= SOURCE_MAX_BYTES);
    wire_expect(wire, out->front_matter_lines <= out->line_count);
    wire_expect(wire, out->line_count >= 1 && out->line_count <= out->size + 1);
}

/* Reads as many results as it says that there are, each of which takes so many bytes at
 * least. */
static struct result *unpack_all(struct unpacker *unpacker, size_t size, uint32_t *count)
{
    struct wire *wire = &unpacker->wire;
    struct result *results;

    *count = wire_count(wire, size, RESULTS_MAX_PER_FILE);
    results = arena_raw(unpacker->arena, *count * sizeof(*results));
    for (uint32_t i = 0; i < *count && !wire->broken; i++)
        unpack_one(unpacker, &results[i], i ? &results[i - 1] : NULL);
    return results;
}

static void unpack_suppressed(struct unpacker *unpacker, struct file_results *out)
{
    struct wire *wire = &unpacker->wire;
    struct result_suppression *by;

    out->suppressed =
        unpack_all(unpacker, RESULT_BYTES + SUPPRESSION_BYTES, &out->suppressed_count);
    if (wire->broken)
        return;
    by = arena_array(unpacker->arena, out->suppressed_count, sizeof(*by));
    for (uint32_t i = 0; i < out->suppressed_count && !wire->broken; i++) {
        unpack_range(unpacker, &by[i].start, &by[i].end);
        by[i].reason = wire_str(wire);
        out->suppressed[i].suppression = &by[i];
    }
}

bool results_unpack(const struct codec *codec, struct str block, struct arena *arena,
                    struct file_results *out)
{
    struct unpacker unpacker = {.wire = {block, false},
                                .codec = codec,
                                .arena = arena,
                                .edits_left = RESULTS_MAX_EDITS,
                                .related_left = RESULTS_MAX_RELATED};
    struct wire *wire = &unpacker.wire;

    *out = (struct file_results){.count = 0};
    if (!is_ours(codec, wire))
        return false;
    unpack_file(wire, codec->want, out);
    if (wire->broken)
        return false;
    unpacker.size = out->size;
    unpacker.line_count = out->line_count;
    out->results = unpack_all(&unpacker, RESULT_BYTES, &out->count);
    if (!wire->broken && codec->want & WANT_SUPPRESSED)
        unpack_suppressed(&unpacker, out);
    return !wire->broken && !wire->rest.len;
}
