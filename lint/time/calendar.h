/* calendar.h - which days there are (Gregorian, as RFC 3339 5.7 has it) */
#ifndef LINT_TIME_CALENDAR_H
#define LINT_TIME_CALENDAR_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* Days of a month (1 to 12) in a year. */
int calendar_days(int year, int month);

/* Is there such a day? Any numbers will do. */
bool calendar_has(int year, int month, int day);

/* Why there is no such day: "February 2024 has 29 days". In the arena. */
struct str calendar_reason(struct arena *arena, int year, int month, int day);

#endif
