/* version.c - version and home page of this build */

#include "lint/command/version.h"

const char *stet_version(void)
{
    return STET_VERSION;
}

const char *stet_homepage(void)
{
    return STET_HOMEPAGE;
}
