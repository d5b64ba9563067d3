/* date.c - dates and times (TOML 1.0 Offset Date-Time to Local Time, RFC 3339 5.6)
 */

#include "lint/time/date.h"
#include "lint/base/ascii.h"
#include "lint/time/moment.h"
#include "lint/toml/reader.h"

/* Are there exactly count digits at offset? */
static bool has_digits(const struct toml_reader *reader, uint32_t at, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!is_ascii_digit(toml_byte(reader, at + i)))
            return false;
    return !is_ascii_digit(toml_byte(reader, at + count));
}

/* One space may be between a date and a time. */
struct span toml_find_date(const struct toml_reader *reader)
{
    uint32_t start = reader->at;
    uint32_t end = start;
    bool is_date = has_digits(reader, start, 4) && toml_byte(reader, start + 4) == '-' &&
                   is_ascii_digit(toml_byte(reader, start + 5));
    bool is_time = has_digits(reader, start, 2) && toml_byte(reader, start + 2) == ':';

    if (!is_date && !is_time)
        return span_make(start, start);
    while (toml_is_word_byte(toml_byte(reader, end)))
        end++;
    if (is_date && end == start + 10 && toml_byte(reader, end) == ' ' &&
        has_digits(reader, end + 1, 2) && toml_byte(reader, end + 3) == ':')
        for (end++; toml_is_word_byte(toml_byte(reader, end));)
            end++;
    return span_make(start, end);
}

static bool read_date(struct scanner *s, struct arena *arena, struct str *message)
{
    struct date date;

    *message = STR("a date is written YYYY-MM-DD");
    if (!date_read(s, &date))
        return false;
    if (date_exists(&date))
        return true;
    *message = date_explain(arena, &date);
    return false;
}

static bool read_time(struct scanner *s, struct str *message)
{
    struct clock clock;

    *message = STR("a time is written hh:mm:ss");
    if (!clock_read(s, &clock) || !clock.has_second || !clock_skip_fraction(s))
        return false;
    if (clock_exists(&clock))
        return true;
    *message = clock_explain(&clock);
    return false;
}

static bool read_offset(struct scanner *s, struct str *message)
{
    int32_t seconds;

    *message = STR("a time zone is written `Z` or +hh:mm");
    return scanner_done(s) || zone_read(s, ZONE_RFC3339, &seconds);
}

static bool read_all(struct scanner *s, struct arena *arena, struct str *message)
{
    bool is_time = scanner_left(s) > 2 && s->at[2] == ':';

    if (is_time)
        return read_time(s, message);
    if (!read_date(s, arena, message))
        return false;
    if (!scanner_accept_any(s, "Tt "))
        return true;
    return read_time(s, message) && read_offset(s, message);
}

/* In the form of RFC 3339: with T between date and time, and Z. */
static struct str canonical(struct arena *arena, struct str text)
{
    char *out = arena_raw(arena, text.len);

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        out[i] = c == ' ' || c == 't' ? 'T' : c == 'z' ? 'Z' : c;
    }
    return (struct str){out, text.len};
}

struct value *toml_resolve_date(struct toml_reader *reader, struct span word,
                                struct str *message)
{
    struct str text = toml_text(reader, word);
    struct scanner s = scanner_on(text);
    struct value *value;

    if (!read_all(&s, reader->builder.arena, message))
        return NULL;
    if (!scanner_done(&s)) {
        *message = STR("more stands after it");
        return NULL;
    }
    value = value_builder_add(&reader->builder, VALUE_STRING, word);
    value->text = canonical(reader->builder.arena, text);
    return value;
}
