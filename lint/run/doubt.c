/* doubt.c - fixes that are not known to be safe because of where they are */

#include "lint/run/doubt.h"

#include "lint/document/code_elements.h"
#include "lint/document/contested.h"
#include "lint/document/fence.h"
#include "lint/document/like_headings.h"
#include "lint/document/other_code.h"
#include "lint/document/other_reading.h"
#include "lint/document/plain.h"
#include "lint/run/suppression_comment.h"

/* So many blank lines are looked at; more may be anything. */
enum { BLANK_LINES_MAX = 16 };

struct doubts {
    const struct document *document;
    bool wide;  /* the file: no edit of bytes is safe */
    bool meant; /* something meant as front matter must stay that */
    uint32_t plain_end;
    struct contested contested;
    struct other_reading other;
    const struct node *outermost;  /* the block that was last asked for */
    struct like_headings headings; /* none before they are asked for */
    struct code_elements code;
    struct contested other_code;
    const struct suppressions *suppressions;
    struct arena *arena;
};

/* An edit and where it begins. */
struct change {
    struct span span;
    struct str text;
    uint32_t line;
    const struct node *block; /* the innermost one on the line */
};

/* Does an edit begin in what was meant as front matter, or on the first line that may be
 * more of it? It may then be none any more, or end elsewhere. */
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

        if (line == first || line == first + 1 || line <= document->body_line)
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
           (block->kind == NODE_DEFINITION && block->parent) ||
           document_in_footnote(document, block);
}

/* Is there nothing but the box of a task in the item? It is one for the blank after it.
 */
static bool is_lone_box(const struct change *change)
{
    return change->block->kind == NODE_ITEM && change->block->flags & NODE_TASK;
}

/* Does a footnote begin on the line, and the edit is before its text? What goes on below
 * is not counted from the start of the line. */
static bool is_after_label(const struct document *document, const struct change *change)
{
    const struct node *footnote;

    if (change->span.start >= change->block->span.start)
        return false;
    footnote = node_ancestor(document, change->block, NODE_FOOTNOTE_DEFINITION);
    return footnote &&
           source_line(document->source, footnote->span.start) == change->line;
}

/* A footnote is shown at the end, after what an element there is open for. */
static bool is_shown_in_open(const struct doubts *doubts, const struct change *change)
{
    const struct document *document = doubts->document;

    return doubts->plain_end < document->source->size &&
           document_in_footnote(document, change->block);
}

/* Is the line blank, with blanks that count for cmark-gfm: does it follow an empty item,
 * or a line of a footnote? */
static bool has_blanks_that_count(const struct document *document, uint32_t line)
{
    const struct source *source = document->source;

    if (!(source->lines[line].flags & LINE_BLANK) || line <= document->body_line ||
        span_empty(source_line_span(source, line)))
        return false;
    for (int i = 0; i < BLANK_LINES_MAX && line > document->body_line; i++)
        if (!(source->lines[--line].flags & LINE_BLANK))
            return minds_blanks(document, line);
    return true;
}

/* Would the edit make one line end of two, a CR and an LF? */
static bool joins_line_ends(const struct source *source, const struct change *change)
{
    struct str text = change->text;
    bool after_cr =
        change->span.start > 0 && source->data[change->span.start - 1] == '\r';
    bool before_lf = source->data[change->span.end] == '\n';

    if (!text.len)
        return after_cr && before_lf;
    return (after_cr && text.data[0] == '\n') ||
           (before_lf && text.data[text.len - 1] == '\r');
}

/* The outermost block around a block. Neighbours share it, however deep they are. */
static const struct node *outermost(struct doubts *doubts, const struct node *block)
{
    const struct node *last = doubts->outermost;

    if (last && block >= last && block < &doubts->document->nodes[last->next])
        return last;
    doubts->outermost = node_outermost(doubts->document, block);
    return doubts->outermost;
}

/* Where the blank lines right above the line start. */
static uint32_t blank_above(const struct source *source, uint32_t line)
{
    for (int i = 0; i < BLANK_LINES_MAX && line > 0; i++, line--)
        if (!(source->lines[line - 1].flags & LINE_BLANK))
            break;
    return source->lines[line].start;
}

/* Does the edit take away a line end, or all of the last line? */
static bool takes_line(const struct source *source, const struct change *change)
{
    struct span line = source_line_span(source, change->line);

    if (change->line + 1 < source->line_count &&
        change->span.end >= source->lines[change->line + 1].start)
        return true;
    return !span_empty(change->span) && change->span.start == line.start &&
           change->span.end == line.end;
}

/* What an edit concerns: all of the outermost block, where it changes what is before a
 * text; blank lines above, where it takes away lines, for it joins what is around them.
 */
static struct span reach_of(struct doubts *doubts, const struct change *change)
{
    const struct document *document = doubts->document;
    const struct node *block = change->block;
    struct span reach = change->span;

    if (takes_line(document->source, change))
        reach.start = blank_above(document->source, change->line);
    if (block == document->nodes ||
        (block->kind != NODE_ITEM && reach.start >= block->span.start))
        return reach;
    block = outermost(doubts, block);
    if (block->span.start < reach.start)
        reach.start = block->span.start;
    if (block->span.end > reach.end)
        reach.end = block->span.end;
    return reach;
}

/* Is the first line one that front matter begins with, but for what is below? */
static bool may_begin_front_matter(const struct document *document)
{
    return !document->body_line && fence_find(document_line(document, 0));
}

/* Does the edit take away a definition, which a link may lead to where something is read
 * in another way? */
static bool takes_definition(const struct doubts *doubts, const struct change *change)
{
    return change->block->kind == NODE_DEFINITION && !change->text.len &&
           span_contains(change->span, change->block->span) &&
           (doubts->contested.count || doubts->other.contested.count ||
            may_begin_front_matter(doubts->document));
}

/* Is the edit in the text of a heading that another one is like but for its markup? They
 * may become equal (MD024). */
static bool makes_headings_equal(struct doubts *doubts, const struct change *change)
{
    const struct document *document = doubts->document;
    const struct node *heading = change->block;

    if (heading->kind != NODE_HEADING || !span_contains(heading->content, change->span))
        return false;
    if (!doubts->headings.count)
        doubts->headings = like_headings_find(document, doubts->arena);
    return like_headings_has(&doubts->headings, document, heading);
}

static bool is_fence(struct str line)
{
    if (!line.len || !is_one_of(*line.data, "-+.{}"))
        return false;
    for (enum front_matter_syntax syntax = FRONT_MATTER_YAML; syntax <= FRONT_MATTER_JSON;
         syntax++) {
        const struct fence *fence = fence_of(syntax);

        if (fence_is_mark(line, fence->open) || fence_is_mark(line, fence->close) ||
            fence_is_mark(line, fence->other_close))
            return true;
    }
    return false;
}

/* Would the line look like one around front matter, without what the edit takes away from
 * its start? */
static bool bares_fence(const struct document *document, const struct change *change)
{
    const struct source *source = document->source;
    struct span line = source_line_span(source, change->line);

    if (change->text.len || change->span.start != line.start ||
        change->span.end > line.end ||
        (document->body_line && !document->front_matter.miss &&
         change->line >= document->body_line))
        return false;
    return is_fence(source_text(source, span_make(change->span.end, line.end)));
}

/* Is there another way to read what the edit concerns? Of most articles there is but one
 * way to read anything. */
static bool is_read_otherwise(struct doubts *doubts, const struct change *change)
{
    struct contested other = {doubts->other.spans, doubts->other.count};
    struct span reach;

    if (!doubts->contested.count && !doubts->other.exists)
        return false;
    reach = reach_of(doubts, change);
    return contested_touches(doubts->contested, reach) ||
           contested_touches(doubts->other.contested, reach) ||
           contested_touches(other, reach) ||
           other_reading_refers(&doubts->other, change->line);
}

/* Is there a comment of that kind that overlaps the span? */
static bool has_comment(const struct doubts *doubts, struct span span,
                        enum directive_kind kind)
{
    const struct directive *comments = doubts->suppressions->comments;
    uint32_t count = doubts->suppressions->comment_count;
    uint32_t low = 0;
    uint32_t high = count;

    /* The first one that ends after the start. */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (comments[middle].span.end <= span.start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < count && span_overlaps(comments[low].span, span); low++)
        if (comments[low].kind == kind)
            return true;
    return false;
}

/* Does the edit put a line between a comment that is about the next one, and that? */
static bool parts_comment(const struct doubts *doubts, const struct change *change)
{
    const struct source *source = doubts->document->source;
    uint32_t line = change->line;

    if (!str_ends(change->text, STR("\n")) && !str_ends(change->text, STR("\r")))
        return false;
    return line && change->span.start == source->lines[line].start &&
           has_comment(doubts, source_line_span(source, line - 1),
                       DIRECTIVE_DISABLE_NEXT_LINE);
}

/* Is the edit in a comment that configures rules, which may say something else then?
 * White space at the ends of lines says nothing. */
static bool is_in_configuration(const struct doubts *doubts, const struct change *change)
{
    const char *data = doubts->document->source->data;

    if (!change->text.len && is_line_end(data[change->span.end]))
        return false;
    return has_comment(doubts, change->span, DIRECTIVE_CONFIGURE_FILE);
}

/* Most articles have no comment to meet. */
static bool meets_comment(const struct doubts *doubts, const struct change *change)
{
    return doubts->suppressions->comment_count &&
           (is_in_configuration(doubts, change) || parts_comment(doubts, change));
}

/* Are it blanks in the midst of a line of a `<code>` that the edit changes? They may be
 * there on purpose. */
static bool changes_blanks_in_code(const struct doubts *doubts,
                                   const struct change *change)
{
    const struct source *source = doubts->document->source;
    struct contested code = {doubts->code.items, doubts->code.count};

    return code.count && contested_touches(code, change->span) &&
           str_has_only(change->text, " ") &&
           str_has_only(source_text(source, change->span), " \t") &&
           !is_line_end(source->data[change->span.end]);
}

static bool is_doubtful_change(struct doubts *doubts, const struct change *change)
{
    const struct document *document = doubts->document;

    return joins_line_ends(document->source, change) || is_lone_box(change) ||
           is_after_label(document, change) || is_shown_in_open(doubts, change) ||
           is_read_otherwise(doubts, change) ||
           has_blanks_that_count(document, change->line) ||
           takes_definition(doubts, change) || makes_headings_equal(doubts, change) ||
           meets_comment(doubts, change) || changes_blanks_in_code(doubts, change) ||
           contested_touches(doubts->other_code, change->span) ||
           bares_fence(document, change);
}

static bool is_doubtful(struct doubts *doubts, const struct mistake *mistake)
{
    const struct document *document = doubts->document;

    if (doubts->wide ||
        mistake->edits[mistake->edit_count - 1].span.end > doubts->plain_end ||
        (doubts->meant && touches_miss(document, mistake)))
        return true;
    for (uint32_t i = 0; i < mistake->edit_count; i++) {
        const struct edit *edit = &mistake->edits[i];
        uint32_t line = source_line(document->source, edit->span.start);
        struct change change = {edit->span, edit->text, line,
                                document_line_node(document, line)};

        if (is_doubtful_change(doubts, &change))
            return true;
    }
    return false;
}

/* Most articles have nothing to doubt, and most findings no fix. */
static void find_doubts(struct doubts *doubts)
{
    struct arena *arena = doubts->arena;

    doubts->wide = source_is_wide(doubts->document->source);
    doubts->plain_end = document_plain_end(doubts->document);
    doubts->code = code_elements_find(doubts->document, arena);
    doubts->other_code = other_code_find(doubts->document, arena);
    doubts->contested = document_contested(doubts->document, arena);
    doubts->other = other_reading(doubts->document, doubts->contested, arena);
    if (doubts->other.exists && doubts->other.plain_end < doubts->plain_end)
        doubts->plain_end = doubts->other.plain_end;
}

void doubt_fixes(const struct document *document, const struct profile *profile,
                 const struct suppressions *suppressions, struct diagnostics all)
{
    struct arena arena;
    struct doubts doubts = {.document = document,
                            .meant = !profile->as_markdownlint,
                            .suppressions = suppressions,
                            .arena = &arena};
    bool known = false;

    arena_init(&arena);
    for (uint32_t i = 0; i < all.count; i++) {
        struct mistake *mistake = &all.items[i].mistake;

        if (!mistake->edit_count || !mistake->fix_safe)
            continue;
        if (!known)
            find_doubts(&doubts);
        known = true;
        mistake->fix_safe = !is_doubtful(&doubts, mistake);
    }
    arena_release(&arena);
}
