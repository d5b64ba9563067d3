/* instant.c - what a run takes as the current time */

#include "lint/time/instant.h"

#include <stdlib.h>

static bool read_epoch(int64_t *seconds)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    char *end;
    long long number;

    if (!text || *text < '0' || *text > '9')
        return false;
    number = strtoll(text, &end, 10);
    *seconds = number;
    return *end == '\0';
}

/* Seconds by which local clocks are ahead of UTC. */
static int32_t zone_at(time_t clock)
{
    struct tm local;
    struct tm utc;
    int days;

    if (!localtime_r(&clock, &local) || !gmtime_r(&clock, &utc))
        return 0;
    days = local.tm_yday - utc.tm_yday;
    if (local.tm_year != utc.tm_year)
        days = local.tm_year > utc.tm_year ? 1 : -1;
    return ((days * 24 + local.tm_hour - utc.tm_hour) * 60 + local.tm_min - utc.tm_min) *
           60;
}

struct instant instant_now(time_t clock)
{
    struct instant now = {0, false};

    if (read_epoch(&now.seconds))
        return now;
    return (struct instant){clock, true};
}

int32_t instant_zone(struct instant instant)
{
    return instant.is_local ? zone_at((time_t)instant.seconds) : 0;
}
