/* init_markdownlint.c - stet init --from markdownlint: takes over its configuration */

#include "lint/command/init.h"
#include "lint/command/project.h"
#include "lint/command/say.h"
#include "lint/files/path.h"

static const char comment[] =
    "# What markdownlint's configuration says, by `stet init --from markdownlint`.\n";

/* `../..`, to a folder above. */
static const char *way_up(struct run_init *run, struct str above)
{
    struct str way = STR("..");
    struct str folder = path_folder(run->folder);

    for (; folder.len > above.len; folder = path_folder(folder))
        way = arena_format(&run->arena, "%s/..", way.data);
    return way.data;
}

/* Says what stands in the way. Always returns false. */
static bool refuse(struct run_init *run, enum translated result, struct str above)
{
    if (result == TRANSLATED_ABOVE)
        cli_error("markdownlint's configuration begins in `%s`: run this there",
                  way_up(run, above));
    else
        cli_error("no configuration of markdownlint's here or in folders below");
    return false;
}

bool init_from_markdownlint(struct run_init *run)
{
    const char *here[] = {"."};
    struct cli_list paths = {here, 1};
    struct config_options wanted = {.foreign = true, .allowance = &run->allowance};
    struct project_search search = {.paths = &paths, .patterns = &run->allowance.arena};
    struct config *config = config_new(&run->arena, run->rules, &wanted);
    struct discovery found;
    struct str above;
    enum translated result;

    project_discover(&run->arena, config, &search, &found);
    buf_puts(&run->text, comment);
    result = config_translate(config, run->folder, &run->text, &above);
    project_say_notices(config);
    project_say_errors(config, NULL);
    if (project_is_wrong(config))
        return false;
    return result == TRANSLATED || refuse(run, result, above);
}
