/* ecma_group.c - the capturing groups of a pattern */

#include <stdlib.h>

#include "lint/base/memory.h"
#include "lint/pattern/ecma_reader.h"

/* Is it `(?<`, but no lookbehind? */
static bool starts_named(struct str rest)
{
    return str_starts(rest, STR("(?<")) && !str_starts(rest, STR("(?<=")) &&
           !str_starts(rest, STR("(?<!"));
}

static void add_name(struct ecma_groups *groups, struct str rest)
{
    const char *end = memchr(rest.data, '>', rest.len);

    if (!end)
        return;
    groups->names = memory_make_room(groups->names, groups->name_count, &groups->capacity,
                                     sizeof(*groups->names));
    groups->names[groups->name_count++] = (struct ecma_group){
        .name = {rest.data, (size_t)(end - rest.data)}, .number = groups->count};
}

/* The group that may begin there. */
static void take_group(struct ecma_groups *groups, struct str rest)
{
    bool named = starts_named(rest);

    if (!named && (*rest.data != '(' || str_starts(rest, STR("(?"))))
        return;
    groups->count++;
    if (named)
        add_name(groups, (struct str){rest.data + 3, rest.len - 3});
}

static int by_name(const void *a, const void *b)
{
    const struct ecma_group *left = a;
    const struct ecma_group *right = b;
    int order = str_compare(left->name, right->name);

    if (order)
        return order;
    return left->number < right->number ? -1 : left->number > right->number;
}

void ecma_groups_init(struct ecma_groups *groups, struct str pattern)
{
    bool in_class = false;

    *groups = (struct ecma_groups){.names = NULL};
    for (size_t i = 0; i < pattern.len; i++) {
        struct str rest = {pattern.data + i, pattern.len - i};

        if (*rest.data == '\\')
            i++;
        else if (in_class || *rest.data == '[')
            in_class = *rest.data != ']';
        else
            take_group(groups, rest);
    }
    if (groups->name_count)
        qsort(groups->names, groups->name_count, sizeof(*groups->names), by_name);
}

void ecma_groups_release(struct ecma_groups *groups)
{
    free(groups->names);
}

uint32_t ecma_groups_find(const struct ecma_groups *groups, struct str name)
{
    size_t low = 0;
    size_t high = groups->name_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (str_compare(groups->names[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == groups->name_count || !str_equal(groups->names[low].name, name))
        return 0;
    return groups->names[low].number;
}
