/* yaml.c - reads YAML: from libyaml's events to a tree of values */

#include <string.h>
#include <yaml.h>

#include "lint/base/memory.h"
#include "lint/base/str_map.h"
#include "lint/value/builder.h"
#include "lint/value/value.h"
#include "lint/yaml/explain.h"
#include "lint/yaml/merge.h"
#include "lint/yaml/mistakes.h"
#include "lint/yaml/place.h"
#include "lint/yaml/scalar.h"

/* libyaml compares each directive with all earlier ones; real texts have one or two. */
enum { MAX_DIRECTIVES = 16 };

/* A value with an anchor. */
struct anchor {
    struct value *value;
    uint32_t size;   /* values in it, aliases expanded */
    uint32_t height; /* levels of collections */
    bool is_open;    /* the collection is still being read: an alias would be a cycle */
};

/* A collection that is being read. */
struct frame {
    struct value *value;
    struct anchor *anchor; /* or NULL */
    uint32_t first;        /* the index of its first entry among the open ones */
    uint32_t expanded;     /* values before it */
    uint32_t height;
    uint32_t end;       /* of its last child */
    struct entry entry; /* map: the key whose value comes next */
    bool has_key;
    bool has_merge; /* a key is `<<` */
};

struct yaml_reader {
    struct value_builder builder;
    yaml_parser_t parser;
    struct yaml_places places;
    struct frame *frames; /* VALUE_MAX_DEPTH of them */
    uint32_t depth;
    struct str_map anchors; /* name -> anchor */
    struct value *root;
    bool is_done;            /* one document was read */
    struct span last_scalar; /* for yaml_explain() */
};

static struct str text_at(const struct yaml_reader *reader, struct span span)
{
    return (struct str){reader->builder.input.data + span.start, span_length(span)};
}

static struct span event_span(struct yaml_reader *reader, const yaml_event_t *event)
{
    uint32_t start = yaml_place(&reader->places, event->start_mark.index);

    return span_make(start, yaml_place(&reader->places, event->end_mark.index));
}

static enum value_style scalar_style(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return STYLE_SINGLE_QUOTED;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return STYLE_DOUBLE_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE:
        return STYLE_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return STYLE_FOLDED;
    default:
        return STYLE_PLAIN;
    }
}

/* A scalar, as a key or a value. */
struct scalar {
    enum value_style style;
    struct span span;
    struct str text;
    struct str anchor; /* data is NULL when there is none */
    struct str tag;    /* the same; `!` alone is a tag too */
};

static struct str optional_str(const yaml_char_t *text)
{
    return text ? str_from((const char *)text) : (struct str){NULL, 0};
}

/* The content: a view of the source where it is written there as it is. */
static struct str scalar_text(const struct yaml_reader *reader, const yaml_event_t *event,
                              const struct scalar *scalar)
{
    struct str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    bool is_quoted =
        scalar->style == STYLE_SINGLE_QUOTED || scalar->style == STYLE_DOUBLE_QUOTED;
    struct str source = text_at(reader, scalar->span);

    if (is_quoted && source.len >= 2)
        source = (struct str){source.data + 1, source.len - 2};
    if (str_equal(source, text))
        return source;
    return arena_str(reader->builder.arena, text);
}

static struct scalar read_scalar(struct yaml_reader *reader, const yaml_event_t *event)
{
    struct scalar scalar = {.style = scalar_style(event->data.scalar.style),
                            .span = event_span(reader, event),
                            .anchor = optional_str(event->data.scalar.anchor),
                            .tag = optional_str(event->data.scalar.tag)};
    uint32_t start = yaml_skip_properties(&reader->places, scalar.span.start, 2);

    /* `a: &x` without a value: the next node does not belong to it. */
    if (start > scalar.span.end)
        start = scalar.span.end;

    /* libyaml drops `!` before a plain scalar and then resolves it as if untagged. */
    if (!scalar.tag.data && start > scalar.span.start &&
        memchr(text_at(reader, scalar.span).data, '!', start - scalar.span.start))
        scalar.tag = STR("!");
    scalar.span.start = start;
    if (scalar.style == STYLE_LITERAL || scalar.style == STYLE_FOLDED)
        scalar.span.end = yaml_block_scalar_end(&reader->places, scalar.span);
    scalar.text = scalar_text(reader, event, &scalar);
    reader->last_scalar = scalar.span;
    return scalar;
}

/* Does the kind match the tag? An integer is also a float. */
static bool apply_tag(struct value *value, struct str tag)
{
    if (str_is(tag, YAML_NULL_TAG))
        return value->kind == VALUE_NULL;
    if (str_is(tag, YAML_BOOL_TAG))
        return value->kind == VALUE_BOOL;
    if (str_is(tag, YAML_INT_TAG))
        return value->kind == VALUE_INTEGER;
    if (str_is(tag, YAML_FLOAT_TAG) && value->kind == VALUE_INTEGER)
        value->kind = VALUE_NUMBER;
    return !str_is(tag, YAML_FLOAT_TAG) || value->kind == VALUE_NUMBER;
}

static bool is_core_tag(struct str tag)
{
    return str_is(tag, YAML_NULL_TAG) || str_is(tag, YAML_BOOL_TAG) ||
           str_is(tag, YAML_INT_TAG) || str_is(tag, YAML_FLOAT_TAG);
}

/* Unknown tags are ignored: their values are read as if untagged. */
static bool resolve_scalar(struct yaml_reader *reader, const struct scalar *scalar,
                           struct value *value)
{
    struct str tag = scalar->tag;
    bool is_core = tag.data && is_core_tag(tag);

    value->style = scalar->style;
    value->text = scalar->text;
    if (tag.data && (str_is(tag, YAML_STR_TAG) || str_is(tag, "!")))
        return true;
    if (scalar->style == STYLE_PLAIN || is_core)
        yaml_resolve(reader->builder.arena, scalar->text, value);
    if (!is_core || apply_tag(value, tag))
        return true;
    value_builder_problem(&reader->builder, PROBLEM_SYNTAX, scalar->span,
                          "`%.*s` is no value for the tag `!!%s`", (int)scalar->text.len,
                          scalar->text.data, tag.data + strlen("tag:yaml.org,2002:"));
    return false;
}

static bool count_value(struct yaml_reader *reader, struct span span)
{
    if (value_builder_count(&reader->builder, 1))
        return true;
    value_builder_too_many(&reader->builder, span_make(span.start, span.start));
    return false;
}

static struct anchor *add_anchor(struct yaml_reader *reader, struct str name,
                                 struct value *value)
{
    struct arena *arena = reader->builder.arena;
    struct anchor *anchor;

    if (!name.data)
        return NULL;
    anchor = arena_alloc(arena, sizeof(*anchor));
    anchor->value = value;
    anchor->size = 1;
    str_map_put(&reader->anchors, arena, arena_str(arena, name), anchor);
    return anchor;
}

static struct frame *top_frame(struct yaml_reader *reader)
{
    return reader->depth ? &reader->frames[reader->depth - 1] : NULL;
}

static bool expects_key(const struct frame *frame)
{
    return frame && frame->value->kind == VALUE_MAP && !frame->has_key;
}

static void set_key(struct frame *frame, struct str text, struct span span)
{
    frame->entry = (struct entry){.key = text, .key_span = span};
    frame->has_key = true;
    frame->end = span.end;
}

/* Puts a complete value where it belongs; end is where its text or alias ends. */
static void place_value(struct yaml_reader *reader, struct value *value,
                        struct span alias, uint32_t end)
{
    struct frame *frame = top_frame(reader);

    if (!frame) {
        reader->root = value;
        return;
    }
    frame->entry.value = value;
    frame->entry.alias = alias;
    value_builder_push(&reader->builder, frame->entry);
    frame->entry = (struct entry){0};
    frame->has_key = false;
    if (end > frame->end)
        frame->end = end;
}

static bool take_scalar(struct yaml_reader *reader, const yaml_event_t *event)
{
    struct scalar scalar = read_scalar(reader, event);
    struct frame *frame = top_frame(reader);
    bool is_key = expects_key(frame);
    struct value *value;

    if (is_key) {
        set_key(frame, scalar.text, scalar.span);
        if (scalar.style == STYLE_PLAIN && str_is(scalar.text, "<<"))
            frame->has_merge = true;
        if (!scalar.anchor.data)
            return true;
    }
    if (!count_value(reader, scalar.span))
        return false;
    value = value_builder_add(&reader->builder, VALUE_STRING, scalar.span);
    if (!resolve_scalar(reader, &scalar, value))
        return false;
    add_anchor(reader, scalar.anchor, value);
    if (!is_key)
        place_value(reader, value, (struct span){0, 0}, scalar.span.end);
    return true;
}

/* An alias may be a key if it stands for a scalar. */
static bool take_alias_key(struct yaml_reader *reader, const struct anchor *anchor,
                           struct span span)
{
    const struct value *value = anchor->value;

    if (value->kind == VALUE_LIST || value->kind == VALUE_MAP) {
        value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span,
                              "a key must be text, found an alias of a %s",
                              value->kind == VALUE_MAP ? "group of keys" : "list");
        return false;
    }
    set_key(top_frame(reader), value->text, span);
    return true;
}

static bool check_alias(struct yaml_reader *reader, const struct anchor *anchor,
                        struct span span)
{
    struct value_builder *builder = &reader->builder;
    struct str alias = text_at(reader, span);

    if (anchor->is_open) {
        value_builder_problem(builder, PROBLEM_SYNTAX, span,
                              "alias `%.*s` is inside the value that it stands for",
                              (int)alias.len, alias.data);
        return false;
    }
    if (reader->depth + anchor->height > VALUE_MAX_DEPTH) {
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

static bool take_alias(struct yaml_reader *reader, const yaml_event_t *event)
{
    struct span span = event_span(reader, event);
    struct str name = str_from((const char *)event->data.alias.anchor);
    struct frame *frame = top_frame(reader);
    const struct anchor *anchor;
    struct mistake *mistake;
    void *found;

    if (!str_map_get(&reader->anchors, name, &found) || !found) {
        mistake =
            value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span,
                                  "`*%.*s` stands for what `&%.*s` names, which is "
                                  "nowhere above; if it is text, "
                                  "put quotes around it",
                                  (int)name.len, name.data, (int)name.len, name.data);
        mistake_add_edit(mistake, reader->builder.arena, span,
                         yaml_quoted(reader->builder.arena, text_at(reader, span)));
        return false;
    }
    anchor = found;
    if (expects_key(frame))
        return take_alias_key(reader, anchor, span);
    if (!check_alias(reader, anchor, span))
        return false;
    if (frame && anchor->height > frame->height)
        frame->height = anchor->height;
    place_value(reader, anchor->value, span, span.end);
    return true;
}

/* The common parts of the two kinds of start events. */
struct start {
    enum value_kind kind;
    bool is_flow;
    struct str anchor;
    bool has_tag;
};

static bool open_collection(struct yaml_reader *reader, const yaml_event_t *event,
                            struct start start)
{
    struct frame *frame = &reader->frames[reader->depth];
    int properties = (start.anchor.data != NULL) + (start.has_tag || start.is_flow);
    uint32_t offset = yaml_skip_properties(
        &reader->places, yaml_place(&reader->places, event->start_mark.index),
        properties);
    struct span place =
        span_make(offset, offset + (offset < reader->builder.input.span.end));

    if (expects_key(top_frame(reader))) {
        yaml_explain_key(&reader->builder, place);
        return false;
    }
    if (reader->depth == VALUE_MAX_DEPTH) {
        value_builder_too_deep(&reader->builder, place);
        return false;
    }
    *frame = (struct frame){.first = reader->builder.open_count,
                            .expanded = reader->builder.expanded,
                            .end = place.start};
    if (!count_value(reader, place))
        return false;
    frame->value = value_builder_add(&reader->builder, start.kind, place);
    frame->value->style = start.is_flow ? STYLE_FLOW : STYLE_BLOCK;
    frame->anchor = add_anchor(reader, start.anchor, frame->value);
    if (frame->anchor)
        frame->anchor->is_open = true;
    reader->depth++;
    return true;
}

static bool take_list_start(struct yaml_reader *reader, const yaml_event_t *event)
{
    struct start start = {
        .kind = VALUE_LIST,
        .is_flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
        .anchor = optional_str(event->data.sequence_start.anchor),
        .has_tag = event->data.sequence_start.tag != NULL,
    };

    return open_collection(reader, event, start);
}

static bool take_map_start(struct yaml_reader *reader, const yaml_event_t *event)
{
    struct start start = {
        .kind = VALUE_MAP,
        .is_flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
        .anchor = optional_str(event->data.mapping_start.anchor),
        .has_tag = event->data.mapping_start.tag != NULL,
    };

    return open_collection(reader, event, start);
}

/* The pair in `[a: 1]` is a flow map as well, but without brackets. */
static bool has_brackets(const struct yaml_reader *reader, const struct value *value)
{
    char first = reader->builder.input.data[value->span.start];

    return value->style == STYLE_FLOW && (first == '[' || first == '{');
}

static bool take_end(struct yaml_reader *reader, const yaml_event_t *event)
{
    struct frame *frame = &reader->frames[--reader->depth];
    struct frame *parent = top_frame(reader);
    struct value *value = frame->value;
    uint32_t height = frame->height + 1;

    value->span.end = has_brackets(reader, value)
                          ? yaml_place(&reader->places, event->end_mark.index)
                          : frame->end;
    if (frame->has_merge)
        yaml_merge_close(&reader->builder, value, frame->first);
    else
        value_builder_close(&reader->builder, value, frame->first);
    if (frame->anchor) {
        frame->anchor->is_open = false;
        frame->anchor->height = height;
        frame->anchor->size = reader->builder.expanded - frame->expanded;
    }
    if (parent && height > parent->height)
        parent->height = height;
    place_value(reader, value, (struct span){0, 0}, value->span.end);
    return true;
}

static bool take_document_start(struct yaml_reader *reader, const yaml_event_t *event)
{
    if (!reader->is_done)
        return true;
    value_builder_problem(&reader->builder, PROBLEM_SYNTAX, event_span(reader, event),
                          "a second document starts here; front matter is only one");
    return false;
}

/* Takes one event; false, after reporting why, when reading must stop. */
static bool take_event(struct yaml_reader *reader, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return take_scalar(reader, event);
    case YAML_ALIAS_EVENT:
        return take_alias(reader, event);
    case YAML_SEQUENCE_START_EVENT:
        return take_list_start(reader, event);
    case YAML_MAPPING_START_EVENT:
        return take_map_start(reader, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return take_end(reader, event);
    case YAML_DOCUMENT_START_EVENT:
        return take_document_start(reader, event);
    case YAML_DOCUMENT_END_EVENT:
        reader->is_done = true;
        return true;
    default:
        return true;
    }
}

static void report_failure(struct yaml_reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    struct yaml_failure failure = {.problem = parser->problem ? parser->problem : "",
                                   .context_text = parser->context ? parser->context : "",
                                   .last_scalar = reader->last_scalar};
    const struct frame *frame = top_frame(reader);

    failure.in_flow = frame && frame->value->style == STYLE_FLOW;
    if (parser->error == YAML_MEMORY_ERROR)
        out_of_memory();
    if (parser->error == YAML_READER_ERROR) {
        /* The only place that libyaml reports in bytes. */
        failure.place =
            reader->builder.input.span.start + (uint32_t)parser->problem_offset;
    } else {
        failure.has_context = parser->context != NULL;
        failure.place = yaml_place(&reader->places, parser->problem_mark.index);
        failure.context = failure.has_context
                              ? yaml_place(&reader->places, parser->context_mark.index)
                              : failure.place;
    }
    yaml_explain(&reader->builder, &failure);
}

static bool read_events(struct yaml_reader *reader)
{
    bool is_end = false;

    while (!is_end) {
        yaml_event_t event;
        bool goes_on;

        if (!yaml_parser_parse(&reader->parser, &event)) {
            report_failure(reader);
            return false;
        }
        is_end = event.type == YAML_STREAM_END_EVENT;
        goes_on = take_event(reader, &event);
        yaml_event_delete(&event);
        if (!goes_on)
            return false;
    }
    return true;
}

/* Directives come before everything else; the first line that is not one ends them. */
static bool check_directives(struct yaml_reader *reader)
{
    struct span span = reader->builder.input.span;
    const char *data = reader->builder.input.data;
    uint32_t at = span.start;

    for (int count = 0; at < span.end && data[at] == '%'; count++) {
        if (count == MAX_DIRECTIVES) {
            value_builder_problem(&reader->builder, PROBLEM_LIMIT, span_make(at, at + 1),
                                  "more than %d directives", MAX_DIRECTIVES);
            return false;
        }
        while (at < span.end && data[at] != '\n' && data[at] != '\r')
            at++;
        at = yaml_skip_space(&reader->places, at);
    }
    return true;
}

static bool prepare(struct yaml_reader *reader)
{
    struct span *span = &reader->builder.input.span;
    struct str bom = STR("\xEF\xBB\xBF");

    if (str_starts(value_builder_text(&reader->builder), bom))
        span->start += (uint32_t)bom.len;
    reader->places = yaml_places_of(reader->builder.input.data, *span);
    if (!reader->places.is_ascii && !value_builder_check_encoding(&reader->builder))
        return false;
    return check_directives(reader);
}

static struct value *read_document(struct yaml_reader *reader)
{
    struct str text;
    bool is_read;

    if (!prepare(reader))
        return NULL;
    if (!yaml_parser_initialize(&reader->parser))
        out_of_memory();
    text = value_builder_text(&reader->builder);
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)text.data,
                                 text.len);
    is_read = read_events(reader);
    yaml_parser_delete(&reader->parser);
    return is_read ? reader->root : NULL;
}

void yaml_read(struct arena *arena, struct value_input input, struct value_tree *tree)
{
    struct frame frames[VALUE_MAX_DEPTH]; /* not cleared: few are ever used */
    struct yaml_reader reader = {.frames = frames};

    value_builder_init(&reader.builder, arena, input, tree);
    value_builder_finish(&reader.builder, read_document(&reader));
}
