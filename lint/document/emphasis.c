/* emphasis.c - the markers of emphasis and strong emphasis */

#include "lint/document/emphasis.h"

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"

/* The bytes around it; NUL where the text ends. */
static char byte_before(const struct document *document, const struct node *emphasis)
{
    return emphasis->span.start ? document->source->data[emphasis->span.start - 1] : '\0';
}

static char byte_after(const struct document *document, const struct node *emphasis)
{
    return document->source->data[emphasis->span.end];
}

/* Does an ASCII letter, digit or _ touch it from outside, as in `un*believ*able`? */
static bool is_in_word(const struct document *document, const struct node *emphasis)
{
    return is_ascii_word(byte_before(document, emphasis)) ||
           is_ascii_word(byte_after(document, emphasis));
}

static bool is_marker(char c)
{
    return c == '*' || c == '_';
}

static bool is_apart(char c)
{
    return c == '\0' || is_space_tab_or_line_end(c) ||
           (is_ascii_punctuation(c) && !is_marker(c) && !is_one_of(c, "\\~"));
}

/* Parsers disagree about what bytes that are not UTF-8 are. */
static bool is_utf8(struct str text)
{
    size_t len;

    return text.len && utf8_decode(text, &len) != CODE_POINT_INVALID &&
           utf8_decode(utf8_last(text), &len) != CODE_POINT_INVALID;
}

/* More is not looked at: long paragraphs of emphasis must not become quadratic. */
enum { BEFORE_MAX_BYTES = 1000 };

/* Behind punctuation a marker may close what begins further before, in the same link: is
 * there nothing of the kind? */
static bool closes_nothing(const struct document *document, const struct node *emphasis)
{
    const struct source *source = document->source;
    const struct node *around = node_parent(document, emphasis);
    uint32_t at = emphasis->span.start;

    if (!is_ascii_punctuation(byte_before(document, emphasis)))
        return true;
    while (around->kind >= NODE_TEXT && around->kind != NODE_LINK)
        around = node_parent(document, around);
    if (at - around->content.start > BEFORE_MAX_BYTES)
        return false;
    for (; at > around->content.start; at--)
        if (is_marker(source->data[at - 1]) && source->data[at - 1] != emphasis->marker)
            return false;
    return true;
}

/* Looks no further than the first * or _ in it, or a sign that may be an address's: `_`
 * may be a part of that as well. */
static bool can_change(const struct document *document, const struct node *emphasis)
{
    const char *data = document->source->data;

    if (!is_apart(byte_before(document, emphasis)) ||
        !is_apart(byte_after(document, emphasis)) ||
        !closes_nothing(document, emphasis) ||
        !is_utf8(source_text(document->source, emphasis->content)))
        return false;
    for (uint32_t at = emphasis->content.start; at < emphasis->content.end; at++)
        if (is_marker(data[at]) || data[at] == '@')
            return false;
    return true;
}

const char *const emphasis_styles[] = {"consistent", "asterisk", "underscore", NULL};

static char wanted_marker(const struct document *document, const struct node *emphasis,
                          enum emphasis_style style, const struct node **first)
{
    char wanted = style == EMPHASIS_ASTERISK ? '*' : '_';

    if (style == EMPHASIS_CONSISTENT) {
        *first = *first ? *first : emphasis;
        wanted = (*first)->marker;
    }
    return wanted == '_' && is_in_word(document, emphasis) ? emphasis->marker : wanted;
}

static struct str markers(char marker, uint32_t count)
{
    return str_from((marker == '*' ? "**" : "__") + 2 - count);
}

bool emphasis_wants_change(const struct document *document, const struct node *emphasis,
                           enum emphasis_style style, const struct node **first,
                           struct emphasis_change *change)
{
    char wanted = wanted_marker(document, emphasis, style, first);
    uint32_t count = emphasis->level;
    struct span span = emphasis->span;

    if (emphasis->marker == wanted)
        return false;
    *change = (struct emphasis_change){
        .opening = emphasis_opening(emphasis),
        .closing = span_make(span.end - count, span.end),
        .found = markers(emphasis->marker, count),
        .wanted = markers(wanted, count),
        .is_safe = can_change(document, emphasis),
    };
    return true;
}
