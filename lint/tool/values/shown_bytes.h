/* shown_bytes.h - shows any bytes on one line, readably and reversibly */
#ifndef LINT_TOOL_VALUES_SHOWN_BYTES_H
#define LINT_TOOL_VALUES_SHOWN_BYTES_H

#include "lint/base/buf.h"
#include "lint/base/str.h"

/*
 * Appends text. A tab is ␉, a line feed ␊, a carriage return ␍, a space at the end ␠.
 * Each byte that is not UTF-8, or of an invisible character or one of these signs, is
 * ‹XX›, in hexadecimal.
 */
void shown_bytes_add(struct buf *out, struct str text);

/* Appends the bytes that shown stands for. */
void shown_bytes_read(struct buf *out, struct str shown);

#endif
