/* date.c - days and durations as authors write them */

#include "lint/time/date.h"

#include "lint/base/buf.h"

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Days of a month (1 to 12) in a year. */
static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_exists(const struct date *date)
{
    return date->month >= 1 && date->month <= 12 && date->day >= 1 &&
           date->day <= month_days(date->year, date->month);
}

struct str date_explain(struct arena *arena, const struct date *date)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};

    if (date->month < 1 || date->month > 12)
        return arena_format(arena, "there is no month %02d", date->month);
    if (date->day < 1)
        return STR("a month starts with day 01");
    return arena_format(arena, "%s %d has %d days", months[date->month - 1], date->year,
                        month_days(date->year, date->month));
}

bool date_read(struct scanner *s, struct date *date)
{
    return scanner_digits(s, 4, &date->year) && scanner_accept(s, '-') &&
           scanner_digits(s, 2, &date->month) && scanner_accept(s, '-') &&
           scanner_digits(s, 2, &date->day);
}

/* Days from 0000-01-01 to the first of January of a year, and to the epoch. */
static int64_t days_before(int64_t year)
{
    int64_t last = year - 1;

    return year ? 366 + last * 365 + last / 4 - last / 100 + last / 400 : 0;
}

enum { EPOCH = 719528 };

int64_t date_to_days(const struct date *date)
{
    int64_t days = days_before(date->year) - EPOCH + date->day - 1;

    for (int month = 1; month < date->month; month++)
        days += month_days(date->year, month);
    return days;
}

struct date date_from_days(int64_t days)
{
    struct date date = {0, 1, 1};
    int64_t left = days + EPOCH;

    if (left < 0)
        left = 0;
    if (left >= days_before(10000))
        left = days_before(10000) - 1;
    date.year = (int)(left / 366);
    while (days_before(date.year + 1) <= left)
        date.year++;
    left -= days_before(date.year);
    for (; left >= month_days(date.year, date.month); date.month++)
        left -= month_days(date.year, date.month);
    date.day += (int)left;
    return date;
}

struct str date_text(struct arena *arena, int64_t days)
{
    struct date date = date_from_days(days);

    return arena_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static bool read_count(struct scanner *s, int64_t *count)
{
    const char *start = s->at;

    *count = 0;
    while (is_ascii_digit(scanner_peek(s)) && *count <= DURATION_MAX_YEARS * 366)
        *count = *count * 10 + (*s->at++ - '0');
    return s->at > start;
}

/* A number and its unit; units come from the largest to the smallest, each once. */
static bool read_unit(struct scanner *s, const char **units, int64_t *months,
                      int64_t *days)
{
    int64_t count;
    const char *unit;

    if (!read_count(s, &count))
        return false;
    unit = is_one_of(scanner_peek(s) | 32, *units) ? strchr(*units, *s->at | 32) : NULL;
    if (!unit)
        return false;
    s->at++;
    *units = unit + 1;
    if (*unit == 'y' || *unit == 'm')
        *months += count * (*unit == 'y' ? 12 : 1);
    else
        *days += count * (*unit == 'w' ? 7 : 1);
    return true;
}

bool duration_parse(struct str text, struct duration *duration)
{
    struct scanner s = scanner_on(text);
    const char *units = "ymwd";
    int64_t months = 0;
    int64_t days = 0;

    scanner_accept(&s, 'P');
    do {
        if (!read_unit(&s, &units, &months, &days))
            return false;
    } while (!scanner_done(&s));
    if (months > DURATION_MAX_YEARS * 12 || days > DURATION_MAX_YEARS * 366)
        return false;
    *duration = (struct duration){(int32_t)months, (int32_t)days};
    return true;
}

int64_t duration_shift(int64_t days, struct duration duration, int sign)
{
    struct date date = date_from_days(days);
    int month = date.year * 12 + date.month - 1 + sign * duration.months;

    if (month < 0)
        month = 0;
    date.year = month / 12;
    date.month = month % 12 + 1;
    if (date.day > month_days(date.year, date.month))
        date.day = month_days(date.year, date.month);
    return date_to_days(&date) + (int64_t)sign * duration.days;
}

static void add_part(struct buf *out, int32_t count, const char *unit)
{
    if (!count)
        return;
    buf_printf(out, "%s%d %s%s", out->len ? " and " : "", (int)count, unit,
               count == 1 ? "" : "s");
}

struct str duration_text(struct arena *arena, struct duration duration)
{
    struct buf out = BUF_INIT;
    struct str text;

    add_part(&out, duration.months / 12, "year");
    add_part(&out, duration.months % 12, "month");
    add_part(&out, duration.days, "day");
    text = out.len ? arena_str(arena, buf_str(&out)) : STR("0 days");
    buf_release(&out);
    return text;
}
