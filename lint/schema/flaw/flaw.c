/* flaw.c - one thing that is wrong with a schema: how it is added */

#include "lint/schema/flaw/flaw.h"

#include <stdarg.h>

#include "lint/base/suggest.h"
#include "lint/files/path.h"

struct flaw *flaw_add(struct inspection *inspection, enum flaw_kind kind,
                      enum severity severity, struct span span, const char *format, ...)
{
    struct flaw *flaw = arena_alloc(inspection->arena, sizeof(*flaw));
    va_list args;

    *flaw = (struct flaw){.kind = kind, .severity = severity, .span = span};
    va_start(args, format);
    flaw->message = arena_vformat(inspection->arena, format, args);
    va_end(args);
    if (inspection->count++ < SCHEMA_MAX_FLAWS) {
        *inspection->last = flaw;
        inspection->last = &flaw->next;
    }
    return flaw;
}

/* The text at span with what it quotes replaced: quotes stay. */
static struct edit *replace_word(struct inspection *inspection, struct span span,
                                 struct str text)
{
    struct str now = source_text(inspection->source, span);
    struct edit *edit = arena_alloc(inspection->arena, sizeof(*edit));
    char quote = now.len > 1 && strchr("\"'", *now.data) ? *now.data : '\0';

    edit->span = span;
    edit->text = text;
    if (quote)
        edit->text = arena_format(inspection->arena, "%c%.*s%c", quote, (int)text.len,
                                  text.data, quote);
    return edit;
}

bool flaw_suggest(struct inspection *inspection, struct flaw *flaw, struct str word,
                  struct str_list names)
{
    struct str nearest = suggest_nearest(word, names.items, names.count);

    if (!nearest.len)
        return false;
    flaw->message = arena_format(inspection->arena, "%.*s; did you mean `%.*s`?",
                                 (int)flaw->message.len, flaw->message.data,
                                 (int)nearest.len, nearest.data);
    flaw->edit = replace_word(inspection, flaw->span, nearest);
    return true;
}

static bool inside(struct span inner, struct span outer)
{
    return inner.start >= outer.start && inner.end <= outer.end;
}

/* Was something said of that place, or just this, before? */
static bool is_known(const struct inspection *inspection, struct span span,
                     struct str message)
{
    for (const struct flaw *flaw = inspection->first; flaw; flaw = flaw->next)
        if (flaw->kind <= FLAW_INVALID &&
            (inside(span, flaw->span) || inside(flaw->span, span) ||
             str_equal(flaw->message, message)))
            return true;
    return false;
}

void flaw_add_error(struct inspection *inspection, struct span from)
{
    const struct schema_error *error = &inspection->error;
    struct str message = error->message;
    bool here = error->path == inspection->document->path;
    struct span span = here ? span_make(error->position.offset, error->end.offset) : from;

    if (!here)
        message = arena_format(
            inspection->arena, "a schema it refers to is wrong: %s:%u:%u: %.*s",
            path_shown(inspection->arena, str_from(error->path)).data,
            error->position.line, error->position.column, (int)message.len, message.data);
    if (!is_known(inspection, span, message))
        flaw_add(inspection, FLAW_INVALID, SEVERITY_ERROR, span, "%.*s", (int)message.len,
                 message.data);
}
