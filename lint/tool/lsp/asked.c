/* asked.c - questions of an editor at a cursor, and the answers in short */

#include "lint/tool/lsp/asked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lint/lsp/feature.h"
#include "lint/value/value.h"
#include "rules/rules.h"

struct reply {
    struct arena *arena;
    struct source source;
    struct buf shown;
};

static void show(struct reply *reply, const struct value *value);

/* The line, counted from 1, and what stands in the range. */
static void show_range(struct reply *reply, const struct value *value)
{
    struct span span = {0, 0};

    assert_true(range_find(&reply->source, value, ENCODING_UTF8, &span));
    buf_printf(&reply->shown,
               "%u:", (unsigned)source_line(&reply->source, span.start) + 1);
    buf_add_str(&reply->shown, source_text(&reply->source, span));
}

static void show_member(struct reply *reply, const struct value *map, const char *key,
                        const char *before)
{
    const struct value *value = value_get(map, key);

    if (!value)
        return;
    buf_puts(&reply->shown, before);
    buf_add_str(&reply->shown, value->text);
}

static void show_map(struct reply *reply, const struct value *map)
{
    if (value_get(map, "label")) {
        show_member(reply, map, "label", "");
    } else if (value_get(map, "range")) {
        show_range(reply, value_get(map, "range"));
        show_member(reply, map, "newText", " > ");
        show_member(reply, map, "placeholder", " = ");
        show_member(reply, map, "target", " > ");
        show_member(reply, map, "kind", " ");
        show_member(reply, value_get(map, "contents"), "value", ": ");
    } else {
        for (uint32_t i = 0; i < map->count; i++)
            if (map->entries[i].value->count)
                show(reply, map->entries[i].value);
        return;
    }
    buf_puts(&reply->shown, "; ");
}

static void show(struct reply *reply, const struct value *value)
{
    if (value->kind == VALUE_MAP)
        show_map(reply, value);
    else if (value->kind == VALUE_LIST)
        for (uint32_t i = 0; i < value->count; i++)
            show(reply, value->entries[i].value);
    else if (value->kind == VALUE_NULL)
        buf_puts(&reply->shown, "nothing");
}

static struct str without_cursor(struct arena *arena, const char *text, uint32_t *cursor)
{
    const char *mark = strstr(text, "‸");

    if (!mark) {
        *cursor = 0;
        return str_from(text);
    }
    *cursor = (uint32_t)(mark - text);
    return arena_format(arena, "%.*s%s", (int)*cursor, text, mark + strlen("‸"));
}

static const struct value *read_answer(struct arena *arena, struct str json)
{
    struct value_input input = {.data = json.data,
                                .span = span_make(0, (uint32_t)json.len),
                                .max_nodes = VALUE_MAX_NODES_DATA};
    struct value_tree tree;

    json_read(arena, input, &tree);
    assert_non_null(tree.root);
    return tree.root;
}

/* The server's answer, as a worker gives it. */
static enum answer_kind ask(const char *method, const struct asked *asked,
                            struct reply *reply, struct buf *out)
{
    struct lsp_options options = {.rules = &rules_all,
                                  .version = "0",
                                  .homepage = "https://stet.example",
                                  .seconds = 60,
                                  .memory = 256 << 20};
    struct client client = {.encoding = ENCODING_UTF8};
    struct errand errand = {.uri = STR("untitled:a"), .language = STR("markdown")};
    struct lsp_position at;
    struct engine engine;
    enum answer_kind kind;
    uint32_t cursor;

    errand.text = without_cursor(reply->arena, asked->text, &cursor);
    source_init(&reply->source, reply->arena, "a.md", errand.text.data, errand.text.len);
    at = position_at(&reply->source, cursor, ENCODING_UTF8);
    errand.params = arena_format(
        reply->arena, "{\"position\":{\"line\":%u,\"character\":%u}%s}",
        (unsigned)at.line, (unsigned)at.character, asked->more ? asked->more : "");
    assert_true(feature_find(str_from(method), &errand.feature));
    engine_init(&engine, &options, &client);
    kind = engine_work(&engine, &errand, out, -1);
    engine_release(&engine);
    return kind;
}

void asked_check(const char *method, const struct asked *asked)
{
    struct arena arena;
    struct reply reply = {.arena = &arena};
    struct buf out = BUF_INIT;
    enum answer_kind kind;

    arena_init(&arena);
    kind = ask(method, asked, &reply, &out);
    if (kind == ANSWER_REFUSED) {
        buf_puts(&reply.shown, "refused: ");
        buf_add_str(&reply.shown, buf_str(&out));
    } else {
        assert_int_equal(kind, ANSWER_GIVEN);
        show(&reply, read_answer(&arena, buf_str(&out)));
    }
    buf_putc(&reply.shown, '\0');
    if (strcmp(reply.shown.data, asked->answer) != 0)
        print_error("%s in\n%s\n", method, asked->text);
    assert_string_equal(reply.shown.data, asked->answer);
    buf_release(&reply.shown);
    buf_release(&out);
    arena_release(&arena);
}

void asked_check_all(const char *method, const struct asked *asked)
{
    for (; asked->text; asked++)
        asked_check(method, asked);
}
