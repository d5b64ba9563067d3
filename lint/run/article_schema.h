/* article_schema.h - the schema that applies to an article, and the mistakes it finds */
#ifndef LINT_RUN_ARTICLE_SCHEMA_H
#define LINT_RUN_ARTICLE_SCHEMA_H

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/str_map.h"
#include "lint/document/document.h"
#include "lint/rule/profile.h"
#include "lint/source/mistake.h"

/* The most schemas that a worker keeps: a site has some ten kinds of articles. Further
 * ones are compiled for each article that names them. */
enum { SCHEMA_CACHE_MAX = 100 };

struct run_context;

/* The schemas that articles name by `$schema`, kept from one article to the next, in an
 * arena of their own. Lives until the process ends. */
struct schema_cache {
    struct arena arena;
    struct str_map known;
    uint32_t count;
};

/* The options to compile schemas that are named in the file at path, an absolute path: as
 * the config of the profile says, else the defaults for the project of path. */
struct schema_options schema_options_for(const struct profile *profile, struct str path,
                                         struct arena *arena);

void schema_cache_init(struct schema_cache *cache);

/*
 * What is wrong with the front matter of the document by the schema that applies to it:
 * that of the profile if it is fixed; else the one that it names by `$schema`; else the
 * one that its field selects; else that of the profile. A `$schema` that leads to no
 * schema and a field that selects none are mistakes themselves. `$schema` does not count
 * as a property of the article unless the schema mentions it. The result is in the arena;
 * NULL with *count 0 when nothing is wrong or no schema applies.
 */
const struct mistake *article_mistakes(const struct document *document,
                                       const struct profile *profile,
                                       const struct run_context *context,
                                       struct arena *arena, uint32_t *count);

/*
 * The schema that applies to an article whose front matter has this root so far; root may
 * be NULL, and of the source only its path counts. NULL when none applies, or the one
 * that it names cannot be used.
 */
const struct schema *article_schema(const struct source *source, const struct value *root,
                                    const struct profile *profile,
                                    const struct run_context *context,
                                    struct arena *arena);

#endif
