/* mistakes.h - explains the usual mistakes within one line of YAML */
#ifndef LINT_YAML_MISTAKES_H
#define LINT_YAML_MISTAKES_H

#include <stdbool.h>

#include "lint/value/builder.h"
#include "lint/yaml/explain.h"
#include "lint/yaml/line.h"

/* The input of the explainers below, which return true when they have added a problem,
 * and false when the mistake is another one. */
struct explanation {
    struct value_builder *builder;
    const struct yaml_failure *failure;
    const char *data;
    struct span text;
    struct yaml_line line; /* where the parser gave up */
};

static inline struct str explanation_str(const struct explanation *explanation,
                                         struct span span)
{
    return (struct str){explanation->data + span.start, span_length(span)};
}

/* Adds a syntax problem with a fixed message. */
struct mistake *explanation_report(const struct explanation *explanation,
                                   struct span span, const char *message);

/* Text in the quotes that need the fewest changes to it, in the arena. */
struct str yaml_quoted(struct arena *arena, struct str text);

/* A template where a value starts: `{{ page.title }}`. */
bool yaml_explain_template(const struct explanation *explanation,
                           const struct yaml_line *line);

/* Mistakes that are certain, wherever a value may start. */
bool yaml_explain_value(const struct explanation *explanation,
                        const struct yaml_line *line);

/* A value that starts with a list or map in brackets and goes on after it. */
bool yaml_explain_text_after_bracket(const struct explanation *explanation,
                                     const struct yaml_line *line);

/* A line without `key:` where one is needed. */
bool yaml_explain_keyless(const struct explanation *explanation,
                          const struct yaml_line *line);

#endif
