/* baseline.c - the findings that are known and do not count */

#include "lint/command/baseline.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "lint/base/message.h"
#include "lint/files/path.h"
#include "lint/files/write.h"
#include "lint/rule/table.h"
#include "lint/value/json_write.h"
#include "lint/value/value.h"

enum {
    BASELINE_MAX_BYTES = 64 * 1024 * 1024, /* a million findings */
    /* Of a hundred lines that stand for a text, so many must be in both. */
    ALIKE_PERCENT = 50,
    KEY_BYTES = 40,
};

/* How often one fingerprint is known. */
struct baseline_entry {
    struct baseline_entry *next;
    struct str key; /* code of the rule, space, hash in hexadecimal */
    uint32_t count;
    uint32_t used;
};

struct baseline_file {
    struct baseline_file *next;
    struct str path;
    uint64_t sketch[SKETCH_MAX];
    uint32_t sketch_count;
    struct str_map entries;
    struct baseline_entry *first;
    struct baseline_entry *last;
    bool seen; /* it was checked, or its new name was */
    bool gone; /* it is not there any more */
};

static struct baseline_file *add_file(struct baseline *baseline, struct str path)
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

static struct baseline_entry *entry_at(struct baseline *baseline,
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
    struct baseline_file *file = add_file(baseline, from->key);
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
        entry_at(baseline, file, key->text)->count++;
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

static struct str path_of(const struct baseline *baseline, struct str shown)
{
    struct str path = shown, rest;
    void *real;

    if (str_map_get(&baseline->reals, shown, &real))
        path = str_from(real);
    return path_inside(path, baseline->folder, &rest) ? rest : path;
}

void baseline_start(struct baseline *baseline, const struct check *check)
{
    for (uint32_t i = 0; i < check->count; i++) {
        const struct check_file *file = &check->files[i];
        struct str path = str_from(file->path);
        void *found;

        if (file->real.len)
            str_map_put(&baseline->reals, baseline->arena, path, (void *)file->real.data);
        if (!file->trouble &&
            str_map_get(&baseline->files, path_of(baseline, path), &found))
            ((struct baseline_file *)found)->seen = true;
    }
}

static uint32_t common(const struct baseline_file *old, const struct file_results *now)
{
    uint32_t count = 0;

    for (uint32_t i = 0, j = 0; i < old->sketch_count && j < now->sketch_count;) {
        if (old->sketch[i] == now->sketch[j])
            count++;
        if (old->sketch[i] <= now->sketch[j])
            i++;
        else
            j++;
    }
    return count;
}

/* The file that is gone and most like this one. */
static struct baseline_file *old_name_of(const struct baseline *baseline,
                                         const struct file_results *now)
{
    struct baseline_file *best = NULL;
    uint32_t most = 0;

    for (struct baseline_file *file = baseline->first; file; file = file->next) {
        uint32_t more = file->sketch_count > now->sketch_count ? file->sketch_count
                                                               : now->sketch_count;
        uint32_t both = file->gone && !file->seen ? common(file, now) : 0;

        if (both > most && both * 100 >= more * ALIKE_PERCENT) {
            best = file;
            most = both;
        }
    }
    return best;
}

static struct baseline_file *file_of(struct baseline *baseline,
                                     const struct file_results *now)
{
    struct str path = path_of(baseline, now->path);
    struct baseline_file *file;
    void *found;

    if (str_map_get(&baseline->files, path, &found))
        return found;
    if (baseline->collects) {
        file = add_file(baseline, path);
        memcpy(file->sketch, now->sketch, sizeof(file->sketch));
        file->sketch_count = now->sketch_count;
        return file;
    }
    file = old_name_of(baseline, now);
    if (file)
        file->path = arena_str(baseline->arena, path);
    return file;
}

static void enter_file(struct baseline *baseline, const struct file_results *now)
{
    if (baseline->current_path.data && str_equal(baseline->current_path, now->path))
        return;
    baseline->current_path = arena_str(baseline->arena, now->path);
    baseline->current = file_of(baseline, now);
    if (baseline->current)
        baseline->current->seen = true;
}

bool baseline_knows(void *known, const struct file_results *file,
                    const struct result *result)
{
    struct baseline *baseline = known;
    struct baseline_entry *entry;
    char key[KEY_BYTES];
    int len;

    if (rule_speaks_for_core(result->rule))
        return false;
    enter_file(baseline, file);
    if (!baseline->current)
        return false;
    len = snprintf(key, sizeof(key), "%s %016" PRIx64, result->rule->code,
                   result->known_hash);
    entry = entry_at(baseline, baseline->current, (struct str){key, (size_t)len});
    if (baseline->collects)
        entry->count++;
    if (entry->used == entry->count)
        return false;
    entry->used++;
    return true;
}

/* A key begins with the code of its rule. Nothing is known of what was left out. */
static bool is_left_out(const struct baseline_entry *entry,
                        const struct rule_table *rules, const struct rule_set *left_out)
{
    const char *space = memchr(entry->key.data, ' ', entry->key.len);
    struct str code = {entry->key.data,
                       space ? (size_t)(space - entry->key.data) : entry->key.len};
    uint32_t index;

    return rule_table_find(rules, code, &index) && rule_set_has(left_out, index);
}

uint32_t baseline_stale(const struct baseline *baseline, const struct rule_table *rules,
                        const struct rule_set *left_out)
{
    uint32_t stale = 0;

    for (const struct baseline_file *file = baseline->first; file; file = file->next) {
        if (!file->seen && !file->gone)
            continue;
        for (const struct baseline_entry *entry = file->first; entry; entry = entry->next)
            if (!is_left_out(entry, rules, left_out))
                stale += entry->count - entry->used;
    }
    return stale;
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
    char text[KEY_BYTES];

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
