/* pack.c - writes the results of one file as bytes */

#include "lint/results/codec.h"

#include "lint/results/maker.h"
#include "lint/results/wire.h"
#include "lint/rule/table.h"

void codec_init(struct codec *codec, const struct rule_table *rules, unsigned want)
{
    uint64_t hash = FINGERPRINT_START;

    for (uint32_t i = 0; i < rules->count; i++) {
        hash = fingerprint_add(hash, str_from(rules->rules[i]->code));
        hash = fingerprint_add(hash, str_from(rules->rules[i]->name));
    }
    *codec = (struct codec){rules, hash, want};
}

static void pack_edits(const struct codec *codec, const struct result *result,
                       struct buf *out)
{
    for (uint32_t i = 0; i < result->edit_count; i++) {
        const struct edit *edit = &result->edits[i];
        char *at = buf_reserve(out, EDIT_BYTES);

        wire_put_u32(at + EDIT_START, edit->span.start);
        wire_put_u32(at + EDIT_END, edit->span.end);
        wire_put_u32(at + EDIT_TEXT, (uint32_t)edit->text.len);
        out->len += EDIT_BYTES;
        buf_add(out, edit->text.data, edit->text.len);
        if (codec->want & WANT_EDIT_PLACES) {
            wire_add_position(out, &result->edit_places[i].from);
            wire_add_position(out, &result->edit_places[i].to);
        }
    }
}

static void pack_related(const struct result *result, struct buf *out)
{
    for (uint32_t i = 0; i < result->related_count; i++) {
        wire_add_position(out, &result->related[i].start);
        wire_add_position(out, &result->related[i].end);
        wire_add_str(out, result->related[i].message);
    }
}

/* Many findings on one line have the same excerpt: it is written once. */
static void pack_lines(struct str text, struct str before, struct buf *out)
{
    if (before.data == text.data && before.len == text.len)
        wire_add_u32(out, WIRE_SAME_LINES);
    else
        wire_add_str(out, text);
}

static void pack_excerpt(const struct result *result, const struct result *before,
                         struct buf *out)
{
    wire_add_u32(out, result->excerpt_start);
    pack_lines(result->excerpt, before ? before->excerpt : (struct str){NULL, 0}, out);
}

static void pack_context(const struct result *result, const struct result *before,
                         struct buf *out)
{
    wire_add_u32(out, result->context.first_line);
    wire_add_u32(out, result->context.last_line);
    pack_lines(result->context.text,
               before ? before->context.text : (struct str){NULL, 0}, out);
}

/* before: the previous result, NULL for the first. */
static void pack_wanted(const struct codec *codec, const struct result *result,
                        const struct result *before, struct buf *out)
{
    if (codec->want & WANT_EXCERPT)
        pack_excerpt(result, before, out);
    if (codec->want & WANT_CONTEXT)
        pack_context(result, before, out);
    if (codec->want & WANT_FINGERPRINT) {
        wire_add_u64(out, result->line_hash);
        wire_add_u32(out, result->line_hash_turn);
        wire_add_u64(out, result->context_hash);
    }
    if (codec->want & WANT_BASELINE)
        wire_add_u64(out, result->known_hash);
}

/* before: the previous result, NULL for the first. */
static void pack_one(const struct codec *codec, const struct result *result,
                     const struct result *before, struct buf *out)
{
    char *at = buf_reserve(out, RESULT_BYTES);

    wire_put_u32(at + RESULT_RULE, result->rule_index);
    wire_put_u32(at + RESULT_SEVERITY, result->severity);
    wire_put_position(at + RESULT_START, &result->start);
    wire_put_position(at + RESULT_END, &result->end);
    wire_put_u32(at + RESULT_FIX_SAFE, result->fix_safe);
    wire_put_u32(at + RESULT_MESSAGE, (uint32_t)result->message.len);
    wire_put_u32(at + RESULT_EDITS, result->edit_count);
    wire_put_u32(at + RESULT_RELATED, result->related_count);
    out->len += RESULT_BYTES;
    buf_add(out, result->message.data, result->message.len);
    pack_edits(codec, result, out);
    pack_related(result, out);
    if (codec->want)
        pack_wanted(codec, result, before, out);
}

static void pack_all(const struct codec *codec, const struct result *results,
                     uint32_t count, struct buf *out)
{
    wire_add_u32(out, count);
    for (uint32_t i = 0; i < count; i++)
        pack_one(codec, &results[i], i ? &results[i - 1] : NULL, out);
}

static void pack_suppression(const struct result_suppression *by, struct buf *out)
{
    wire_add_position(out, &by->start);
    wire_add_position(out, &by->end);
    wire_add_str(out, by->reason);
}

static void pack_sketch(const struct file_results *results, struct buf *out)
{
    wire_add_u32(out, results->sketch_count);
    for (uint32_t i = 0; i < results->sketch_count; i++)
        wire_add_u64(out, results->sketch[i]);
}

/* What is known before the lists. Returns where the length of the block is to be. */
static size_t pack_head(const struct codec *codec, const struct file_results *results,
                        struct buf *out)
{
    size_t length_at;

    wire_add_u32(out, WIRE_MAGIC);
    wire_add_u32(out, WIRE_VERSION);
    wire_add_u64(out, codec->rules_hash);
    length_at = out->len;
    wire_add_u32(out, 0);
    wire_add_u32(out, codec->want);
    wire_add_str(out, results->path);
    wire_add_u32(out, results->size);
    wire_add_u32(out, results->line_count);
    wire_add_u32(out, results->front_matter_lines);
    wire_add_u32(out, results->unreadable);
    wire_add_u32(out, results->dropped);
    wire_add_u32(out, results->ignored_comments);
    if (codec->want & WANT_BASELINE)
        pack_sketch(results, out);
    if (codec->want & WANT_DIGEST)
        buf_add_str(out, (struct str){(const char *)results->digest, SHA256_BYTES});
    return length_at;
}

void results_pack(const struct codec *codec, const struct file_results *results,
                  struct buf *out)
{
    size_t start = out->len;
    size_t length_at = pack_head(codec, results, out);

    pack_all(codec, results->results, results->count, out);
    if (codec->want & WANT_SUPPRESSED) {
        pack_all(codec, results->suppressed, results->suppressed_count, out);
        for (uint32_t i = 0; i < results->suppressed_count; i++)
            pack_suppression(results->suppressed[i].suppression, out);
    }
    wire_set_u32(out, length_at, (uint32_t)(out->len - start));
}

/* Makes each result and packs it; no more than two of them are there at a time. */
static void pack_made(const struct codec *codec, struct maker *maker, struct buf *out)
{
    enum { USUAL_BYTES = 128 }; /* of a result: its text is short, and its fix */
    struct result pair[2];

    buf_reserve(out, (size_t)maker->count * USUAL_BYTES);
    wire_add_u32(out, maker->count);
    for (uint32_t i = 0; i < maker->count; i++) {
        maker_make(maker, i, &pair[i & 1]);
        pack_one(codec, &pair[i & 1], i ? &pair[~i & 1] : NULL, out);
    }
}

static void pack_made_suppressed(const struct codec *codec, struct maker *maker,
                                 struct buf *out)
{
    uint32_t count = maker_begin_suppressed(maker);

    pack_made(codec, maker, out);
    for (uint32_t i = 0; i < count; i++) {
        struct result_suppression by = maker_suppression(maker, i);

        pack_suppression(&by, out);
    }
}

void results_make_packed(const struct codec *codec, struct diagnostics found,
                         const struct source *source, struct arena *arena,
                         struct buf *out)
{
    size_t start = out->len;
    struct maker maker;
    struct file_results made =
        maker_begin(&maker, found, source, codec->rules, codec->want, arena);
    size_t length_at = pack_head(codec, &made, out);

    pack_made(codec, &maker, out);
    if (codec->want & WANT_SUPPRESSED)
        pack_made_suppressed(codec, &maker, out);
    maker_end(&maker);
    wire_set_u32(out, length_at, (uint32_t)(out->len - start));
}
