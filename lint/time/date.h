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

/* Is there such a day? The fields may be any numbers. */
bool date_exists(const struct date *date);

/* Why a day for which date_exists() is false does not exist: "February 2024 has 29 days".
 * Static text, or in the arena. */
struct str date_explain(struct arena *arena, const struct date *date);

/* Reads YYYY-MM-DD: digits and dashes only; whether there is such a day is up to
 * date_exists(). False for anything else; then the scanner is somewhere inside of it. */
bool date_read(struct scanner *s, struct date *date);

/* Days since 1970-01-01, and back: days outside the years 0 to 9999 are clamped to
 * them. */
int64_t date_to_days(const struct date *date);
struct date date_from_days(int64_t days);

/* "2024-05-25", in the arena; days are clamped as by date_from_days(). */
struct str date_text(struct arena *arena, int64_t days);

/* A duration in calendar months and days; both may be 0. */
struct duration {
    int32_t months;
    int32_t days;
};

/* More than the age of any article; it keeps sums in range. */
enum { DURATION_MAX_YEARS = 1000 };

/* "1y", "6m", "2w", "180d", several of them from the largest unit to the smallest
 * ("1y6m"), or ISO 8601 without times of day ("P1Y6M"); the case of units does not count.
 * False for anything else, for an empty text and above DURATION_MAX_YEARS; then *duration
 * is unchanged. */
bool duration_parse(struct str text, struct duration *duration);

/* The day that much later (sign 1) or earlier (-1), in days since 1970-01-01. A day that
 * the month does not have becomes its last: 2024-02-29 less a year is 2023-02-28. */
int64_t duration_shift(int64_t days, struct duration duration, int sign);

/* "1 year and 6 months", "180 days"; static text or in the arena. */
struct str duration_text(struct arena *arena, struct duration duration);

#endif
