/* guess.h - the date that was meant by what is written in another way */
#ifndef LINT_TIME_GUESS_H
#define LINT_TIME_GUESS_H

#include "lint/base/arena.h"
#include "lint/base/str.h"

/*
 * The date, as YYYY-MM-DD, that was meant when it is written in another way, or something
 * follows it; else empty. Where day and month could be exchanged, *otherwise is the other
 * date, else it stays as it is. In the arena.
 */
struct str date_suggestion(struct str text, struct arena *arena, struct str *otherwise);

/* The same for a date and a time with its zone, in the notation of RFC 3339. */
struct str date_time_suggestion(struct str text, struct arena *arena);

#endif
