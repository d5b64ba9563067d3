/* property.c - what must hold for the safe fixes of a text */

#include "lint/tool/fixes/property.h"

#include "lint/run/fix.h"
#include "lint/run/likeness.h"
#include "lint/run/run.h"
#include "rules/rules.h"

const char *const harm_names[HARM_KINDS] = {"none", "rendered", "values", "left over",
                                            "unquiet"};

/* A text that is being fixed, and what was found in it. */
struct state {
    struct source source;
    struct document document;
    struct diagnostics found; /* of the variant's rules, with a safe fix */
    struct arena arena;
};

static void read_text(struct state *state, struct str text, const struct variant *variant)
{
    static const struct run_context context = {.rules = &rules_all};
    struct str copy;
    struct diagnostics all;

    arena_init(&state->arena);
    copy = arena_str(&state->arena, text);
    source_init(&state->source, &state->arena, "fixed.md", copy.data, copy.len);
    document_parse(&state->document, &state->arena, &state->source);
    all = run_document(&state->document, &context, &variant->profile, &state->arena);
    state->found = (struct diagnostics){.items = all.items};
    for (uint32_t i = 0; i < all.count; i++) {
        const struct mistake *mistake = &all.items[i].mistake;

        if (mistake->edit_count && mistake->fix_safe &&
            (!variant->rule || all.items[i].rule == variant->index))
            state->found.items[state->found.count++] = all.items[i];
    }
}

/* All that the rules of the variant may change. */
static struct rule_change change_of(const struct variant *variant, struct arena *arena)
{
    uint32_t *counts = arena_array(arena, rules_all.count, sizeof(*counts));

    for (uint32_t i = 0; i < rules_all.count; i++)
        counts[i] = !variant->rule || i == variant->index;
    return likeness_allowance(&rules_all, counts, arena);
}

static enum harm compare(struct state *before, struct str mended,
                         const struct variant *variant, struct applied_edits edits)
{
    struct rule_change change = change_of(variant, &before->arena);
    struct str copy = arena_str(&before->arena, mended);
    struct source source;
    struct document after;

    source_init(&source, &before->arena, "mended.md", copy.data, copy.len);
    document_parse(&after, &before->arena, &source);
    if (!likeness_values(&before->document, &after, edits))
        return HARM_VALUES;
    return likeness_rendered(&before->document, &after, change) ? HARM_NONE
                                                                : HARM_RENDERED;
}

/* The edits of all findings, whether or not they were applied together. */
static struct applied_edits edits_of(struct state *state)
{
    struct applied_edits edits = {NULL, 0};
    struct edit *items;
    uint32_t count = 0;

    for (uint32_t i = 0; i < state->found.count; i++)
        count += state->found.items[i].mistake.edit_count;
    items = arena_array(&state->arena, count, sizeof(*items));
    for (uint32_t i = 0; i < state->found.count; i++)
        for (uint32_t e = 0; e < state->found.items[i].mistake.edit_count; e++)
            items[edits.count++] = state->found.items[i].mistake.edits[e];
    edits.edits = items;
    return edits;
}

/* The line of the first fix that does harm alone; 0 when none does. */
static uint32_t harmful_line(struct state *state, struct str text,
                             const struct variant *variant)
{
    for (uint32_t i = 0; i < state->found.count; i++) {
        struct diagnostic one = state->found.items[i];
        struct applied_edits edits = {one.mistake.edits, one.mistake.edit_count};
        struct buf mended = BUF_INIT;
        enum harm harm;

        fix_apply(text, &one, 1, false, &mended);
        harm = compare(state, buf_str(&mended), variant, edits);
        buf_release(&mended);
        if (harm)
            return source_line(&state->source, one.mistake.span.start) + 1;
    }
    return 0;
}

/* One round: what text becomes is appended to out. */
static struct verdict fix_round(struct str text, const struct variant *variant,
                                struct buf *out, bool *met)
{
    struct verdict verdict = {.rounds = 1};
    struct applied_edits edits;
    struct state state;

    read_text(&state, text, variant);
    edits = edits_of(&state);
    verdict.line =
        state.found.count
            ? source_line(&state.source, state.found.items[0].mistake.span.start) + 1
            : 0;
    verdict.fixes = fix_apply(text, state.found.items, state.found.count, false, out);
    *met = verdict.fixes < state.found.count;
    if (verdict.fixes)
        verdict.harm = compare(&state, buf_str(out), variant, edits);
    if (verdict.harm)
        verdict.line = harmful_line(&state, text, variant);
    arena_release(&state.arena);
    return verdict;
}

struct verdict property_check(struct str text, const struct variant *variant,
                              bool original)
{
    struct verdict all = {HARM_NONE, 0, 0, 0};
    struct buf now = BUF_INIT;
    bool met = !original;

    buf_add_str(&now, text);
    for (;;) {
        struct buf next = BUF_INIT;
        bool meet;
        struct verdict one = fix_round(buf_str(&now), variant, &next, &meet);

        buf_release(&now);
        now = next;
        if (!one.fixes)
            break;
        all.fixes += one.fixes;
        all.line = one.line;
        all.harm = one.harm;
        if (!all.harm && all.rounds == 1 && !met && variant->rule)
            all.harm = HARM_LEFT_OVER;
        if (++all.rounds > (original ? PROPERTY_MAX_ROUNDS : FIX_MAX_ROUNDS) && !all.harm)
            all.harm = HARM_UNQUIET;
        if (all.harm)
            break;
        met |= meet;
    }
    buf_release(&now);
    return all;
}
