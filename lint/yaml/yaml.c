/* yaml.c - reads YAML: libyaml's events become a tree of values */

#include <string.h>
#include <yaml.h>

#include "lint/base/memory.h"
#include "lint/value/value.h"
#include "lint/yaml/explain.h"
#include "lint/yaml/place.h"
#include "lint/yaml/tree.h"

/* libyaml compares each directive with all earlier ones; real texts have one or two. */
enum { MAX_DIRECTIVES = 16 };

struct yaml_reader {
    struct yaml_tree tree;
    yaml_parser_t parser;
    struct yaml_places places;
    bool is_done;            /* one document was read */
    struct span last_scalar; /* for yaml_explain() */
};

static struct str text_at(const struct yaml_reader *reader, struct span span)
{
    return (struct str){reader->tree.builder.input.data + span.start, span_length(span)};
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

static struct str optional_str(const yaml_char_t *text)
{
    return text ? str_from((const char *)text) : (struct str){NULL, 0};
}

/* The content: a view of the source where it is written there as it is. */
static struct str scalar_text(const struct yaml_reader *reader, const yaml_event_t *event,
                              const struct yaml_scalar *scalar)
{
    struct str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    bool is_quoted =
        scalar->style == STYLE_SINGLE_QUOTED || scalar->style == STYLE_DOUBLE_QUOTED;
    struct str source = text_at(reader, scalar->span);

    if (is_quoted && source.len >= 2)
        source = (struct str){source.data + 1, source.len - 2};
    if (str_equal(source, text))
        return source;
    return arena_str(reader->tree.builder.arena, text);
}

static struct yaml_scalar read_scalar(struct yaml_reader *reader,
                                      const yaml_event_t *event)
{
    struct yaml_scalar scalar = {.style = scalar_style(event->data.scalar.style),
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

static bool take_scalar(struct yaml_reader *reader, const yaml_event_t *event)
{
    struct yaml_scalar scalar = read_scalar(reader, event);

    return yaml_tree_scalar(&reader->tree, &scalar);
}

static bool take_alias(struct yaml_reader *reader, const yaml_event_t *event)
{
    return yaml_tree_alias(&reader->tree,
                           str_from((const char *)event->data.alias.anchor),
                           event_span(reader, event));
}

/* The first byte of a collection, after so many anchors and tags. */
static struct span start_place(struct yaml_reader *reader, const yaml_event_t *event,
                               int properties)
{
    uint32_t offset = yaml_skip_properties(
        &reader->places, yaml_place(&reader->places, event->start_mark.index),
        properties);

    return span_make(offset, offset + (offset < reader->tree.builder.input.span.end));
}

static bool open_collection(struct yaml_reader *reader, const yaml_event_t *event,
                            struct yaml_start start, bool has_tag)
{
    int properties = (start.anchor.data != NULL) + (has_tag || start.is_flow);

    start.place = start_place(reader, event, properties);
    return yaml_tree_open(&reader->tree, &start);
}

static bool take_list_start(struct yaml_reader *reader, const yaml_event_t *event)
{
    struct yaml_start start = {
        .kind = VALUE_LIST,
        .is_flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
        .anchor = optional_str(event->data.sequence_start.anchor),
    };

    return open_collection(reader, event, start, event->data.sequence_start.tag);
}

static bool take_map_start(struct yaml_reader *reader, const yaml_event_t *event)
{
    struct yaml_start start = {
        .kind = VALUE_MAP,
        .is_flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
        .anchor = optional_str(event->data.mapping_start.anchor),
    };

    return open_collection(reader, event, start, event->data.mapping_start.tag);
}

static bool take_end(struct yaml_reader *reader, const yaml_event_t *event)
{
    yaml_tree_close(&reader->tree, yaml_place(&reader->places, event->end_mark.index));
    return true;
}

static bool take_document_start(struct yaml_reader *reader, const yaml_event_t *event)
{
    if (!reader->is_done)
        return true;
    value_builder_problem(&reader->tree.builder, PROBLEM_SYNTAX,
                          event_span(reader, event),
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
    const struct yaml_frame *frame = yaml_tree_top(&reader->tree);

    failure.in_flow = frame && frame->value->style == STYLE_FLOW;
    if (parser->error == YAML_MEMORY_ERROR)
        out_of_memory();
    if (parser->error == YAML_READER_ERROR) {
        /* The only place that libyaml reports in bytes. */
        failure.place =
            reader->tree.builder.input.span.start + (uint32_t)parser->problem_offset;
    } else {
        failure.has_context = parser->context != NULL;
        failure.place = yaml_place(&reader->places, parser->problem_mark.index);
        failure.context = failure.has_context
                              ? yaml_place(&reader->places, parser->context_mark.index)
                              : failure.place;
    }
    yaml_explain(&reader->tree.builder, &failure);
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
    struct span span = reader->tree.builder.input.span;
    const char *data = reader->tree.builder.input.data;
    uint32_t at = span.start;

    for (int count = 0; at < span.end && data[at] == '%'; count++) {
        if (count == MAX_DIRECTIVES) {
            value_builder_problem(&reader->tree.builder, PROBLEM_LIMIT,
                                  span_make(at, at + 1), "more than %d directives",
                                  MAX_DIRECTIVES);
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
    struct span *span = &reader->tree.builder.input.span;
    struct str bom = STR("\xEF\xBB\xBF");

    if (str_starts(value_builder_text(&reader->tree.builder), bom))
        span->start += (uint32_t)bom.len;
    reader->places = yaml_places_of(reader->tree.builder.input.data, *span);
    if (!reader->places.is_ascii && !value_builder_check_encoding(&reader->tree.builder))
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
    text = value_builder_text(&reader->tree.builder);
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)text.data,
                                 text.len);
    is_read = read_events(reader);
    yaml_parser_delete(&reader->parser);
    return is_read ? reader->tree.root : NULL;
}

void yaml_read(struct arena *arena, struct value_input input, struct value_tree *tree)
{
    struct yaml_frame frames[VALUE_MAX_DEPTH]; /* not cleared: few are ever used */
    struct yaml_reader reader = {.tree.frames = frames};

    value_builder_init(&reader.tree.builder, arena, input, tree);
    value_builder_finish(&reader.tree.builder, read_document(&reader));
}
