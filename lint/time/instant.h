/* instant.h - what a run takes for now */
#ifndef LINT_TIME_INSTANT_H
#define LINT_TIME_INSTANT_H

#include <stdint.h>
#include <time.h>

/* A point on the line of time, and the zone in which its day is told. */
struct instant {
    int64_t seconds; /* since 1970-01-01T00:00:00Z */
    int32_t zone;    /* seconds east of Greenwich */
};

/*
 * SOURCE_DATE_EPOCH (seconds since 1970, in UTC) when that is set to a number, so that
 * runs can be repeated; else clock, a reading of the wall clock, in the local time zone.
 * Asked once in a run, so that all its files have the same day.
 */
struct instant instant_now(time_t clock);

#endif
