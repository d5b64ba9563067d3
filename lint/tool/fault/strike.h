/* strike.h - is this the call that fails? */
#ifndef LINT_TOOL_FAULT_STRIKE_H
#define LINT_TOOL_FAULT_STRIKE_H

#include <stdbool.h>

/* Counts a call of that function. True, with errno set to code, when it is to fail. */
bool fails(const char *name, int code);

/* Sets a pointer to a function to the one that it replaces. */
void find_next(void *function, const char *name);

/* From here on this process is a worker. */
void strike_is_worker(void);

#endif
