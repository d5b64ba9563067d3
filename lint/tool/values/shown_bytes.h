/* shown_bytes.h - any bytes on one line, for people and back */
#ifndef LINT_TOOL_VALUES_SHOWN_BYTES_H
#define LINT_TOOL_VALUES_SHOWN_BYTES_H

#include "lint/base/buf.h"
#include "lint/base/str.h"

/*
 * Appends text. A tab is ␉, a line feed ␊, a carriage return ␍, a space at the end ␠.
 * Each byte of what is no UTF-8, cannot be seen or is one of these signs is ‹XX›,
 * hexadecimal.
 */
void shown_bytes_add(struct buf *out, struct str text);

/* Appends what stands for itself or for other bytes in shown. */
void shown_bytes_read(struct buf *out, struct str shown);

#endif
