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

/* hh:mm or hh:mm:ss: digits and colons only, whether there is such a time is another
 * question. A colon that two digits do not follow is left unread. */
bool clock_read(struct scanner *s, struct clock *clock);

/* A point with digits after it, or nothing; false for a point alone. */
bool clock_skip_fraction(struct scanner *s);

/* Is there such a time? A leap second, :60, may be. */
bool clock_exists(const struct clock *clock);

/* Why there is none: "a day has the hours 00 to 23". Empty when there is; a leap second
 * is refused here. */
struct str clock_explain(const struct clock *clock);

enum zone_form {
    ZONE_RFC3339, /* Z, z, +hh:mm, -hh:mm */
    ZONE_LENIENT, /* +hhmm as well */
};

/* An offset from UTC; *seconds east of Greenwich. */
bool zone_read(struct scanner *s, enum zone_form form, int32_t *seconds);

/* A day, perhaps with a time of day, perhaps with an offset from UTC. */
struct moment {
    int64_t day;     /* as written, in days since 1970-01-01 */
    int32_t seconds; /* since that day began */
    int32_t zone;    /* seconds east of Greenwich */
    bool has_time;
    bool has_zone;
};

/*
 * RFC 3339, and what site generators take besides: a blank for the T, blanks before
 * the offset, no seconds, no offset, +0200. False for anything else, and for days
 * that do not exist.
 */
bool moment_parse(struct str text, struct moment *moment);

/* Seconds since 1970-01-01T00:00:00Z of a moment with a zone. */
int64_t moment_instant(const struct moment *moment);

/*
 * Before, the same or after, as less than 0, 0 or more. Two moments with zones are
 * points on the line of time, two without any are compared as written; otherwise
 * only the days are known, each as written.
 */
int moment_compare(const struct moment *a, const struct moment *b);

#endif
