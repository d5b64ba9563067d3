/* outline_mistake.c - what an outline says to a writer */

#include "lint/document/heading.h"
#include "lint/document/outline.h"

void outline_add(struct outline_match *match, const struct document *document,
                 const struct node *heading, struct arena *arena)
{
    if (heading->parent != 0 || !(match->outline.levels & (1U << heading->level)))
        return;
    match->headings = arena_make_room(arena, match->headings, match->heading_count,
                                      &match->heading_capacity, sizeof(*match->headings));
    match->headings[match->heading_count++] = (struct outline_heading){
        heading, document_heading_title(document, heading, arena)};
}

/* The first item that the heading would match elsewhere; outline.count: none. */
static uint32_t item_for(const struct outline_match *match, uint32_t heading)
{
    const struct outline *outline = &match->outline;
    uint32_t item = 0;

    while (item < outline->count &&
           (outline->items[item].any ||
            !outline_item_matches(&outline->items[item], &match->headings[heading],
                                  match->match_case)))
        item++;
    return item;
}

static struct str heading_text(const struct outline_match *match, uint32_t index,
                               struct arena *arena)
{
    const struct outline_heading *heading = &match->headings[index];

    return heading_typed(heading->node->level, heading->text, arena);
}

static struct str item_text(const struct outline_match *match, uint32_t index,
                            struct arena *arena)
{
    const struct outline_item *item = &match->outline.items[index];

    return heading_typed(item->level, item->title, arena);
}

/* Beside a heading that is there. */
static struct outline_place place_beside(const struct outline_match *match,
                                         const struct outline_step *step,
                                         struct arena *arena)
{
    int level = match->outline.items[step->item].level;
    struct outline_place place = {OUTLINE_ANYWHERE, {"", 0}};

    if (step->heading) {
        uint32_t above = step->heading - 1;
        bool deeper = match->headings[above].node->level < level;

        place.side = deeper ? OUTLINE_BELOW : OUTLINE_AFTER_SECTION;
        place.heading = heading_text(match, above, arena);
    } else if (match->heading_count) {
        place.side = OUTLINE_BEFORE;
        place.heading = heading_text(match, 0, arena);
    }
    return place;
}

static struct outline_place place_of(const struct outline_match *match, uint32_t step,
                                     struct arena *arena)
{
    const struct outline_step *before = step ? &match->steps[step - 1] : NULL;

    if (before && before->kind == OUTLINE_MISSING)
        return (struct outline_place){OUTLINE_AFTER_HEADING,
                                      item_text(match, before->item, arena)};
    if (before && before->kind == OUTLINE_MOVED)
        return (struct outline_place){OUTLINE_AFTER_SECTION,
                                      heading_text(match, before->elsewhere, arena)};
    return place_beside(match, &match->steps[step], arena);
}

static struct outline_mistake missing_at(const struct outline_match *match,
                                         uint32_t index, struct arena *arena)
{
    const struct outline_step *step = &match->steps[index];
    uint32_t above = step->heading ? step->heading - 1 : 0;

    return (struct outline_mistake){
        .kind = OUTLINE_IS_MISSING,
        .node = match->heading_count ? match->headings[above].node : NULL,
        .item = item_text(match, step->item, arena),
        .place = place_of(match, index, arena),
    };
}

static struct outline_mistake mistake_of(const struct outline_match *match,
                                         enum outline_mistake_kind kind, uint32_t heading,
                                         struct arena *arena)
{
    return (struct outline_mistake){
        .kind = kind,
        .node = match->headings[heading].node,
        .heading = heading_text(match, heading, arena),
    };
}

static struct outline_mistake extra_at(const struct outline_match *match,
                                       uint32_t heading, struct arena *arena)
{
    uint32_t item = item_for(match, heading);
    struct outline_mistake mistake;

    if (item == match->outline.count)
        return mistake_of(match, OUTLINE_IS_UNKNOWN, heading, arena);
    if (!match->outline.items[item].repeated)
        return mistake_of(match, OUTLINE_IS_SUPERFLUOUS, heading, arena);
    mistake = mistake_of(match, OUTLINE_IS_APART, heading, arena);
    mistake.item = item_text(match, item, arena);
    return mistake;
}

struct outline_mistake outline_mistake_at(const struct outline_match *match,
                                          uint32_t index, struct arena *arena)
{
    const struct outline_step *step = &match->steps[index];
    struct outline_mistake mistake = {.kind = OUTLINE_NONE};

    switch (step->kind) {
    case OUTLINE_FITS:
        break;
    case OUTLINE_MISSING:
        return missing_at(match, index, arena);
    case OUTLINE_EXTRA:
        return extra_at(match, step->heading, arena);
    case OUTLINE_MOVED:
        mistake = mistake_of(match, OUTLINE_IS_MISPLACED, step->elsewhere, arena);
        mistake.place = place_of(match, index, arena);
        break;
    case OUTLINE_WRONG:
        mistake = mistake_of(match, OUTLINE_IS_MISNAMED, step->heading, arena);
        mistake.item = item_text(match, step->item, arena);
        break;
    }
    return mistake;
}
