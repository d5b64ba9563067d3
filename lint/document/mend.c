/* mend.c - reads front matter with its safe fixes, when it cannot be read without */

#include "lint/document/mend.h"

#include "lint/base/buf.h"

enum {
    MAX_ROUNDS = 10,
    MAX_BYTES = 64 * 1024, /* of a block: each round copies it, and what is before it */
};

/* The text of one round, and how it came from that of the round before. */
struct round {
    struct value_input input;
    struct value_tree tree;
    const struct edit *edits; /* sorted, in offsets of the round before */
    uint32_t edit_count;
};

struct mending {
    struct arena *arena;
    mend_read_fn *read;
    struct round rounds[MAX_ROUNDS + 1]; /* the first is the original */
    uint32_t last;
};

/* Where an offset of the mended text comes from. */
static uint32_t place_before(const struct round *round, uint32_t offset)
{
    int64_t shift = 0;

    for (uint32_t i = 0; i < round->edit_count; i++) {
        const struct edit *edit = &round->edits[i];
        int64_t start = edit->span.start + shift;
        int64_t end = start + (int64_t)edit->text.len;
        uint32_t length = span_length(edit->span);

        if (offset < start)
            break;
        if (offset < end)
            return edit->span.start +
                   (offset - start < length ? (uint32_t)(offset - start) : length);
        shift += (int64_t)edit->text.len - length;
    }
    return (uint32_t)(offset - shift);
}

static struct span original(const struct mending *mending, struct span span)
{
    for (uint32_t i = mending->last; i > 0; i--)
        span = span_make(place_before(&mending->rounds[i], span.start),
                         place_before(&mending->rounds[i], span.end));
    return span;
}

/* Collects the safe edits of all problems that do not overlap; the problems are in order,
 * and mostly there is one. */
static void collect_edits(struct arena *arena, const struct value_tree *tree,
                          struct round *next)
{
    struct mistake all = {0};

    for (uint32_t i = 0; i < tree->problem_count; i++) {
        const struct mistake *mistake = &tree->problems[i].mistake;
        uint32_t end = all.edit_count ? all.edits[all.edit_count - 1].span.end : 0;

        if (!mistake->fix_safe || !mistake->edit_count ||
            (all.edit_count && mistake->edits[0].span.start <= end))
            continue;
        for (uint32_t k = 0; k < mistake->edit_count; k++)
            mistake_add_edit(&all, arena, mistake->edits[k].span, mistake->edits[k].text);
    }
    next->edits = all.edits;
    next->edit_count = all.edit_count;
}

static void write_text(struct arena *arena, const struct value_input *from,
                       struct round *next)
{
    struct buf text = BUF_INIT;
    uint32_t at = 0;
    struct str copy;

    for (uint32_t i = 0; i < next->edit_count; i++) {
        const struct edit *edit = &next->edits[i];

        buf_add(&text, from->data + at, edit->span.start - at);
        buf_add_str(&text, edit->text);
        at = edit->span.end;
    }
    buf_add(&text, from->data + at, from->span.end - at);
    copy = arena_str(arena, buf_str(&text));
    buf_release(&text);
    next->input = *from;
    next->input.data = copy.data;
    next->input.span.end = (uint32_t)copy.len;
}

static void move_mistake(const struct mending *mending, struct mistake *mistake)
{
    mistake->span = original(mending, mistake->span);
    for (uint32_t i = 0; i < mistake->edit_count; i++)
        mistake->edits[i].span = original(mending, mistake->edits[i].span);
    for (struct related *r = mistake->related; r; r = r->next)
        r->span = original(mending, r->span);
}

/* An aliased value is in several places, and is moved once. */
static void move_value(const struct mending *mending, struct value *value, bool *moved)
{
    if (moved[value->id])
        return;
    moved[value->id] = true;
    value->span = original(mending, value->span);
    for (uint32_t i = 0; i < value->count; i++) {
        struct entry *entry = &value->entries[i];

        entry->key_span = original(mending, entry->key_span);
        entry->alias = original(mending, entry->alias);
        move_value(mending, entry->value, moved);
    }
}

/* The problems of all rounds, with places in the first text. */
static void gather_problems(struct mending *mending, struct value_tree *tree)
{
    uint32_t last = mending->last;
    uint32_t count = 0;

    for (uint32_t i = 0; i <= last; i++)
        count += mending->rounds[i].tree.problem_count;
    tree->problems = arena_array(mending->arena, count, sizeof(*tree->problems));
    tree->problem_count = 0;
    for (uint32_t i = 0; i <= last; i++) {
        const struct value_tree *from = &mending->rounds[i].tree;

        mending->last = i;
        for (uint32_t k = 0; k < from->problem_count; k++) {
            struct value_problem *to = &tree->problems[tree->problem_count++];

            *to = from->problems[k];
            move_mistake(mending, &to->mistake);
        }
    }
}

static bool next_round(struct mending *mending)
{
    struct round *from = &mending->rounds[mending->last];
    struct round *next = from + 1;

    if (mending->last == MAX_ROUNDS)
        return false;
    collect_edits(mending->arena, &from->tree, next);
    if (!next->edit_count)
        return false;
    write_text(mending->arena, &from->input, next);
    mending->read(mending->arena, next->input, &next->tree);
    mending->last++;
    return true;
}

void mend_and_read(struct arena *arena, struct value_input input, mend_read_fn *read,
                   struct value_tree *tree)
{
    struct mending mending = {.arena = arena, .read = read};
    struct value_tree *found;
    bool *moved;

    if (tree->root || !tree->problem_count || span_length(input.span) > MAX_BYTES)
        return;
    mending.rounds[0] = (struct round){.input = input, .tree = *tree};
    while (!mending.rounds[mending.last].tree.root)
        if (!next_round(&mending))
            return;
    found = &mending.rounds[mending.last].tree;
    moved = arena_array(arena, found->value_count, sizeof(*moved));
    move_value(&mending, found->root, moved);
    *tree = *found;
    gather_problems(&mending, tree);
}
