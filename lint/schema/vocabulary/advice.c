/* advice.c - what stet's own keywords report: messages, places, fixes */

#include "lint/schema/vocabulary/vocabulary.h"

#include <stdarg.h>

#include "lint/value/pointer.h"

enum severity advice_severity(const struct advising *x, const struct advice *advice)
{
    enum severity said = keyword_severity(advice->schema, advice->keyword, true);

    if (said != SEVERITY_OFF)
        return said;
    return x->severity != SEVERITY_OFF ? x->severity : advice->extension->severity;
}

static struct failure *add(struct advising *x, const struct advice *advice,
                           const struct place *place)
{
    struct explaining at = {.explanation = x->explanation,
                            .schema = advice->schema,
                            .place = place,
                            .out = x->out};
    struct failure *failure = failure_add(&at, FAILURE_ADVICE);

    failure->advice = advice;
    failure->keyword = advice->keyword;
    failure->about_key = advice->extension->about_key;
    failure->mistake.severity = advice_severity(x, advice);
    return failure;
}

static void set_message(struct advising *x, struct failure *failure, const char *verb,
                        const char *format, va_list args)
{
    struct buf out = BUF_INIT;

    words_add_subject(&out, failure->place);
    buf_puts(&out, verb);
    buf_putc(&out, ' ');
    buf_vprintf(&out, format, args);
    failure->mistake.message = arena_str(x->explanation->arena, buf_str(&out));
    buf_release(&out);
}

struct failure *advise(struct advising *x, const struct advice *advice,
                       const struct place *place, const char *format, ...)
{
    struct failure *failure = add(x, advice, place);
    va_list args;

    va_start(args, format);
    set_message(x, failure, failure_is_mild(failure) ? " should" : " must", format, args);
    va_end(args);
    return failure;
}

struct failure *advise_that(struct advising *x, const struct advice *advice,
                            const struct place *place, const char *format, ...)
{
    struct failure *failure = add(x, advice, place);
    va_list args;

    va_start(args, format);
    set_message(x, failure, "", format, args);
    va_end(args);
    return failure;
}

void advice_relate(struct advising *x, struct failure *failure, struct span span,
                   const char *format, ...)
{
    struct arena *arena = x->explanation->arena;
    struct str message;
    va_list args;

    va_start(args, format);
    message = arena_vformat(arena, format, args);
    va_end(args);
    mistake_add_related(&failure->mistake, arena, span, message);
}

void advice_edit(struct advising *x, struct failure *failure, struct span span,
                 struct str text, bool safe)
{
    struct edit *edit;

    if (!x->explanation->data)
        return;
    edit = arena_alloc(x->explanation->arena, sizeof(*edit));
    *edit = (struct edit){span, text};
    failure_set_edit(failure, edit, safe);
}

void advice_replace(struct advising *x, struct failure *failure, struct str text,
                    bool safe)
{
    if (!failure->place->is_name)
        failure_set_edit(failure,
                         scalar_edit(x->explanation, failure->place->value, text), safe);
}

void advice_suggest(struct advising *x, struct failure *failure, struct str suggestion)
{
    failure->suggestion = suggestion;
    if (suggestion.len)
        advice_replace(x, failure, suggestion, false);
}

struct span advice_span(const struct advising *x, const struct value *value, size_t start,
                        size_t end)
{
    uint32_t quote =
        value->style == STYLE_SINGLE_QUOTED || value->style == STYLE_DOUBLE_QUOTED;
    uint32_t at = value->span.start + quote;

    if (!x->explanation->data || value->style > STYLE_DOUBLE_QUOTED ||
        value->text.len + 2 * (size_t)quote != span_length(value->span) ||
        memcmp(x->explanation->data + at, value->text.data, value->text.len) != 0)
        return value->span;
    return span_make(at + (uint32_t)start, at + (uint32_t)end);
}

struct str advice_quote(const struct advising *x, struct str text)
{
    struct buf out = BUF_INIT;
    struct str quoted;

    words_add_quoted(&out, text);
    quoted = arena_str(x->explanation->arena, buf_str(&out));
    buf_release(&out);
    return quoted;
}

const struct entry *advice_field(struct arena *arena, const struct place *place,
                                 struct str reference)
{
    if (!str_starts(reference, STR("/")))
        return place->parent ? value_entry(place->parent->value, reference) : NULL;
    while (place->parent)
        place = place->parent;
    return pointer_follow(arena, place->value, reference);
}
