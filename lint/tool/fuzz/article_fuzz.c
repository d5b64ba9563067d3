/* article_fuzz.c - any bytes as an article: front matter, Markdown and all rules */

#include "lint/document/front_matter.h"
#include "lint/run/fix.h"
#include "lint/run/run.h"
#include "lint/tool/fuzz/target.h"
#include "rules/rules.h"

static void promise_block(const struct document *document)
{
    const struct front_matter *block = &document->front_matter;
    struct span whole = span_make(0, document->source->size);

    promise(document->body_line <= document->source->line_count,
            "the body starts after the last line");
    if (block->syntax == FRONT_MATTER_NONE)
        return;
    promise(span_contains(whole, block->text), "the block is outside the file");
    promise(block->open.start <= block->text.start && block->text.end <= block->close.end,
            "the block is not between its fences");
}

static void promise_finding(const struct mistake *mistake, struct span whole)
{
    promise(mistake->span.start <= mistake->span.end &&
                span_contains(whole, mistake->span),
            "a finding is outside the file");
    promise(mistake->message.len > 0, "a finding without a message");
    for (uint32_t i = 0; i < mistake->edit_count; i++) {
        promise(span_contains(whole, mistake->edits[i].span),
                "an edit is outside the file");
        promise(!i || mistake->edits[i - 1].span.end <= mistake->edits[i].span.start,
                "edits are not in order");
    }
    for (const struct related *r = mistake->related; r; r = r->next)
        promise(span_contains(whole, r->span), "a related place is outside the file");
}

static void run(struct str text, const struct profile *profile, struct arena *arena,
                struct buf *mended)
{
    static const struct run_context context = {.rules = &rules_all};
    struct source source;
    struct document document = {.source = &source};
    struct diagnostics found;

    source_init(&source, arena, "fuzz.md", text.data, text.len);
    front_matter_read(&document, arena, READ_AS_PROGRAMS);
    promise_block(&document);
    found = run_source(&source, &context, profile, arena);
    for (uint32_t i = 0; i < found.count; i++)
        promise_finding(&found.items[i].mistake, span_make(0, source.size));
    fix_apply(text, found.items, found.count, true, mended);
}

/* The fixed text is an article as well. */
void fuzz_article(struct str input)
{
    struct arena arena;
    struct profile profile;
    struct buf mended = BUF_INIT;
    struct buf again = BUF_INIT;

    arena_init(&arena);
    profile_init(&profile, &rules_all, PRESET_NAME_ALL, &arena);
    profile.front_matter_required = true;
    run(arena_str(&arena, input), &profile, &arena, &mended);
    buf_putc(&mended, '\0');
    run((struct str){mended.data, mended.len - 1}, &profile, &arena, &again);
    buf_release(&mended);
    buf_release(&again);
    arena_release(&arena);
}
