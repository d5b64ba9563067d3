/* article_schema.h - which schema holds for an article, and what it finds wrong */
#ifndef LINT_RUN_ARTICLE_SCHEMA_H
#define LINT_RUN_ARTICLE_SCHEMA_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str_map.h"
#include "lint/document/document.h"
#include "lint/rule/profile.h"
#include "lint/source/mistake.h"

/* Schemas one worker keeps: a site has some ten kinds of articles. Further ones are
 * compiled for each article that names them. */
enum { SCHEMA_CACHE_MAX = 100 };

struct run_context;

/* The schemas that articles name by `$schema`, kept from one article to the next. */
struct schema_cache {
    struct arena arena;
    struct str_map known;
    uint32_t count;
};

/* How schemas are compiled that stand at path or are named there: as the config of the
 * profile says, or by default in path's own project. */
struct schema_options schema_options_for(const struct profile *profile, struct str path,
                                         struct arena *arena);

void schema_cache_init(struct schema_cache *cache);

/*
 * What is wrong with the document's front matter by the schema that holds for it: the
 * profile's if that one is fixed; else the one it names by `$schema`; else the one its
 * field stands for; else the profile's. A `$schema` that leads to no schema and a field
 * that stands for none are mistakes themselves. `$schema` is no property of the
 * article unless the schema says so. The result is in the arena; NULL and *count 0 when
 * nothing is wrong or no schema holds.
 */
const struct mistake *article_mistakes(const struct document *document,
                                       const struct profile *profile,
                                       const struct run_context *context,
                                       struct arena *arena, uint32_t *count);

#endif
