/* miss_search.h - the search for what was meant as front matter; for lint/document only
 */
#ifndef LINT_DOCUMENT_MISS_SEARCH_H
#define LINT_DOCUMENT_MISS_SEARCH_H

#include "lint/base/arena.h"
#include "lint/document/document.h"

/* Lines of a fence, however it is typed. */
struct block {
    uint32_t open;
    uint32_t close; /* the number of lines: none */
};

struct search {
    const struct source *source;
    struct arena *arena;
    uint32_t top;       /* the first line with text that is not a comment */
    bool after_comment; /* there is a comment above it */
    struct block block; /* what was found */
    bool below_text;    /* it is not at the start */
    bool doubtful;      /* it may as well be text */
    struct mistake *miss;
};

bool miss_has_line(const struct search *search, uint32_t line);

/* A line, and the same without the white space around it: views. */
struct str miss_line(const struct search *search, uint32_t line);
struct str miss_trimmed(const struct search *search, uint32_t line);
struct span miss_trimmed_span(const struct search *search, uint32_t line);

/* A line of nothing but dashes, well or badly typed, or of nothing but `+`. */
bool miss_is_run(struct str text, bool plus);

/* Does the line open or close a block that is fenced with dashes, well or badly typed? */
bool miss_is_dash_fence(struct str text);

/* Does the line begin data, or JSON a map? False after the last line. */
bool miss_starts_with_data(const struct search *search, enum front_matter_syntax syntax,
                           uint32_t line);

/* The first line from `line` on that is not of a block of data; in a loose block, blank
 * lines may be between the data. */
uint32_t miss_data_end(const struct search *search, enum front_matter_syntax syntax,
                       uint32_t line);
uint32_t miss_loose_end(const struct search *search, enum front_matter_syntax syntax,
                        uint32_t line);

/* The fields in the lines of a block, without its fences; a `title` on its first line
 * counts twice: one other field alone may be text. */
uint32_t miss_count_fields(const struct search *search, enum front_matter_syntax syntax,
                           struct block block);

/* Starts the mistake, at the text of a line, with a message that is not copied. */
struct mistake *miss_report(struct search *search, uint32_t line, const char *message);

/* Finds the first line with text that is not a comment. */
void miss_find_top(struct search *search);

/* A fence as it should be, except for blank lines, comments and what is not seen before
 * it. */
bool miss_find_late(struct search *search);

/* The same below other text. */
bool miss_find_below_text(struct search *search);

/* Fields alone on top, or in a code block there. They may be text, which only a config
 * that requires front matter rules out. */
bool miss_find_bare(struct search *search);

#endif
