/* reason.c - says in a writer's words why a value is not of a format */

#include "lint/base/uri.h"
#include "lint/schema/format/formats.h"
#include "lint/time/date.h"
#include "lint/time/moment.h"

static bool take_number(struct scanner *s, int *number, size_t *digits)
{
    const char *start = s->at;

    *number = 0;
    while (is_ascii_digit(scanner_peek(s)) && s->at - start < 5)
        *number = *number * 10 + (*s->at++ - '0');
    *digits = (size_t)(s->at - start);
    return *digits > 0;
}

/* Three numbers with the same separator, as people write dates. */
static bool read_parts(struct scanner *s, int parts[3], size_t digits[3], char *sign)
{
    if (!take_number(s, &parts[0], &digits[0]) || !is_one_of(scanner_peek(s), "-/."))
        return false;
    *sign = *s->at++;
    return take_number(s, &parts[1], &digits[1]) && scanner_accept(s, *sign) &&
           take_number(s, &parts[2], &digits[2]);
}

/* For YYYY-MM-DD where there is no such day. */
static struct str date_part_reason(struct scanner *s, struct arena *arena)
{
    struct date date;
    int parts[3];
    size_t digits[3];
    char sign;

    if (!read_parts(s, parts, digits, &sign) || sign != '-' || digits[0] != 4 ||
        digits[1] != 2 || digits[2] != 2)
        return STR("");
    date = (struct date){parts[0], parts[1], parts[2]};
    return date_exists(&date) ? STR("") : date_explain(arena, &date);
}

struct str date_reason(struct str text, struct arena *arena)
{
    struct scanner s = scanner_on(text);
    struct str reason = date_part_reason(&s, arena);

    if (!reason.len && is_one_of(scanner_peek(&s), "Tt ") && s.at - text.data == 10)
        return s.at + 1 < s.end && is_ascii_digit((unsigned char)s.at[1])
                   ? STR("a date has no time")
                   : STR("nothing may follow the date");
    return reason;
}

/* What is wrong with the zone of a time, which is all that is left. */
static struct str zone_reason(struct scanner *s, struct arena *arena)
{
    const char *start = s->at;
    int hour;
    int minute;

    if (scanner_done(s))
        return STR("the time zone is missing, `Z` or one like `+02:00`");
    if (!scanner_accept_any(s, "+-") || !scanner_digits(s, 2, &hour))
        return STR("");
    if (scanner_done(s))
        return arena_format(arena, "the time zone is written `%.3s:00`", start);
    if (scanner_digits(s, 2, &minute) && scanner_done(s))
        return arena_format(arena, "the time zone is written `%.3s:%02d`", start, minute);
    return STR("");
}

struct str time_reason(struct str text, struct arena *arena)
{
    struct scanner s = scanner_on(text);
    struct clock clock;
    struct str reason;

    if (!clock_read(&s, &clock))
        return STR("");
    reason = clock_explain(&clock);
    if (reason.len)
        return reason;
    if (!clock.has_second)
        return STR("the seconds are missing");
    clock_skip_fraction(&s);
    return zone_reason(&s, arena);
}

/* Neither seconds nor zone can be guessed: all of it as it could be. */
static struct str example_reason(struct str day, struct str time, struct arena *arena)
{
    struct scanner s = scanner_on(time);
    struct clock clock;

    if (!clock_read(&s, &clock) || !clock_exists(&clock) || !clock_skip_fraction(&s) ||
        !scanner_done(&s))
        return STR("");
    return arena_format(arena,
                        "the time zone is missing, as in `%.*sT%02d:%02d:%02dZ` or "
                        "`%.*sT%02d:%02d:%02d+02:00`",
                        (int)day.len, day.data, clock.hour, clock.minute, clock.second,
                        (int)day.len, day.data, clock.hour, clock.minute, clock.second);
}

struct str date_time_reason(struct str text, struct arena *arena)
{
    struct scanner s = scanner_on(text);
    struct str reason = date_part_reason(&s, arena);
    struct str day = {text.data, 10};
    bool has_space;

    if (reason.len || s.at - text.data != 10)
        return reason;
    if (scanner_done(&s))
        return arena_format(arena, "the time is missing, as in `%.*sT09:00:00Z`",
                            (int)day.len, day.data);
    has_space = scanner_accept(&s, ' ');
    if (!has_space && !scanner_accept_any(&s, "Tt"))
        return STR("");
    reason = example_reason(day, (struct str){s.at, scanner_left(&s)}, arena);
    if (reason.len)
        return reason;
    if (has_space)
        return STR("`T` stands between date and time, not a space");
    return time_reason((struct str){s.at, scanner_left(&s)}, arena);
}

static bool has_byte(struct str text, char c)
{
    return text.len && memchr(text.data, c, text.len);
}

struct str email_reason(struct str text, struct arena *arena)
{
    const char *at = text.len ? memchr(text.data, '@', text.len) : NULL;
    struct str domain;

    (void)arena;
    if (!at)
        return STR("it has no `@`");
    if (has_byte(text, ' '))
        return STR("it has a space in it");
    domain = (struct str){at + 1, text.len - (size_t)(at + 1 - text.data)};
    if (has_byte(domain, '@'))
        return STR("it has more than one `@`");
    if (at == text.data)
        return STR("nothing stands before the `@`");
    if (!domain.len)
        return STR("nothing stands after the `@`");
    return STR("");
}

/* The first character that is not allowed in URIs, and how it is escaped. */
static struct str odd_character(struct str text, struct arena *arena)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];

        if (c == ' ')
            return STR("a space is written `%20`");
        if (is_one_of(c, "\"<>\\^`{|}"))
            return arena_format(arena, "it must not have %s in it",
                                c == '`' ? "a back-tick"
                                         : (char[]){'`', (char)c, '`', 0});
        if (c >= 0x80)
            return STR("letters other than a-z are written with `%` and two digits each");
    }
    return STR("");
}

struct str uri_reference_reason(struct str text, struct arena *arena)
{
    return odd_character(text, arena);
}

struct str uri_reason(struct str text, struct arena *arena)
{
    if (!uri_scheme(text).len)
        return STR("it does not start with a scheme like `https:`");
    return odd_character(text, arena);
}

struct str ipv4_reason(struct str text, struct arena *arena)
{
    struct scanner s = scanner_on(text);
    int number;
    size_t digits;

    while (take_number(&s, &number, &digits)) {
        if (number > 255)
            return arena_format(arena, "%d is more than 255", number);
        if (!scanner_accept(&s, '.'))
            break;
    }
    return STR("");
}

struct str hostname_reason(struct str text, struct arena *arena)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        if (!is_ascii_letter((unsigned char)c) && !is_ascii_digit((unsigned char)c) &&
            c > ' ' && c != '-' && c != '.')
            return arena_format(arena, "it must not have `%c` in it", c);
    }
    return has_byte(text, ' ') ? STR("it has a space in it") : STR("");
}

struct str uuid_reason(struct str text, struct arena *arena)
{
    if (text.len != 36)
        return arena_format(arena, "it has %zu characters, not 36", text.len);
    return STR("");
}
