/* work.c - the files of one run, and what a worker does with each */

#include "lint/command/work.h"

#include "lint/files/file.h"
#include "lint/results/results.h"
#include "lint/run/run.h"

void check_worker_init(struct check_worker *worker)
{
    arena_init(&worker->arena);
    schema_cache_init(&worker->schemas);
    worker->text = (struct buf)BUF_INIT;
}

/* The file's text, when it can be read. */
static bool text_of(const struct check_file *file, struct check_worker *worker,
                    const struct buf **text, const char **reason)
{
    *text = file->text ? file->text : &worker->text;
    *reason = file->trouble;
    if (file->trouble)
        return false;
    return file->text ||
           file_read_real(file->real, SOURCE_MAX_BYTES, &worker->text, reason);
}

static void pack_role(const struct check *check, uint32_t index, enum rule_role role,
                      struct str message, struct arena *arena, struct buf *out)
{
    struct source source;
    struct diagnostics one = run_role(role, message, check->rules, arena);

    source_init(&source, arena, check->files[index].path, "", 0);
    results_pack(out, check->rules, &source, one.items, one.count, check->want);
}

void check_one(const struct check *check, uint32_t index, struct check_worker *worker,
               struct buf *out)
{
    struct run_context context = {check->rules, &worker->schemas, check->now};
    const struct check_file *file = &check->files[index];
    const struct buf *text;
    const char *trouble;
    struct diagnostics found;
    struct source source;

    if (!text_of(file, worker, &text, &trouble)) {
        struct str message =
            arena_format(&worker->arena, "cannot read this file: %s", trouble);
        pack_role(check, index, ROLE_UNREADABLE, message, &worker->arena, out);
    } else {
        source_init(&source, &worker->arena, file->path, text->data, text->len);
        found = run_source(&source, &context, file->profile, &worker->arena);
        results_pack(out, check->rules, &source, found.items, found.count, check->want);
    }
    arena_reset(&worker->arena);
}

void check_give_up(const struct check *check, uint32_t index, enum rule_role role,
                   struct str message, struct buf *out)
{
    struct arena arena;

    arena_init(&arena);
    pack_role(check, index, role, message, &arena, out);
    arena_release(&arena);
}
