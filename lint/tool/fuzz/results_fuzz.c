/* results_fuzz.c - any bytes as what a worker sends, into all reporters */

#include "lint/report/report.h"
#include "lint/results/codec.h"
#include "lint/results/wire.h"
#include "lint/tool/fuzz/target.h"
#include "lint/value/value.h"
#include "rules/rules.h"

/* The start of a block that its parent does not refuse at once, then the bytes. */
static void make_block(const struct codec *codec, struct str bytes, struct buf *out)
{
    wire_add_u32(out, WIRE_MAGIC);
    wire_add_u32(out, WIRE_VERSION);
    wire_add_u64(out, codec->rules_hash);
    wire_add_u32(out, (uint32_t)(bytes.len + 24));
    wire_add_u32(out, codec->want);
    buf_add_str(out, bytes);
}

static void promise_json(struct str text, struct arena *arena)
{
    struct value_input input = {text.data, span_make(0, (uint32_t)text.len),
                                VALUE_MAX_NODES_DATA};
    struct value_tree tree;

    json_read(arena, input, &tree);
    promise(tree.root && !tree.problem_count, "a report that is no JSON");
}

static void report_block(const struct reporter *reporter,
                         const struct file_results *results, struct arena *arena)
{
    struct report_context context = {.rules = &rules_all,
                                     .version = "0",
                                     .homepage = "https://example.org",
                                     .file_count = 1,
                                     .colour = true,
                                     .width = 80,
                                     .folder = "/"};
    struct report report;

    report_begin(&report, reporter, &context);
    report_file(&report, results);
    report_end(&report);
    if (reporter->notifies)
        promise_json(buf_str(&report.out), arena);
    report_release(&report);
}

void fuzz_results(struct str input)
{
    const struct reporter *reporter;
    struct arena arena;

    arena_init(&arena);
    for (size_t i = 0; (reporter = reporter_at(i)); i++) {
        struct file_results results;
        struct codec codec;
        struct buf block = BUF_INIT;

        codec_init(&codec, &rules_all, reporter->want);
        make_block(&codec, input, &block);
        if (results_unpack(&codec, buf_str(&block), &arena, &results))
            report_block(reporter, &results, &arena);
        buf_release(&block);
        arena_reset(&arena);
    }
    arena_release(&arena);
}
