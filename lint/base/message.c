/* message.c - how much of a text a message shows */

#include "lint/base/message.h"

#include <stdbool.h>

#include "lint/base/utf8.h"

/* The whole characters at the start of text that fit. */
static struct str fitting(struct str text)
{
    size_t at = 0;

    if (text.len <= MESSAGE_MAX_BYTES)
        return text;
    while (at < text.len) {
        size_t len;

        utf8_decode((struct str){text.data + at, text.len - at}, &len);
        if (at + len > MESSAGE_MAX_BYTES)
            break;
        at += len;
    }
    return (struct str){text.data, at};
}

const char *message_text(struct arena *arena, struct str text)
{
    struct str shown = fitting(text);

    if (shown.len == text.len)
        return arena_str(arena, text).data;
    return arena_format(arena, "%.*s…", (int)shown.len, shown.data).data;
}

/* Back-ticks open and close quotes in turn. */
static bool ends_in_quote(struct str message)
{
    bool quoted = false;

    for (size_t i = 0; i < message.len; i++)
        quoted ^= message.data[i] == '`';
    return quoted;
}

struct str message_cut(struct arena *arena, struct str message)
{
    struct str shown = fitting(message);

    if (shown.len == message.len)
        return message;
    return arena_format(arena, "%.*s…%s", (int)shown.len, shown.data,
                        ends_in_quote(shown) ? "`" : "");
}
