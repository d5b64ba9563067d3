/* buf.h - bytes that grow */
#ifndef LINT_BASE_BUF_H
#define LINT_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/str.h"

/* Output, packed results, file contents. data is NULL while nothing was added. */
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

/* Takes more memory; for buf_reserve. */
char *buf_grow(struct buf *buf, size_t extra);

/* Room for extra more bytes; returns where they start. len does not change. */
static inline char *buf_reserve(struct buf *buf, size_t extra)
{
    return extra < buf->capacity - buf->len ? buf->data + buf->len : buf_grow(buf, extra);
}

static inline void buf_add(struct buf *buf, const void *bytes, size_t len)
{
    if (!len)
        return;
    memcpy(buf_reserve(buf, len), bytes, len);
    buf->len += len;
}

void buf_add_str(struct buf *buf, struct str text);
void buf_puts(struct buf *buf, const char *text);
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
