/* front_matter_hover.c - hover and definition in front matter */

#include "lint/base/uri.h"
#include "lint/files/path.h"
#include "lint/lsp/front_matter.h"
#include "lint/lsp/under.h"

/* The steps of a way through values. */
static uint32_t steps_of(const struct value *root, const struct value_path *path,
                         struct describe_step steps[TYPING_MAX_DEPTH])
{
    const struct value *value = root;
    uint32_t count = 0;

    for (; count < path->depth && count < TYPING_MAX_DEPTH; count++) {
        const struct entry *entry = path->entries[count];

        steps[count] =
            (struct describe_step){.is_item = value->kind == VALUE_LIST,
                                   .key = entry->key,
                                   .index = (uint32_t)(entry - value->entries)};
        value = entry->value;
    }
    return count;
}

/* What applies to the entry at an offset. */
struct pointed {
    struct description place;
    struct str name;  /* of the innermost entry with a key */
    struct span span; /* of the key or value under the cursor */
};

static bool find_parsed(struct question *question, uint32_t offset,
                        struct pointed *pointed)
{
    const struct value *root = question_document(question)->front_matter.tree.root;
    const struct schema *schema = front_matter_schema(question, root);
    struct describe_step steps[TYPING_MAX_DEPTH];
    struct value_path path;
    uint32_t count;
    const struct entry *last;

    value_under(root, offset, &path);
    if (!schema || !path.depth)
        return false;
    count = steps_of(root, &path, steps);
    pointed->place = describe_place(schema, root, steps, count, question->arena);
    last = path.entries[count - 1];
    pointed->span = path.on_key ? last->key_span : last->value->span;
    while (--count > 0 && !span_length(last->key_span))
        last = path.entries[count - 1];
    pointed->name = last->key;
    return true;
}

/* In a block that cannot be read: by the text around the cursor. */
static bool find_typed(struct question *question, uint32_t offset,
                       struct pointed *pointed)
{
    struct typing typing;
    const struct schema *schema;
    struct str token;

    if (!front_matter_typing(question, offset, &typing) || !span_length(typing.token))
        return false;
    schema = front_matter_schema(question, typing.root);
    token = typing_unquoted(source_text(&question->source, typing.token));
    if (typing.kind == TYPING_KEY && typing.depth < TYPING_MAX_DEPTH)
        typing.steps[typing.depth++] = (struct describe_step){.key = token};
    if (!schema)
        return false;
    pointed->place =
        describe_place(schema, typing.root, typing.steps, typing.depth, question->arena);
    pointed->span = typing.token;
    for (uint32_t i = 0; i < typing.depth; i++)
        if (!typing.steps[i].is_item)
            pointed->name = typing.steps[i].key;
    return true;
}

static bool find_pointed(struct question *question, uint32_t offset,
                         struct pointed *pointed)
{
    *pointed = (struct pointed){.name = STR("")};
    return find_parsed(question, offset, pointed) ||
           find_typed(question, offset, pointed);
}

/* Which schema says so. */
static struct str with_schema(struct question *question, const struct pointed *pointed,
                              struct str text)
{
    const char *path = describe_schema_path(&pointed->place);
    struct str shown;

    if (!path)
        return text;
    shown = path_shown(question->arena, path_real(question->arena, path));
    return arena_format(question->arena, "%.*s\n\n*%.*s*", (int)text.len, text.data,
                        (int)shown.len, shown.data);
}

bool front_matter_hover(struct question *question, uint32_t offset)
{
    struct json_writer *json = &question->out;
    struct pointed pointed;
    struct str text;

    if (!find_pointed(question, offset, &pointed) || !pointed.place.count)
        return false;
    text = describe_fully(&pointed.place, pointed.name, question->arena);
    json_open(json, '{');
    json_key(json, "contents");
    json_open(json, '{');
    json_member(json, "kind", STR("markdown"));
    json_member(json, "value", with_schema(question, &pointed, text));
    json_close(json, '}');
    json_key(json, "range");
    range_write(json, &question->source, pointed.span, question->client->encoding);
    json_close(json, '}');
    return true;
}

static void write_start_of(struct question *question, struct str path)
{
    struct json_writer *json = &question->out;

    json_open(json, '{');
    json_member(json, "uri", uri_from_path(question->arena, path.data));
    json_key(json, "range");
    json_raw(json, STR("{\"start\":{\"line\":0,\"character\":0},"
                       "\"end\":{\"line\":0,\"character\":0}}"));
    json_close(json, '}');
}

/* The file that `$schema` leads to from the article, if there is one. */
static struct str named_schema(struct question *question, const struct entry *entry)
{
    struct str base = uri_from_path(question->arena, question->place->path.data);
    struct str path = uri_to_path(question->arena,
                                  uri_resolve(question->arena, base, entry->value->text));
    const char *reason;

    if (path.len && path_presence(path.data, &reason) == PRESENCE_YES)
        return path;
    return STR("");
}

bool front_matter_definition(struct question *question, uint32_t offset)
{
    const struct value *root = question_document(question)->front_matter.tree.root;
    struct value_path path;
    struct pointed pointed;
    struct str file = STR("");

    value_under(root, offset, &path);
    if (path.depth == 1 && str_is(path.entries[0]->key, "$schema"))
        file = named_schema(question, path.entries[0]);
    else if (find_pointed(question, offset, &pointed))
        file = describe_data_file(&pointed.place, question->arena);
    if (!file.len)
        return false;
    write_start_of(question, file);
    return true;
}
