/* draft.c - writes a schema as a person would, in YAML or JSON */

#include "lint/schema/infer/draft.h"

#include "lint/base/utf8.h"
#include "lint/value/json_write.h"
#include "lint/value/yaml_write.h"

static void add_string(struct draft *draft, struct str text)
{
    if (draft->json)
        json_add_string(draft->out, text);
    else
        yaml_add_scalar(draft->out, text);
}

static void add_indent(struct draft *draft)
{
    buf_repeat(draft->out, ' ', 2 * (size_t)draft->depth);
}

/* The start of a member: its key and the colon. Keywords need no quotes. */
static void add_any_key(struct draft *draft, struct str key, bool is_keyword)
{
    if (draft->json)
        buf_puts(draft->out, draft->empty ? "\n" : ",\n");
    draft->empty = false;
    add_indent(draft);
    if (is_keyword && !draft->json)
        buf_add_str(draft->out, key);
    else
        add_string(draft, key);
    buf_putc(draft->out, ':');
}

static void add_key(struct draft *draft, struct str key)
{
    add_any_key(draft, key, false);
}

static void add_keyword(struct draft *draft, const char *keyword)
{
    add_any_key(draft, str_from(keyword), true);
}

static void end_line(struct draft *draft, struct str comment)
{
    if (draft->json)
        return;
    if (comment.len)
        buf_printf(draft->out, " # %.*s", (int)comment.len, comment.data);
    buf_putc(draft->out, '\n');
}

void draft_begin(struct draft *draft)
{
    draft->empty = true;
    draft->depth = 0;
    if (!draft->json)
        return;
    buf_putc(draft->out, '{');
    draft->depth = 1;
}

void draft_end(struct draft *draft)
{
    if (draft->json)
        buf_puts(draft->out, "\n}\n");
}

bool draft_at_top(const struct draft *draft)
{
    return draft->depth == draft->json;
}

void draft_comment(struct draft *draft, struct str text)
{
    if (draft->json)
        return;
    add_indent(draft);
    buf_printf(draft->out, "# %.*s\n", (int)text.len, text.data);
}

void draft_open(struct draft *draft, struct str key, struct str comment)
{
    add_key(draft, key);
    if (draft->json)
        buf_puts(draft->out, " {");
    end_line(draft, comment);
    draft->depth++;
    draft->empty = true;
    if (draft->json && comment.len)
        draft_text(draft, "$comment", comment);
}

void draft_close(struct draft *draft)
{
    draft->depth--;
    draft->empty = false;
    if (!draft->json)
        return;
    buf_putc(draft->out, '\n');
    add_indent(draft);
    buf_putc(draft->out, '}');
}

void draft_text(struct draft *draft, const char *key, struct str text)
{
    add_keyword(draft, key);
    buf_putc(draft->out, ' ');
    add_string(draft, text);
    end_line(draft, STR(""));
}

void draft_number(struct draft *draft, const char *key, uint64_t number)
{
    add_keyword(draft, key);
    buf_putc(draft->out, ' ');
    json_add_uint(draft->out, number);
    end_line(draft, STR(""));
}

void draft_bool(struct draft *draft, struct str key, bool value, struct str comment)
{
    add_key(draft, key);
    buf_puts(draft->out, value ? " true" : " false");
    end_line(draft, comment);
}

static void add_item(struct draft *draft, struct str_list items, size_t i, bool with_null)
{
    if (with_null && i + 1 == items.count)
        buf_puts(draft->out, "null");
    else
        add_string(draft, items.items[i]);
}

/* [a, b, c] after the key. */
static void add_flow(struct draft *draft, struct str_list items, bool with_null)
{
    buf_puts(draft->out, " [");
    for (size_t i = 0; i < items.count; i++) {
        buf_puts(draft->out, i ? ", " : "");
        add_item(draft, items, i, with_null);
    }
    buf_putc(draft->out, ']');
}

static void add_block(struct draft *draft, struct str_list items, bool with_null)
{
    if (draft->json)
        buf_puts(draft->out, " [");
    for (size_t i = 0; i < items.count; i++) {
        buf_puts(draft->out, draft->json && i ? ",\n" : "\n");
        add_indent(draft);
        buf_puts(draft->out, draft->json ? "  " : "  - ");
        add_item(draft, items, i, with_null);
    }
    if (!draft->json)
        return;
    buf_putc(draft->out, '\n');
    add_indent(draft);
    buf_putc(draft->out, ']');
}

void draft_list(struct draft *draft, const char *key, struct str_list items,
                bool with_null)
{
    size_t start;
    size_t line;

    add_keyword(draft, key);
    start = draft->out->len;
    add_flow(draft, items, with_null);
    line =
        2 * (size_t)draft->depth + strlen(key) + 3 +
        utf8_code_points((struct str){draft->out->data + start, draft->out->len - start});
    if (line > DRAFT_WIDTH) {
        draft->out->len = start;
        add_block(draft, items, with_null);
    }
    end_line(draft, STR(""));
}

void draft_alternatives(struct draft *draft, const char *key, const char *name,
                        struct str_list items)
{
    add_keyword(draft, key);
    buf_puts(draft->out, " [");
    for (size_t i = 0; i < items.count; i++) {
        buf_puts(draft->out, i ? ", {" : "{");
        add_string(draft, str_from(name));
        buf_puts(draft->out, ": ");
        add_string(draft, items.items[i]);
        buf_putc(draft->out, '}');
    }
    buf_putc(draft->out, ']');
    end_line(draft, STR(""));
}
