/* fingerprint.h - knowing a finding again after the text around it has changed */
#ifndef LINT_FINGERPRINT_H
#define LINT_FINGERPRINT_H

#include <stdint.h>

#include "lint/source.h"

/* Of a line; written "hash:turn", the hash in hexadecimal without leading zeros. */
struct fingerprint {
    uint64_t hash;
    uint32_t turn; /* 1 for the first line of the file with that hash, … */
};

/*
 * GitHub's primaryLocationLineHash of every line, as codeql-action's
 * src/fingerprints.ts computes it: GitHub warns of any other value. Each line's
 * hash covers the 100 UTF-16 units from its start on, without blanks and tabs.
 * As many as the source has lines; the caller frees them.
 */
struct fingerprint *fingerprint_lines(const struct source *source);

/* Of what was found rather than where: survives moved and re-indented lines. */
uint64_t fingerprint_context(const char *code, struct str message, struct str line);

#endif
