/* message.h - how much of a text a message shows */
#ifndef LINT_BASE_MESSAGE_H
#define LINT_BASE_MESSAGE_H

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* Bytes of one text that a message quotes, and of a message that is passed on: more than
 * anyone reads of either. */
enum { MESSAGE_MAX_BYTES = 1000 };

/*
 * For "%s" in a message: the text in the arena, ended by NUL. Of a longer one as many
 * whole characters as fit into MESSAGE_MAX_BYTES, and `…` after them.
 */
const char *message_text(struct arena *arena, struct str text);

/*
 * The message itself or, of a longer one, as many whole characters as fit into
 * MESSAGE_MAX_BYTES, then `…` and the back-tick that ends what is quoted there: in the
 * arena.
 */
struct str message_cut(struct arena *arena, struct str message);

#endif
