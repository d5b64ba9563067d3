/* words.c - sentences: what is wrong, what was found, what is allowed */

#include "lint/schema/explain/words.h"

#include "lint/base/utf8.h"
#include "lint/schema/evaluate/encoded.h"
#include "lint/schema/explain/branches.h"
#include "lint/schema/format/format.h"
#include "lint/value/write.h"

/* Longer texts and lists are cut in messages; the span shows the whole. */
enum { MAX_QUOTED = 60, MAX_LISTED = 12 };

void words_add_quoted(struct buf *out, struct str text)
{
    size_t at = 0;
    size_t len;

    buf_putc(out, '`');
    for (int i = 0; i < MAX_QUOTED && at < text.len; i++) {
        uint32_t c = utf8_decode((struct str){text.data + at, text.len - at}, &len);

        if (c < ' ' || c == 0x7F)
            buf_putc(out, ' ');
        else
            buf_add(out, text.data + at, len);
        at += len;
    }
    buf_puts(out, at < text.len ? "...`" : "`");
}

static void add_number(struct buf *out, uint64_t number, const char *singular,
                       const char *plural)
{
    buf_printf(out, "%llu %s", (unsigned long long)number,
               number == 1 ? singular : plural);
}

void words_add_path(struct buf *out, const struct place *place)
{
    const struct place *way[VALUE_MAX_DEPTH + 1];
    uint32_t count = 0;

    for (; place->parent && count <= VALUE_MAX_DEPTH; place = place->parent)
        way[count++] = place;
    for (uint32_t i = count; i-- > 0;) {
        /* cppcheck-suppress uninitvar ; filled by the loop above */
        const struct place *step = way[i];

        if (step->parent->value->kind == VALUE_LIST)
            buf_printf(out, "[%u]", (unsigned)step->index);
        else
            buf_printf(out, "%s%.*s", i + 1 < count ? "." : "", (int)step->entry->key.len,
                       step->entry->key.data);
    }
}

void words_add_subject(struct buf *out, const struct place *place)
{
    struct buf path = BUF_INIT;

    if (!place->parent) {
        buf_puts(out, "the top level");
        return;
    }
    if (place->is_name) {
        buf_puts(out, "property name ");
        words_add_quoted(out, place->value->text);
        return;
    }
    words_add_path(&path, place);
    words_add_quoted(out, buf_str(&path));
    buf_release(&path);
}

/* "the string `ten`", "null", "a list". */
static void add_found(struct buf *out, const struct value *value)
{
    switch (value->kind) {
    case VALUE_BOOL:
        buf_printf(out, "the boolean `%s`", value->boolean ? "true" : "false");
        break;
    case VALUE_INTEGER:
        buf_puts(out, "the integer ");
        words_add_quoted(out, value->text);
        break;
    case VALUE_NUMBER:
        buf_puts(out, "the number ");
        words_add_quoted(out, str_is(value->text, VALUE_INFINITY)         ? STR("inf")
                              : str_is(value->text, VALUE_MINUS_INFINITY) ? STR("-inf")
                                                                          : value->text);
        break;
    case VALUE_STRING:
        buf_puts(out, value->text.len ? "the string " : "an empty string");
        if (value->text.len)
            words_add_quoted(out, value->text);
        break;
    case VALUE_NULL:
        buf_puts(out, span_empty(value->span) ? "nothing" : "null");
        break;
    default:
        buf_puts(out, value_kind_name(value));
    }
}

/* A list or map of a schema, as YAML in brackets. */
static void add_collection(struct buf *out, const struct value *value)
{
    struct buf text = BUF_INIT;

    value_write(&text, (struct value_spelling){SYNTAX_YAML, STYLE_PLAIN}, value);
    words_add_quoted(out, buf_str(&text));
    buf_release(&text);
}

/* A value of a schema's enum or const. */
static void add_choice(struct buf *out, const struct value *value)
{
    static const char *const words[] = {"null", "`false`", "`true`"};

    if (value->kind == VALUE_STRING || value->kind == VALUE_INTEGER ||
        value->kind == VALUE_NUMBER)
        words_add_quoted(out, value->text);
    else if (value->kind == VALUE_NULL || value->kind == VALUE_BOOL)
        buf_puts(out, words[value->kind == VALUE_BOOL ? 1 + value->boolean : 0]);
    else
        add_collection(out, value);
}

static void add_comma(struct buf *out, uint32_t i, size_t count)
{
    if (i)
        buf_puts(out, ", ");
    if (i == MAX_LISTED)
        buf_printf(out, "and %zu more", count - MAX_LISTED);
}

static void add_enum(struct buf *out, const struct value *list)
{
    buf_puts(out, list->count > 1 ? "one of " : "");
    for (uint32_t i = 0; i < list->count && i <= MAX_LISTED; i++) {
        add_comma(out, i, list->count);
        if (i < MAX_LISTED)
            add_choice(out, list->entries[i].value);
    }
}

static void add_names(struct buf *out, struct str_list names)
{
    buf_puts(out, names.count > 1 ? "one of " : "");
    for (uint32_t i = 0; i < names.count && i <= MAX_LISTED; i++) {
        add_comma(out, i, names.count);
        if (i < MAX_LISTED)
            words_add_quoted(out, names.items[i]);
    }
}

static void add_types(struct buf *out, unsigned types)
{
    static const struct {
        unsigned bit;
        const char *name;
    } names[] = {
        {KIND_STRING, "a string"},    {KIND_NUMBER, "a number"},
        {KIND_INTEGER, "an integer"}, {KIND_BOOL, "a boolean"},
        {KIND_LIST, "a list"},        {KIND_MAP, "a map"},
        {KIND_NULL, "null"},
    };
    unsigned left = types;

    /* Every integer is a number: one word does. */
    if (left & KIND_NUMBER)
        left &= ~(unsigned)KIND_INTEGER;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (!(left & names[i].bit))
            continue;
        left &= ~names[i].bit;
        buf_puts(out, names[i].name);
        if (left)
            buf_puts(out, (left & (left - 1)) ? ", " : " or ");
    }
}

/* What is no error is asked for, not demanded. */
static void add_must(struct buf *out, const struct failure *f, const char *what)
{
    words_add_subject(out, f->place);
    buf_puts(out, failure_is_mild(f) ? " should" : " must");
    buf_puts(out, what);
}

static void add_is(struct buf *out, const struct failure *f, const char *what)
{
    words_add_subject(out, f->place);
    buf_puts(out, what);
}

/* Where only strings can stand "the string" goes without saying. */
static void add_but_found(struct buf *out, const struct failure *f)
{
    const struct value *value = f->place->value;
    bool by_kind =
        f->kind == FAILURE_CHECK &&
        (f->check->kind == CHECK_TYPE || (f->bare && f->check->kind != CHECK_FORMAT));

    if (f->place->is_name)
        return; /* it is the subject */
    buf_puts(out, ", found ");
    if (value->kind == VALUE_STRING && value->text.len && !by_kind)
        words_add_quoted(out, value->text);
    else if (value->kind == VALUE_INTEGER && f->written.len) {
        buf_puts(out, "the integer ");
        words_add_quoted(out, f->written);
    } else
        add_found(out, value);
}

static void add_bound(struct buf *out, const struct failure *f, const char *relation)
{
    add_must(out, f, " be ");
    buf_puts(out, relation);
    words_add_quoted(out, f->keyword->value->text);
    buf_puts(out, ", found ");
    words_add_quoted(out, f->place->value->text);
}

static void add_length(struct buf *out, const struct failure *f, const char *relation)
{
    add_must(out, f, " be ");
    buf_puts(out, relation);
    add_number(out, f->check->as.count, "character long, found ",
               "characters long, found ");
    buf_printf(out, "%zu", utf8_code_points(f->place->value->text));
}

static void add_count(struct buf *out, const struct failure *f, const char *relation,
                      bool items)
{
    add_must(out, f, " have ");
    buf_puts(out, relation);
    add_number(out, f->check->as.count, items ? "item" : "property",
               items ? "items" : "properties");
    buf_printf(out, ", found %u", (unsigned)f->place->value->count);
}

static void add_format(struct buf *out, const struct failure *f, struct arena *arena)
{
    struct str reason = format_reason(f->check->as.format, f->place->value->text, arena);

    add_must(out, f, " be ");
    buf_puts(out, format_noun(f->check->as.format));
    add_but_found(out, f);
    if (reason.len)
        buf_printf(out, ": %.*s", (int)reason.len, reason.data);
}

static void add_repeated(struct buf *out, const struct failure *f)
{
    const struct value *list = f->place->value;

    add_must(out, f, " have different items, but item ");
    buf_printf(out, "%u repeats item %u", (unsigned)f->second + 1,
               (unsigned)f->first + 1);
    if (f->second < list->count && list->entries[f->second].value->kind < VALUE_LIST) {
        buf_puts(out, ": ");
        add_found(out, list->entries[f->second].value);
    }
}

/* " that is `x`": what one check asks for; false when there are no words for it. */
static bool add_check_words(struct buf *out, const struct check *check)
{
    switch (check->kind) {
    case CHECK_TYPE:
        buf_puts(out, " that is ");
        add_types(out, check->as.type);
        return true;
    case CHECK_CONST:
        buf_puts(out, " that is ");
        add_choice(out, check->as.constant);
        return true;
    case CHECK_ENUM:
        buf_puts(out, " that is ");
        add_enum(out, check->keyword->value);
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

/* The check that says all of a schema, besides the type it goes with; NULL if none does.
 */
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

/* What a schema asks for, when one check or its title tells. */
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

static void add_not(struct buf *out, const struct failure *f)
{
    const struct subschema *schema = f->check->as.schema;
    struct buf words = BUF_INIT;

    if (!add_schema_words(&words, schema)) {
        add_must(out, f, " not be what `not` describes");
        add_but_found(out, f);
    } else if (str_starts(buf_str(&words), STR(" that is "))) {
        add_must(out, f, " not be ");
        buf_add_str(out, (struct str){words.data + strlen(" that is "),
                                      words.len - strlen(" that is ")});
        if (f->place->value->kind != VALUE_MAP && schema->checks[0].kind != CHECK_CONST)
            add_but_found(out, f);
    } else {
        add_must(out, f, " not match ");
        buf_add_str(out, (struct str){words.data + strlen(" that matches "),
                                      words.len - strlen(" that matches ")});
        add_but_found(out, f);
    }
    buf_release(&words);
}

static void add_several(struct buf *out, const struct failure *f, struct arena *arena)
{
    struct str first = alternative_name(arena, f->check, f->first);
    struct str second = alternative_name(arena, f->check, f->second);

    add_is(out, f, " fits two of the alternatives, ");
    buf_printf(out, "%.*s and %.*s, but must fit exactly one", (int)first.len, first.data,
               (int)second.len, second.data);
}

static void add_contains(struct buf *out, const struct failure *f)
{
    const struct contains *contains = f->check->as.contains;
    bool few = f->found < contains->minimum;

    add_must(out, f, few ? " have at least " : " have at most ");
    add_number(out, few ? contains->minimum : contains->maximum, "item", "items");
    if (!add_schema_words(out, contains->schema))
        buf_puts(out, " as `contains` describes");
    buf_printf(out, ", found %llu", (unsigned long long)f->found);
}

/* None of anyOf or oneOf; of patterns that tell them apart all are named. */
static void add_alternatives(struct buf *out, const struct failure *f)
{
    if (f->allowed.count) {
        add_must(out, f, " match ");
        add_names(out, f->allowed);
    } else {
        add_is(out, f, " fits none of the alternatives of ");
        words_add_quoted(out, f->keyword->key);
    }
    add_but_found(out, f);
}

static void add_check(struct buf *out, const struct failure *f, struct arena *arena)
{
    switch (f->check->kind) {
    case CHECK_TYPE:
        add_must(out, f, " be ");
        add_types(out, f->types);
        add_but_found(out, f);
        break;
    case CHECK_CONST:
        add_must(out, f, " be ");
        add_choice(out, f->check->as.constant);
        add_but_found(out, f);
        break;
    case CHECK_ENUM:
        add_must(out, f, " be ");
        add_enum(out, f->check->keyword->value);
        add_but_found(out, f);
        break;
    case CHECK_MINIMUM:
        add_bound(out, f, "at least ");
        break;
    case CHECK_MAXIMUM:
        add_bound(out, f, "at most ");
        break;
    case CHECK_EXCLUSIVE_MINIMUM:
        add_bound(out, f, "more than ");
        break;
    case CHECK_EXCLUSIVE_MAXIMUM:
        add_bound(out, f, "less than ");
        break;
    case CHECK_MULTIPLE_OF:
        add_bound(out, f, "a multiple of ");
        break;
    case CHECK_MIN_LENGTH:
        add_length(out, f, "at least ");
        break;
    case CHECK_MAX_LENGTH:
        add_length(out, f, "at most ");
        break;
    case CHECK_PATTERN:
        add_must(out, f, " match ");
        words_add_quoted(out, regex_pattern(f->check->as.regex));
        add_but_found(out, f);
        break;
    case CHECK_FORMAT:
        add_format(out, f, arena);
        break;
    case CHECK_CONTENT:
        add_must(out, f, " be ");
        buf_puts(out, content_noun(f->check->as.content));
        add_but_found(out, f);
        break;
    case CHECK_MIN_ITEMS:
        add_count(out, f, "at least ", true);
        break;
    case CHECK_MAX_ITEMS:
        add_count(out, f, "at most ", true);
        break;
    case CHECK_MIN_PROPERTIES:
        add_count(out, f, "at least ", false);
        break;
    case CHECK_MAX_PROPERTIES:
        add_count(out, f, "at most ", false);
        break;
    case CHECK_UNIQUE_ITEMS:
        add_repeated(out, f);
        break;
    case CHECK_CONTAINS:
        add_contains(out, f);
        break;
    case CHECK_NOT:
        add_not(out, f);
        break;
    default:
        add_alternatives(out, f);
    }
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

    add_is(out, f, " is not allowed");
    if (f->needed_by.len) {
        buf_puts(out, " beside ");
        words_add_quoted(out, f->needed_by);
    }
    if (is_rest)
        buf_puts(out, ": the schema describes fewer items");
    if (!items)
        return;
    buf_puts(out, ": at most ");
    add_number(out, items->prefix.count, "item", "items");
}

struct str failure_message(struct arena *arena, const struct failure *f)
{
    struct buf out = BUF_INIT;
    struct str message;

    switch (f->kind) {
    case FAILURE_CHECK:
        add_check(&out, f, arena);
        break;
    case FAILURE_NEVER:
        add_never(&out, f);
        break;
    case FAILURE_UNKNOWN:
        add_property(&out, "unknown property ", f->place->entry->key, f->place->parent);
        break;
    case FAILURE_MISSING:
        add_missing(&out, f);
        break;
    case FAILURE_SEVERAL:
        add_several(&out, f, arena);
        break;
    case FAILURE_DISCRIMINATOR:
        add_must(&out, f, " be ");
        add_names(&out, f->allowed);
        add_but_found(&out, f);
        break;
    case FAILURE_EXPENSIVE:
        buf_puts(&out, "pattern too expensive: ");
        words_add_quoted(&out, regex_pattern(f->regex));
        buf_printf(&out, " needs more than %d steps here, so it says neither yes nor no",
                   REGEX_MATCH_LIMIT);
        break;
    case FAILURE_ADVICE:
        buf_add_str(&out, f->mistake.message);
        break;
    case FAILURE_EXHAUSTED:
        buf_puts(&out, "cannot be checked: the schema takes too many steps or goes too "
                       "deep");
        break;
    }
    if (f->suggestion.len) {
        buf_puts(&out, "; did you mean ");
        words_add_quoted(&out, f->suggestion);
        buf_puts(&out, f->bare && f->place->value->style != STYLE_PLAIN
                           ? " without quotes?"
                           : "?");
    }
    if (f->quote)
        buf_puts(&out, "; it needs quotes");
    message = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return message;
}
