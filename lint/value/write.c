/* write.c - writes values as YAML, JSON or TOML text */

#include "lint/value/write.h"

#include "lint/base/ascii.h"
#include "lint/value/json_write.h"
#include "lint/value/yaml_write.h"

static bool is_bare_toml(struct str key)
{
    for (size_t i = 0; i < key.len; i++)
        if (!is_ascii_word_or_dash(key.data[i]))
            return false;
    return key.len > 0;
}

static bool has_control(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] < 0x20 || text.data[i] == 0x7F)
            return true;
    return false;
}

/* JSON's escapes are TOML's as well. */
void value_write_string(struct buf *out, struct value_spelling how, struct str text)
{
    bool plain = how.syntax == SYNTAX_YAML && how.style == STYLE_PLAIN;
    bool single = how.syntax != SYNTAX_JSON && how.style == STYLE_SINGLE_QUOTED;

    if (plain && yaml_is_plain(text))
        buf_add_str(out, text);
    else if (single && !has_control(text) && !memchr(text.data, '\'', text.len))
        buf_printf(out, "'%.*s'", (int)text.len, text.data);
    else if (how.syntax == SYNTAX_YAML)
        yaml_add_quoted(out, text);
    else
        json_add_string(out, text);
}

void value_write_key(struct buf *out, struct value_spelling how, struct str key)
{
    if (how.syntax == SYNTAX_TOML && how.style == STYLE_PLAIN && is_bare_toml(key))
        buf_add_str(out, key);
    else
        value_write_string(out, how, key);
}

static bool write_collection(struct buf *out, struct value_spelling how,
                             const struct value *value)
{
    bool is_map = value->kind == VALUE_MAP;

    buf_putc(out, is_map ? '{' : '[');
    for (uint32_t i = 0; i < value->count; i++) {
        buf_puts(out, i ? ", " : "");
        if (is_map) {
            value_write_key(out, (struct value_spelling){how.syntax, STYLE_PLAIN},
                            value->entries[i].key);
            buf_puts(out, how.syntax == SYNTAX_TOML ? " = " : ": ");
        }
        if (!value_write(out, how, value->entries[i].value))
            return false;
    }
    buf_putc(out, is_map ? '}' : ']');
    return true;
}

/* Recursion is bounded: readers refuse values deeper than VALUE_MAX_DEPTH. */
bool value_write(struct buf *out, struct value_spelling how, const struct value *value)
{
    size_t before = out->len;

    switch (value->kind) {
    case VALUE_NULL:
        if (how.syntax == SYNTAX_TOML)
            return false;
        buf_puts(out, "null");
        return true;
    case VALUE_BOOL:
        buf_puts(out, value->boolean ? "true" : "false");
        return true;
    case VALUE_INTEGER:
    case VALUE_NUMBER:
        buf_add_str(out, value->text);
        return true;
    case VALUE_STRING:
        value_write_string(out, how, value->text);
        return true;
    default:
        if (write_collection(out, how, value))
            return true;
        out->len = before;
        return false;
    }
}
