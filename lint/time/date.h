/* date.h - days and durations as authors write them */
#ifndef LINT_TIME_DATE_H
#define LINT_TIME_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/scanner.h"

/* A day of the Gregorian calendar (RFC 3339 5.7), years 0 to 9999. */
struct date {
    int year, month, day;
};

/* Is there such a day? Any numbers will do. */
bool date_exists(const struct date *date);

/* Why there is no such day: "February 2024 has 29 days". In the arena. */
struct str date_explain(struct arena *arena, const struct date *date);

/* YYYY-MM-DD: digits and dashes only, whether there is such a day is another question. */
bool date_read(struct scanner *s, struct date *date);

/* Days since 1970-01-01, and back. */
int64_t date_to_days(const struct date *date);
struct date date_from_days(int64_t days);

/* "2024-05-25"; "the year 12345" is out of reach of front matter, and its days are cut
 * to the range of years. */
struct str date_text(struct arena *arena, int64_t days);

/* Calendar months and days; both may be 0. */
struct duration {
    int32_t months;
    int32_t days;
};

/* More than any article's age: keeps sums in range. */
enum { DURATION_MAX_YEARS = 1000 };

/* "1y", "6m", "2w", "180d", several of them in a row ("1y6m"), or ISO 8601 without
 * times of day ("P1Y6M"). False for anything else and for nothing at all. */
bool duration_parse(struct str text, struct duration *duration);

/* The day so much later (sign 1) or earlier (-1). A day that the month does not have is
 * the month's last: 2024-02-29 less a year is 2023-02-28. */
int64_t duration_shift(int64_t days, struct duration duration, int sign);

/* "1 year and 6 months", "180 days". */
struct str duration_text(struct arena *arena, struct duration duration);

#endif
