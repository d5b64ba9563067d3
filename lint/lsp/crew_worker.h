/* crew_worker.h - one process of the crew, and what it and the server send each other */
#ifndef LINT_LSP_CREW_WORKER_H
#define LINT_LSP_CREW_WORKER_H

#include <stdbool.h>

#include "lint/lsp/crew.h"

/* Answers the errands that come through fd until it is closed. */
_Noreturn void crew_worker_run(const struct crew_work *work, int fd, pid_t parent);

/* Appends the bytes of an errand. Both ends are the same program. */
void errand_pack(const struct errand *errand, struct buf *out);

/* The answer at the start of bytes, a view, and how many bytes it takes; false when it is
 * not there yet. */
bool answer_unpack(struct str bytes, struct answer *answer, size_t *used);

#endif
