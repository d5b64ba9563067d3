/* label.c - labels of definitions, without regard to case and white space */

#include "lint/markdown/label.h"

#include "lint/base/ascii.h"
#include "lint/base/case_fold.h"
#include "lint/base/utf8.h"

/* A code point of two bytes may become three of them (U+0390). */
enum { KEY_MAX = LABEL_MAX * 3 + 1 };

struct key {
    char bytes[KEY_MAX];
    size_t len;
};

/* Adds a character that is not ASCII; returns its length. */
static size_t add_folded(struct key *key, struct str rest)
{
    uint32_t folded[CASE_FOLD_MAX];
    size_t len;
    uint32_t c = utf8_decode(rest, &len);
    int count = case_fold(c, folded);

    for (int i = 0; i < count; i++)
        key->len += utf8_encode(folded[i], key->bytes + key->len);
    return len;
}

/* False when the label is too long, or has nothing in it. */
static bool make_key(struct key *key, struct str label)
{
    bool prefix = false;

    key->len = 0;
    if (label.len > LABEL_MAX)
        return false;
    for (size_t i = 0; i < label.len;) {
        char c = label.data[i];

        if ((unsigned char)c >= 0x80) {
            i += add_folded(key, (struct str){label.data + i, label.len - i});
            prefix = false;
            continue;
        }
        i++;
        if (c > '>') {
            key->bytes[key->len++] = (char)ascii_lower(c);
            prefix = false;
            continue;
        }
        prefix = is_line_end(c) || (prefix && (is_ascii_space(c) || c == '>'));
        if (prefix || is_ascii_space(c))
            c = ' ';
        if (c == ' ' && (key->len == 0 || key->bytes[key->len - 1] == ' '))
            continue;
        key->bytes[key->len++] = (char)ascii_lower(c);
    }
    if (key->len && key->bytes[key->len - 1] == ' ')
        key->len--;
    return key->len > 0;
}

void labels_add(struct label_map *map, struct arena *arena, struct str label,
                uint32_t value)
{
    struct key key;
    void *found;

    if (make_key(&key, label) &&
        !str_map_get(&map->keys, (struct str){key.bytes, key.len}, &found))
        str_map_put(&map->keys, arena, arena_str(arena, (struct str){key.bytes, key.len}),
                    (void *)(uintptr_t)value);
}

uint32_t labels_find(const struct label_map *map, struct str label)
{
    struct key key;
    void *value;

    if (!map->keys.count || !make_key(&key, label) ||
        !str_map_get(&map->keys, (struct str){key.bytes, key.len}, &value))
        return 0;
    return (uint32_t)(uintptr_t)value;
}
