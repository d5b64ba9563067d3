/* attributes.h - extended attributes of a file: what a system keeps beside its bytes */
#ifndef LINT_FILES_ATTRIBUTES_H
#define LINT_FILES_ATTRIBUTES_H

#include <stdbool.h>

/*
 * Gives one open file all extended attributes of the other, access control lists among
 * them. Those that only the system may set are left out, and there is nothing to do where
 * the file system has none. False, with errno set, when one cannot be read or set.
 */
bool attributes_copy(int from, int to);

#endif
