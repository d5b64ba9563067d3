/* diagnostic.c - one thing that is wrong, and how to mend it */

#include "lint/diagnostic.h"

const char *severity_name(enum severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return "error";
    case SEVERITY_WARNING:
        return "warning";
    case SEVERITY_NOTE:
        return "note";
    default:
        return "off";
    }
}
