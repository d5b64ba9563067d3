/* sha256.h - the hash SHA-256 (FIPS 180-4) */
#ifndef LINT_BASE_SHA256_H
#define LINT_BASE_SHA256_H

#include "lint/base/str.h"

enum { SHA256_BYTES = 32 };

void sha256(struct str text, unsigned char hash[SHA256_BYTES]);

#endif
