/* insert.c - the edit that adds a missing key */

#include "lint/schema/explain/edits.h"

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/schema/explain/property.h"
#include "lint/value/write.h"

/* Where the key goes and what is around it. */
struct insertion {
    uint32_t at;
    struct str before; /* a line end and indent, or a comma */
    struct str after;  /* a line end, or nothing */
    struct str sign;   /* between key and value */
    struct value_spelling key;
    struct value_spelling value;
};

enum { MAX_SIGN = 4 };

/* Its `default` or its only allowed value; or NULL. */
static const struct value *given_value(const struct subschema *schema)
{
    for (int i = 0; schema && i < PROPERTY_MAX_REFERENCES;
         i++, schema = property_referred(schema)) {
        const struct value *value = value_get(schema->value, "default");
        const struct value *choices = value_get(schema->value, "enum");

        if (!value)
            value = value_get(schema->value, "const");
        if (!value && choices && choices->kind == VALUE_LIST && choices->count == 1)
            value = choices->entries[0].value;
        if (value)
            return value;
    }
    return NULL;
}

static uint32_t line_start(const struct explanation *x, uint32_t offset)
{
    while (offset > 0 && x->data[offset - 1] != '\n')
        offset--;
    return offset;
}

/* The last entry that is written in the map itself, not merged from elsewhere and, in
 * TOML, not with a header of its own. */
static const struct entry *last_own(const struct explanation *x, const struct value *map)
{
    for (uint32_t i = map->count; i-- > 0;) {
        const struct entry *entry = &map->entries[i];
        uint32_t line = entry->key_span.start;

        if (!span_contains(map->span, entry->key_span))
            continue;
        if (x->syntax != SYNTAX_TOML || map->style == STYLE_FLOW)
            return entry;
        line = line_start(x, line);
        while (is_space_or_tab(x->data[line]))
            line++;
        if (line == entry->key_span.start)
            return entry;
    }
    return NULL;
}

static uint32_t entry_end(const struct entry *entry)
{
    if (!span_empty(entry->alias))
        return entry->alias.end;
    return entry->value->span.end > entry->key_span.end ? entry->value->span.end
                                                        : entry->key_span.end;
}

/* The bytes before a key on its line, if they are indentation; a dash counts as a
 * space. */
static bool indent_of(struct explanation *x, uint32_t key, struct buf *out)
{
    uint32_t start = line_start(x, key);

    if (start == 0 && str_starts((struct str){x->data, key}, STR("\xEF\xBB\xBF")))
        start = 3;
    for (; start < key; start++) {
        if (!strchr(x->syntax == SYNTAX_YAML ? " -" : " \t", x->data[start]))
            return false;
        buf_putc(out, x->data[start] == '-' ? ' ' : x->data[start]);
    }
    return true;
}

static bool starts_line_end(const char *at)
{
    return *at == '\n' || (*at == '\r' && at[1] == '\n');
}

/* The line end of the line at offset. */
static struct str newline_at(const struct explanation *x, uint32_t offset)
{
    while (x->data[offset] && x->data[offset] != '\n')
        offset++;
    return offset > 0 && x->data[offset - 1] == '\r' ? STR("\r\n") : STR("\n");
}

/* After a block scalar that keeps its blank lines, else at the end of the line. */
static uint32_t block_end(const struct explanation *x, const struct entry *last)
{
    uint32_t at = entry_end(last);
    const struct value *value = last->value;
    bool keeps = false;

    while (value->style == STYLE_BLOCK && value->count)
        value = value->entries[value->count - 1].value;
    if (value->style == STYLE_LITERAL || value->style == STYLE_FOLDED)
        for (uint32_t i = value->span.start; !starts_line_end(x->data + i); i++)
            keeps |= x->data[i] == '+';
    while (x->data[at] && !starts_line_end(x->data + at))
        at++;
    while (keeps && x->syntax == SYNTAX_YAML && starts_line_end(x->data + at)) {
        uint32_t next = at + (x->data[at] == '\r' ? 2 : 1);

        if (!starts_line_end(x->data + next))
            break;
        at = next;
    }
    return at;
}

/* The quotes of the last string in the map. */
static struct value_spelling value_spelling(const struct explanation *x,
                                            const struct value *map)
{
    for (uint32_t i = map->count; i-- > 0;) {
        const struct value *value = map->entries[i].value;

        if (value->kind == VALUE_STRING &&
            (value->style == STYLE_SINGLE_QUOTED || value->style == STYLE_PLAIN ||
             value->style == STYLE_DOUBLE_QUOTED))
            return (struct value_spelling){x->syntax, value->style};
    }
    return (struct value_spelling){x->syntax, STYLE_PLAIN};
}

static struct value_spelling key_spelling(const struct explanation *x,
                                          const struct entry *entry)
{
    char quote = x->data[entry->key_span.start];

    return (struct value_spelling){x->syntax, quote == '"'    ? STYLE_DOUBLE_QUOTED
                                              : quote == '\'' ? STYLE_SINGLE_QUOTED
                                                              : STYLE_PLAIN};
}

/* `: ` or ` = ` as in the entry before, unless that is unusual. */
static struct str sign_of(const struct explanation *x, const struct entry *entry)
{
    uint32_t start = entry->key_span.end;
    uint32_t end = start;
    bool has_sign = false;

    while (end < start + MAX_SIGN && is_one_of(x->data[end], " :="))
        has_sign |= x->data[end++] != ' ';
    if (has_sign && end == entry->value->span.start && x->data[end - 1] != ':')
        return (struct str){x->data + start, end - start};
    if (has_sign && end == entry->value->span.start && x->syntax == SYNTAX_JSON)
        return STR(":");
    return x->syntax == SYNTAX_TOML ? STR(" = ") : STR(": ");
}

/* The start of the line at offset, or of the one after it when it is the opening fence:
 * what an empty block lacks is shown there. */
static uint32_t first_line(const struct explanation *x, uint32_t offset)
{
    static const char mark[] = "\xEF\xBB\xBF";
    const char *fence = x->data;
    uint32_t at = 0;

    if (offset > 0)
        return offset;
    if (strncmp(fence, mark, sizeof(mark) - 1) == 0)
        fence += sizeof(mark) - 1;
    if (strncmp(fence, "---", 3) != 0 && strncmp(fence, "+++", 3) != 0)
        return 0;
    while (x->data[at] && x->data[at] != '\n')
        at++;
    return x->data[at] ? at + 1 : 0;
}

static bool place_in_block(struct explanation *x, const struct place *place,
                           struct insertion *insertion)
{
    const struct value *map = place->value;
    const struct entry *last = last_own(x, map);
    struct buf before = BUF_INIT;
    bool good = true;

    if (last) {
        insertion->at = block_end(x, last);
        buf_add_str(&before, newline_at(x, insertion->at));
        /* The indentation of the line, which TOML's dotted keys do not have. */
        good = indent_of(x, last->key_span.start, &before);
    } else if (x->syntax == SYNTAX_TOML && place->parent && !map->count) {
        insertion->at = map->span.end;
        buf_add_str(&before, newline_at(x, insertion->at));
    } else if (!place->parent && (x->syntax == SYNTAX_TOML || !map->count)) {
        insertion->at = first_line(x, line_start(x, map->span.start));
        insertion->after = newline_at(x, insertion->at);
    } else {
        good = false;
    }
    insertion->before = arena_str(x->arena, buf_str(&before));
    buf_release(&before);
    return good;
}

static bool has_newline(const struct explanation *x, uint32_t start, uint32_t end)
{
    return memchr(x->data + start, '\n', end - start) != NULL;
}

/* Is there a space before the keys of the map? With only one key, the sign decides. */
static bool is_spaced(const struct explanation *x, const struct value *map,
                      const struct entry *last, struct str sign)
{
    if (map->count > 1)
        return x->data[last->key_span.start - 1] == ' ';
    return sign.data[sign.len - 1] == ' ';
}

/* Is there nothing between the braces: no comment, and no key that was dropped? */
static bool is_bare(const struct explanation *x, const struct value *map)
{
    struct str inner = {x->data + map->span.start + 1, span_length(map->span) - 2};

    return str_trim(inner).len == 0;
}

/* Two more than on the line where the map begins. */
static void add_deeper_indent(const struct explanation *x, const struct value *map,
                              struct buf *out)
{
    uint32_t at = line_start(x, map->span.start);

    for (; is_space_or_tab(x->data[at]); at++)
        buf_putc(out, x->data[at]);
    buf_puts(out, "  ");
}

static bool place_in_brackets(struct explanation *x, const struct value *map,
                              const struct entry *last, struct insertion *insertion)
{
    struct buf before = BUF_INIT;
    struct buf indent = BUF_INIT;

    if (!last && !is_bare(x, map))
        return false;
    insertion->at = last ? entry_end(last) : map->span.start + 1;
    if (!last && has_newline(x, map->span.start, map->span.end)) {
        /* The braces of JSON front matter must stay alone on their lines. */
        buf_add_str(&before, newline_at(x, map->span.start));
        add_deeper_indent(x, map, &before);
    } else if (last && has_newline(x, map->span.start, last->key_span.start) &&
               indent_of(x, last->key_span.start, &indent)) {
        buf_putc(&before, ',');
        buf_add_str(&before, newline_at(x, map->span.start));
        buf_add_str(&before, buf_str(&indent));
    } else if (last) {
        buf_puts(&before, is_spaced(x, map, last, insertion->sign) ? ", " : ",");
    }
    insertion->before = arena_str(x->arena, buf_str(&before));
    buf_release(&before);
    buf_release(&indent);
    return true;
}

static bool find_place(struct explanation *x, const struct place *place,
                       struct insertion *insertion)
{
    const struct value *map = place->value;
    const struct entry *last = last_own(x, map);
    bool quoted = x->syntax == SYNTAX_JSON;

    insertion->value = value_spelling(x, map);
    insertion->key =
        (struct value_spelling){x->syntax, quoted ? STYLE_DOUBLE_QUOTED : STYLE_PLAIN};
    insertion->sign = x->syntax == SYNTAX_TOML ? STR(" = ") : STR(": ");
    if (last) {
        insertion->key = key_spelling(x, last);
        insertion->sign = sign_of(x, last);
    }
    if (map->style == STYLE_FLOW)
        return place_in_brackets(x, map, last, insertion);
    return place_in_block(x, place, insertion);
}

static bool add_value(struct explanation *x, const struct subschema *property,
                      const struct insertion *insertion, struct buf *text)
{
    const struct value *value = given_value(property);

    return value && evaluate(&x->evaluation, property, value, NULL) &&
           value_write(text, insertion->value, value);
}

void failure_insertion(struct explanation *x, struct failure *f)
{
    const struct subschema *property = property_missing(x, f);
    struct insertion insertion = {0};
    struct buf text = BUF_INIT;
    struct edit *edit;

    if (f->allowed.count || !property || f->place->value->kind != VALUE_MAP ||
        !find_place(x, f->place, &insertion))
        return;
    buf_add_str(&text, insertion.before);
    value_write_key(&text, insertion.key, f->name);
    buf_add_str(&text, insertion.sign);
    if (add_value(x, property, &insertion, &text)) {
        buf_add_str(&text, insertion.after);
        edit = arena_alloc(x->arena, sizeof(*edit));
        *edit = (struct edit){span_make(insertion.at, insertion.at),
                              arena_str(x->arena, buf_str(&text))};
        failure_set_edit(f, edit, true);
    }
    buf_release(&text);
}
