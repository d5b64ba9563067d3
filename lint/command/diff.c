/* diff.c - the difference between an article and what was made of it */

#include "lint/command/diff.h"

enum { CONTEXT = 3 };

/* Whole lines that differ: as lines and as bytes. */
struct piece {
    struct span before;
    struct span after;
    uint32_t before_line; /* 0-based */
    uint32_t after_line;
    uint32_t before_count;
    uint32_t after_count;
};

struct diff {
    struct str before;
    struct str after;
    struct piece *pieces;
    uint32_t count;
    struct buf *out;
};

/* Lines end at LF, as git and patch have it. */
static bool is_line_start(struct str text, uint32_t at)
{
    return at == 0 || text.data[at - 1] == '\n';
}

static uint32_t line_start(struct str text, uint32_t at)
{
    while (!is_line_start(text, at))
        at--;
    return at;
}

/* The bytes of the first line of text, its line end included. */
static uint32_t line_length(struct str text)
{
    const char *end = memchr(text.data, '\n', text.len);

    return (uint32_t)(end ? (size_t)(end - text.data) + 1 : text.len);
}

static uint32_t count_lines(struct str text, struct span span)
{
    uint32_t count = 0;

    for (uint32_t at = span.start; at < span.end; count++)
        at += line_length((struct str){text.data + at, span.end - at});
    return count;
}

static bool is_line_end_of(struct str text, uint32_t at)
{
    return at == text.len || is_line_start(text, at);
}

/* Stretches a change to whole lines, on both sides alike, and over the changes that it
 * meets there. */
static struct piece stretch(const struct diff *diff, const struct changes *changes,
                            uint32_t *next)
{
    struct change all = changes->items[(*next)++];
    uint32_t start = line_start(diff->before, all.before.start);

    all.after.start -= all.before.start - start;
    all.before.start = start;
    while (!is_line_end_of(diff->before, all.before.end) ||
           !is_line_end_of(diff->after, all.after.end)) {
        uint32_t more = line_length((struct str){diff->before.data + all.before.end,
                                                 diff->before.len - all.before.end});

        if (*next < changes->count &&
            (!more || changes->items[*next].before.start < all.before.end + more)) {
            all.before.end = changes->items[*next].before.end;
            all.after.end = changes->items[(*next)++].after.end;
        } else {
            all.before.end += more;
            all.after.end += more;
        }
    }
    return (struct piece){.before = all.before, .after = all.after};
}

static bool same_line(struct str a, struct str b, uint32_t *len)
{
    *len = line_length(a);
    return a.len && b.len && *len == line_length(b) && memcmp(a.data, b.data, *len) == 0;
}

/* Leaves out lines at both ends that are the same. */
static void trim(const struct diff *diff, struct piece *piece)
{
    struct str a = {diff->before.data + piece->before.start, span_length(piece->before)};
    struct str b = {diff->after.data + piece->after.start, span_length(piece->after)};
    uint32_t len;

    while (same_line(a, b, &len)) {
        a = (struct str){a.data + len, a.len - len};
        b = (struct str){b.data + len, b.len - len};
        piece->before.start += len;
        piece->after.start += len;
    }
    while (a.len && b.len) {
        uint32_t at = line_start(a, (uint32_t)a.len - 1);

        len = (uint32_t)a.len - at;
        if (len > b.len || memcmp(a.data + at, b.data + b.len - len, len) != 0 ||
            !is_line_start(b, (uint32_t)b.len - len))
            break;
        a.len -= len;
        b.len -= len;
    }
    piece->before.end = piece->before.start + (uint32_t)a.len;
    piece->after.end = piece->after.start + (uint32_t)b.len;
}

static void find_pieces(struct diff *diff, const struct changes *changes)
{
    for (uint32_t next = 0; next < changes->count;) {
        struct piece piece = stretch(diff, changes, &next);

        trim(diff, &piece);
        if (!span_empty(piece.before) || !span_empty(piece.after))
            diff->pieces[diff->count++] = piece;
    }
}

static void number_lines(struct diff *diff)
{
    uint32_t at = 0, before = 0, after = 0;

    for (uint32_t i = 0; i < diff->count; i++) {
        struct piece *piece = &diff->pieces[i];
        uint32_t same = count_lines(diff->before, span_make(at, piece->before.start));

        piece->before_line = before += same;
        piece->after_line = after += same;
        piece->before_count = count_lines(diff->before, piece->before);
        piece->after_count = count_lines(diff->after, piece->after);
        before += piece->before_count;
        after += piece->after_count;
        at = piece->before.end;
    }
}

/* Writes the lines of a span, each after the mark. */
static void add_lines(struct buf *out, char mark, struct str text, struct span span)
{
    for (uint32_t at = span.start; at < span.end;) {
        uint32_t len = line_length((struct str){text.data + at, span.end - at});

        buf_putc(out, mark);
        buf_add(out, text.data + at, len);
        at += len;
        if (text.data[at - 1] != '\n')
            buf_puts(out, "\n\\ No newline at end of file\n");
    }
}

/* So many lines back from a line start. */
static uint32_t lines_back(struct str text, uint32_t at, uint32_t count)
{
    for (; count > 0 && at > 0; count--)
        at = line_start(text, at - 1);
    return at;
}

static uint32_t lines_on(struct str text, uint32_t at, uint32_t count)
{
    for (; count > 0 && at < text.len; count--)
        at += line_length((struct str){text.data + at, text.len - at});
    return at;
}

/* One side of a header: where it starts and how many lines it has. */
static void add_range(struct buf *out, char mark, uint32_t line, uint32_t count)
{
    buf_printf(out, "%c%u,%u ", mark, count ? line + 1 : line, count);
}

/* Do both pieces have a place in one hunk? */
static bool is_near(const struct piece *piece, const struct piece *next)
{
    return next->before_line - (piece->before_line + piece->before_count) <= 2 * CONTEXT;
}

static void add_hunk(const struct diff *diff, uint32_t first, uint32_t last)
{
    const struct piece *start = &diff->pieces[first];
    const struct piece *end = &diff->pieces[last];
    struct str before = diff->before;
    uint32_t at = lines_back(before, start->before.start, CONTEXT);
    uint32_t to = lines_on(before, end->before.end, CONTEXT);
    uint32_t lead = count_lines(before, span_make(at, start->before.start));
    uint32_t tail = count_lines(before, span_make(end->before.end, to));

    buf_puts(diff->out, "@@ ");
    add_range(diff->out, '-', start->before_line - lead,
              end->before_line + end->before_count + tail - start->before_line + lead);
    add_range(diff->out, '+', start->after_line - lead,
              end->after_line + end->after_count + tail - start->after_line + lead);
    buf_puts(diff->out, "@@\n");
    for (uint32_t i = first; i <= last; i++) {
        const struct piece *piece = &diff->pieces[i];

        add_lines(diff->out, ' ', before, span_make(at, piece->before.start));
        add_lines(diff->out, '-', before, piece->before);
        add_lines(diff->out, '+', diff->after, piece->after);
        at = piece->before.end;
    }
    add_lines(diff->out, ' ', before, span_make(at, to));
}

/* A path with bytes that would end it is quoted, as git does. */
static void add_path(struct buf *out, const char *side, struct str path)
{
    bool quoted = false;
    bool spaced = false;

    while (str_starts(path, STR("/")) || str_starts(path, STR("./")))
        path = (struct str){path.data + 1 + (*path.data == '.'),
                            path.len - 1 - (*path.data == '.')};
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.data[i];

        quoted |= c < ' ' || c == '"' || c == '\\' || c == 0x7F;
        spaced |= c == ' ';
    }
    buf_puts(out, quoted ? "\"" : "");
    buf_puts(out, side);
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.data[i];

        if (quoted && (c < ' ' || c >= 0x7F))
            buf_printf(out, "\\%03o", c);
        else if (quoted && (c == '"' || c == '\\'))
            buf_printf(out, "\\%c", c);
        else
            buf_putc(out, (char)c);
    }
    /* The tab says that the space before it belongs to the name. */
    buf_puts(out, quoted ? "\"\n" : spaced ? "\t\n" : "\n");
}

void diff_write(struct str path, struct str before, struct str after,
                const struct changes *changes, struct arena *arena, struct buf *out)
{
    struct diff diff = {.before = before, .after = after, .out = out};

    diff.pieces = arena_array(arena, changes->count, sizeof(*diff.pieces));
    find_pieces(&diff, changes);
    number_lines(&diff);
    if (!diff.count)
        return;
    buf_puts(out, "--- ");
    add_path(out, "a/", path);
    buf_puts(out, "+++ ");
    add_path(out, "b/", path);
    for (uint32_t i = 0, last; i < diff.count; i = last + 1) {
        for (last = i; last + 1 < diff.count; last++)
            if (!is_near(&diff.pieces[last], &diff.pieces[last + 1]))
                break;
        add_hunk(&diff, i, last);
    }
}
