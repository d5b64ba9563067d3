/* fixing.c - mends articles: the text in a worker, the file in the parent */

#include "lint/command/fix.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lint/command/diff.h"
#include "lint/command/mended_block.h"
#include "lint/command/say.h"
#include "lint/files/outside.h"
#include "lint/pool/interrupt.h"
#include "lint/run/rounds.h"

static struct str text_of(const struct source *source)
{
    return (struct str){source->data, source->size};
}

static void pack_results(const struct check *check, const struct version *version,
                         struct arena *arena, struct buf *out)
{
    results_make_packed(&check->codec, version->found, &version->source, arena, out);
}

static void pack_mended(const struct check *check, struct check_worker *worker,
                        const struct mended *mended, struct buf *out)
{
    const struct fixing *fixing = check->context;
    struct str before = text_of(&mended->first->source);
    struct str after = text_of(&mended->last->source);
    struct str path = str_from(mended->first->source.path);
    struct mended_block block = {.stamp = worker->stamp,
                                 .counts = mended->counts,
                                 .rule_count = check->codec.rules->count,
                                 .rounds = mended->rounds};
    struct buf diff = BUF_INIT;
    struct buf unwritten = BUF_INIT;

    if (fixing->chosen.diff) {
        diff_write(path, before, after, &mended->changes, &worker->arena, &diff);
        block.diff = buf_str(&diff);
    } else {
        pack_results(check, mended->first, &worker->arena, &unwritten);
        block.unwritten = buf_str(&unwritten);
        block.before = before;
        block.after = after;
    }
    mended_block_pack(&block, out);
    buf_release(&unwritten);
    buf_release(&diff);
}

/* Unsafe fixes are only unsafe as long as nobody has looked at them. */
static void ask_about(struct fixing *fixing, struct mending *mending, struct arena *arena)
{
    asking_next_file(&fixing->asking, mending, arena);
    mending->unsafe = true;
    mending->wants = asking_wants;
    mending->wants_context = &fixing->asking;
}

/* In a worker. */
static void mend(const struct check *check, const struct check_file *file,
                 struct check_worker *worker, const struct buf *text, struct buf *out)
{
    struct fixing *fixing = check->context;
    struct run_context context = check_context(check, worker);
    struct mending mending = {.context = &context,
                              .profile = file->profile,
                              .least = fixing->least,
                              .unsafe = fixing->chosen.unsafe,
                              .unverified = fixing->chosen.no_verify};
    struct mended mended;
    struct source source;

    source_init(&source, &worker->arena, file->path, text->data, text->len);
    if (fixing->chosen.interactive)
        ask_about(fixing, &mending, &worker->arena);
    mend_article(&mending, &source, &worker->arena, &mended);
    if (fixing->chosen.interactive)
        asking_let_stand(&fixing->asking, &mended);
    pack_results(check, mended.last, &worker->arena, out);
    if (mended.changes.count)
        pack_mended(check, worker, &mended, out);
}

/* No signal may come between the file's making and its guard. */
static bool open_guarded(struct file_writer *writer, struct arena *arena,
                         const struct file_as_read *read, const char **reason)
{
    sigset_t signals;
    bool opened;

    interrupt_hold(&signals);
    opened = file_writer_open_read(writer, arena, read, reason);
    if (opened)
        interrupt_guard(INTERRUPT_ARTICLE, writer->temporary.data);
    interrupt_let_go(&signals);
    return opened;
}

static bool replace(const struct file_as_read *read, struct str text, struct arena *arena,
                    const char **reason)
{
    struct file_writer writer;
    bool done;

    if (!open_guarded(&writer, arena, read, reason))
        return false;
    if (file_writer_add(&writer, text.data, text.len)) {
        done = file_writer_commit(&writer, reason);
    } else {
        *reason = file_reason(errno);
        file_writer_abandon(&writer);
        done = false;
    }
    interrupt_guard(INTERRUPT_ARTICLE, NULL);
    return done;
}

/* Writing is for the project alone: what may be read outside of it may not be written,
 * unless it is named there. */
static bool write_article(const struct check_file *file,
                          const struct mended_block *mended, struct arena *arena,
                          const char **reason)
{
    struct file_as_read read = {file->real, mended->stamp, mended->before};

    if (outside_by_link(arena, str_from(file->path), file->real,
                        &(struct str_list){NULL, 0})) {
        *reason = "a link leads to it from the project, and it is not in the project";
        return false;
    }
    return replace(&read, mended->after, arena, reason);
}

/* The text as it was has the findings that it had, and one more. */
static bool say_unwritten(const struct check *check, uint32_t index,
                          const struct mended_block *mended, const char *reason,
                          struct file_results *results, struct arena *arena)
{
    struct fixing *fixing = check->context;
    struct str message = arena_format(arena, "cannot write this file: %s", reason);
    struct file_results one = check_give_up(check, index, ROLE_UNWRITTEN, message, arena);
    struct result *all;

    fixing->session->trouble = true;
    if (!results_unpack(&check->codec, mended->unwritten, arena, results))
        return false;
    all = arena_array(arena, (size_t)results->count + 1, sizeof(*all));
    all[0] = one.results[0];
    memcpy(all + 1, results->results, results->count * sizeof(*all));
    results->results = all;
    results->count++;
    return true;
}

/* What is not fixed is not reported beside a diff, but what went wrong is. */
static void leave_core_findings(struct file_results *results)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < results->count; i++)
        if (rule_speaks_for_core(results->results[i].rule))
            results->results[kept++] = results->results[i];
    results->count = kept;
    results->suppressed_count = 0;
}

/* Says why standard output cannot be written to, unless its reader has gone. */
static void put_text(struct fixing *fixing)
{
    struct file_writer standard = {.fd = STDOUT_FILENO};
    struct buf *text = &fixing->text;

    if (!file_writer_add(&standard, text->data, text->len)) {
        if (errno != EPIPE) {
            cli_error("cannot write the %s: %s",
                      fixing->chosen.diff ? "diff" : "mended text", strerror(errno));
            fixing->session->trouble = true;
        }
    }
    text->len = 0;
}

/* In the parent, for each file in turn. */
static bool settle(const struct check *check, uint32_t index, struct str rest,
                   struct file_results *results, struct arena *arena)
{
    struct check_file file = check_file_at(check, index, arena);
    struct fixing *fixing = check->context;
    struct mended_block mended;
    const char *reason;

    if (fixing->chosen.diff)
        leave_core_findings(results);
    if (!rest.len)
        return true;
    if (!mended_block_unpack(rest, check->codec.rules->count, arena, &mended))
        return false;
    if (fixing->chosen.diff) {
        buf_add_str(&fixing->text, mended.diff);
        put_text(fixing);
    } else if (file.text) {
        buf_add_str(&fixing->text, mended.after);
        fixing->input_is_there = true;
    } else if (!write_article(&file, &mended, arena, &reason)) {
        return say_unwritten(check, index, &mended, reason, results, arena);
    }
    report_mended(&fixing->session->report, mended.counts);
    return true;
}

bool fixing_start(struct fixing *fixing, struct check *check, struct session *session)
{
    if (fixing->chosen.interactive &&
        !asking_open(&fixing->asking, session, session->arena))
        return false;
    for (uint32_t i = 0; i < check->count; i++)
        if (check->files[i].text && check->files[i].found->kind == FOUND_FILE)
            fixing->input = check->files[i].text;
    fixing->session = session;
    session->report.context.fixes = fixing->chosen.diff ? REPORT_TO_MEND : REPORT_MENDED;
    check->examine = mend;
    check->settle = settle;
    check->context = fixing;
    return true;
}

/* Whoever pipes a text through gets it back, whatever went wrong. */
void fixing_finish(struct fixing *fixing)
{
    const struct report_summary *summary = &fixing->session->report.summary;

    if (fixing->chosen.diff) {
        fixing->session->failed |= summary->mended > 0;
        return;
    }
    if (!fixing->input)
        return;
    if (!fixing->input_is_there)
        buf_add_str(&fixing->text, buf_str(fixing->input));
    put_text(fixing);
}

void fixing_release(struct fixing *fixing)
{
    buf_release(&fixing->text);
    if (fixing->chosen.interactive)
        asking_close(&fixing->asking);
}
