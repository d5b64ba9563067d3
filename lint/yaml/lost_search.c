/* lost_search.c - the search for text that YAML drops: places, names, reports */

#include "lint/yaml/lost_search.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/yaml/mistakes.h"

struct str lost_text(const struct lost_search *search, struct span span)
{
    return (struct str){search->line.data + span.start, span_length(span)};
}

struct mistake *lost_report(struct lost_search *search, enum value_problem_kind kind,
                            struct span span, const char *message)
{
    return value_builder_problem(&search->builder, kind, span, "%s", message);
}

void lost_mend(struct lost_search *search, struct mistake *mistake, struct span span,
               struct str text)
{
    mistake_add_edit(mistake, search->builder.arena, span, text);
}

struct span lost_whole_value(const struct lost_search *search, uint32_t start)
{
    uint32_t end = search->line.span.end;

    while (end > start && is_space_or_tab(search->line.data[end - 1]))
        end--;
    return span_make(start, end);
}

void lost_mend_by_quotes(struct lost_search *search, struct mistake *mistake,
                         struct span value)
{
    lost_mend(search, mistake, value,
              yaml_quoted(search->builder.arena, lost_text(search, value)));
}

/* What an alias or a merge puts into a map stands elsewhere: before what came last. */
static bool stands_here(const struct lost_search *search, const struct entry *entry)
{
    const struct place *last = &search->places[search->place_count - 1];

    return span_empty(entry->alias) &&
           entry->value->span.start >= last->value->span.start;
}

void lost_add_places(struct lost_search *search, const struct value *value,
                     uint32_t parent)
{
    uint32_t row = search->place_count;

    search->places = arena_make_room(search->builder.arena, search->places, row,
                                     &search->place_capacity, sizeof(*search->places));
    search->places[search->place_count++] = (struct place){value, row ? parent : row};
    for (uint32_t i = 0; i < value->count; i++)
        if (stands_here(search, &value->entries[i]))
            lost_add_places(search, value->entries[i].value, row);
}

/* The last row that starts at the offset or before; the first row when none does. */
static uint32_t row_at(const struct lost_search *search, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t high = search->place_count;

    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;

        if (search->places[middle].value->span.start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

const struct value *lost_value_at(const struct lost_search *search, uint32_t offset)
{
    uint32_t row = row_at(search, offset);

    while (!span_holds(search->places[row].value->span, offset)) {
        if (search->places[row].parent == row)
            return NULL;
        row = search->places[row].parent;
    }
    return search->places[row].value;
}

/* Notes the names after each `*`, whether they are aliases or text. */
static void find_aliases(struct lost_search *search)
{
    struct str rest = value_builder_text(&search->builder);
    const char *at;

    while ((at = memchr(rest.data, '*', rest.len))) {
        struct str name = {at + 1, 0};

        rest.len -= (size_t)(at - rest.data) + 1;
        rest.data = at + 1;
        while (name.len < rest.len && is_ascii_word_or_dash(name.data[name.len]))
            name.len++;
        if (name.len)
            str_map_put(&search->aliases, search->builder.arena, name, search);
    }
    search->aliases_known = true;
}

bool lost_is_aliased(void *context, struct str name)
{
    struct lost_search *search = context;
    void *known;

    if (!search->aliases_known)
        find_aliases(search);
    return str_map_get(&search->aliases, name, &known);
}
