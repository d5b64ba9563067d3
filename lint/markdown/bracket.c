/* bracket.c - links, images and footnote references: brackets that find partners */

#include "lint/base/ascii.h"
#include "lint/markdown/feature.h"
#include "lint/markdown/link_syntax.h"
#include "lint/markdown/mark.h"

/* Behind the ] of the footnote reference at `at`; 0 when there is none. */
static uint32_t footnote_end(const struct inlines *in, uint32_t at)
{
    struct span label;
    uint32_t end;

    if (!(in->features & MARKDOWN_FOOTNOTES) || inlines_byte(in, at + 1) != '^')
        return 0;
    end = link_label(in->text, at, &label);
    if (!end || end - 1 <= at + 2)
        return 0;
    for (uint32_t i = at; i < end; i++)
        if (is_space_tab_or_line_end(in->text.data[i]))
            return 0;
    return labels_find(in->footnotes, inlines_text(in, at + 2, end - 1)) ? end : 0;
}

static void push_bracket(struct inlines *in, struct bracket bracket)
{
    in->brackets = arena_make_room(in->arena, in->brackets, in->bracket_count,
                                   &in->bracket_capacity, sizeof(*in->brackets));
    in->brackets[in->bracket_count++] = bracket;
}

uint32_t bracket_open(struct inlines *in, uint32_t at)
{
    uint32_t end = footnote_end(in, at);
    bool image = at > in->done && in->text.data[at - 1] == '!';

    if (end) {
        inlines_add(in, MARK_FOOTNOTE, span_make(at, end));
        in->done = end;
        return end;
    }
    if (in->bracket_count)
        in->brackets[in->bracket_count - 1].has_bracket = true;
    inlines_add(in, MARK_TEXT, span_make(at - image, at + 1));
    push_bracket(in, (struct bracket){.mark = in->mark_count - 1,
                                      .text = at + 1,
                                      .run = in->top_run,
                                      .image = image,
                                      .is_label = at && at == in->label});
    in->done = at + 1;
    return at + 1;
}

/* The reference that starts with the bracket and whose ] is `at`; returns its end, or 0
 * when there is no such definition. */
static uint32_t read_reference(const struct inlines *in, const struct bracket *bracket,
                               uint32_t at, struct link_parts *parts)
{
    struct span label;
    uint32_t end = link_label(in->text, at + 1, &label);

    parts->label = parts->text;
    parts->form = end ? LINK_COLLAPSED : LINK_SHORTCUT;
    if (end && !span_empty(label)) {
        parts->form = LINK_FULL;
        parts->label = label;
    } else if (bracket->has_bracket || (end && end > at + sizeof("[]"))) {
        return 0; /* [ ] is no label, and no [] either */
    }
    if (!end)
        end = at + 1;
    parts->destination = parts->title = span_make(end, end);
    parts->definition = labels_find(
        in->definitions, inlines_text(in, parts->label.start, parts->label.end));
    return parts->definition ? end : 0;
}

/* The link or image that the ] at `at` ends; returns its end, or 0 when it is none. */
static uint32_t read_link(const struct inlines *in, const struct bracket *bracket,
                          uint32_t at, struct link_parts *parts)
{
    uint32_t end = link_tail(in->text, at + 1, &parts->destination, &parts->title);

    parts->text = span_make(bracket->text, at);
    parts->image = bracket->image;
    if (!end)
        return read_reference(in, bracket, at, parts);
    parts->form = LINK_INLINE;
    parts->label = span_make(at, at);
    return end;
}

static uint32_t add_link(struct inlines *in, const struct link_parts *parts)
{
    in->links = arena_make_room(in->arena, in->links, in->link_count, &in->link_capacity,
                                sizeof(*in->links));
    in->links[in->link_count] = *parts;
    return in->link_count++;
}

/* Takes the last [ from the stack; true when it may open a link or image. */
static bool pop_bracket(struct inlines *in, struct bracket *bracket)
{
    bool active;

    *bracket = in->brackets[--in->bracket_count];
    active = bracket->image || in->bracket_count >= in->inactive;
    if (in->inactive > in->bracket_count)
        in->inactive = in->bracket_count;
    return active;
}

uint32_t bracket_close(struct inlines *in, uint32_t at)
{
    struct bracket bracket;
    struct link_parts parts = {0};
    uint32_t end;
    uint32_t link;

    if (!in->bracket_count)
        return at + 1;
    if (!pop_bracket(in, &bracket)) {
        loose_note(in, &bracket, at, at);
        return at + 1;
    }
    end = read_link(in, &bracket, at, &parts);
    if (!end) {
        loose_note(in, &bracket, at, at + 1);
        return at + 1;
    }
    link = add_link(in, &parts);
    in->marks[bracket.mark].kind = MARK_OPEN;
    in->marks[bracket.mark].index = link;
    runs_pair(in, bracket.run);
    inlines_add(in, MARK_CLOSE, span_make(at, end))->index = link;
    /* There are no links in links. */
    if (!bracket.image)
        in->inactive = in->bracket_count;
    in->done = end;
    return end;
}
