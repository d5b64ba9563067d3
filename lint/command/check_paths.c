/* check_paths.c - from what is named to the files of stet check */

#include <string.h>

#include "lint/command/check_run.h"
#include "lint/command/say.h"
#include "lint/command/targets.h"
#include "lint/files/path.h"

/* Standard input is a file of its own, instead of `-`. */
static void add_standard_input(struct run_check *run)
{
    const char *given = run->chosen.stdin_filename;
    const char *name = given && *given ? given : NULL;
    struct found_item *item = arena_alloc(&run->arena, sizeof(*item));
    struct check_item *file = &run->check.files[run->check.count++];
    const char *reason;

    *item = (struct found_item){.name = name ? name : SOURCE_STANDARD_INPUT,
                                .real = "",
                                .kind = FOUND_FILE,
                                .named = true};
    if (!file_read(NULL, SOURCE_MAX_BYTES, &run->standard_input, &reason)) {
        item->kind = FOUND_UNREADABLE;
        item->reason = reason;
    }
    file->found = item;
    file->text = &run->standard_input;
    file->profile =
        config_profile(run->config, path_real(&run->arena, name ? name : "stdin.md"));
}

static void add_found(struct run_check *run, const struct found_item *item,
                      struct arena *scratch)
{
    struct check_item *file = &run->check.files[run->check.count++];

    file->found = item;
    if (item->kind == FOUND_FILE)
        file->profile = config_profile(run->config, found_of(item, scratch).real);
    arena_reset(scratch);
}

static bool cannot_be_checked(const struct found_item *item)
{
    return item->kind == FOUND_MISSING || item->kind == FOUND_NOTHING;
}

static uint32_t count_wrong(const struct discovery *found)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < found->count; i++)
        count += cannot_be_checked(&found->items[i]);
    return count;
}

void check_refuse_paths(struct run_check *run)
{
    const struct discovery *found = &run->discovery;

    run->wrong = arena_array(&run->arena, count_wrong(found), sizeof(*run->wrong));
    for (uint32_t i = 0; i < found->count; i++) {
        const struct found_item *item = &found->items[i];
        struct mistake mistake = {.severity = SEVERITY_ERROR};

        if (!cannot_be_checked(item))
            continue;
        mistake.message = project_missing_message(&run->arena, item);
        cli_error("%s", mistake.message.data);
        run->wrong[run->wrong_count++] = (struct report_notification){.mistake = mistake};
    }
}

void check_find_files(struct run_check *run, struct cli_list *paths)
{
    bool standard_input = targets_take_input(paths);
    struct discovery *found = &run->discovery;
    struct project_search search = {
        .paths = paths,
        .force_exclude = run->chosen.force_exclude,
        .allowed = project_allowed(&run->arena, &run->chosen.project),
        .patterns = &run->allowance.arena,
    };
    struct arena scratch;

    project_discover(&run->arena, run->config, &search, found);
    run->check.files =
        arena_array(&run->arena, found->count + 1, sizeof(*run->check.files));
    if (standard_input)
        add_standard_input(run);
    arena_init(&scratch);
    for (uint32_t i = 0; i < found->count; i++)
        if (!cannot_be_checked(&found->items[i]))
            add_found(run, &found->items[i], &scratch);
    arena_release(&scratch);
}

struct str check_why_nothing(struct run_check *run)
{
    const char *list = run->chosen.files_from;
    uint32_t others = run->discovery.others;

    if (run->check.count || run->wrong_count)
        return STR("");
    if (others)
        return arena_format(&run->arena,
                            "nothing to check: %u file%s, all else is ignored", others,
                            others == 1 ? " is not Markdown" : "s are not Markdown");
    if (run->discovery.left_out)
        return STR("nothing to check: all that is named is ignored");
    return arena_format(&run->arena, "nothing to check: no paths in `%s`",
                        list ? list : "");
}

bool check_names_input(const struct cli_list *paths)
{
    for (uint32_t i = 0; i < paths->count; i++)
        if (strcmp(paths->items[i], "-") == 0)
            return true;
    return false;
}

bool check_take_paths(struct run_check *run, struct cli_list *paths)
{
    const char *list = run->chosen.files_from;

    if (list && !targets_read(&run->arena, list, paths))
        return false;
    if (!list && !paths->count)
        cli_add(paths, ".");
    if (!run->chosen.stdin_filename)
        return true;
    if (check_names_input(paths))
        return true;
    cli_error("`--stdin-filename` names the text on standard input, which is checked "
              "only when `-` is one of the paths");
    return false;
}
