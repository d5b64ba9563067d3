/* flaw.c - adds flaws, each one thing that is wrong with a schema */

#include "lint/schema/flaw/flaw.h"

#include <stdarg.h>

#include "lint/files/path.h"
#include "lint/schema/explain/near_miss.h"

static struct flaw *add(struct inspection *inspection, enum flaw_kind kind,
                        struct mistake mistake)
{
    struct flaw *flaw = arena_alloc(inspection->arena, sizeof(*flaw));

    *flaw = (struct flaw){kind, mistake, NULL};
    if (inspection->count++ < SCHEMA_MAX_FLAWS) {
        *inspection->last = flaw;
        inspection->last = &flaw->next;
    }
    return flaw;
}

struct flaw *flaw_add(struct inspection *inspection, enum flaw_kind kind,
                      enum severity severity, struct span span, const char *format, ...)
{
    struct mistake mistake = {.span = span, .severity = severity};
    va_list args;

    va_start(args, format);
    mistake.message = arena_vformat(inspection->arena, format, args);
    va_end(args);
    return add(inspection, kind, mistake);
}

void flaw_add_mistake(struct inspection *inspection, enum flaw_kind kind,
                      const struct mistake *mistake)
{
    struct mistake copy = *mistake;

    copy.severity = SEVERITY_ERROR;
    copy.fix_safe = false;
    copy.related = NULL;
    add(inspection, kind, copy);
}

/* The text at span with its content replaced, in the same quotes. */
static struct str requoted(const struct inspection *inspection, struct span span,
                           struct str text)
{
    struct str now = source_text(inspection->source, span);
    char quote = now.len > 1 && strchr("\"'", *now.data) ? *now.data : '\0';

    if (!quote)
        return text;
    return arena_format(inspection->arena, "%c%.*s%c", quote, (int)text.len, text.data,
                        quote);
}

bool flaw_suggest(struct inspection *inspection, struct flaw *flaw, struct str word,
                  struct str_list names)
{
    struct str nearest = nearest_choice(&inspection->explanation, word, names);
    struct mistake *mistake = &flaw->mistake;

    if (!nearest.len)
        return false;
    mistake->message = arena_format(inspection->arena, "%.*s; did you mean `%.*s`?",
                                    (int)mistake->message.len, mistake->message.data,
                                    (int)nearest.len, nearest.data);
    mistake_add_edit(mistake, inspection->arena, mistake->span,
                     requoted(inspection, mistake->span, nearest));
    return true;
}

static bool inside(struct span inner, struct span outer)
{
    return inner.start >= outer.start && inner.end <= outer.end;
}

/* Is there a flaw at that place already, or the same one? */
static bool is_known(const struct inspection *inspection, struct span span,
                     struct str message)
{
    for (const struct flaw *flaw = inspection->first; flaw; flaw = flaw->next)
        if (flaw->kind <= FLAW_INVALID &&
            (inside(span, flaw->mistake.span) || inside(flaw->mistake.span, span) ||
             str_equal(flaw->mistake.message, message)))
            return true;
    return false;
}

/* A mistake in another file, reported at the place that refers to it. */
static struct mistake from_elsewhere(const struct inspection *inspection,
                                     const struct schema_error *error, struct span from)
{
    struct str path = path_shown(inspection->arena, str_from(error->path));
    struct str message = error->mistake.message;
    struct position place = {0};

    if (error->source)
        place = source_position(error->source, error->mistake.span.start);
    message =
        arena_format(inspection->arena, "a schema it refers to is wrong: %s:%u:%u: %.*s",
                     path.data, place.line, place.column, (int)message.len, message.data);
    return (struct mistake){.span = from, .message = message};
}

void flaw_add_error(struct inspection *inspection, struct span from)
{
    const struct schema_error *error = &inspection->error;
    struct mistake mistake = error->mistake;

    if (error->path != inspection->document->path)
        mistake = from_elsewhere(inspection, error, from);
    if (!is_known(inspection, mistake.span, mistake.message))
        flaw_add_mistake(inspection, FLAW_INVALID, &mistake);
}
