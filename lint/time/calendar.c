/* calendar.c - which days there are (Gregorian, as RFC 3339 5.7 has it) */

#include "lint/time/calendar.h"

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int calendar_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && is_leap(year));
}

bool calendar_has(int year, int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= calendar_days(year, month);
}

struct str calendar_reason(struct arena *arena, int year, int month, int day)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};

    if (month < 1 || month > 12)
        return arena_format(arena, "there is no month %02d", month);
    if (day < 1)
        return STR("a month starts with day 01");
    return arena_format(arena, "%s %d has %d days", months[month - 1], year,
                        calendar_days(year, month));
}
