/* mistake.c - one thing that is wrong in a file, whatever found it */

#include "lint/source/mistake.h"

#include "lint/base/message.h"

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

struct mistake mistake_copy(const struct mistake *mistake, struct arena *arena)
{
    struct mistake copy = *mistake;

    copy.message = arena_str(arena, message_cut(arena, mistake->message));
    copy.edits = NULL;
    copy.edit_count = copy.edit_capacity = 0;
    for (uint32_t i = 0; i < mistake->edit_count; i++)
        mistake_add_edit(&copy, arena, mistake->edits[i].span,
                         arena_str(arena, mistake->edits[i].text));
    copy.related = NULL;
    for (const struct related *r = mistake->related; r; r = r->next)
        mistake_add_related(&copy, arena, r->span,
                            arena_str(arena, message_cut(arena, r->message)));
    return copy;
}

/* Most fixes are one edit, and each line may have one: it gets no room for more. */
static void make_room_for_edit(struct mistake *mistake, struct arena *arena)
{
    if (mistake->edit_capacity) {
        mistake->edits =
            arena_make_room(arena, mistake->edits, mistake->edit_count,
                            &mistake->edit_capacity, sizeof(*mistake->edits));
        return;
    }
    mistake->edits = arena_raw(arena, sizeof(*mistake->edits));
    mistake->edit_capacity = 1;
}

/* Edits are few (one to three), so an insertion sort keeps them in order. */
void mistake_add_edit(struct mistake *mistake, struct arena *arena, struct span span,
                      struct str text)
{
    uint32_t i;

    make_room_for_edit(mistake, arena);
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
