/* guest.c - a program that links against the archive and has names of its own */

#include <stdlib.h>

/* stet has functions of these names as well, and must not call these. */
void report(void);
void bug(void);
void evaluate(void);

void report(void)
{
    abort();
}

void bug(void)
{
    abort();
}

void evaluate(void)
{
    abort();
}
