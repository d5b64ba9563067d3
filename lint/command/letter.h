/* letter.h - an answer of one letter, from a terminal */
#ifndef LINT_COMMAND_LETTER_H
#define LINT_COMMAND_LETTER_H

#include "lint/command/exit_status.h"

/* Opens the terminal for questions and answers, wherever the standard streams lead: a
 * descriptor, or -1. */
int letter_open(void);

/* The first letter of the line that is typed there; 'q' when no more are. */
char letter_read(int terminal);

/* Asks whether `what`, which was shown, is to be written. EXIT_CLEAN is yes,
 * EXIT_FINDINGS no; EXIT_TROUBLE, after saying on stderr what to type, that there is no
 * terminal. */
enum exit_status letter_confirm(const char *what);

#endif
