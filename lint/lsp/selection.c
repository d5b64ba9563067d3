/* selection.c - textDocument/selectionRange: wider and wider around a cursor */

#include "lint/lsp/feature.h"
#include "lint/lsp/under.h"

/* The ranges around one cursor, the narrowest first. Of more, the widest are left out,
 * but for that of the whole text. */
enum { MAX_RANGES = 256 };

struct ranges {
    uint32_t offset; /* of the cursor */
    struct span items[MAX_RANGES];
    uint32_t count;
};

/* Ranges are told apart, and each has the cursor. */
static void add(struct ranges *ranges, struct span span)
{
    const struct span *last = ranges->items + (ranges->count ? ranges->count - 1 : 0);

    if (ranges->offset < span.start || ranges->offset > span.end)
        return;
    if (ranges->count && last->start == span.start && last->end == span.end)
        return;
    ranges->items[ranges->count++] = span;
}

static void add_nodes(struct ranges *ranges, const struct document *document)
{
    const struct node *node = node_under(document, ranges->offset);

    while (node != document->nodes && ranges->count < MAX_RANGES - 1) {
        add(ranges, node->span);
        node = node_parent(document, node);
    }
}

static void add_values(struct ranges *ranges, const struct document *document)
{
    struct value_path path;

    value_under(document->front_matter.tree.root, ranges->offset, &path);
    for (uint32_t i = path.depth; i-- > 0;) {
        add(ranges, path.entries[i]->key_span);
        add(ranges, path.entries[i]->value->span);
        add(ranges, entry_span(path.entries[i]));
        if (ranges->count > MAX_RANGES - 5)
            break;
    }
    add(ranges, document->front_matter.text);
}

static void write(struct question *question, const struct ranges *ranges)
{
    struct json_writer *json = &question->out;

    for (uint32_t i = 0; i < ranges->count; i++) {
        if (i)
            json_key(json, "parent");
        json_open(json, '{');
        json_key(json, "range");
        range_write(json, &question->source, ranges->items[i],
                    question->client->encoding);
    }
    for (uint32_t i = 0; i < ranges->count; i++)
        json_close(json, '}');
}

static void write_around(struct question *question, uint32_t offset)
{
    const struct document *document = question_document(question);
    struct ranges ranges = {.offset = offset};

    if (front_matter_under(document, offset))
        add_values(&ranges, document);
    else
        add_nodes(&ranges, document);
    add(&ranges, span_make(0, question->source.size));
    write(question, &ranges);
}

static enum answer_kind selection_range(struct question *question)
{
    const struct value *positions = value_get(question->params, "positions");

    if (!positions || positions->kind != VALUE_LIST)
        return ANSWER_INVALID;
    json_open(&question->out, '[');
    for (uint32_t i = 0; i < positions->count; i++) {
        struct lsp_position position;

        if (!position_read(positions->entries[i].value, &position))
            return ANSWER_INVALID;
        write_around(question, position_find(&question->source, position,
                                             question->client->encoding));
    }
    json_close(&question->out, ']');
    return ANSWER_GIVEN;
}

const struct feature feature_selection_range = {
    .method = "textDocument/selectionRange",
    .capability = "selectionRangeProvider",
    .options = "true",
    .answer = selection_range,
};
