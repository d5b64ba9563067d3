/* results_fixture.h - results of a text, made, packed and read again, for several tests
 */
#ifndef LINT_TOOL_RESULTS_RESULTS_FIXTURE_H
#define LINT_TOOL_RESULTS_RESULTS_FIXTURE_H

#include "lint/results/codec.h"
#include "lint/rule/table.h"

/* MD001, an error, and MD002, a note; the table of both. */
extern const struct rule rule_alpha;
extern const struct rule rule_beta;
extern const struct rule_table table_of_two;

enum {
    RESULTS_FIXTURE_WANT_ALL = WANT_EXCERPT | WANT_FINGERPRINT | WANT_EDIT_PLACES |
                               WANT_BASELINE | WANT_SUPPRESSED | WANT_CONTEXT |
                               WANT_DIGEST
};

/* *state of the tests. */
struct results_fixture {
    struct arena arena;
    struct source source;
    struct buf block; /* as packed last */
    struct codec codec;
    struct file_results results; /* as made */
    struct file_results read;    /* as unpacked */
};

/* Fixtures of cmocka, which take 0 for success: each test has its own, all zero but for
 * the arena. */
int results_fixture_begin(void **state);
int results_fixture_end(void **state);

/* From now on the source is a copy of the text, as a.md. */
void results_fixture_text(struct results_fixture *fixture, struct str text);

/* Makes and packs results of these diagnostics, which are of table_of_two. A test fails
 * where results that are packed while they are made are other bytes. */
void results_fixture_pack_found(struct results_fixture *fixture, struct diagnostics found,
                                unsigned want);
void results_fixture_pack(struct results_fixture *fixture, struct diagnostic *diagnostics,
                          uint32_t count, unsigned want);

/* The same of one finding on "abc", and the same suppressed. */
void results_fixture_pack_plain(struct results_fixture *fixture, unsigned want);

/* The same of two findings on one line, and one after it: everything that a result can
 * have. */
void results_fixture_pack_rich(struct results_fixture *fixture, unsigned want);

/* Reads the block; false when it is refused. */
bool results_fixture_unpack(struct results_fixture *fixture);

#endif
