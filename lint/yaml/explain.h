/* explain.h - explains, in a writer's words, why YAML does not parse */
#ifndef LINT_YAML_EXPLAIN_H
#define LINT_YAML_EXPLAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/value/builder.h"

/* What is known when the parser gives up. Places are offsets into the text, in bytes. */
struct yaml_failure {
    uint32_t place;      /* where it gave up */
    const char *problem; /* its message */
    bool has_context;
    uint32_t context;         /* where the construct that it was in starts */
    const char *context_text; /* its name for that: "while scanning a simple key" */
    struct span last_scalar;  /* the last scalar that was read, else empty */
    bool in_flow;             /* between brackets */
};

/*
 * Adds one problem, at the mistake itself rather than where the parser failed, which is
 * often lines later.
 */
void yaml_explain(struct value_builder *builder, const struct yaml_failure *failure);

/* Adds a problem to a text that should be a map but has root as its only value. */
void yaml_explain_root(struct value_builder *builder, const struct value *root);

/*
 * Adds a problem for a map or list as the key of a map, which must be a scalar: nearly
 * always a template, `title: {{ page.title }}`. span is the first byte of the map or
 * list.
 */
void yaml_explain_key(struct value_builder *builder, struct span span);

#endif
