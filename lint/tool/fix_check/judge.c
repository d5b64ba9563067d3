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

/* The text with nothing mended but tabs and blanks at the ends of lines, and before the #
 * of headings. */
static void mend_blanks(const struct mended *mended, const struct profile *profile,
                        struct arena *arena, struct mended *clean)
{
    static const char rules[] = "MD009 MD010 MD023";
    struct profile reduced;
    struct mending mending = {.context = &context, .profile = &reduced};

    profile_copy(&reduced, profile, &rules_all, arena);
    for (uint32_t i = 0; i < rules_all.count; i++)
        if (!strstr(rules, rules_all.rules[i]->code))
            reduced.severities[i] = SEVERITY_OFF;
    mend_article(&mending, &mended->first->source, arena, clean);
    mending.profile = profile;
    clean->last = version_read(&mending, &clean->last->source, arena);
}

/* Rules count a tab as one character, a blank at the end of a line as text, and no # as a
 * heading's that has blanks before it: is there a finding as soon as these are gone? */
static bool was_hidden(const struct mended *mended, const struct mended *clean,
                       uint32_t rule)
{
    const struct diagnostics *found = &clean->last->found;

    for (uint32_t i = 0; i < found->count; i++)
        if (found->items[i].rule == rule &&
            !had(mended->first, rule,
                 lines_before(clean, found->items[i].mistake.span.start)))
            return true;
    return false;
}

static enum newcomer kind_of(const struct mended *mended, const struct rule *rule)
{
    if (strcmp(rule->code, "MD013") == 0 || strcmp(rule->code, "MD060") == 0)
        return NEW_LONGER;
    if (rule_has_tag(rule, STR("headings")) && mended_any(mended, "MD018"))
        return NEW_HEADING;
    if (rule_has_tag(rule, STR("front-matter")) && mended_any(mended, "FM"))
        return NEW_HIDDEN;
    if (rule->role == ROLE_UNUSED_SUPPRESSION)
        return NEW_IDLE;
    if (strcmp(rule->code, "MD054") == 0 && mended_any(mended, "MD034"))
        return NEW_CLASH;
    return NEW_UNKNOWN;
}

static void count_newcomers(const struct mended *mended, const struct profile *profile,
                            struct arena *arena, struct judgement *judgement)
{
    const struct version *last = mended->last;
    struct mended clean = {.last = NULL};

    for (uint32_t i = 0; i < last->found.count && mended->count; i++) {
        const struct diagnostic *one = &last->found.items[i];
        const struct rule *rule = rules_all.rules[one->rule];
        uint32_t line = source_line(&last->source, one->mistake.span.start);
        struct span before = lines_before(mended, one->mistake.span.start);
        enum newcomer kind = kind_of(mended, rule);

        if (rule_speaks_for_core(rule) || mended->counts[one->rule] ||
            had(mended->first, one->rule, before))
            continue;
        if (kind == NEW_UNKNOWN && !clean.last)
            mend_blanks(mended, profile, arena, &clean);
        if (kind == NEW_UNKNOWN && was_hidden(mended, &clean, one->rule))
            kind = NEW_BARED;
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
    count_newcomers(&mended, profile, &arena, &judgement);
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
