/* init_plan.c - the files that stet init proposes */

#include "lint/command/init_plan.h"

#include <string.h>

#include "lint/command/version.h"
#include "lint/files/path.h"
#include "lint/terminal/display.h"
#include "lint/value/write.h"

#define SCHEMA_FILE   "article.schema.yaml"
#define HOOKS_FILE    ".pre-commit-config.yaml"
#define WORKFLOW_FILE ".github/workflows/stet.yml"

/* The commit of actions/checkout that the workflow uses; a tag could be moved. */
#define CHECKOUT "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2"

static void count(struct init_folder *folder, bool has_front_matter)
{
    folder->articles++;
    folder->with += has_front_matter;
}

/* The first name of a path that has several; "." of any other. */
static struct str first_name(struct str path)
{
    const char *slash;

    if (str_starts(path, STR("./")))
        path = (struct str){path.data + 2, path.len - 2};
    slash = memchr(path.data, '/', path.len);
    return slash ? (struct str){path.data, (size_t)(slash - path.data)} : STR(".");
}

void init_articles_add(struct init_articles *articles, struct arena *arena,
                       struct str path, bool has_front_matter)
{
    struct str name = first_name(path);
    struct init_folder *folder;

    count(&articles->all, has_front_matter);
    for (uint32_t i = 0; i < articles->count; i++)
        if (str_equal(articles->folders[i].name, name)) {
            count(&articles->folders[i], has_front_matter);
            return;
        }
    articles->folders = arena_make_room(arena, articles->folders, articles->count,
                                        &articles->capacity, sizeof(*articles->folders));
    folder = &articles->folders[articles->count++];
    *folder = (struct init_folder){.name = arena_str(arena, name)};
    count(folder, has_front_matter);
}

/* Nearly all: what is elsewhere are a few pages of another kind. */
static bool has_most(const struct init_folder *folder, const struct init_folder *all)
{
    return folder->with * 10ull >= all->with * 9ull;
}

struct init_folder init_articles_folder(const struct init_articles *articles,
                                        const struct init_survey *survey)
{
    struct init_folder all = articles->all;
    struct str wanted =
        first_name(str_from(survey->generator ? survey->generator->content : "."));

    all.name = STR(".");
    if (survey->generator && wanted.len == 1)
        wanted = str_from(survey->generator->content);
    for (uint32_t i = 0; i < articles->count; i++) {
        const struct init_folder *folder = &articles->folders[i];

        if (folder->with && !str_is(folder->name, ".") &&
            (str_equal(folder->name, wanted) || has_most(folder, &all)))
            return *folder;
    }
    return all;
}

static struct buf *add_file(struct init_plan *plan, const char *path)
{
    struct init_file *file = &plan->files[plan->count++];

    *file = (struct init_file){.path = path, .text = BUF_INIT};
    return &file->text;
}

static bool is_here(const char *path)
{
    const char *reason;

    return path_presence(path, &reason) != PRESENCE_NO;
}

/* The pattern of a folder: a name of any bytes, between quotes. */
static void add_pattern(struct buf *out, struct str folder)
{
    struct buf pattern = BUF_INIT;

    buf_putc(&pattern, '/');
    for (size_t i = 0; i < folder.len; i++) {
        if (strchr("*?[]{}\\!", folder.data[i]))
            buf_putc(&pattern, '\\');
        buf_putc(&pattern, folder.data[i]);
    }
    buf_putc(&pattern, '/');
    value_write_string(out, (struct value_spelling){SYNTAX_YAML, STYLE_DOUBLE_QUOTED},
                       buf_str(&pattern));
    buf_release(&pattern);
}

/* Has the config a line that begins so? */
static bool has_key(const struct buf *config, struct str key)
{
    struct str rest = buf_str(config);

    while (rest.len) {
        const char *end = memchr(rest.data, '\n', rest.len);
        size_t line = end ? (size_t)(end - rest.data) + 1 : rest.len;

        if (str_starts(rest, key))
            return true;
        rest = (struct str){rest.data + line, rest.len - line};
    }
    return false;
}

/*
 * The schema holds for the folder; outside of it nothing has to have front matter. Where
 * the config has `overrides`, that is its last key.
 */
static void add_front_matter(struct buf *out, const struct init_folder *folder)
{
    const char *required = folder->with == folder->articles ? "true" : "false";
    bool everywhere = str_is(folder->name, ".");

    if (everywhere && !has_key(out, STR("frontMatter:"))) {
        buf_printf(out, "frontMatter:\n  schema: %s\n  required: %s\n", SCHEMA_FILE,
                   required);
        return;
    }
    buf_puts(out, has_key(out, STR("overrides:")) ? "  - files: ["
                                                  : "overrides:\n  - files: [");
    if (everywhere)
        buf_puts(out, "\"**\"");
    else
        add_pattern(out, folder->name);
    buf_printf(out, "]\n    frontMatter:\n      schema: %s\n      required: %s\n",
               SCHEMA_FILE, required);
}

/* What the generator writes is no article. */
static void add_ignored(struct buf *out, const struct site_generator *generator,
                        const struct init_import *import)
{
    struct buf items = BUF_INIT;

    if (generator) {
        buf_puts(&items, ", ");
        add_pattern(&items, str_from(generator->output));
    }
    buf_add_str(&items, buf_str(&import->ignore));
    if (items.len)
        buf_printf(out, "ignore: [%.*s]\n", (int)items.len - 2, items.data + 2);
    buf_release(&items);
}

/* A config of its own, with what rumdl's says. */
static void add_own(struct buf *out, const struct site_generator *generator,
                    const struct init_import *import)
{
    buf_puts(out, "preset: recommended\n");
    add_ignored(out, generator, import);
    buf_add_str(out, buf_str(&import->rules));
}

static void add_config(struct init_plan *plan, const struct init_survey *survey,
                       const struct init_folder *folder, bool has_schema,
                       const struct init_import *import)
{
    const struct site_generator *generator = survey->generator;
    struct buf *out = add_file(plan, "stet.yaml");

    buf_printf(out, "# %s/blob/main/docs/configuration.md\n", stet_homepage());
    if (generator && generator->key)
        buf_printf(out, "yaml: {generator: %s}\n", generator->key);
    if (import->config.len)
        buf_add_str(out, buf_str(&import->config));
    else
        add_own(out, generator, import);
    if (has_schema)
        add_front_matter(out, folder);
}

static void add_hooks(struct buf *out)
{
    buf_printf(out, "  - repo: %s\n    rev: v%s\n    hooks:\n      - id: stet\n",
               stet_homepage(), stet_version());
}

/* `owner/name` of the project on GitHub. */
static const char *project_name(void)
{
    const char *host = strstr(stet_homepage(), "://");
    const char *slash = host ? strchr(host + 3, '/') : NULL;

    return slash ? slash + 1 : stet_homepage();
}

static void add_workflow(struct init_plan *plan)
{
    struct buf *out = add_file(plan, WORKFLOW_FILE);

    buf_puts(out, "name: stet\non: pull_request\npermissions:\n  contents: read\n"
                  "jobs:\n  stet:\n    runs-on: ubuntu-latest\n    steps:\n"
                  "      - uses: " CHECKOUT "\n"
                  "        with: {fetch-depth: 0, persist-credentials: false}\n");
    buf_printf(out, "      - uses: %s@v%s\n        with: {since: base}\n", project_name(),
               stet_version());
}

static void remark_articles(struct buf *out, const struct init_articles *articles,
                            const struct init_survey *survey,
                            const struct init_folder *folder)
{
    buf_printf(out, "%u article%s, %u with front matter", articles->all.articles,
               articles->all.articles == 1 ? "" : "s", articles->all.with);
    if (!str_is(folder->name, ".")) {
        buf_printf(out, ", %u of these in `", folder->with);
        display_add_path(out, folder->name);
        buf_putc(out, '`');
    }
    if (survey->generator)
        buf_printf(out, "; `%s`: the site is built by %s", survey->generator->file,
                   survey->generator->name);
    buf_putc(out, '\n');
}

/* What is there is never changed: what to add to it. */
static void remark_rest(struct buf *out, const struct init_survey *survey)
{
    if (survey->config)
        buf_printf(out, "`%s` is here and stays as it is\n", survey->config);
    if (survey->hooks) {
        buf_printf(out, "`%s` is here; to be added to its `repos`:\n", survey->hooks);
        add_hooks(out);
    }
    if (survey->server)
        buf_printf(out, "`%s` is here; a job for %s: %s/blob/main/docs/ci.md#%s\n",
                   survey->server->file, survey->server->name, stet_homepage(),
                   survey->server->anchor);
    else if (!survey->github)
        buf_printf(out, "jobs for CI: %s/blob/main/docs/ci.md\n", stet_homepage());
}

void init_plan_make(struct init_plan *plan, const struct init_survey *survey,
                    const struct init_articles *articles, struct str draft,
                    const struct init_import *import)
{
    struct init_folder folder = init_articles_folder(articles, survey);
    bool has_schema = draft.len && !is_here(SCHEMA_FILE);
    struct buf *out;

    *plan = (struct init_plan){.remarks = BUF_INIT};
    remark_articles(&plan->remarks, articles, survey, &folder);
    if (!survey->config)
        add_config(plan, survey, &folder, draft.len || is_here(SCHEMA_FILE), import);
    if (has_schema)
        buf_add_str(add_file(plan, SCHEMA_FILE), draft);
    if (survey->repository && !survey->hooks) {
        out = add_file(plan, HOOKS_FILE);
        buf_puts(out, "repos:\n");
        add_hooks(out);
    }
    if (survey->repository && survey->github && !is_here(WORKFLOW_FILE))
        add_workflow(plan);
    remark_rest(&plan->remarks, survey);
}

void init_plan_release(struct init_plan *plan)
{
    for (uint32_t i = 0; i < plan->count; i++)
        buf_release(&plan->files[i].text);
    buf_release(&plan->remarks);
}
