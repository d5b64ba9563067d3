/* sift.c - fixes that would change more of an article than they may */

#include "lint/run/sift.h"

void sift_init(struct sift *sift, const struct mending *mending, struct arena *arena)
{
    const struct rule_table *rules = mending->context->rules;

    *sift = (struct sift){.mending = mending, .arena = arena};
    sift->rules = arena_array(arena, rules->count, sizeof(*sift->rules));
}

bool sift_empty(const struct sift *sift)
{
    return !sift->count && !sift->any_rule;
}

static uint64_t key_of(const struct source *source, const struct diagnostic *found)
{
    uint32_t line = source_line(source, found->mistake.span.start);
    uint64_t hash = str_hash(source_text(source, source_line_span(source, line)));

    return (hash * 31 + str_hash(found->mistake.message)) * 31 + found->rule;
}

bool sift_has(const struct sift *sift, const struct source *source,
              const struct diagnostic *found)
{
    uint64_t key;

    if (sift_empty(sift) || !found->mistake.edit_count)
        return false;
    if (sift->rules[found->rule])
        return true;
    key = key_of(source, found);
    for (uint32_t i = 0; i < sift->count; i++)
        if (sift->keys[i] == key)
            return true;
    return false;
}

/* One list of fixes under trial. */
struct trial {
    struct sift *sift;
    const struct version *version;
    bool unsafe;
};

/* What the rules of these findings may change. */
static struct rule_change change_of(const struct sift *sift,
                                    const struct diagnostic *items, uint32_t count,
                                    struct arena *arena)
{
    const struct rule_table *rules = sift->mending->context->rules;
    uint32_t *counts = arena_array(arena, rules->count, sizeof(*counts));

    for (uint32_t i = 0; i < count; i++)
        counts[items[i].rule]++;
    return likeness_allowance(rules, counts, arena);
}

static bool is_harmless(const struct trial *trial, const struct diagnostic *items,
                        uint32_t count)
{
    const struct source *source = &trial->version->source;
    const struct document *before = &trial->version->document;
    struct diagnostic *copy;
    struct applied_edits edits;
    struct buf text = BUF_INIT;
    struct source next;
    struct document after;
    struct arena arena;
    bool same;

    arena_init(&arena);
    copy = arena_array(&arena, count, sizeof(*copy));
    memcpy(copy, items, count * sizeof(*copy));
    fix_choose(copy, count, &arena, &edits);
    fix_write((struct str){source->data, source->size}, edits, &text);
    buf_putc(&text, '\0');
    source_init(&next, &arena, source->path, text.data, text.len - 1);
    run_parse(&after, &next, trial->sift->mending->profile, &arena);
    same =
        likeness_values(before, &after, edits) &&
        (trial->unsafe ||
         likeness_rendered(before, &after, change_of(trial->sift, items, count, &arena)));
    buf_release(&text);
    arena_release(&arena);
    return same;
}

static void put_in(struct sift *sift, uint64_t key)
{
    sift->keys = arena_make_room(sift->arena, sift->keys, sift->count, &sift->capacity,
                                 sizeof(*sift->keys));
    sift->keys[sift->count++] = key;
}

static void put_rules_in(struct sift *sift, const struct diagnostic *items,
                         uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        sift->rules[items[i].rule] = true;
    sift->any_rule = true;
}

/* Halves the list, which does harm, until that is alone. */
static void find_harm(const struct trial *trial, const struct diagnostic *items,
                      uint32_t count)
{
    struct sift *sift = trial->sift;
    uint32_t half = count / 2;

    if (count == 1) {
        put_in(sift, key_of(&trial->version->source, &items[0]));
    } else if (++sift->tries > SIFT_MAX_TRIES) {
        put_rules_in(sift, items, count);
    } else {
        if (!is_harmless(trial, items, half))
            find_harm(trial, items, half);
        if (!is_harmless(trial, items + half, count - half))
            find_harm(trial, items + half, count - half);
    }
}

static void drop_known(const struct trial *trial, struct diagnostics *list)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < list->count; i++)
        if (!sift_has(trial->sift, &trial->version->source, &list->items[i]))
            list->items[kept++] = list->items[i];
    list->count = kept;
}

void sift_out(struct sift *sift, const struct version *version, struct diagnostics *list,
              bool unsafe)
{
    struct trial trial = {sift, version, unsafe};

    if (!list->count || is_harmless(&trial, list->items, list->count))
        return;
    find_harm(&trial, list->items, list->count);
    drop_known(&trial, list);
    /* What does no harm alone may do so together. */
    if (list->count && !is_harmless(&trial, list->items, list->count)) {
        put_rules_in(sift, list->items, list->count);
        list->count = 0;
    }
}

struct diagnostic sift_note(const struct diagnostic *found,
                            const struct rule_table *rules, struct arena *arena)
{
    struct str message = arena_format(arena,
                                      "the fix of `%s` here was taken back: it would "
                                      "change what the article says",
                                      rules->rules[found->rule]->name);
    struct diagnostic note = run_role(ROLE_WITHHELD, message, rules, arena).items[0];

    note.mistake.span = found->mistake.span;
    return note;
}
