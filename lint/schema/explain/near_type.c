/* near_type.c - values of another type than is required: what was probably meant */

#include "lint/schema/explain/near_type.h"

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/schema/format/format.h"
#include "lint/value/write.h"

/* With more parts, a text was hardly meant as a list, nor a list as a text. */
enum { MAX_PARTS = 50, MAX_JOINED = 5 };

static bool is_any_of(struct str word, const char *const *words)
{
    for (; *words; words++)
        if (str_equal_ignore_case(word, str_from(*words)))
            return true;
    return false;
}

/* -12, 3.5: digits, if allowed with a point among them. */
static bool is_decimal(struct str text, bool may_have_point)
{
    size_t at = text.len && *text.data == '-';
    size_t digits = 0;
    size_t points = 0;

    if (at + 1 < text.len && text.data[at] == '0' && text.data[at + 1] != '.')
        return false;
    for (size_t i = at; i < text.len; i++) {
        bool point = may_have_point && text.data[i] == '.' && digits;

        if (!point && !is_ascii_digit((unsigned char)text.data[i]))
            return false;
        points += point;
        digits += !point;
    }
    return digits > 0 && points <= 1 &&
           is_ascii_digit((unsigned char)text.data[text.len - 1]);
}

bool is_tagged(const struct value *value, struct str without_quotes)
{
    return value->kind == VALUE_STRING && value->style == STYLE_PLAIN &&
           str_equal(value->text, without_quotes);
}

/* Without the comma or semicolon that other notations have at the end. */
static struct str without_end_mark(struct str text)
{
    if (text.len && is_one_of(text.data[text.len - 1], ",;"))
        text.len--;
    return str_trim(text);
}

/* Words that mean true and false to people and to YAML 1.1; numbers in quotes. */
static void suggest_bare(struct failure *failure)
{
    static const char *const yes[] = {"true", "yes", "y", "on", NULL};
    static const char *const no[] = {"false", "no", "n", "off", NULL};
    struct str text = without_end_mark(failure->place->value->text);

    if (failure->types == KIND_BOOL && is_any_of(text, yes))
        failure->suggestion = STR("true");
    else if (failure->types == KIND_BOOL && is_any_of(text, no))
        failure->suggestion = STR("false");
    else if (!(failure->types & KIND_STRING) && failure->types & KIND_NUMERIC &&
             is_decimal(text, failure->types & KIND_NUMBER))
        failure->suggestion = text;
    if (is_tagged(failure->place->value, failure->suggestion))
        failure->suggestion = STR("");
    failure->bare = failure->suggestion.len > 0;
}

static bool is_written_on_one_line(const struct value *value)
{
    return value->style == STYLE_PLAIN || value->style == STYLE_SINGLE_QUOTED ||
           value->style == STYLE_DOUBLE_QUOTED;
}

static struct str without_pair(struct str text, char open, char close)
{
    if (text.len > 1 && text.data[0] == open && text.data[text.len - 1] == close)
        return str_trim((struct str){text.data + 1, text.len - 2});
    return text;
}

/* `a, b]`: the bracket that is left of a pair. */
static struct str without_stray_end(struct str text)
{
    if (text.len > 1 && text.data[text.len - 1] == ']' &&
        !memchr(text.data, '[', text.len))
        text.len--;
    return str_trim(text);
}

/* The parts of `a, b`, `[a, b]` and `"a", 'b'`; none when there are too many or they are
 * nested. */
static struct str_list parts_of(struct arena *arena, struct str text)
{
    struct str rest = without_stray_end(without_pair(str_trim(text), '[', ']'));
    struct str *parts = arena_array(arena, MAX_PARTS, sizeof(*parts));
    struct str_list list = {parts, 0};
    char mark;

    if (!rest.len || memchr(rest.data, '[', rest.len) || memchr(rest.data, '{', rest.len))
        return list;
    mark = memchr(rest.data, ',', rest.len) ? ',' : ';';
    while (rest.len) {
        const char *end = memchr(rest.data, mark, rest.len);
        size_t len = end ? (size_t)(end - rest.data) : rest.len;
        struct str part = str_trim((struct str){rest.data, len});

        part = without_pair(without_pair(part, '"', '"'), '\'', '\'');
        if (part.len && list.count == MAX_PARTS)
            return (struct str_list){NULL, 0};
        if (part.len)
            parts[list.count++] = part;
        len += end != NULL;
        rest = (struct str){rest.data + len, rest.len - len};
    }
    return list;
}

/* A list of the parts, as strings or, where they are some, as whole numbers. */
static struct value *list_of(struct arena *arena, struct str_list parts, bool numbers)
{
    struct value *list = arena_alloc(arena, sizeof(*list));

    list->kind = VALUE_LIST;
    list->style = STYLE_FLOW;
    list->count = (uint32_t)parts.count;
    list->entries = arena_array(arena, parts.count, sizeof(*list->entries));
    for (uint32_t i = 0; i < list->count; i++) {
        struct value *item = arena_alloc(arena, sizeof(*item));

        item->kind =
            numbers && is_decimal(parts.items[i], false) ? VALUE_INTEGER : VALUE_STRING;
        item->text = parts.items[i];
        list->entries[i].value = item;
    }
    return list;
}

static struct str written(struct explanation *x, const struct value *value)
{
    struct value_spelling how = {x->syntax, STYLE_PLAIN};
    struct buf text = BUF_INIT;
    struct str result = STR("");

    if (value_write(&text, how, value))
        result = arena_str(x->arena, buf_str(&text));
    buf_release(&text);
    return result;
}

/* Text, or another scalar, where a list is required. Nothing is suggested that would be
 * wrong as well: `[Ann]` where each item is a map. */
static void suggest_list(struct explanation *x, struct failure *f)
{
    struct str text = f->place->value->text;
    struct str_list parts = {NULL, 0};

    if (f->place->value->kind == VALUE_BOOL)
        text = f->place->value->boolean ? STR("true") : STR("false");
    if (is_written_on_one_line(f->place->value) && !str_starts(text, STR("-")))
        parts = parts_of(x->arena, text);
    for (int numbers = 0; parts.count && numbers < 2; numbers++) {
        const struct value *list = list_of(x->arena, parts, numbers);

        if (!evaluate(&x->evaluation, f->schema, list, NULL))
            continue;
        f->suggestion = written(x, list);
        f->bare = f->suggestion.len > 0;
        return;
    }
}

static struct str as_in_file(const struct explanation *x, const struct value *value)
{
    if (x->data && !span_empty(value->span))
        return (struct str){x->data + value->span.start, span_length(value->span)};
    return value->text;
}

struct str quoted_scalar(struct explanation *x, const struct value *value)
{
    struct str text = as_in_file(x, value);

    if (value->style != STYLE_PLAIN || value->kind == VALUE_NULL ||
        value->kind >= VALUE_STRING || !text.len)
        return STR("");
    return arena_format(x->arena, "\"%.*s\"", (int)text.len, text.data);
}

static struct str in_quotes(struct explanation *x, struct str text)
{
    struct buf quoted = BUF_INIT;
    struct str result;

    value_write_string(&quoted, (struct value_spelling){x->syntax, STYLE_DOUBLE_QUOTED},
                       text);
    result = arena_str(x->arena, buf_str(&quoted));
    buf_release(&quoted);
    return result;
}

/* The items of a list in one text; empty when some are lists or maps, or there are too
 * many. Sets *plain when none has quotes. */
static struct str joined(struct explanation *x, const struct value *list, bool *plain)
{
    struct buf text = BUF_INIT;
    struct str result = STR("");
    bool good = list->count > 0 && list->count <= MAX_JOINED;

    *plain = true;
    for (uint32_t i = 0; good && i < list->count; i++) {
        const struct value *item = list->entries[i].value;

        good = item->kind < VALUE_LIST && item->kind != VALUE_NULL &&
               is_written_on_one_line(item) && span_empty(list->entries[i].alias);
        *plain &= item->style == STYLE_PLAIN;
        buf_puts(&text, i ? ", " : "");
        buf_add_str(&text, item->kind == VALUE_STRING ? item->text : as_in_file(x, item));
    }
    if (good)
        result = arena_str(x->arena, buf_str(&text));
    buf_release(&text);
    return result;
}

/* A list where text is required: `[Draft]` is text with brackets round it, or was one of
 * several; `[[Page]]` is a link in a wiki. */
static void suggest_text(struct explanation *x, struct failure *f)
{
    const struct value *list = f->place->value;
    struct str brackets = as_in_file(x, list);
    bool plain;
    struct str text = joined(x, list, &plain);
    bool on_one_line = list->style == STYLE_FLOW && x->data &&
                       !memchr(brackets.data, '\n', brackets.len);
    struct buf out = BUF_INIT;

    f->bare = true;
    if (text.len) {
        value_write_string(&out, (struct value_spelling){x->syntax, STYLE_PLAIN}, text);
        f->suggestion = arena_str(x->arena, buf_str(&out));
        if (x->syntax == SYNTAX_YAML && plain && on_one_line)
            f->otherwise = in_quotes(x, brackets);
    } else if (x->syntax == SYNTAX_YAML && on_one_line && list->count == 1 &&
               list->entries[0].value->kind == VALUE_LIST) {
        f->suggestion = in_quotes(x, brackets);
    }
    buf_release(&out);
}

/* The one item of a list where only such an item is required. */
static void suggest_item(struct explanation *x, struct failure *f)
{
    const struct value *list = f->place->value;

    if (list->count != 1 || list->entries[0].value->kind >= VALUE_LIST ||
        !(kind_bit(list->entries[0].value) & f->types) ||
        !is_written_on_one_line(list->entries[0].value))
        return;
    f->suggestion = as_in_file(x, list->entries[0].value);
    f->bare = true;
}

/* The format that a number or boolean would not have in quotes either, or NULL. */
static const struct format *wrong_format(const struct explanation *x,
                                         const struct failure *f)
{
    for (uint32_t i = 0; i < f->schema->count; i++)
        if (f->schema->checks[i].kind == CHECK_FORMAT &&
            !format_valid(f->schema->checks[i].as.format, as_in_file(x, f->place->value)))
            return f->schema->checks[i].as.format;
    return NULL;
}

/* `20240501` is a number, but may be meant as a date. */
static void suggest_quotes(struct explanation *x, struct failure *f)
{
    const struct format *format = wrong_format(x, f);

    if (!format) {
        f->quoted = quoted_scalar(x, f->place->value);
        return;
    }
    f->suggestion = format_suggestion(format, as_in_file(x, f->place->value), x->arena,
                                      &f->otherwise);
    f->bare = f->suggestion.len && x->syntax == SYNTAX_YAML;
}

void suggest_type(struct explanation *x, struct failure *f)
{
    enum value_kind kind = f->place->value->kind;

    if (kind == VALUE_LIST && f->types & KIND_STRING)
        suggest_text(x, f);
    else if (kind == VALUE_LIST)
        suggest_item(x, f);
    else if (kind != VALUE_STRING && kind < VALUE_LIST && f->types & KIND_STRING)
        suggest_quotes(x, f);
    else if (kind == VALUE_STRING)
        suggest_bare(f);
    if (!f->suggestion.len && f->types & KIND_LIST && !(f->types & KIND_STRING) &&
        kind != VALUE_NULL && kind < VALUE_LIST)
        suggest_list(x, f);
}
