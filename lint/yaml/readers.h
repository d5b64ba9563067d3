/* readers.h - plain scalars that site generators read differently */
#ifndef LINT_YAML_READERS_H
#define LINT_YAML_READERS_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* A plain scalar that means one thing here and another to a site generator. */
struct yaml_conflict {
    const char *here;        /* "a string", "a number" */
    struct str others;       /* "MkDocs reads the number 750" */
    bool is_safe_to_quote;   /* nobody can have meant what the others read */
    bool is_fixed_by_quotes; /* else the value is wrong in itself */
    bool is_date;            /* the others read a date, which is mostly wanted */
};

/*
 * Does a generator read the plain scalar text differently than the core schema
 * of YAML 1.2? Fills *conflict, in the arena, for the reading that comes first.
 * generator is one of yaml_generator_at(); empty asks all of them, and then
 * passes over what is harmless for nearly everybody, dates and numbers as keys
 * among it. Keys are text here, whatever they look like.
 */
bool yaml_conflict_find(struct arena *arena, struct str text, bool is_key,
                        struct str generator, struct yaml_conflict *conflict);

/* The generators by name, sorted: "astro", ...; NULL behind the last one. */
const char *yaml_generator_at(unsigned index);

#endif
