/* sarif_text.c - messages, URIs and times in SARIF's form */

#include <stdio.h>
#include <string.h>

#include "lint/base/ascii.h"
#include "lint/report/sarif.h"
#include "lint/report/server_path.h"

/* The length of a placeholder at the start of text: `{`, digits, `}` (SARIF 3.11.5); or
 * 0. */
static size_t placeholder_length(struct str text)
{
    size_t i = 1;

    while (i < text.len && is_ascii_digit(text.data[i]))
        i++;
    return i > 1 && i < text.len && text.data[i] == '}' ? i + 1 : 0;
}

static bool has_link(struct str text)
{
    for (size_t i = 0; i + 1 < text.len; i++)
        if (text.data[i] == ']' && text.data[i + 1] == '(')
            return true;
    return false;
}

/*
 * An author's `[a](1)` is not an embedded link and `{0}` not a placeholder, so both are
 * escaped (3.11.5, 3.11.6), but nothing else is, because viewers show the escapes.
 */
static void add_sentence(struct buf *out, struct str message)
{
    bool links = has_link(message);

    for (size_t i = 0; i < message.len; i++) {
        char c = message.data[i];
        struct str rest = {message.data + i, message.len - i};
        size_t placeholder = c == '{' ? placeholder_length(rest) : 0;

        if (placeholder) {
            buf_printf(out, "{%.*s}", (int)placeholder, rest.data);
            i += placeholder - 1;
            continue;
        }
        if (links && (c == '[' || c == ']'))
            buf_putc(out, '\\');
        buf_putc(out, c);
    }
}

void sarif_write_message(struct json_writer *json, struct str message)
{
    struct buf text = BUF_INIT;

    add_sentence(&text, message);
    if (text.len && is_ascii_lower(text.data[0]))
        text.data[0] = (char)(text.data[0] - 'a' + 'A');
    if (!text.len || !strchr(".?", text.data[text.len - 1]))
        buf_putc(&text, '.');
    json_open(json, '{');
    json_member(json, "text", buf_str(&text));
    json_close(json, '}');
    buf_release(&text);
}

/* RFC 3986 2.3, and the slash between segments. */
static bool is_unreserved(char c)
{
    return is_ascii_word_or_dash(c) || is_one_of(c, ".~/");
}

static void add_encoded(struct buf *out, struct str path)
{
    static const char hex[] = "0123456789ABCDEF";

    for (size_t i = 0; i < path.len; i++) {
        unsigned char byte = (unsigned char)path.data[i];

        if (is_unreserved(path.data[i])) {
            buf_putc(out, path.data[i]);
            continue;
        }
        buf_putc(out, '%');
        buf_putc(out, hex[byte >> 4]);
        buf_putc(out, hex[byte & 15]);
    }
}

void sarif_add_uri(struct buf *out, struct str path, const char *folder,
                   const char *below)
{
    struct server_path parts = server_path_of(path, folder, below);

    if (!parts.base.len && str_starts(parts.rest, STR("/")))
        buf_puts(out, "file://");
    add_encoded(out, parts.base);
    if (parts.base.len)
        buf_putc(out, '/');
    add_encoded(out, parts.rest);
}

void sarif_write_location(struct buf *out, const struct report_context *context,
                          struct str path, const uint32_t *index)
{
    struct json_writer json = {out, false};

    json_open(&json, '{');
    json_key(&json, "uri");
    buf_putc(out, '"'); /* nothing in a URI needs to be escaped in JSON */
    sarif_add_uri(out, path, context->folder, context->below);
    buf_putc(out, '"');
    json.comma = true;
    json_member(&json, "uriBaseId", STR("SRCROOT"));
    if (index)
        json_member_uint(&json, "index", *index);
    json_close(&json, '}');
}

void sarif_write_time(struct json_writer *json, const char *key,
                      const struct timespec *time)
{
    char text[64];
    struct tm utc;
    size_t len;

    gmtime_r(&time->tv_sec, &utc);
    len = strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S", &utc);
    len += (size_t)snprintf(text + len, sizeof(text) - len, ".%03dZ",
                            (int)(time->tv_nsec / 1000000));
    json_member(json, key, (struct str){text, len});
}

void sarif_open_place(struct json_writer *json, struct str location)
{
    json_key(json, "physicalLocation");
    json_open(json, '{');
    json_key(json, "artifactLocation");
    json_raw(json, location);
}
