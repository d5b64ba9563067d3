/* infer_articles.h - drafts of schemas for front matter that a test gives */
#ifndef LINT_TOOL_SCHEMA_INFER_ARTICLES_H
#define LINT_TOOL_SCHEMA_INFER_ARTICLES_H

#include "lint/schema/infer/infer.h"

enum { INFER_MAX_ARTICLES = 60 };

/* Front matter, read; all is in the arena, which the test initializes and releases. */
struct infer_articles {
    struct arena arena;
    struct value_tree trees[INFER_MAX_ARTICLES];
    uint32_t count;
};

/* Adds a copy of a front matter, as YAML; a mistake in it fails the test. */
void infer_articles_add(struct infer_articles *articles, struct str text);

/* The draft for all of them, which are d/1.md, d/2.md and so on. It ends in NUL. */
struct str infer_articles_draft(struct infer_articles *articles,
                                struct inference_form form);

#endif
