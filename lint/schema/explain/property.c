/* property.c - what a schema says of a property */

#include "lint/schema/explain/property.h"

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/base/utf8.h"
#include "lint/schema/compiled/applied.h"
#include "lint/schema/explain/words.h"

/* A longer sentence is cut: the schema has all of it. */
enum { MAX_SENTENCE = 200 };

static const struct subschema *own_property(const struct properties *properties,
                                            struct str name)
{
    const struct property *property = properties_find(properties, name);

    return property ? property->schema : NULL;
}

/* The schema of a property, in schema itself or what it refers to; or NULL. */
static const struct subschema *find_property(struct explanation *x,
                                             const struct subschema *schema,
                                             struct str name, int depth)
{
    const struct subschema *found = NULL;

    if (depth == PROPERTY_MAX_REFERENCES || !may_search(x))
        return NULL;
    for (uint32_t i = 0; i < schema->count; i++) {
        const struct check *check = &schema->checks[i];
        struct applied applied = {0};

        if (check->kind == CHECK_PROPERTIES)
            found = own_property(check->as.properties, name);
        while (!found && applied_next(check, APPLIED_REFERENCE | APPLIED_ALL, &applied))
            found = find_property(x, applied.schema, name, depth + 1);
        if (found)
            return found;
    }
    return NULL;
}

const struct subschema *property_referred(const struct subschema *schema)
{
    for (uint32_t i = 0; i < schema->count; i++)
        if (schema->checks[i].kind == CHECK_REF)
            return schema->checks[i].as.schema;
    return NULL;
}

const struct subschema *property_missing(struct explanation *x,
                                         const struct failure *failure)
{
    const struct subschema *found = find_property(x, failure->schema, failure->name, 0);

    if (!found && !failure->place->parent)
        found = find_property(x, x->evaluation.schema->root, failure->name, 0);
    return found;
}

/* A keyword whose value is of the kind, in the schema or one it refers to; or NULL. */
static const struct value *annotation(const struct subschema *schema, const char *keyword,
                                      enum value_kind kind)
{
    for (int i = 0; schema && i < PROPERTY_MAX_REFERENCES;
         i++, schema = property_referred(schema)) {
        const struct value *value = value_get(schema->value, keyword);

        if (value && value->kind == kind)
            return value;
    }
    return NULL;
}

/* Does a sentence end here: with a full stop before a space, or the paragraph? */
static bool sentence_ends(struct str text, size_t at)
{
    /* Shorter words are abbreviations. */
    bool stops = text.data[at] == '.' && at > 2 && text.data[at - 1] > ' ' &&
                 text.data[at - 2] > ' ' && text.data[at - 2] != '.' &&
                 text.data[at - 3] > ' ';

    if (text.data[at] == '\n')
        return at + 1 < text.len && text.data[at + 1] == '\n';
    return stops && at + 2 < text.len && is_ascii_space((unsigned char)text.data[at + 1]);
}

static struct str first_sentence(struct str text)
{
    size_t end = 0;

    text = str_trim(text);
    while (end < text.len && end < MAX_SENTENCE && !sentence_ends(text, end))
        end++;
    while (end < text.len && end > 0 && utf8_is_continuation(text.data[end]))
        end--;
    text.len = end;
    while (text.len && text.data[text.len - 1] == '.')
        text.len--;
    return text;
}

/* "One or two": a word that has a capital because it is the first. */
static bool has_sentence_case(struct str text)
{
    return text.len > 1 && text.data[0] >= 'A' && text.data[0] <= 'Z' &&
           (text.data[1] == ' ' || (text.data[1] >= 'a' && text.data[1] <= 'z')) &&
           !str_starts(text, STR("I "));
}

/* On one line, as a part of a sentence. */
static void add_sentence(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool space = c <= ' ' || c == 0x7F;

        if (!space)
            buf_putc(out, (char)c);
        else if (out->len && out->data[out->len - 1] != ' ')
            buf_putc(out, ' ');
    }
    if (has_sentence_case(text))
        out->data[0] = (char)(out->data[0] - 'A' + 'a');
}

static struct str sentence(const struct subschema *schema, struct str name)
{
    const struct value *description = annotation(schema, "description", VALUE_STRING);
    const struct value *title = annotation(schema, "title", VALUE_STRING);

    if (description && str_trim(description->text).len)
        return first_sentence(description->text);
    if (title && !str_equal_ignore_case(str_trim(title->text), name))
        return first_sentence(title->text);
    return STR("");
}

struct str property_example(struct arena *arena, const struct subschema *schema)
{
    const struct value *examples = annotation(schema, "examples", VALUE_LIST);
    struct buf out = BUF_INIT;
    struct str example;

    if (!examples || !examples->count)
        return STR("");
    words_add_choice(&out, examples->entries[0].value);
    example = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return example;
}

struct str property_about(struct arena *arena, const struct subschema *schema,
                          struct str name)
{
    struct str example = property_example(arena, schema);
    struct buf out = BUF_INIT;
    struct str about;

    add_sentence(&out, sentence(schema, name));
    if (example.len)
        buf_printf(&out, "%s%.*s", out.len ? ", such as " : "for example ",
                   (int)example.len, example.data);
    about = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return about;
}
