/* baseline_file.c - a baseline as it is kept: reads and writes it */

#include "lint/command/baseline_file.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "lint/files/path.h"
#include "lint/files/write.h"
#include "lint/value/json_write.h"
#include "lint/value/value.h"

enum { BASELINE_MAX_BYTES = 64 * 1024 * 1024 /* a million findings */ };

struct baseline_file *baseline_add_file(struct baseline *baseline, struct str path)
{
    struct baseline_file *file = arena_alloc(baseline->arena, sizeof(*file));

    file->path = arena_str(baseline->arena, path);
    if (baseline->last)
        baseline->last->next = file;
    else
        baseline->first = file;
    baseline->last = file;
    str_map_put(&baseline->files, baseline->arena, file->path, file);
    return file;
}

struct baseline_entry *baseline_entry_at(struct baseline *baseline,
                                         struct baseline_file *file, struct str key)
{
    struct baseline_entry *entry;
    void *found;

    if (str_map_get(&file->entries, key, &found))
        return found;
    entry = arena_alloc(baseline->arena, sizeof(*entry));
    entry->key = arena_str(baseline->arena, key);
    if (file->last)
        file->last->next = entry;
    else
        file->first = entry;
    file->last = entry;
    str_map_put(&file->entries, baseline->arena, entry->key, entry);
    return entry;
}

static bool read_file(struct baseline *baseline, const struct entry *from)
{
    struct baseline_file *file = baseline_add_file(baseline, from->key);
    const struct value *sketch = value_get(from->value, "lines");
    const struct value *findings = value_get(from->value, "findings");

    if (!sketch || sketch->kind != VALUE_LIST || !findings ||
        findings->kind != VALUE_LIST || sketch->count > SKETCH_MAX)
        return false;
    for (uint32_t i = 0; i < sketch->count; i++) {
        struct str text = sketch->entries[i].value->text;

        file->sketch[file->sketch_count++] =
            strtoull(arena_str(baseline->arena, text).data, NULL, 16);
    }
    for (uint32_t i = 0; i < findings->count; i++) {
        const struct value *key = findings->entries[i].value;

        if (key->kind != VALUE_STRING)
            return false;
        baseline_entry_at(baseline, file, key->text)->count++;
    }
    return true;
}

static bool read_files(struct baseline *baseline, struct str text)
{
    struct value_input input = {text.data, {0, (uint32_t)text.len}, VALUE_MAX_NODES_DATA};
    struct value_tree tree;
    const struct value *version, *files;

    json_read(baseline->arena, input, &tree);
    version = value_get(tree.root, "version");
    files = value_get(tree.root, "files");
    if (tree.problem_count || !version || !str_is(version->text, "1") || !files ||
        files->kind != VALUE_MAP)
        return false;
    for (uint32_t i = 0; i < files->count; i++)
        if (!read_file(baseline, &files->entries[i]))
            return false;
    return true;
}

/* A file whose name is not there is gone; one that cannot be looked for is not. */
static void look_for(struct baseline *baseline)
{
    for (struct baseline_file *file = baseline->first; file; file = file->next) {
        struct str path = str_starts(file->path, STR("/"))
                              ? file->path
                              : path_join(baseline->arena, baseline->folder, file->path);
        const char *reason;

        file->gone = path_presence(path.data, &reason) == PRESENCE_NO;
    }
}

bool baseline_read(struct baseline *baseline, struct arena *arena, const char *path,
                   bool collects, struct str *why)
{
    struct baseline empty = {.arena = arena, .collects = collects};
    struct buf text = BUF_INIT;
    const char *reason;
    bool understood;

    empty.folder = path_folder(path_real(arena, path));
    *baseline = empty;
    /* Something else must not be lost to a new baseline. */
    if (collects && path_presence(path, &reason) == PRESENCE_NO)
        return true;
    if (!file_read(path, BASELINE_MAX_BYTES, &text, &reason)) {
        *why = arena_format(arena, "cannot read the baseline `%s`: %s", path, reason);
        buf_release(&text);
        return false;
    }
    understood = read_files(baseline, arena_str(arena, buf_str(&text)));
    buf_release(&text);
    look_for(baseline);
    if (understood && collects)
        *baseline = empty;
    if (!understood)
        *why = arena_format(
            arena, "`%s` is not a baseline of this version; `stet baseline` writes one",
            path);
    return understood;
}

static uint32_t kept_of(const struct baseline_file *file,
                        const struct baseline_entry *entry)
{
    return file->seen || file->gone ? entry->used : entry->count;
}

static uint32_t count_kept(const struct baseline_file *file)
{
    uint32_t count = 0;

    for (const struct baseline_entry *entry = file->first; entry; entry = entry->next)
        count += kept_of(file, entry);
    return count;
}

static void write_sketch(struct json_writer *json, const struct baseline_file *file)
{
    char text[BASELINE_KEY_BYTES];

    json_key(json, "lines");
    json_open(json, '[');
    for (uint32_t i = 0; i < file->sketch_count; i++) {
        int len = snprintf(text, sizeof(text), "%016" PRIx64, file->sketch[i]);

        json_string(json, (struct str){text, (size_t)len});
    }
    json_close(json, ']');
}

static void write_file(struct json_writer *json, const struct baseline_file *file)
{
    json_newline(json);
    json_string(json, file->path);
    buf_putc(json->out, ':');
    json->comma = false;
    json_open(json, '{');
    write_sketch(json, file);
    json_key(json, "findings");
    json_open(json, '[');
    for (const struct baseline_entry *entry = file->first; entry; entry = entry->next)
        for (uint32_t i = 0; i < kept_of(file, entry); i++) {
            json_newline(json);
            json_string(json, entry->key);
        }
    json_close(json, ']');
    json_close(json, '}');
}

static uint32_t write_all(const struct baseline *baseline, struct buf *out)
{
    struct json_writer json = {out, false};
    uint32_t count = 0;

    json_open(&json, '{');
    json_member_uint(&json, "version", 1);
    json_key(&json, "files");
    json_open(&json, '{');
    for (const struct baseline_file *file = baseline->first; file; file = file->next) {
        uint32_t kept = count_kept(file);

        if (kept)
            write_file(&json, file);
        count += kept;
    }
    json_close(&json, '}');
    json_close(&json, '}');
    buf_putc(out, '\n');
    return count;
}

static bool put(const struct baseline *baseline, const char *path, struct str text,
                const char **reason)
{
    struct file_writer writer;

    if (!file_writer_open(&writer, baseline->arena, path, reason))
        return false;
    if (file_writer_add(&writer, text.data, text.len))
        return file_writer_commit(&writer, reason);
    *reason = file_reason(errno);
    file_writer_abandon(&writer);
    return false;
}

bool baseline_write(const struct baseline *baseline, const char *path, uint32_t *count,
                    struct str *why)
{
    struct buf out = BUF_INIT;
    const char *reason;
    bool done;

    *count = write_all(baseline, &out);
    done = put(baseline, path, buf_str(&out), &reason);
    buf_release(&out);
    if (!done)
        *why = arena_format(baseline->arena, "cannot write `%s`: %s", path, reason);
    return done;
}
