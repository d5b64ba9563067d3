/* typing.c - what is being typed in front matter: where that is, and what is there */

#include "lint/lsp/typing_parts.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/buf.h"

void typing_push(struct typing *typing, struct describe_step step)
{
    if (typing->depth == TYPING_MAX_DEPTH)
        typing->kind = TYPING_NOTHING;
    else
        typing->steps[typing->depth++] = step;
}

/* LF, CR LF or CR. */
static bool ends_line(const struct typing_region *region, uint32_t at)
{
    return region->data[at] == '\n' ||
           (region->data[at] == '\r' &&
            (at + 1 >= region->end || region->data[at + 1] != '\n'));
}

uint32_t typing_line_start(const struct typing_region *region, uint32_t at)
{
    while (at > region->start && !ends_line(region, at - 1))
        at--;
    return at;
}

uint32_t typing_line_end(const struct typing_region *region, uint32_t at)
{
    while (at < region->end && region->data[at] != '\n' && region->data[at] != '\r')
        at++;
    return at;
}

/* After the quote that closes the one at `from`; 0 when none does on this line. */
static uint32_t quoted_end(const struct typing_region *region, uint32_t from)
{
    char quote = region->data[from];
    uint32_t line_end = typing_line_end(region, from);

    for (uint32_t at = from + 1; at < line_end; at++) {
        if (region->data[at] == '\\' && quote == '"')
            at++;
        else if (region->data[at] == quote)
            return at + 1;
    }
    return 0;
}

static bool is_comment(const struct typing_region *region, uint32_t from, uint32_t at)
{
    return region->data[at] == '#' && at > from && typing_is_blank(region->data[at - 1]);
}

uint32_t typing_token_end(const struct typing_region *region, uint32_t from,
                          const char *stops)
{
    uint32_t line_end = typing_line_end(region, from);
    uint32_t at = from;
    uint32_t quoted = 0;

    if (from < line_end && (region->data[from] == '"' || region->data[from] == '\''))
        quoted = quoted_end(region, from);
    /* A quote that is closed before the cursor is no text in quotes. */
    if (quoted >= region->cursor && quoted)
        return quoted;
    while (at < line_end && !strchr(stops, region->data[at]) &&
           !is_comment(region, from, at))
        at++;
    if (at < region->cursor)
        at = region->cursor;
    while (at > region->cursor && typing_is_blank(region->data[at - 1]))
        at--;
    return at;
}

void typing_take_token(struct typing *typing, const struct typing_region *region,
                       uint32_t from, const char *stops)
{
    uint32_t text = from;

    typing->quote = 0;
    if (from < region->cursor &&
        (region->data[from] == '"' || region->data[from] == '\'')) {
        typing->quote = region->data[from];
        text++;
    }
    typing->token = span_make(from, typing_token_end(region, from, stops));
    typing->typed = (struct str){region->data + text, region->cursor - text};
}

/* The readers of the syntaxes. */
static bool read_text(struct typing *typing, const struct typing_region *region,
                      struct str text)
{
    struct value_input input = {.data = text.data,
                                .span = span_make(0, (uint32_t)text.len),
                                .max_nodes = VALUE_MAX_NODES};
    struct value_tree tree;

    if (typing->syntax == SYNTAX_YAML)
        yaml_read(region->arena, input, &tree);
    else if (typing->syntax == SYNTAX_TOML)
        toml_read(region->arena, input, &tree);
    else
        jsonc_read(region->arena, input, &tree);
    for (uint32_t i = 0; i < tree.problem_count; i++)
        if (tree.problems[i].kind == PROBLEM_SYNTAX)
            return false;
    typing->root = tree.root;
    return tree.root || !str_trim(text).len;
}

bool typing_read(struct typing *typing, const struct typing_region *region,
                 struct span without, struct str instead)
{
    struct buf text = BUF_INIT;
    struct str kept;

    buf_add(&text, region->data + region->start, without.start - region->start);
    buf_add_str(&text, instead);
    if (without.end < region->end)
        buf_add(&text, region->data + without.end, region->end - without.end);
    kept = arena_str(region->arena, buf_str(&text));
    buf_release(&text);
    return read_text(typing, region, kept);
}

struct str typing_unquoted(struct str text)
{
    text = str_trim(text);
    if (text.len > 1 && (text.data[0] == '"' || text.data[0] == '\''))
        return (struct str){text.data + 1, text.len - 2};
    return text;
}

static struct str line_text(const struct source *source, uint32_t line)
{
    return str_trim(source_text(source, source_line_span(source, line)));
}

static bool opens(const struct source *source, enum value_syntax *syntax)
{
    struct str first = line_text(source, 0);

    if (str_is(first, "---"))
        *syntax = SYNTAX_YAML;
    else if (str_is(first, "+++"))
        *syntax = SYNTAX_TOML;
    else if (str_starts(first, STR("{")))
        *syntax = SYNTAX_JSON;
    else
        return false;
    return true;
}

static bool closes(struct str line, enum value_syntax syntax)
{
    if (syntax == SYNTAX_YAML)
        return str_is(line, "---") || str_is(line, "...");
    return syntax == SYNTAX_TOML && str_is(line, "+++");
}

/* Finds the text between the fences. The closing one may not be there yet. */
static bool find_region(struct typing *typing, const struct source *source,
                        struct typing_region *region)
{
    uint32_t cursor_line = source_line(source, region->cursor);
    bool json;

    if (!opens(source, &typing->syntax))
        return false;
    json = typing->syntax == SYNTAX_JSON;
    if (!json && (!cursor_line || source->line_count < 2))
        return false;
    region->start = json ? source->lines[0].start : source->lines[1].start;
    region->end = source->lines[cursor_line].end;
    for (uint32_t line = 1; line < source->line_count; line++) {
        struct str text = line_text(source, line);

        if (json &&
            str_starts(source_text(source, source_line_span(source, line)), STR("}"))) {
            region->end = source->lines[line].end;
            return cursor_line < line;
        }
        if (closes(text, typing->syntax)) {
            region->end = source->lines[line].start;
            return cursor_line < line;
        }
    }
    return true;
}

void typing_find(struct typing *typing, const struct source *source, uint32_t offset,
                 struct arena *arena)
{
    struct typing_region region = {
        .data = source->data, .cursor = offset, .arena = arena};

    *typing = (struct typing){.kind = TYPING_NOTHING};
    if (!find_region(typing, source, &region) || offset < region.start)
        return;
    if (typing->syntax == SYNTAX_YAML)
        typing_yaml(typing, &region);
    else if (typing->syntax == SYNTAX_TOML)
        typing_toml(typing, &region);
    else
        typing_json(typing, &region);
}

const struct value *typing_value(const struct typing *typing)
{
    const struct value *value = typing->root;

    for (uint32_t i = 0; value && i < typing->depth; i++) {
        const struct describe_step *step = &typing->steps[i];
        const struct entry *entry;

        if (value->kind != (step->is_item ? VALUE_LIST : VALUE_MAP))
            return NULL;
        if (step->is_item) {
            value = step->index < value->count ? value->entries[step->index].value : NULL;
            continue;
        }
        entry = value_entry(value, step->key);
        value = entry ? entry->value : NULL;
    }
    return value;
}
