/* buf.c - a growing buffer of bytes */

#include "lint/base/buf.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "lint/base/format.h"
#include "lint/base/memory.h"

void buf_release(struct buf *buf)
{
    free(buf->data);
    *buf = (struct buf)BUF_INIT;
}

/* Bytes: what is asked for at once is hardly added to. */
enum { LARGE = 64 * 1024 };

char *buf_grow(struct buf *buf, size_t extra)
{
    size_t capacity = buf->capacity ? buf->capacity : 256;

    if (extra > SIZE_MAX / 4 - buf->len)
        out_of_memory();
    if (buf->len + extra > buf->capacity) {
        while (capacity < buf->len + extra)
            capacity *= 2;
        /* What was in an empty buffer is not wanted: it need not move. */
        if (!buf->len) {
            free(buf->data);
            buf->data = NULL;
            if (extra > LARGE)
                capacity = extra;
        }
        buf->data = memory_grow(buf->data, capacity);
        buf->capacity = capacity;
    }
    return buf->data + buf->len;
}

void buf_add_str(struct buf *buf, struct str text)
{
    buf_add(buf, text.data, text.len);
}

void buf_repeat(struct buf *buf, char c, size_t count)
{
    if (!count)
        return;
    memset(buf_reserve(buf, count), c, count);
    buf->len += count;
}

void buf_vprintf(struct buf *buf, const char *format, va_list args)
{
    va_list again;
    size_t room = 128;
    size_t written;
    int len;

    if (format_message(buf_reserve(buf, room), room, &written, format, args)) {
        buf->len += written;
        return;
    }
    va_copy(again, args);
    len = vsnprintf(buf_reserve(buf, room), room, format, args);
    if (len < 0)
        bug("output that cannot be formatted");
    if ((size_t)len >= room)
        vsnprintf(buf_reserve(buf, (size_t)len + 1), (size_t)len + 1, format, again);
    va_end(again);
    buf->len += (size_t)len;
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    buf_vprintf(buf, format, args);
    va_end(args);
}
