/* fingerprint.c - numbers that identify a finding across runs */

#include "lint/results/fingerprint.h"

#include <stdlib.h>

#include "lint/base/ascii.h"
#include "lint/base/memory.h"
#include "lint/base/utf8.h"

enum {
    WINDOW = 100,         /* code units in the hash of a line */
    BASE = 37,            /* of the polynomial, modulo 2^64 */
    END_OF_TEXT = 0xFFFF, /* added after the last line */
};

/*
 * A Rabin-Karp hash that rolls over the text. When the window has moved on by its own
 * length from the start of a line, its hash is that of the line.
 */
struct roll {
    struct line_fingerprint *lines;
    uint64_t power; /* BASE to the WINDOW: the weight of the unit that leaves */
    uint64_t hash;
    uint16_t units[WINDOW]; /* a ring */
    bool starts[WINDOW];    /* is the unit a line's first? */
    unsigned at;
    uint32_t started;  /* lines whose first unit was seen */
    uint32_t finished; /* lines whose hash is known */
    bool line_start;   /* the next unit is a line's first */
    bool after_cr;     /* the character before was CR */
};

static uint64_t power_of_base(void)
{
    uint64_t power = 1;

    for (int i = 0; i < WINDOW; i++)
        power *= BASE;
    return power;
}

static void finish_line(struct roll *roll)
{
    if (!roll->starts[roll->at])
        return;
    roll->starts[roll->at] = false;
    roll->lines[roll->finished++].hash = roll->hash;
}

static void roll_on(struct roll *roll, uint16_t unit)
{
    roll->hash = roll->hash * BASE + unit - roll->power * roll->units[roll->at];
    roll->units[roll->at] = unit;
    roll->at = (roll->at + 1) % WINDOW;
}

static void add_unit(struct roll *roll, uint16_t unit)
{
    finish_line(roll);
    if (roll->line_start) {
        roll->starts[roll->at] = true;
        roll->started++;
    }
    roll->line_start = unit == '\n';
    roll_on(roll, unit);
}

static void add_code_point(struct roll *roll, uint32_t code_point)
{
    bool after_cr = roll->after_cr;

    roll->after_cr = code_point == '\r';
    if (is_space_or_tab(code_point) || (after_cr && code_point == '\n'))
        return;
    if (code_point == '\r')
        code_point = '\n';
    if (code_point > 0xFFFF) {
        add_unit(roll, (uint16_t)(0xD7C0 + (code_point >> 10)));
        add_unit(roll, (uint16_t)(0xDC00 + (code_point & 0x3FF)));
    } else {
        add_unit(roll, (uint16_t)code_point);
    }
}

static void add_text(struct roll *roll, struct str text)
{
    size_t i = 0;

    while (i < text.len) {
        size_t len = 1;
        uint32_t code_point = (unsigned char)text.data[i];

        if (code_point >= 0x80)
            code_point = utf8_decode((struct str){text.data + i, text.len - i}, &len);
        add_code_point(roll, code_point);
        i += len;
    }
}

/* A line's hash and its place, to number equal ones. */
struct numbered {
    uint64_t hash;
    uint32_t line;
};

static int compare_numbered(const void *a, const void *b)
{
    const struct numbered *x = a;
    const struct numbered *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

/* Sorts: a text could be written to make a hash table slow. */
static void count_turns(struct line_fingerprint *lines, uint32_t count)
{
    struct numbered *all = memory_alloc(count * sizeof(*all));
    uint32_t turn = 0;

    for (uint32_t i = 0; i < count; i++)
        all[i] = (struct numbered){lines[i].hash, i};
    qsort(all, count, sizeof(*all), compare_numbered);
    for (uint32_t i = 0; i < count; i++) {
        turn = i && all[i].hash == all[i - 1].hash ? turn + 1 : 1;
        lines[all[i].line].turn = turn;
    }
    free(all);
}

void fingerprint_lines(const struct source *source, struct line_fingerprint *lines)
{
    struct roll roll = {.lines = lines, .power = power_of_base(), .line_start = true};

    add_text(&roll, (struct str){source->data, source->size});
    roll.after_cr = false;
    add_unit(&roll, END_OF_TEXT);
    if (roll.started != source->line_count)
        bug("lines counted in two ways");
    for (int i = 0; i < WINDOW; i++) {
        finish_line(&roll);
        roll_on(&roll, 0);
    }
    count_turns(lines, source->line_count);
}

uint64_t fingerprint_add(uint64_t hash, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.data[i]) * 0x100000001B3u;
    /* A byte that never occurs in UTF-8 keeps the texts apart. */
    return (hash ^ 0xFF) * 0x100000001B3u;
}

uint64_t fingerprint_line_text(struct str line)
{
    return fingerprint_add(FINGERPRINT_START, str_trim(line));
}

uint64_t fingerprint_context(uint64_t line, struct str rule, struct str message)
{
    return fingerprint_add(fingerprint_add(line, rule), message);
}

/* The next text between back-ticks; false when there is none. */
static bool next_quoted(struct str *rest, struct str *quoted)
{
    const char *start = rest->len ? memchr(rest->data, '`', rest->len) : NULL;
    const char *end;

    if (!start)
        return false;
    rest->len -= (size_t)(start + 1 - rest->data);
    rest->data = start + 1;
    end = rest->len ? memchr(rest->data, '`', rest->len) : NULL;
    if (!end)
        return false;
    *quoted = (struct str){rest->data, (size_t)(end - rest->data)};
    rest->len -= quoted->len + 1;
    rest->data = end + 1;
    return true;
}

uint64_t fingerprint_known(uint64_t line, struct str rule, struct str message,
                           bool front_matter)
{
    uint64_t hash = fingerprint_add(line, rule);
    struct str quoted;

    while (front_matter && next_quoted(&message, &quoted))
        hash = fingerprint_add(hash, quoted);
    return hash;
}

/* Puts a hash where it belongs among the least ones. */
static uint32_t keep_least(uint64_t *sketch, uint32_t kept, uint32_t count, uint64_t hash)
{
    uint32_t at = kept;

    while (at && sketch[at - 1] > hash)
        at--;
    if (at == count || (at && sketch[at - 1] == hash))
        return kept;
    kept += kept < count;
    for (uint32_t i = kept - 1; i > at; i--)
        sketch[i] = sketch[i - 1];
    sketch[at] = hash;
    return kept;
}

uint32_t fingerprint_sketch(const struct source *source, uint64_t *sketch, uint32_t count)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < source->line_count; i++) {
        struct str line = source_text(source, source_line_span(source, i));

        if (str_trim(line).len)
            kept = keep_least(sketch, kept, count, fingerprint_line_text(line));
    }
    return kept;
}
