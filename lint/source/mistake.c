/* mistake.c - one thing that is wrong in a file, whoever found it */

#include "lint/source/mistake.h"

#include <string.h>

const char *severity_name(enum severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return "error";
    case SEVERITY_WARNING:
        return "warning";
    case SEVERITY_NOTE:
        return "note";
    default:
        return "off";
    }
}

bool severity_find(struct str name, enum severity *severity)
{
    for (enum severity s = SEVERITY_NOTE; s <= SEVERITY_ERROR; s++) {
        if (str_is(name, severity_name(s))) {
            *severity = s;
            return true;
        }
    }
    return false;
}

/* Edits that belong to another mistake as well are copied before they change. */
static void make_room(struct mistake *mistake, struct arena *arena)
{
    uint32_t capacity = mistake->edit_count * 2 + 2;
    struct edit *edits;

    if (mistake->edit_count < mistake->edit_capacity)
        return;
    edits = arena_array(arena, capacity, sizeof(*edits));
    if (mistake->edit_count)
        memcpy(edits, mistake->edits, mistake->edit_count * sizeof(*edits));
    mistake->edits = edits;
    mistake->edit_capacity = capacity;
}

/* Edits are few (one to three), so an insertion sort keeps them in order. */
void mistake_add_edit(struct mistake *mistake, struct arena *arena, struct span span,
                      struct str text)
{
    uint32_t i;

    make_room(mistake, arena);
    for (i = mistake->edit_count; i > 0; i--) {
        if (mistake->edits[i - 1].span.start <= span.start)
            break;
        mistake->edits[i] = mistake->edits[i - 1];
    }
    mistake->edits[i] = (struct edit){span, text};
    mistake->edit_count++;
}

void mistake_add_related(struct mistake *mistake, struct arena *arena, struct span span,
                         struct str message)
{
    struct related *related = arena_alloc(arena, sizeof(*related));
    struct related **end = &mistake->related;

    *related = (struct related){span, message, NULL};
    while (*end)
        end = &(*end)->next;
    *end = related;
}
