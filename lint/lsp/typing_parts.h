/* typing_parts.h - the steps of typing_find(); for the files typing*.c only */
#ifndef LINT_LSP_TYPING_PARTS_H
#define LINT_LSP_TYPING_PARTS_H

#include "lint/lsp/typing.h"

/* The front matter around a cursor, found without a parser. */
struct typing_region {
    const char *data; /* the source's */
    uint32_t start;   /* of its text, after the opening fence */
    uint32_t cursor;
    uint32_t end; /* of its text; where no closing fence is known, of the line */
    struct arena *arena;
};

/* Adds a step; deeper ones are dropped, and then nothing is being typed. */
void typing_push(struct typing *typing, struct describe_step step);

/*
 * Reads brackets from `at` up to the cursor. True when the cursor is inside of them: then
 * the steps, token and kind are those of what is typed there, and *close gets the
 * brackets that are open, innermost first. separator is what follows a key. Otherwise
 * *at is after the closing bracket, or at the cursor.
 */
bool typing_in_flow(struct typing *typing, const struct typing_region *region,
                    uint32_t *at, char separator, struct str *close);

/* What is typed in YAML, TOML and JSON. */
void typing_yaml(struct typing *typing, const struct typing_region *region);
void typing_toml(struct typing *typing, const struct typing_region *region);
void typing_json(struct typing *typing, const struct typing_region *region);

/* Reads the region with the text of a span replaced, and sets typing->root. True when
 * that could be read. */
bool typing_read(struct typing *typing, const struct typing_region *region,
                 struct span without, struct str instead);

static inline bool typing_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The bounds of a line. */
uint32_t typing_line_start(const struct typing_region *region, uint32_t at);
uint32_t typing_line_end(const struct typing_region *region, uint32_t at);

/* Where a token of one line that starts at `from` ends: after its closing quote, else
 * before a comment, one of the stops or the end of the line; blanks excluded. */
uint32_t typing_token_end(const struct typing_region *region, uint32_t from,
                          const char *stops);

/* Sets token, typed and quote. */
void typing_take_token(struct typing *typing, const struct typing_region *region,
                       uint32_t from, const char *stops);

#endif
