/* typing_flow.c - what is typed in brackets: JSON, and flow collections of YAML and TOML
 */

#include "lint/lsp/typing_parts.h"

#include <string.h>

#include "lint/base/ascii.h"

/* One pair of brackets around the cursor. */
struct frame {
    bool map;
    uint32_t index; /* of the item */
    bool has_key;   /* a separator came after it */
    struct str key;
    uint32_t token; /* where what is typed begins; the cursor when nothing is */
};

struct scan {
    const struct typing_region *region;
    struct frame frames[TYPING_MAX_DEPTH];
    uint32_t depth;
    uint32_t at;
    char separator;
};

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void open(struct scan *scan, char bracket)
{
    if (scan->depth < TYPING_MAX_DEPTH)
        scan->frames[scan->depth] = (struct frame){.map = bracket == '{'};
    scan->depth++;
    scan->at++;
}

static void start_token(struct scan *scan, struct frame *frame)
{
    if (!frame->token)
        frame->token = scan->at;
}

/* Over a text in quotes, which may not be closed before the cursor. */
static void skip_quoted(struct scan *scan)
{
    const char *data = scan->region->data;
    char quote = data[scan->at++];

    while (scan->at < scan->region->cursor && data[scan->at] != quote) {
        if (data[scan->at] == '\\' && quote == '"')
            scan->at++;
        scan->at++;
    }
    scan->at++;
}

static void separate(struct scan *scan, struct frame *frame)
{
    const char *data = scan->region->data;

    frame->key =
        typing_unquoted((struct str){data + frame->token, scan->at - frame->token});
    frame->has_key = true;
    frame->token = 0;
    scan->at++;
}

static void next_item(struct scan *scan, struct frame *frame)
{
    frame->index++;
    frame->has_key = false;
    frame->token = 0;
    scan->at++;
}

static bool at_comment(const struct scan *scan)
{
    const char *data = scan->region->data;

    return data[scan->at] == '#' && scan->at && is_space(data[scan->at - 1]);
}

static void skip_line(struct scan *scan)
{
    while (scan->at < scan->region->cursor && !is_line_end(scan->region->data[scan->at]))
        scan->at++;
}

/* One step; frame is the innermost pair. */
static void step(struct scan *scan, struct frame *frame)
{
    char c = scan->region->data[scan->at];

    if (c == '[' || c == '{')
        open(scan, c);
    else if (c == ']' || c == '}')
        scan->depth--, scan->at++;
    else if (c == ',')
        next_item(scan, frame);
    else if (at_comment(scan))
        skip_line(scan);
    else if (is_space(c))
        scan->at++;
    else if (c == scan->separator && frame->map && !frame->has_key && frame->token)
        separate(scan, frame);
    else if ((c == '"' || c == '\'') && !frame->token)
        start_token(scan, frame), skip_quoted(scan);
    else
        start_token(scan, frame), scan->at++;
}

/* The brackets that are open, innermost first. */
static struct str closers(const struct scan *scan)
{
    char *text = arena_alloc(scan->region->arena, scan->depth + 1);

    for (uint32_t i = 0; i < scan->depth; i++)
        text[i] = scan->frames[scan->depth - 1 - i].map ? '}' : ']';
    return (struct str){text, scan->depth};
}

static void push_frames(struct typing *typing, const struct scan *scan)
{
    for (uint32_t i = 0; i < scan->depth; i++) {
        const struct frame *frame = &scan->frames[i];
        bool last = i + 1 == scan->depth;

        if (!frame->map)
            typing_push(typing,
                        (struct describe_step){.is_item = true, .index = frame->index});
        else if (frame->has_key || !last)
            typing_push(typing, (struct describe_step){.key = frame->key});
    }
}

/* Is a separator the next thing after a key that is being typed? */
static bool is_followed(const struct scan *scan, uint32_t at)
{
    const struct typing_region *region = scan->region;

    while (at < region->end && (region->data[at] == ' ' || region->data[at] == '\t'))
        at++;
    return at < region->end && region->data[at] == scan->separator;
}

bool typing_in_flow(struct typing *typing, const struct typing_region *region,
                    uint32_t *at, char separator, struct str *close)
{
    struct scan scan = {.region = region, .at = *at, .separator = separator};
    const struct frame *frame;
    char stops[] = {',', ']', '}', separator, '\0'};

    open(&scan, region->data[scan.at]);
    while (scan.at < region->cursor && scan.depth && scan.depth <= TYPING_MAX_DEPTH)
        step(&scan, &scan.frames[scan.depth - 1]);
    *at = scan.at;
    if (!scan.depth || scan.depth > TYPING_MAX_DEPTH)
        return false;
    frame = &scan.frames[scan.depth - 1];
    *close = closers(&scan);
    typing->flow = true;
    typing->kind = frame->map && !frame->has_key ? TYPING_KEY : TYPING_VALUE;
    push_frames(typing, &scan);
    if (typing->kind == TYPING_VALUE)
        stops[3] = '\0';
    typing_take_token(typing, region, frame->token ? frame->token : region->cursor,
                      stops);
    typing->followed =
        typing->kind == TYPING_KEY && is_followed(&scan, typing->token.end);
    return true;
}

/* Without what is typed, or with the brackets closed where they are not. */
static void read_around(struct typing *typing, const struct typing_region *region,
                        struct str close)
{
    struct span token = typing->token;
    struct str instead = typing->kind == TYPING_KEY ? STR("") : STR("null");
    struct str closed = arena_format(region->arena, "%.*s%.*s", (int)instead.len,
                                     instead.data, (int)close.len, close.data);

    if (typing->kind == TYPING_KEY && typing->followed)
        return;
    if (!typing_read(typing, region, token, instead))
        typing_read(typing, region, span_make(token.start, region->end), closed);
}

void typing_json(struct typing *typing, const struct typing_region *region)
{
    uint32_t at = region->start;
    struct str close;

    while (at < region->cursor && region->data[at] != '{')
        at++;
    if (at >= region->cursor || !typing_in_flow(typing, region, &at, ':', &close))
        return;
    read_around(typing, region, close);
}
