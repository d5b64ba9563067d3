/* baseline.c - the findings that are known and do not count */

#include "lint/command/baseline.h"

#include <inttypes.h>
#include <stdio.h>

#include "lint/command/baseline_file.h"
#include "lint/files/path.h"
#include "lint/rule/table.h"

/* Of a hundred lines that stand for a text, so many must be in both. */
enum { ALIKE_PERCENT = 50 };

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
        struct check_file file = check_file_at(check, i, baseline->arena);
        struct str path = str_from(file.path);
        void *found;

        if (file.real.len)
            str_map_put(&baseline->reals, baseline->arena, path, (void *)file.real.data);
        if (!file.trouble &&
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
        file = baseline_add_file(baseline, path);
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
    char key[BASELINE_KEY_BYTES];
    int len;

    if (rule_speaks_for_core(result->rule))
        return false;
    enter_file(baseline, file);
    if (!baseline->current)
        return false;
    len = snprintf(key, sizeof(key), "%s %016" PRIx64, result->rule->code,
                   result->known_hash);
    entry =
        baseline_entry_at(baseline, baseline->current, (struct str){key, (size_t)len});
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
