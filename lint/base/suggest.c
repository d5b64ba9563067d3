/* suggest.c - the word that was probably meant */

#include "lint/base/suggest.h"

#include <stdint.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"

struct word {
    uint32_t letters[SUGGEST_MAX_LENGTH];
    size_t len;
};

/* False when text is too long to be compared. */
static bool word_decode(struct word *word, struct str text)
{
    word->len = 0;
    while (text.len > 0) {
        size_t len;
        uint32_t letter = utf8_decode(text, &len);

        if (word->len == SUGGEST_MAX_LENGTH)
            return false;
        word->letters[word->len++] = (uint32_t)ascii_lower((int)letter);
        text.data += len;
        text.len -= len;
    }
    return true;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/*
 * Optimal string alignment distance. Row i has the distances of the first i letters of a
 * to every prefix of b; a swap looks back two rows, so three rows are used in turn.
 */
static size_t distance(const struct word *a, const struct word *b)
{
    size_t rows[3][SUGGEST_MAX_LENGTH + 1];

    for (size_t j = 0; j <= b->len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a->len; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3];
        const size_t *two_above = rows[(i + 1) % 3];

        row[0] = i;
        for (size_t j = 1; j <= b->len; j++) {
            uint32_t x = a->letters[i - 1], y = b->letters[j - 1];

            row[j] = smaller(above[j - 1] + (x != y), smaller(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x == b->letters[j - 2] && y == a->letters[i - 2])
                row[j] = smaller(row[j], two_above[j - 2] + 1);
        }
    }
    return rows[a->len % 3][b->len];
}

/* An unfinished word: the one choice that starts with it. */
static struct str only_longer(struct str word, const struct str *choices, size_t count)
{
    struct str found = {NULL, 0};

    for (size_t i = 0; i < count; i++) {
        struct str start = {choices[i].data, word.len};

        if (choices[i].len <= word.len || !str_equal_ignore_case(start, word))
            continue;
        if (found.len)
            return (struct str){NULL, 0};
        found = choices[i];
    }
    return found;
}

struct str suggest_nearest(struct str word, const struct str *choices, size_t count)
{
    struct str nearest = {NULL, 0};
    struct word wanted, choice;

    if (!word_decode(&wanted, word) || wanted.len == 0)
        return nearest;
    /* One more than the allowed distance; a single letter must not change. */
    size_t best = wanted.len < 2 ? 1 : wanted.len < 6 ? 2 : wanted.len / 3 + 1;

    for (size_t i = 0; i < count; i++) {
        if (!word_decode(&choice, choices[i]))
            continue;
        size_t gap =
            choice.len > wanted.len ? choice.len - wanted.len : wanted.len - choice.len;
        size_t found = gap < best ? distance(&wanted, &choice) : best;

        if (found < best) {
            best = found;
            nearest = choices[i];
        }
    }
    if (!nearest.len && wanted.len >= SUGGEST_MIN_START)
        return only_longer(word, choices, count);
    return nearest;
}

bool suggest_is_slip(struct str word, struct str meant)
{
    struct word a, b;

    return word_decode(&a, word) && word_decode(&b, meant) && distance(&a, &b) == 1;
}
