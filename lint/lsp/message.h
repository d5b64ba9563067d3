/* message.h - the messages of JSON-RPC 2.0, and their frames (LSP 3.17, base protocol) */
#ifndef LINT_LSP_MESSAGE_H
#define LINT_LSP_MESSAGE_H

#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/value/value.h"

enum {
    FRAME_MAX_HEADER = 4096, /* bytes: two short lines in practice */
    /* Of one message: an article of SOURCE_MAX_BYTES with every character escaped would
     * be more, and is refused. */
    FRAME_MAX_BODY = 256 * 1024 * 1024,
};

/* The codes of errors (JSON-RPC 2.0 5.1; LSP 3.17, ErrorCodes and LSPErrorCodes). */
enum {
    ERROR_PARSE = -32700,
    ERROR_INVALID_REQUEST = -32600,
    ERROR_METHOD_NOT_FOUND = -32601,
    ERROR_INVALID_PARAMS = -32602,
    ERROR_INTERNAL = -32603,
    ERROR_NOT_INITIALIZED = -32002,
    ERROR_REQUEST_FAILED = -32803,
    ERROR_CONTENT_MODIFIED = -32801,
    ERROR_CANCELLED = -32800,
};

enum frame_state {
    FRAME_INCOMPLETE, /* more bytes are needed */
    FRAME_WHOLE,
    FRAME_BROKEN, /* no frame: where the next one starts is not known */
};

/* The frame at the start of bytes: *body is a view of its message and *used the bytes of
 * both. */
enum frame_state frame_read(struct str bytes, struct str *body, size_t *used);

enum message_kind {
    MESSAGE_REQUEST,
    MESSAGE_NOTIFICATION,
    MESSAGE_RESPONSE,
    MESSAGE_INVALID, /* JSON, but none of these: ERROR_INVALID_REQUEST */
    MESSAGE_GARBLED, /* no JSON: ERROR_PARSE */
};

/* A message that was read. Strings are views of its body or in the arena. */
struct message {
    enum message_kind kind;
    struct str id; /* as it was written: JSON; "null" when there is none */
    struct str method;
    const struct value *params; /* or NULL */
    const struct value *result; /* of a response without an error, or NULL */
    struct str raw_params;      /* JSON; empty when there are none */
};

/* The value that JSON text stands for, whose strings may be views of it; NULL when it is
 * none. Anything that a message may be has room. */
const struct value *message_json(struct arena *arena, struct str text);

/* The body is followed by nothing that counts, and lives as long as the message. */
void message_read(struct arena *arena, struct str body, struct message *message);

/* Add a whole frame with a message to out; result, params and id are JSON. */
void message_reply(struct buf *out, struct str id, struct str result);
void message_fail(struct buf *out, struct str id, int code, struct str text);
void message_notify(struct buf *out, const char *method, struct str params);
void message_ask(struct buf *out, const char *id, const char *method, struct str params);

#endif
