/* clock.c - time that passes, whatever the date is set to */

#include "lint/base/clock.h"

#include <time.h>

uint64_t clock_steady(void)
{
    struct timespec now;

    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return 0;
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}
