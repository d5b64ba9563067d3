/* value_dump.c - a tree of values as one line, for tests */

#include "lint/tool/conformance/value_dump.h"

static void dump_span(struct buf *out, struct span span)
{
    buf_printf(out, "%u-%u", (unsigned)span.start, (unsigned)span.end);
}

static void dump_string(struct buf *out, const struct value *value)
{
    static const char *const marks[] = {
        [STYLE_PLAIN] = "p",   [STYLE_SINGLE_QUOTED] = "q", [STYLE_DOUBLE_QUOTED] = "",
        [STYLE_LITERAL] = "|", [STYLE_FOLDED] = ">",        [STYLE_BLOCK] = "?",
        [STYLE_FLOW] = "?",
    };

    buf_puts(out, marks[value->style]);
    buf_putc(out, '"');
    buf_add_str(out, value->text);
    buf_putc(out, '"');
}

static void dump_collection(struct buf *out, const struct value *value)
{
    bool is_map = value->kind == VALUE_MAP;

    buf_puts(out, value->style == STYLE_BLOCK ? "b" : "");
    buf_putc(out, is_map ? '{' : '[');
    for (uint32_t i = 0; i < value->count; i++) {
        const struct entry *entry = &value->entries[i];

        buf_puts(out, i ? " " : "");
        if (is_map) {
            buf_add_str(out, entry->key);
            buf_putc(out, '@');
            dump_span(out, entry->key_span);
            buf_putc(out, '=');
        }
        if (!span_empty(entry->alias)) {
            buf_putc(out, '*');
            dump_span(out, entry->alias);
            buf_putc(out, ':');
        }
        value_dump(out, entry->value);
    }
    buf_putc(out, is_map ? '}' : ']');
}

/* Readers bound the depth by VALUE_MAX_DEPTH, aliases expanded. */
void value_dump(struct buf *out, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL:
        buf_puts(out, "null");
        break;
    case VALUE_BOOL:
        buf_puts(out, value->boolean ? "true" : "false");
        break;
    case VALUE_INTEGER:
    case VALUE_NUMBER:
        buf_putc(out, value->kind == VALUE_INTEGER ? 'i' : 'n');
        buf_add_str(out, value->text);
        break;
    case VALUE_STRING:
        dump_string(out, value);
        break;
    case VALUE_LIST:
    case VALUE_MAP:
        dump_collection(out, value);
        break;
    }
    buf_putc(out, '@');
    dump_span(out, value->span);
}

static void dump_place(struct buf *out, struct span span, struct str text)
{
    dump_span(out, span);
    buf_putc(out, ' ');
    buf_add_str(out, text);
}

static void dump_problem(struct buf *out, const struct value_problem *problem)
{
    static const char *const kinds[] = {
        [PROBLEM_SYNTAX] = "syntax",
        [PROBLEM_DUPLICATE_KEY] = "duplicate",
        [PROBLEM_ENCODING] = "encoding",
        [PROBLEM_LIMIT] = "limit",
    };
    const struct mistake *mistake = &problem->mistake;

    buf_printf(out, "!%s ", kinds[problem->kind]);
    dump_place(out, mistake->span, mistake->message);
    for (const struct related *r = mistake->related; r; r = r->next) {
        buf_puts(out, " <");
        dump_place(out, r->span, r->message);
    }
    for (uint32_t i = 0; i < mistake->edit_count; i++) {
        buf_puts(out, " =");
        dump_place(out, mistake->edits[i].span, mistake->edits[i].text);
    }
}

void value_tree_dump(struct buf *out, const struct value_tree *tree)
{
    if (tree->root)
        value_dump(out, tree->root);
    for (uint32_t i = 0; i < tree->problem_count; i++) {
        buf_puts(out, tree->root || i ? " " : "");
        dump_problem(out, &tree->problems[i]);
    }
}
