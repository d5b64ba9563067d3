/* message.c - the messages of JSON-RPC 2.0, and their frames (LSP 3.17, base protocol) */

#include "lint/lsp/message.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/value/json_write.h"

/* Finds the header's bytes up to and including the empty line. Its lines end in CR LF:
 * what has another line end is no header, and need not be waited for. */
static enum frame_state find_header(struct str bytes, size_t *length)
{
    for (size_t i = 0; i < bytes.len && i < FRAME_MAX_HEADER; i++) {
        if (bytes.data[i] != '\n')
            continue;
        if (!i || bytes.data[i - 1] != '\r')
            return FRAME_BROKEN;
        *length = i + 1;
        if (i >= 3 && bytes.data[i - 2] == '\n')
            return FRAME_WHOLE;
    }
    return bytes.len < FRAME_MAX_HEADER ? FRAME_INCOMPLETE : FRAME_BROKEN;
}

/* The number in a field's value; false when it is none or above FRAME_MAX_BODY. */
static bool length_read(struct str text, size_t *length)
{
    struct str digits = str_trim(text);

    *length = 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (!is_ascii_digit(digits.data[i]))
            return false;
        *length = *length * 10 + (size_t)(digits.data[i] - '0');
        if (*length > FRAME_MAX_BODY)
            return false;
    }
    return digits.len;
}

/* The first line is taken off header, without its line end. */
static struct str take_line(struct str *header)
{
    const char *end = memchr(header->data, '\r', header->len);
    size_t len = end ? (size_t)(end - header->data) : header->len;
    struct str line = {header->data, len};
    size_t step = len + 2 < header->len ? len + 2 : header->len;

    *header = (struct str){header->data + step, header->len - step};
    return line;
}

/* Fields other than Content-Length are accepted and mean nothing here: all messages are
 * UTF-8. */
static bool content_length(struct str header, size_t *length)
{
    bool known = false;

    while (header.len) {
        struct str line = take_line(&header);
        const char *colon = line.len ? memchr(line.data, ':', line.len) : NULL;
        struct str name = {line.data, colon ? (size_t)(colon - line.data) : 0};
        struct str value = {line.data + name.len + 1, line.len - name.len - 1};

        if (!line.len)
            continue;
        if (!colon)
            return false;
        if (!str_equal_ignore_case(name, STR("Content-Length")))
            continue;
        if (known || !length_read(value, length))
            return false;
        known = true;
    }
    return known;
}

enum frame_state frame_read(struct str bytes, struct str *body, size_t *used)
{
    size_t header = 0;
    size_t length = 0;
    enum frame_state state = find_header(bytes, &header);

    if (state != FRAME_WHOLE)
        return state;
    if (!content_length((struct str){bytes.data, header}, &length))
        return FRAME_BROKEN;
    if (bytes.len - header < length)
        return FRAME_INCOMPLETE;
    *body = (struct str){bytes.data + header, length};
    *used = header + length;
    return FRAME_WHOLE;
}

static struct str raw(struct str body, const struct value *value)
{
    if (!value)
        return (struct str){"", 0};
    return (struct str){body.data + value->span.start, span_length(value->span)};
}

static bool is_id(const struct value *value)
{
    return value && (value->kind == VALUE_STRING || value->kind == VALUE_INTEGER);
}

static enum message_kind kind_of(const struct value *root, const struct value *id)
{
    const struct value *version = value_get(root, "jsonrpc");
    const struct value *method = value_get(root, "method");
    const struct value *params = value_get(root, "params");

    if (root->kind != VALUE_MAP || !version || version->kind != VALUE_STRING ||
        !str_is(version->text, "2.0"))
        return MESSAGE_INVALID;
    if (!method)
        return value_get(root, "result") || value_get(root, "error") ? MESSAGE_RESPONSE
                                                                     : MESSAGE_INVALID;
    if (method->kind != VALUE_STRING || (id && !is_id(id)))
        return MESSAGE_INVALID;
    if (params && params->kind != VALUE_MAP && params->kind != VALUE_LIST &&
        params->kind != VALUE_NULL)
        return MESSAGE_INVALID;
    return id ? MESSAGE_REQUEST : MESSAGE_NOTIFICATION;
}

const struct value *message_json(struct arena *arena, struct str text)
{
    struct value_input input = {.data = text.data,
                                .span = span_make(0, (uint32_t)text.len),
                                .max_nodes = VALUE_MAX_NODES_DATA};
    struct value_tree tree;

    if (!text.len)
        return NULL;
    json_read(arena, input, &tree);
    return tree.root;
}

void message_read(struct arena *arena, struct str body, struct message *message)
{
    const struct value *root = message_json(arena, body);
    const struct value *id;

    *message = (struct message){.kind = MESSAGE_GARBLED, .id = STR("null")};
    if (!root)
        return;
    id = value_get(root, "id");
    message->kind = kind_of(root, id);
    if (is_id(id))
        message->id = raw(body, id);
    if (message->kind == MESSAGE_REQUEST || message->kind == MESSAGE_NOTIFICATION)
        message->method = value_get(root, "method")->text;
    message->params = value_get(root, "params");
    message->result = value_get(root, "result");
    message->raw_params = raw(body, message->params);
}

/* Adds a frame around what has been added to out since start. */
static void enclose(struct buf *out, size_t start)
{
    struct buf header = BUF_INIT;
    size_t body = out->len - start;

    buf_printf(&header, "Content-Length: %zu\r\n\r\n", body);
    buf_reserve(out, header.len);
    memmove(out->data + start + header.len, out->data + start, body);
    memcpy(out->data + start, header.data, header.len);
    out->len += header.len;
    buf_release(&header);
}

void message_reply(struct buf *out, struct str id, struct str result)
{
    size_t start = out->len;

    buf_puts(out, "{\"jsonrpc\":\"2.0\",\"id\":");
    buf_add_str(out, id);
    buf_puts(out, ",\"result\":");
    buf_add_str(out, result);
    buf_putc(out, '}');
    enclose(out, start);
}

void message_fail(struct buf *out, struct str id, int code, struct str text)
{
    size_t start = out->len;

    buf_puts(out, "{\"jsonrpc\":\"2.0\",\"id\":");
    buf_add_str(out, id);
    buf_printf(out, ",\"error\":{\"code\":%d,\"message\":", code);
    json_add_string(out, text);
    buf_puts(out, "}}");
    enclose(out, start);
}

void message_notify(struct buf *out, const char *method, struct str params)
{
    size_t start = out->len;

    buf_printf(out, "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":", method);
    buf_add_str(out, params);
    buf_putc(out, '}');
    enclose(out, start);
}

void message_ask(struct buf *out, const char *id, const char *method, struct str params)
{
    size_t start = out->len;

    buf_printf(out,
               "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"%s\",\"params\":", id,
               method);
    buf_add_str(out, params);
    buf_putc(out, '}');
    enclose(out, start);
}
