/* feature.h - what a client may ask about documents, each answered in a worker */
#ifndef LINT_LSP_FEATURE_H
#define LINT_LSP_FEATURE_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/document/document.h"
#include "lint/lsp/client.h"
#include "lint/lsp/crew.h"
#include "lint/lsp/engine.h"
#include "lint/lsp/position.h"
#include "lint/results/results.h"
#include "lint/run/run.h"
#include "lint/source/source.h"
#include "lint/value/json_write.h"

/* One question, while it is answered. */
struct question {
    struct engine *engine;
    const struct client *client;
    struct errand errand;
    const struct workplace *place; /* of the document */
    struct source source;          /* its text; empty when the document is not open */
    const struct value *params;    /* or NULL */
    struct arena *arena;           /* until the answer is given */
    struct json_writer out;        /* gets one value: the result */
    struct document *parsed;       /* question_document() */
    int back;                      /* for crew_send() */
};

/*
 * A feature is a file, with one of these. `answer` writes the result to question->out;
 * ANSWER_INVALID when the parameters make no sense, ANSWER_REFUSED after writing a
 * sentence, as plain text, instead.
 */
struct feature {
    const char *method;     /* "textDocument/hover" */
    const char *capability; /* "hoverProvider"; NULL: none to be told */
    const char *options;    /* its value, JSON: "true" */
    bool anywhere; /* also without an open document; its text is then all of those that
                      are open: documents_pack() */
    enum answer_kind (*answer)(struct question *question);
};

/* The feature at an index, FEATURE_CHECK first; NULL after the last one. */
enum { FEATURE_CHECK };
const struct feature *feature_at(uint32_t index);

/* The index of the feature with that method; false when there is none. */
bool feature_find(struct str method, uint32_t *index);

/* The document of the question, parsed when it is first asked for. */
const struct document *question_document(struct question *question);

/* The offset of the `position` of the question; false when there is none. */
bool question_offset(const struct question *question, uint32_t *offset);

/* For running rules over the document. */
struct run_context question_context(struct question *question);

/* The findings about the document, an article or a schema. In the arena. */
struct file_results question_results(struct question *question);

/* Write one of them as a diagnostic. */
void diagnostic_write(struct question *question, const struct result *result);

/* Write the diagnostics of the document, as an array. */
void diagnostics_write(struct question *question);

/* The features, each in a file of its own, but for FEATURE_CHECK: the diagnostics that
 * are published. */
extern const struct feature feature_check;
extern const struct feature feature_diagnostic;
extern const struct feature feature_document_symbol;
extern const struct feature feature_folding_range;
extern const struct feature feature_selection_range;
extern const struct feature feature_formatting;
extern const struct feature feature_range_formatting;
extern const struct feature feature_code_action;
extern const struct feature feature_workspace_diagnostic;
extern const struct feature feature_code_action_resolve;
extern const struct feature feature_completion;
extern const struct feature feature_hover;
extern const struct feature feature_definition;
extern const struct feature feature_document_highlight;
extern const struct feature feature_references;
extern const struct feature feature_prepare_rename;
extern const struct feature feature_rename;
extern const struct feature feature_document_link;

#endif
