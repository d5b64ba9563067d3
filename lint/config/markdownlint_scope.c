/* markdownlint_scope.c - the files that configs of markdownlint-cli2 are about */

#include "lint/config/markdownlint_scope.h"

#include "lint/base/message.h"
#include "lint/config/load.h"
#include "lint/files/path.h"

void markdownlint_take_globs(struct config_reader *reader, struct str path,
                             const struct value *list, struct markdownlint_globs *globs)
{
    for (uint32_t i = 0; list && i < list->count; i++) {
        struct str text = list->entries[i].value->text;
        const char *reason;

        if (!markdownlint_globs_add(globs, text, reader->arena, &reason))
            config_cannot_honour(reader,
                                 arena_format(reader->arena, "the pattern `%s` of `%s`",
                                              message_text(reader->arena, text),
                                              path_shown(reader->arena, path).data));
    }
}

/* What the outermost config leaves out of the walk; there a slash at the start means its
 * folder. */
static void take_base_ignores(struct config_reader *reader,
                              struct markdownlint_config *config)
{
    const struct value *list = value_get(config->options, "ignores");
    const char *reason;

    for (uint32_t i = 0; list && i < list->count; i++) {
        struct str text = list->entries[i].value->text;

        if (str_starts(text, STR("/")))
            text = (struct str){text.data + 1, text.len - 1};
        /* One that is malformed was named before. */
        markdownlint_globs_add(&config->base_ignores, text, reader->arena, &reason);
    }
}

/* The path from the folder on; outside of it, only the name. */
static struct str relative(struct str folder, struct str path)
{
    struct str rest;

    return path_inside(path, folder, &rest) ? rest : path_name(path);
}

/* `gitignore` as a text names files like .gitignore; here the one beside the config. */
static void take_ignore_file(struct config_reader *reader, const struct config_file *file,
                             struct str name, struct markdownlint_config *config)
{
    struct config_place place = {.named = false};
    struct str path = path_join(reader->arena, config->folder, name);
    struct config_file *list;
    struct str real;

    if (glob_has_marks(name)) {
        config_cannot_honour(
            reader, arena_format(reader->arena, "`gitignore` of `%s`", file->shown.data));
        return;
    }
    if (reach_find(reader->arena, &reader->reach, path).kind != INSIDE_FILE ||
        !config_find(reader, path, &place, &real))
        return;
    list = config_file_load(reader, path, real, &place);
    if (!list)
        return;
    config->gitignore_text =
        source_text(&list->source, span_make(list->source.text, list->source.size));
    ignore_read(&config->gitignore, config->gitignore_text, reader->arena);
}

static bool names_gitignore(struct str text)
{
    return str_is(text, ".gitignore") || str_is(text, "**/.gitignore");
}

void markdownlint_take_scope(struct config_reader *reader, const struct config_file *file,
                             struct markdownlint_config *config)
{
    const struct value *options = config->options;
    const struct value *gitignore = value_get(options, "gitignore");

    markdownlint_take_globs(reader, file->path, value_get(options, "ignores"),
                            &config->ignores);
    if (config->outer)
        return;
    take_base_ignores(reader, config);
    markdownlint_take_globs(reader, file->path, value_get(options, "globs"),
                            &config->globs);
    if (gitignore && gitignore->kind == VALUE_STRING && !names_gitignore(gitignore->text))
        take_ignore_file(reader, file, gitignore->text, config);
}

enum discover_claim markdownlint_claim(const struct markdownlint_config *config,
                                       struct str path)
{
    const struct markdownlint_config *base = config->base;

    if (!base->globs.count)
        return DISCOVER_BY_NAME;
    return markdownlint_globs_find(&base->globs, relative(base->folder, path))
               ? DISCOVER_ARTICLE
               : DISCOVER_OTHER;
}

/* Where the config names the files, it is also asked whether .gitignore counts. */
static bool heeds_gitignore(const struct markdownlint_config *base)
{
    const struct value *gitignore = value_get(base->options, "gitignore");

    if (!gitignore)
        return !base->globs.count;
    if (gitignore->kind == VALUE_BOOL)
        return gitignore->boolean;
    return names_gitignore(gitignore->text);
}

unsigned markdownlint_ways(const struct markdownlint_config *config)
{
    const struct markdownlint_config *base = config->base;

    return (base->globs.count ? DISCOVER_HIDDEN : 0) |
           (heeds_gitignore(base) ? 0 : DISCOVER_NO_GITIGNORE);
}

const struct markdownlint_override *
markdownlint_override_for(const struct markdownlint_config *config, struct str path)
{
    struct str rest = relative(config->folder, path);

    for (uint32_t i = 0; i < config->override_count; i++) {
        const struct markdownlint_override *override = &config->overrides[i];

        if (override->filter.count && markdownlint_globs_filter(&override->filter, rest))
            return override;
    }
    return NULL;
}

bool markdownlint_ignores(const struct markdownlint_config *config, struct str path,
                          bool is_folder)
{
    const struct markdownlint_config *base = config->base;

    if (markdownlint_globs_leave_out(&base->base_ignores, relative(base->folder, path),
                                     is_folder))
        return true;
    if (ignore_match(&base->gitignore, relative(base->folder, path), is_folder) ==
        IGNORE_LEAVE)
        return true;
    return !is_folder &&
           markdownlint_globs_ignore(&config->ignores, relative(config->folder, path));
}
