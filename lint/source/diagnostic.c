/* diagnostic.c - one thing that is wrong, and how to mend it */

#include "lint/source/diagnostic.h"

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

bool severity_find(struct str name, enum severity *severity)
{
    for (enum severity s = SEVERITY_NOTE; s <= SEVERITY_ERROR; s++) {
        if (str_is(name, severity_name(s))) {
            *severity = s;
            return true;
        }
    }
    return false;
}
