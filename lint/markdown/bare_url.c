/* bare_url.c - URLs and e-mail addresses that GFM links by themselves */

#include "lint/markdown/bare_url.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"

/* Offset that no match ends at. */
enum { NO_MATCH = 0 };

/* What may stand before the @ of an e-mail address. */
static bool is_atext(char c)
{
    return is_ascii_alnum(c) || c == '+' || c == '-' || c == '.' || c == '_';
}

/* Byte at offset; NUL where the content ends. */
static char byte_at(const struct bare_url_search *search, uint32_t at)
{
    return at < search->rest.end ? search->data[at] : '\0';
}

/* Byte before offset; a line end where the line starts. */
static char byte_before(const struct bare_url_search *search, uint32_t at)
{
    return at > search->rest.start ? search->data[at - 1] : '\n';
}

/* Code point at offset and its length; length 0 where the content ends. */
static uint32_t decode(const struct bare_url_search *search, uint32_t at, uint32_t *len)
{
    struct str text = {search->data + at, search->rest.end - at};
    size_t bytes = 0;
    uint32_t c = text.len ? utf8_decode(text, &bytes) : 0;

    *len = (uint32_t)bytes;
    return c;
}

/* White space or the end of the content: there a URL ends at the latest. */
static bool is_end(const struct bare_url_search *search, uint32_t at)
{
    uint32_t len;
    uint32_t c = decode(search, at, &len);

    return len == 0 || code_point_is_space(c);
}

/* Offset after the `&name;` at offset, or NO_MATCH. The name need not be known. */
static uint32_t skip_reference(const struct bare_url_search *search, uint32_t at)
{
    uint32_t end = at + 1;

    while (is_ascii_letter(byte_at(search, end)))
        end++;
    return end > at + 1 && byte_at(search, end) == ';' ? end + 1 : NO_MATCH;
}

/* Is what starts at offset punctuation up to where the URL must end? */
static bool is_trail(struct bare_url_search *search, uint32_t at)
{
    if (at < search->no_trail)
        return false;
    for (;;) {
        char c = byte_at(search, at);
        uint32_t next = at + 1;

        if (c == '<' || is_end(search, at))
            return true;
        if (c == '&')
            next = skip_reference(search, at);
        else if (c == ']' &&
                 (byte_at(search, next) == '(' || byte_at(search, next) == '['))
            return true;
        else if (!c || !strchr("!\"'),.:;?]_*~", c))
            next = NO_MATCH;
        if (next == NO_MATCH)
            break;
        at = next;
    }
    search->no_trail = at;
    return false;
}

/*
 * End of the domain that starts at offset, or NO_MATCH: there may be no underscore
 * in its last two labels. All starts up to that underscore then fail alike.
 */
static uint32_t read_domain(struct bare_url_search *search, uint32_t at)
{
    uint32_t underscore = NO_MATCH, dots = 0; /* the last one, and dots after it */
    uint32_t len;

    if (at < search->no_domain)
        return NO_MATCH;
    for (;; at += len) {
        uint32_t c = decode(search, at, &len);

        if (c == '.' || c == '_') {
            if (is_trail(search, at))
                break;
            dots = c == '_' ? 0 : dots + 1;
            underscore = c == '_' ? at : underscore;
        } else if (len == 0 || code_point_is_space(c) ||
                   (c != '-' && code_point_is_punctuation(c))) {
            break;
        }
    }
    if (underscore == NO_MATCH || dots > 1)
        return at;
    search->no_domain = underscore + 1;
    return NO_MATCH;
}

/* Punctuation that does not end a path, but may be after its end. */
static bool is_path_punctuation(uint32_t c)
{
    return c && c < 0x80 && strchr("!\"&'),.*:;<?]_~", (int)c);
}

/* End of the path that starts at offset; it may be empty. A ) that was opened is
 * always part of it. */
static uint32_t read_path(struct bare_url_search *search, uint32_t at)
{
    uint32_t open = 0, closed = 0; /* parentheses */
    uint32_t len;

    for (;; at += len) {
        uint32_t c = decode(search, at, &len);

        if (len == 0 || code_point_is_space(c))
            return at;
        if ((c != ')' || closed >= open) && is_path_punctuation(c) &&
            is_trail(search, at))
            return at;
        open += c == '(';
        closed += c == ')';
    }
}

/* Does the name, in lower case, stand right before offset, with no letter before it? */
static bool follows(const struct bare_url_search *search, uint32_t at, struct str name)
{
    uint32_t start = at - (uint32_t)name.len;

    return at - search->done >= name.len &&
           str_equal_ignore_case((struct str){search->data + start, name.len}, name) &&
           !is_ascii_letter(byte_before(search, start));
}

/* Of the protocol's name before the colon at offset; 0: none that GFM links. */
static uint32_t protocol_length(const struct bare_url_search *search, uint32_t at)
{
    if (follows(search, at, STR("https")))
        return 5;
    if (follows(search, at, STR("http")))
        return 4;
    return search->ftp && follows(search, at, STR("ftp")) ? 3 : 0;
}

/* at: the colon of http://, https:// or ftp://. */
static bool find_protocol(struct bare_url_search *search, uint32_t at,
                          struct bare_url *url)
{
    uint32_t name, len, c, end;

    if (byte_at(search, at + 1) != '/' || byte_at(search, at + 2) != '/')
        return false;
    name = protocol_length(search, at);
    if (!name)
        return false;
    c = decode(search, at + 3, &len);
    if (c < 0x20 || c == 0x7F || code_point_is_space(c) || code_point_is_punctuation(c))
        return false;
    end = read_domain(search, at + 3);
    if (end == NO_MATCH)
        return false;
    *url = (struct bare_url){BARE_URL, {at - name, read_path(search, end)}};
    return true;
}

/* End of the domain of an e-mail address: has a dot, and a letter at its end. */
static uint32_t read_email_domain(const struct bare_url_search *search, uint32_t at)
{
    bool dot = false;

    for (;; at++) {
        char c = byte_at(search, at);

        if (c == '.' && is_ascii_alnum(byte_at(search, at + 1)))
            dot = true;
        else if (!is_ascii_alnum(c) && c != '-' && c != '_')
            break;
    }
    return dot && is_ascii_letter(byte_before(search, at)) ? at : NO_MATCH;
}

/* at: some place in, or the end of, what stands before an @. */
static bool find_email(struct bare_url_search *search, uint32_t at, struct bare_url *url)
{
    uint32_t start = at, end;

    if (at < search->no_email)
        return false;
    while (start > search->done && is_atext(search->data[start - 1]))
        start--;
    while (is_atext(byte_at(search, at)))
        at++;
    search->no_email = at;
    if (start == at || byte_at(search, at) != '@')
        return false;
    if (byte_before(search, start) == '/' || is_atext(byte_before(search, start)))
        return false;
    end = read_email_domain(search, at + 1);
    if (end == NO_MATCH)
        return false;
    *url = (struct bare_url){BARE_EMAIL, {start, end}};
    return true;
}

static bool is_www(const struct bare_url_search *search, uint32_t at)
{
    char before = byte_before(search, at);

    for (uint32_t i = 0; i < 3; i++)
        if (byte_at(search, at + i) != 'w' && byte_at(search, at + i) != 'W')
            return false;
    return byte_at(search, at + 3) == '.' && at + 4 < search->rest.end &&
           strchr("(*_[]~ \t\n\r", before) && before;
}

/* at: a w. `www.me@example.com` is an e-mail address. */
static bool find_www(struct bare_url_search *search, uint32_t at, struct bare_url *url)
{
    uint32_t end;

    if (!is_www(search, at))
        return false;
    if (find_email(search, at, url))
        return true;
    end = read_domain(search, at);
    if (end == NO_MATCH)
        return false;
    *url = (struct bare_url){BARE_WWW, {at, read_path(search, end)}};
    return true;
}

/* A colon may stand before it only when it was escaped, which `done` tells. */
uint32_t bare_url_directive(struct bare_url_search *search, uint32_t done, uint32_t colon)
{
    uint32_t start = colon + 1, at = start;
    uint32_t len;
    char last;

    if (byte_before(search, colon) == ':' && done < colon)
        return NO_MATCH;
    for (;; at += len) {
        uint32_t c = decode(search, at, &len);
        bool joiner = at > start && (c == '-' || c == '_');

        if (len == 0 || code_point_is_space(c) ||
            (!joiner && code_point_is_punctuation(c)))
            break;
    }
    last = byte_before(search, at);
    return at == start || last == '-' || last == '_' || byte_at(search, at) == ':'
               ? NO_MATCH
               : at;
}

void bare_url_start(struct bare_url_search *search, const char *data, struct span text,
                    bool ftp)
{
    *search = (struct bare_url_search){.data = data, .rest = text, .ftp = ftp};
}

bool bare_url_at(struct bare_url_search *search, uint32_t done, uint32_t at,
                 struct bare_url *url)
{
    search->done = done;
    switch (search->data[at]) {
    case ':':
        return find_protocol(search, at, url);
    case '@':
        return find_email(search, at, url);
    default:
        return find_www(search, at, url);
    }
}

static bool has_protocol(struct str text)
{
    const char *at = text.data;
    const char *end = text.data + text.len;

    while ((at = memchr(at, ':', (size_t)(end - at)))) {
        if (end - at > 2 && at[1] == '/' && at[2] == '/')
            return true;
        at++;
    }
    return false;
}

static bool has_www(struct str text)
{
    const char *at = text.data;
    const char *end = text.data + text.len;

    while ((at = memchr(at, '.', (size_t)(end - at)))) {
        if (at - text.data >= 3 &&
            str_equal_ignore_case((struct str){at - 3, 3}, STR("www")))
            return true;
        at++;
    }
    return false;
}

bool bare_url_possible(struct str text)
{
    return text.len &&
           (memchr(text.data, '@', text.len) || has_protocol(text) || has_www(text));
}
