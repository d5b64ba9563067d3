/* editor_message.c - the messages that a schema has for editors and other validators */

#include "lint/schema/vocabulary/vocabulary.h"

/* The text of a key of a map; empty when it has none. */
static struct str text_of(const struct value *map, struct str key)
{
    const struct entry *entry = value_entry(map, key);

    if (!entry || entry->value->kind != VALUE_STRING)
        return STR("");
    return str_trim(entry->value->text);
}

/* A message for the keyword in a map of them: for `required`, perhaps one for each
 * name. */
static struct str by_keyword(const struct value *messages, const struct failure *f,
                             struct str keyword)
{
    const struct entry *own = value_entry(messages, keyword);
    struct str message = text_of(messages, keyword);

    if (!message.len && own && f->kind == FAILURE_MISSING)
        message = text_of(own->value, f->name);
    return message.len ? message : text_of(messages, STR("_"));
}

/* What the schema of the whole says of one of its properties. */
static struct str by_property(const struct explanation *x, const struct failure *f)
{
    const struct value *root = x->evaluation.schema->root->value;
    const struct value *messages =
        value_get(value_get(root, "errorMessage"), "properties");

    if (!f->place->parent || f->place->parent->parent || f->kind == FAILURE_UNKNOWN)
        return STR("");
    return text_of(messages, f->place->entry->key);
}

struct str editor_message(const struct explanation *x, const struct failure *failure,
                          const struct entry *keyword)
{
    const struct value *schema = failure->schema->value;
    struct str name = keyword ? keyword->key : STR("");
    struct str message = STR("");

    if (str_is(name, "pattern"))
        message = text_of(schema, STR("patternErrorMessage"));
    if (!message.len)
        message = text_of(schema, STR("errorMessage"));
    if (!message.len)
        message = by_keyword(value_get(schema, "errorMessage"), failure, name);
    return message.len ? message : by_property(x, failure);
}

bool editor_message_knows(struct str keyword)
{
    return str_is(keyword, "errorMessage") || str_is(keyword, "patternErrorMessage");
}
