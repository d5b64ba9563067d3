/* terminal.c - what a terminal can do: colours, width, erasing */

#include "lint/terminal/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A terminal may be one column wide; nothing can be laid out in that. */
enum { WIDTH_MIN = 40, WIDTH_MAX = 1000 };

/* Of most terminals, when they do not tell. */
enum { WIDTH_UNTOLD = 80 };

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

/* The value of a variable that is set to something, or NULL. */
static const char *setting(const char *name)
{
    const char *value = getenv(name);

    return value && *value ? value : NULL;
}

static bool is_zero(const char *value)
{
    return value && strcmp(value, "0") == 0;
}

bool terminal_colour(enum colour_when when, int fd)
{
    const char *force = setting("FORCE_COLOR");
    const char *other_force = setting("CLICOLOR_FORCE");

    if (when != COLOUR_AUTO)
        return when == COLOUR_ALWAYS;
    if (setting("NO_COLOR"))
        return false;
    if (force)
        return !is_zero(force);
    if (other_force && !is_zero(other_force))
        return true;
    return !is_zero(setting("CLICOLOR")) && terminal_can_erase() && isatty(fd);
}

/* The console of Linux, GNU Screen, and libvte before 0.50. */
static bool shows_addresses(void)
{
    const char *term = setting("TERM");
    const char *vte = setting("VTE_VERSION");

    if (!term || strcmp(term, "linux") == 0)
        return true;
    if (strncmp(term, "screen", strlen("screen")) == 0 && !setting("TMUX"))
        return true;
    return vte && strtol(vte, NULL, 10) < 5000;
}

bool terminal_links(int fd)
{
    const char *force = setting("FORCE_HYPERLINK");

    if (!isatty(fd))
        return false;
    if (force)
        return !is_zero(force);
    return terminal_can_erase() && !shows_addresses();
}

unsigned terminal_columns(int fd)
{
    const char *columns = setting("COLUMNS");
    struct winsize size;
    long count;

    if (!isatty(fd))
        return TERMINAL_DEFAULT_WIDTH;
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col)
        return size.ws_col;
    count = columns ? strtol(columns, NULL, 10) : 0;
    return count > 0 && count <= WIDTH_MAX ? (unsigned)count : WIDTH_UNTOLD;
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
