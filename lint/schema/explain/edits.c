/* edits.c - edits that fix a value */

#include "lint/schema/explain/edits.h"

#include "lint/base/buf.h"
#include "lint/value/write.h"

/* Moves the content of text into an edit. */
static struct edit *new_edit(struct explanation *x, struct span span, struct buf *text)
{
    struct edit *edit = arena_alloc(x->arena, sizeof(*edit));

    *edit = (struct edit){span, arena_str(x->arena, buf_str(text))};
    buf_release(text);
    return edit;
}

/* The quotes that the value at span has. */
static struct value_spelling spelling_at(const struct explanation *x, struct span span)
{
    char quote = x->data[span.start];

    return (struct value_spelling){x->syntax, quote == '"'    ? STYLE_DOUBLE_QUOTED
                                              : quote == '\'' ? STYLE_SINGLE_QUOTED
                                                              : STYLE_PLAIN};
}

struct edit *key_edit(struct explanation *x, const struct entry *entry, struct str name)
{
    struct buf text = BUF_INIT;

    if (!x->data || span_empty(entry->key_span))
        return NULL;
    value_write_key(&text, spelling_at(x, entry->key_span), name);
    return new_edit(x, entry->key_span, &text);
}

static bool is_short_scalar(const struct value *value)
{
    return !span_empty(value->span) &&
           (value->style == STYLE_PLAIN || value->style == STYLE_SINGLE_QUOTED ||
            value->style == STYLE_DOUBLE_QUOTED);
}

struct edit *scalar_edit(struct explanation *x, const struct value *value,
                         struct str content)
{
    struct buf text = BUF_INIT;

    if (!x->data || !is_short_scalar(value))
        return NULL;
    value_write_string(&text, spelling_at(x, value->span), content);
    return new_edit(x, value->span, &text);
}

/* What was probably meant: a string, or (bare) something without quotes. */
static struct edit *suggested_edit(struct explanation *x, const struct failure *f)
{
    struct buf text = BUF_INIT;

    if (!f->bare)
        return scalar_edit(x, f->place->value, f->suggestion);
    buf_add_str(&text, f->suggestion);
    return new_edit(x, f->place->value->span, &text);
}

static bool is_quotable(const struct value *value)
{
    return value->style == STYLE_PLAIN && !span_empty(value->span) &&
           (value->kind == VALUE_BOOL || value->kind == VALUE_INTEGER ||
            value->kind == VALUE_NUMBER);
}

/* A string is required and the value only looks like something else: quotes make it one.
 * Safe when nothing but a string is required. */
static void quote_scalar(struct explanation *x, struct failure *f)
{
    struct span span = f->place->value->span;
    struct value *string = arena_alloc(x->arena, sizeof(*string));
    struct buf text = BUF_INIT;

    string->kind = VALUE_STRING;
    string->text = (struct str){x->data + span.start, span_length(span)};
    buf_printf(&text, "\"%.*s\"", (int)string->text.len, string->text.data);
    failure_set_edit(f, new_edit(x, span, &text),
                     evaluate(&x->evaluation, f->schema, string, NULL));
}

static bool wants_string(const struct failure *f)
{
    return f->quote || (f->kind == FAILURE_CHECK && f->check->kind == CHECK_TYPE &&
                        f->types & KIND_STRING);
}

void failure_edits(struct explanation *x, struct failure *f)
{
    if (f->kind == FAILURE_ADVICE || !x->data || f->place->is_name)
        return;
    if (f->instead)
        failure_set_edit(f, key_edit(x, f->instead, f->suggestion), false);
    else if (f->kind == FAILURE_MISSING)
        failure_insertion(x, f);
    else if (f->kind == FAILURE_UNKNOWN && f->suggestion.len)
        failure_set_edit(f, key_edit(x, f->place->entry, f->suggestion), false);
    else if (f->suggestion.len && is_short_scalar(f->place->value))
        failure_set_edit(f, suggested_edit(x, f), false);
    else if (wants_string(f) && is_quotable(f->place->value))
        quote_scalar(x, f);
    f->mistake.fix_safe &= !f->guessed;
}
