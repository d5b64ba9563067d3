/* date.c - dates and times (TOML 1.0 Offset Date-Time to Local Time, RFC 3339 5.6)
 */

#include "lint/base/ascii.h"
#include "lint/time/calendar.h"
#include "lint/toml/reader.h"

/* Do exactly `count` digits stand at offset? */
static bool has_digits(const struct toml_reader *reader, uint32_t at, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!is_ascii_digit(toml_byte(reader, at + i)))
            return false;
    return !is_ascii_digit(toml_byte(reader, at + count));
}

/* One space may stand between date and time, if that is what follows. */
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

/* A word and the place in it. */
struct scan {
    struct str text;
    size_t at;
};

static bool take(struct scan *scan, const char *any)
{
    if (scan->at == scan->text.len || !strchr(any, scan->text.data[scan->at]))
        return false;
    scan->at++;
    return true;
}

static bool take_number(struct scan *scan, size_t digits, int *number)
{
    *number = 0;
    for (size_t i = 0; i < digits; i++, scan->at++) {
        if (scan->at == scan->text.len || !is_ascii_digit(scan->text.data[scan->at]))
            return false;
        *number = *number * 10 + scan->text.data[scan->at] - '0';
    }
    return true;
}

static bool take_date(struct scan *scan, struct arena *arena, struct str *message)
{
    int year, month, day;

    *message = STR("a date is written YYYY-MM-DD");
    if (!take_number(scan, 4, &year) || !take(scan, "-") ||
        !take_number(scan, 2, &month) || !take(scan, "-") || !take_number(scan, 2, &day))
        return false;
    if (calendar_has(year, month, day))
        return true;
    *message = calendar_reason(arena, year, month, day);
    return false;
}

static bool take_fraction(struct scan *scan)
{
    int digit;

    if (!take(scan, "."))
        return true;
    if (!take_number(scan, 1, &digit))
        return false;
    while (scan->at < scan->text.len && is_ascii_digit(scan->text.data[scan->at]))
        scan->at++;
    return true;
}

static bool take_time(struct scan *scan, struct str *message)
{
    int hour, minute, second;

    *message = STR("a time is written hh:mm:ss");
    if (!take_number(scan, 2, &hour) || !take(scan, ":") ||
        !take_number(scan, 2, &minute) || !take(scan, ":") ||
        !take_number(scan, 2, &second) || !take_fraction(scan))
        return false;
    if (hour <= 23 && minute <= 59 && second <= 60)
        return true;
    *message = hour > 23     ? STR("a day has the hours 00 to 23")
               : minute > 59 ? STR("an hour has the minutes 00 to 59")
                             : STR("a minute has the seconds 00 to 59");
    return false;
}

static bool take_offset(struct scan *scan, struct str *message)
{
    int hour, minute;

    *message = STR("a time zone is written `Z` or +hh:mm");
    if (scan->at == scan->text.len || take(scan, "Zz"))
        return true;
    return take(scan, "+-") && take_number(scan, 2, &hour) && take(scan, ":") &&
           take_number(scan, 2, &minute) && hour <= 23 && minute <= 59;
}

static bool scan_all(struct scan *scan, struct arena *arena, struct str *message)
{
    bool is_time = scan->text.len > 2 && scan->text.data[2] == ':';

    if (is_time)
        return take_time(scan, message);
    if (!take_date(scan, arena, message))
        return false;
    if (!take(scan, "Tt "))
        return true;
    return take_time(scan, message) && take_offset(scan, message);
}

/* As RFC 3339 has it in JSON: with T between date and time, and Z. */
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
    struct scan scan = {toml_text(reader, word), 0};
    struct value *value;

    if (!scan_all(&scan, reader->builder.arena, message))
        return NULL;
    if (scan.at < scan.text.len) {
        *message = STR("more stands behind it");
        return NULL;
    }
    value = value_builder_add(&reader->builder, VALUE_STRING, word);
    value->text = canonical(reader->builder.arena, scan.text);
    return value;
}
