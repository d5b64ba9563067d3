/* readers.h - finds plain scalars that site generators read differently */
#ifndef LINT_YAML_READERS_H
#define LINT_YAML_READERS_H

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/str.h"

/* A plain scalar that means one thing here and another to a site generator. */
struct yaml_conflict {
    const char *here;        /* "a string", "a number" */
    struct str others;       /* "MkDocs reads the number 750" */
    bool is_safe_to_quote;   /* no one means what the others read */
    bool is_fixed_by_quotes; /* false: the value itself is wrong */
    bool is_date;            /* the others read a date, which is mostly meant */
};

/*
 * Does a generator read the plain scalar text differently from the core schema of YAML
 * 1.2? Fills *conflict, in the arena, for the first such reading. generator is one of
 * yaml_generator_at(); empty means all of them, without conflicts that are harmless for
 * nearly everyone, such as dates and numbers as keys. Keys are text here, whatever they
 * look like.
 */
bool yaml_conflict_find(struct arena *arena, struct str text, bool is_key,
                        struct str generator, struct yaml_conflict *conflict);

/* The names of the generators, sorted: "astro", ...; NULL after the last one. */
const char *yaml_generator_at(unsigned index);

#endif
