/* values.c - checks the values in a schema by the schema itself */

#include "lint/schema/explain/explain.h"
#include "lint/schema/flaw/flaw.h"

/* "the top level must be …" becomes "`default` must be …" here. */
static void add_refused(struct inspection *inspection, const char *what,
                        const struct value *value, const struct violation *violation)
{
    struct str root = STR("the top level");
    struct str message = violation->mistake.message;
    struct span span = violation->at_root ? value->span : violation->mistake.span;

    if (str_starts(message, root))
        flaw_add(inspection, FLAW_CONTRADICTION, SEVERITY_WARNING, span,
                 "its own schema refuses this %s: it%.*s", what,
                 (int)(message.len - root.len), message.data + root.len);
    else
        flaw_add(inspection, FLAW_CONTRADICTION, SEVERITY_WARNING, span,
                 "its own schema refuses this %s: %.*s", what, (int)message.len,
                 message.data);
}

static void inspect_value(struct inspection *inspection, const struct subschema *schema,
                          const char *what, const struct value *value)
{
    struct schema alone = {schema, inspection->compiler.dynamic, false};
    struct value_tree tree = {.root = (struct value *)value};
    const struct violation *violations;
    uint32_t count;

    violations = schema_explain_next(&inspection->explanation, &alone, &tree, &count);
    if (count)
        add_refused(inspection, what, value, violations);
}

static void inspect_list(struct inspection *inspection, const struct subschema *schema,
                         const char *what, const struct value *list)
{
    for (uint32_t i = 0; list && list->kind == VALUE_LIST && i < list->count; i++)
        inspect_value(inspection, schema, what, list->entries[i].value);
}

/* A keyword that applies only to kinds of values which `type` does not allow. */
static void inspect_idle(struct inspection *inspection, const struct subschema *schema)
{
    const struct check *type = schema->count ? &schema->checks[0] : NULL;

    if (!type || type->kind != CHECK_TYPE)
        return;
    for (uint32_t i = 1; i < schema->count; i++) {
        const struct check *check = &schema->checks[i];

        if (check->kinds & type->as.type.allowed)
            continue;
        flaw_add(inspection, FLAW_CONTRADICTION, SEVERITY_WARNING,
                 check->keyword->key_span,
                 "`%.*s` has nothing to look at: `type` lets no such value in",
                 (int)check->keyword->key.len, check->keyword->key.data);
    }
}

void inspect_values(struct inspection *inspection, const struct subschema *schema)
{
    const struct entry *preset = compile_sibling(schema, "default");
    const struct entry *examples = compile_sibling(schema, "examples");
    const struct entry *constant = compile_sibling(schema, "const");
    const struct entry *choices = compile_sibling(schema, "enum");

    inspect_idle(inspection, schema);
    if (preset)
        inspect_value(inspection, schema, "default", preset->value);
    if (constant)
        inspect_value(inspection, schema, "constant", constant->value);
    inspect_list(inspection, schema, "example", examples ? examples->value : NULL);
    inspect_list(inspection, schema, "choice", choices ? choices->value : NULL);
}
