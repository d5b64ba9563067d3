/* heading_number.h - the numbers that headings begin with */
#ifndef LINT_DOCUMENT_HEADING_NUMBER_H
#define LINT_DOCUMENT_HEADING_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/document/document.h"

enum { NUMBER_PARTS_MAX = 6 }; /* as many as there are levels of headings */

/* `2.3` has the parts 2 and 3. */
struct heading_number {
    uint32_t parts[NUMBER_PARTS_MAX];
    uint32_t count;
    struct str label; /* the word before it, as in `Step 2`, or empty */
    struct span span; /* the digits and the full stops between them */
};

/*
 * Reads `2.`, `2)` or `2:` before a blank, `2、`, `2.3` with one of these signs or
 * without, and a number after one of the labels, whose case does not matter. False for
 * all else, such as `2 eggs` and `2024-01-01`. Markers of emphasis may stand before it.
 */
bool heading_number_read(const struct document *document, const struct node *heading,
                         struct str_list labels, struct heading_number *number);

/* May the numbers of a level begin anew? */
enum restart { RESTART_NO, RESTART_AFTER_OTHER, RESTART_IN_SECTION };

enum { COUNTED_LEVELS = 7 }; /* from 1 on */

/* How far the numbers of headings have come. Starts as {0}. */
struct heading_count {
    struct {
        uint32_t last; /* number of one part; 0 at first */
        struct str label;
        enum restart restart;
    } levels[COUNTED_LEVELS];
    struct heading_number path; /* the last number */
    int base;                   /* the level of its first part; 0: none */
};

/*
 * The number that a heading of that level should have instead, the same one when it is
 * right. Numbers go on from the last of their level and label; after a heading without a
 * number and in a new section they may begin anew, from 0 or 1, or from any number where
 * any_start. Of a number with parts all but the last are those of the number above.
 */
struct heading_number heading_count_expect(const struct heading_count *count, int level,
                                           const struct heading_number *number,
                                           bool any_start);

/* Counts the number of a heading of that level. */
void heading_count_take(struct heading_count *count, int level,
                        const struct heading_number *number);

/* Counts a heading of that level without a number. */
void heading_count_pass(struct heading_count *count, int level);

#endif
