/* doubt.c - fixes that are not known to be safe because of where they are */

#include "lint/run/doubt.h"

#include "lint/document/lazy_html.h"
#include "lint/document/plain.h"

struct doubts {
    const struct document *document;
    bool meant; /* something meant as front matter must stay that */
    uint32_t plain_end;
    struct lazy_html html;
};

/* Does an edit begin on the line where something meant as front matter begins, or on the
 * next one? It may then be none any more. */
static bool touches_miss(const struct document *document, const struct mistake *mistake)
{
    const struct source *source = document->source;
    const struct mistake *miss = document->front_matter.miss;
    uint32_t first;

    if (!miss || miss->span.start == mistake->span.start)
        return false;
    first = source_line(source, miss->span.start);
    for (uint32_t i = 0; i < mistake->edit_count; i++) {
        uint32_t line = source_line(source, mistake->edits[i].span.start);

        if (line == first || line == first + 1)
            return true;
    }
    return false;
}

static bool is_doubtful(const struct doubts *doubts, const struct mistake *mistake)
{
    if (mistake->edits[mistake->edit_count - 1].span.end > doubts->plain_end ||
        (doubts->meant && touches_miss(doubts->document, mistake)))
        return true;
    for (uint32_t i = 0; i < mistake->edit_count; i++)
        if (lazy_html_touches(doubts->html, mistake->edits[i].span))
            return true;
    return false;
}

void doubt_fixes(const struct document *document, const struct profile *profile,
                 struct diagnostics all, struct arena *arena)
{
    struct doubts doubts = {document, !profile->as_markdownlint, 0, {NULL, 0}};
    bool known = false;

    for (uint32_t i = 0; i < all.count; i++) {
        struct mistake *mistake = &all.items[i].mistake;

        if (!mistake->edit_count || !mistake->fix_safe)
            continue;
        if (!known) {
            doubts.plain_end = document_plain_end(document);
            doubts.html = document_lazy_html(document, arena);
        }
        known = true;
        mistake->fix_safe = !is_doubtful(&doubts, mistake);
    }
}
