/* rule.h - all of the program that a rule may use: the only header that it includes */
#ifndef LINT_RULE_H
#define LINT_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/symbols.h" /* before what it names */

#include "lint/base/arena.h"
#include "lint/base/ascii.h"
#include "lint/base/case_fold.h"
#include "lint/base/emoji_code.h"
#include "lint/base/entity.h"
#include "lint/base/invisible.h"
#include "lint/base/message.h"
#include "lint/base/misread.h"
#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/base/str_map.h"
#include "lint/base/uri.h"
#include "lint/base/utf8.h"
#include "lint/base/white_space.h"
#include "lint/document/anchors.h"
#include "lint/document/bare_url_markup.h"
#include "lint/document/blank_line.h"
#include "lint/document/code_parts.h"
#include "lint/document/columns.h"
#include "lint/document/contents.h"
#include "lint/document/definition_row.h"
#include "lint/document/document.h"
#include "lint/document/emphasis.h"
#include "lint/document/heading.h"
#include "lint/document/heading_number.h"
#include "lint/document/indent.h"
#include "lint/document/item_text.h"
#include "lint/document/line_end.h"
#include "lint/document/line_link.h"
#include "lint/document/lines.h"
#include "lint/document/link_form.h"
#include "lint/document/list.h"
#include "lint/document/list_columns.h"
#include "lint/document/list_line.h"
#include "lint/document/modules.h"
#include "lint/document/names.h"
#include "lint/document/outline.h"
#include "lint/document/pieces.h"
#include "lint/document/plain.h"
#include "lint/document/quote_line.h"
#include "lint/document/references.h"
#include "lint/document/table_layout.h"
#include "lint/document/tabs.h"
#include "lint/document/tag_pair.h"
#include "lint/document/verbatim.h"
#include "lint/document/words.h"
#include "lint/markdown/block_columns.h"
#include "lint/markdown/html.h"
#include "lint/markdown/label.h"
#include "lint/pattern/regex.h"
#include "lint/source/mistake.h"
#include "lint/source/source.h"
#include "lint/value/value.h"
#include "lint/yaml/readers.h"

/*
 * A whole rule. lint/tool/rules/example_rule_test.c has the same text, and runs it.
 *
 *     #include "lint/rule.h"
 *
 *     struct settings {
 *         int allowed;
 *     };
 *
 *     struct state {
 *         int seen;
 *     };
 *
 *     static const struct option options[] = {
 *         {.name = "allowed",
 *          .type = OPTION_INTEGER,
 *          .initial = "1",
 *          .help = "how many headings of an article may end in `!`",
 *          .offset = offsetof(struct settings, allowed)},
 *         {.type = OPTION_END},
 *     };
 *
 *     static void node(struct pass *pass, const struct node *heading)
 *     {
 *         const struct settings *settings = pass_settings(pass);
 *         struct state *state = pass_state(pass);
 *         struct str text = source_text(pass_source(pass), heading->content);
 *         struct span mark = span_make(heading->content.end - 1, heading->content.end);
 *         struct finding *finding;
 *
 *         if (!str_ends(text, STR("!")) || ++state->seen <= settings->allowed)
 *             return;
 *         finding = report(pass, mark, "%d headings end in `!`, expected %d at most",
 *                          state->seen, settings->allowed);
 *         fix_replace(finding, mark, STR("."));
 *     }
 *
 *     const struct rule rule_excited_headings = {
 *         .code = "EX001",
 *         .name = "excited-headings",
 *         .tags = "headings",
 *         .summary = "too many headings end in an exclamation mark",
 *         .severity = SEVERITY_WARNING,
 *         .fix = FIX_UNSAFE,
 *         .presets = PRESET_RECOMMENDED,
 *         .options = options,
 *         .settings_size = sizeof(struct settings),
 *         .state_size = sizeof(struct state),
 *         .nodes = NODE_BIT(NODE_HEADING),
 *         .node = node,
 *     };
 *
 * What a rule may keep. Nodes, and strings of the document, its source and its front
 * matter, live until finish() has returned: the state may point to them, and to what the
 * rule allocates in pass_arena(). The settings do not change while a file is checked. The
 * state is the only memory that a rule has, and nothing lasts from one file to the next.
 *
 * How an insertion is written. fix_replace(finding, span_make(at, at), text) inserts text
 * before the byte at offset `at`; a deletion has an empty text. Offsets are those of the
 * file as it is, whatever other edits do.
 *
 * What a callback costs. A rule is called only for the nodes and lines it asks for. With
 * line_flags = 0 `line` is called for every line of Markdown, most of which are of no
 * interest to any rule: a rule that looks for what an enum line_flag stands for names it,
 * and costs nothing on all other lines.
 */

/* One rule while it checks one file: its settings, its state, where findings go. A rule
 * reads it by the functions below. */
struct pass {
    const void *settings;
    void *state;
    const struct document *document;
    struct arena *arena;
    struct run *run;
    const struct rule *rule;
    uint32_t index; /* of the rule in the table */
    enum severity severity;
};

/* A finding that has been reported, to add edits and related places to, until finish()
 * has returned. */
struct finding;

enum option_type {
    OPTION_END,       /* ends the table */
    OPTION_BOOL,      /* bool */
    OPTION_INTEGER,   /* int */
    OPTION_STRING,    /* struct str */
    OPTION_CHOICE,    /* int: index into choices */
    OPTION_PATTERN,   /* const struct regex *, NULL for "" */
    OPTION_STRINGS,   /* struct str_list */
    OPTION_PER_LEVEL, /* int[6]: one integer for all heading levels, or a list of six */
};

/*
 * A row of the option table of a rule. The core parses and checks values, fills the
 * settings, documents the option and adds it to the schema of configs.
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
    const char *otherwise; /* OPTION_CHOICE: the one that markdownlint takes other names
                              for; NULL: the default */
    bool case_counts; /* OPTION_PATTERN: else upper and lower case match each other */
};

/* What a rule promises about its fixes, which the tests of its examples check. */
enum fix_promise {
    FIX_NONE,   /* it has none */
    FIX_SAFE,   /* they never change what the article says */
    FIX_UNSAFE, /* they may, and are applied only on request */
};

/*
 * What a safe fix of the rule may change in the rendered article, because the rule is
 * about it. Nothing (both NULL) for most: `make fix-property` prints all and checks them.
 */
struct rule_change {
    const char *elements;   /* of HTML, that it adds or takes away: separated by spaces */
    const char *characters; /* of the text outside code; a space: its amount of spaces */
};

enum rule_preset {
    PRESET_RECOMMENDED = 1 << 0,  /* useful to any author from the first day */
    PRESET_MARKDOWNLINT = 1 << 1, /* markdownlint's default set */
};

/*
 * What the core itself reports has a rule as well, so that it has a page, a code and a
 * severity like any other finding. Such rules have no callbacks.
 */
enum rule_role {
    ROLE_ORDINARY,
    ROLE_UNREADABLE,         /* the file could not be read */
    ROLE_CRASHED,            /* its worker crashed */
    ROLE_TIMED_OUT,          /* its worker took longer than allowed */
    ROLE_MEMORY,             /* its worker needed more memory than allowed */
    ROLE_TOO_MANY,           /* more findings than are kept for one file */
    ROLE_UNUSED_SUPPRESSION, /* a comment that suppressed nothing */
    ROLE_WITHHELD,           /* fixes that were not kept, for they did harm */
    ROLE_UNWRITTEN,          /* the mended file could not be written */
};

/*
 * A rule: one constant in one .c file, with a page of the same name beside it. The core
 * allocates settings (filled from the options, once per configuration) and state (zeroed
 * for each file), walks the lines for all rules together, and the nodes some hundreds at
 * a time, and calls back each rule in this order: front_matter, every line, every node in
 * document order, finish.
 */
struct rule {
    const char *code;       /* "MD001" */
    const char *name;       /* "heading-increment": what is found, as in the file name */
    const char *aliases;    /* other codes and names that configs and comments may use,
                               separated by spaces, or NULL; never shown in a report */
    const char *tags;       /* markdownlint's, separated by spaces */
    const char *summary;    /* one line, no capital, no full stop */
    enum severity severity; /* when on */
    enum fix_promise fix;
    struct rule_change change;
    unsigned presets; /* enum rule_preset */
    enum rule_role role;
    bool every_dialect; /* also for MDX, Quarto and R Markdown; findings in their code,
                           JSX and imports are dropped */
    const struct option *options; /* NULL when there are none */
    size_t settings_size;
    size_t state_size;
    /* How many blank lines in a row the rule leaves (NULL: all of them), and asks for
     * somewhere, at most (NULL: one). Where the one is less than the other, fixes of both
     * rules would undo each other. */
    int (*blank_lines_left)(const void *settings);
    int (*blank_lines_wanted)(const void *settings);
    uint64_t nodes;      /* NODE_BIT() of each kind that `node` wants */
    bool html_content;   /* also wants nodes found inside HTML blocks (NODE_IN_HTML) */
    bool loose_text;     /* of texts, wants those alone that are NODE_LOOSE */
    unsigned line_flags; /* `line` wants lines with any of these enum line_flag; 0: all */
    bool lines_before_text; /* also wants lines before the Markdown, as of front matter */
    void (*front_matter)(struct pass *pass);        /* called even when there is none */
    void (*line)(struct pass *pass, uint32_t line); /* 0-based, Markdown lines only but
                                                       for lines_before_text */
    void (*node)(struct pass *pass, const struct node *node);
    void (*finish)(struct pass *pass);
};

/* The settings (NULL without options) and the state (NULL for a size of 0) of the
 * rule. */
static inline const void *pass_settings(const struct pass *pass)
{
    return pass->settings;
}

static inline void *pass_state(struct pass *pass)
{
    return pass->state;
}

static inline const struct document *pass_document(const struct pass *pass)
{
    return pass->document;
}

static inline const struct source *pass_source(const struct pass *pass)
{
    return pass->document->source;
}

/* How many blank lines in a row the rules that are on leave, and ask for somewhere. */
int pass_blank_lines_left(const struct pass *pass);
int pass_blank_lines_wanted(const struct pass *pass);

/* For what the rule needs until its finish() has returned: it is freed then. What is
 * reported is copied. */
static inline struct arena *pass_arena(struct pass *pass)
{
    return pass->arena;
}

/*
 * Reports a finding; span is in bytes of the file. The message, in printf's format, is
 * one sentence: lower case, no full stop, what was found and what was expected, the
 * author's text in back-ticks. Returns NULL when the finding is suppressed on that line;
 * the functions below accept that.
 */
struct finding *report(struct pass *pass, struct span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * Reports as a finding what a reader or a schema found wrong, with its fix and its
 * related places; it is copied. A severity of OFF stands for that of the rule, and no fix
 * does more than the rule promises. A message of more than MESSAGE_MAX_BYTES is cut.
 * Otherwise as report().
 */
struct finding *report_mistake(struct pass *pass, const struct mistake *mistake);

/* Adds an edit to the fix of the finding: span is replaced by text, which is copied. An
 * empty span inserts, an empty text deletes. The edits of one finding must not overlap,
 * and are applied together or not at all. */
void fix_replace(struct finding *finding, struct span span, struct str text);

/* Adds the missing blank lines to the fix, which is unsafe where they change how some
 * program renders the article, or are more than another rule would leave there. Adds
 * nothing where they would end an item that is still empty. */
void fix_blank_lines(struct pass *pass, struct finding *finding,
                     const struct blank_line_gap *gap);

/*
 * Reports both markers of emphasis that is to have others, with the fix. `what` is what
 * it makes of a text: "bold text". *first is NULL at first, and then the first one, when
 * all are to be as that is.
 */
void report_emphasis(struct pass *pass, const struct node *emphasis, const char *what,
                     enum emphasis_style style, const struct node **first);

/* The fix of this finding may change what the article says, whatever the rule
 * promises. */
void fix_is_unsafe(struct finding *finding);

/* What was found has no effect: editors show it faded. */
void finding_is_unnecessary(struct finding *finding);

/* Adds a related place, with a sentence about it in printf's format. */
void finding_relate(struct finding *finding, struct span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The `.initial` of an option `front_matter_title` (OPTION_PATTERN): matches the line of
 * front matter that is the title for markdownlint, `title: …` or `"title" = …`. */
#define FRONT_MATTER_TITLE "\"^\\\\s*\\\"?title\\\"?\\\\s*[:=]\""

/* Does any line of the front matter match, or of what was meant as such? False when
 * pattern is NULL or there is neither. */
bool pass_front_matter_matches(const struct pass *pass, const struct regex *pattern);

/* The config's frontMatter.required for this file. */
bool pass_front_matter_required(const struct pass *pass);

/* The config's yaml.generator for this file: one of yaml_generator_at(), or empty. */
struct str pass_yaml_generator(const struct pass *pass);

/* Does the config name a schema for the front matter of this file, or seemingly the front
 * matter itself? It may be unreadable. */
bool pass_has_schema(const struct pass *pass);

/*
 * What is wrong with the front matter by the schema that applies to this file, for
 * report_mistake(); NULL with *count 0 when there is no schema or nothing is wrong.
 */
const struct mistake *pass_violations(struct pass *pass, uint32_t *count);

#endif
