/* unescape.c - text without its escapes */

#include "lint/markdown/unescape.h"

#include "lint/base/ascii.h"
#include "lint/base/entity.h"

struct str text_unescape(struct arena *arena, struct str text)
{
    /* NUL becomes three bytes; a reference one more than it has at most. */
    char *out = arena_raw(arena, text.len * 3 + ENTITY_TEXT_MAX);
    size_t len = 0;

    for (size_t i = 0; i < text.len;) {
        struct str rest = {text.data + i, text.len - i};
        size_t value_len;
        size_t entity = *rest.data == '&' ? entity_read(rest, out + len, &value_len) : 0;

        if (entity) {
            len += value_len;
            i += entity;
        } else if (*rest.data == '\0') {
            memcpy(out + len, "\xEF\xBF\xBD", 3);
            len += 3;
            i++;
        } else {
            i += *rest.data == '\\' && rest.len > 1 && is_ascii_punctuation(rest.data[1]);
            out[len++] = text.data[i++];
        }
    }
    return (struct str){out, len};
}
