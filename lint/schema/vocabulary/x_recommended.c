/* x_recommended.c - x-recommended: a schema whose violations are not errors */

#include "lint/schema/explain/explain.h"
#include "lint/schema/vocabulary/vocabulary.h"

static bool compile(struct compiler *c, struct advice *advice)
{
    struct schema_place place = {advice->keyword->value,
                                 (struct resource *)advice->schema->resource};

    advice->settings = compiler_subschema(c, place);
    return advice->settings != NULL;
}

/* Gives a failure of the recommended schema its severity and, when it has no message of
 * its own, the one that x-message has for x-recommended. */
static void adopt(struct advising *x, const struct advice *advice, enum severity severity,
                  struct failures *failures)
{
    for (struct failure *f = failures->first; f; f = f->next) {
        f->mistake.severity = keyword_severity(f->schema, failure_keyword(f), true);
        if (f->mistake.severity == SEVERITY_OFF)
            f->mistake.severity = severity;
        f->advice = advice;
    }
    failures_append(x->out, failures);
}

static void check(struct advising *x, const struct advice *advice,
                  const struct place *place)
{
    const struct subschema *schema = advice->settings;
    struct advising inner = *x;
    struct failures failures = {NULL, NULL, 0};
    struct explaining at = {.explanation = x->explanation,
                            .schema = schema,
                            .place = place,
                            .out = &failures};

    inner.severity = advice_severity(x, advice);
    if (!evaluate(&x->explanation->evaluation, schema, place->value, NULL))
        explain_schema(&at);
    adopt(x, advice, inner.severity, &failures);
    advise_schema(&inner, schema, place);
}

const struct extension x_recommended = {
    .name = "x-recommended",
    .help = "a schema that should hold, but need not",
    .kinds = KIND_ANY,
    .severity = SEVERITY_WARNING,
    .compile = compile,
    .check = check,
};
