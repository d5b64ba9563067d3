/* date_time.c - dates, times and durations (RFC 3339) */

#include "lint/schema/format/formats.h"
#include "lint/time/date.h"

static bool accept_date(struct scanner *s)
{
    struct date date;

    return date_read(s, &date) && date_exists(&date);
}

/* Z or +hh:mm; *minutes east of Greenwich. */
static bool accept_offset(struct scanner *s, int *minutes)
{
    int sign = scanner_peek(s) == '-' ? -1 : 1;
    int hour;
    int minute;

    *minutes = 0;
    if (scanner_accept(s, 'Z') || scanner_accept(s, 'z'))
        return true;
    if (!scanner_accept(s, '+') && !scanner_accept(s, '-'))
        return false;
    if (!scanner_digits(s, 2, &hour) || !scanner_accept(s, ':') ||
        !scanner_digits(s, 2, &minute) || hour > 23 || minute > 59)
        return false;
    *minutes = sign * (hour * 60 + minute);
    return true;
}

static bool accept_time(struct scanner *s)
{
    int hour;
    int minute;
    int second;
    int offset;

    if (!scanner_digits(s, 2, &hour) || !scanner_accept(s, ':') ||
        !scanner_digits(s, 2, &minute) || !scanner_accept(s, ':') ||
        !scanner_digits(s, 2, &second) || hour > 23 || minute > 59 || second > 60)
        return false;
    if (scanner_accept(s, '.') && !scanner_skip_digits(s))
        return false;
    if (!accept_offset(s, &offset))
        return false;
    /* Leap seconds are at the end of a day in UTC. */
    return second < 60 || (hour * 60 + minute - offset + 2 * 1440) % 1440 == 1439;
}

bool is_date(struct str text)
{
    struct scanner s = scanner_on(text);

    return accept_date(&s) && scanner_done(&s);
}

bool is_time(struct str text)
{
    struct scanner s = scanner_on(text);

    return accept_time(&s) && scanner_done(&s);
}

bool is_date_time(struct str text)
{
    struct scanner s = scanner_on(text);

    return accept_date(&s) && (scanner_accept(&s, 'T') || scanner_accept(&s, 't')) &&
           accept_time(&s) && scanner_done(&s);
}

/* Units must follow one another without a gap: P1Y2D lacks its months. */
static bool accept_units(struct scanner *s, const char *units, bool *any)
{
    const char *next = NULL;

    *any = false;
    while (is_ascii_digit(scanner_peek(s))) {
        const char *unit;

        scanner_skip_digits(s);
        unit = is_one_of(scanner_peek(s), units) ? strchr(units, *s->at) : NULL;
        if (!unit || (next && unit != next))
            return false;
        next = unit + 1;
        s->at++;
        *any = true;
    }
    return true;
}

bool is_duration(struct str text)
{
    struct scanner s = scanner_on(text);
    struct scanner weeks;
    bool days;
    bool seconds = true;

    if (!scanner_accept(&s, 'P'))
        return false;
    weeks = s;
    if (scanner_skip_digits(&weeks) && scanner_accept(&weeks, 'W'))
        return scanner_done(&weeks);
    if (!accept_units(&s, "YMD", &days))
        return false;
    if (scanner_accept(&s, 'T')) {
        if (!accept_units(&s, "HMS", &seconds))
            return false;
        days = true;
    }
    return days && seconds && scanner_done(&s);
}
