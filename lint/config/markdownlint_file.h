/* markdownlint_file.h - reads one config of markdownlint's, as it is */
#ifndef LINT_CONFIG_MARKDOWNLINT_FILE_H
#define LINT_CONFIG_MARKDOWNLINT_FILE_H

#include "lint/config/reader.h"

/* What a file is to markdownlint, by its name. */
enum markdownlint_kind {
    MARKDOWNLINT_NONE,
    MARKDOWNLINT_RULES,   /* .markdownlint.jsonc, .json, .yaml, .yml: a map of rules */
    MARKDOWNLINT_OPTIONS, /* .markdownlint-cli2.jsonc, .yaml: rules and more */
    MARKDOWNLINT_PACKAGE, /* package.json, with the same under a key of its own */
    MARKDOWNLINT_SCRIPT,  /* .markdownlint.cjs and the like: JavaScript */
};

/* The kind of a file by its name, or by the end of it, as in `base.markdownlint.json`. */
enum markdownlint_kind markdownlint_kind_of(struct str name);

/* Is this the name, and not the end of it, of a file that configures markdownlint? A
 * package.json is none. */
bool markdownlint_is_name(struct str name);

/* The file of the kind in an absolute folder; of several the one that markdownlint takes.
 * Empty when there is none. */
struct str markdownlint_file_in(struct arena *arena, struct str folder,
                                enum markdownlint_kind kind);

/* What a config says. */
struct markdownlint_said {
    struct str path;           /* empty: there is no file */
    const struct value *rules; /* of MARKDOWNLINT_RULES, with what they extend, or NULL */
    const struct value *options; /* of the others, whose `config` has what it extends, or
                                    NULL */
    bool wrong;                  /* it has errors, which are the reader's */
};

/* Reads a file of a kind that is no script. What it extends is found in the project, also
 * in its folders node_modules. */
struct markdownlint_said markdownlint_read(struct config_reader *reader, struct str path,
                                           enum markdownlint_kind kind,
                                           const struct config_place *place);

#endif
