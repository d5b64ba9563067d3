/* version.h - what this build calls itself */
#ifndef LINT_COMMAND_VERSION_H
#define LINT_COMMAND_VERSION_H

/* Semantic version, without a leading v. The Makefile's VERSION. */
const char *stet_version(void);

/* Where the project lives, without a slash at the end. The Makefile's HOMEPAGE. */
const char *stet_homepage(void);

#endif
