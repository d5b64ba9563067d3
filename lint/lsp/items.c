/* items.c - the items of a list of completions */

#include "lint/lsp/items.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* InsertTextFormat and InsertTextMode of LSP 3.17. */
enum { FORMAT_SNIPPET = 2, MODE_AS_IS = 1 };

/* How well a label goes on from what was typed; the lower the better. -1: not at all. */
static int fitness(struct str label, struct str typed)
{
    struct str start = {label.data, typed.len};

    if (!typed.len)
        return 0;
    if (label.len >= typed.len && str_equal(start, typed))
        return 0;
    if (label.len >= typed.len && str_equal_ignore_case(start, typed))
        return 1;
    for (size_t i = 1; i + typed.len <= label.len; i++) {
        start = (struct str){label.data + i, typed.len};
        if (str_equal_ignore_case(start, typed))
            return 2;
    }
    return -1;
}

static void write_documentation(struct json_writer *json, struct str text)
{
    if (!text.len)
        return;
    json_key(json, "documentation");
    json_open(json, '{');
    json_member(json, "kind", STR("markdown"));
    json_member(json, "value", text);
    json_close(json, '}');
}

static void write_edit(const struct items *items, struct str text)
{
    struct question *question = items->question;
    struct json_writer *json = &question->out;

    json_key(json, "textEdit");
    json_open(json, '{');
    json_key(json, "range");
    range_write(json, &question->source, items->token, question->client->encoding);
    json_member(json, "newText", text);
    json_close(json, '}');
}

/* What a client narrows the list by is what stands in the text: with its quote. */
static void write_filter(const struct items *items, const struct item *item)
{
    struct str filter = item->label;

    if (items->quote)
        filter = arena_format(items->question->arena, "%c%.*s", items->quote,
                              (int)item->label.len, item->label.data);
    json_member(&items->question->out, "filterText", filter);
}

/* A text of several lines has its indentation already. */
static void write_mode(const struct items *items, struct str text)
{
    bool lines = memchr(text.data, '\n', text.len) || memchr(text.data, '\r', text.len);

    if (lines &&
        client_can(items->question->client,
                   "textDocument.completion.completionItem.insertTextModeSupport"))
        json_member_uint(&items->question->out, "insertTextMode", MODE_AS_IS);
}

static void write_item(const struct items *items, const struct item *item, uint32_t place)
{
    struct json_writer *json = &items->question->out;
    char sort[16];

    snprintf(sort, sizeof(sort), "%04u", (unsigned)place);
    json_open(json, '{');
    json_member(json, "label", item->label);
    json_member_uint(json, "kind", item->kind);
    if (item->detail.len)
        json_member(json, "detail", item->detail);
    write_documentation(json, item->about);
    if (item->deprecated) {
        json_key(json, "tags");
        json_raw(json, STR("[1]")); /* CompletionItemTag.Deprecated */
    }
    json_member(json, "sortText", str_from(sort));
    write_filter(items, item);
    if (item->snippet)
        json_member_uint(json, "insertTextFormat", FORMAT_SNIPPET);
    write_mode(items, item->text);
    write_edit(items, item->text);
    json_close(json, '}');
}

void items_add(struct items *items, struct item item)
{
    struct arena *arena = items->question->arena;
    void *ignored;

    item.fit = fitness(item.label, items->typed);
    item.turn = items->count;
    if (item.fit < 0 || str_map_get(&items->known, item.label, &ignored))
        return;
    str_map_put(&items->known, arena, item.label, NULL);
    items->list = arena_make_room(arena, items->list, items->count, &items->capacity,
                                  sizeof(*items->list));
    items->list[items->count++] = item;
}

static int compare_items(const void *a, const void *b)
{
    const struct item *first = a;
    const struct item *second = b;

    if (first->late != second->late)
        return first->late - second->late;
    if (first->fit != second->fit)
        return first->fit - second->fit;
    return first->turn < second->turn ? -1 : first->turn > second->turn;
}

void items_write(struct items *items)
{
    if (items->count)
        qsort(items->list, items->count, sizeof(*items->list), compare_items);
    for (uint32_t i = 0; i < items->count && i < ITEMS_MAX; i++)
        write_item(items, &items->list[i], i);
}
