/* fix.c - edits that mend a value */

#include "lint/buf.h"
#include "lint/schema/failure.h"
#include "lint/value_write.h"

/* Takes what is in text, which is empty then. */
static void set_edit(struct explanation *x, struct violation *violation, struct span span,
                     struct buf *text, bool safe)
{
    struct edit *edit = arena_alloc(x->arena, sizeof(*edit));

    *edit = (struct edit){span, arena_str(x->arena, buf_str(text))};
    violation->edits = edit;
    violation->edit_count = 1;
    violation->fix_safe = safe;
    buf_release(text);
}

/* The quotes that the bytes at span have now. */
static struct value_spelling spelling_at(const struct explanation *x, struct span span)
{
    char quote = x->data[span.start];

    return (struct value_spelling){x->syntax, quote == '"'    ? STYLE_DOUBLE_QUOTED
                                              : quote == '\'' ? STYLE_SINGLE_QUOTED
                                                              : STYLE_PLAIN};
}

static void rename_key(struct explanation *x, const struct failure *f, struct span key,
                       struct violation *violation)
{
    struct buf text = BUF_INIT;

    value_write_key(&text, spelling_at(x, key), f->suggestion);
    set_edit(x, violation, key, &text, false);
}

static bool is_short_scalar(const struct value *value)
{
    return !span_empty(value->span) &&
           (value->style == STYLE_PLAIN || value->style == STYLE_SINGLE_QUOTED ||
            value->style == STYLE_DOUBLE_QUOTED);
}

/* What was probably meant: a string, or (bare) something without quotes. */
static void replace_value(struct explanation *x, const struct failure *f,
                          struct violation *violation)
{
    struct span span = f->place->value->span;
    struct buf text = BUF_INIT;

    if (f->bare)
        buf_add_str(&text, f->suggestion);
    else
        value_write_string(&text, spelling_at(x, span), f->suggestion);
    set_edit(x, violation, span, &text, false);
}

static bool is_quotable(const struct value *value)
{
    return value->style == STYLE_PLAIN && !span_empty(value->span) &&
           (value->kind == VALUE_BOOL || value->kind == VALUE_INTEGER ||
            value->kind == VALUE_NUMBER);
}

/* A string is wanted and the value only looks like something else: quotes say so. Safe
 * when the string is all that was wanted. */
static void quote_scalar(struct explanation *x, const struct failure *f,
                         struct violation *violation)
{
    struct span span = f->place->value->span;
    struct value *string = arena_alloc(x->arena, sizeof(*string));
    struct buf text = BUF_INIT;

    string->kind = VALUE_STRING;
    string->text = (struct str){x->data + span.start, span_length(span)};
    buf_printf(&text, "\"%.*s\"", (int)string->text.len, string->text.data);
    set_edit(x, violation, span, &text,
             evaluate(&x->evaluation, f->schema, string, NULL));
}

static bool wants_string(const struct failure *f)
{
    return f->quote || (f->kind == FAILURE_CHECK && f->check->kind == CHECK_TYPE &&
                        f->types & KIND_STRING);
}

void failure_fix(struct explanation *x, const struct failure *f,
                 struct violation *violation)
{
    if (!x->data || f->place->is_name)
        return;
    if (f->instead)
        rename_key(x, f, f->instead->key_span, violation);
    else if (f->kind == FAILURE_MISSING)
        failure_insert(x, f, violation);
    else if (f->kind == FAILURE_UNKNOWN && f->suggestion.len)
        rename_key(x, f, f->place->entry->key_span, violation);
    else if (f->suggestion.len && is_short_scalar(f->place->value))
        replace_value(x, f, violation);
    else if (wants_string(f) && is_quotable(f->place->value))
        quote_scalar(x, f, violation);
    violation->fix_safe &= !f->guessed;
}
