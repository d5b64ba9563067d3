/* draft.c - drafts a schema from the front matter of articles */

#include "lint/command/draft.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/command/outcome.h"
#include "lint/command/say.h"
#include "lint/document/front_matter.h"
#include "lint/files/file.h"
#include "lint/pool/interrupt.h"
#include "lint/pool/pool.h"
#include "lint/terminal/display.h"
#include "lint/value/write.h"

struct run_infer {
    const struct draft_options *chosen;
    struct arena arena;
    struct config_allowance allowance;
    struct config *config;
    struct discovery discovery;
    struct arena article; /* what is known of the one at hand */
    struct buf text;      /* of it, in the workers */
    struct inference *inference;
    struct inference_counts counts;
};

/* What a worker says of an article, in the first byte of its block. */
enum answer {
    ANSWER_VALUES = 'V',  /* its front matter, as JSON, comes next */
    ANSWER_NOTHING = 'N', /* it has none */
    ANSWER_SKIPPED = 'S', /* why comes next, with the place */
    ANSWER_IGNORED = 'I', /* there is no article */
};

/* More JSON is no front matter; the values of aliases are written out. */
enum { MAX_JSON = 16 * 1024 * 1024 };

static void add_reason(struct buf *out, const struct position *place, struct str reason)
{
    out->len = 0;
    buf_putc(out, ANSWER_SKIPPED);
    if (place)
        buf_printf(out, ":%u:%u", place->line, place->column);
    buf_puts(out, ": ");
    buf_add_str(out, reason);
}

/* The values go to the parent as text, which cannot be broken as a tree of pointers can.
 */
static void add_values(struct buf *out, const struct value *root)
{
    buf_putc(out, ANSWER_VALUES);
    value_write(out, (struct value_spelling){SYNTAX_JSON, STYLE_DOUBLE_QUOTED}, root);
    if (out->len > MAX_JSON)
        add_reason(out, NULL, STR("the front matter is too large"));
}

static void add_front_matter(const struct source *source, struct arena *arena,
                             struct buf *out)
{
    struct document document = {.source = source};
    const struct front_matter *block = &document.front_matter;
    const struct mistake *problem;
    struct position place;

    front_matter_read(&document, arena, READ_AS_PROGRAMS);
    if (block->miss) {
        place = source_position(source, block->miss->span.start);
        add_reason(out, &place, block->miss->message);
    } else if (block->tree.problem_count &&
               block->tree.problems[0].kind != PROBLEM_LOST) {
        problem = &block->tree.problems[0].mistake;
        place = source_position(source, problem->span.start);
        add_reason(out, &place, problem->message);
    } else if (block->tree.root) {
        add_values(out, block->tree.root);
    } else {
        buf_putc(out, ANSWER_NOTHING);
    }
}

/* One article, in a worker. */
static void read_article(void *context, uint32_t index, struct buf *out)
{
    struct run_infer *run = context;
    struct found found = found_of(&run->discovery.items[index], &run->article);
    const char *reason = found.reason;
    struct source source;

    if (found.kind == FOUND_NOTHING) {
        buf_putc(out, ANSWER_IGNORED);
        return;
    }
    if (found.kind == FOUND_UNREADABLE ||
        !file_read_real(found.real, SOURCE_MAX_BYTES, &run->text, NULL, &reason)) {
        add_reason(out, NULL, str_from(reason));
        return;
    }
    source_init(&source, &run->article, found.path.data, run->text.data, run->text.len);
    add_front_matter(&source, &run->article, out);
    arena_reset(&run->article);
}

/* As it is shown; until the next article. */
static struct str path_of(struct run_infer *run, uint32_t index)
{
    return found_of(&run->discovery.items[index], &run->article).path;
}

/* path, place and reason; skipped. */
static void skip(struct run_infer *run, uint32_t index, struct str reason)
{
    struct buf line = BUF_INIT;

    display_add_path(&line, path_of(run, index));
    display_add(&line, reason);
    buf_puts(&line, "; skipped\n");
    fwrite(line.data, 1, line.len, stderr);
    buf_release(&line);
    run->counts.unreadable++;
}

/* What the worker sent; false when it is not what a worker sends. */
static bool take_answer(struct run_infer *run, uint32_t index, struct str block)
{
    struct str rest = {block.data + 1, block.len - 1};
    struct value_input input = {rest.data, span_make(0, (uint32_t)rest.len),
                                VALUE_MAX_NODES};
    struct value_tree tree;

    if (run->chosen->seen && *block.data != ANSWER_IGNORED)
        run->chosen->seen(run->chosen->context, path_of(run, index),
                          *block.data == ANSWER_VALUES);
    switch (*block.data) {
    case ANSWER_NOTHING:
        run->counts.without++;
        return true;
    case ANSWER_IGNORED:
        return true;
    case ANSWER_SKIPPED:
        skip(run, index, rest);
        return true;
    case ANSWER_VALUES:
        json_read(&run->article, input, &tree);
        if (tree.root)
            inference_add(run->inference, &tree, path_of(run, index));
        return tree.root != NULL;
    default:
        return false;
    }
}

static bool deliver(void *context, const struct pool_result *result)
{
    struct run_infer *run = context;
    struct str reason;

    if (result->outcome != POOL_DONE || !result->block.len ||
        !take_answer(run, result->index, result->block)) {
        reason = outcome_message(&run->article, &run->chosen->limits, result);
        skip(run, result->index,
             arena_format(&run->article, ": %.*s", (int)reason.len, reason.data));
    }
    arena_reset(&run->article);
    return !interrupt_signal();
}

/* Reads all articles; false after saying on stderr why that is not possible. */
static bool read_articles(struct run_infer *run)
{
    struct pool_options wanted = limits_of_workers(&run->chosen->limits);
    struct pool_work todo = {.count = run->discovery.count,
                             .context = run,
                             .work = read_article,
                             .deliver = deliver};
    struct pool_trouble trouble;
    enum pool_end end = pool_run(&wanted, &todo, &trouble);

    if (end == POOL_INTERRUPTED)
        raise(trouble.signal);
    if (end == POOL_FAILED)
        cli_error("%s", outcome_trouble(&run->arena, &trouble).data);
    return end == POOL_FINISHED;
}

/* Finds the articles; false after saying on stderr what is wrong. */
static bool find_articles(struct run_infer *run, const struct cli_list *paths)
{
    struct project_search search = {
        .paths = paths,
        .allowed = project_allowed(&run->arena, &run->chosen->project),
        .patterns = &run->allowance.arena};
    const struct found_item *missing;

    project_discover(&run->arena, run->config, &search, &run->discovery);
    missing = project_missing(&run->discovery);
    project_say_notices(run->config);
    project_say_errors(run->config, NULL);
    if (project_is_wrong(run->config))
        return false;
    if (missing)
        cli_error("%s", project_missing_message(&run->arena, missing).data);
    return !missing;
}

/* There is no way back from where the memory for configs was used up. */
static void refuse_memory(void *context)
{
    struct run_infer *run = context;

    cli_error("%s", limits_message(&run->arena, &run->chosen->limits).data);
    exit(EXIT_TROUBLE);
}

static void start(struct run_infer *run, const struct program *program)
{
    struct config_limits limits =
        limits_of_configs(&run->chosen->limits, refuse_memory, run);
    struct config_options wanted = {.file = run->chosen->project.config,
                                    .none = run->chosen->project.no_config,
                                    .without_schemas = true,
                                    .allowance = &run->allowance};

    arena_init(&run->arena);
    arena_init(&run->article);
    allowance_init(&run->allowance, &limits);
    wanted.allowed = project_allowed(&run->arena, &run->chosen->project);
    run->config = config_new(&run->arena, program->rules, &wanted);
    run->inference = inference_new(&run->arena);
}

static void finish(struct run_infer *run)
{
    buf_release(&run->text);
    arena_release(&run->article);
    allowance_release(&run->allowance);
    arena_release(&run->arena);
}

enum exit_status draft_schema(const struct program *program,
                              const struct draft_options *options,
                              const struct cli_list *paths, struct draft *draft)
{
    struct run_infer run = {.chosen = options, .text = BUF_INIT};
    bool done;

    *draft = (struct draft){.schema = BUF_INIT};
    start(&run, program);
    done = find_articles(&run, paths) && read_articles(&run);
    draft->count = inference_count(run.inference);
    draft->counts = run.counts;
    if (done && draft->count)
        inference_write(run.inference, &run.counts, options->form, &draft->schema);
    finish(&run);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}
