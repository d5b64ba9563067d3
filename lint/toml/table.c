/* table.c - tables, and what may still be added to them (TOML 1.0 Table) */

#include "lint/toml/reader.h"

struct toml_table *toml_table_new(struct toml_reader *reader, enum toml_origin origin,
                                  uint32_t depth, struct span span)
{
    struct toml_table *table = arena_alloc(reader->builder.arena, sizeof(*table));

    table->value = value_builder_add(&reader->builder,
                                     origin == TOML_ARRAY ? VALUE_LIST : VALUE_MAP, span);
    table->value->style = origin == TOML_INLINE ? STYLE_FLOW : STYLE_BLOCK;
    table->origin = origin;
    table->depth = depth;
    return table;
}

static struct toml_member *find(const struct toml_table *table, struct str name)
{
    void *member;

    return str_map_get(&table->names, name, &member) ? member : NULL;
}

static struct toml_member *add_member(struct toml_reader *reader,
                                      struct toml_table *table, struct entry entry)
{
    struct toml_member *member = arena_alloc(reader->builder.arena, sizeof(*member));

    member->entry = entry;
    if (table->last)
        table->last->next = member;
    else
        table->first = member;
    table->last = member;
    table->count++;
    if (table->origin != TOML_ARRAY)
        str_map_put(&table->names, reader->builder.arena, entry.key, member);
    return member;
}

/* Adds a table of that origin to another one, or an item to an array. */
static struct toml_table *add_table(struct toml_reader *reader, struct toml_table *parent,
                                    enum toml_origin origin, const struct toml_key *key)
{
    struct entry entry = {.key = key->name, .key_span = key->span};
    struct toml_member *member;

    if (parent->depth >= VALUE_MAX_DEPTH) {
        value_builder_too_deep(&reader->builder, key->span);
        reader->stopped = true;
        return NULL;
    }
    if (!toml_count(reader, key->span))
        return NULL;
    /* The items of a list have no names; the place of one is the header that opens it. */
    if (parent->origin == TOML_ARRAY)
        entry.key = STR("");
    member = add_member(reader, parent, entry);
    member->table = toml_table_new(reader, origin, parent->depth + 1,
                                   span_make(reader->at, reader->at));
    member->entry.value = member->table->value;
    return member->table;
}

static bool refuse(struct toml_reader *reader, const struct toml_key *key,
                   const struct toml_member *member, const char *what)
{
    struct mistake *mistake =
        value_builder_problem(&reader->builder, PROBLEM_DUPLICATE_KEY, key->span,
                              "`%.*s` %s", (int)key->name.len, key->name.data, what);

    mistake_add_related(mistake, reader->builder.arena, member->entry.key_span,
                        STR("first defined here"));
    return false;
}

static const char *what_value(const struct toml_member *member)
{
    const struct value *value = member->entry.value;

    if (value->kind == VALUE_MAP)
        return "is an inline table: all its keys stand between its braces";
    if (value->kind == VALUE_LIST)
        return "is a list in brackets already: tables cannot be added to it";
    return "has a value already and cannot be a table as well";
}

struct toml_table *toml_table_descend(struct toml_reader *reader,
                                      struct toml_table *table,
                                      const struct toml_key **key)
{
    for (; (*key)->next; *key = (*key)->next) {
        struct toml_member *member = find(table, (*key)->name);

        if (!member) {
            table = add_table(reader, table, TOML_DOTTED, *key);
            if (!table)
                return NULL;
            continue;
        }
        if (!member->table)
            return refuse(reader, *key, member, what_value(member)), NULL;
        table = member->table;
        if (table->origin == TOML_ARRAY || table->origin == TOML_HEADER)
            return refuse(reader, *key, member,
                          "is a table with a header already: its keys belong there"),
                   NULL;
        table->origin = TOML_DOTTED;
    }
    return table;
}

void toml_table_put(struct toml_reader *reader, struct toml_table *table,
                    const struct toml_key *key, struct value *value)
{
    const struct toml_member *first = find(table, key->name);
    struct entry entry = {.key = key->name, .key_span = key->span, .value = value};

    if (first)
        value_builder_duplicate(&reader->builder, &first->entry, &entry);
    else
        add_member(reader, table, entry);
}

/* The table that a part of a header, not the last one, names. */
static struct toml_table *step_into(struct toml_reader *reader, struct toml_table *table,
                                    const struct toml_key *key)
{
    struct toml_member *member = find(table, key->name);

    if (!member)
        return add_table(reader, table, TOML_IMPLICIT, key);
    if (!member->table)
        return refuse(reader, key, member, what_value(member)), NULL;
    if (member->table->origin == TOML_ARRAY)
        return member->table->last->table;
    return member->table;
}

/* `[a]` for the second time: its keys are added to the first one. */
static struct toml_table *open_table(struct toml_reader *reader,
                                     struct toml_table *parent,
                                     const struct toml_key *key)
{
    struct toml_member *member = find(parent, key->name);

    if (!member)
        return add_table(reader, parent, TOML_HEADER, key);
    if (!member->table)
        return refuse(reader, key, member, what_value(member)), NULL;
    if (member->table->origin == TOML_ARRAY)
        return refuse(reader, key, member,
                      "is a list of tables: its headers have double brackets"),
               NULL;
    if (member->table->origin != TOML_IMPLICIT)
        refuse(reader, key, member, "is defined already: a table has one header");
    member->table->origin = TOML_HEADER;
    return member->table;
}

static struct toml_table *open_item(struct toml_reader *reader, struct toml_table *parent,
                                    const struct toml_key *key)
{
    struct toml_member *member = find(parent, key->name);
    struct toml_table *array = member ? member->table : NULL;

    if (!member)
        array = add_table(reader, parent, TOML_ARRAY, key);
    else if (!array)
        return refuse(reader, key, member, what_value(member)), NULL;
    else if (array->origin != TOML_ARRAY)
        return refuse(reader, key, member, "is a table already, not a list of tables"),
               NULL;
    return array ? add_table(reader, array, TOML_HEADER, key) : NULL;
}

/* Keys below an invalid header are read and dropped. */
bool toml_table_open(struct toml_reader *reader, const struct toml_key *key,
                     bool is_array)
{
    struct toml_table *table = reader->root;

    for (; table && key->next; key = key->next)
        table = step_into(reader, table, key);
    if (table)
        table = is_array ? open_item(reader, table, key) : open_table(reader, table, key);
    if (!table)
        table = toml_table_new(reader, TOML_HEADER, 1, key->span);
    reader->table = table;
    return !reader->stopped;
}

/* From the first key to the end of what comes last, wherever that is. */
static void set_span(struct value *value, const struct toml_table *table)
{
    const struct entry *first = &value->entries[0];

    value->span.start = first->value->span.start;
    if (table->origin != TOML_ARRAY)
        value->span.start = first->key_span.start;
    for (uint32_t i = 0; i < value->count; i++)
        if (value->entries[i].value->span.end > value->span.end)
            value->span.end = value->entries[i].value->span.end;
}

struct value *toml_table_close(struct toml_reader *reader, struct toml_table *table)
{
    struct value *value = table->value;
    uint32_t count = 0;

    if (!table->count)
        return value;
    value->entries =
        arena_array(reader->builder.arena, table->count, sizeof(*value->entries));
    for (struct toml_member *member = table->first; member; member = member->next) {
        if (member->table)
            toml_table_close(reader, member->table);
        member->table = NULL;
        value->entries[count++] = member->entry;
    }
    value->count = count;
    if (table->origin != TOML_INLINE)
        set_span(value, table);
    return value;
}
