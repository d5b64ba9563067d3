/* bare_url_markup.c - bare URLs and addresses as links */

#include "lint/document/bare_url_markup.h"

#include <string.h>

#include "lint/base/ascii.h"

/* A longer URL is data, which should not be in a file twice. */
enum { MARKUP_MAX_BYTES = 4000 };

/* A shortcode or bracket that begins further before a URL is not looked for: a long
 * paragraph of URLs must not become quadratic. */
enum { OPENING_MAX_BYTES = 1000 };

/* GFM allows underscores, and hyphens beside dots; CommonMark 6.5 does not. */
static bool is_autolink_address(struct str address)
{
    const char *at = memchr(address.data, '@', address.len);
    size_t len = (size_t)(address.data + address.len - at);

    for (size_t i = 1; i < len; i++)
        if (at[i] == '_' ||
            (at[i] == '-' && (at[i - 1] == '@' || at[i - 1] == '.' || at[i + 1] == '.')))
            return false;
    return true;
}

struct str bare_url_markup(const struct source *source, const struct node *url,
                           struct arena *arena)
{
    enum bare_url_form form = url->form;
    struct str text = source_text(source, url->span);

    if (text.len > MARKUP_MAX_BYTES)
        return (struct str){NULL, 0};
    if (form == BARE_WWW) {
        if (str_has_any(text, "()[]<>\\*_`&"))
            return (struct str){NULL, 0};
        return arena_format(arena, "[%.*s](http://%.*s)", (int)text.len, text.data,
                            (int)text.len, text.data);
    }
    if (form == BARE_URL ? str_has_any(text, ">") : !is_autolink_address(text))
        return (struct str){NULL, 0};
    return arena_format(arena, "<%.*s>", (int)text.len, text.data);
}

/* `{{< fig src="https://a.b" >}}`, `{% include %}`: these are read before Markdown is,
 * and [[https://a.b]] is a link in some wikis. */
static bool is_enclosed(const struct source *source, struct span url)
{
    uint32_t at = url.start;
    uint32_t first = at > OPENING_MAX_BYTES ? at - OPENING_MAX_BYTES : 0;
    bool same_line = true;
    /* Most texts have none: then what stands on the line is enough. */
    bool braces = memchr(source->data + first, '{', at - first);

    for (; at > first && (same_line || braces); at--) {
        const char *c = &source->data[at - 1];

        same_line &= !is_line_end(*c) && *c != ']';
        if (same_line && *c == '[')
            return true;
        if (at == 1)
            break;
        if ((*c == '{' || *c == '%') && c[-1] == '{')
            return true;
        if (*c == '}' && (c[-1] == '}' || c[-1] == '%'))
            return false;
    }
    return false;
}

static bool is_delimiter(char c)
{
    return is_one_of(c, "*_~");
}

/* Markup begins and ends with punctuation, which decides whether emphasis beside it
 * opens or closes: not where a space or a bracket is on the other side. */
static bool keeps_emphasis(const struct source *source, struct span url)
{
    const char *data = source->data;
    uint32_t before = url.start;
    uint32_t after = url.end;

    while (before > source->text && is_delimiter(data[before - 1]))
        before--;
    while (is_delimiter(data[after]))
        after++;
    if (before < url.start && before > source->text &&
        !is_ascii_space(data[before - 1]) && !is_one_of(data[before - 1], "(["))
        return false;
    return after == url.end || after == source->size || is_ascii_space(data[after]) ||
           is_one_of(data[after], ")].,;:!?");
}

/* Underscores in a word mark no emphasis, however many there are. */
static bool has_loose_underscore(struct str text)
{
    if (text.data[0] == '_')
        return true;
    for (size_t i = 1; i < text.len; i++) {
        bool starts = text.data[i] == '_' && text.data[i - 1] != '_';

        if (starts && !is_ascii_alnum(text.data[i - 1]))
            return true;
    }
    return false;
}

/* Is the text of the URL the same in markup and without? Where GFM's URLs are not known,
 * emphasis, escapes and entities are read in it. */
static bool is_plain(const struct source *source, struct span url)
{
    struct str text = source_text(source, url);

    if (!keeps_emphasis(source, url) || has_loose_underscore(text))
        return false;
    return !str_has_any(text, "*`\\[]<>~$\"'") && source->data[url.end] != '&' &&
           !(memchr(text.data, '&', text.len) && memchr(text.data, ';', text.len));
}

bool bare_url_may_be_marked_up(const struct source *source, struct span url)
{
    return !is_enclosed(source, url) && is_plain(source, url);
}
