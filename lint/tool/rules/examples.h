/* examples.h - the examples of a manual page are run: they must give what they show */
#ifndef LINT_TOOL_RULES_EXAMPLES_H
#define LINT_TOOL_RULES_EXAMPLES_H

#include "lint/base/embedded.h"
#include "lint/document/document.h"
#include "lint/tool/own_folder.h"
#include "lint/tool/rules/trial.h"

/*
 * A page at work. Its fenced blocks say by the second word of their info string what
 * they are:
 *
 *   config  options of the rule, until the next heading
 *   schema  schema of the front matter, for all examples behind it
 *   file path=NAME  a file of the project, for all examples behind it
 *   good    a text that gives no finding
 *   bad     a text that gives the findings in the `report` behind it
 *   fixed   what fixing makes of the `bad` text before it
 *   skip    nothing of ours
 *
 * good and bad may have a `path=NAME` (`md good` without: example.md), and `unended` when
 * the last line has no end.
 */
struct examples {
    const struct rule *rule;
    const char *name; /* of the file */
    struct document document;
    struct source source;
    struct arena arena;
    struct str config;        /* of the example at hand */
    struct str schema;        /* of all examples behind it */
    struct own_folder folder; /* of the project, where a page has files; else empty */
    struct buf accepted;      /* the page with new reports, for `make accept` */
    uint32_t written;         /* bytes of the page that are in accepted */
    uint32_t good, bad, wrong;
    bool fixed;
};

/* Parses the page. With own_folder its texts and files get a folder of their own. */
void examples_open(struct examples *page, const struct embedded_file *file,
                   const struct rule *rule, bool own_folder);

/* Runs all examples; counts and prints what is not as the page says. */
void examples_run(struct examples *page);

/* Something else that is wrong with the page. */
void examples_complain(struct examples *page, const struct node *at, const char *what,
                       struct str wanted, struct str got);

/* A field of the page's front matter must be this string. */
void examples_check_field(struct examples *page, const char *field, const char *wanted);

/* Does part stand somewhere in the text? */
bool text_holds(struct str text, struct str part);

/* Writes what was accepted, removes the folder; returns how much was wrong. */
uint32_t examples_close(struct examples *page);

#endif
