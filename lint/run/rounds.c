/* rounds.c - mends an article: rounds of finding and fixing, and a look at the result */

#include "lint/run/rounds.h"

#include <stdlib.h>

#include "lint/run/sift.h"

/* What is done so far; a copy is a way back. */
struct progress {
    const struct version *now;
    struct changes changes;
    uint32_t *counts;
    uint32_t count;
    uint32_t rounds;
    bool values_differ; /* those of the front matter, after some round */
    bool too_large;     /* the next text would be more than stet reads */
};

struct work {
    const struct mending *mending;
    struct sift sift;
    struct progress done;
    bool careful; /* each fix is looked at before it is applied */
    struct arena *arena;
};

const struct version *version_read(const struct mending *mending,
                                   const struct source *source, struct arena *arena)
{
    struct version *version = arena_alloc(arena, sizeof(*version));

    version->source = *source;
    version->found = run_article(&version->document, &version->source, mending->context,
                                 mending->profile, arena);
    return version;
}

static uint32_t *copy_counts(const struct work *work)
{
    size_t size = work->mending->context->rules->count * sizeof(uint32_t);
    uint32_t *copy = arena_raw(work->arena, size);

    memcpy(copy, work->done.counts, size);
    return copy;
}

static struct progress way_back(const struct work *work)
{
    struct progress copy = work->done;

    copy.counts = copy_counts(work);
    return copy;
}

static bool can_be_fixed(const struct work *work, const struct diagnostic *found,
                         bool unsafe)
{
    const struct mending *mending = work->mending;

    if (!found->mistake.edit_count || found->mistake.fix_safe == unsafe ||
        found->mistake.severity < mending->least)
        return false;
    return !sift_has(&work->sift, &work->done.now->source, found);
}

static int compare_places(const void *a, const void *b)
{
    const struct diagnostic *x = a;
    const struct diagnostic *y = b;

    if (x->mistake.span.start != y->mistake.span.start)
        return x->mistake.span.start < y->mistake.span.start ? -1 : 1;
    return (x->rule > y->rule) - (x->rule < y->rule);
}

/* Those that are to be fixed now. */
static struct diagnostics choose(const struct work *work, bool unsafe)
{
    const struct diagnostics *found = &work->done.now->found;
    struct diagnostics wanted = {.count = 0};
    uint32_t kept = 0;

    wanted.items = arena_array(work->arena, found->count, sizeof(*wanted.items));
    for (uint32_t i = 0; i < found->count; i++)
        if (can_be_fixed(work, &found->items[i], unsafe))
            wanted.items[wanted.count++] = found->items[i];
    if (!work->mending->wants || !wanted.count)
        return wanted;
    qsort(wanted.items, wanted.count, sizeof(*wanted.items), compare_places);
    for (uint32_t i = 0; i < wanted.count; i++)
        if (work->mending->wants(work->mending->wants_context, work->done.now,
                                 &wanted.items[i]))
            wanted.items[kept++] = wanted.items[i];
    wanted.count = kept;
    return wanted;
}

static void count_mended(struct progress *done, const struct diagnostic *mended,
                         uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        done->counts[mended[i].rule]++;
    done->count += count;
    done->rounds++;
}

/* NULL when the text is too large. */
static const struct version *write_version(const struct work *work,
                                           struct applied_edits edits)
{
    const struct source *source = &work->done.now->source;
    struct buf text = BUF_INIT;
    struct source next;
    struct str copy = STR("");

    fix_write((struct str){source->data, source->size}, edits, &text);
    if (text.len <= SOURCE_MAX_BYTES)
        copy = arena_str(work->arena, buf_str(&text));
    buf_release(&text);
    if (text.len > SOURCE_MAX_BYTES)
        return NULL;
    source_init(&next, work->arena, source->path, copy.data, copy.len);
    return version_read(work->mending, &next, work->arena);
}

/* Follows what a round did. */
static void take_version(struct work *work, const struct version *next,
                         struct applied_edits edits)
{
    struct progress *done = &work->done;

    done->values_differ |= !likeness_values(&done->now->document, &next->document, edits);
    changes_follow(&done->changes, edits, work->arena);
    done->now = next;
}

/* False when there is nothing to fix. */
static bool fix_round(struct work *work, bool unsafe)
{
    struct diagnostics wanted = choose(work, unsafe);
    const struct version *next;
    struct applied_edits edits;
    uint32_t count;

    if (work->careful || (unsafe && !work->mending->unverified))
        sift_out(&work->sift, work->done.now, &wanted, unsafe);
    if (!wanted.count)
        return false;
    count = fix_choose(wanted.items, wanted.count, work->arena, &edits);
    next = write_version(work, edits);
    work->done.too_large = !next;
    if (!next)
        return false;
    take_version(work, next, edits);
    count_mended(&work->done, wanted.items, count);
    return true;
}

static bool is_restless(const struct work *work)
{
    return work->done.rounds > FIX_MAX_ROUNDS || work->done.too_large;
}

static void fix_until_quiet(struct work *work)
{
    while (!is_restless(work) && fix_round(work, false))
        ;
}

static bool is_harmed(const struct work *work, const struct progress *before)
{
    const struct rule_table *rules = work->mending->context->rules;
    uint32_t *counts;

    if (work->done.rounds == before->rounds)
        return false;
    if (work->done.values_differ)
        return true;
    counts = copy_counts(work);
    for (uint32_t i = 0; i < rules->count; i++)
        counts[i] -= before->counts[i];
    return !likeness_rendered(&before->now->document, &work->done.now->document,
                              likeness_allowance(rules, counts, work->arena));
}

/* Most fixes are sound, and are looked at together; else one by one. */
static void fix_safely(struct work *work)
{
    struct progress before = way_back(work);

    fix_until_quiet(work);
    if (work->mending->unverified || is_restless(work) || !is_harmed(work, &before))
        return;
    work->done = before;
    work->careful = true;
    fix_until_quiet(work);
}

static void fix_all(struct work *work)
{
    do {
        fix_safely(work);
    } while (work->mending->unsafe && !is_restless(work) && fix_round(work, true));
}

/* Findings whose fixes were taken back have none any more, and the reason beside them. */
static void say_what_is_withheld(struct work *work)
{
    const struct rule_table *rules = work->mending->context->rules;
    const struct diagnostics *found = &work->done.now->found;
    struct version *last = arena_alloc(work->arena, sizeof(*last));
    struct diagnostics all = *found;

    if (sift_empty(&work->sift))
        return;
    all.count = 0;
    all.items = arena_array(work->arena, (size_t)found->count * 2, sizeof(*all.items));
    for (uint32_t i = 0; i < found->count; i++) {
        struct diagnostic *one = &all.items[all.count++];

        *one = found->items[i];
        if (!sift_has(&work->sift, &work->done.now->source, one))
            continue;
        one->mistake.edit_count = 0;
        all.items[all.count++] = sift_note(one, rules, work->arena);
    }
    *last = *work->done.now;
    last->found = all;
    work->done.now = last;
}

/* The text as it was, with one more finding. */
static void give_up(struct work *work, const struct version *first)
{
    const struct rule_table *rules = work->mending->context->rules;
    struct str message =
        work->done.too_large
            ? STR("with its fixes this file would be larger than stet reads: it is left "
                  "as it was")
            : arena_format(work->arena,
                           "there is still something to fix after %d rounds of fixing: "
                           "this file is left as it was",
                           FIX_MAX_ROUNDS);
    struct diagnostics note = run_role(ROLE_WITHHELD, message, rules, work->arena);
    struct version *last = arena_alloc(work->arena, sizeof(*last));
    struct diagnostics all = first->found;

    all.count++;
    all.items = arena_array(work->arena, all.count, sizeof(*all.items));
    memcpy(all.items + 1, first->found.items, first->found.count * sizeof(*all.items));
    all.items[0] = note.items[0];
    *last = *first;
    last->found = all;
    memset(work->done.counts, 0, rules->count * sizeof(uint32_t));
    work->done = (struct progress){.now = last, .counts = work->done.counts};
}

void mend_further(const struct mending *mending, struct mended *mended,
                  struct applied_edits edits, struct arena *arena)
{
    struct work work = {.mending = mending, .arena = arena};
    const struct version *next;

    work.done = (struct progress){.now = mended->last, .changes = mended->changes};
    next = write_version(&work, edits);
    if (!next)
        return;
    changes_follow(&mended->changes, edits, arena);
    mended->last = next;
}

void mend_article(const struct mending *mending, const struct source *source,
                  struct arena *arena, struct mended *mended)
{
    const struct rule_table *rules = mending->context->rules;
    struct work work = {.mending = mending, .arena = arena};

    sift_init(&work.sift, mending, arena);
    work.done.now = version_read(mending, source, arena);
    work.done.counts = arena_array(arena, rules->count, sizeof(uint32_t));
    mended->first = work.done.now;
    fix_all(&work);
    if (is_restless(&work))
        give_up(&work, mended->first);
    else
        say_what_is_withheld(&work);
    mended->last = work.done.now;
    mended->changes = work.done.changes;
    mended->counts = work.done.counts;
    mended->count = work.done.count;
    mended->rounds = work.done.rounds;
}
