/* round_trip.c - a value written as JSON and read again */

#include "lint/tool/fuzz/promises.h"
#include "lint/tool/fuzz/target.h"
#include "lint/value/json_write.h"

static void write_value(struct json_writer *json, const struct value *value)
{
    bool is_map = value->kind == VALUE_MAP;

    switch (value->kind) {
    case VALUE_NULL:
        json_raw(json, STR("null"));
        return;
    case VALUE_BOOL:
        json_bool(json, value->boolean);
        return;
    case VALUE_INTEGER:
    case VALUE_NUMBER:
        json_raw(json, value->text);
        return;
    case VALUE_STRING:
        json_string(json, value->text);
        return;
    case VALUE_LIST:
    case VALUE_MAP:
        break;
    }
    json_open(json, is_map ? '{' : '[');
    for (uint32_t i = 0; i < value->count; i++) {
        if (is_map) {
            json_string(json, value->entries[i].key);
            json->comma = false;
            buf_putc(json->out, ':');
        }
        write_value(json, value->entries[i].value);
    }
    json_close(json, is_map ? '}' : ']');
}

void promise_round_trip(const struct value *value, struct arena *arena)
{
    struct buf text = BUF_INIT;
    struct json_writer json = {&text, false};
    struct value_input input;
    struct value_tree tree;

    write_value(&json, value);
    input =
        (struct value_input){text.data, span_make(0, (uint32_t)text.len), FUZZ_MAX_NODES};
    json_read(arena, input, &tree);
    promise(tree.root && value_equal(tree.root, value) && value_equal(value, tree.root),
            "written as JSON and read again it is another value");
    promise(value_hash(tree.root) == value_hash(value), "equal values, unequal hashes");
    buf_release(&text);
}
