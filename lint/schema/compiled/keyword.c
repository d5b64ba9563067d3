/* keyword.c - looks up keywords in their table */

#include "lint/schema/compiled/keyword.h"

const struct keyword *keyword_find_any(struct str name)
{
    size_t low = 0;
    size_t high = keyword_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(name, str_from(keywords[middle].name));

        if (order == 0)
            return &keywords[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const struct keyword *keyword_find(struct str name, enum dialect dialect,
                                   unsigned vocabularies)
{
    const struct keyword *keyword = keyword_find_any(name);

    return keyword && dialect >= keyword->first && dialect <= keyword->last &&
                   (vocabularies & keyword->vocabulary)
               ? keyword
               : NULL;
}

size_t keyword_names(enum dialect dialect, struct str *names, size_t max)
{
    size_t count = 0;

    for (size_t i = 0; i < keyword_count && count < max; i++)
        if (dialect >= keywords[i].first && dialect <= keywords[i].last)
            names[count++] = str_from(keywords[i].name);
    return count;
}
