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

/* The steps that lead from top to a place in it. */
static void add_steps(struct buf *out, const struct place *place, const struct place *top)
{
    const struct place *way[VALUE_MAX_DEPTH + 1];
    uint32_t count = 0;

    for (; place != top && count <= VALUE_MAX_DEPTH; place = place->parent)
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

void words_add_path(struct buf *out, const struct place *place)
{
    const struct place *root = place;

    while (root->parent)
        root = root->parent;
    add_steps(out, place, root);
}

static void add_place(struct buf *out, const struct place *place);

/* "item 2 of `tags`". */
static void add_item(struct buf *out, const struct place *item)
{
    buf_printf(out, "item %u", (unsigned)item->index + 1);
    if (!item->parent->parent)
        return;
    buf_puts(out, " of ");
    add_place(out, item->parent);
}

/* The keys down from the root or from an item of a list, which they are in. */
static void add_keys(struct buf *out, const struct place *place)
{
    const struct place *top = place;
    struct buf keys = BUF_INIT;

    while (top->parent && top->parent->value->kind != VALUE_LIST)
        top = top->parent;
    add_steps(&keys, place, top);
    words_add_quoted(out, buf_str(&keys));
    buf_release(&keys);
    if (!top->parent)
        return;
    buf_puts(out, " in ");
    add_item(out, top);
}

/* Recursion is bounded: readers refuse values deeper than VALUE_MAX_DEPTH. */
static void add_place(struct buf *out, const struct place *place)
{
    if (place->parent->value->kind == VALUE_LIST)
        add_item(out, place);
    else
        add_keys(out, place);
}

void words_add_subject(struct buf *out, const struct place *place)
{
    if (!place->parent) {
        buf_puts(out, place->called ? place->called : "the top level");
        return;
    }
    if (place->is_name) {
        buf_puts(out, "the key ");
        words_add_quoted(out, place->value->text);
        return;
    }
    add_place(out, place);
}

void words_add_found(struct buf *out, const struct value *value)
{
    switch (value->kind) {
    case VALUE_BOOL:
        buf_puts(out, value->boolean ? "`true`" : "`false`");
        break;
    case VALUE_INTEGER:
        buf_puts(out, "the number ");
        words_add_quoted(out, value->text);
        break;
    case VALUE_NUMBER:
        buf_puts(out, "the number ");
        words_add_quoted(out, str_is(value->text, VALUE_INFINITY)         ? STR("inf")
                              : str_is(value->text, VALUE_MINUS_INFINITY) ? STR("-inf")
                                                                          : value->text);
        break;
    case VALUE_STRING:
        buf_puts(out, value->text.len ? "the text " : "an empty text");
        if (value->text.len)
            words_add_quoted(out, value->text);
        break;
    case VALUE_NULL:
        buf_puts(out, "nothing");
        break;
    case VALUE_LIST:
        buf_puts(out, value->count ? "a list" : "an empty list");
        break;
    case VALUE_MAP:
        buf_puts(out, "a group of keys");
        break;
    }
}

/* Text needs no word for what it is. */
void words_add_item(struct buf *out, const struct value *value)
{
    if (value->kind == VALUE_STRING && value->text.len)
        words_add_quoted(out, value->text);
    else if (value_is_numeric(value))
        words_add_quoted(out, value->text);
    else
        words_add_found(out, value);
}

void words_add_in(struct buf *out, const struct place *place)
{
    if (!place->parent)
        return;
    buf_puts(out, " in ");
    words_add_subject(out, place);
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

void words_add_listed(struct buf *out, struct str_list names, const char *last)
{
    for (size_t i = 0; i < names.count; i++) {
        if (i)
            buf_puts(out, i + 1 < names.count ? ", " : last);
        words_add_quoted(out, names.items[i]);
    }
}

/* "a, b or c"; what has an `or` itself comes after a comma. */
static void add_or(struct buf *out, unsigned left)
{
    if (!left)
        return;
    if (left == KIND_BOOL)
        buf_puts(out, ", or ");
    else
        buf_puts(out, (left & (left - 1)) ? ", " : " or ");
}

void words_add_types(struct buf *out, unsigned types)
{
    static const struct {
        unsigned bit;
        const char *name;
    } names[] = {
        {KIND_STRING, "text"},
        {KIND_NUMBER, "a number"},
        {KIND_INTEGER, "a whole number"},
        {KIND_LIST, "a list"},
        {KIND_MAP, "a group of keys"},
        {KIND_NULL, "empty"},
        {KIND_BOOL, "true or false"},
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
        add_or(out, left);
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

/* Where only text is possible, "the text" is left out. */
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
        buf_puts(out, "the number ");
        words_add_quoted(out, f->written);
    } else
        words_add_found(out, value);
}
