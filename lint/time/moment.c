/* moment.c - times of day, zones and moments as authors write them */

#include "lint/time/moment.h"

#include "lint/time/date.h"

enum { DAY_SECONDS = 86400 };

bool clock_read(struct scanner *s, struct clock *clock)
{
    struct scanner after;

    *clock = (struct clock){0};
    if (!scanner_digits(s, 2, &clock->hour) || !scanner_accept(s, ':') ||
        !scanner_digits(s, 2, &clock->minute))
        return false;
    after = *s;
    if (!scanner_accept(&after, ':') || !scanner_digits(&after, 2, &clock->second)) {
        clock->second = 0;
        return true;
    }
    clock->has_second = true;
    *s = after;
    return true;
}

bool clock_skip_fraction(struct scanner *s)
{
    return !scanner_accept(s, '.') || scanner_skip_digits(s);
}

bool clock_exists(const struct clock *clock)
{
    return clock->hour <= 23 && clock->minute <= 59 && clock->second <= 60;
}

struct str clock_explain(const struct clock *clock)
{
    if (clock->hour > 23)
        return STR("a day has the hours 00 to 23");
    if (clock->minute > 59)
        return STR("an hour has the minutes 00 to 59");
    if (clock->second > 59)
        return STR("a minute has the seconds 00 to 59");
    return STR("");
}

bool zone_read(struct scanner *s, enum zone_form form, int32_t *seconds)
{
    int sign = scanner_peek(s) == '-' ? -1 : 1;
    int hour;
    int minute;

    *seconds = 0;
    if (scanner_accept_any(s, "Zz"))
        return true;
    if (!scanner_accept_any(s, "+-") || !scanner_digits(s, 2, &hour))
        return false;
    if (!scanner_accept(s, ':') && form == ZONE_RFC3339)
        return false;
    if (!scanner_digits(s, 2, &minute) || hour > 23 || minute > 59)
        return false;
    *seconds = sign * (hour * 3600 + minute * 60);
    return true;
}

/* hh:mm, perhaps with :ss and a fraction. A leap second counts as the second before
 * it. */
static bool read_time(struct scanner *s, int32_t *seconds)
{
    struct clock clock;

    if (!clock_read(s, &clock) || !clock_exists(&clock) ||
        (clock.has_second && !clock_skip_fraction(s)))
        return false;
    if (clock.second == 60)
        clock.second = 59;
    *seconds = clock.hour * 3600 + clock.minute * 60 + clock.second;
    return true;
}

bool moment_parse(struct str text, struct moment *moment)
{
    struct scanner s = scanner_on(text);
    struct date date;

    *moment = (struct moment){0};
    if (!date_read(&s, &date) || !date_exists(&date))
        return false;
    moment->day = date_to_days(&date);
    if (scanner_done(&s))
        return true;
    if (!scanner_accept_any(&s, "Tt "))
        return false;
    moment->has_time = true;
    if (!read_time(&s, &moment->seconds))
        return false;
    if (scanner_done(&s))
        return true;
    while (scanner_accept(&s, ' '))
        continue;
    moment->has_zone = true;
    return zone_read(&s, ZONE_LENIENT, &moment->zone) && scanner_done(&s);
}

int64_t moment_instant(const struct moment *moment)
{
    return moment->day * DAY_SECONDS + moment->seconds - moment->zone;
}

static int compare(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

int moment_compare(const struct moment *a, const struct moment *b)
{
    if (a->has_zone && b->has_zone)
        return compare(moment_instant(a), moment_instant(b));
    if (a->day != b->day || !a->has_time || !b->has_time || a->has_zone || b->has_zone)
        return compare(a->day, b->day);
    return compare(a->seconds, b->seconds);
}
