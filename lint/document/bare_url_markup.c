/* bare_url_markup.c - bare URLs and addresses as links */

#include "lint/document/bare_url_markup.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"

/* A longer URL is data, which should not be in a file twice. */
enum { MARKUP_MAX_BYTES = 4000 };

/* A shortcode or bracket that begins further before a URL is not looked for: a long
 * paragraph of URLs must not become quadratic. */
enum { OPENING_MAX_BYTES = 1000 };

/* GFM allows underscores, empty labels, and hyphens beside dots; CommonMark 6.5 does
 * not. */
static bool is_autolink_address(struct str address)
{
    const char *at = memchr(address.data, '@', address.len);
    size_t len = (size_t)(address.data + address.len - at);

    for (size_t i = 1; i < len; i++) {
        bool first = at[i - 1] == '@' || at[i - 1] == '.';
        bool last = i + 1 == len || at[i + 1] == '.';

        if (at[i] == '_' || (is_one_of(at[i], "-.") && (first || last)))
            return false;
    }
    return len > 1;
}

struct str bare_url_link(const struct source *source, const struct node *url,
                         struct arena *arena)
{
    static const char *const schemes[] = {
        [BARE_URL] = "", [BARE_WWW] = "http://", [BARE_EMAIL] = "mailto:"};
    struct str text = source_text(source, url->span);

    if (text.len > MARKUP_MAX_BYTES || str_has_any(text, "()[]<>\\*_`&"))
        return (struct str){NULL, 0};
    return arena_format(arena, "[%.*s](%s%.*s)", (int)text.len, text.data,
                        schemes[url->form], (int)text.len, text.data);
}

struct str bare_url_markup(const struct source *source, const struct node *url,
                           struct arena *arena)
{
    enum bare_url_form form = url->form;
    struct str text = source_text(source, url->span);

    if (form == BARE_WWW)
        return bare_url_link(source, url, arena);
    if (text.len > MARKUP_MAX_BYTES)
        return (struct str){NULL, 0};
    if (form == BARE_URL ? str_has_any(text, ">") : !is_autolink_address(text))
        return (struct str){NULL, 0};
    return arena_format(arena, "<%.*s>", (int)text.len, text.data);
}

/* Does a `{{` or `{%` begin in the text that does not end there? */
static bool leaves_braces_open(struct str text)
{
    const char *end = text.data + text.len;
    const char *open = NULL;
    const char *at;

    for (at = text.data; (at = memchr(at, '{', (size_t)(end - at))); at++)
        if (end - at > 1 && is_one_of(at[1], "{%"))
            open = at + 1;
    for (at = open; at && (at = memchr(at, '}', (size_t)(end - at))); at++)
        if (is_one_of(at[-1], "}%"))
            return false;
    return open;
}

/* Does a bracket open on the line of the URL, before it, with no end of anything in
 * between? */
static bool is_in_brackets(const struct source *source, uint32_t first, uint32_t url)
{
    for (uint32_t at = url; at > first; at--) {
        const char *c = &source->data[at - 1];

        if (*c == '[')
            return true;
        if (is_line_end(*c) || *c == ']' ||
            (*c == '}' && at > 1 && is_one_of(c[-1], "}%")))
            break;
    }
    return false;
}

/* `{{< fig src="https://a.b" >}}`, `{% include %}`: these are read before Markdown is,
 * and [[https://a.b]] is a link in some wikis. */
static bool is_enclosed(const struct source *source, struct span url)
{
    uint32_t first = url.start > OPENING_MAX_BYTES ? url.start - OPENING_MAX_BYTES : 0;

    return leaves_braces_open(source_text(source, span_make(first, url.start))) ||
           is_in_brackets(source, first, url.start);
}

/* The run of one delimiter of emphasis that ends where the URL begins, or the other way
 * round; empty when there is none. */
static struct span run_before(const struct source *source, uint32_t end)
{
    uint32_t start = end;

    while (start > source->text && source->data[start - 1] == source->data[end - 1] &&
           is_one_of(source->data[start - 1], "*_~"))
        start--;
    return span_make(start, end);
}

static struct span run_after(const struct source *source, uint32_t start)
{
    uint32_t end = start;

    while (source->data[end] == source->data[start] &&
           is_one_of(source->data[start], "*_~"))
        end++;
    return span_make(start, end);
}

/* Markup begins and ends with punctuation, which decides whether emphasis beside it
 * opens or closes: not where a space is on the other side, nor between two that belong
 * together, if no more than that is beside them. */
static bool keeps_emphasis(const struct source *source, struct span url)
{
    struct span before = run_before(source, url.start);
    struct span after = run_after(source, url.end);
    bool pair = str_equal(source_text(source, before), source_text(source, after));
    bool opens =
        before.start == source->text || is_ascii_space(source->data[before.start - 1]);
    bool closes = after.end == source->size || is_ascii_space(source->data[after.end]);

    if (pair && is_one_of(source->data[after.end], ")].,;:!?"))
        closes = true;
    if (pair && closes && !opens)
        opens = is_one_of(source->data[before.start - 1], "([");
    return (span_empty(before) || opens) && (span_empty(after) || closes);
}

/* Underscores in a word mark no emphasis, however many there are. */
static bool has_loose_underscore(struct str text)
{
    if (text.data[0] == '_' || text.data[text.len - 1] == '_')
        return true;
    for (size_t i = 1; i < text.len; i++) {
        char c = text.data[i];
        char before = text.data[i - 1];

        if ((c == '_') != (before == '_') && !is_ascii_alnum(c == '_' ? before : c))
            return true;
    }
    return false;
}

/* Parsers disagree about what bytes that are not UTF-8 are. */
static bool is_utf8(struct str text)
{
    size_t step;

    for (size_t at = utf8_ascii_run(text); at < text.len; at += step)
        if (utf8_decode((struct str){text.data + at, text.len - at}, &step) ==
            CODE_POINT_INVALID)
            return false;
    return true;
}

/* Where what stands before the offset ends: blanks, the markers of quotes and a line end
 * may be in between. */
static uint32_t end_before(const struct source *source, uint32_t at)
{
    uint32_t line = source_line(source, at);

    while (at > source->lines[line].start && is_one_of(source->data[at - 1], " \t>"))
        at--;
    if (at > source->lines[line].start || !line)
        return at;
    at = source->lines[--line].end;
    while (at > source->lines[line].start && is_space_or_tab(source->data[at - 1]))
        at--;
    return at;
}

/* Does the bracket at `end` close a `[^1]`? */
static bool is_footnote_label(const struct source *source, uint32_t end)
{
    uint32_t line = source->lines[source_line(source, end)].start;

    while (end > line && source->data[end] != '[')
        end--;
    return source->data[end] == '[' && source->data[end + 1] == '^';
}

/* `]((https://a.b "c")`: is a parenthesis more open in front of it, as of a destination,
 * and there may be a title? */
static bool is_in_parentheses(const struct source *source, struct span url)
{
    uint32_t at = url.start;
    uint32_t first = at > OPENING_MAX_BYTES ? at - OPENING_MAX_BYTES : 1;

    if (!is_ascii_space(source->data[url.end]))
        return false;
    while (at > first && !is_ascii_space(source->data[at - 1]) &&
           source->data[at - 1] != ')') {
        at--;
        if (source->data[at] == '(' && source->data[at - 1] == ']')
            return at + 1 < url.start;
    }
    return false;
}

/* `](https://a.b)c`, `]: https://a.b`: where a link leads, to some programs, but for its
 * parentheses or its markup, or what is above. */
static bool is_destination(const struct source *source, struct span url)
{
    struct str text = source_text(source, url);
    uint32_t at = end_before(source, url.start);

    if (is_in_parentheses(source, url))
        return true;
    if (at <= source->text + 1 || source->data[at - 2] != ']')
        return false;
    if (source->data[at - 1] == ':' && !is_footnote_label(source, at - 2))
        return true;
    return is_one_of(source->data[at - 1], "(:") &&
           (str_has_any(text, "()") || str_starts(text, STR("www")));
}

/* `\url{https://a.b}`: does a brace end in the URL that does not begin there? */
static bool ends_braces(struct str text)
{
    uint32_t open = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '}' && !open)
            return true;
        open += text.data[i] == '{';
        open -= text.data[i] == '}';
    }
    return false;
}

/* Is the text of the URL the same in markup and without? Where GFM's URLs are not known,
 * emphasis, escapes and entities are read in it. */
static bool is_plain(const struct source *source, struct span url)
{
    struct str text = source_text(source, url);

    /* A backslash would escape the markup, and a # at the end of the URL may be one that
     * closes a heading. To TeX, what is between braces is one piece. */
    if (url.start > source->text && is_one_of(source->data[url.start - 1], "\\#{"))
        return false;
    /* `[a]www.b.org`: another bracket would be the label that the link leads to. */
    if (url.start > source->text && source->data[url.start - 1] == ']' &&
        str_starts(text, STR("www")))
        return false;
    if (!keeps_emphasis(source, url) || has_loose_underscore(text) || !is_utf8(text) ||
        ends_braces(text) || is_destination(source, url))
        return false;
    return !str_has_any(text, "*`\\[]<>~$\"'") && source->data[url.end] != '&' &&
           !(memchr(text.data, '&', text.len) && memchr(text.data, ';', text.len));
}

bool bare_url_may_be_marked_up(const struct source *source, struct span url)
{
    return !is_enclosed(source, url) && is_plain(source, url);
}
