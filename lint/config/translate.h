/* translate.h - writes configs of markdownlint's as one of stet's */
#ifndef LINT_CONFIG_TRANSLATE_H
#define LINT_CONFIG_TRANSLATE_H

#include "lint/base/buf.h"
#include "lint/config/markdownlint.h"

/* What is written so far, and how deep. */
struct translation {
    struct buf *out;
    const struct rule_table *table;
    struct arena *arena;
    unsigned indent;   /* spaces before each line */
    bool has_comments; /* some config says whether comments are heeded */
    bool has_pattern;  /* some config says what comes before the Markdown */
};

/* Adds a line with the indent: "key: " and the rest, which is YAML. */
__attribute__((format(printf, 2, 3))) void translate_line(struct translation *translation,
                                                          const char *format, ...);

/* Adds `rules` with what a map of markdownlint's says; nothing when that is what the
 * preset says. map may be NULL. */
void translate_rules(struct translation *translation, const struct value *map);

/*
 * Add the patterns of a list of markdownlint-cli2's as items of a list. The folder is
 * that of its config, relative to that of the new one, or empty.
 */

/* As patterns to ignore, by the walk that begins in the folder of the config. */
void translate_base_ignores(struct translation *translation,
                            const struct markdownlint_globs *globs);

/* The same in a folder below. */
void translate_ignores(struct translation *translation, struct str folder,
                       const struct markdownlint_globs *globs);

/* As patterns that choose files. */
void translate_filter(struct translation *translation, struct str folder,
                      const struct markdownlint_globs *globs);

/* As patterns by which files are found. */
void translate_finding(struct translation *translation,
                       const struct markdownlint_globs *globs);

/*
 * Writes a config for an absolute folder that gives all files in it the same findings as
 * these configs of markdownlint's, each in the folder or below it, sorted by folder.
 */
void translate(struct translation *translation, struct str folder,
               const struct config_file *const *files, uint32_t count);

#endif
