/* progress.c - a progress bar in one line on a terminal */

#include "lint/command/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "lint/terminal/terminal.h"

enum {
    BAR_MIN = 10, /* a shorter bar says less than the numbers after it */
    BAR_MAX = 40,
};

/* To the first column; erase to the end of the line (ECMA-48 EL). */
static const char start_of_line[] = "\r\x1b[K";

void progress_init(struct progress *progress, int fd, uint32_t now)
{
    bool usable = isatty(fd) && terminal_can_erase();

    *progress =
        (struct progress){usable ? fd : -1, false, now + PROGRESS_DELAY - PROGRESS_PAUSE};
}

static void add_bar(struct buf *out, uint32_t done, uint32_t count, unsigned width)
{
    unsigned filled = count ? (unsigned)((uint64_t)width * done / count) : width;

    buf_puts(out, " [");
    buf_repeat(out, '=', filled);
    buf_repeat(out, ' ', width - filled);
    buf_putc(out, ']');
}

void progress_add_line(struct buf *out, uint32_t done, uint32_t count, unsigned columns)
{
    static const char word[] = "checking";
    char numbers[64];
    int len = snprintf(numbers, sizeof(numbers), " %u of %u files", done, count);
    size_t start = out->len;
    /* The brackets, the space before them, and the last column. */
    size_t taken = sizeof(word) - 1 + (size_t)len + 4;

    buf_puts(out, word);
    if (columns >= taken + BAR_MIN)
        add_bar(out, done, count,
                columns - taken > BAR_MAX ? BAR_MAX : (unsigned)(columns - taken));
    buf_puts(out, numbers);
    if (out->len - start >= columns)
        out->len = start + (columns ? columns - 1 : 0);
}

/* A bar that cannot be drawn is not a reason to stop working. */
static void write_all(int fd, struct str text)
{
    while (text.len) {
        ssize_t wrote = write(fd, text.data, text.len);

        if (wrote <= 0)
            return;
        text = (struct str){text.data + wrote, text.len - (size_t)wrote};
    }
}

void progress_show(struct progress *progress, uint32_t now, uint32_t done, uint32_t count)
{
    struct buf out = BUF_INIT;

    /* Signed: the clock may have wrapped around, or the delay may not be over. */
    if (progress->fd < 0 || (int32_t)(now - progress->drawn) < PROGRESS_PAUSE)
        return;
    buf_puts(&out, start_of_line);
    progress_add_line(&out, done, count, terminal_columns(progress->fd));
    write_all(progress->fd, buf_str(&out));
    buf_release(&out);
    progress->shown = true;
    progress->drawn = now;
}

void progress_erase(struct progress *progress)
{
    if (progress->shown)
        write_all(progress->fd, str_from(start_of_line));
    progress->shown = false;
}
