/* engine.c - what a worker knows: configs, schemas, and where documents belong */

#include "lint/lsp/engine.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/base/uri.h"
#include "lint/files/discover.h"
#include "lint/files/path.h"
#include "lint/lsp/feature.h"
#include "lint/lsp/message.h"
#include "lint/value/notation.h"

/* A file that was read, as it was then. */
struct file_state {
    struct stat stat; /* all zeros when it was not there */
};

/* The memory for configs is used up: as for an article, the worker ends. */
static void memory_passed(void *context)
{
    (void)context;
    out_of_memory();
}

void engine_init(struct engine *engine, const struct lsp_options *options,
                 const struct client *client)
{
    *engine = (struct engine){.options = options, .client = client};
    arena_init(&engine->arena);
    arena_init(&engine->question);
}

/* Rules and messages name paths as `stet check` does in the first workspace folder. */
static void enter_workspace(const struct client *client)
{
    if (client->folders.count && chdir(client->folders.items[0].data) != 0)
        return;
}

static void learn(struct engine *engine)
{
    const struct client *client = engine->client;
    struct config_limits limits = {.memory = engine->options->memory,
                                   .seconds = engine->options->seconds,
                                   .passed = memory_passed};
    struct config_options wanted = {
        .file = client->config.len ? client->config.data : engine->options->config,
        .preset = client->preset.len ? client->preset.data : NULL,
        .allowance = &engine->allowance,
    };

    enter_workspace(client);
    allowance_init(&engine->allowance, &limits);
    engine->config = config_new(&engine->arena, engine->options->rules, &wanted);
    schema_cache_init(&engine->schemas);
    engine->places = (struct str_map){.slots = NULL};
    engine->read = NULL;
    engine->read_count = 0;
    engine->ready = true;
}

static void forget(struct engine *engine)
{
    arena_release(&engine->schemas.arena);
    allowance_release(&engine->allowance);
    arena_release(&engine->arena);
    engine->ready = false;
}

void engine_release(struct engine *engine)
{
    if (engine->ready)
        forget(engine);
    schedules_release(&engine->schedules);
    arena_release(&engine->question);
}

static struct file_state state_of(struct str path)
{
    struct file_state state;

    memset(&state, 0, sizeof(state));
    if (stat(path.data, &state.stat) != 0)
        memset(&state, 0, sizeof(state));
    return state;
}

static bool same_state(const struct file_state *a, const struct file_state *b)
{
    return a->stat.st_ino == b->stat.st_ino && a->stat.st_size == b->stat.st_size &&
           a->stat.st_mtim.tv_sec == b->stat.st_mtim.tv_sec &&
           a->stat.st_mtim.tv_nsec == b->stat.st_mtim.tv_nsec;
}

static bool is_stale(const struct engine *engine)
{
    const struct file_log *log = config_files(engine->config);

    for (uint32_t i = 0; i < engine->read_count; i++) {
        struct file_state now = state_of(log->paths[i]);

        if (!same_state(&now, &engine->read[i]))
            return true;
    }
    return false;
}

/* Notes the state of the files that have been read since the last question. */
static void note_read(struct engine *engine)
{
    const struct file_log *log = config_files(engine->config);
    struct file_state *states;

    if (log->count == engine->read_count)
        return;
    states = arena_array(&engine->arena, log->count, sizeof(*states));
    if (engine->read_count)
        memcpy(states, engine->read, engine->read_count * sizeof(*states));
    for (uint32_t i = engine->read_count; i < log->count; i++)
        states[i] = state_of(log->paths[i]);
    engine->read = states;
    engine->read_count = log->count;
}

/* Is the file left out, as `stet check --force-exclude` would leave it out? */
static bool is_ignored(struct engine *engine, struct str path)
{
    const char *paths[] = {path.data};
    struct discover_options wanted = config_discovery(engine->config);
    struct discovery found;

    wanted.force_exclude = true;
    wanted.patterns = &engine->allowance.arena;
    discover(&engine->arena, paths, 1, &wanted, &found);
    return !found.count && found.left_out;
}

static bool is_schema_name(struct str path)
{
    return str_ends(path, STR(".schema.json")) || str_ends(path, STR(".schema.yaml")) ||
           str_ends(path, STR(".schema.yml"));
}

static bool is_schema(const struct engine *engine, struct str path)
{
    enum value_notation notation = notation_of(path);

    if (notation != NOTATION_JSON && notation != NOTATION_YAML)
        return false;
    return is_schema_name(path) || file_log_has(config_files(engine->config), path.data);
}

/* As editors call it: Emacs names its modes. */
static bool is_markdown(struct str language)
{
    static const char *const languages[] = {"markdown", "mdx", "quarto", "gfm"};

    for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++)
        if (str_equal_ignore_case(language, str_from(languages[i])))
            return true;
    return false;
}

static bool is_article(const struct engine *engine, struct str path, struct str language)
{
    return discover_is_article(path_name(path)) || is_markdown(language) ||
           config_counts(engine->config, path);
}

static enum workplace_kind kind_of(struct engine *engine, struct str path,
                                   struct str language)
{
    if (config_is_name(path_name(path)))
        return PLACE_CONFIG;
    if (is_article(engine, path, language))
        return is_ignored(engine, path) ? PLACE_IGNORED : PLACE_ARTICLE;
    return is_schema(engine, path) ? PLACE_SCHEMA : PLACE_OTHER;
}

/* Of a document that is no file. Its name may say nothing: `untitled:Untitled-1`. */
static enum workplace_kind kind_of_text(struct str name, struct str language)
{
    if (is_markdown(language) || discover_is_article(name))
        return PLACE_ARTICLE;
    if (is_schema_name(name))
        return PLACE_SCHEMA;
    return language.len || memchr(name.data, '.', name.len) ? PLACE_OTHER : PLACE_ARTICLE;
}

/* The last part of the path of a URI: without scheme, query and fragment. */
static struct str uri_name(struct arena *arena, struct str uri)
{
    struct str path = uri_without_fragment(uri);
    const char *query = memchr(path.data, '?', path.len);
    size_t scheme = uri_scheme(uri).len;

    if (query)
        path.len = (size_t)(query - path.data);
    path = (struct str){path.data + scheme, path.len - scheme};
    if (str_starts(path, STR(":")))
        path = (struct str){path.data + 1, path.len - 1};
    return path_name(uri_decode(arena, path));
}

/* Documents that are no files are as if in the first workspace folder. */
static void place_text(struct engine *engine, struct str uri, struct str language,
                       struct workplace *place)
{
    struct str name = uri_name(&engine->arena, uri);

    place->kind = kind_of_text(name, language);
    place->path = path_real(&engine->arena,
                            place->kind == PLACE_SCHEMA ? name.data : "untitled.md");
}

const struct workplace *engine_place(struct engine *engine, struct str uri,
                                     struct str language)
{
    struct str key = arena_format(&engine->question, "%.*s %.*s", (int)language.len,
                                  language.data, (int)uri.len, uri.data);
    struct workplace *place;
    struct str path;
    void *known;

    if (str_map_get(&engine->places, key, &known))
        return known;
    place = arena_alloc(&engine->arena, sizeof(*place));
    path = uri_to_path(&engine->arena, uri);
    if (path.len)
        place->path = path_real(&engine->arena, path.data);
    else
        place_text(engine, uri, language, place);
    place->shown = path_shown(&engine->arena, place->path);
    place->profile = config_profile(engine->config, place->path);
    if (path.len)
        place->kind = kind_of(engine, place->path, language);
    str_map_put(&engine->places, &engine->arena, arena_str(&engine->arena, key), place);
    return place;
}

static enum answer_kind answer(struct engine *engine, const struct errand *errand,
                               struct buf *out, int back)
{
    const struct feature *feature = feature_at(errand->feature);
    struct question question = {.engine = engine,
                                .client = engine->client,
                                .errand = *errand,
                                .arena = &engine->question,
                                .out = {out, false},
                                .back = back};

    question.params = message_json(question.arena, errand->params);
    if (errand->uri.len)
        question.place = engine_place(engine, errand->uri, errand->language);
    source_init(&question.source, question.arena,
                question.place ? question.place->shown.data : SOURCE_STANDARD_INPUT,
                errand->text.data, errand->text.len);
    return feature->answer(&question);
}

uint64_t engine_state(struct engine *engine)
{
    struct buf bytes = BUF_INIT;
    uint64_t state;

    note_read(engine);
    buf_printf(&bytes, "%u ", (unsigned)engine->renewals);
    for (uint32_t i = 0; i < engine->read_count; i++) {
        const struct stat *was = &engine->read[i].stat;

        buf_printf(&bytes, "%ju %jd %jd %ld ", (uintmax_t)was->st_ino,
                   (intmax_t)was->st_size, (intmax_t)was->st_mtim.tv_sec,
                   was->st_mtim.tv_nsec);
    }
    state = str_hash(buf_str(&bytes));
    buf_release(&bytes);
    return state;
}

enum answer_kind engine_work(void *context, const struct errand *errand, struct buf *out,
                             int back)
{
    struct engine *engine = context;
    enum answer_kind kind;

    if (engine->ready && is_stale(engine))
        forget(engine);
    if (!engine->ready)
        learn(engine);
    kind = answer(engine, errand, out, back);
    note_read(engine);
    arena_reset(&engine->question);
    return kind;
}
