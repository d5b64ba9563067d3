/* delimiter.c - emphasis and strikethrough: runs of delimiters that find partners */

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/markdown/mark.h"

enum {
    STRIKETHROUGH_MAX = 2, /* a longer run of ~ is text */
    BOTTOM_COUNT = 16,
};

enum character_class { CLASS_SPACE, CLASS_PUNCTUATION, CLASS_OTHER };

/* NUL and what is not UTF-8 are U+FFFD, which is a symbol. */
static enum character_class class_of(uint32_t c)
{
    if (is_ascii_alnum((int)c))
        return CLASS_OTHER;
    if (code_point_is_space(c))
        return CLASS_SPACE;
    return code_point_is_mark(c) || c == 0 ? CLASS_PUNCTUATION : CLASS_OTHER;
}

/* Of the character that ends before `at`; the content's edges are white space. */
static enum character_class class_before(const struct inlines *in, uint32_t at)
{
    struct str last;
    size_t len;

    if (at == in->start)
        return CLASS_SPACE;
    if ((unsigned char)in->text.data[at - 1] < 0x80)
        return class_of((unsigned char)in->text.data[at - 1]);
    last = utf8_last(inlines_text(in, in->start, at));
    return class_of(utf8_decode(last, &len));
}

static enum character_class class_after(const struct inlines *in, uint32_t at)
{
    size_t len;

    if (at >= in->text.len)
        return CLASS_SPACE;
    if ((unsigned char)in->text.data[at] < 0x80)
        return class_of((unsigned char)in->text.data[at]);
    return class_of(
        utf8_decode((struct str){in->text.data + at, in->text.len - at}, &len));
}

/* By what stands around the run it is left-flanking, right-flanking, both or neither
 * (CommonMark 6.2). */
static void set_flanks(struct run *run, enum character_class before,
                       enum character_class after)
{
    bool left =
        after != CLASS_SPACE && (after != CLASS_PUNCTUATION || before != CLASS_OTHER);
    bool right =
        before != CLASS_SPACE && (before != CLASS_PUNCTUATION || after != CLASS_OTHER);

    run->can_open = left;
    run->can_close = right;
    if (run->character != '_')
        return;
    run->can_open = left && (!right || before == CLASS_PUNCTUATION);
    run->can_close = right && (!left || after == CLASS_PUNCTUATION);
}

static struct run *new_run(struct inlines *in)
{
    in->runs = arena_make_room(in->arena, in->runs, in->run_count, &in->run_capacity,
                               sizeof(*in->runs));
    return &in->runs[in->run_count++];
}

uint32_t run_read(struct inlines *in, uint32_t at)
{
    char c = in->text.data[at];
    uint32_t end = at + 1;
    struct run run = {.character = c};

    while (inlines_byte(in, end) == c && end < in->text.len)
        end++;
    if (c == '~' && end - at > STRIKETHROUGH_MAX)
        return end;
    set_flanks(&run, class_before(in, at), class_after(in, end));
    if (!run.can_open && !run.can_close) {
        if (c != '~')
            inlines_add(in, MARK_LOOSE, span_make(at, end));
        return end;
    }
    run.length = run.left = end - at;
    run.below = in->top_run;
    *new_run(in) = run;
    if (in->top_run)
        in->runs[in->top_run].above = in->run_count - 1;
    in->top_run = in->run_count - 1;
    inlines_add(in, MARK_RUN, span_make(at, end))->index = in->top_run;
    return end;
}

/*
 * Which of the bottoms counts for a closer: below it no opener for its like was found.
 * Of * and _ that depends on the rule of three.
 */
static uint32_t bottom_of(const struct run *closer)
{
    if (closer->character == '~')
        return 12 + closer->length % 2;
    return (closer->character == '_' ? 6 : 0) + (closer->can_open ? 3 : 0) +
           closer->length % 3;
}

/* May both be one emphasis? The lengths of runs that do both jobs may not sum up to a
 * multiple of three, unless each is one. */
static bool match(const struct run *opener, const struct run *closer)
{
    if (!opener->can_open || opener->character != closer->character)
        return false;
    if (closer->character == '~')
        return opener->length == closer->length;
    return (!closer->can_open && !opener->can_close) ||
           (opener->length + closer->length) % 3 != 0 || closer->length % 3 == 0;
}

static void remove_run(struct inlines *in, uint32_t index)
{
    const struct run *run = &in->runs[index];

    if (run->below)
        in->runs[run->below].above = run->above;
    if (run->above)
        in->runs[run->above].below = run->below;
    else
        in->top_run = run->below;
}

static uint32_t new_pair(struct inlines *in, struct pair pair)
{
    in->pairs = arena_make_room(in->arena, in->pairs, in->pair_count, &in->pair_capacity,
                                sizeof(*in->pairs));
    in->pairs[in->pair_count] = pair;
    return in->pair_count++;
}

/* One emphasis from the opener to the closer; runs in between are text. */
static void add_pair(struct inlines *in, uint32_t opener, uint32_t closer)
{
    struct run *open = &in->runs[opener];
    struct run *close = &in->runs[closer];
    uint32_t length = open->left >= 2 && close->left >= 2 ? 2 : 1;
    uint32_t pair = new_pair(in, (struct pair){length, 0, open->opened});

    open->left -= length;
    close->left -= length;
    open->opened = pair;
    if (close->closed)
        in->pairs[close->closed_last].closed_later = pair;
    else
        close->closed = pair;
    close->closed_last = pair;
    open->above = closer;
    close->below = opener;
}

/* The opener for a closer, above the bottom; `bottom` when there is none. */
static uint32_t find_opener(const struct inlines *in, uint32_t closer, uint32_t bottom)
{
    uint32_t opener = in->runs[closer].below;

    while (opener > bottom && !match(&in->runs[opener], &in->runs[closer]))
        opener = in->runs[opener].below;
    return opener > bottom ? opener : bottom;
}

/* Closes what the run can close; returns the run to go on with. */
static uint32_t close_run(struct inlines *in, uint32_t closer, uint32_t *bottoms)
{
    struct run *run = &in->runs[closer];
    uint32_t *bottom = &bottoms[bottom_of(run)];
    uint32_t opener = find_opener(in, closer, *bottom);
    uint32_t next = run->above;

    if (opener == *bottom) {
        *bottom = run->below;
        if (!run->can_open)
            remove_run(in, closer);
        return next;
    }
    add_pair(in, opener, closer);
    if (!in->runs[opener].left)
        remove_run(in, opener);
    if (run->left)
        return closer;
    remove_run(in, closer);
    return next;
}

void runs_pair(struct inlines *in, uint32_t bottom)
{
    uint32_t bottoms[BOTTOM_COUNT];
    uint32_t run = in->top_run;

    if (run == bottom)
        return;
    for (uint32_t i = 0; i < BOTTOM_COUNT; i++)
        bottoms[i] = bottom;
    while (in->runs[run].below != bottom)
        run = in->runs[run].below;
    while (run)
        run = in->runs[run].can_close ? close_run(in, run, bottoms) : in->runs[run].above;
    in->top_run = bottom;
    if (bottom)
        in->runs[bottom].above = 0;
}
