/* failure_message.c - the message of a failure: what is wrong, and what was meant */

#include "lint/schema/explain/branches.h"
#include "lint/schema/explain/messages.h"
#include "lint/schema/explain/words.h"

static void add_several(struct buf *out, const struct failure *f, struct arena *arena)
{
    struct str first;
    struct str second;

    if (f->allowed.count) {
        buf_puts(out, "only one of ");
        words_add_listed(out, f->allowed, " and ");
        buf_puts(out, " may be there");
        words_add_in(out, f->place->parent);
        return;
    }
    first = alternative_name(arena, f->check, f->first);
    second = alternative_name(arena, f->check, f->second);
    words_add_is(out, f, " fits two of the alternatives, ");
    buf_printf(out, "%.*s and %.*s, but only one may fit", (int)first.len, first.data,
               (int)second.len, second.data);
}

static void add_missing(struct buf *out, const struct failure *f)
{
    struct str_list one = {(struct str *)&f->name, 1};

    words_add_listed(out, f->allowed.count ? f->allowed : one, " or ");
    buf_puts(out, failure_is_mild(f) ? " should not be missing" : " is missing");
    words_add_in(out, f->place);
    if (f->needed_by.len) {
        buf_puts(out, "; ");
        words_add_quoted(out, f->needed_by);
        buf_puts(out, " needs it");
    }
    if (f->about.len)
        buf_printf(out, ": %.*s", (int)f->about.len, f->about.data);
}

static void add_unknown(struct buf *out, const struct failure *f)
{
    buf_puts(out, "unknown key ");
    words_add_quoted(out, f->place->entry->key);
    words_add_in(out, f->place->parent);
}

static void add_never(struct buf *out, const struct failure *f)
{
    bool is_rest = f->check && f->check->kind == CHECK_UNEVALUATED_ITEMS;
    const struct items *items =
        f->check && f->check->kind == CHECK_ITEMS ? f->check->as.items : NULL;

    words_add_is(out, f, items || is_rest ? " is one too many" : " is not allowed");
    if (f->needed_by.len) {
        buf_puts(out, " beside ");
        words_add_quoted(out, f->needed_by);
    }
    if (!items)
        return;
    buf_puts(out, ", expected at most ");
    words_add_number(out, items->prefix.count, "item", "items");
}

static void add_choices(struct buf *out, const struct failure *f)
{
    words_add_must(out, f, " be ");
    words_add_names(out, f->allowed);
    words_add_but_found(out, f);
}

static void add_expensive(struct buf *out, const struct failure *f)
{
    buf_puts(out, "pattern too expensive: ");
    words_add_quoted(out, regex_pattern(f->regex));
    buf_printf(out, " needs more than %d steps here, so it says neither yes nor no",
               REGEX_MATCH_LIMIT);
}

static void add_mistake(struct buf *out, const struct failure *f, struct arena *arena)
{
    switch (f->kind) {
    case FAILURE_CHECK:
        f->check->definition->message(out, f);
        break;
    case FAILURE_NEVER:
        add_never(out, f);
        break;
    case FAILURE_UNKNOWN:
        add_unknown(out, f);
        break;
    case FAILURE_MISSING:
        add_missing(out, f);
        break;
    case FAILURE_SEVERAL:
        add_several(out, f, arena);
        break;
    case FAILURE_DISCRIMINATOR:
        add_choices(out, f);
        break;
    case FAILURE_EXPENSIVE:
        add_expensive(out, f);
        break;
    case FAILURE_ADVICE:
        buf_add_str(out, f->mistake.message);
        break;
    case FAILURE_EXHAUSTED:
        buf_puts(out, "cannot be checked: the schema takes too many steps or goes too "
                      "deep");
        break;
    }
}

/* Is the suggestion what is written there already, but for its quotes? */
static bool loses_quotes(const struct failure *f)
{
    const struct value *value = f->place->value;
    bool has_quotes =
        value->style == STYLE_SINGLE_QUOTED || value->style == STYLE_DOUBLE_QUOTED;

    return f->bare && has_quotes &&
           (str_equal(f->suggestion, value->text) ||
            (str_starts(f->suggestion, STR("[")) && str_starts(value->text, STR("["))));
}

/* What was probably meant. */
static void add_suggestion(struct buf *out, const struct failure *f)
{
    if (f->suggestion.len) {
        buf_puts(out, "; did you mean ");
        words_add_quoted(out, f->suggestion);
        buf_puts(out, loses_quotes(f) ? " without quotes" : "");
        if (f->otherwise.len) {
            buf_puts(out, " or ");
            words_add_quoted(out, f->otherwise);
        }
        buf_puts(out, "?");
    }
    if (f->quoted.len)
        buf_printf(out, "; put quotes around it: %.*s", (int)f->quoted.len,
                   f->quoted.data);
}

struct str failure_message(struct arena *arena, const struct failure *f)
{
    struct buf out = BUF_INIT;
    struct str message;

    add_mistake(&out, f, arena);
    add_suggestion(&out, f);
    message = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return message;
}
