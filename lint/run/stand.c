/* stand.c - the comment that lets a finding stand */

#include "lint/run/stand.h"

#include "lint/run/likeness.h"

/* Findings of the rule, or of all rules but that one. */
static uint32_t count_found(const struct version *version, uint32_t rule, bool others)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < version->found.count; i++)
        count += (version->found.items[i].rule == rule) != others;
    return count;
}

/* Does the edit hide findings of the rule, and change nothing that anyone sees? */
static bool is_good(const struct mending *mending, const struct version *version,
                    uint32_t rule, const struct edit *edit, struct arena *arena)
{
    struct mended mended = {.first = version, .last = version};
    struct applied_edits edits = {edit, 1};
    struct applied_edits none = {NULL, 0};
    const struct version *after;

    mend_further(mending, &mended, edits, arena);
    after = mended.last;
    return after != version &&
           count_found(after, rule, false) < count_found(version, rule, false) &&
           count_found(after, rule, true) == count_found(version, rule, true) &&
           likeness_values(&version->document, &after->document, none) &&
           likeness_without(&version->document, &after->document, str_trim(edit->text));
}

/* At the end of the line of the finding. */
static struct edit beside(const struct version *version, uint32_t line, const char *code,
                          struct arena *arena)
{
    bool in_front = line < version->document.body_line;
    uint32_t end = source_line_span(&version->source, line).end;

    return (struct edit){
        span_make(end, end),
        in_front ? arena_format(arena, " # stet-disable-line %s", code)
                 : arena_format(arena, " <!-- stet-disable-line %s -->", code)};
}

/* On a line of its own above that of the finding. */
static struct edit above(const struct version *version, uint32_t line, const char *code,
                         struct arena *arena)
{
    bool in_front = line < version->document.body_line;
    uint32_t start = source_line_span(&version->source, line).start;
    struct str end = version->source.newline;

    return (struct edit){span_make(start, start),
                         in_front ? arena_format(arena, "# stet-disable-next-line %s%.*s",
                                                 code, (int)end.len, end.data)
                                  : arena_format(arena,
                                                 "<!-- stet-disable-next-line %s -->%.*s",
                                                 code, (int)end.len, end.data)};
}

bool stand_edit(const struct mending *mending, const struct version *version,
                const struct diagnostic *found, struct arena *arena, struct edit *edit)
{
    const char *code = mending->context->rules->rules[found->rule]->code;
    uint32_t line = source_line(&version->source, found->mistake.span.start);

    *edit = above(version, line, code, arena);
    if (is_good(mending, version, found->rule, edit, arena))
        return true;
    *edit = beside(version, line, code, arena);
    return is_good(mending, version, found->rule, edit, arena);
}
