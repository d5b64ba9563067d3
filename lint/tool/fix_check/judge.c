/* judge.c - mends a text and looks at what came of it */

#include "lint/tool/fix_check/judge.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/run/likeness.h"
#include "rules/rules.h"

static const struct run_context context = {.rules = &rules_all};

static void mend(struct str text, const struct profile *profile, bool unsafe,
                 struct arena *arena, struct mended *mended)
{
    struct mending mending = {.context = &context,
                              .profile = profile,
                              .least = SEVERITY_NOTE,
                              .unsafe = unsafe};
    struct source source;
    struct str copy = arena_str(arena, text);

    source_init(&source, arena, "text.md", copy.data, copy.len);
    mend_article(&mending, &source, arena, mended);
}

/* The lines on which an offset of the mended text was before: all that were changed
 * together, for what is in a change. The end is inclusive. */
static struct span lines_before(const struct mended *mended, uint32_t offset)
{
    const struct source *source = &mended->first->source;
    int64_t shift = 0;
    uint32_t line;

    for (uint32_t i = 0; i < mended->changes.count; i++) {
        const struct change *change = &mended->changes.items[i];

        if (offset < change->after.start)
            break;
        if (offset <= change->after.end)
            return span_make(source_line(source, change->before.start),
                             source_line(source, change->before.end));
        shift = (int64_t)change->before.end - change->after.end;
    }
    line = source_line(source, (uint32_t)(offset + shift));
    return span_make(line, line);
}

static bool had(const struct version *first, uint32_t rule, struct span lines)
{
    for (uint32_t i = 0; i < first->found.count; i++) {
        const struct diagnostic *one = &first->found.items[i];

        if (one->rule != rule)
            continue;
        if (source_line(&first->source, one->mistake.span.start) <= lines.end &&
            lines.start <= source_line(&first->source, one->mistake.span.end))
            return true;
    }
    return false;
}

static bool mended_any(const struct mended *mended, const char *prefix)
{
    for (uint32_t i = 0; i < rules_all.count; i++)
        if (mended->counts[i] &&
            strncmp(rules_all.rules[i]->code, prefix, strlen(prefix)) == 0)
            return true;
    return false;
}

static struct str line_text(const struct source *source, uint32_t line)
{
    return source_text(source, source_line_span(source, line));
}

/* Do two lines differ by white space alone? */
static bool same_but_for_space(struct str a, struct str b)
{
    size_t i = 0, j = 0;

    for (;;) {
        while (i < a.len && is_space_or_tab(a.data[i]))
            i++;
        while (j < b.len && is_space_or_tab(b.data[j]))
            j++;
        if (i == a.len || j == b.len)
            return i == a.len && j == b.len;
        if (a.data[i++] != b.data[j++])
            return false;
    }
}

static bool changed_space(const struct mended *mended, uint32_t before, uint32_t after)
{
    struct str old = line_text(&mended->first->source, before);
    struct str new = line_text(&mended->last->source, after);

    return !str_equal(old, new) && same_but_for_space(old, new);
}

/* A tab is one blank, and the spaces that replace it are several. */
static bool lost_tab(const struct mended *mended, uint32_t before, uint32_t after)
{
    struct str old = line_text(&mended->first->source, before);
    struct str new = line_text(&mended->last->source, after);

    return memchr(old.data, '\t', old.len) && !memchr(new.data, '\t', new.len);
}

static enum newcomer kind_of(const struct mended *mended, const struct rule *rule,
                             uint32_t before, uint32_t after)
{
    if (strcmp(rule->code, "MD013") == 0 || strcmp(rule->code, "MD060") == 0)
        return NEW_LONGER;
    if (rule_has_tag(rule, STR("headings")) && mended_any(mended, "MD018"))
        return NEW_HEADING;
    if (rule_has_tag(rule, STR("front-matter")) && mended_any(mended, "FM"))
        return NEW_HIDDEN;
    if (rule->role == ROLE_UNUSED_SUPPRESSION)
        return NEW_IDLE;
    if ((strcmp(rule->code, "MD054") == 0 || strcmp(rule->code, "ST112") == 0) &&
        mended_any(mended, "MD034"))
        return NEW_CLASH;
    /* It looks at no item with a tab. */
    if (strcmp(rule->code, "ST116") == 0 && mended_any(mended, "MD010"))
        return NEW_BARED;
    if (changed_space(mended, before, after) ||
        (rule_has_tag(rule, STR("whitespace")) && lost_tab(mended, before, after)))
        return NEW_BARED;
    return NEW_UNKNOWN;
}

static void count_newcomers(const struct mended *mended, struct judgement *judgement)
{
    const struct version *last = mended->last;

    for (uint32_t i = 0; i < last->found.count && mended->count; i++) {
        const struct diagnostic *one = &last->found.items[i];
        const struct rule *rule = rules_all.rules[one->rule];
        uint32_t line = source_line(&last->source, one->mistake.span.start);
        struct span before = lines_before(mended, one->mistake.span.start);
        enum newcomer kind = kind_of(mended, rule, before.start, line);

        if (rule_speaks_for_core(rule) || mended->counts[one->rule] ||
            had(mended->first, one->rule, before))
            continue;
        judgement->newcomers[kind]++;
        if (kind != NEW_UNKNOWN)
            continue;
        judgement->newcomer = rule->code;
        judgement->line = line + 1;
    }
}

static void count_withheld(const struct mended *mended, struct judgement *judgement)
{
    for (uint32_t i = 0; i < mended->last->found.count; i++)
        if (rules_all.rules[mended->last->found.items[i].rule]->role == ROLE_WITHHELD)
            judgement->withheld++;
    /* A text that is left as it was has one, too. */
    judgement->restless = judgement->withheld && !mended->count &&
                          span_empty(mended->last->found.items[0].mistake.span);
    judgement->withheld -= judgement->restless;
}

struct judgement judge_text(struct str text, const struct profile *profile, bool unsafe,
                            struct buf *out)
{
    struct judgement judgement = {0};
    struct mended mended, again;
    struct arena arena;

    arena_init(&arena);
    mend(text, profile, unsafe, &arena, &mended);
    buf_add(out, mended.last->source.data, mended.last->source.size);
    judgement.rounds = mended.rounds;
    judgement.fixes = mended.count;
    count_withheld(&mended, &judgement);
    count_newcomers(&mended, &judgement);
    mend(buf_str(out), profile, unsafe, &arena, &again);
    judgement.unstable = again.count > 0;
    arena_release(&arena);
    return judgement;
}

static void parse(struct document *document, struct source *source, struct arena *arena,
                  struct str text)
{
    struct str copy = arena_str(arena, text);

    source_init(source, arena, "text.md", copy.data, copy.len);
    document_parse(document, arena, source);
}

bool judge_other(struct str text, struct str other, const char *fixers)
{
    uint32_t *counts = calloc(rules_all.count, sizeof(*counts));
    struct document before, after;
    struct source sources[2];
    struct arena arena;
    bool same;

    for (uint32_t i = 0; counts && i < rules_all.count; i++)
        counts[i] = strstr(fixers, rules_all.rules[i]->code) != NULL;
    arena_init(&arena);
    parse(&before, &sources[0], &arena, text);
    parse(&after, &sources[1], &arena, other);
    same = counts && likeness_rendered(&before, &after,
                                       likeness_allowance(&rules_all, counts, &arena));
    arena_release(&arena);
    free(counts);
    return same;
}
