/* review.h - what stet's own keywords in a schema find in front matter */
#ifndef LINT_TOOL_SCHEMA_REVIEW_H
#define LINT_TOOL_SCHEMA_REVIEW_H

#include "lint/schema/vocabulary/vocabulary.h"

/* The article /site/blog/2024-02-29-leap day.md at 2024-03-01T01:30:00Z. */
extern const struct environment review_environment;

/* A group fixture of cmocka: from now on the process is two hours east of Greenwich. */
int review_at_home(void **state);

/* A schema and a front matter, both YAML, and what is found: "start-end severity:
 * message" lines. */
struct review_case {
    const char *schema;
    const char *text;
    const char *wanted;
};

/* The test fails where something else is found; review_check_all() looks in
 * review_environment. */
void review_check(const struct review_case *c, const struct environment *where);
void review_check_all(const struct review_case *cases, size_t count);

/* Reads YAML; a mistake in it fails the test. */
void review_read(struct arena *arena, const char *text, struct value_tree *tree);

/* Compiles a schema, which is YAML. NULL: error says why. */
const struct schema *review_compile(struct arena *arena, const char *text,
                                    struct schema_error *error);

#endif
