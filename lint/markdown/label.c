/* label.c - which definition a reference means */

#include "lint/markdown/label.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/markdown/markdown.h"

/* Definitions by label: open addressing, at most half full. */
struct label_map {
    struct tree *tree;
    const struct source *source;
    char *key; /* room for the longest label */
    uint32_t *slots;
    struct str *keys;
    uint32_t mask;
};

struct label_count {
    uint32_t definitions;
    uint32_t references;
    uint32_t longest; /* bytes */
    bool beyond_ascii;
};

/*
 * The label in small letters and with single spaces. What stands at the start of
 * its later lines, a quote's > above all, is no part of it.
 */
static struct str normalised(struct label_map *map, struct span span)
{
    const char *data = map->source->data;
    size_t len = 0;
    bool prefix = false;

    for (uint32_t i = span.start; i < span.end; i++) {
        char c = data[i];

        prefix = is_line_end(c) || (prefix && (is_ascii_space(c) || c == '>'));
        if (is_ascii_space(c) || prefix)
            c = ' ';
        if (c == ' ' && (len == 0 || map->key[len - 1] == ' '))
            continue;
        map->key[len++] = (char)ascii_lower(c);
    }
    if (len && map->key[len - 1] == ' ')
        len--;
    return (struct str){map->key, len};
}

/* FNV-1a. */
static uint32_t hash(struct str key)
{
    uint32_t value = 2166136261u;

    for (size_t i = 0; i < key.len; i++)
        value = (value ^ (unsigned char)key.data[i]) * 16777619u;
    return value;
}

static uint32_t find_slot(const struct label_map *map, struct str key)
{
    uint32_t slot = hash(key) & map->mask;

    while (map->slots[slot] && !str_equal(map->keys[slot], key))
        slot = (slot + 1) & map->mask;
    return slot;
}

static bool is_reference(const struct node *node)
{
    return (node->kind == NODE_LINK || node->kind == NODE_IMAGE) &&
           node->form != LINK_INLINE;
}

static void add_definition(struct label_map *map, uint32_t index)
{
    struct str key = normalised(map, map->tree->nodes[index].link.label);
    uint32_t slot = find_slot(map, key);

    if (map->slots[slot])
        return;
    map->slots[slot] = index;
    map->keys[slot] = arena_str(map->tree->arena, key);
}

static void init_map(struct label_map *map, struct label_count count)
{
    uint32_t size = 16;

    while (size < count.definitions * 2)
        size *= 2;
    map->mask = size - 1;
    map->slots = arena_array(map->tree->arena, size, sizeof(*map->slots));
    map->keys = arena_array(map->tree->arena, size, sizeof(*map->keys));
    map->key = arena_raw(map->tree->arena, (size_t)count.longest + 1);
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] > 0x7F)
            return false;
    return true;
}

/* What there is to match, and whether ASCII is all there is. */
static struct label_count count_labels(const struct tree *tree,
                                       const struct source *source, uint32_t first)
{
    struct label_count count = {0};

    for (uint32_t i = first; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];

        if (node->kind != NODE_DEFINITION && !is_reference(node))
            continue;
        if (node->kind == NODE_DEFINITION)
            count.definitions++;
        else
            count.references++;
        if (count.longest < span_length(node->link.label))
            count.longest = span_length(node->link.label);
        count.beyond_ascii |= !is_ascii(source_text(source, node->link.label));
    }
    return count;
}

/* Case beyond ASCII is cmark's business: it has the tables (Unicode case folding). */
static void resolve_by_cmark(struct label_map *map, struct label_count count,
                             uint32_t first)
{
    struct tree *tree = map->tree;
    uint32_t *definitions = arena_array(tree->arena, count.definitions, sizeof(uint32_t));
    uint32_t *references = arena_array(tree->arena, count.references, sizeof(uint32_t));
    struct markdown_labels labels = {
        .definitions = arena_array(tree->arena, count.definitions, sizeof(struct str)),
        .references = arena_array(tree->arena, count.references, sizeof(struct str)),
    };
    uint32_t *matches;

    for (uint32_t i = first; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        bool definition = node->kind == NODE_DEFINITION;
        struct str label;

        if (!definition && !is_reference(node))
            continue;
        label = arena_str(tree->arena, normalised(map, node->link.label));
        if (definition) {
            definitions[labels.definition_count] = i;
            labels.definitions[labels.definition_count++] = label;
        } else {
            references[labels.reference_count] = i;
            labels.references[labels.reference_count++] = label;
        }
    }
    matches = markdown_match_labels(tree->arena, &labels);
    for (uint32_t i = 0; i < labels.reference_count; i++)
        if (matches[i])
            tree->nodes[references[i]].link.definition = definitions[matches[i] - 1];
}

void labels_resolve(struct tree *tree, const struct source *source, uint32_t first)
{
    struct label_map map = {.tree = tree, .source = source};
    struct label_count count = count_labels(tree, source, first);

    if (!count.definitions || !count.references)
        return;
    init_map(&map, count);
    if (count.beyond_ascii) {
        resolve_by_cmark(&map, count, first);
        return;
    }
    for (uint32_t i = first; i < tree->count; i++)
        if (tree->nodes[i].kind == NODE_DEFINITION)
            add_definition(&map, i);
    for (uint32_t i = first; i < tree->count; i++)
        if (is_reference(&tree->nodes[i]))
            tree->nodes[i].link.definition =
                map.slots[find_slot(&map, normalised(&map, tree->nodes[i].link.label))];
}
