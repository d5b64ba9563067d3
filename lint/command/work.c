/* work.c - the files of one run, and how a worker checks one */

#include "lint/command/work.h"

#include "lint/files/file.h"
#include "lint/run/run.h"

struct check_file check_file_at(const struct check *check, uint32_t index,
                                struct arena *arena)
{
    const struct check_item *item = &check->files[index];
    struct found found = found_of(item->found, arena);

    return (struct check_file){found.path.data, item->profile, found.reason, found.real,
                               item->text};
}

void check_worker_init(struct check_worker *worker)
{
    arena_init(&worker->arena);
    schema_cache_init(&worker->schemas);
    worker->schedules = (struct schedule_cache){.made = 0};
    worker->text = (struct buf)BUF_INIT;
}

/* The text of the file; false when it cannot be read. */
static bool text_of(const struct check_file *file, struct check_worker *worker,
                    const struct buf **text, const char **reason)
{
    *text = file->text ? file->text : &worker->text;
    *reason = file->trouble;
    if (file->trouble)
        return false;
    return file->text || file_read_real(file->real, SOURCE_MAX_BYTES, &worker->text,
                                        &worker->stamp, reason);
}

struct file_results check_give_up(const struct check *check, uint32_t index,
                                  enum rule_role role, struct str message,
                                  struct arena *arena)
{
    const struct rule_table *rules = check->codec.rules;
    bool speaks = rule_table_role(rules, role) != NULL;
    struct diagnostics one =
        run_role(speaks ? role : ROLE_CRASHED, message, rules, arena);
    struct source source;

    source_init(&source, arena, check_file_at(check, index, arena).path, "", 0);
    return results_make(one, &source, rules, check->codec.want, arena);
}

static struct file_results unreadable(const struct check *check, uint32_t index,
                                      const char *trouble, struct arena *arena)
{
    struct str message = arena_format(arena, "cannot read this file: %s", trouble);
    struct file_results results =
        check_give_up(check, index, ROLE_UNREADABLE, message, arena);

    results.unreadable = true;
    return results;
}

struct run_context check_context(const struct check *check, struct check_worker *worker)
{
    return (struct run_context){check->codec.rules,
                                &worker->schemas,
                                check->now,
                                &worker->schedules,
                                check->ignore_comments,
                                (check->codec.want & WANT_SUPPRESSED) != 0};
}

void check_article(const struct check *check, const struct check_file *file,
                   struct check_worker *worker, const struct buf *text, struct buf *out)
{
    struct run_context context = check_context(check, worker);
    struct diagnostics found;
    struct source source;

    source_init(&source, &worker->arena, file->path, text->data, text->len);
    found = run_source(&source, &context, file->profile, &worker->arena);
    results_make_packed(&check->codec, found, &source, &worker->arena, out);
}

void check_one(const struct check *check, uint32_t index, struct check_worker *worker,
               struct buf *out)
{
    struct check_file file = check_file_at(check, index, &worker->arena);
    const struct buf *text;
    const char *trouble;

    if (text_of(&file, worker, &text, &trouble)) {
        check->examine(check, &file, worker, text, out);
    } else {
        struct file_results results = unreadable(check, index, trouble, &worker->arena);

        results_pack(&check->codec, &results, out);
    }
    arena_reset(&worker->arena);
}
