/* fingerprint.h - numbers by which a finding is known again in a later run */
#ifndef LINT_RESULTS_FINGERPRINT_H
#define LINT_RESULTS_FINGERPRINT_H

#include <stdint.h>

#include "lint/base/str.h"
#include "lint/source/source.h"

/* GitHub's primaryLocationLineHash is hash in hexadecimal, a colon, and turn. */
struct line_fingerprint {
    uint64_t hash;
    uint32_t turn; /* 1 for the first line of the file with that hash, … */
};

/*
 * Fingerprints of all lines, as github/codeql-action has them (src/fingerprints.ts):
 * of the hundred UTF-16 code units from a line's start on, without spaces and tabs,
 * each line end one LF, behind the last line a 65535 and zeros. lines has room for
 * source->line_count.
 */
void fingerprint_lines(const struct source *source, struct line_fingerprint *lines);

/* FNV-1a, 64 bits: the same everywhere, so that it may be written to disk. Texts added
 * one after the other do not run into each other. */
#define FINGERPRINT_START UINT64_C(0xCBF29CE484222325)
uint64_t fingerprint_add(uint64_t hash, struct str text);

/*
 * Our own, of what a finding says and the text it says it of: it survives when lines
 * around it come and go. The line is hashed once for all findings on it.
 */
uint64_t fingerprint_line_text(struct str line);
uint64_t fingerprint_context(uint64_t line, struct str rule, struct str message);

#endif
