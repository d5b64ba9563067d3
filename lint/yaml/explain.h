/* explain.h - YAML that does not parse, in a writer's words */
#ifndef LINT_YAML_EXPLAIN_H
#define LINT_YAML_EXPLAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/value/builder.h"

/* What is known when the parser gives up. */
struct yaml_failure {
    uint32_t place;      /* where it gave up */
    const char *problem; /* its own words */
    bool has_context;
    uint32_t context;         /* where the construct starts that it was in */
    const char *context_text; /* its words for that: "while scanning a simple key" */
    struct span last_scalar;  /* the last scalar that was read, else empty */
    bool in_flow;             /* between brackets */
};

/*
 * Adds one problem, at the culprit rather than where the parser stumbled: most
 * mistakes are noticed only lines later.
 */
void yaml_explain(struct value_builder *builder, const struct yaml_failure *failure);

/* A whole text that should be a map and is something else: root, its only value. */
void yaml_explain_root(struct value_builder *builder, const struct value *root);

/*
 * A map where only a word can stand: the key of another map. Written by hand it
 * is nearly always a template, `title: {{ page.title }}`. span is the map's or
 * list's first byte.
 */
void yaml_explain_key(struct value_builder *builder, struct span span);

#endif
