/* version.h - version and home page of this build */
#ifndef LINT_COMMAND_VERSION_H
#define LINT_COMMAND_VERSION_H

/* The semantic version without a leading v: the Makefile's VERSION. */
const char *stet_version(void);

/* The URL of the project without a slash at the end: the Makefile's HOMEPAGE. */
const char *stet_homepage(void);

#endif
