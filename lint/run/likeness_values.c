/* likeness_values.c - does front matter say after a fix what it said before? */

#include "lint/base/ascii.h"
#include "lint/run/likeness.h"

/* An edit that adds lines after the span leaves what is in it alone. */
static bool touches(const struct edit *edit, struct span span)
{
    if (span_empty(edit->span) && edit->span.start == span.end && edit->text.len &&
        is_line_end(edit->text.data[0]))
        return false;
    return edit->span.start <= span.end && span.start <= edit->span.end;
}

static bool is_edited(struct applied_edits edits, struct span span)
{
    for (uint32_t i = 0; i < edits.count; i++)
        if (touches(&edits.edits[i], span))
            return true;
    return false;
}

static bool adds_text(struct applied_edits edits)
{
    for (uint32_t i = 0; i < edits.count; i++)
        if (edits.edits[i].text.len)
            return true;
    return false;
}

static bool same_value(const struct value *before, const struct value *after,
                       struct applied_edits edits);

static bool same_entries(const struct value *before, const struct value *after,
                         struct applied_edits edits)
{
    for (uint32_t i = 0; i < before->count; i++) {
        const struct entry *entry = &before->entries[i];
        const struct entry *other = before->kind == VALUE_MAP
                                        ? value_entry(after, entry->key)
                                        : &after->entries[i];

        if (!other && !is_edited(edits, entry->key_span))
            return false;
        if (other && !same_value(entry->value, other->value, edits))
            return false;
    }
    return true;
}

static bool same_value(const struct value *before, const struct value *after,
                       struct applied_edits edits)
{
    bool is_tree = before->kind == VALUE_MAP || before->kind == VALUE_LIST;

    if (!is_tree || before->kind != after->kind)
        return is_edited(edits, before->span) || value_equal(before, after);
    if (after->count < before->count && before->kind == VALUE_LIST)
        return is_edited(edits, before->span);
    if (after->count > before->count && !adds_text(edits))
        return false;
    return same_entries(before, after, edits);
}

bool likeness_values(const struct document *before, const struct document *after,
                     struct applied_edits edits)
{
    const struct value_tree *a = &before->front_matter.tree;
    const struct value_tree *b = &after->front_matter.tree;

    if (!a->root || a->problem_count)
        return true;
    return b->root && same_value(a->root, b->root, edits);
}
