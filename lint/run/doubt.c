/* doubt.c - fixes that are not known to be safe because of where they are */

#include "lint/run/doubt.h"

#include "lint/document/contested.h"
#include "lint/document/plain.h"

struct doubts {
    const struct document *document;
    bool meant; /* something meant as front matter must stay that */
    uint32_t plain_end;
    struct contested contested;
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

/* Does the line begin an item with nothing on it, or is it in a footnote? */
static bool minds_blanks(const struct document *document, uint32_t line)
{
    const struct node *block = document_line_node(document, line);

    return (block->kind == NODE_ITEM &&
            source_line(document->source, block->span.start) == line) ||
           document_in_footnote(document, block);
}

/* Is the line blank, with blanks that count for cmark-gfm: does it follow an empty item,
 * or a line of a footnote? */
static bool has_blanks_that_count(const struct document *document, uint32_t line)
{
    const struct source *source = document->source;

    return source->lines[line].flags & LINE_BLANK && line > document->body_line &&
           !span_empty(source_line_span(source, line)) &&
           minds_blanks(document, line - 1);
}

static bool is_doubtful(const struct doubts *doubts, const struct mistake *mistake)
{
    if (mistake->edits[mistake->edit_count - 1].span.end > doubts->plain_end ||
        (doubts->meant && touches_miss(doubts->document, mistake)))
        return true;
    for (uint32_t i = 0; i < mistake->edit_count; i++) {
        struct span span = mistake->edits[i].span;
        uint32_t line = source_line(doubts->document->source, span.start);

        if (contested_touches(doubts->contested, span) ||
            has_blanks_that_count(doubts->document, line))
            return true;
    }
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
            doubts.contested = document_contested(document, arena);
        }
        known = true;
        mistake->fix_safe = !is_doubtful(&doubts, mistake);
    }
}
