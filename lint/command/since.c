/* since.c - which findings touch what changed since a commit */

#include "lint/command/since.h"

#include "lint/git/changes.h"
#include "lint/rule/table.h"

/* Files that were not found on the disk are not compared. */
static bool is_compared(const struct check_item *item)
{
    return !item->text && item->found->kind == FOUND_FILE;
}

bool since_start(struct since *since, const char *rev, const struct check *check,
                 struct arena *arena, struct str *why)
{
    struct str *paths = arena_array(arena, check->count, sizeof(*paths));
    const struct changed_lines **lines =
        arena_array(arena, check->count, sizeof(const struct changed_lines *));
    struct changed_files files = {.paths = paths, .lines = lines};

    for (uint32_t i = 0; i < check->count; i++)
        if (is_compared(&check->files[i]))
            paths[files.count++] = check_file_at(check, i, arena).real;
    if (!git_changes(arena, rev, &files, why))
        return false;
    for (uint32_t i = 0, next = 0; i < check->count; i++)
        if (is_compared(&check->files[i]))
            str_map_put(&since->files, arena,
                        str_from(check_file_at(check, i, arena).path),
                        (void *)lines[next++]);
    return true;
}

/* A range that ends at the start of a line does not touch that line. */
static bool touches(const struct changed_lines *lines, const struct file_results *file,
                    const struct position *start, const struct position *end)
{
    uint32_t from = start->line;
    uint32_t to = end->line > from && end->column == 1 ? end->line - 1 : end->line;

    if (from <= file->front_matter_lines) {
        from = 1;
        to = to > file->front_matter_lines ? to : file->front_matter_lines;
    }
    return changed_lines_touch(lines, from, to);
}

bool since_passes(const struct since *since, const struct file_results *file,
                  const struct result *result)
{
    const struct changed_lines *lines;
    void *found;

    if (!str_map_get(&since->files, file->path, &found))
        return true;
    lines = found;
    if (rule_speaks_for_core(result->rule))
        return true;
    if (touches(lines, file, &result->start, &result->end))
        return true;
    for (uint32_t i = 0; i < result->related_count; i++)
        if (touches(lines, file, &result->related[i].start, &result->related[i].end))
            return true;
    return false;
}
