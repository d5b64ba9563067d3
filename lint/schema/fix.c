/* fix.c - edits that mend a value */

#include "lint/buf.h"
#include "lint/schema/failure.h"
#include "lint/yaml_write.h"

/* text in the quotes that the bytes at span have now, as far as they can hold it. */
static struct str requote(struct explanation *x, struct span span, struct str text)
{
    char quote = x->data[span.start];
    struct buf out = BUF_INIT;
    struct str result;

    if (quote == '\'' && !memchr(text.data, '\'', text.len) &&
        !memchr(text.data, '\n', text.len))
        buf_printf(&out, "'%.*s'", (int)text.len, text.data);
    else if (quote != '"' && quote != '\'' && yaml_is_plain(text))
        buf_add_str(&out, text);
    else
        yaml_add_quoted(&out, text);
    result = arena_str(x->arena, buf_str(&out));
    buf_release(&out);
    return result;
}

static void set_edit(struct explanation *x, struct violation *violation, struct span span,
                     struct str text, bool safe)
{
    struct edit *edit = arena_alloc(x->arena, sizeof(*edit));

    *edit = (struct edit){span, text};
    violation->edits = edit;
    violation->edit_count = 1;
    violation->fix_safe = safe;
}

static bool is_quotable(const struct value *value)
{
    return value->style == STYLE_PLAIN && !span_empty(value->span) &&
           (value->kind == VALUE_BOOL || value->kind == VALUE_INTEGER ||
            value->kind == VALUE_NUMBER);
}

/* A string is wanted and the value only looks like something else: quotes say so. */
static void quote_scalar(struct explanation *x, const struct failure *f,
                         struct violation *violation)
{
    struct span span = f->place->value->span;
    struct buf out = BUF_INIT;

    buf_printf(&out, "\"%.*s\"", (int)span_length(span), x->data + span.start);
    set_edit(x, violation, span, arena_str(x->arena, buf_str(&out)), true);
    buf_release(&out);
}

static bool is_short_scalar(const struct value *value)
{
    return value->style == STYLE_PLAIN || value->style == STYLE_SINGLE_QUOTED ||
           value->style == STYLE_DOUBLE_QUOTED;
}

void failure_fix(struct explanation *x, const struct failure *f,
                 struct violation *violation)
{
    const struct value *value = f->place->value;

    if (!x->data || f->place->is_name)
        return;
    if (f->kind == FAILURE_UNKNOWN && f->suggestion.len) {
        struct span key = f->place->entry->key_span;

        set_edit(x, violation, key, requote(x, key, f->suggestion), false);
    } else if (f->suggestion.len && is_short_scalar(value) && !span_empty(value->span)) {
        set_edit(x, violation, value->span, requote(x, value->span, f->suggestion),
                 false);
    } else if (f->kind == FAILURE_CHECK && f->check->kind == CHECK_TYPE &&
               f->types & KIND_STRING && is_quotable(value)) {
        quote_scalar(x, f, violation);
    }
}
