/* aside.h - what a format writes besides its report: the summary of a step on GitHub */
#ifndef LINT_COMMAND_ASIDE_H
#define LINT_COMMAND_ASIDE_H

#include "lint/report/report.h"

/*
 * Appends what the format of an ended report has for the file that an environment
 * variable names, if there is such a variable: see struct reporter. When that fails, says
 * why on stderr; the report is complete without it.
 */
void aside_write(struct report *report);

#endif
