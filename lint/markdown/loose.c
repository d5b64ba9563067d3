/* loose.c - references whose label has no definition */

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/markdown/feature.h"
#include "lint/markdown/mark.h"

/* The text of a label, piece by piece: a view of the content while it is one piece. */
struct gathered {
    struct inlines *in;
    struct span piece;
    struct buf buf;
    bool any; /* there was text, if only blanks */
};

static void add_text(struct gathered *text, struct span span)
{
    if (span_empty(span))
        return;
    if (text->any && !text->buf.len && !span_empty(text->piece))
        buf_add_str(&text->buf,
                    inlines_text(text->in, text->piece.start, text->piece.end));
    if (text->any)
        buf_add_str(&text->buf, inlines_text(text->in, span.start, span.end));
    else
        text->piece = span;
    text->any = true;
}

/* Is the mark text after all? Markup, escapes and what is no text are left out. */
static bool is_text(const struct inlines *in, const struct mark *mark)
{
    return mark->kind == MARK_TEXT || mark->kind == MARK_BREAK ||
           (mark->kind == MARK_RUN && in->runs[mark->index].character == '~');
}

static void gather(struct gathered *text, const struct bracket *bracket, uint32_t end)
{
    struct inlines *in = text->in;
    uint32_t at = bracket->text;

    for (uint32_t i = bracket->mark + 1; i < in->mark_count; i++) {
        const struct mark *mark = &in->marks[i];

        add_text(text, span_make(at, mark->start));
        if (is_text(in, mark))
            add_text(text, span_make(mark->start, mark->end));
        at = mark->end;
    }
    add_text(text, span_make(at, end));
}

/* The label; its white space at both ends goes. */
static struct str label_of(struct gathered *text)
{
    struct str label = text->buf.len
                           ? arena_str(text->in->arena, buf_str(&text->buf))
                           : inlines_text(text->in, text->piece.start, text->piece.end);

    buf_release(&text->buf);
    return str_trim(label);
}

/* The last loose reference of the content, when it ends at `at`. */
static struct loose_reference *touching(struct inlines *in, uint32_t at)
{
    struct tree *tree = in->tree;
    struct loose_reference *last;

    if (tree->loose_count <= in->loose_first)
        return NULL;
    last = &tree->loose[tree->loose_count - 1];
    return last->span.end == at ? last : NULL;
}

static void note(struct inlines *in, const struct bracket *bracket, uint32_t at,
                 uint32_t end)
{
    struct span span = span_make(in->marks[bracket->mark].start, end);
    struct loose_reference *before = touching(in, span.start);
    struct gathered text = {.in = in};
    struct loose_reference loose = {span, {NULL, 0}, LINK_SHORTCUT};

    gather(&text, bracket, at);
    loose.label = label_of(&text);
    if (before && !text.any) {
        before->form = LINK_COLLAPSED;
        before->span.end = end;
    } else if (before) {
        loose.form = LINK_FULL;
        loose.span.start = before->span.start;
        in->tree->loose_count--;
    }
    if (loose.label.len)
        tree_add_loose(in->tree, loose);
}

void loose_note(struct inlines *in, const struct bracket *bracket, uint32_t at,
                uint32_t end)
{
    if (in->bracket_count)
        in->brackets[in->bracket_count - 1].has_loose = true;
    if (!bracket->has_loose && !bracket->is_label && !(in->tree->flags & NODE_IN_HTML) &&
        !(in->features & MARKDOWN_NO_TEXT))
        note(in, bracket, at, end);
}

void loose_place(struct inlines *in, const struct content *content)
{
    struct tree *tree = in->tree;

    for (uint32_t i = in->loose_first; i < tree->loose_count; i++)
        tree->loose[i].span = content_span(content, tree->loose[i].span);
}
