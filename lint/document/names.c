/* names.c - where names stand in a text, whatever their case */

#include "lint/document/names.h"

#include <stdlib.h>

#include "lint/base/ascii.h"
#include "lint/base/case_fold.h"

/* Names by how they begin: all that begin with a letter beyond ASCII share one list. */
enum { BEGINNINGS = 129, NOT_ASCII = 128 };

struct names {
    const char *data; /* of the file */
    struct str_list list;
    struct arena *arena;
    uint32_t first[BEGINNINGS]; /* 1 + index of a name; 0: none */
    uint32_t *next; /* by name: the next one of the same beginning, as above */
    uint32_t *done; /* by name: where its last match ends */
    struct name_match *matches;
    uint32_t count;
    uint32_t capacity;
};

static int beginning(char c)
{
    return (unsigned char)c < NOT_ASCII ? ascii_lower(c) : NOT_ASCII;
}

static void sort_by_beginning(struct names *names)
{
    size_t count = names->list.count;

    names->next = arena_array(names->arena, count, sizeof(*names->next));
    names->done = arena_array(names->arena, count, sizeof(*names->done));
    for (size_t i = count; i > 0; i--) {
        struct str name = names->list.items[i - 1];
        uint32_t *first;

        if (!name.len)
            continue;
        first = &names->first[beginning(name.data[0])];
        names->next[i - 1] = *first;
        *first = (uint32_t)i;
    }
}

/* Is the name a whole word, underscores aside? */
static bool is_word(const char *data, struct span piece, struct span name)
{
    uint32_t before = name.start;
    uint32_t after = name.end;

    while (before > piece.start && data[before - 1] == '_')
        before--;
    while (after < piece.end && data[after] == '_')
        after++;
    return (!is_ascii_word(data[name.start]) || before == piece.start ||
            !is_ascii_word(data[before - 1])) &&
           (!is_ascii_word(data[name.end - 1]) || after == piece.end ||
            !is_ascii_word(data[after]));
}

static void add(struct names *names, struct name_match match)
{
    names->matches = arena_make_room(names->arena, names->matches, names->count,
                                     &names->capacity, sizeof(*names->matches));
    names->matches[names->count++] = match;
    names->done[match.name] = match.span.end;
}

static void find_at(struct names *names, struct span piece, uint32_t number, uint32_t at)
{
    struct str rest = {names->data + at, piece.end - at};
    uint32_t name = names->first[beginning(names->data[at])];

    for (; name; name = names->next[name - 1]) {
        uint32_t len = (uint32_t)case_fold_start(rest, names->list.items[name - 1]);
        struct span span = span_make(at, at + len);

        if (len && at >= names->done[name - 1] && is_word(names->data, piece, span))
            add(names, (struct name_match){span, name - 1, number});
    }
}

static int compare(const void *a, const void *b)
{
    const struct name_match *first = a;
    const struct name_match *second = b;

    if (first->name != second->name)
        return first->name < second->name ? -1 : 1;
    if (first->span.start == second->span.start)
        return 0;
    return first->span.start < second->span.start ? -1 : 1;
}

const struct name_match *document_names(const struct document *document,
                                        const struct piece_list *pieces,
                                        struct str_list list, struct arena *arena,
                                        uint32_t *count)
{
    struct names names = {.data = document->source->data, .list = list, .arena = arena};

    sort_by_beginning(&names);
    for (uint32_t i = 0; i < pieces->count; i++)
        for (uint32_t at = pieces->items[i].start; at < pieces->items[i].end; at++)
            find_at(&names, pieces->items[i], i, at);
    if (names.count)
        qsort(names.matches, names.count, sizeof(*names.matches), compare);
    *count = names.count;
    return names.matches;
}
