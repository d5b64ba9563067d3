/* session.c - one run of a command that reports: its output and exit status */

#include "lint/command/session.h"

#include <time.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/command/aside.h"
#include "lint/command/say.h"
#include "lint/command/version.h"
#include "lint/files/path.h"
#include "lint/pool/interrupt.h"
#include "lint/terminal/terminal.h"

static const struct report_notification out_of_memory_notification = {
    .mistake = {.severity = SEVERITY_ERROR,
                .message = {"out of memory", sizeof("out of memory") - 1}}};

/* The file of the first report; NULL: standard output. */
static const char *first_path(const struct session_options *chosen)
{
    return chosen->choices.items[0].path;
}

/* Where the report goes without an output file. */
static int standard_of(const struct session_options *chosen)
{
    return chosen->to_stderr ? STDERR_FILENO : STDOUT_FILENO;
}

static struct report_context context_of(const struct session *session,
                                        uint32_t file_count)
{
    struct report_context context = {
        .rules = session->rules,
        .version = stet_version(),
        .homepage = stet_homepage(),
        .file_count = file_count,
        .quiet = session->chosen.quiet,
        .statistics = session->chosen.statistics,
        .no_fold = session->chosen.no_fold,
        .no_suppressed = session->chosen.no_suppressed,
    };

    clock_gettime(CLOCK_REALTIME, &context.started);
    return context;
}

/* Made while there is memory: a report of its end. */
static void prepare_last_words(struct session *session)
{
    struct report_context context = context_of(session, 0);
    struct report report;

    context.ended = context.started;
    context.exit_code = EXIT_TROUBLE;
    context.notifications = &out_of_memory_notification;
    context.notification_count = 1;
    report_begin(&report, session_reporter(session), &context);
    report_end(&report);
    session->last_words = report.out;
    report.out = (struct buf)BUF_INIT;
    report_release(&report);
}

static void say_last_words(void *context);

void session_init(struct session *session, const struct session_options *chosen,
                  const struct rule_table *rules, struct arena *arena)
{
    struct memory_end end = {
        .status = EXIT_TROUBLE, .last_words = say_last_words, .context = session};

    *session = (struct session){
        .chosen = *chosen,
        .rules = rules,
        .arena = arena,
        .output = {.fd = first_path(chosen) ? -1 : standard_of(chosen), .file.fd = -1}};
    if (session_reporter(session)->notifies)
        prepare_last_words(session);
    memory_at_end(end);
}

void session_release(struct session *session)
{
    memory_at_end((struct memory_end){.status = EXIT_TROUBLE});
    output_abandon(&session->output);
    copies_release(&session->copies);
    if (session->report.reporter)
        report_release(&session->report);
    buf_release(&session->last_words);
}

const struct reporter *session_reporter(const struct session *session)
{
    return reporter_at((size_t)session->chosen.choices.items[0].format);
}

unsigned session_want(const struct session *session)
{
    const struct format_choices *choices = &session->chosen.choices;
    unsigned want = 0;

    for (uint32_t i = 0; i < choices->count; i++)
        want |= reporter_at((size_t)choices->items[i].format)->want;
    return session->chosen.no_suppressed ? want & ~(unsigned)WANT_SUPPRESSED : want;
}

bool session_takes_parts(const struct session *session)
{
    const struct format_choices *choices = &session->chosen.choices;

    for (uint32_t i = 0; i < choices->count; i++)
        if (!reporter_at((size_t)choices->items[i].format)->by_parts)
            return false;
    return true;
}

/* The report could end here, without memory: a notification and the summary have room. */
static void mark_whole(struct session *session)
{
    enum { END_BYTES = 2048 };
    struct report *report = &session->report;

    buf_reserve(&report->out, END_BYTES);
    session->whole = report->out.len;
    session->whole_summary = report->summary;
}

/* Servers know paths from the root of the repository. */
static void name_root(struct arena *arena, struct report_context *context)
{
    struct str folder = path_real(arena, ".");
    struct str repository = path_repository(arena, folder).found;
    struct str rest;

    context->folder = repository.len ? repository.data : folder.data;
    if (repository.len && path_inside(folder, repository, &rest))
        context->below = arena_str(arena, rest).data;
}

/* What the environment wishes of terminals does not hold for a file. */
static void set_display(const struct session *session, struct report_context *context)
{
    enum colour_when when = (enum colour_when)session->chosen.color;
    int fd = session->output.fd;

    context->wrap = isatty(fd);
    context->width = terminal_width(fd);
    context->colour =
        when == COLOUR_AUTO && first_path(&session->chosen) && !context->wrap
            ? false
            : terminal_colour(when, fd);
    context->links = context->colour && terminal_links(fd);
}

bool session_begin(struct session *session, uint32_t file_count)
{
    struct report_context context = context_of(session, file_count);

    name_root(session->arena, &context);
    if (!output_open(&session->output, session->arena, first_path(&session->chosen),
                     standard_of(&session->chosen)))
        return false;
    set_display(session, &context);
    report_begin(&session->report, session_reporter(session), &context);
    mark_whole(session);
    return copies_begin(&session->copies, &session->chosen.choices, &context,
                        session->arena);
}

static void flush(struct session *session)
{
    session->written |= session->report.out.len > 0;
    output_write(&session->output, buf_str(&session->report.out));
    session->report.out.len = 0;
}

void session_file(struct session *session, const struct file_results *results)
{
    enum { FLUSH_BYTES = 64 * 1024 };

    session->trouble |= results->unreadable;
    report_file(&session->report, results);
    copies_file(&session->copies, &session->report, results);
    if (session->report.out.len > FLUSH_BYTES)
        flush(session);
    mark_whole(session);
}

bool session_is_unread(const struct session *session)
{
    return session->output.closed && !session->copies.count;
}

/* Is any finding as severe as --fail-on says? */
static bool fails(const struct session *session)
{
    const struct report_summary *found = &session->report.summary;

    switch (session_failing_severity(session->chosen.fail_on)) {
    case SEVERITY_ERROR:
        return found->errors;
    case SEVERITY_WARNING:
        return found->errors || found->warnings;
    case SEVERITY_NOTE:
        return found->errors || found->warnings || found->notes;
    case SEVERITY_OFF:
        break;
    }
    return false;
}

static enum exit_status status_of(const struct session *session)
{
    const struct output *output = &session->output;

    if (session->trouble || (output->closed && !output->reader_gone))
        return EXIT_TROUBLE;
    if (session->failed || fails(session))
        return EXIT_FINDINGS;
    return output->reader_gone && !session->copies.count ? EXIT_READER_GONE : EXIT_CLEAN;
}

void session_blame(struct session *session, const struct report_notification *reasons,
                   uint32_t count)
{
    if (!count)
        return;
    session->trouble = true;
    session->report.context.notifications = reasons;
    session->report.context.notification_count = count;
}

void session_excuse(struct session *session, struct str reason)
{
    struct report_context *context = &session->report.context;

    if (!reason.len)
        return;
    session->excuse = (struct report_notification){
        .mistake = {.severity = SEVERITY_NOTE, .message = reason}};
    context->nothing = reason;
    context->notifications = &session->excuse;
    context->notification_count = 1;
    if (!session->chosen.quiet &&
        (!session_reporter(session)->for_people || first_path(&session->chosen)))
        cli_note("%.*s", (int)reason.len, reason.data);
}

enum exit_status session_end(struct session *session)
{
    struct report_context *context = &session->report.context;

    context->exit_code = status_of(session);
    clock_gettime(CLOCK_REALTIME, &context->ended);
    report_end(&session->report);
    flush(session);
    if (!copies_end(&session->copies, &session->report) ||
        !output_finish(&session->output))
        return EXIT_TROUBLE;
    aside_write(&session->report);
    copies_write_asides(&session->copies);
    return status_of(session);
}

/* Ends the report with one reason why it is not all that it should be. */
static enum exit_status end_with(struct session *session,
                                 const struct report_notification *reason)
{
    session_blame(session, reason, 1);
    return session_end(session);
}

/* A format that cannot say what is missing: on standard output what there is still helps,
 * a file would seem complete. */
static void stop_short(struct session *session)
{
    if (first_path(&session->chosen))
        output_abandon(&session->output);
    else
        flush(session);
}

static void remove_reports(void *context)
{
    (void)context;
    for (int i = INTERRUPT_REPORT; i < INTERRUPT_GUARDED_COUNT; i++)
        interrupt_remove((enum interrupt_guarded)i);
}

/* In place of a format's own end, which may need memory, the report prepared for this;
 * but what is on its way already can only be ended. */
static void say_last_words(void *context)
{
    struct session *session = context;

    /* Ending the report may need memory, too: then the old file stays. */
    memory_at_end((struct memory_end){
        .status = EXIT_TROUBLE, .last_words = remove_reports, .spoken = true});
    interrupt_remove(INTERRUPT_ARTICLE);
    if (session->output.fd < 0)
        return;
    session->report.out.len = session->whole;
    session->report.summary = session->whole_summary;
    if (!session->last_words.len) {
        stop_short(session);
    } else if (session->written) {
        end_with(session, &out_of_memory_notification);
    } else {
        output_write(&session->output, buf_str(&session->last_words));
        output_finish(&session->output);
    }
}

enum exit_status session_fail(struct session *session, struct str reason)
{
    struct report_notification notification = {
        .mistake = {.severity = SEVERITY_ERROR, .message = reason}};

    cli_error("%.*s", (int)reason.len, reason.data);
    if (session_reporter(session)->notifies)
        return end_with(session, &notification);
    stop_short(session);
    return EXIT_TROUBLE;
}

/* Does any of the reports say what went wrong? */
static bool any_notifies(const struct session *session)
{
    const struct format_choices *choices = &session->chosen.choices;

    for (uint32_t i = 0; i < choices->count; i++)
        if (reporter_at((size_t)choices->items[i].format)->notifies)
            return true;
    return false;
}

enum exit_status session_refuse(struct session *session,
                                const struct report_notification *reasons, uint32_t count)
{
    session->trouble = true;
    if (!any_notifies(session) || !session_begin(session, 0))
        return EXIT_TROUBLE;
    session_blame(session, reasons, count);
    return session_end(session);
}
