/* edits.c - edits that fix a value */

#include "lint/schema/explain/edits.h"

#include "lint/base/ascii.h"
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

/* What is replaced by a suggestion that is written as it is. A block list begins on a
 * line of its own: its place is after the colon, where nothing else may stand. Empty
 * where nothing can be replaced. */
static struct span replaced_span(const struct explanation *x, const struct place *place,
                                 struct str *before)
{
    const struct value *value = place->value;
    const struct entry *entry = place->entry;
    uint32_t at;

    *before = STR("");
    if (value->style != STYLE_BLOCK)
        return is_short_scalar(value) || value->style == STYLE_FLOW ? value->span
                                                                    : span_make(0, 0);
    if (x->syntax != SYNTAX_YAML || !entry || span_empty(entry->key_span) ||
        !span_empty(entry->alias) || x->data[entry->key_span.end] != ':')
        return span_make(0, 0);
    for (at = entry->key_span.end + 1; at < value->span.start; at++)
        if (!is_ascii_space((unsigned char)x->data[at]))
            return span_make(0, 0);
    *before = STR(" ");
    return span_make(entry->key_span.end + 1, value->span.end);
}

/* What was probably meant: a string, or (bare) what is written without quotes. */
static struct edit *suggested_edit(struct explanation *x, const struct failure *f)
{
    struct buf text = BUF_INIT;
    struct str before;
    struct span span;

    if (!f->bare)
        return scalar_edit(x, f->place->value, f->suggestion);
    span = replaced_span(x, f->place, &before);
    if (span_empty(span))
        return NULL;
    buf_add_str(&text, before);
    buf_add_str(&text, f->suggestion);
    return new_edit(x, span, &text);
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
    buf_add_str(&text, f->quoted);
    failure_set_edit(f, new_edit(x, span, &text),
                     evaluate(&x->evaluation, f->schema, string, NULL));
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
    else if (f->suggestion.len && !f->undecided)
        failure_set_edit(f, suggested_edit(x, f), false);
    else if (f->quoted.len && !span_empty(f->place->value->span))
        quote_scalar(x, f);
    f->mistake.fix_safe &= !f->guessed;
}
