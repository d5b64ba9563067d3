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

bool sarif_has_link(struct str text)
{
    for (size_t i = 0; i + 1 < text.len; i++)
        if (text.data[i] == ']' && text.data[i + 1] == '(')
            return true;
    return false;
}

void sarif_add_argument(struct buf *out, struct str text, bool links)
{
    for (size_t i = 0; i < text.len; i++) {
        if (links && is_one_of(text.data[i], "[]"))
            buf_putc(out, '\\');
        buf_putc(out, text.data[i]);
    }
}

size_t sarif_add_character(struct buf *out, struct str rest, bool links)
{
    size_t placeholder = rest.data[0] == '{' ? placeholder_length(rest) : 0;

    if (placeholder) {
        buf_printf(out, "{%.*s}", (int)placeholder, rest.data);
        return placeholder;
    }
    sarif_add_argument(out, (struct str){rest.data, 1}, links);
    return 1;
}

void sarif_finish_sentence(struct buf *text)
{
    if (text->len && is_ascii_lower(text->data[0]))
        text->data[0] = (char)(text->data[0] - 'a' + 'A');
    if (!text->len || !strchr(".?", text->data[text->len - 1]))
        buf_putc(text, '.');
}

void sarif_add_sentence(struct buf *out, struct str message)
{
    bool links = sarif_has_link(message);

    for (size_t i = 0; i < message.len;)
        i += sarif_add_character(out, (struct str){message.data + i, message.len - i},
                                 links);
    sarif_finish_sentence(out);
}

void sarif_write_message(struct json_writer *json, struct str message)
{
    struct buf text = BUF_INIT;

    sarif_add_sentence(&text, message);
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
