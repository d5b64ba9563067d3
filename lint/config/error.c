/* error.c - a mistake in a config, and how it is written to stderr */

#include "lint/config/error.h"

#include "lint/terminal/display.h"

static void add_position(struct buf *out, struct position position)
{
    buf_printf(out, ":%u:%u", position.line, position.column);
}

void config_error_write(struct buf *out, const struct config_error *error)
{
    if (error->path.len > 0) {
        display_add_path(out, error->path);
        if (error->source)
            add_position(out, source_position(error->source, error->mistake.span.start));
        buf_puts(out, ": error: ");
    } else {
        buf_puts(out, "stet: ");
    }
    display_add(out, error->mistake.message);
    if (error->rule)
        buf_printf(out, " [%s/%s]", error->rule->code, error->rule->name);
    buf_putc(out, '\n');
}
