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

bool emphasis_in_word(const struct document *document, const struct node *emphasis)
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
           (is_ascii_punctuation(c) && !is_marker(c) && c != '\\');
}

/* Parsers disagree about what bytes that are not UTF-8 are. */
static bool is_utf8(struct str text)
{
    size_t len;

    return text.len && utf8_decode(text, &len) != CODE_POINT_INVALID &&
           utf8_decode(utf8_last(text), &len) != CODE_POINT_INVALID;
}

bool emphasis_can_change(const struct document *document, const struct node *emphasis)
{
    const char *data = document->source->data;

    if (!is_apart(byte_before(document, emphasis)) ||
        !is_apart(byte_after(document, emphasis)) ||
        !is_utf8(source_text(document->source, emphasis->content)))
        return false;
    for (uint32_t at = emphasis->content.start; at < emphasis->content.end; at++)
        if (is_marker(data[at]))
            return false;
    return true;
}

const char *const emphasis_styles[] = {"consistent", "asterisk", "underscore", NULL};

char emphasis_wanted(const struct document *document, const struct node *emphasis,
                     enum emphasis_style style, const struct node **first)
{
    char wanted = style == EMPHASIS_ASTERISK ? '*' : '_';

    if (style == EMPHASIS_CONSISTENT) {
        *first = *first ? *first : emphasis;
        wanted = (*first)->marker;
    }
    return wanted == '_' && emphasis_in_word(document, emphasis) ? emphasis->marker
                                                                 : wanted;
}
