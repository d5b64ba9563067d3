/* like_headings.c - headings that differ in markup alone */

#include "lint/document/like_headings.h"

#include <stdlib.h>

#include "lint/document/words.h"

static uint64_t hash_of(const struct document *document, const struct node *heading)
{
    return text_words_hash(source_text(document->source, heading->content));
}

static int compare(const void *a, const void *b)
{
    const uint64_t *x = a;
    const uint64_t *y = b;

    return (*x > *y) - (*x < *y);
}

struct like_headings like_headings_find(const struct document *document,
                                        struct arena *arena)
{
    struct like_headings all = {NULL, 0};
    uint32_t capacity = 0;
    uint32_t i = 0;

    while ((i = document_next(document, i + 1, NODE_BIT(NODE_HEADING))) <
           document->node_count) {
        all.hashes =
            arena_make_room(arena, all.hashes, all.count, &capacity, sizeof(uint64_t));
        all.hashes[all.count++] = hash_of(document, &document->nodes[i]);
    }
    if (all.count)
        qsort(all.hashes, all.count, sizeof(uint64_t), compare);
    return all;
}

bool like_headings_has(const struct like_headings *all, const struct document *document,
                       const struct node *heading)
{
    uint64_t hash = hash_of(document, heading);
    const uint64_t *found =
        all->count ? bsearch(&hash, all->hashes, all->count, sizeof(uint64_t), compare)
                   : NULL;

    return found && ((found > all->hashes && found[-1] == hash) ||
                     (found + 1 < all->hashes + all->count && found[1] == hash));
}
