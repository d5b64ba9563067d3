/* message.h - how much of a text a message shows */
#ifndef LINT_BASE_MESSAGE_H
#define LINT_BASE_MESSAGE_H

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* The most bytes of one text that a message quotes, and of a message that is passed on:
 * more than anyone reads of either. */
enum { MESSAGE_MAX_BYTES = 1000 };

/*
 * For "%s" in a message: a copy of text in the arena, followed by a NUL. A longer text is
 * cut to as many whole characters as fit into MESSAGE_MAX_BYTES, and `…` is added.
 */
const char *message_text(struct arena *arena, struct str text);

/*
 * The message itself. A longer one is cut to as many whole characters as fit into
 * MESSAGE_MAX_BYTES, and `…` is added, with a back-tick when the cut is inside a
 * quotation: a copy in the arena.
 */
struct str message_cut(struct arena *arena, struct str message);

#endif
