/* results.h - the results of one file: its diagnostics with lines and columns */
#ifndef LINT_RESULTS_RESULTS_H
#define LINT_RESULTS_RESULTS_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/sha256.h"
#include "lint/source/diagnostic.h"
#include "lint/source/source.h"

struct rule_table;

/* What a reporter needs besides positions and messages; the rest is left out. */
enum results_want {
    WANT_EXCERPT = 1 << 0,     /* result.excerpt */
    WANT_FINGERPRINT = 1 << 1, /* result.line_hash, result.context_hash */
    WANT_EDIT_PLACES = 1 << 2, /* result.edit_places */
    WANT_BASELINE = 1 << 3,    /* result.known_hash, file_results.sketch */
    WANT_SUPPRESSED = 1 << 4,  /* file_results.suppressed */
    WANT_CONTEXT = 1 << 5,     /* result.context */
    WANT_DIGEST = 1 << 6,      /* file_results.digest */
};

/* Lines that stand for a text when it is compared with others. */
enum { SKETCH_MAX = 16 };

enum {
    EXCERPT_MAX_LINES = 3,    /* of a range that spans more, the first ones */
    EXCERPT_MAX_BYTES = 2000, /* of one line: a window around the range's start */
    CONTEXT_MAX_BYTES = 8000, /* of lines around a range; longer ones are left out */
    /* Of all excerpts of a file, and of all contexts; further findings have none: no one
     * reads that far. */
    EXCERPTS_MAX_BYTES = 16 * 1024 * 1024,
};

/* Where an edit starts and ends. */
struct edit_place {
    struct position from;
    struct position to;
};

struct result_related {
    struct position start;
    struct position end;
    struct str message;
};

/* The lines of a range with the one before and the one after, where there are such. */
struct result_context {
    uint32_t first_line;
    uint32_t last_line;
    struct str text; /* of all these, without the last line end; empty: too long */
};

/* The comment that suppresses a finding. */
struct result_suppression {
    struct position start;
    struct position end;
    struct str reason; /* that it gives; or empty */
};

/* One diagnostic, complete without its source. */
struct result {
    const struct rule *rule;
    uint32_t rule_index; /* of the rule in its table */
    enum severity severity;
    struct position start;
    struct position end;
    struct str message;
    const struct edit *edits;             /* as those of a mistake */
    const struct edit_place *edit_places; /* of each; NULL unless wanted */
    const struct result_related *related;
    const struct result_suppression *suppression; /* NULL: it is not suppressed */
    uint32_t edit_count;
    uint32_t related_count;
    enum mistake_tag tag; /* for editors; not in the wire form */
    bool fix_safe;
    struct str excerpt; /* source lines of the range, from excerpt_start on */
    struct result_context context;
    uint32_t excerpt_start; /* offset of its first byte: the start of a line unless cut */
    uint32_t line_hash_turn; /* 1 for the first line of the file with that hash, … */
    uint64_t line_hash;      /* GitHub's primaryLocationLineHash of the start line */
    uint64_t known_hash;     /* fingerprint_known() */
    uint64_t context_hash;   /* stet's own: rule, message and trimmed text of the line */
};

/* Sets all that comes after the message to nothing. Member by member: the compiler would
 * clear the whole by a loop that takes as long as filling it. */
static inline void result_clear_rest(struct result *result)
{
    result->edits = NULL;
    result->edit_places = NULL;
    result->related = NULL;
    result->suppression = NULL;
    result->edit_count = 0;
    result->related_count = 0;
    result->tag = TAG_NONE;
    result->fix_safe = false;
    result->excerpt = (struct str){NULL, 0};
    result->context = (struct result_context){0, 0, {NULL, 0}};
    result->excerpt_start = 0;
    result->line_hash_turn = 0;
    result->line_hash = 0;
    result->known_hash = 0;
    result->context_hash = 0;
}

/* All results of one file, sorted by start, end, rule and message; no two are equal. They
 * may come in parts. */
struct file_results {
    struct str path; /* as given on the command line */
    uint32_t size;   /* bytes of the file */
    uint32_t line_count;
    uint32_t front_matter_lines; /* the first ones, with its fences; 0: none */
    bool unreadable; /* the file could not be read: its only result says why */
    bool continues;  /* these come after others of the same file */
    struct result *results;
    uint32_t count;
    struct result *known; /* those that a baseline has, which do not count */
    uint32_t known_count;
    struct result *suppressed; /* those that comments suppress, which do not count */
    uint32_t suppressed_count; /* RESULTS_MAX_PER_FILE at most: the first ones */
    /* SHA-256 of the bytes of the file; zeros in one without results. */
    unsigned char digest[SHA256_BYTES];
    uint64_t sketch[SKETCH_MAX]; /* fingerprint_sketch() */
    uint32_t sketch_count;
    uint32_t dropped;          /* findings beyond RESULTS_MAX_PER_FILE */
    uint32_t ignored_comments; /* as in struct diagnostics */
};

enum {
    /* More than anyone reads; a generated file must not fill the report. */
    RESULTS_MAX_PER_FILE = 100000,
    /* Of all results of a file, suppressed ones included: ten for each result that there
     * may be. Further results lack their fix, or their related places. */
    RESULTS_MAX_EDITS = 1000000,
    RESULTS_MAX_RELATED = 1000000,
};

/*
 * Sorts the diagnostics, drops repeated ones and finds their positions; want is of enum
 * results_want. When there are too many, the first ones are kept, and one of the rule
 * with ROLE_TOO_MANY (if the table has it) before them says so. Lists are in the arena;
 * messages, edits, excerpts and the path are those of the diagnostics and the source,
 * which must live as long. Never fails.
 */
struct file_results results_make(struct diagnostics found, const struct source *source,
                                 const struct rule_table *rules, unsigned want,
                                 struct arena *arena);

/*
 * The part of the source that is shown for a range: its lines, without the last line end,
 * within the limits above. Never starts or ends inside a character.
 */
struct span results_excerpt(const struct source *source, const struct position *start,
                            const struct position *end);

/* The lines around a range. Like results_excerpt(), a view of the source. */
struct result_context results_context(const struct source *source,
                                      const struct position *start,
                                      const struct position *end);

#endif
