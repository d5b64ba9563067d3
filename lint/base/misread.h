/* misread.h - text in UTF-8 that was read as Windows-1252 or Latin-1: mojibake */
#ifndef LINT_BASE_MISREAD_H
#define LINT_BASE_MISREAD_H

#include <stddef.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/*
 * How many bytes of line, from `at` on, are such text: one character or several that
 * touch each other; 0 when they may as well be meant. `CafÃ©` is mojibake, `É»` may be
 * the end of a quotation. All of it starts with the byte C3. Takes time in proportion to
 * the result.
 */
size_t misread_length(struct str line, size_t at);

/* What misread_length() has found, as it was before, in the arena. White space and byte
 * order marks become spaces. */
struct str misread_text(struct arena *arena, struct str misread);

#endif
