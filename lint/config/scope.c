/* scope.c - which files in folders a config is about */

#include "lint/config/scope.h"

#include "lint/config/markdownlint.h"
#include "lint/files/path.h"

struct str scope_relative(const struct config_file *file, struct str path)
{
    struct str rest;

    return path_inside(path, file->folder, &rest) ? rest : path_name(path);
}

bool scope_ignores(const struct config_file *file, struct str path, bool is_folder)
{
    enum ignore_verdict verdict = IGNORE_SILENT;

    if (file->foreign)
        return markdownlint_ignores(file->foreign, path, is_folder);
    for (uint32_t i = file->layer_count; i > 0 && verdict == IGNORE_SILENT; i--) {
        const struct config_file *layer = file->layers[i - 1];

        verdict = ignore_match(&layer->ignore, scope_relative(layer, path), is_folder);
    }
    return verdict == IGNORE_LEAVE;
}

/* `.txt`, or without its dot. */
static bool ends_in(struct str name, struct str extension)
{
    size_t dot = name.len - extension.len - 1;

    if (name.len <= extension.len || !str_ends(name, extension))
        return false;
    return extension.data[0] == '.' || name.data[dot] == '.';
}

static bool has_extension(const struct config_file *layer, struct str name)
{
    const struct value *list = layer->extensions;

    for (uint32_t i = 0; list != NULL && i < list->count; i++)
        if (ends_in(name, list->entries[i].value->text))
            return true;
    return false;
}

/* The nearest layer that has `files`; NULL when none has. */
static const struct config_file *chooser(const struct config_file *file)
{
    for (uint32_t i = file->layer_count; i > 0; i--)
        if (file->layers[i - 1]->files_given)
            return file->layers[i - 1];
    return NULL;
}

enum discover_claim scope_claim(const struct config_file *file, struct str path)
{
    const struct config_file *layer = chooser(file);

    if (file->foreign)
        return markdownlint_claim(file->foreign, path);
    if (layer)
        return ignore_match_inside(&layer->files, scope_relative(layer, path), false) ==
                       IGNORE_LEAVE
                   ? DISCOVER_ARTICLE
                   : DISCOVER_OTHER;
    for (uint32_t i = 0; i < file->layer_count; i++)
        if (has_extension(file->layers[i], path_name(path)))
            return DISCOVER_ARTICLE;
    return DISCOVER_BY_NAME;
}

unsigned scope_ways(const struct config_file *file)
{
    unsigned ways = chooser(file) ? DISCOVER_HIDDEN : 0;

    if (file->foreign)
        return markdownlint_ways(file->foreign);
    for (uint32_t i = file->layer_count; i > 0; i--)
        if (file->layers[i - 1]->gitignore_given)
            return ways | (file->layers[i - 1]->gitignore ? 0 : DISCOVER_NO_GITIGNORE);
    return ways;
}
