/* unpack.c - reads the results of one file from bytes, none of which is trusted */

#include "lint/results/codec.h"

#include "lint/rule/table.h"

/* The fewest bytes of one item in a block, as RESULT_BYTES, so that an impossible count
 * is found before memory is allocated for it. */
enum { RELATED_BYTES = 2 * WIRE_POSITION + WIRE_U32, SUPPRESSION_BYTES = RELATED_BYTES };

/* The longest excerpt: a window and CR LF for each line. */
enum { EXCERPT_BYTES = EXCERPT_MAX_LINES * (EXCERPT_MAX_BYTES + 2) };

/* Is the number from 1 to most? */
static inline bool is_up_to(uint32_t number, uint32_t most)
{
    return number - 1 < most;
}

/* Every code point takes at least one byte, and one of two code units takes four. */
static inline bool can_be(const struct position *at)
{
    return is_up_to(at->column, at->utf16) && at->utf16 <= at->byte &&
           at->byte - 1 <= at->offset;
}

static inline bool can_be_range(const struct results_reader *reader,
                                const struct position *start, const struct position *end)
{
    if (!can_be(start) || !can_be(end) || start->offset > end->offset ||
        end->offset > reader->file.size || !is_up_to(start->line, end->line) ||
        end->line > reader->file.line_count)
        return false;
    return start->line < end->line ||
           (start->column <= end->column && start->utf16 <= end->utf16 &&
            start->byte <= end->byte);
}

static void unpack_range(struct results_reader *reader, struct position *start,
                         struct position *end)
{
    *start = wire_position(&reader->wire);
    *end = wire_position(&reader->wire);
    wire_expect(&reader->wire, can_be_range(reader, start, end));
}

/* after: the end of the edit before. */
static struct edit unpack_edit(struct results_reader *reader, uint32_t after)
{
    struct wire *wire = &reader->wire;
    const char *at = wire_take(wire, EDIT_BYTES);
    struct span span;

    if (!at)
        return (struct edit){{0, 0}, STR("")};
    span = span_make(wire_get_u32(at + EDIT_START), wire_get_u32(at + EDIT_END));
    wire_expect(wire, after <= span.start && span.start <= span.end &&
                          span.end <= reader->file.size);
    return (struct edit){span, wire_bytes(wire, wire_get_u32(at + EDIT_TEXT))};
}

static struct edit_place unpack_edit_place(struct results_reader *reader,
                                           struct span span)
{
    struct edit_place place;

    unpack_range(reader, &place.from, &place.to);
    wire_expect(&reader->wire,
                place.from.offset == span.start && place.to.offset == span.end);
    return place;
}

static void unpack_edits(struct results_reader *reader, uint32_t count,
                         struct result *result)
{
    struct edit_place *places = NULL;
    struct edit *edits;

    if (!count || !wire_has(&reader->wire, count, EDIT_BYTES, reader->edits_left))
        return;
    edits = arena_raw(reader->arena, count * sizeof(*edits));
    if (reader->codec->want & WANT_EDIT_PLACES)
        places = arena_raw(reader->arena, count * sizeof(*places));
    for (uint32_t i = 0; i < count && !reader->wire.broken; i++) {
        edits[i] = unpack_edit(reader, i ? edits[i - 1].span.end : 0);
        if (places)
            places[i] = unpack_edit_place(reader, edits[i].span);
    }
    reader->edits_left -= count;
    result->edits = edits;
    result->edit_places = places;
    result->edit_count = count;
}

static void unpack_related(struct results_reader *reader, uint32_t count,
                           struct result *result)
{
    struct wire *wire = &reader->wire;
    struct result_related *related;

    if (!count || !wire_has(wire, count, RELATED_BYTES, reader->related_left))
        return;
    related = arena_array(reader->arena, count, sizeof(*related));
    for (uint32_t i = 0; i < count && !wire->broken; i++) {
        unpack_range(reader, &related[i].start, &related[i].end);
        related[i].message = wire_str(wire);
    }
    reader->related_left -= count;
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
static void unpack_excerpt(struct results_reader *reader, struct result *result,
                           const struct result *before)
{
    struct wire *wire = &reader->wire;
    uint32_t start = wire_u32(wire);

    result->excerpt = unpack_lines(wire, EXCERPT_BYTES, before ? &before->excerpt : NULL);
    result->excerpt_start = start;
    wire_expect(wire, start <= reader->file.size &&
                          result->excerpt.len <= reader->file.size - start);
}

static void unpack_context(struct results_reader *reader, struct result *result,
                           const struct result *before)
{
    struct wire *wire = &reader->wire;
    struct result_context *context = &result->context;

    context->first_line = wire_u32(wire);
    context->last_line = wire_u32(wire);
    context->text =
        unpack_lines(wire, CONTEXT_MAX_BYTES, before ? &before->context.text : NULL);
    wire_expect(wire, context->text.len <= reader->file.size);
    wire_expect(wire, context->first_line >= 1 &&
                          context->first_line <= result->start.line &&
                          context->last_line >= context->first_line &&
                          context->last_line <= reader->file.line_count);
}

static void unpack_fingerprints(struct results_reader *reader, struct result *result)
{
    struct wire *wire = &reader->wire;

    result->line_hash = wire_u64(wire);
    result->line_hash_turn = wire_u32(wire);
    result->context_hash = wire_u64(wire);
    wire_expect(wire, result->line_hash_turn >= 1 &&
                          result->line_hash_turn <= reader->file.line_count);
}

/* The numbers that begin a result, and its message. False when one is out of range. */
static bool unpack_head(struct results_reader *reader, const char *at,
                        struct result *result)
{
    const struct rule_table *rules = reader->codec->rules;
    uint32_t rule = wire_get_u32(at + RESULT_RULE);
    uint32_t severity = wire_get_u32(at + RESULT_SEVERITY);
    uint32_t fix_safe = wire_get_u32(at + RESULT_FIX_SAFE);

    if (rule >= rules->count || severity < SEVERITY_NOTE || severity > SEVERITY_ERROR ||
        fix_safe > 1)
        return false;
    result->rule = rules->rules[rule];
    result->rule_index = rule;
    result->severity = (enum severity)severity;
    wire_get_position(at + RESULT_START, &result->start);
    wire_get_position(at + RESULT_END, &result->end);
    result->message = wire_bytes(&reader->wire, wire_get_u32(at + RESULT_MESSAGE));
    result_clear_rest(result);
    result->fix_safe = fix_safe;
    return can_be_range(reader, &result->start, &result->end);
}

/* before: the previous result, NULL for the first. */
static void unpack_wanted(struct results_reader *reader, struct result *result,
                          const struct result *before)
{
    unsigned want = reader->codec->want;

    if (want & WANT_EXCERPT)
        unpack_excerpt(reader, result, before);
    if (want & WANT_CONTEXT)
        unpack_context(reader, result, before);
    if (want & WANT_FINGERPRINT)
        unpack_fingerprints(reader, result);
    if (want & WANT_BASELINE)
        result->known_hash = wire_u64(&reader->wire);
}

/* before: the previous result, NULL for the first. */
static void unpack_one(struct results_reader *reader, struct result *result,
                       const struct result *before)
{
    const char *at = wire_take(&reader->wire, RESULT_BYTES);

    if (!at || !unpack_head(reader, at, result)) {
        reader->wire.broken = true;
        return;
    }
    unpack_edits(reader, wire_get_u32(at + RESULT_EDITS), result);
    unpack_related(reader, wire_get_u32(at + RESULT_RELATED), result);
    if (reader->codec->want)
        unpack_wanted(reader, result, before);
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

/* Reads the next results. before: the previous one, NULL for the first. */
static struct result *unpack_some(struct results_reader *reader, uint32_t count,
                                  const struct result *before)
{
    struct result *results = arena_raw(reader->arena, count * sizeof(*results));

    for (uint32_t i = 0; i < count && !reader->wire.broken; i++)
        unpack_one(reader, &results[i], i ? &results[i - 1] : before);
    return results;
}

static void unpack_suppressed(struct results_reader *reader, struct file_results *out)
{
    struct wire *wire = &reader->wire;
    uint32_t count =
        wire_count(wire, RESULT_BYTES + SUPPRESSION_BYTES, RESULTS_MAX_PER_FILE);
    struct result_suppression *by;

    out->suppressed = unpack_some(reader, count, NULL);
    out->suppressed_count = count;
    if (wire->broken)
        return;
    by = arena_array(reader->arena, count, sizeof(*by));
    for (uint32_t i = 0; i < count && !wire->broken; i++) {
        unpack_range(reader, &by[i].start, &by[i].end);
        by[i].reason = wire_str(wire);
        out->suppressed[i].suppression = &by[i];
    }
}

bool results_open(struct results_reader *reader, const struct codec *codec,
                  struct str block)
{
    struct wire *wire = &reader->wire;

    *reader = (struct results_reader){.wire = {block, false},
                                      .codec = codec,
                                      .edits_left = RESULTS_MAX_EDITS,
                                      .related_left = RESULTS_MAX_RELATED};
    if (!is_ours(codec, wire))
        return false;
    unpack_file(wire, codec->want, &reader->file);
    if (wire->broken)
        return false;
    reader->left = wire_count(wire, RESULT_BYTES, RESULTS_MAX_PER_FILE);
    return !wire->broken;
}

bool results_read(struct results_reader *reader, uint32_t most, struct arena *arena,
                  struct file_results *out)
{
    struct wire *wire = &reader->wire;
    uint32_t count = reader->left < most ? reader->left : most;

    reader->arena = arena;
    *out = reader->file;
    out->results = unpack_some(reader, count, out->continues ? &reader->last : NULL);
    out->count = count;
    reader->left -= count;
    reader->file.continues = true;
    if (reader->left) {
        reader->last = out->results[count - 1];
        return !wire->broken;
    }
    if (!wire->broken && reader->codec->want & WANT_SUPPRESSED)
        unpack_suppressed(reader, out);
    return !wire->broken && !wire->rest.len;
}

bool results_unpack(const struct codec *codec, struct str block, struct arena *arena,
                    struct file_results *out)
{
    struct results_reader reader;

    return results_open(&reader, codec, block) &&
           results_read(&reader, UINT32_MAX, arena, out);
}
