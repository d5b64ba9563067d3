/* workspace.c - workspace/diagnostic: the findings about all articles, open or not */

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "lint/base/uri.h"
#include "lint/files/discover.h"
#include "lint/files/file.h"
#include "lint/files/path.h"
#include "lint/lsp/documents.h"
#include "lint/lsp/engine.h"
#include "lint/lsp/feature.h"

enum {
    SECONDS_A_DAY = 86400, /* what is found may depend on the date */
    PART_FILES = 50,       /* reports in one part */
    ID_BYTES = 40,
};

/* What the client has been told of a file. */
struct told {
    struct str uri; /* as the client writes it */
    struct str id;
    bool seen; /* it is still there */
};

struct survey {
    struct question *question;
    struct str_map told;     /* path -> struct told */
    struct str_map open;     /* path -> struct open_text */
    struct str_map failures; /* path -> struct str, the diagnostics that say so */
    uint64_t state;
    struct buf reports; /* of the part that is being made */
    struct json_writer json;
    uint32_t in_part;
    uint32_t done;
    uint32_t count;
    bool streams;      /* the client takes parts */
    struct arena file; /* of one file */
};

static struct str path_of(struct arena *arena, struct str uri)
{
    struct str path = uri_to_path(arena, uri);

    return path.len ? path_real(arena, path.data) : uri;
}

static void take_told(struct survey *survey)
{
    struct arena *arena = survey->question->arena;
    const struct value *list = value_get(survey->question->params, "previousResultIds");

    for (uint32_t i = 0; list && list->kind == VALUE_LIST && i < list->count; i++) {
        const struct value *uri = value_get(list->entries[i].value, "uri");
        const struct value *id = value_get(list->entries[i].value, "value");
        struct told *told;

        if (!uri || !id || uri->kind != VALUE_STRING || id->kind != VALUE_STRING)
            continue;
        told = arena_alloc(arena, sizeof(*told));
        *told = (struct told){uri->text, id->text, false};
        str_map_put(&survey->told, arena, path_of(arena, uri->text), told);
    }
}

static void take_open(struct survey *survey)
{
    struct arena *arena = survey->question->arena;
    struct str bytes = survey->question->errand.text;
    struct open_text one;

    while (documents_unpack(&bytes, &one)) {
        struct open_text *open = arena_alloc(arena, sizeof(*open));

        *open = one;
        str_map_put(&survey->open, arena, path_of(arena, one.uri), open);
    }
}

static void take_failures(struct survey *survey)
{
    struct arena *arena = survey->question->arena;
    struct str bytes = survey->question->errand.language;
    struct str path;
    struct str list;

    while (documents_unpack_failure(&bytes, &path, &list)) {
        struct str *kept = arena_alloc(arena, sizeof(*kept));

        *kept = list;
        str_map_put(&survey->failures, arena, path, kept);
    }
}

static void *look_up(const struct str_map *map, struct str key)
{
    void *value;

    return str_map_get(map, key, &value) ? value : NULL;
}

/* Sends the reports so far, or keeps them for the result. Either way the server learns
 * that work goes on. */
static void end_part(struct survey *survey)
{
    struct question *question = survey->question;
    struct buf part = BUF_INIT;
    char value[128];

    survey->in_part = 0;
    snprintf(value, sizeof(value),
             "{\"kind\":\"report\",\"message\":\"%u of %u\",\"percentage\":%u}",
             (unsigned)survey->done, (unsigned)survey->count,
             (unsigned)((uint64_t)survey->done * 100 / survey->count));
    crew_send(question->back, ANSWER_PROGRESS, str_from(value));
    if (!survey->streams)
        return;
    buf_puts(&part, "{\"items\":[");
    buf_add_str(&part, buf_str(&survey->reports));
    buf_puts(&part, "]}");
    crew_send(question->back, ANSWER_PART, buf_str(&part));
    buf_release(&part);
    survey->reports.len = 0;
    survey->json.comma = false;
}

/* items is empty for `unchanged`. */
static void write_report(struct survey *survey, struct str uri,
                         const struct open_text *open, const char *id, struct str items)
{
    struct json_writer *json = &survey->json;

    json_open(json, '{');
    json_member(json, "uri", uri);
    if (open)
        buf_printf(json->out, ",\"version\":%d", (int)open->version);
    else
        buf_puts(json->out, ",\"version\":null");
    json_member(json, "kind", str_from(items.len ? "full" : "unchanged"));
    json_member(json, "resultId", str_from(id));
    if (items.len) {
        json_key(json, "items");
        json_raw(json, items);
    }
    json_close(json, '}');
    if (++survey->in_part == PART_FILES)
        end_part(survey);
}

/* By what the editor has or, for other files, by what the system says of them: their
 * text is not read to find that nothing has changed. */
static void make_id(const struct survey *survey, const struct found *found,
                    const struct open_text *open, char id[ID_BYTES])
{
    struct stat stat_now;
    struct buf state = BUF_INIT;

    memset(&stat_now, 0, sizeof(stat_now));
    if (open)
        buf_printf(&state, "open %ju ", (uintmax_t)str_hash(open->text));
    else if (stat(found->real.data, &stat_now) == 0)
        buf_printf(&state, "%ju %jd %jd %ld ", (uintmax_t)stat_now.st_ino,
                   (intmax_t)stat_now.st_size, (intmax_t)stat_now.st_mtim.tv_sec,
                   stat_now.st_mtim.tv_nsec);
    buf_printf(&state, "%ju %ld", (uintmax_t)survey->state,
               (long)(time(NULL) / SECONDS_A_DAY));
    snprintf(id, ID_BYTES, "w%016jx", (uintmax_t)str_hash(buf_str(&state)));
    buf_release(&state);
}

/* The diagnostics of one file, as an array. The server knows of which, should this
 * process not survive it. */
static void write_items(struct survey *survey, const struct found *found, struct str uri,
                        const struct open_text *open, struct buf *items)
{
    struct question one = *survey->question;
    struct buf bytes = BUF_INIT;
    const char *reason;
    struct str text = open ? open->text : STR("");

    crew_send(survey->question->back, ANSWER_AT, found->real);
    one.arena = &survey->file;
    one.errand.uri = uri;
    one.place = engine_place(one.engine, uri, STR("markdown"));
    one.out = (struct json_writer){items, false};
    one.parsed = NULL;
    if (!open && file_read_real(found->real, SOURCE_MAX_BYTES, &bytes, NULL, &reason))
        text = buf_str(&bytes);
    source_init(&one.source, one.arena, one.place->shown.data, text.data, text.len);
    diagnostics_write(&one);
    buf_release(&bytes);
    arena_reset(&survey->file);
}

static void survey_file(struct survey *survey, const struct found *found)
{
    struct told *told = look_up(&survey->told, found->real);
    const struct open_text *open = look_up(&survey->open, found->real);
    const struct str *failure = look_up(&survey->failures, found->real);
    struct str uri = uri_from_path(survey->question->arena, found->real.data);
    struct buf items = BUF_INIT;
    char id[ID_BYTES];

    if (told)
        uri = told->uri;
    if (open)
        uri = open->uri;
    make_id(survey, found, open, id);
    survey->done++;
    if (told)
        told->seen = true;
    if (failure)
        buf_add_str(&items, *failure);
    else if (!told || !str_is(told->id, id))
        write_items(survey, found, uri, open, &items);
    write_report(survey, uri, open, id, buf_str(&items));
    buf_release(&items);
}

/* As `stet check` of the workspace folders. */
static struct discovery find_articles(struct question *question)
{
    struct str_list folders = question->client->folders;
    const char **paths = arena_array(question->arena, folders.count + 1, sizeof(*paths));
    struct discover_options wanted = config_discovery(question->engine->config);
    struct discovery found = {.count = 0};

    wanted.patterns = &question->engine->allowance.arena;
    for (size_t i = 0; i < folders.count; i++)
        paths[i] = folders.items[i].data;
    if (folders.count)
        discover(question->arena, paths, (uint32_t)folders.count, &wanted, &found);
    return found;
}

/* What was told of files that are no articles any more is taken back, once. */
static void take_back(struct survey *survey)
{
    static const char gone[] = "gone";

    for (size_t i = 0; i < survey->told.capacity; i++) {
        const struct str_map_slot *slot = &survey->told.slots[i];
        const struct told *told = slot->value;

        if (slot->key.data && !told->seen)
            write_report(survey, told->uri, NULL, gone,
                         str_is(told->id, gone) ? STR("") : STR("[]"));
    }
}

static void read_config(struct survey *survey, const struct found_item *item)
{
    struct found file = found_of(item, survey->question->arena);

    if (file.kind == FOUND_FILE)
        config_profile(survey->question->engine->config, file.real);
}

static void survey_all(struct survey *survey, const struct discovery *found)
{
    /* All configs are read first, so that the state is that of all. */
    for (uint32_t i = 0; i < found->count; i++)
        read_config(survey, &found->items[i]);
    survey->state = engine_state(survey->question->engine);
    for (uint32_t i = 0; i < found->count; i++) {
        struct found file = found_of(&found->items[i], survey->question->arena);

        if (file.kind == FOUND_FILE)
            survey_file(survey, &file);
    }
    take_back(survey);
}

static enum answer_kind workspace_diagnostic(struct question *question)
{
    struct survey survey = {.question = question};
    struct discovery found = find_articles(question);
    const struct value *token = value_get(question->params, "partialResultToken");

    survey.json = (struct json_writer){&survey.reports, false};
    survey.streams = token && token->kind != VALUE_NULL;
    survey.count = found.count ? found.count : 1;
    arena_init(&survey.file);
    take_told(&survey);
    take_open(&survey);
    take_failures(&survey);
    crew_send(
        question->back, ANSWER_PROGRESS,
        STR("{\"kind\":\"begin\",\"title\":\"Checking articles\",\"percentage\":0}"));
    survey_all(&survey, &found);
    if (survey.streams && survey.in_part)
        end_part(&survey);
    crew_send(question->back, ANSWER_PROGRESS, STR("{\"kind\":\"end\"}"));
    buf_puts(question->out.out, "{\"items\":[");
    buf_add_str(question->out.out, buf_str(&survey.reports));
    buf_puts(question->out.out, "]}");
    buf_release(&survey.reports);
    arena_release(&survey.file);
    return ANSWER_GIVEN;
}

const struct feature feature_workspace_diagnostic = {
    .method = "workspace/diagnostic",
    .anywhere = true,
    .answer = workspace_diagnostic,
};
