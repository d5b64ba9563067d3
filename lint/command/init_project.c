/* init_project.c - stet init: proposes what a repository needs, and writes it */

#include "lint/command/init_project.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/command/draft.h"
#include "lint/command/init_plan.h"
#include "lint/command/letter.h"
#include "lint/command/say.h"
#include "lint/files/write.h"

struct project {
    struct arena arena;
    struct init_survey survey;
    struct init_articles articles;
    struct init_plan plan;
    struct init_import import;
};

static void see(void *context, struct str path, bool has_front_matter)
{
    struct project *project = context;

    init_articles_add(&project->articles, &project->arena, path, has_front_matter);
}

static enum exit_status read_folder(struct project *project,
                                    const struct program *program, const char *folder,
                                    struct draft *draft)
{
    struct cli_list paths = {&folder, 1};
    struct draft_options options = {.limits = LIMITS_INIT};

    if (!project->articles.all.articles) {
        options.seen = see;
        options.context = project;
    }
    return draft_schema(program, &options, &paths, draft);
}

/* All articles are read; then, for the schema, those of one folder again. */
static enum exit_status read_articles(struct project *project,
                                      const struct program *program, struct draft *draft)
{
    enum exit_status status = read_folder(project, program, ".", draft);
    struct init_folder folder =
        init_articles_folder(&project->articles, &project->survey);

    if (status != EXIT_CLEAN || str_is(folder.name, "."))
        return status;
    buf_release(&draft->schema);
    return read_folder(project, program, folder.name.data, draft);
}

static enum exit_status show(const struct init_plan *plan)
{
    struct buf out = BUF_INIT;

    buf_add_str(&out, buf_str(&plan->remarks));
    for (uint32_t i = 0; i < plan->count; i++) {
        buf_printf(&out, "\n--- %s\n", plan->files[i].path);
        buf_add_str(&out, buf_str(&plan->files[i].text));
    }
    return cli_write(&out);
}

/* Makes the folders on the way to a file. */
static bool make_folders(const char *path, struct arena *arena)
{
    char *copy = (char *)arena_str(arena, str_from(path)).data;

    for (char *slash = strchr(copy, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(copy, 0777) && errno != EEXIST)
            return false;
        *slash = '/';
    }
    return true;
}

/* A file that has come meanwhile is not written over. */
static bool write_file(const struct init_file *file, struct arena *arena)
{
    struct file_writer out = {.fd = -1};
    bool done;

    if (make_folders(file->path, arena))
        out.fd =
            open(file->path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    done = out.fd >= 0 && file_writer_add(&out, file->text.data, file->text.len);
    if (!done)
        cli_error("cannot write `%s`: %s", file->path, file_reason(errno));
    if (out.fd >= 0 && close(out.fd) && done) {
        cli_error("cannot write `%s`: %s", file->path, file_reason(errno));
        done = false;
    }
    return done;
}

static enum exit_status write_files(struct project *project)
{
    const struct init_plan *plan = &project->plan;

    for (uint32_t i = 0; i < plan->count; i++) {
        if (!write_file(&plan->files[i], &project->arena))
            return EXIT_TROUBLE;
        cli_note("wrote `%s`", plan->files[i].path);
    }
    cli_note("`stet check` says what is found now; `stet baseline` writes that down, and "
             "`stet check --baseline stet-baseline.json` shows only what is new");
    return EXIT_CLEAN;
}

static enum exit_status propose(struct project *project, bool yes)
{
    enum exit_status status = show(&project->plan);

    if (status != EXIT_CLEAN)
        return status;
    if (!project->plan.count) {
        cli_note("there is nothing to write");
        return EXIT_CLEAN;
    }
    if (!yes)
        status = letter_confirm(project->plan.count == 1 ? "this file" : "these files");
    if (status == EXIT_FINDINGS)
        return EXIT_CLEAN;
    return status == EXIT_CLEAN ? write_files(project) : status;
}

/* What other linters' configs say. A config of stet's makes them void. */
static bool take_over(struct project *project, struct run_init *run)
{
    const struct init_survey *survey = &project->survey;

    if (survey->config)
        return true;
    if (survey->markdownlint) {
        if (!init_from_markdownlint(run))
            return false;
        buf_add_str(&project->import.config, buf_str(&run->text));
    } else if (survey->rumdl) {
        init_rumdl(&project->import, survey->rumdl, run->rules, &project->arena);
    }
    return true;
}

static enum exit_status plan_and_propose(struct project *project, struct run_init *run,
                                         struct str draft)
{
    enum exit_status status;

    if (!take_over(project, run))
        return EXIT_TROUBLE;
    init_plan_make(&project->plan, &project->survey, &project->articles, draft,
                   &project->import);
    status = propose(project, run->chosen.yes);
    init_plan_release(&project->plan);
    return status;
}

enum exit_status init_project(struct run_init *run, const struct program *program)
{
    struct project project = {.import = {BUF_INIT, BUF_INIT, BUF_INIT}};
    struct draft draft;
    enum exit_status status;

    arena_init(&project.arena);
    init_survey(&project.survey);
    status = read_articles(&project, program, &draft);
    if (status == EXIT_CLEAN)
        status = plan_and_propose(&project, run, buf_str(&draft.schema));
    buf_release(&draft.schema);
    init_import_release(&project.import);
    arena_release(&project.arena);
    return status;
}
