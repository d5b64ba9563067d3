/* yaml_write.c - writes text as YAML scalars */

#include "lint/value/yaml_write.h"

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"

/* Characters that YAML does not allow as they are (5.1), or that libyaml takes for line
 * ends. */
static bool is_special(uint32_t c)
{
    return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
}

static bool is_word(struct str text)
{
    static const char *const words[] = {"true", "false", "null", "yes", "no",
                                        "on",   "off",   "y",    "n"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (str_equal_ignore_case(text, str_from(words[i])))
            return true;
    return false;
}

/* May c be inside a plain text, neither first nor last? */
static bool is_plain_inside(uint32_t c, char next)
{
    if (c == ':')
        return next == '/'; /* of a URL */
    return is_ascii_digit((int)c) || is_one_of((int)c, "-. ");
}

bool yaml_is_plain(struct str text)
{
    size_t len;

    for (size_t i = 0; i < text.len; i += len) {
        uint32_t c = utf8_decode((struct str){text.data + i, text.len - i}, &len);

        if (is_ascii_letter((int)c) || c == '_' || c == '/' ||
            (c >= 0x80 && !is_special(c)))
            continue;
        if (i == 0 || (i + 1 == text.len ? !is_ascii_digit((int)c)
                                         : !is_plain_inside(c, text.data[i + 1])))
            return false;
    }
    return text.len > 0 && !is_word(text);
}

/* Single quotes have no escapes, so what needs one cannot be written in them. */
static bool is_single_quotable(struct str text)
{
    size_t len;

    for (size_t i = 0; i < text.len; i += len) {
        uint32_t c = utf8_decode((struct str){text.data + i, text.len - i}, &len);

        if (c == '\'' || is_special(c))
            return false;
    }
    return true;
}

void yaml_add_quoted(struct buf *out, struct str text)
{
    size_t len;

    buf_putc(out, '"');
    for (size_t i = 0; i < text.len; i += len) {
        uint32_t c = utf8_decode((struct str){text.data + i, text.len - i}, &len);

        if (is_special(c))
            buf_printf(out, c > 0xFFFF ? "\\U%08x" : "\\u%04x", (unsigned)c);
        else if (c == '"' || c == '\\')
            buf_printf(out, "\\%c", (int)c);
        else
            buf_add(out, text.data + i, len);
    }
    buf_putc(out, '"');
}

void yaml_add_scalar(struct buf *out, struct str text)
{
    bool has_escapes = text.len && (memchr(text.data, '\\', text.len) ||
                                    memchr(text.data, '"', text.len));

    if (yaml_is_plain(text))
        buf_add_str(out, text);
    else if (has_escapes && is_single_quotable(text))
        buf_printf(out, "'%.*s'", (int)text.len, text.data);
    else
        yaml_add_quoted(out, text);
}
