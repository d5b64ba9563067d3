/* tree.c - the tree of values while YAML is read: scalars, aliases, collections */

#include "lint/yaml/tree.h"

#include <string.h>

#include "lint/yaml/explain.h"
#include "lint/yaml/merge.h"
#include "lint/yaml/mistakes.h"
#include "lint/yaml/property.h"
#include "lint/yaml/scalar.h"

/* A value with an anchor. */
struct yaml_anchor {
    struct value *value;
    uint32_t size;   /* values in it, aliases expanded */
    uint32_t height; /* levels of collections */
    bool is_open;    /* the collection is still being read: an alias would be a cycle */
};

static struct str text_at(const struct yaml_tree *tree, struct span span)
{
    return (struct str){tree->builder.input.data + span.start, span_length(span)};
}

/* Does the kind match the tag? An integer is also a float. */
static bool apply_tag(struct value *value, struct str tag)
{
    if (str_is(tag, YAML_TAGS "null"))
        return value->kind == VALUE_NULL;
    if (str_is(tag, YAML_TAGS "bool"))
        return value->kind == VALUE_BOOL;
    if (str_is(tag, YAML_TAGS "int"))
        return value->kind == VALUE_INTEGER;
    if (str_is(tag, YAML_TAGS "float") && value->kind == VALUE_INTEGER)
        value->kind = VALUE_NUMBER;
    return !str_is(tag, YAML_TAGS "float") || value->kind == VALUE_NUMBER;
}

static bool is_core_tag(struct str tag)
{
    return str_is(tag, YAML_TAGS "null") || str_is(tag, YAML_TAGS "bool") ||
           str_is(tag, YAML_TAGS "int") || str_is(tag, YAML_TAGS "float");
}

/* Unknown tags are ignored: their values are read as if untagged. */
static bool resolve_scalar(struct yaml_tree *tree, const struct yaml_scalar *scalar,
                           struct value *value)
{
    struct str tag = scalar->tag;
    bool is_core = tag.data && is_core_tag(tag);

    value->style = scalar->style;
    value->text = scalar->text;
    if (tag.data && (str_is(tag, YAML_TAGS "str") || str_is(tag, "!")))
        return true;
    if (scalar->style == STYLE_PLAIN || is_core)
        yaml_resolve(tree->builder.arena, scalar->text, value);
    if (!is_core || apply_tag(value, tag))
        return true;
    value_builder_problem(&tree->builder, PROBLEM_SYNTAX, scalar->span,
                          "`%.*s` is no value for the tag `!!%s`", (int)scalar->text.len,
                          scalar->text.data, tag.data + strlen(YAML_TAGS));
    return false;
}

static bool count_value(struct yaml_tree *tree, struct span span)
{
    if (value_builder_count(&tree->builder, 1))
        return true;
    value_builder_too_many(&tree->builder, span_make(span.start, span.start));
    return false;
}

static struct yaml_anchor *add_anchor(struct yaml_tree *tree, struct str name,
                                      struct value *value)
{
    struct arena *arena = tree->builder.arena;
    struct yaml_anchor *anchor;

    if (!name.data)
        return NULL;
    anchor = arena_alloc(arena, sizeof(*anchor));
    anchor->value = value;
    anchor->size = 1;
    str_map_put(&tree->anchors, arena, arena_str(arena, name), anchor);
    return anchor;
}

struct yaml_frame *yaml_tree_top(const struct yaml_tree *tree)
{
    return tree->depth ? &tree->frames[tree->depth - 1] : NULL;
}

static bool expects_key(const struct yaml_frame *frame)
{
    return frame && frame->value->kind == VALUE_MAP && !frame->has_key;
}

static void set_key(struct yaml_frame *frame, struct str text, struct span span)
{
    frame->entry = (struct entry){.key = text, .key_span = span};
    frame->has_key = true;
    frame->end = span.end;
}

/* Puts a complete value where it belongs; end is where its text or alias ends. */
static void place_value(struct yaml_tree *tree, struct value *value, struct span alias,
                        uint32_t end)
{
    struct yaml_frame *frame = yaml_tree_top(tree);

    if (!frame) {
        tree->root = value;
        return;
    }
    frame->entry.value = value;
    frame->entry.alias = alias;
    value_builder_push(&tree->builder, frame->entry);
    frame->entry = (struct entry){0};
    frame->has_key = false;
    if (end > frame->end)
        frame->end = end;
}

bool yaml_tree_scalar(struct yaml_tree *tree, const struct yaml_scalar *scalar)
{
    struct yaml_frame *frame = yaml_tree_top(tree);
    bool is_key = expects_key(frame);
    struct value *value;

    if (is_key) {
        set_key(frame, scalar->text, scalar->span);
        if (scalar->style == STYLE_PLAIN && str_is(scalar->text, "<<"))
            frame->has_merge = true;
        if (!scalar->anchor.data)
            return true;
    }
    if (!count_value(tree, scalar->span))
        return false;
    value = value_builder_add(&tree->builder, VALUE_STRING, scalar->span);
    if (!resolve_scalar(tree, scalar, value))
        return false;
    add_anchor(tree, scalar->anchor, value);
    if (!is_key)
        place_value(tree, value, (struct span){0, 0}, scalar->span.end);
    return true;
}

/* An alias may be a key if it stands for a scalar. */
static bool take_alias_key(struct yaml_tree *tree, const struct yaml_anchor *anchor,
                           struct span span)
{
    const struct value *value = anchor->value;

    if (value->kind == VALUE_LIST || value->kind == VALUE_MAP) {
        value_builder_problem(&tree->builder, PROBLEM_SYNTAX, span,
                              "a key must be text, found an alias of a %s",
                              value->kind == VALUE_MAP ? "group of keys" : "list");
        return false;
    }
    set_key(yaml_tree_top(tree), value->text, span);
    return true;
}

static bool check_alias(struct yaml_tree *tree, const struct yaml_anchor *anchor,
                        struct span span)
{
    struct value_builder *builder = &tree->builder;
    struct str alias = text_at(tree, span);

    if (anchor->is_open) {
        value_builder_problem(builder, PROBLEM_SYNTAX, span,
                              "alias `%.*s` is inside the value that it stands for",
                              (int)alias.len, alias.data);
        return false;
    }
    if (tree->depth + anchor->height > VALUE_MAX_DEPTH) {
        value_builder_too_deep(builder, span);
        return false;
    }
    if (!value_builder_count(builder, anchor->size)) {
        value_builder_problem(builder, PROBLEM_LIMIT, span,
                              "alias `%.*s` expands the document beyond %lu values",
                              (int)alias.len, alias.data,
                              (unsigned long)builder->input.max_nodes);
        return false;
    }
    return true;
}

/* Is the value that comes next that of `<<`, or in its list? Text is of no use there. */
static bool is_merged(const struct yaml_tree *tree)
{
    const struct yaml_frame *frame = yaml_tree_top(tree);

    if (tree->depth > 1 && frame->value->kind == VALUE_LIST)
        frame--;
    return frame && frame->has_key && str_is(frame->entry.key, "<<");
}

/* The alias or, outside of brackets, the text that begins like one. */
static struct span around_alias(const struct yaml_tree *tree, struct span alias)
{
    const struct value_input *input = &tree->builder.input;
    const struct yaml_frame *frame = yaml_tree_top(tree);
    struct yaml_line line = yaml_line_at(input->data, input->span, alias.start);
    bool in_flow = frame && frame->value->style == STYLE_FLOW;

    return line.value.start == alias.start && !in_flow ? line.value : alias;
}

/* The name may be misspelt, so quotes are only suggested. */
static bool report_unknown_alias(struct yaml_tree *tree, struct str name,
                                 struct span span)
{
    bool may_be_text = !is_merged(tree);
    struct span text = around_alias(tree, span);
    struct mistake *mistake = value_builder_problem(
        &tree->builder, PROBLEM_SYNTAX, span,
        may_be_text ? "`*%.*s` stands for what `&%.*s` names, which is nowhere above; if "
                      "it is text, put quotes around it"
                    : "`*%.*s` stands for what `&%.*s` names, which is nowhere above; is "
                      "the name misspelt?",
        (int)name.len, name.data, (int)name.len, name.data);

    mistake->fix_safe = false;
    if (may_be_text)
        mistake_add_edit(mistake, tree->builder.arena, text,
                         yaml_quoted(tree->builder.arena, text_at(tree, text)));
    return false;
}

bool yaml_tree_alias(struct yaml_tree *tree, struct str name, struct span span)
{
    struct yaml_frame *frame = yaml_tree_top(tree);
    const struct yaml_anchor *anchor;
    void *found;

    if (!str_map_get(&tree->anchors, name, &found) || !found)
        return report_unknown_alias(tree, name, span);
    anchor = found;
    if (expects_key(frame))
        return take_alias_key(tree, anchor, span);
    if (!check_alias(tree, anchor, span))
        return false;
    if (frame && anchor->height > frame->height)
        frame->height = anchor->height;
    place_value(tree, anchor->value, span, span.end);
    return true;
}

bool yaml_tree_open(struct yaml_tree *tree, const struct yaml_start *start)
{
    struct yaml_frame *frame = &tree->frames[tree->depth];
    struct span place = start->place;

    if (expects_key(yaml_tree_top(tree))) {
        yaml_explain_key(&tree->builder, place);
        return false;
    }
    if (tree->depth == VALUE_MAX_DEPTH) {
        value_builder_too_deep(&tree->builder, place);
        return false;
    }
    *frame = (struct yaml_frame){.first = tree->builder.open_count,
                                 .expanded = tree->builder.expanded,
                                 .end = place.start};
    if (!count_value(tree, place))
        return false;
    frame->value = value_builder_add(&tree->builder, start->kind, place);
    frame->value->style = start->is_flow ? STYLE_FLOW : STYLE_BLOCK;
    frame->anchor = add_anchor(tree, start->anchor, frame->value);
    if (frame->anchor)
        frame->anchor->is_open = true;
    tree->depth++;
    return true;
}

/* The pair in `[a: 1]` is a flow map as well, but without brackets. */
static bool has_brackets(const struct yaml_tree *tree, const struct value *value)
{
    char first = tree->builder.input.data[value->span.start];

    return value->style == STYLE_FLOW && (first == '[' || first == '{');
}

void yaml_tree_close(struct yaml_tree *tree, uint32_t end)
{
    struct yaml_frame *frame = &tree->frames[--tree->depth];
    struct yaml_frame *parent = yaml_tree_top(tree);
    struct value *value = frame->value;
    uint32_t height = frame->height + 1;

    value->span.end = has_brackets(tree, value) ? end : frame->end;
    if (frame->has_merge)
        yaml_merge_close(&tree->builder, value, frame->first);
    else
        value_builder_close(&tree->builder, value, frame->first);
    if (frame->anchor) {
        frame->anchor->is_open = false;
        frame->anchor->height = height;
        frame->anchor->size = tree->builder.expanded - frame->expanded;
    }
    if (parent && height > parent->height)
        parent->height = height;
    place_value(tree, value, (struct span){0, 0}, value->span.end);
}
