/* terminal.c - what a terminal can do: colours, width, erasing */

#include "lint/terminal/terminal.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A terminal may be one column wide; nothing can be laid out in that. */
enum { WIDTH_MIN = 40, WIDTH_MAX = 1000 };

const char *colour_when_name(int when)
{
    static const char *const names[] = {"auto", "always", "never"};

    return when <= COLOUR_NEVER ? names[when] : NULL;
}

bool terminal_can_erase(void)
{
    const char *term = getenv("TERM");

    return term && *term && strcmp(term, "dumb") != 0;
}

static bool environment_allows_colour(void)
{
    const char *no_color = getenv("NO_COLOR");

    return !(no_color && *no_color) && terminal_can_erase();
}

bool terminal_colour(enum colour_when when, int fd)
{
    if (when != COLOUR_AUTO)
        return when == COLOUR_ALWAYS;
    return isatty(fd) && environment_allows_colour();
}

unsigned terminal_columns(int fd)
{
    struct winsize size;

    if (!isatty(fd) || ioctl(fd, TIOCGWINSZ, &size) != 0 || !size.ws_col)
        return TERMINAL_DEFAULT_WIDTH;
    return size.ws_col;
}

unsigned terminal_width(int fd)
{
    unsigned columns = terminal_columns(fd);

    if (columns < WIDTH_MIN)
        return WIDTH_MIN;
    return columns > WIDTH_MAX ? WIDTH_MAX : columns;
}

const char *style_start(enum style style, bool colour)
{
    static const char *const sequences[] = {
        [STYLE_BOLD] = "\x1b[1m",      [STYLE_DIM] = "\x1b[2m",
        [STYLE_HEADING] = "\x1b[1;4m", [STYLE_CODE] = "\x1b[36m",
        [STYLE_NOTE] = "\x1b[1;36m",   [STYLE_WARNING] = "\x1b[1;33m",
        [STYLE_ERROR] = "\x1b[1;31m",
    };

    return colour ? sequences[style] : "";
}

const char *style_end(bool colour)
{
    return colour ? "\x1b[0m" : "";
}

enum style style_of_severity(enum severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return STYLE_ERROR;
    case SEVERITY_WARNING:
        return STYLE_WARNING;
    default:
        return STYLE_NOTE;
    }
}

void style_add(struct buf *out, enum style style, bool colour, const char *text)
{
    buf_puts(out, style_start(style, colour));
    buf_puts(out, text);
    buf_puts(out, style_end(colour));
}
