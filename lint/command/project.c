/* project.c - the config and the files that a command line names */

#include "lint/command/project.h"

#include <stdio.h>

#include "lint/base/message.h"
#include "lint/command/say.h"
#include "lint/files/path.h"

const struct cli_option project_config = {
    .name = "config",
    .type = CLI_VALUE,
    .argument = "FILE",
    .help = "use this config for all files",
};

const struct cli_option project_no_config = {
    .name = "no-config",
    .type = CLI_FLAG,
    .help = "use no config",
};

const struct cli_option project_allow_outside = {
    .name = "allow-outside",
    .type = CLI_LIST,
    .argument = "FOLDER",
    .help = "let configs and links lead there (repeatable)",
};

struct str_list project_allowed(struct arena *arena,
                                const struct project_options *options)
{
    const struct cli_list *from = &options->allowed;
    struct str *folders = arena_array(arena, from->count, sizeof(*folders));

    for (uint32_t i = 0; i < from->count; i++)
        folders[i] = path_real(arena, from->items[i]);
    return (struct str_list){folders, from->count};
}

void project_say_notices(const struct config *config)
{
    struct str_list notices = config_notices(config);

    for (size_t i = 0; i < notices.count; i++)
        cli_note("%s", notices.items[i].data);
}

bool project_options_agree(const struct project_options *options)
{
    if (!options->config || !options->no_config)
        return true;
    cli_error("`--config` and `--no-config` exclude each other");
    return false;
}

bool project_is_wrong(const struct config *config)
{
    uint32_t count;

    config_errors(config, &count);
    return count > 0;
}

/* The wrong lines of a config, shown like those of an article. */
static void add_excerpt(struct buf *out, const struct config_error *error,
                        const struct excerpt_style *style)
{
    struct result place = {.severity = SEVERITY_ERROR};
    struct span lines;

    if (!error->source)
        return;
    place.start = source_position(error->source, error->mistake.span.start);
    place.end = source_position(error->source, error->mistake.span.end);
    lines = results_excerpt(error->source, &place.start, &place.end);
    place.excerpt = source_text(error->source, lines);
    place.excerpt_start = lines.start;
    excerpt_add(out, &place, style);
}

void project_say_errors(const struct config *config, const struct excerpt_style *style)
{
    struct buf out = BUF_INIT;
    uint32_t count;
    const struct config_error *errors = config_errors(config, &count);

    for (uint32_t i = 0; i < count; i++) {
        config_error_write(&out, &errors[i]);
        if (style)
            add_excerpt(&out, &errors[i], style);
    }
    if (config_errors_left_out(config))
        buf_printf(&out, "stet: … and %u more\n",
                   (unsigned)config_errors_left_out(config));
    if (out.len)
        fwrite(out.data, 1, out.len, stderr);
    buf_release(&out);
}

struct str project_left_out(struct arena *arena, const struct config *config)
{
    return arena_format(arena, "… and %u more", (unsigned)config_errors_left_out(config));
}

void project_discover(struct arena *arena, struct config *config,
                      const struct project_search *search, struct discovery *discovery)
{
    struct discover_options wanted = config_discovery(config);

    wanted.patterns = search->patterns;
    wanted.force_exclude = search->force_exclude;
    wanted.allowed = search->allowed;
    discover(arena, search->paths->items, search->paths->count, &wanted, discovery);
}

const struct found_item *project_missing(const struct discovery *discovery)
{
    for (uint32_t i = 0; i < discovery->count; i++)
        if (discovery->items[i].kind == FOUND_MISSING)
            return &discovery->items[i];
    return NULL;
}

struct str project_missing_message(struct arena *arena, const struct found_item *item)
{
    struct found found = found_of(item, arena);
    const struct found *missing = &found;
    struct str nearest;

    if (missing->kind == FOUND_NOTHING)
        return str_from(missing->reason);
    nearest = path_nearest(arena, missing->path);
    if (!nearest.len)
        return arena_format(arena, "no such file or folder: `%s`",
                            message_text(arena, missing->path));
    return arena_format(arena, "no such file or folder: `%s`; did you mean `%s`?",
                        message_text(arena, missing->path), message_text(arena, nearest));
}
