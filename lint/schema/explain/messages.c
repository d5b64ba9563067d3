/* messages.c - the messages of violated keywords */

#include "lint/schema/explain/messages.h"

#include "lint/base/utf8.h"
#include "lint/schema/evaluate/encoded.h"
#include "lint/schema/explain/words.h"
#include "lint/schema/format/format.h"

/* Nothing stands there. `~` is meant so; `Null` may be a name. */
static void add_empty(struct buf *out, const struct failure *f)
{
    if (f->types & KIND_STRING && f->written.len > 1) {
        words_add_is(out, f, " is read as empty; if it is text, put quotes around it: ");
        buf_printf(out, "\"%.*s\"", (int)f->written.len, f->written.data);
        return;
    }
    words_add_is(out, f, " is empty");
    if (f->types & KIND_STRING)
        return;
    buf_puts(out, "; it must be ");
    words_add_types(out, f->types);
}

/* Text of a format is more than text. */
static void add_wanted(struct buf *out, const struct failure *f)
{
    for (uint32_t i = 0; f->types == KIND_STRING && i < f->schema->count; i++)
        if (f->schema->checks[i].kind == CHECK_FORMAT) {
            buf_puts(out, format_noun(f->schema->checks[i].as.format));
            return;
        }
    words_add_types(out, f->types);
}

void message_type(struct buf *out, const struct failure *f)
{
    const struct value *value = f->place->value;

    if (value->kind == VALUE_NULL) {
        add_empty(out, f);
    } else if (f->quoted.len) {
        words_add_is(out, f,
                     value->kind == VALUE_BOOL ? " is read as true or false"
                                               : " is read as a number");
    } else {
        words_add_must(out, f, " be ");
        add_wanted(out, f);
        words_add_but_found(out, f);
    }
}

void message_const(struct buf *out, const struct failure *f)
{
    words_add_must(out, f, " be ");
    words_add_choice(out, f->check->as.constant);
    words_add_but_found(out, f);
}

void message_enum(struct buf *out, const struct failure *f)
{
    words_add_must(out, f, " be ");
    words_add_enum(out, f->check->keyword->value);
    words_add_but_found(out, f);
}

/* "`x` must be at least ": verb and relation. */
static void add_relation(struct buf *out, const struct failure *f, const char *verb)
{
    words_add_must(out, f, verb);
    buf_puts(out, f->check->definition->relation);
    buf_putc(out, ' ');
}

void message_bound(struct buf *out, const struct failure *f)
{
    add_relation(out, f, " be ");
    words_add_quoted(out, f->keyword->value->text);
    buf_puts(out, ", found ");
    words_add_quoted(out, f->place->value->text);
}

void message_length(struct buf *out, const struct failure *f)
{
    if (!f->place->value->text.len && !f->place->is_name) {
        words_add_is(out, f, " is empty");
        return;
    }
    add_relation(out, f, " be ");
    words_add_number(out, f->check->as.count, "character long, found ",
                     "characters long, found ");
    buf_printf(out, "%zu", utf8_code_points(f->place->value->text));
}

void message_pattern(struct buf *out, const struct failure *f)
{
    words_add_must(out, f, " match ");
    words_add_quoted(out, regex_pattern(f->check->as.regex));
    words_add_but_found(out, f);
    if (f->about.len)
        buf_printf(out, ": %.*s", (int)f->about.len, f->about.data);
}

void message_count(struct buf *out, const struct failure *f)
{
    bool items = f->check->kinds == KIND_LIST;

    add_relation(out, f, " have ");
    words_add_number(out, f->check->as.count, items ? "item" : "key",
                     items ? "items" : "keys");
    buf_printf(out, ", found %u", (unsigned)f->place->value->count);
}

void message_format(struct buf *out, const struct failure *f)
{
    const struct format *format = f->check->as.format;
    struct arena scratch;
    struct str reason;

    arena_init(&scratch);
    reason = format_reason(format, f->place->value->text, &scratch);
    words_add_must(out, f, " be ");
    buf_puts(out, format_noun(format));
    words_add_but_found(out, f);
    if (reason.len)
        buf_printf(out, ": %.*s", (int)reason.len, reason.data);
    arena_release(&scratch);
}

void message_content(struct buf *out, const struct failure *f)
{
    words_add_must(out, f, " be ");
    buf_puts(out, content_noun(f->check->as.content));
    words_add_but_found(out, f);
}

void message_unique_items(struct buf *out, const struct failure *f)
{
    const struct value *list = f->place->value;

    buf_printf(out, "item %u", (unsigned)f->second + 1);
    if (f->place->parent) {
        buf_puts(out, " of ");
        words_add_subject(out, f->place);
    }
    buf_printf(out, " repeats item %u", (unsigned)f->first + 1);
    if (f->second >= list->count || list->entries[f->second].value->kind >= VALUE_LIST)
        return;
    buf_puts(out, ": ");
    words_add_item(out, list->entries[f->second].value);
}

/* " that is `x`": what one check requires; false when there are no words for it. */
static bool add_check_words(struct buf *out, const struct check *check)
{
    switch (check->kind) {
    case CHECK_TYPE:
        buf_puts(out, " that is ");
        words_add_types(out, check->as.type.allowed);
        return true;
    case CHECK_CONST:
        buf_puts(out, " that is ");
        words_add_choice(out, check->as.constant);
        return true;
    case CHECK_ENUM:
        buf_puts(out, " that is ");
        words_add_enum(out, check->keyword->value);
        return true;
    case CHECK_PATTERN:
        buf_puts(out, " that matches ");
        words_add_quoted(out, regex_pattern(check->as.regex));
        return true;
    case CHECK_FORMAT:
        buf_printf(out, " that is %s", format_noun(check->as.format));
        return true;
    default:
        return false;
    }
}

/* The only check of a schema, besides its type; NULL when it has others. */
static const struct check *only_check(const struct subschema *schema)
{
    const struct check *found = NULL;

    for (uint32_t i = 0; i < schema->count; i++) {
        if (found && found->kind != CHECK_TYPE)
            return NULL;
        found = &schema->checks[i];
    }
    return found && found->kind == CHECK_REF ? only_check(found->as.schema) : found;
}

/* What a schema requires, when one check or its title says so. */
static bool add_schema_words(struct buf *out, const struct subschema *schema)
{
    const struct check *check = only_check(schema);
    const struct value *title = value_get(schema->value, "title");

    if (title && title->kind == VALUE_STRING) {
        buf_puts(out, " that is ");
        words_add_quoted(out, title->text);
        return true;
    }
    return check && add_check_words(out, check);
}

/* What a `not` without words of its own is about: the keys that it names. */
static void add_forbidden(struct buf *out, const struct failure *f)
{
    const struct value *value = f->place->value;

    if (f->allowed.count) {
        words_add_listed(out, f->allowed, " and ");
        words_add_in(out, f->place);
        buf_puts(out, f->allowed.count > 1 ? " cannot be combined like this"
                                           : " cannot have this value");
        return;
    }
    if (value->kind >= VALUE_LIST) {
        words_add_is(out, f, " cannot be like this");
        return;
    }
    words_add_must(out, f, " not be ");
    words_add_item(out, value);
}

void message_not(struct buf *out, const struct failure *f)
{
    const struct subschema *schema = f->check->as.schema;
    struct buf words = BUF_INIT;

    if (!add_schema_words(&words, schema)) {
        add_forbidden(out, f);
    } else if (str_starts(buf_str(&words), STR(" that is "))) {
        words_add_must(out, f, " not be ");
        buf_add_str(out, (struct str){words.data + strlen(" that is "),
                                      words.len - strlen(" that is ")});
        if (f->place->value->kind != VALUE_MAP && schema->checks[0].kind != CHECK_CONST)
            words_add_but_found(out, f);
    } else {
        words_add_must(out, f, " not match ");
        buf_add_str(out, (struct str){words.data + strlen(" that matches "),
                                      words.len - strlen(" that matches ")});
        words_add_but_found(out, f);
    }
    buf_release(&words);
}

void message_contains(struct buf *out, const struct failure *f)
{
    const struct contains *contains = f->check->as.contains;
    bool few = f->found < contains->minimum;

    words_add_must(out, f, few ? " have at least " : " have at most ");
    words_add_number(out, few ? contains->minimum : contains->maximum, "item", "items");
    if (!add_schema_words(out, contains->schema))
        buf_puts(out, " of the kind that the schema asks for");
    buf_printf(out, ", found %llu", (unsigned long long)f->found);
}

/* No alternative of anyOf or oneOf is valid; patterns that distinguish them are all
 * named. */
void message_alternatives(struct buf *out, const struct failure *f)
{
    if (f->allowed.count) {
        words_add_must(out, f, " match ");
        words_add_names(out, f->allowed);
    } else {
        words_add_is(out, f, " fits none of the alternatives that the schema allows");
    }
    words_add_but_found(out, f);
}
