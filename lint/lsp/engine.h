/* engine.h - what a worker knows: configs, schemas, and where documents belong */
#ifndef LINT_LSP_ENGINE_H
#define LINT_LSP_ENGINE_H

#include "lint/config/config.h"
#include "lint/lsp/client.h"
#include "lint/lsp/crew.h"
#include "lint/lsp/lsp.h"
#include "lint/run/article_schema.h"
#include "lint/run/schedule.h"

/* What kind of document it is. */
enum workplace_kind {
    PLACE_ARTICLE,
    PLACE_CONFIG,
    PLACE_SCHEMA,
    PLACE_IGNORED, /* by a config or an ignore file */
    PLACE_OTHER,   /* nothing that is checked here */
};

/* Where a document belongs. */
struct workplace {
    enum workplace_kind kind;
    struct str path; /* absolute; of an unnamed document: in the first workspace folder */
    struct str shown;              /* as messages and rules name it */
    const struct profile *profile; /* of an article */
};

struct file_state;

struct engine {
    const struct lsp_options *options;
    const struct client *client;
    struct arena arena; /* of what is known: configs, places */
    struct config_allowance allowance;
    struct config *config;
    bool ready;
    uint32_t renewals;       /* how often the server has said that something changed */
    struct file_state *read; /* of config_files(), as they were when they were read */
    uint32_t read_count;
    struct str_map places; /* by language and URI */
    struct schema_cache schemas;
    struct schedule_cache schedules;
    struct arena question; /* of one question */
};

/* An engine that knows nothing yet. What it is given is not copied. */
void engine_init(struct engine *engine, const struct lsp_options *options,
                 const struct client *client);

void engine_release(struct engine *engine);

/* For struct crew_work: answers one errand. context is the engine. */
enum answer_kind engine_work(void *context, const struct errand *errand, struct buf *out,
                             int back);

/* What is known of configs, as a number that is another one when any of them changes. */
uint64_t engine_state(struct engine *engine);

/* Where the document with that URI belongs; language may be empty. */
const struct workplace *engine_place(struct engine *engine, struct str uri,
                                     struct str language);

#endif
