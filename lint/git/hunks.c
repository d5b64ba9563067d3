/* hunks.c - which lines changed, read from a diff */

#include "lint/git/hunks.h"

#include "lint/base/buf.h"
#include "lint/base/scanner.h"

struct reader {
    struct arena *arena;
    struct str_map *changed;
    struct scanner text;
    struct changed_lines *file; /* the current one; NULL: it is gone */
};

static struct str next_line(struct reader *reader)
{
    struct scanner *text = &reader->text;
    const char *end = memchr(text->at, '\n', scanner_left(text));
    struct str line = {text->at, end ? (size_t)(end - text->at) : scanner_left(text)};

    text->at += line.len + (end != NULL);
    return line;
}

/* The byte that is written as a backslash and three octal digits, or as a letter. */
static bool unquote_byte(struct scanner *at, struct buf *out)
{
    static const char letters[] = "abtnvfr\"\\";
    static const char bytes[] = "\a\b\t\n\v\f\r\"\\";
    const char *letter;
    int code = 0;

    if (scanner_done(at))
        return false;
    letter = strchr(letters, *at->at);
    if (letter && *letter) {
        buf_putc(out, bytes[letter - letters]);
        at->at++;
        return true;
    }
    if (scanner_left(at) < 3 || !scanner_digits(at, 3, &code))
        return false;
    buf_putc(out, (char)(code / 100 * 64 + code / 10 % 10 * 8 + code % 10));
    return true;
}

/* A name as git quotes it when there are odd bytes in it. */
static bool unquote(struct str quoted, struct buf *out)
{
    struct scanner at = scanner_on(quoted);

    scanner_accept(&at, '"');
    while (!scanner_done(&at)) {
        if (scanner_accept(&at, '"'))
            return true;
        if (scanner_accept(&at, '\\')) {
            if (!unquote_byte(&at, out))
                return false;
            continue;
        }
        buf_putc(out, *at.at++);
    }
    return false;
}

/* git puts a tab after a name with spaces; a tab in a name is quoted. */
static bool add_name(struct str written, struct buf *out)
{
    const char *tab;

    if (str_starts(written, STR("\"")))
        return unquote(written, out);
    tab = memchr(written.data, '\t', written.len);
    buf_add(out, written.data, tab ? (size_t)(tab - written.data) : written.len);
    return true;
}

static bool start_file(struct reader *reader, struct str written)
{
    struct buf name = BUF_INIT;
    bool understood = add_name(written, &name);
    struct str path = buf_str(&name);

    reader->file = NULL;
    if (understood && path.len && str_starts(path, STR("b/"))) {
        reader->file = arena_alloc(reader->arena, sizeof(*reader->file));
        path = arena_str(reader->arena, (struct str){path.data + 2, path.len - 2});
        str_map_put(reader->changed, reader->arena, path, reader->file);
    } else {
        understood &= str_is(path, "/dev/null");
    }
    buf_release(&name);
    return understood;
}

static bool read_number(struct scanner *at, uint32_t *number)
{
    uint64_t value = 0;
    const char *start = at->at;

    while (is_ascii_digit(scanner_peek(at)) && value < UINT32_MAX / 10)
        value = value * 10 + (uint64_t)(*at->at++ - '0');
    *number = (uint32_t)value;
    return at->at > start && !is_ascii_digit(scanner_peek(at));
}

/* `12,3`; without a count it is 1. */
static bool read_range(struct scanner *at, struct line_range *range)
{
    range->count = 1;
    if (!read_number(at, &range->first))
        return false;
    return !scanner_accept(at, ',') || read_number(at, &range->count);
}

static void add_range(struct reader *reader, struct line_range range)
{
    struct changed_lines *file = reader->file;

    if (!file)
        return;
    file->ranges = arena_make_room(reader->arena, file->ranges, file->count,
                                   &file->capacity, sizeof(*file->ranges));
    file->ranges[file->count++] = range;
}

/* Steps over the lines of a hunk: they may look like anything. */
static bool skip_lines(struct reader *reader, uint32_t before, uint32_t after)
{
    while (before || after) {
        struct str line;

        if (scanner_done(&reader->text))
            return false;
        line = next_line(reader);
        if (str_starts(line, STR("-")) && before)
            before--;
        else if (str_starts(line, STR("+")) && after)
            after--;
        else if (!str_starts(line, STR("\\")))
            return false;
    }
    return true;
}

/* `@@ -a,b +c,d @@` */
static bool read_hunk(struct reader *reader, struct str head)
{
    struct scanner at = scanner_on((struct str){head.data + 4, head.len - 4});
    struct line_range before, after;

    if (!read_range(&at, &before) || !scanner_accept(&at, ' ') ||
        !scanner_accept(&at, '+') || !read_range(&at, &after))
        return false;
    add_range(reader, after);
    return skip_lines(reader, before.count, after.count);
}

bool hunks_read(struct arena *arena, struct str diff, struct str_map *changed)
{
    struct reader reader = {.arena = arena, .changed = changed};

    if (!diff.len)
        return true;
    reader.text = scanner_on(diff);
    while (!scanner_done(&reader.text)) {
        struct str line = next_line(&reader);

        if (str_starts(line, STR("+++ ")) &&
            !start_file(&reader, (struct str){line.data + 4, line.len - 4}))
            return false;
        if (str_starts(line, STR("@@ -")) && !read_hunk(&reader, line))
            return false;
    }
    return true;
}
