/* branches.c - compares the alternatives of anyOf and oneOf */

#include "lint/schema/explain/branches.h"

const struct failure *branch_find(const struct branch *branch, const struct place *place,
                                  failure_test *wanted)
{
    for (const struct failure *f = branch->failures.first; f; f = f->next)
        if (wanted(f, place))
            return f;
    return NULL;
}

uint32_t branches_left(const struct branches *branches)
{
    uint32_t left = 0;

    for (uint32_t i = 0; i < branches->count; i++)
        left += !branches->items[i].dropped;
    return left;
}

struct str alternative_name(struct arena *arena, const struct check *check,
                            uint32_t index)
{
    const struct value *schema = check->keyword->value->entries[index].value;
    const struct value *title = value_get(check->as.schemas.items[index]->value, "title");
    const struct value *ref = value_get(schema, "$ref");

    if (!title || title->kind != VALUE_STRING)
        title = value_get(schema, "title");
    if (title && title->kind == VALUE_STRING)
        return arena_format(arena, "`%.*s`", (int)title->text.len, title->text.data);
    if (ref && ref->kind == VALUE_STRING) {
        size_t start = ref->text.len;

        while (start > 0 && ref->text.data[start - 1] != '/' &&
               ref->text.data[start - 1] != '#')
            start--;
        return arena_format(arena, "`%.*s`", (int)(ref->text.len - start),
                            ref->text.data + start);
    }
    return arena_format(arena, "number %u", (unsigned)index + 1);
}
