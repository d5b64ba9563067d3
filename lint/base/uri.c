/* uri.c - references resolved against a base (RFC 3986 5) */

#include "lint/base/uri.h"

#include "lint/base/ascii.h"
#include "lint/base/buf.h"

/* The parts of RFC 3986 appendix B, each with its delimiter. */
struct uri_parts {
    struct str scheme;    /* "http:" */
    struct str authority; /* "//host" */
    struct str path;
    struct str query; /* "?a=b" */
};

/* The bytes of *rest before the first of stops; *rest moves on past them. */
static struct str take(struct str *rest, const char *stops)
{
    struct str taken = {rest->data, 0};

    while (taken.len < rest->len && !strchr(stops, rest->data[taken.len]))
        taken.len++;
    rest->data += taken.len;
    rest->len -= taken.len;
    return taken;
}

struct str uri_scheme(struct str uri)
{
    size_t len = 0;

    while (len < uri.len &&
           (is_ascii_letter(uri.data[len]) ||
            (len && (is_ascii_digit(uri.data[len]) || is_one_of(uri.data[len], "+-.")))))
        len++;
    if (!len || len == uri.len || uri.data[len] != ':')
        return STR("");
    return (struct str){uri.data, len};
}

static struct uri_parts split(struct str uri)
{
    struct uri_parts parts = {{"", 0}, {"", 0}, {"", 0}, {"", 0}};
    struct str rest = uri_without_fragment(uri);
    size_t scheme = uri_scheme(rest).len;

    if (scheme) {
        parts.scheme = (struct str){rest.data, scheme + 1};
        rest = (struct str){rest.data + scheme + 1, rest.len - scheme - 1};
    }
    if (str_starts(rest, STR("//"))) {
        struct str after = {rest.data + 2, rest.len - 2};

        parts.authority = (struct str){rest.data, take(&after, "/?#").len + 2};
        rest = after;
    }
    parts.path = take(&rest, "?#");
    parts.query = rest;
    return parts;
}

/* Drops the last segment in buf after `from`, with the slash before it. */
static void drop_segment(struct buf *buf, size_t from)
{
    while (buf->len > from && buf->data[buf->len - 1] != '/')
        buf->len--;
    if (buf->len > from)
        buf->len--;
}

/* RFC 3986 5.2.4. */
static void add_without_dots(struct buf *out, struct str path)
{
    size_t from = out->len;

    while (path.len) {
        size_t slash = *path.data == '/';
        struct str rest = {path.data + slash, path.len - slash};
        struct str segment = take(&rest, "/");

        if (str_is(segment, "..")) {
            drop_segment(out, from);
        } else if (!str_is(segment, ".")) {
            buf_add(out, path.data, slash + segment.len);
        }
        if (!rest.len && (str_is(segment, ".") || str_is(segment, "..")) && slash)
            buf_putc(out, '/');
        path = rest;
    }
}

static void add_merged(struct buf *out, const struct uri_parts *base, struct str path)
{
    struct buf merged = BUF_INIT;
    size_t keep = base->path.len;

    while (keep && base->path.data[keep - 1] != '/')
        keep--;
    if (base->authority.len && !base->path.len)
        buf_putc(&merged, '/');
    buf_add(&merged, base->path.data, keep);
    buf_add_str(&merged, path);
    add_without_dots(out, buf_str(&merged));
    buf_release(&merged);
}

/* RFC 3986 5.2.2. */
static void add_resolved(struct buf *out, const struct uri_parts *base,
                         const struct uri_parts *reference)
{
    bool absolute = reference->scheme.len > 0;
    bool authority = absolute || reference->authority.len > 0;

    buf_add_str(out, absolute ? reference->scheme : base->scheme);
    buf_add_str(out, authority ? reference->authority : base->authority);
    if (!authority && !reference->path.len) {
        buf_add_str(out, base->path);
        buf_add_str(out, reference->query.len ? reference->query : base->query);
        return;
    }
    if (authority || *reference->path.data == '/')
        add_without_dots(out, reference->path);
    else
        add_merged(out, base, reference->path);
    buf_add_str(out, reference->query);
}

struct str uri_resolve(struct arena *arena, struct str base, struct str reference)
{
    struct uri_parts base_parts = split(base);
    struct uri_parts parts = split(reference);
    struct buf out = BUF_INIT;
    struct str result;

    add_resolved(&out, &base_parts, &parts);
    result = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return result;
}

struct str uri_without_fragment(struct str uri)
{
    const char *hash = uri.len ? memchr(uri.data, '#', uri.len) : NULL;

    return hash ? (struct str){uri.data, (size_t)(hash - uri.data)} : uri;
}

struct str uri_fragment(struct arena *arena, struct str uri)
{
    size_t before = uri_without_fragment(uri).len;

    if (before == uri.len)
        return STR("");
    return uri_decode(arena, (struct str){uri.data + before + 1, uri.len - before - 1});
}

/* digits: how many of a percent escape may still follow; 0 outside of one. */
static bool is_same_byte(char a, char b, int digits)
{
    return a == b || (digits && is_hex_digit(a) && ascii_lower(a) == ascii_lower(b));
}

bool uri_is_same(struct str a, struct str b)
{
    int digits = 0;

    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        if (!is_same_byte(a.data[i], b.data[i], digits))
            return false;
        if (a.data[i] == '%')
            digits = 2;
        else if (digits)
            digits--;
    }
    return true;
}

struct str uri_decode(struct arena *arena, struct str text)
{
    char *out = arena_raw(arena, text.len + 1);
    size_t len = 0;

    for (size_t i = 0; i < text.len; i++) {
        int high = i + 2 < text.len && text.data[i] == '%'
                       ? hex_digit_value(text.data[i + 1])
                       : -1;
        int low = high >= 0 ? hex_digit_value(text.data[i + 2]) : -1;

        out[len++] = low >= 0 ? (char)(high * 16 + low) : text.data[i];
        if (low >= 0)
            i += 2;
    }
    out[len] = '\0';
    return (struct str){out, len};
}

struct str uri_from_path(struct arena *arena, const char *path)
{
    struct buf out = BUF_INIT;
    struct str result;

    buf_puts(&out, "file://");
    for (; *path; path++) {
        unsigned char c = (unsigned char)*path;

        if (c <= ' ' || c >= 0x7F || strchr("%#?\"<>\\^`{|}", c))
            buf_printf(&out, "%%%02X", c);
        else
            buf_putc(&out, *path);
    }
    result = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return result;
}

struct str uri_to_path(struct arena *arena, struct str uri)
{
    struct str prefix = STR("file://");

    if (!str_starts(uri, STR("file:///")))
        return STR("");
    return uri_decode(arena, (struct str){uri.data + prefix.len, uri.len - prefix.len});
}
