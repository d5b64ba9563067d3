/* reader.c - paths and errors of the configs that are read */

#include "lint/config/reader.h"

#include "lint/base/message.h"
#include "lint/files/path.h"

void config_add_error(struct config_reader *reader, struct config_error error)
{
    if (!config_is_full(reader)) {
        reader->errors =
            arena_make_room(reader->arena, reader->errors, reader->error_count,
                            &reader->error_capacity, sizeof(*reader->errors));
        reader->errors[reader->error_count] = error;
    }
    reader->error_count++;
}

bool config_is_full(const struct config_reader *reader)
{
    return reader->error_count >= CONFIG_MAX_ERRORS;
}

void config_pass_on(struct config_reader *reader, const struct config_file *file,
                    const struct mistake *mistake)
{
    struct config_error error = {.mistake = *mistake};

    error.mistake.severity = SEVERITY_ERROR;
    if (file) {
        error.path = file->shown;
        error.source = file->source.data ? &file->source : NULL;
    }
    config_add_error(reader, error);
}

void config_note(struct config_reader *reader, struct str notice)
{
    if (reader->notice_count == CONFIG_MAX_ERRORS)
        return;
    reader->notices =
        arena_make_room(reader->arena, reader->notices, reader->notice_count,
                        &reader->notice_capacity, sizeof(*reader->notices));
    reader->notices[reader->notice_count++] = notice;
}

void config_cannot_honour(struct config_reader *reader, struct str what)
{
    struct str_list known = {reader->unhonoured, reader->unhonoured_count};

    if (str_list_has(known, what) || reader->unhonoured_count == CONFIG_MAX_ERRORS)
        return;
    reader->unhonoured =
        arena_make_room(reader->arena, reader->unhonoured, reader->unhonoured_count,
                        &reader->unhonoured_capacity, sizeof(*reader->unhonoured));
    reader->unhonoured[reader->unhonoured_count++] = what;
}

void config_complain(struct config_reader *reader, const struct config_file *file,
                     struct span span, struct str message)
{
    config_pass_on(reader, file, &(struct mistake){.span = span, .message = message});
}

struct str config_resolve(struct config_reader *reader, const struct config_file *file,
                          struct str path)
{
    if (!str_starts(path, STR("/")))
        return path_join(reader->arena, file->folder, path);
    return arena_str(reader->arena, path);
}

/* The path as it would be written in the config or on the command line. */
static const char *written_path(struct config_reader *reader,
                                const struct config_place *place, struct str path)
{
    struct str rest;

    if (!place->file || !path_inside(path, place->file->folder, &rest))
        rest = path_shown(reader->arena, path);
    return message_text(reader->arena, rest);
}

static bool complain_of_path(struct config_reader *reader,
                             const struct config_place *place, struct str message)
{
    config_complain(reader, place->file, place->span, message);
    return false;
}

/* The nearest path that exists, or an empty string. It takes a look at whole folders. */
static struct str nearest_path(struct config_reader *reader, struct str path,
                               const struct config_place *place)
{
    if (config_is_full(reader))
        return STR("");
    if (place->named)
        return path_nearest(reader->arena, path);
    return reach_nearest(reader->arena, &reader->reach, path);
}

static struct str missing_message(struct config_reader *reader, struct str path,
                                  const struct config_place *place)
{
    struct str nearest = nearest_path(reader, path, place);
    const char *shown = written_path(reader, place, path);

    if (nearest.len == 0)
        return arena_format(reader->arena, "no such file: `%s`", shown);
    return arena_format(reader->arena, "no such file: `%s`; did you mean `%s`?", shown,
                        written_path(reader, place, nearest));
}

/* What the command line names is allowed, wherever it is. */
static struct inside_place find(struct config_reader *reader, struct str path,
                                const struct config_place *place)
{
    struct inside_place found = {.kind = INSIDE_FILE, .real = STR("")};
    enum presence presence;

    if (!place->named) {
        found = reach_find(reader->arena, &reader->reach, path);
        if (place->file || found.kind != INSIDE_MISSING)
            return found;
        /* It was found in a folder: it is a link to nothing, or looking for it failed. */
        found = (struct inside_place){INSIDE_UNKNOWN, STR(""), "looking for it failed"};
        path_presence(path.data, &found.reason);
        return found;
    }
    presence = path_presence(path.data, &found.reason);
    if (presence == PRESENCE_YES)
        found.real = path_real(reader->arena, path.data);
    else
        found.kind = presence == PRESENCE_NO ? INSIDE_MISSING : INSIDE_UNKNOWN;
    return found;
}

bool config_find(struct config_reader *reader, struct str path,
                 const struct config_place *place, struct str *real)
{
    struct inside_place found;

    *real = path;
    if (str_equal(path, reader->draft.path))
        return true;
    found = find(reader, path, place);
    *real = found.real;
    switch (found.kind) {
    case INSIDE_FILE:
    case INSIDE_FOLDER:
    case INSIDE_OTHER:
        return true;
    case INSIDE_MISSING:
        return complain_of_path(reader, place, missing_message(reader, path, place));
    case INSIDE_UNKNOWN:
        return complain_of_path(reader, place,
                                arena_format(reader->arena, "`%s` cannot be read: %s",
                                             written_path(reader, place, path),
                                             found.reason));
    case INSIDE_LEAVES:
        break;
    }
    return complain_of_path(reader, place,
                            arena_format(reader->arena,
                                         "`%s` lies outside of the project; "
                                         "`--allow-outside FOLDER` permits a folder",
                                         written_path(reader, place, path)));
}
