/* fingerprint.c - knowing a finding again after the text around it has changed */

#include "lint/fingerprint.h"

#include <stdbool.h>
#include <stdlib.h>

#include "lint/memory.h"
#include "lint/utf8.h"

/* GitHub's numbers. */
enum {
    WINDOW = 100,
    BASE = 37,
    END_OF_FILE = 65535, /* follows the last unit, and as many zeros as are missing */
};

/* No line starts at this place of the window. */
#define NO_LINE UINT32_MAX

/* A polynomial hash of the last WINDOW units, kept up to date unit by unit. */
struct roller {
    uint64_t hash;
    uint64_t outgoing;      /* BASE to the power WINDOW: weight of the unit that leaves */
    uint16_t units[WINDOW]; /* a ring */
    uint32_t lines[WINDOW]; /* the line that starts with that unit */
    unsigned at;
    uint32_t line;   /* the next one to start */
    bool line_start; /* the next unit starts it */
    struct fingerprint *fingerprints;
};

static void init(struct roller *roller, struct fingerprint *fingerprints)
{
    *roller = (struct roller){.outgoing = 1, .line_start = true};
    roller->fingerprints = fingerprints;
    for (int i = 0; i < WINDOW; i++) {
        roller->outgoing *= BASE;
        roller->lines[i] = NO_LINE;
    }
}

/* The window is full of the line that starts where the next unit will go. */
static void close_line(struct roller *roller)
{
    uint32_t line = roller->lines[roller->at];

    if (line == NO_LINE)
        return;
    roller->fingerprints[line].hash = roller->hash;
    roller->lines[roller->at] = NO_LINE;
}

static void push(struct roller *roller, uint16_t unit)
{
    roller->hash =
        roller->hash * BASE + unit - roller->outgoing * roller->units[roller->at];
    roller->units[roller->at] = unit;
    roller->at = (roller->at + 1) % WINDOW;
}

static void add_unit(struct roller *roller, uint16_t unit)
{
    if (unit == ' ' || unit == '\t')
        return;
    close_line(roller);
    if (roller->line_start)
        roller->lines[roller->at] = roller->line++;
    roller->line_start = unit == '\n';
    push(roller, unit);
}

static void add_code_point(struct roller *roller, uint32_t code_point)
{
    if (code_point <= 0xFFFF) {
        add_unit(roller, (uint16_t)code_point);
        return;
    }
    code_point -= 0x10000;
    add_unit(roller, (uint16_t)(0xD800 + (code_point >> 10)));
    add_unit(roller, (uint16_t)(0xDC00 + (code_point & 0x3FF)));
}

/* All units; every line end is one LF. */
static void add_text(struct roller *roller, struct str text)
{
    size_t i = 0;

    while (i < text.len) {
        unsigned char byte = (unsigned char)text.data[i];
        size_t len = 1;

        if (byte >= 0x80) {
            struct str rest = {text.data + i, text.len - i};

            add_code_point(roller, utf8_decode(rest, &len));
        } else if (byte == '\r') {
            add_unit(roller, '\n');
            len += i + 1 < text.len && text.data[i + 1] == '\n';
        } else {
            add_unit(roller, byte);
        }
        i += len;
    }
}

/* Equal hashes side by side, in the order of their lines. */
static int compare(const void *a, const void *b)
{
    const struct fingerprint *x = *(const struct fingerprint *const *)a;
    const struct fingerprint *y = *(const struct fingerprint *const *)b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x > y) - (x < y);
}

static void count_turns(struct fingerprint *fingerprints, uint32_t count)
{
    struct fingerprint **sorted = memory_alloc(count * sizeof(struct fingerprint *));

    for (uint32_t i = 0; i < count; i++)
        sorted[i] = &fingerprints[i];
    qsort(sorted, count, sizeof(struct fingerprint *), compare);
    sorted[0]->turn = 1;
    for (uint32_t i = 1; i < count; i++)
        sorted[i]->turn =
            sorted[i]->hash == sorted[i - 1]->hash ? sorted[i - 1]->turn + 1 : 1;
    free(sorted);
}

struct fingerprint *fingerprint_lines(const struct source *source)
{
    struct fingerprint *fingerprints =
        memory_zeroed(source->line_count, sizeof(*fingerprints));
    struct roller roller;

    init(&roller, fingerprints);
    add_text(&roller, (struct str){source->data, source->size});
    add_unit(&roller, END_OF_FILE);
    for (int i = 0; i < WINDOW; i++) {
        close_line(&roller);
        push(&roller, 0);
    }
    count_turns(fingerprints, source->line_count);
    return fingerprints;
}

/* FNV-1a, 64 bits. */
static uint64_t mix(uint64_t hash, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.data[i]) * 0x100000001B3u;
    return hash;
}

uint64_t fingerprint_context(const char *code, struct str message, struct str line)
{
    uint64_t hash = mix(0xCBF29CE484222325u, str_from(code));

    hash = mix(mix(hash, STR("\n")), message);
    return mix(mix(hash, STR("\n")), str_trim(line));
}
