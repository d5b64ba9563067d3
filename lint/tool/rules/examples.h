/* examples.h - runs the examples of a manual page: they must give what they show */
#ifndef LINT_TOOL_RULES_EXAMPLES_H
#define LINT_TOOL_RULES_EXAMPLES_H

#include "lint/base/embedded.h"
#include "lint/document/document.h"
#include "lint/tool/own_folder.h"
#include "lint/tool/rules/trial.h"

/*
 * A page that is run. The second word of the info string of a fenced block says what it
 * is:
 *
 *   config  options of the rule, up to the next heading
 *   schema  schema of the front matter, for all examples after it
 *   file path=NAME  a file of the project, for all examples after it
 *   good    a text without findings
 *   bad     a text with the findings in the `report` after it
 *   fixed   the `bad` text before it after fixing
 *   skip    not an example
 *
 * good and bad may have a `path=NAME` (`md good` without one: example.md), and `unended`
 * when their last line has no line end.
 */
struct examples {
    const struct rule *rule;
    const char *name; /* of the file */
    struct document document;
    struct source source;
    struct arena arena;
    struct str config;        /* of the current example */
    struct str schema;        /* of all examples after it */
    struct own_folder folder; /* of the project, when the page has files; else empty */
    struct buf accepted;      /* the page with new reports, for `make accept` */
    uint32_t written;         /* the bytes of the page that are in accepted so far */
    uint32_t good, bad, wrong;
    bool fixed;
};

/* Parses the page. With own_folder, its texts and files are in a folder of their own. */
void examples_open(struct examples *page, const struct embedded_file *file,
                   const struct rule *rule, bool own_folder);

/* Runs all examples; prints and counts what differs from the page. */
void examples_run(struct examples *page);

/* Prints and counts something else that is wrong with the page. */
void examples_complain(struct examples *page, const struct node *at, const char *what,
                       struct str wanted, struct str got);

/* Checks that a field of the page's front matter is this string. */
void examples_check_field(struct examples *page, const char *field, const char *wanted);

/* Does text contain part? */
bool text_holds(struct str text, struct str part);

/* Writes the accepted page, removes the folder; returns the number of mistakes. */
uint32_t examples_close(struct examples *page);

#endif
