/* moment.h - times of day, zones and moments as authors write them */
#ifndef LINT_TIME_MOMENT_H
#define LINT_TIME_MOMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/scanner.h"

/* A time of day. */
struct clock {
    int hour, minute, second;
    bool has_second; /* false: second is 0 */
};

/* Reads hh:mm or hh:mm:ss: digits and colons only; whether there is such a time is up to
 * clock_exists(). A second colon that is not followed by two digits is left unread. */
bool clock_read(struct scanner *s, struct clock *clock);

/* Steps over a point and its digits, if there is one; false for a point without
 * digits. */
bool clock_skip_fraction(struct scanner *s);

/* Is there such a time? A leap second, :60, counts as one. */
bool clock_exists(const struct clock *clock);

/* Why there is no such time: "a day has the hours 00 to 23", static text. Empty when
 * there is one; a leap second is explained like any second above 59. */
struct str clock_explain(const struct clock *clock);

enum zone_form {
    ZONE_RFC3339, /* Z, z, +hh:mm, -hh:mm */
    ZONE_LENIENT, /* +hhmm as well */
};

/* Reads an offset from UTC as *seconds east of Greenwich; false for anything else. */
bool zone_read(struct scanner *s, enum zone_form form, int32_t *seconds);

/* A day with an optional time of day and an optional offset from UTC. */
struct moment {
    int64_t day;     /* as written, in days since 1970-01-01 */
    int32_t seconds; /* since that day began; 0 without a time */
    int32_t zone;    /* seconds east of Greenwich */
    bool has_time;
    bool has_zone;
};

/*
 * RFC 3339, and what site generators accept as well: a space for the T, spaces before the
 * offset, no seconds, no offset, +0200. False for anything else and for days or times
 * that do not exist; then *moment is not to be read.
 */
bool moment_parse(struct str text, struct moment *moment);

/* A moment with a zone in seconds since 1970-01-01T00:00:00Z. */
int64_t moment_instant(const struct moment *moment);

/*
 * Negative, 0 or positive as a is before, equal to or after b. Two moments with zones are
 * compared as points in time, two without as written; otherwise only their days are, as
 * written.
 */
int moment_compare(const struct moment *a, const struct moment *b);

#endif
