/* encoded.c - strings that contain encoded data: base64, JSON */

#include "lint/schema/evaluate/encoded.h"

#include "lint/base/buf.h"

unsigned content_form(const struct value *encoding, const struct value *media_type)
{
    unsigned form = 0;

    if (encoding && str_is(encoding->text, "base64"))
        form |= CONTENT_BASE64;
    /* JSON in an unknown encoding cannot be checked. */
    if (media_type && str_is(media_type->text, "application/json") &&
        (!encoding || form & CONTENT_BASE64))
        form |= CONTENT_JSON;
    return form;
}

static int base64_digit(char c)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = c ? strchr(digits, c) : NULL;

    return found ? (int)(found - digits) : -1;
}

/* RFC 4648 4, with its padding and nothing between the digits. */
static bool decode_base64(struct str text, struct buf *out)
{
    size_t padding = 0;
    unsigned bits = 0;

    while (padding < 2 && padding < text.len && text.data[text.len - 1 - padding] == '=')
        padding++;
    if (text.len % 4)
        return false;
    for (size_t i = 0; i < text.len - padding; i++) {
        int digit = base64_digit(text.data[i]);

        if (digit < 0)
            return false;
        bits = bits << 6 | (unsigned)digit;
        /* Each of four digits but the first completes a byte. */
        if (i % 4)
            buf_putc(out, (char)(bits >> (6 - i % 4 * 2) & 0xFF));
    }
    return true;
}

static bool is_json(struct str text)
{
    struct value_input input = {text.data, span_make(0, (uint32_t)text.len),
                                VALUE_MAX_NODES};
    struct value_tree tree;
    struct arena arena;
    bool good;

    arena_init(&arena);
    json_read(&arena, input, &tree);
    good = tree.root && !tree.problem_count;
    arena_release(&arena);
    return good;
}

bool content_valid(unsigned form, struct str text)
{
    struct buf decoded = BUF_INIT;
    bool good = true;

    buf_reserve(&decoded, 1);
    if (form & CONTENT_BASE64)
        good = decode_base64(text, &decoded);
    if (good && form & CONTENT_JSON)
        good = is_json(form & CONTENT_BASE64 ? buf_str(&decoded) : text);
    buf_release(&decoded);
    return good;
}

const char *content_noun(unsigned form)
{
    switch (form) {
    case CONTENT_BASE64:
        return "base64 text";
    case CONTENT_JSON:
        return "a JSON document";
    default:
        return "a JSON document in base64";
    }
}
