/* format.c - formats messages faster than vsnprintf() */

#include "lint/base/format.h"

#include <string.h>

/* A text that is formatted. */
struct formatting {
    char *at;
    char *end; /* of the room */
    va_list args;
};

const char format_pairs[] = "0001020304050607080910111213141516171819"
                            "2021222324252627282930313233343536373839"
                            "4041424344454647484950515253545556575859"
                            "6061626364656667686970717273747576777879"
                            "8081828384858687888990919293949596979899";

char *format_large(char *to, uint64_t number)
{
    return format_four(format_uint(to, number / 10000), (uint32_t)(number % 10000));
}

static bool add(struct formatting *to, const char *bytes, size_t len)
{
    if (!len) /* without room, at may be NULL */
        return true;
    if (len > (size_t)(to->end - to->at))
        return false;
    memcpy(to->at, bytes, len);
    to->at += len;
    return true;
}

static bool add_char(struct formatting *to, char c)
{
    return add(to, &c, 1);
}

static bool add_uint(struct formatting *to, uint64_t number)
{
    if (to->end - to->at < FORMAT_DIGITS)
        return false;
    to->at = format_uint(to->at, number);
    return true;
}

static bool add_int(struct formatting *to, int number)
{
    if (number >= 0)
        return add_uint(to, (uint64_t)number);
    return add_char(to, '-') && add_uint(to, (uint64_t) - (int64_t)number);
}

/* Adds at most len bytes of a text, up to its NUL. */
static bool add_start(struct formatting *to, int len, const char *text)
{
    const char *end;

    if (len <= 0 || !text)
        return len == 0;
    end = memchr(text, '\0', (size_t)len);
    return add(to, text, end ? (size_t)(end - text) : (size_t)len);
}

static bool add_text(struct formatting *to, const char *text)
{
    return text && add(to, text, strlen(text));
}

/* Carries out the conversion after a %; *format moves on past it. */
static bool convert(struct formatting *to, const char **format)
{
    const char *conversion = *format;
    int len;

    *format += 1;
    switch (*conversion) {
    case 's':
        return add_text(to, va_arg(to->args, const char *));
    case 'd':
        return add_int(to, va_arg(to->args, int));
    case 'u':
        return add_uint(to, va_arg(to->args, unsigned));
    case 'c':
        return add_char(to, (char)va_arg(to->args, int));
    case '%':
        return add_char(to, '%');
    case 'z':
        *format += 1;
        return conversion[1] == 'u' && add_uint(to, va_arg(to->args, size_t));
    case '.':
        if (conversion[1] != '*' || conversion[2] != 's')
            return false;
        *format += 2;
        len = va_arg(to->args, int);
        return add_start(to, len, va_arg(to->args, const char *));
    default:
        return false;
    }
}

static bool add_all(struct formatting *to, const char *format)
{
    const char *percent;

    while ((percent = strchr(format, '%'))) {
        if (!add(to, format, (size_t)(percent - format)))
            return false;
        format = percent + 1;
        if (!convert(to, &format))
            return false;
    }
    return !*format || add(to, format, strlen(format));
}

bool format_message(char *out, size_t room, size_t *len, const char *format, va_list args)
{
    struct formatting to = {.at = out, .end = room ? out + room : out};
    bool done;

    va_copy(to.args, args);
    done = add_all(&to, format);
    va_end(to.args);
    *len = (size_t)(to.at - out);
    return done;
}
