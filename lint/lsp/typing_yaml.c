/* typing_yaml.c - what is typed in YAML, by the columns of the lines above */

#include "lint/lsp/typing_parts.h"

#include <string.h>

#include "lint/base/ascii.h"

enum { MAX_MARKERS = 8 }; /* `- - - a`: more on one line are none */

/* One line, without its indentation. */
struct row {
    uint32_t start; /* of the line */
    uint32_t end;
    uint32_t markers[MAX_MARKERS]; /* columns of `-` */
    uint32_t marker_count;
    uint32_t content; /* offset of what follows them */
    uint32_t column;  /* of that */
    uint32_t key_end; /* offset of the colon after a key; 0: there is none */
    bool blank;       /* or a comment */
};

/* The colon that ends a key: before a blank or the end of the line, outside quotes. */
static uint32_t find_colon(const struct typing_region *region, const struct row *row)
{
    const char *data = region->data;
    uint32_t at = row->content;
    char quote = at < row->end && (data[at] == '"' || data[at] == '\'') ? data[at] : 0;

    for (at += quote != 0; quote && at < row->end && data[at] != quote; at++)
        ;
    for (; at < row->end; at++) {
        if (data[at] == '#' && typing_is_blank(data[at - 1]))
            return 0;
        if (data[at] == ':' && (at + 1 == row->end || typing_is_blank(data[at + 1])))
            return at;
    }
    return 0;
}

static struct row row_at(const struct typing_region *region, uint32_t at)
{
    const char *data = region->data;
    struct row row = {.start = typing_line_start(region, at)};
    uint32_t i = row.start;

    row.end = typing_line_end(region, row.start);
    while (i < row.end && data[i] == ' ')
        i++;
    while (i < row.end && data[i] == '-' &&
           (i + 1 == row.end || typing_is_blank(data[i + 1])) &&
           row.marker_count < MAX_MARKERS) {
        row.markers[row.marker_count++] = i - row.start;
        i++;
        while (i < row.end && typing_is_blank(data[i]))
            i++;
    }
    row.content = i;
    row.column = i - row.start;
    row.blank = !row.marker_count && (i == row.end || data[i] == '#');
    row.key_end = row.blank ? 0 : find_colon(region, &row);
    return row;
}

/* The line above; false at the first one. */
static bool go_up(const struct typing_region *region, struct row *row)
{
    if (row->start <= region->start)
        return false;
    *row = row_at(region, row->start - 1);
    return true;
}

static struct str key_of(const struct typing_region *region, const struct row *row)
{
    return typing_unquoted(
        (struct str){region->data + row->content, row->key_end - row->content});
}

/* Is the value of the key a text of several lines: `|` or `>`? */
static bool begins_text(const struct typing_region *region, const struct row *row)
{
    uint32_t at = row->key_end + 1;

    while (at < row->end && typing_is_blank(region->data[at]))
        at++;
    return at < row->end && (region->data[at] == '|' || region->data[at] == '>');
}

/* The number of items with a marker in this column that come before the line. */
static uint32_t items_before(const struct typing_region *region, struct row row,
                             uint32_t column)
{
    uint32_t count = 0;

    while (go_up(region, &row)) {
        uint32_t first = row.marker_count ? row.markers[0] : row.column;

        if (row.blank)
            continue;
        for (uint32_t i = 0; i < row.marker_count; i++)
            count += row.markers[i] == column;
        if (first < column || (first == column && !row.marker_count))
            break;
    }
    return count;
}

/* The way up, innermost step first. */
struct climb {
    const struct typing_region *region;
    struct describe_step steps[TYPING_MAX_DEPTH];
    uint32_t count;
    uint32_t column; /* what is above stands before it */
    bool item;       /* or, when the last step was an item, right in it */
    bool text;       /* what is typed is a text of several lines */
};

static void add_step(struct climb *climb, struct describe_step step)
{
    if (climb->count < TYPING_MAX_DEPTH)
        climb->steps[climb->count++] = step;
}

/* The markers of a line that are before the column, from right to left. */
static void take_markers(struct climb *climb, const struct row *row)
{
    for (uint32_t i = row->marker_count; i-- > 0;) {
        uint32_t column = row->markers[i];

        if (column >= climb->column)
            continue;
        add_step(climb, (struct describe_step){
                            .is_item = true,
                            .index = items_before(climb->region, *row, column)});
        climb->column = column;
        climb->item = true;
    }
}

static void take_row(struct climb *climb, const struct row *row)
{
    bool above = row->column < climb->column ||
                 (climb->item && row->column == climb->column && !row->marker_count);

    if (row->blank)
        return;
    if (above && row->key_end) {
        add_step(climb, (struct describe_step){.key = key_of(climb->region, row)});
        climb->text |= begins_text(climb->region, row);
        climb->column = row->column;
        climb->item = false;
    }
    take_markers(climb, row);
}

/* Finds the steps to the map or list that has the content of the row. */
static bool find_steps(struct typing *typing, const struct typing_region *region,
                       const struct row *row)
{
    struct climb climb = {.region = region, .column = row->column};
    struct row up = *row;

    take_markers(&climb, row);
    while (climb.column || climb.item) {
        if (!go_up(region, &up))
            break;
        take_row(&climb, &up);
    }
    for (uint32_t i = climb.count; i-- > 0;)
        typing_push(typing, climb.steps[i]);
    return !climb.text;
}

/* What the line is without what is typed. */
static void read_rest(struct typing *typing, const struct typing_region *region,
                      const struct row *row)
{
    bool alone = typing->kind == TYPING_KEY && !row->marker_count;
    uint32_t from = alone ? row->content : typing->token.start;
    struct str instead =
        row->marker_count && typing->kind == TYPING_KEY ? STR("''") : STR("");
    uint32_t to = alone ? row->end : typing->token.end;

    if (typing->kind == TYPING_KEY && typing->followed)
        to = row->end;
    if (!typing_read(typing, region, span_make(from, to), instead))
        typing_read(typing, region, span_make(row->start, region->end), STR(""));
}

/* After the colon. */
static void type_value(struct typing *typing, const struct typing_region *region,
                       const struct row *row)
{
    uint32_t from = row->key_end + 1;

    typing->kind = TYPING_VALUE;
    typing->attached = from == region->cursor;
    while (from < region->cursor && typing_is_blank(region->data[from]))
        from++;
    typing_push(typing, (struct describe_step){.key = key_of(region, row)});
    typing_take_token(typing, region, from, "");
}

/* Before a colon or without one: a key, or an item of a list. */
static void type_key(struct typing *typing, const struct typing_region *region,
                     const struct row *row)
{
    typing->kind = TYPING_KEY;
    typing->followed = row->key_end > 0;
    typing->item = row->marker_count > 0;
    typing->indent = row->column;
    typing_take_token(typing, region, row->content, ":");
}

static bool in_comment(const struct typing_region *region, const struct row *row)
{
    for (uint32_t at = row->start; at < region->cursor; at++)
        if (region->data[at] == '#' &&
            (at == row->start || typing_is_blank(region->data[at - 1])))
            return true;
    return false;
}

static void type_in_row(struct typing *typing, const struct typing_region *region,
                        struct row row)
{
    /* An empty line counts as one that is indented up to the cursor. */
    if (row.content > region->cursor || row.blank) {
        row.content = region->cursor;
        row.column = region->cursor - row.start;
    }
    if (in_comment(region, &row) || !find_steps(typing, region, &row))
        return;
    if (row.key_end && region->cursor > row.key_end)
        type_value(typing, region, &row);
    else
        type_key(typing, region, &row);
    read_rest(typing, region, &row);
}

/* Where a flow collection begins on the line: as a value, an item, or alone. */
static uint32_t flow_start(const struct typing_region *region, const struct row *row)
{
    uint32_t at = row->key_end ? row->key_end + 1 : row->content;

    while (at < row->end && typing_is_blank(region->data[at]))
        at++;
    return at < row->end && strchr("[{", region->data[at]) ? at : 0;
}

/* Is the cursor in brackets that began on this line? */
static bool type_in_flow(struct typing *typing, const struct typing_region *region,
                         const struct row *row)
{
    uint32_t at = flow_start(region, row);
    struct typing inner = *typing;
    struct str close;

    if (!at || at >= region->cursor)
        return false;
    if (!find_steps(&inner, region, row))
        return false;
    if (row->key_end)
        typing_push(&inner, (struct describe_step){.key = key_of(region, row)});
    inner.indent = row->column;
    if (!typing_in_flow(&inner, region, &at, ':', &close))
        return false;
    *typing = inner;
    if (!typing_read(typing, region, typing->token, STR("")))
        typing_read(
            typing, region,
            span_make(typing->token.start, typing_line_end(region, region->cursor)),
            close);
    return true;
}

void typing_yaml(struct typing *typing, const struct typing_region *region)
{
    enum { MAX_LINES = 100 }; /* of brackets over several lines */
    struct row row = row_at(region, region->cursor);
    struct row up = row;
    int lines = 0;

    do {
        if (type_in_flow(typing, region, &up))
            return;
        /* A key at the start of a line is in no brackets from above. */
        if (!up.blank && !up.marker_count && up.key_end && !up.column)
            break;
    } while (++lines < MAX_LINES && go_up(region, &up));
    type_in_row(typing, region, row);
}
