/* value_dump.c - a tree of values as text, one node on each line */

#include "lint/tool/values/value_dump.h"

#include "lint/tool/values/shown_bytes.h"

static void add_indent(struct buf *out, uint32_t depth)
{
    buf_repeat(out, ' ', 2 * (size_t)depth);
}

static void add_span(struct buf *out, struct span span)
{
    buf_printf(out, "%u-%u", (unsigned)span.start, (unsigned)span.end);
}

static void add_quoted(struct buf *out, struct str text)
{
    buf_putc(out, '`');
    shown_bytes_add(out, text);
    buf_putc(out, '`');
}

static const char *kind_name(const struct value *value)
{
    static const char *const names[] = {
        [VALUE_NULL] = "null",     [VALUE_BOOL] = "bool",     [VALUE_INTEGER] = "integer",
        [VALUE_NUMBER] = "number", [VALUE_STRING] = "string", [VALUE_LIST] = "list",
        [VALUE_MAP] = "map",
    };

    return names[value->kind];
}

static const char *style_name(const struct value *value)
{
    static const char *const names[] = {
        [STYLE_PLAIN] = "plain",
        [STYLE_SINGLE_QUOTED] = "single",
        [STYLE_DOUBLE_QUOTED] = "double",
        [STYLE_LITERAL] = "literal",
        [STYLE_FOLDED] = "folded",
        [STYLE_BLOCK] = "block",
        [STYLE_FLOW] = "flow",
    };

    return names[value->style];
}

static void add_content(struct buf *out, const struct value *value)
{
    switch (value->kind) {
    case VALUE_BOOL:
        buf_puts(out, value->boolean ? " `true`" : " `false`");
        break;
    case VALUE_INTEGER:
    case VALUE_NUMBER:
    case VALUE_STRING:
        buf_putc(out, ' ');
        add_quoted(out, value->text);
        break;
    case VALUE_NULL:
    case VALUE_LIST:
    case VALUE_MAP:
        break;
    }
}

/* The line of the value itself: kind, how it is written, span, content. */
static void add_value(struct buf *out, const struct value *value)
{
    bool has_style = value->kind == VALUE_STRING || value->kind == VALUE_LIST ||
                     value->kind == VALUE_MAP;

    buf_printf(out, "%s ", kind_name(value));
    if (has_style)
        buf_printf(out, "%s ", style_name(value));
    add_span(out, value->span);
    add_content(out, value);
    buf_putc(out, '\n');
}

/* Before the value: its key with its span, and the alias that it comes from. */
static void add_entry(struct buf *out, const struct entry *entry, bool is_map)
{
    if (is_map)
        add_quoted(out, entry->key);
    else
        buf_putc(out, '-');
    buf_putc(out, ' ');
    if (is_map || !span_empty(entry->key_span)) {
        add_span(out, entry->key_span);
        buf_puts(out, ": ");
    }
    if (!span_empty(entry->alias)) {
        buf_puts(out, "alias ");
        add_span(out, entry->alias);
        buf_puts(out, " of ");
    }
}

/* Readers bound the depth by VALUE_MAX_DEPTH, aliases expanded. */
static void add_tree(struct buf *out, const struct value *value, uint32_t depth)
{
    add_value(out, value);
    for (uint32_t i = 0; i < value->count; i++) {
        add_indent(out, depth + 1);
        add_entry(out, &value->entries[i], value->kind == VALUE_MAP);
        add_tree(out, value->entries[i].value, depth + 1);
    }
}

static void add_place(struct buf *out, struct span span, struct str message)
{
    add_span(out, span);
    buf_puts(out, ": ");
    shown_bytes_add(out, message);
    buf_putc(out, '\n');
}

static void add_problem(struct buf *out, const struct value_problem *problem)
{
    static const char *const kinds[] = {
        [PROBLEM_SYNTAX] = "syntax",
        [PROBLEM_DUPLICATE_KEY] = "duplicate",
        [PROBLEM_ENCODING] = "encoding",
        [PROBLEM_LIMIT] = "limit",
    };
    const struct mistake *mistake = &problem->mistake;

    buf_printf(out, "problem %s ", kinds[problem->kind]);
    add_place(out, mistake->span, mistake->message);
    for (const struct related *r = mistake->related; r; r = r->next) {
        buf_puts(out, "  related ");
        add_place(out, r->span, r->message);
    }
    for (uint32_t i = 0; i < mistake->edit_count; i++) {
        buf_puts(out, "  edit ");
        add_span(out, mistake->edits[i].span);
        buf_puts(out, ": ");
        add_quoted(out, mistake->edits[i].text);
        buf_putc(out, '\n');
    }
}

void value_tree_dump(struct buf *out, const struct value_tree *tree)
{
    if (tree->root)
        add_tree(out, tree->root, 0);
    else
        buf_puts(out, "no value\n");
    for (uint32_t i = 0; i < tree->problem_count; i++)
        add_problem(out, &tree->problems[i]);
}
