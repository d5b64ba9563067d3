/* say.c - what a command itself says: errors on stderr, its output on stdout */

#include "lint/command/say.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/suggest.h"
#include "lint/terminal/display.h"

static void say(const char *prefix, const char *format, va_list args)
{
    struct buf text = BUF_INIT;
    struct buf line = BUF_INIT;

    buf_vprintf(&text, format, args);
    buf_puts(&line, prefix);
    /* Arguments and names of files may contain anything: line feeds, escape sequences. */
    display_add_path(&line, buf_str(&text));
    buf_putc(&line, '\n');
    fwrite(line.data, 1, line.len, stderr);
    buf_release(&text);
    buf_release(&line);
}

enum exit_status cli_error(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    say("stet: ", format, args);
    va_end(args);
    return EXIT_TROUBLE;
}

void cli_note(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    say("stet: note: ", format, args);
    va_end(args);
}

enum exit_status cli_unknown(const char *what, struct str word, const struct str *choices,
                             size_t count, const char *hint)
{
    struct str nearest = suggest_nearest(word, choices, count);

    if (nearest.len)
        return cli_error("unknown %s `%.*s`; did you mean `%.*s`?", what, (int)word.len,
                         word.data, (int)nearest.len, nearest.data);
    return cli_error("unknown %s `%.*s`; %s", what, (int)word.len, word.data, hint);
}

enum exit_status cli_write(struct buf *out)
{
    enum exit_status status = EXIT_CLEAN;
    size_t done = 0;

    while (done < out->len) {
        ssize_t wrote = write(STDOUT_FILENO, out->data + done, out->len - done);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0) {
            status = errno == EPIPE
                         ? EXIT_READER_GONE
                         : cli_error("cannot write the output: %s", strerror(errno));
            break;
        }
        done += (size_t)wrote;
    }
    buf_release(out);
    return status;
}
