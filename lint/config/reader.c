/* reader.c - paths and errors of the configs that are read */

#include "lint/config/reader.h"

#include <unistd.h>

#include "lint/base/message.h"
#include "lint/files/path.h"

void config_add_error(struct config_reader *reader, struct config_error error)
{
    reader->errors = arena_make_room(reader->arena, reader->errors, reader->error_count,
                                     &reader->error_capacity, sizeof(*reader->errors));
    reader->errors[reader->error_count++] = error;
}

void config_complain(struct config_reader *reader, const struct config_file *file,
                     struct span span, struct str message)
{
    struct config_error error = {.message = message};

    if (file != NULL) {
        error.path = file->shown;
        if (file->source.data != NULL) {
            error.position = source_position(&file->source, span.start);
            error.end = source_position(&file->source, span.end);
            error.source = &file->source;
        }
    }
    config_add_error(reader, error);
}

struct str config_resolve(struct config_reader *reader, const struct config_file *file,
                          struct str path)
{
    if (!str_starts(path, STR("/")))
        path = path_join(reader->arena, file->folder, path);
    else
        path = arena_str(reader->arena, path);
    return path_real(reader->arena, path.data);
}

/* As a path in the config would be written, or one on the command line. */
static struct str written_path(struct config_reader *reader,
                               const struct config_file *file, struct str path)
{
    struct str rest;

    if (file != NULL && path_inside(path, file->folder, &rest))
        return rest;
    return path_shown(reader->arena, path);
}

bool config_file_missing(struct config_reader *reader, struct str path,
                         const struct config_file *file, struct span span)
{
    struct str nearest, shown = written_path(reader, file, path);

    if (access(path.data, F_OK) == 0)
        return false;
    nearest = path_nearest(reader->arena, path);
    if (nearest.len == 0) {
        config_complain(reader, file, span,
                        arena_format(reader->arena, "no such file: `%s`",
                                     message_text(reader->arena, shown)));
        return true;
    }
    nearest = written_path(reader, file, nearest);
    config_complain(reader, file, span,
                    arena_format(reader->arena, "no such file: `%s`; did you mean `%s`?",
                                 message_text(reader->arena, shown),
                                 message_text(reader->arena, nearest)));
    return true;
}
