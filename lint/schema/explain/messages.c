/* messages.c - the messages of failures */

#include "lint/schema/explain/messages.h"

#include "lint/base/utf8.h"
#include "lint/schema/evaluate/encoded.h"
#include "lint/schema/explain/branches.h"
#include "lint/schema/explain/words.h"
#include "lint/schema/format/format.h"

void message_type(struct buf *out, const struct failure *f)
{
    words_add_must(out, f, " be ");
    words_add_types(out, f->types);
    words_add_but_found(out, f);
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
}

void message_count(struct buf *out, const struct failure *f)
{
    bool items = f->check->kinds == KIND_LIST;

    add_relation(out, f, " have ");
    words_add_number(out, f->check->as.count, items ? "item" : "property",
                     items ? "items" : "properties");
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

    words_add_must(out, f, " have different items, but item ");
    buf_printf(out, "%u repeats item %u", (unsigned)f->second + 1,
               (unsigned)f->first + 1);
    if (f->second < list->count && list->entries[f->second].value->kind < VALUE_LIST) {
        buf_puts(out, ": ");
        words_add_found(out, list->entries[f->second].value);
    }
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

void message_not(struct buf *out, const struct failure *f)
{
    const struct subschema *schema = f->check->as.schema;
    struct buf words = BUF_INIT;

    if (!add_schema_words(&words, schema)) {
        words_add_must(out, f, " not be what `not` describes");
        words_add_but_found(out, f);
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

static void add_several(struct buf *out, const struct failure *f, struct arena *arena)
{
    struct str first = alternative_name(arena, f->check, f->first);
    struct str second = alternative_name(arena, f->check, f->second);

    words_add_is(out, f, " fits two of the alternatives, ");
    buf_printf(out, "%.*s and %.*s, but must fit exactly one", (int)first.len, first.data,
               (int)second.len, second.data);
}

void message_contains(struct buf *out, const struct failure *f)
{
    const struct contains *contains = f->check->as.contains;
    bool few = f->found < contains->minimum;

    words_add_must(out, f, few ? " have at least " : " have at most ");
    words_add_number(out, few ? contains->minimum : contains->maximum, "item", "items");
    if (!add_schema_words(out, contains->schema))
        buf_puts(out, " as `contains` describes");
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
        words_add_is(out, f, " fits none of the alternatives of ");
        words_add_quoted(out, f->keyword->key);
    }
    words_add_but_found(out, f);
}

static void add_property(struct buf *out, const char *what, struct str name,
                         const struct place *map)
{
    buf_puts(out, what);
    words_add_quoted(out, name);
    if (!map->parent)
        return;
    buf_puts(out, " in ");
    words_add_subject(out, map);
}

static void add_missing(struct buf *out, const struct failure *f)
{
    add_property(out,
                 failure_is_mild(f) ? "missing recommended property "
                                    : "missing required property ",
                 f->name, f->place);
    for (size_t i = 1; i < f->allowed.count; i++) {
        buf_puts(out, i + 1 < f->allowed.count ? ", " : " or ");
        words_add_quoted(out, f->allowed.items[i]);
    }
    if (f->instead) {
        buf_puts(out, ", found ");
        words_add_quoted(out, f->instead->key);
    }
    if (!f->needed_by.len)
        return;
    buf_puts(out, ", which ");
    words_add_quoted(out, f->needed_by);
    buf_puts(out, " needs");
}

static void add_never(struct buf *out, const struct failure *f)
{
    bool is_rest = f->check && f->check->kind == CHECK_UNEVALUATED_ITEMS;
    const struct items *items =
        f->check && f->check->kind == CHECK_ITEMS ? f->check->as.items : NULL;

    words_add_is(out, f, " is not allowed");
    if (f->needed_by.len) {
        buf_puts(out, " beside ");
        words_add_quoted(out, f->needed_by);
    }
    if (is_rest)
        buf_puts(out, ": the schema describes fewer items");
    if (!items)
        return;
    buf_puts(out, ": at most ");
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
        add_property(out, "unknown property ", f->place->entry->key, f->place->parent);
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

/* What was probably meant. */
static void add_suggestion(struct buf *out, const struct failure *f)
{
    if (f->suggestion.len) {
        buf_puts(out, "; did you mean ");
        words_add_quoted(out, f->suggestion);
        buf_puts(out, f->bare && f->place->value->style != STYLE_PLAIN
                          ? " without quotes?"
                          : "?");
    }
    if (f->quote)
        buf_puts(out, "; it needs quotes");
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
