/* instant.h - what a run takes as the current time */
#ifndef LINT_TIME_INSTANT_H
#define LINT_TIME_INSTANT_H

#include <stdint.h>
#include <time.h>

/* A point in time, and the time zone that decides its date. */
struct instant {
    int64_t seconds; /* since 1970-01-01T00:00:00Z */
    int32_t zone;    /* seconds east of Greenwich */
};

/*
 * SOURCE_DATE_EPOCH (seconds since 1970, in UTC) when that is set to a number, so that
 * runs can be reproduced; else clock, a reading of the wall clock, in the local time
 * zone. Called once per run, so that all files are checked on the same day.
 */
struct instant instant_now(time_t clock);

#endif
