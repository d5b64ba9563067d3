/* sha256.c - the hash SHA-256 (FIPS 180-4) */

#include "lint/base/sha256.h"

#include <stdint.h>

enum { BLOCK_BYTES = 64, WORDS = 8, ROUNDS = 64 };

/* The fractional parts of the cube roots of the first 64 primes. */
static const uint32_t constants[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
    0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
    0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
    0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
    0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
    0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
    0xc67178f2};

static uint32_t rotate(uint32_t word, int bits)
{
    return word >> bits | word << (32 - bits);
}

static uint32_t read_word(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* The message schedule of a block. */
static void schedule(const unsigned char *block, uint32_t *w)
{
    for (int i = 0; i < 16; i++)
        w[i] = read_word(block + 4 * i);
    for (int i = 16; i < ROUNDS; i++) {
        uint32_t a = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t b = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;

        w[i] = w[i - 16] + a + w[i - 7] + b;
    }
}

/* One round: the words, a to h in the standard, move on by one. */
static void turn(uint32_t *v, uint32_t addend)
{
    uint32_t e = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25);
    uint32_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
    uint32_t a = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22);
    uint32_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
    uint32_t first = v[7] + e + choice + addend;

    for (int i = WORDS - 1; i > 0; i--)
        v[i] = v[i - 1];
    v[4] += first;
    v[0] = first + a + majority;
}

static void add_block(uint32_t *state, const unsigned char *block)
{
    uint32_t w[ROUNDS];
    uint32_t v[WORDS];

    schedule(block, w);
    memcpy(v, state, sizeof(v));
    for (int i = 0; i < ROUNDS; i++)
        turn(v, constants[i] + w[i]);
    for (int i = 0; i < WORDS; i++)
        state[i] += v[i];
}

/* The rest of the text, a one bit, zeros, and the length in bits: one block or two. */
static void add_end(uint32_t *state, struct str text, size_t done)
{
    unsigned char end[2 * BLOCK_BYTES] = {0};
    size_t rest = text.len - done;
    size_t length = rest + 9 <= BLOCK_BYTES ? BLOCK_BYTES : 2 * BLOCK_BYTES;
    uint64_t bits = (uint64_t)text.len * 8;

    if (rest)
        memcpy(end, text.data + done, rest);
    end[rest] = 0x80;
    for (size_t i = 1; i <= 8; i++, bits >>= 8)
        end[length - i] = (unsigned char)(bits & 0xFF);
    for (size_t at = 0; at < length; at += BLOCK_BYTES)
        add_block(state, end + at);
}

void sha256(struct str text, unsigned char hash[SHA256_BYTES])
{
    /* The fractional parts of the square roots of the first 8 primes. */
    uint32_t state[WORDS] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                             0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const unsigned char *bytes = (const unsigned char *)text.data;
    size_t done = 0;

    for (; text.len - done >= BLOCK_BYTES; done += BLOCK_BYTES)
        add_block(state, bytes + done);
    add_end(state, text, done);
    for (int i = 0; i < WORDS; i++)
        for (int byte = 0; byte < 4; byte++)
            hash[4 * i + byte] = (unsigned char)(state[i] >> (24 - 8 * byte) & 0xFF);
}
