/* date_time.c - dates, times and durations (RFC 3339) */

#include "lint/schema/format/formats.h"
#include "lint/time/date.h"
#include "lint/time/moment.h"

static bool accept_date(struct scanner *s)
{
    struct date date;

    return date_read(s, &date) && date_exists(&date);
}

static bool accept_time(struct scanner *s)
{
    struct clock clock;
    int32_t offset;

    if (!clock_read(s, &clock) || !clock.has_second || !clock_exists(&clock) ||
        !clock_skip_fraction(s) || !zone_read(s, ZONE_RFC3339, &offset))
        return false;
    /* Leap seconds are at the end of a day in UTC. */
    return clock.second < 60 ||
           (clock.hour * 60 + clock.minute - offset / 60 + 2 * 1440) % 1440 == 1439;
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

    return accept_date(&s) && scanner_accept_any(&s, "Tt") && accept_time(&s) &&
           scanner_done(&s);
}

/* Units must follow one another without a gap: P1Y2D lacks months. */
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
