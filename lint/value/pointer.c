/* pointer.c - JSON Pointers (RFC 6901) into trees of values */

#include "lint/value/pointer.h"

#include "lint/base/ascii.h"

/* The most digits of an index: no list is longer than they can count. */
enum { INDEX_MAX_DIGITS = 9 };

bool pointer_is_valid(struct str text)
{
    if (text.len && *text.data != '/')
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] == '~' &&
            (i + 1 == text.len || !is_one_of(text.data[i + 1], "01")))
            return false;
    return true;
}

struct str pointer_next(struct arena *arena, struct str *pointer)
{
    char *token = arena_raw(arena, pointer->len);
    size_t len = 0;
    size_t i = 1;

    for (; i < pointer->len && pointer->data[i] != '/'; i++) {
        char next = i + 1 < pointer->len ? pointer->data[i + 1] : '\0';
        bool escaped = pointer->data[i] == '~' && (next == '0' || next == '1');

        token[len] = pointer->data[i];
        if (escaped)
            token[len] = next == '0' ? '~' : '/';
        i += escaped;
        len++;
    }
    pointer->data += i;
    pointer->len -= i;
    return (struct str){token, len};
}

const struct entry *pointer_item(const struct value *list, struct str token)
{
    uint32_t index = 0;

    if (!token.len || (token.len > 1 && *token.data == '0') ||
        token.len > INDEX_MAX_DIGITS)
        return NULL;
    for (size_t i = 0; i < token.len; i++) {
        if (!is_ascii_digit(token.data[i]))
            return NULL;
        index = index * 10 + (uint32_t)(token.data[i] - '0');
    }
    return index < list->count ? &list->entries[index] : NULL;
}

const struct entry *pointer_follow(struct arena *arena, const struct value *value,
                                   struct str pointer)
{
    const struct entry *entry = NULL;

    while (pointer.len && value) {
        struct str token = pointer_next(arena, &pointer);

        entry = value->kind == VALUE_LIST ? pointer_item(value, token)
                                          : value_entry(value, token);
        value = entry ? entry->value : NULL;
    }
    return entry;
}

void pointer_add(struct buf *out, struct str token)
{
    buf_putc(out, '/');
    for (size_t i = 0; i < token.len; i++)
        if (token.data[i] == '~')
            buf_puts(out, "~0");
        else if (token.data[i] == '/')
            buf_puts(out, "~1");
        else
            buf_putc(out, token.data[i]);
}
