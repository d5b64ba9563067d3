/* rule.h - the door: all that a rule may know of the program */
#ifndef LINT_RULE_H
#define LINT_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/symbols.h" /* before what it names */

#include "lint/base/ascii.h"
#include "lint/base/message.h"
#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/base/utf8.h"
#include "lint/base/white_space.h"
#include "lint/document/document.h"
#include "lint/document/lines.h"
#include "lint/markdown/html.h"
#include "lint/pattern/regex.h"
#include "lint/source/mistake.h"
#include "lint/source/source.h"
#include "lint/value/value.h"
#include "lint/yaml/readers.h"

/* One rule at work on one file: its settings, its state, where findings go. */
struct pass;

/* A finding that was just reported, to hang edits and related places on. */
struct finding;

enum option_type {
    OPTION_END,       /* ends the table */
    OPTION_BOOL,      /* bool */
    OPTION_INTEGER,   /* int */
    OPTION_STRING,    /* struct str */
    OPTION_CHOICE,    /* int: index into choices */
    OPTION_PATTERN,   /* const struct regex *, NULL for ""; case is ignored */
    OPTION_STRINGS,   /* struct str_list */
    OPTION_PER_LEVEL, /* int[6]: one integer for all heading levels, or a list of six */
};

/*
 * A row of a rule's option table. The core parses and checks values, fills the
 * settings, documents the option and makes it part of the config's schema.
 */
struct option {
    const char *name; /* as markdownlint spells it where markdownlint has it */
    enum option_type type;
    const char *initial; /* default, as JSON: "80", "true", "\"consistent\"", "[]" */
    const char *help;    /* one line, no full stop */
    size_t offset;       /* of the field in the settings */
    int minimum;         /* OPTION_INTEGER, OPTION_PER_LEVEL */
    int maximum;         /* 0 means no upper bound */
    const char *const *choices; /* OPTION_CHOICE: names, ended by NULL */
};

/* What a rule promises about its fixes; tests hold it to that. */
enum fix_promise {
    FIX_NONE,   /* never offers one */
    FIX_SAFE,   /* never changes what the article says */
    FIX_UNSAFE, /* may: applied only when asked for */
};

enum rule_preset {
    PRESET_RECOMMENDED = 1 << 0,  /* what an editor of articles wants on day one */
    PRESET_MARKDOWNLINT = 1 << 1, /* markdownlint's default set */
};

/*
 * What the core itself has to say is said through rules too, so that it has a
 * page, a code and a severity like any other. Such rules have no callbacks.
 */
enum rule_role {
    ROLE_ORDINARY,
    ROLE_UNREADABLE,         /* the file could not be read */
    ROLE_CRASHED,            /* its worker crashed */
    ROLE_TIMED_OUT,          /* its worker took longer than allowed */
    ROLE_MEMORY,             /* its worker needed more memory than allowed */
    ROLE_TOO_MANY,           /* more findings than are kept for one file */
    ROLE_UNUSED_SUPPRESSION, /* a comment that suppressed nothing */
};

/*
 * A rule: one constant in one .c file, with a page of the same name beside it.
 * The core allocates settings (filled from the options, once for each
 * configuration) and state (zeroed for each file), walks lines once and nodes
 * once for all rules together, and calls back in this order: front_matter,
 * every line, every node in document order, finish.
 */
struct rule {
    const char *code;       /* "MD001" */
    const char *name;       /* "heading-increment": what is found, as in the file name */
    const char *alias;      /* a second name, or NULL */
    const char *tags;       /* markdownlint's, separated by spaces */
    const char *summary;    /* one line, no capital, no full stop */
    enum severity severity; /* when on */
    enum fix_promise fix;
    unsigned presets; /* enum rule_preset */
    enum rule_role role;
    const struct option *options; /* NULL when there are none */
    size_t settings_size;
    size_t state_size;
    uint64_t nodes;      /* NODE_BIT() of each kind that `node` wants */
    bool html_content;   /* also wants nodes found inside HTML blocks (NODE_IN_HTML) */
    unsigned line_flags; /* `line` wants lines with any of these enum line_flag; 0: all */
    void (*front_matter)(struct pass *pass);        /* called even when there is none */
    void (*line)(struct pass *pass, uint32_t line); /* 0-based, Markdown lines only */
    void (*node)(struct pass *pass, const struct node *node);
    void (*finish)(struct pass *pass);
};

/* The settings and the state of this rule, of the sizes it asked for. */
const void *pass_settings(const struct pass *pass);
void *pass_state(struct pass *pass);

const struct document *pass_document(const struct pass *pass);
const struct source *pass_source(const struct pass *pass);

/* The file's arena, for what must live until the end of the file. */
struct arena *pass_arena(struct pass *pass);

/*
 * Reports a finding. The message is printf-formatted: one sentence, lower case,
 * no full stop, says what was found and what was expected, quotes the author's
 * text in back-ticks. Returns NULL when the finding is not wanted (suppressed
 * on that line); the functions below accept that.
 */
struct finding *report(struct pass *pass, struct span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * Reports as a finding what a reader or a schema found wrong, with its fix and its other
 * places. A severity of OFF stands for the rule's own, and no fix is more than the rule
 * promises. A message of more than MESSAGE_MAX_BYTES is cut. Otherwise as report().
 */
struct finding *report_mistake(struct pass *pass, const struct mistake *mistake);

/* Adds an edit to the finding's fix: span becomes text, which is copied. The
 * edits of one finding are applied together or not at all. */
void fix_replace(struct finding *finding, struct span span, struct str text);

/* This finding's fix may change what the article says, whatever the rule promises. */
void fix_is_unsafe(struct finding *finding);

/* Adds another place with a sentence of its own. */
void finding_relate(struct finding *finding, struct span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The `.initial` of an option `front_matter_title` (OPTION_PATTERN): the line of a front
 * matter that markdownlint takes for the title, `title: …` or `"title" = …`. */
#define FRONT_MATTER_TITLE "\"^\\\\s*\\\"?title\\\"?\\\\s*[:=]\""

/* Does any line of the front matter match? False for NULL or no front matter. */
bool pass_front_matter_matches(const struct pass *pass, const struct regex *pattern);

/* The config's frontMatter.required for this file. */
bool pass_front_matter_required(const struct pass *pass);

/* The config's yaml.generator for this file: one of yaml_generator_at(), or empty. */
struct str pass_yaml_generator(const struct pass *pass);

/*
 * What is wrong with the front matter by the schema that applies to this file, for
 * report_mistake(); NULL and *count 0 when there is no schema or nothing is wrong.
 */
const struct mistake *pass_violations(struct pass *pass, uint32_t *count);

#endif
