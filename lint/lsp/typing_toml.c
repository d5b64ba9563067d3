/* typing_toml.c - what is typed in TOML: in a line, below the header of its table */

#include "lint/lsp/typing_parts.h"

#include <string.h>

/* `a."b".c`: a step for each; all of them, or all but the last. */
static void push_path(struct typing *typing, struct str path, bool all)
{
    while (path.len) {
        const char *dot = memchr(path.data, '.', path.len);
        size_t len = dot ? (size_t)(dot - path.data) : path.len;

        if (dot || all)
            typing_push(typing, (struct describe_step){.key = typing_unquoted((
                                                           struct str){path.data, len})});
        len += dot != NULL;
        path = (struct str){path.data + len, path.len - len};
    }
}

/* The name in `[name]` or `[[name]]`; empty for any other line. */
static struct str header_name(struct str line, bool *list)
{
    const char *end;

    line = str_trim(line);
    *list = str_starts(line, STR("[["));
    if (!str_starts(line, STR("[")))
        return STR("");
    line = (struct str){line.data + 1 + *list, line.len - 1 - *list};
    end = memchr(line.data, ']', line.len);
    return (struct str){line.data, end ? (size_t)(end - line.data) : line.len};
}

static struct str line_at(const struct typing_region *region, uint32_t at)
{
    uint32_t start = typing_line_start(region, at);

    return (struct str){region->data + start, typing_line_end(region, at) - start};
}

/* Is it the name of something in that list: `a.b` in `a`? */
static bool is_below(struct str name, struct str list)
{
    return name.len > list.len && str_starts(name, list) && name.data[list.len] == '.';
}

/* How many headers of this list come before the line, in the item of the list around it.
 */
static uint32_t lists_before(const struct typing_region *region, uint32_t start,
                             struct str name)
{
    uint32_t count = 0;

    while (start > region->start) {
        bool list;
        struct str other;

        start = typing_line_start(region, start - 1);
        other = header_name(line_at(region, start), &list);
        if (list && is_below(name, other))
            break;
        count += list && str_equal(other, name);
    }
    return count;
}

/* The steps that the name in a header leads to, from a line after it. A list stands for
 * its last item so far. */
static void push_header(struct typing *typing, const struct typing_region *region,
                        uint32_t start, struct str name)
{
    for (size_t at = 0; at < name.len;) {
        struct str rest = {name.data + at, name.len - at};
        const char *dot = memchr(rest.data, '.', rest.len);
        size_t len = dot ? (size_t)(dot - rest.data) : rest.len;
        uint32_t items;

        typing_push(typing, (struct describe_step){
                                .key = typing_unquoted((struct str){rest.data, len})});
        at += len + 1;
        items = lists_before(region, start, (struct str){name.data, at - 1});
        if (items)
            typing_push(typing,
                        (struct describe_step){.is_item = true, .index = items - 1});
    }
}

/* The steps to the table that the line belongs to. */
static void push_table(struct typing *typing, const struct typing_region *region)
{
    uint32_t start = typing_line_start(region, region->cursor);
    uint32_t end;

    while (start > region->start) {
        bool list;
        struct str name;

        end = start;
        start = typing_line_start(region, start - 1);
        name = header_name(line_at(region, start), &list);
        if (!name.len)
            continue;
        /* Its own header counts: the items up to the line after it. */
        push_header(typing, region, end, name);
        return;
    }
}

static uint32_t find_equals(const struct typing_region *region, uint32_t start)
{
    uint32_t end = typing_line_end(region, start);
    char quote = 0;

    for (uint32_t at = start; at < end; at++) {
        char c = region->data[at];

        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '#')
            return 0;
        else if (c == '=')
            return at;
    }
    return 0;
}

static void read_rest(struct typing *typing, const struct typing_region *region,
                      struct str close)
{
    uint32_t start = typing_line_start(region, region->cursor);
    uint32_t end = typing_line_end(region, region->cursor);

    if (close.len &&
        typing_read(typing, region, span_make(typing->token.start, end), close))
        return;
    if (!typing_read(typing, region, span_make(start, end), STR("")))
        typing_read(typing, region, span_make(start, region->end), STR(""));
}

/* Inside `key = [ … ` or `key = { … `, which may have begun on a line above. */
static bool type_in_flow(struct typing *typing, const struct typing_region *region,
                         uint32_t start)
{
    uint32_t equals = find_equals(region, start);
    uint32_t at = equals + 1;
    struct typing inner = *typing;
    struct str close;

    if (!equals || equals >= region->cursor)
        return false;
    while (at < region->cursor && typing_is_blank(region->data[at]))
        at++;
    if (at >= region->cursor || !strchr("[{", region->data[at]))
        return false;
    push_path(&inner, (struct str){region->data + start, equals - start}, true);
    if (!typing_in_flow(&inner, region, &at, '=', &close))
        return false;
    *typing = inner;
    read_rest(typing, region, close);
    return true;
}

static void type_value(struct typing *typing, const struct typing_region *region,
                       uint32_t start, uint32_t equals)
{
    uint32_t from = equals + 1;

    typing->kind = TYPING_VALUE;
    typing->attached = from == region->cursor;
    while (from < region->cursor && typing_is_blank(region->data[from]))
        from++;
    push_path(typing, (struct str){region->data + start, equals - start}, true);
    typing_take_token(typing, region, from, "");
}

static void type_key(struct typing *typing, const struct typing_region *region,
                     uint32_t start, uint32_t equals)
{
    uint32_t from = region->cursor;

    while (from > start && !typing_is_blank(region->data[from - 1]) &&
           region->data[from - 1] != '.')
        from--;
    typing->kind = TYPING_KEY;
    typing->followed = equals > 0;
    push_path(typing, (struct str){region->data + start, from - start}, false);
    typing_take_token(typing, region, from, "= .");
}

/* `[a.b` or `[[a.b`: the last part is being typed. */
static void type_header(struct typing *typing, const struct typing_region *region,
                        uint32_t start)
{
    uint32_t from = start;
    uint32_t last;

    while (from < region->cursor && region->data[from] == '[')
        from++;
    last = region->cursor;
    while (last > from && region->data[last - 1] != '.')
        last--;
    typing->kind = TYPING_KEY;
    typing->followed = true;
    typing->header = true;
    if (last > from)
        push_header(typing, region, start,
                    (struct str){region->data + from, last - 1 - from});
    typing_take_token(typing, region, last, "].");
    read_rest(typing, region, STR(""));
}

void typing_toml(struct typing *typing, const struct typing_region *region)
{
    enum { MAX_LINES = 100 }; /* of brackets over several lines */
    uint32_t start = typing_line_start(region, region->cursor);
    uint32_t equals = find_equals(region, start);
    uint32_t up = start;

    if (memchr(region->data + start, '#', region->cursor - start) && !equals)
        return;
    if (region->data[start] == '[' && region->cursor > start) {
        type_header(typing, region, start);
        return;
    }
    push_table(typing, region);
    for (int i = 0; i < MAX_LINES; i++) {
        if (type_in_flow(typing, region, up))
            return;
        if (up <= region->start || find_equals(region, up))
            break;
        up = typing_line_start(region, up - 1);
    }
    if (equals && region->cursor > equals)
        type_value(typing, region, start, equals);
    else
        type_key(typing, region, start, equals);
    read_rest(typing, region, STR(""));
}
