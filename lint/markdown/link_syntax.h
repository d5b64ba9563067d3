/* link_syntax.h - the parts of links and of link reference definitions */
#ifndef LINT_MARKDOWN_LINK_SYNTAX_H
#define LINT_MARKDOWN_LINK_SYNTAX_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/base/str.h"

/*
 * What stands between the brackets and around them (CommonMark 4.7, 6.3). Offsets are
 * into text; nothing is read beyond its end.
 */

/* From [ at `at` past its ]; 0 when there is no label. The span is trimmed. */
uint32_t link_label(struct str text, uint32_t at, struct span *label);

/* What follows a link's ] when it is ( destination title ): from ( at `at` to
 * after the ); 0 when it is something else. */
uint32_t link_tail(struct str text, uint32_t at, struct span *destination,
                   struct span *title);

struct definition {
    struct span label;       /* between the brackets, trimmed */
    struct span destination; /* without < > */
    struct span title;       /* with its quotes; empty when there is none */
    uint32_t end;            /* after the last byte that belongs to it */
    uint32_t next;           /* after its line end */
};

/* The link reference definition that starts with [ at `at`; false when none does. */
bool definition_read(struct str text, uint32_t at, struct definition *definition);

#endif
