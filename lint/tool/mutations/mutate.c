/* mutate.c - writers' mistakes in a valid document */

#include "lint/tool/mutations/mutate.h"

#include "lint/value/json_write.h"
#include "lint/value/yaml_write.h"

const char *mutation_name(enum mutation_kind kind)
{
    static const char *const names[MUTATION_KIND_COUNT] = {
        [MUTATION_MISSING] = "a missing key",
        [MUTATION_NAME] = "a misspelt key",
        [MUTATION_TYPE] = "a wrong type",
        [MUTATION_VALUE] = "a wrong value",
    };

    return names[kind];
}

/* One walk over a document. */
struct mutating {
    struct random *random;
    struct arena *arena;
    mutation_visit *visit;
    void *context;
};

/* With a letter left out. */
static struct str misspell(struct mutating *m, struct str word)
{
    size_t cut = 1 + random_below(m->random, (uint32_t)word.len - 1);

    return arena_format(m->arena, "%.*s%.*s", (int)cut, word.data,
                        (int)(word.len - cut - 1), word.data + cut + 1);
}

static void without_key(struct mutating *m, struct value *map, uint32_t index)
{
    struct entry *all = map->entries;
    struct mutation mutation = {MUTATION_MISSING, map, index};

    map->entries = arena_array(m->arena, map->count, sizeof(*all));
    for (uint32_t i = 0, kept = 0; i < map->count; i++)
        if (i != index)
            map->entries[kept++] = all[i];
    map->count--;
    m->visit(&mutation, m->context);
    map->count++;
    map->entries = all;
}

enum { MIN_MISSPELT = 4 }; /* shorter names are near to anything */

static void misspelt_key(struct mutating *m, struct value *map, uint32_t index)
{
    struct mutation mutation = {MUTATION_NAME, map, index};
    struct str name = map->entries[index].key;

    if (name.len < MIN_MISSPELT)
        return;
    map->entries[index].key = misspell(m, name);
    if (!value_entry(map, name))
        m->visit(&mutation, m->context);
    map->entries[index].key = name;
}

static void replaced(struct mutating *m, struct mutation mutation, struct value *value)
{
    struct value *own = mutation.parent->entries[mutation.index].value;

    mutation.parent->entries[mutation.index].value = value;
    m->visit(&mutation, m->context);
    mutation.parent->entries[mutation.index].value = own;
}

static struct value *value_of(struct mutating *m, enum value_kind kind)
{
    struct value *value = arena_alloc(m->arena, sizeof(*value));
    struct value *inner;

    value->kind = kind;
    value->text = kind == VALUE_STRING ? STR("zz top") : STR("777");
    value->boolean = true;
    if (kind < VALUE_LIST)
        return value;
    inner = value_of(m, VALUE_INTEGER);
    value->style = STYLE_FLOW;
    value->entries = arena_alloc(m->arena, sizeof(*value->entries));
    value->entries[0] = (struct entry){.key = STR("zz"), .value = inner};
    value->count = 1;
    return value;
}

static void wrong_type(struct mutating *m, struct value *parent, uint32_t index)
{
    static const enum value_kind kinds[] = {VALUE_BOOL, VALUE_INTEGER, VALUE_STRING,
                                            VALUE_LIST, VALUE_MAP,     VALUE_NULL};
    struct value *own = parent->entries[index].value;
    enum value_kind kind = kinds[random_below(m->random, 6)];

    if (kind != own->kind)
        replaced(m, (struct mutation){MUTATION_TYPE, parent, index}, value_of(m, kind));
}

static void wrong_value(struct mutating *m, struct value *parent, uint32_t index)
{
    struct value *own = parent->entries[index].value;
    struct value *other = arena_alloc(m->arena, sizeof(*other));
    bool near = random_below(m->random, 2);

    if (own->kind >= VALUE_LIST || own->kind == VALUE_NULL)
        return;
    *other = *own;
    other->boolean = !own->boolean;
    if (own->kind == VALUE_STRING)
        other->text = near && own->text.len > 2 ? misspell(m, own->text) : STR("zzz");
    else if (own->kind != VALUE_BOOL)
        other->text = STR("9999");
    replaced(m, (struct mutation){MUTATION_VALUE, parent, index}, other);
}

static void mutate_below(struct mutating *m, struct value *parent)
{
    for (uint32_t i = 0; i < parent->count; i++) {
        if (parent->kind == VALUE_MAP) {
            without_key(m, parent, i);
            misspelt_key(m, parent, i);
        }
        wrong_type(m, parent, i);
        wrong_value(m, parent, i);
        mutate_below(m, parent->entries[i].value);
    }
}

void mutate_each(struct value *document, struct random *random, struct arena *arena,
                 mutation_visit *visit, void *context)
{
    struct mutating mutating = {random, arena, visit, context};

    mutate_below(&mutating, document);
}

/* What has been written so far, and on which line we are. */
struct writing {
    struct buf *out;
    uint32_t line;
};

static void add_scalar(struct buf *out, const struct value *value)
{
    if (value->kind == VALUE_NULL)
        buf_puts(out, "null");
    else if (value->kind == VALUE_BOOL)
        buf_puts(out, value->boolean ? "true" : "false");
    else if (value->kind == VALUE_STRING)
        yaml_add_scalar(out, value->text);
    else
        buf_add_str(out, value->text);
}

/* [777] or {zz: 777}, also without an entry. */
static void add_flow(struct buf *out, const struct value *value)
{
    bool is_map = value->kind == VALUE_MAP;

    buf_putc(out, is_map ? '{' : '[');
    for (uint32_t i = 0; i < value->count; i++) {
        if (is_map)
            buf_printf(out, "%.*s: ", (int)value->entries[i].key.len,
                       value->entries[i].key.data);
        add_scalar(out, value->entries[i].value);
    }
    buf_putc(out, is_map ? '}' : ']');
}

static void add_block(struct writing *w, struct value *collection, unsigned indent);

/* After `key:` or `-`. A list item begins on the line of its `-`. */
static void add_value(struct writing *w, struct value *value, bool is_item,
                      unsigned indent)
{
    value->span = span_make(w->line, w->line);
    if (value->kind < VALUE_LIST || value->style == STYLE_FLOW || !value->count) {
        buf_putc(w->out, ' ');
        if (value->kind < VALUE_LIST)
            add_scalar(w->out, value);
        else
            add_flow(w->out, value);
        buf_putc(w->out, '\n');
        w->line++;
        return;
    }
    if (is_item) {
        buf_putc(w->out, ' ');
    } else {
        buf_putc(w->out, '\n');
        w->line++;
    }
    add_block(w, value, indent);
}

/* The first entry after a `-` is on its line. */
static void add_block(struct writing *w, struct value *collection, unsigned indent)
{
    for (uint32_t i = 0; i < collection->count; i++) {
        struct entry *entry = &collection->entries[i];
        bool at_start = !w->out->len || w->out->data[w->out->len - 1] == '\n';

        if (at_start)
            buf_repeat(w->out, ' ', indent);
        entry->key_span = span_make(w->line, w->line);
        if (collection->kind == VALUE_MAP) {
            yaml_add_scalar(w->out, entry->key);
            buf_putc(w->out, ':');
        } else {
            buf_putc(w->out, '-');
        }
        add_value(w, entry->value, collection->kind == VALUE_LIST, indent + 2);
    }
}

void mutation_write(struct buf *out, struct value *document)
{
    struct writing writing = {out, 0};

    document->span = span_make(0, 0);
    if (document->count)
        add_block(&writing, document, 0);
    else
        buf_puts(out, "{}\n");
}

uint32_t mutation_line(const struct mutation *mutation)
{
    const struct value *parent = mutation->parent;

    if (mutation->kind == MUTATION_MISSING)
        return parent->span.start;
    return parent->entries[mutation->index].key_span.start;
}
