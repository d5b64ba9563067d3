/* fingerprint.h - numbers that identify a finding across runs */
#ifndef LINT_RESULTS_FINGERPRINT_H
#define LINT_RESULTS_FINGERPRINT_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/str.h"
#include "lint/source/source.h"

/* GitHub's primaryLocationLineHash is hash in hexadecimal, a colon, and turn. */
struct line_fingerprint {
    uint64_t hash;
    uint32_t turn; /* 1 for the first line of the file with that hash, … */
};

/*
 * Computes the fingerprints of all lines, as github/codeql-action does
 * (src/fingerprints.ts): of the hundred UTF-16 code units from the start of the line on,
 * without spaces and tabs, with each line end as one LF, and a 65535 and zeros after the
 * last line. lines has room for source->line_count.
 */
void fingerprint_lines(const struct source *source, struct line_fingerprint *lines);

/* Adds text to a hash (FNV-1a, 64 bits) that is the same on every machine, so that it may
 * be written to disk. Texts added one after the other are kept apart. */
#define FINGERPRINT_START UINT64_C(0xCBF29CE484222325)
uint64_t fingerprint_add(uint64_t hash, struct str text);

/*
 * stet's own fingerprint, of a finding and the text of its line: it does not change when
 * other lines do. The line is hashed once for all findings on it.
 */
uint64_t fingerprint_line_text(struct str line);
uint64_t fingerprint_context(uint64_t line, struct str rule, struct str message);

/*
 * The fingerprint by which a baseline knows a finding: of its rule and the text of its
 * line alone, for messages change with other lines and with the version. In front matter
 * the line does not say what is meant (a missing key is reported at the fence): there the
 * names in the message, which stand in back-ticks, are part of it.
 */
uint64_t fingerprint_known(uint64_t line, struct str rule, struct str message,
                           bool front_matter);

/* Keeps the hashes of the least count lines of the text, blank ones left out, each once,
 * in ascending order: texts that have lines in common have them in common. Returns how
 * many there are, count at most. */
uint32_t fingerprint_sketch(const struct source *source, uint64_t *sketch,
                            uint32_t count);

#endif
