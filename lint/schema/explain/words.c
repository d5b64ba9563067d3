/* words.c - the parts of messages: what is meant, what was found, what is allowed */

#include "lint/schema/explain/words.h"

#include "lint/base/utf8.h"
#include "lint/value/write.h"

/* Longer texts and lists are cut in messages; the span has all of it. */
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

void words_add_number(struct buf *out, uint64_t number, const char *singular,
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
void words_add_found(struct buf *out, const struct value *value)
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

/* A list or map in a schema, as YAML in brackets. */
static void add_collection(struct buf *out, const struct value *value)
{
    struct buf text = BUF_INIT;

    value_write(&text, (struct value_spelling){SYNTAX_YAML, STYLE_PLAIN}, value);
    words_add_quoted(out, buf_str(&text));
    buf_release(&text);
}

/* A value of an enum or const. */
void words_add_choice(struct buf *out, const struct value *value)
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

void words_add_enum(struct buf *out, const struct value *list)
{
    buf_puts(out, list->count > 1 ? "one of " : "");
    for (uint32_t i = 0; i < list->count && i <= MAX_LISTED; i++) {
        add_comma(out, i, list->count);
        if (i < MAX_LISTED)
            words_add_choice(out, list->entries[i].value);
    }
}

void words_add_names(struct buf *out, struct str_list names)
{
    buf_puts(out, names.count > 1 ? "one of " : "");
    for (uint32_t i = 0; i < names.count && i <= MAX_LISTED; i++) {
        add_comma(out, i, names.count);
        if (i < MAX_LISTED)
            words_add_quoted(out, names.items[i]);
    }
}

void words_add_types(struct buf *out, unsigned types)
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

/* Less than an error is "should", not "must". */
void words_add_must(struct buf *out, const struct failure *f, const char *what)
{
    words_add_subject(out, f->place);
    buf_puts(out, failure_is_mild(f) ? " should" : " must");
    buf_puts(out, what);
}

void words_add_is(struct buf *out, const struct failure *f, const char *what)
{
    words_add_subject(out, f->place);
    buf_puts(out, what);
}

/* Where only strings are possible, "the string" is left out. */
void words_add_but_found(struct buf *out, const struct failure *f)
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
        words_add_found(out, value);
}
