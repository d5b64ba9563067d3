/* buf.h - a growing buffer of bytes */
#ifndef LINT_BASE_BUF_H
#define LINT_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/str.h"

/* For output, packed results and file contents. The buffer owns its bytes, in memory from
 * malloc: buf_release() frees them. data is NULL until something has been added, and
 * moves when more is. Memory that cannot be had ends the process (lint/base/memory.h). */
struct buf {
    char *data;
    size_t len;
    size_t capacity;
};

#define BUF_INIT                                                                         \
    {                                                                                    \
        NULL, 0, 0                                                                       \
    }

/* Frees the bytes; the buffer is empty again. */
void buf_release(struct buf *buf);

/* The slow path of buf_reserve(), with the same contract. */
char *buf_grow(struct buf *buf, size_t extra);

/* Makes room for extra more bytes and returns where they start, never NULL. len does not
 * change. */
static inline char *buf_reserve(struct buf *buf, size_t extra)
{
    return extra < buf->capacity - buf->len ? buf->data + buf->len : buf_grow(buf, extra);
}

/* What was written where there was room, up to end, is now part of the buffer. */
static inline void buf_written(struct buf *buf, const char *end)
{
    buf->len = (size_t)(end - buf->data);
}

static inline void buf_add(struct buf *buf, const void *bytes, size_t len)
{
    if (!len)
        return;
    memcpy(buf_reserve(buf, len), bytes, len);
    buf->len += len;
}

void buf_add_str(struct buf *buf, struct str text);

/* Inline, because most texts are literals, whose length is known then. */
static inline void buf_puts(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

static inline void buf_putc(struct buf *buf, char c)
{
    *buf_reserve(buf, 1) = c;
    buf->len++;
}

void buf_repeat(struct buf *buf, char c, size_t count);
void buf_printf(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *buf, const char *format, va_list args);

static inline struct str buf_str(const struct buf *buf)
{
    return (struct str){buf->data, buf->len};
}

#endif
