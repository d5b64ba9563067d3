/* load.c - the text of a config, and its values */

#include "lint/config/load.h"

#include "lint/base/buf.h"
#include "lint/base/message.h"
#include "lint/files/file.h"
#include "lint/files/path.h"
#include "lint/value/notation.h"

static void take_text(struct config_reader *reader, struct config_file *file,
                      struct str text)
{
    struct str copy = arena_str(reader->arena, text);

    source_init(&file->source, reader->arena, file->shown.data, copy.data, copy.len);
}

static bool load_text(struct config_reader *reader, struct config_file *file,
                      const char **reason)
{
    struct buf text = BUF_INIT;
    bool done;

    file_log_add(&reader->log, file->real);
    if (str_equal(file->real, reader->draft.path)) {
        take_text(reader, file, reader->draft.text);
        return true;
    }
    done = file_read_real(file->real, CONFIG_MAX_BYTES, &text, NULL, reason);
    if (done)
        take_text(reader, file, buf_str(&text));
    buf_release(&text);
    return done;
}

struct config_file *config_file_load(struct config_reader *reader, struct str path,
                                     struct str real, const struct config_place *place)
{
    struct config_file *file = arena_alloc(reader->arena, sizeof(*file));
    const char *reason;

    file->path = path;
    file->real = real;
    file->shown = path_shown(reader->arena, path);
    file->folder = path_folder(path);
    if (load_text(reader, file, &reason))
        return file;
    config_complain(reader, place->file, place->span,
                    arena_format(reader->arena, "`%s` cannot be read: %s",
                                 message_text(reader->arena, file->shown), reason));
    return NULL;
}

bool config_file_parse(struct config_reader *reader, const struct config_file *file,
                       struct value_tree *tree)
{
    struct value_input input = {file->source.data,
                                span_make(file->source.text, file->source.size),
                                VALUE_MAX_NODES_DATA};
    enum value_notation notation = notation_of(file->path);

    if (notation == NOTATION_JSON || notation == NOTATION_JSONC)
        jsonc_read(reader->arena, input, tree);
    else if (notation == NOTATION_TOML)
        toml_read(reader->arena, input, tree);
    else
        yaml_read(reader->arena, input, tree);
    for (uint32_t i = 0; i < tree->problem_count; i++)
        config_pass_on(reader, file, &tree->problems[i].mistake);
    return tree->problem_count == 0;
}
