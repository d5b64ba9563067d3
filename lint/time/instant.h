/* instant.h - what a run takes as the current time */
#ifndef LINT_TIME_INSTANT_H
#define LINT_TIME_INSTANT_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

/* A point in time, and which time zone decides its date. */
struct instant {
    int64_t seconds; /* since 1970-01-01T00:00:00Z */
    bool is_local;   /* the local time zone, else UTC */
};

/*
 * SOURCE_DATE_EPOCH (seconds since 1970, in UTC) when that is set to a number, so that
 * runs can be reproduced; else clock, a reading of the wall clock, in the local time
 * zone. Called once per run, so that all files are checked on the same day.
 */
struct instant instant_now(time_t clock);

/* The instant's time zone at that time, in seconds east of Greenwich. Reads the system's
 * time zone, which most runs do not need: dates alone are compared with today. */
int32_t instant_zone(struct instant instant);

#endif
