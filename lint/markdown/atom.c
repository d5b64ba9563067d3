/* atom.c - inlines that contain no others: code, formulas, HTML, autolinks, URLs */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/directive.h"
#include "lint/markdown/feature.h"
#include "lint/markdown/html.h"
#include "lint/markdown/mark.h"

/* Offset that no match ends at. */
enum { NO_MATCH = 0 };

enum { SCHEME_MIN = 2, SCHEME_MAX = 32, HOST_LABEL_MAX = 63 }; /* CommonMark 6.5 */

/* Adds a mark for what has been met and may not be looked at again. */
static uint32_t add_atom(struct inlines *in, enum mark_kind kind, uint32_t start,
                         uint32_t end)
{
    inlines_add(in, kind, span_make(start, end));
    in->done = end;
    return end;
}

static uint32_t run_length(const struct inlines *in, uint32_t at)
{
    uint32_t end = at + 1;

    while (end < in->text.len && in->text.data[end] == in->text.data[at])
        end++;
    return end - at;
}

/* The next run of that character from `at` on; the end of the text when there is none. */
static uint32_t next_run(const struct inlines *in, uint32_t at, char c)
{
    const char *hit = memchr(in->text.data + at, c, in->text.len - at);

    return hit ? (uint32_t)(hit - in->text.data) : (uint32_t)in->text.len;
}

/* Remembers all runs from `at` on, so that none of them is looked for in vain. */
static void know_ends(struct inlines *in, struct run_ends *ends, uint32_t from, char c)
{
    uint32_t length;

    ends->longest = 0;
    for (uint32_t at = next_run(in, from, c); at < in->text.len;
         at = next_run(in, at + length, c)) {
        length = run_length(in, at);
        ends->longest = length > ends->longest ? length : ends->longest;
    }
    ends->last = arena_array(in->arena, (size_t)ends->longest + 1, sizeof(*ends->last));
    for (uint32_t at = next_run(in, from, c); at < in->text.len;
         at = next_run(in, at + length, c)) {
        length = run_length(in, at);
        ends->last[length] = at;
    }
    ends->known = true;
}

/* Where the run of that length starts that closes what ends at `at`; or NO_MATCH. */
static uint32_t closing_run(struct inlines *in, struct run_ends *ends, uint32_t from,
                            uint32_t length)
{
    char c = in->text.data[from - 1];

    if (ends->known && (length > ends->longest || ends->last[length] < from))
        return NO_MATCH;
    for (uint32_t at = next_run(in, from, c); at < in->text.len;) {
        uint32_t other = run_length(in, at);

        if (other == length)
            return at;
        at = next_run(in, at + other, c);
    }
    know_ends(in, ends, from, c);
    return NO_MATCH;
}

static uint32_t between_runs(struct inlines *in, struct run_ends *ends, uint32_t at,
                             enum mark_kind kind)
{
    uint32_t length = run_length(in, at);
    uint32_t close = closing_run(in, ends, at + length, length);

    if (close == NO_MATCH)
        return at + length;
    add_atom(in, kind, at, close + length);
    in->marks[in->mark_count - 1].index = length;
    return close + length;
}

uint32_t code_read(struct inlines *in, uint32_t at)
{
    return between_runs(in, &in->ticks, at, MARK_CODE);
}

uint32_t math_read(struct inlines *in, uint32_t at)
{
    return between_runs(in, &in->dollars, at, MARK_MATH);
}

/* Behind the > of <scheme:address>, or NO_MATCH. */
static uint32_t uri_end(const struct inlines *in, uint32_t at)
{
    uint32_t start = ++at;
    char c;

    if (!is_ascii_letter(inlines_byte(in, at)))
        return NO_MATCH;
    while (c = inlines_byte(in, at),
           is_ascii_alnum(c) || c == '+' || c == '.' || c == '-')
        at++;
    if (c != ':' || at - start < SCHEME_MIN || at - start > SCHEME_MAX)
        return NO_MATCH;
    for (at++; at < in->text.len; at++) {
        c = in->text.data[at];
        if (c == '>')
            return at + 1;
        if (c == '<' || (c >= '\0' && c <= ' ') || c == 0x7F)
            break;
    }
    return NO_MATCH;
}

/* Behind a label of a host's name at `at`, or `at`. */
static uint32_t host_label_end(const struct inlines *in, uint32_t at)
{
    uint32_t end = at;

    while (is_ascii_alnum(inlines_byte(in, end)) ||
           (end > at && inlines_byte(in, end) == '-'))
        end++;
    return end - at > HOST_LABEL_MAX || end == at || in->text.data[end - 1] == '-' ? at
                                                                                   : end;
}

/* Behind the > of <local@host>, or NO_MATCH. */
static uint32_t email_end(const struct inlines *in, uint32_t at)
{
    uint32_t start = ++at;
    uint32_t end;
    char c;

    while (c = inlines_byte(in, at),
           is_ascii_alnum(c) || (c && strchr(".!#$%&'*+/=?^_`{|}~-", c)))
        at++;
    if (c != '@' || at == start)
        return NO_MATCH;
    do {
        end = host_label_end(in, at + 1);
        if (end == at + 1)
            return NO_MATCH;
        at = end;
    } while (inlines_byte(in, at) == '.');
    return inlines_byte(in, at) == '>' ? at + 1 : NO_MATCH;
}

/* What of HTML is looked for as far as the text goes, as a bit; 0 for the rest. */
static unsigned endless_kind(struct str html)
{
    if (str_starts(html, STR("<?")))
        return 1u << HTML_INSTRUCTION;
    if (str_starts(html, STR("<!--")))
        return 1u << HTML_COMMENT;
    if (str_starts(html, STR("<![CDATA[")))
        return 1u << HTML_CDATA;
    return html.len > 2 && html.data[1] == '!' && is_ascii_letter(html.data[2])
               ? 1u << HTML_DECLARATION
               : 0;
}

static uint32_t html_read(struct inlines *in, uint32_t at)
{
    struct str html = inlines_text(in, at, (uint32_t)in->text.len);
    unsigned kind = endless_kind(html);
    size_t len;

    if (in->endless & kind)
        return at + 1;
    len = html_tag_read(html).len;
    if (len)
        return add_atom(in, MARK_HTML, at, at + (uint32_t)len);
    /* One that starts later does not end, either. */
    in->endless |= kind;
    return at + 1;
}

uint32_t angle_read(struct inlines *in, uint32_t at)
{
    uint32_t end = uri_end(in, at);

    if (end == NO_MATCH)
        end = email_end(in, at);
    if (end == NO_MATCH)
        return html_read(in, at);
    return add_atom(in, MARK_AUTOLINK, at, end);
}

/* An address may have started with what was taken for delimiters: _me_@a.b. */
static uint32_t add_url(struct inlines *in, const struct bare_url *url)
{
    while (in->mark_count && in->marks[in->mark_count - 1].start >= url->span.start) {
        struct mark *mark = &in->marks[--in->mark_count];

        if (mark->kind == MARK_RUN)
            in->top_run = in->runs[mark->index].below;
    }
    add_atom(in, MARK_URL, url->span.start, url->span.end);
    in->marks[in->mark_count - 1].form = (uint8_t)url->form;
    return url->span.end;
}

/* A URL is none after a [ that is still open, as in micromark. */
static bool find_url(struct inlines *in, uint32_t at, struct bare_url *url)
{
    return in->bracket_count == 0 && bare_url_at(&in->urls, in->done, at, url);
}

uint32_t colon_read(struct inlines *in, uint32_t at)
{
    struct bare_url url;
    uint32_t end;

    if (in->features & MARKDOWN_URLS && find_url(in, at, &url))
        return add_url(in, &url);
    if (!(in->features & MARKDOWN_DIRECTIVES))
        return at + 1;
    end = bare_url_directive(&in->urls, in->done, at);
    if (end == NO_MATCH)
        return at + 1;
    in->label = end;
    in->done = (uint32_t)directive_attributes(in->text, end);
    return in->done;
}

uint32_t url_read(struct inlines *in, uint32_t at)
{
    struct bare_url url;

    return find_url(in, at, &url) ? add_url(in, &url) : at + 1;
}
