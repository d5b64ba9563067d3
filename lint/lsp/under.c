/* under.c - what is under the cursor */

#include "lint/lsp/under.h"

/* Touches: a cursor is between two characters. */
static bool touches(struct span span, uint32_t offset)
{
    return span.start <= offset && offset <= span.end;
}

static const struct node *child_under(const struct document *document,
                                      const struct node *parent, uint32_t offset)
{
    const struct node *child = node_child(document, parent);
    const struct node *found = NULL;

    for (; child && child->span.start <= offset; child = node_sibling(document, child))
        if (touches(child->span, offset))
            found = child;
    return found;
}

const struct node *node_under(const struct document *document, uint32_t offset)
{
    const struct node *node = document->nodes;
    const struct node *child;

    while ((child = child_under(document, node, offset)))
        node = child;
    return node;
}

bool front_matter_under(const struct document *document, uint32_t offset)
{
    const struct front_matter *block = &document->front_matter;

    return block->syntax != FRONT_MATTER_NONE && touches(block->text, offset);
}

struct span entry_span(const struct entry *entry)
{
    struct span value = entry->value->span;
    struct span key = entry->key_span;

    if (span_length(entry->alias))
        value = entry->alias;
    if (!span_length(key))
        return value;
    return span_make(key.start < value.start ? key.start : value.start,
                     key.end > value.end ? key.end : value.end);
}

static const struct entry *entry_under(const struct value *map, uint32_t offset)
{
    const struct entry *found = NULL;

    for (uint32_t i = 0; i < map->count; i++)
        if (touches(entry_span(&map->entries[i]), offset))
            found = &map->entries[i];
    return found;
}

void value_under(const struct value *root, uint32_t offset, struct value_path *path)
{
    const struct value *value = root;
    const struct entry *entry;

    *path = (struct value_path){.depth = 0};
    while (value && (value->kind == VALUE_MAP || value->kind == VALUE_LIST) &&
           path->depth < VALUE_MAX_DEPTH && (entry = entry_under(value, offset))) {
        path->entries[path->depth++] = entry;
        path->on_key = span_length(entry->key_span) && touches(entry->key_span, offset);
        value = path->on_key || span_length(entry->alias) ? NULL : entry->value;
    }
}
