/* output.c - writes the report, and draws a progress bar meanwhile */

#include "lint/command/output.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/command/say.h"
#include "lint/pool/interrupt.h"
#include "lint/pool/worker.h"

/* A pipe may end at the terminal: `stet check … | cat`. */
static bool reaches_terminal(int fd)
{
    struct stat info;

    return isatty(fd) || (fstat(fd, &info) == 0 && S_ISFIFO(info.st_mode));
}

/* What is no regular file is written to where it is: a pipe may even wait for its reader,
 * which a signal must be able to end. */
static bool is_written_in_place(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && !S_ISREG(info.st_mode);
}

static void guard(const struct output *output, const char *temporary)
{
    interrupt_guard((enum interrupt_guarded)(INTERRUPT_REPORT + output->number),
                    temporary);
}

/* No signal may come between the file's making and its guard. */
static bool open_guarded(struct output *output, struct arena *arena, const char *path,
                         const char **reason)
{
    struct file_writer *file = &output->file;
    sigset_t signals;
    bool opened;

    if (is_written_in_place(path))
        return file_writer_open(file, arena, path, reason);
    interrupt_hold(&signals);
    opened = file_writer_open(file, arena, path, reason);
    if (opened && file->temporary.len)
        guard(output, file->temporary.data);
    interrupt_let_go(&signals);
    return opened;
}

static bool open_file(struct output *output, struct arena *arena, const char *path)
{
    const char *reason;

    if (open_guarded(output, arena, path, &reason))
        return true;
    cli_error("cannot write `%s`: %s", path, reason);
    return false;
}

bool output_open(struct output *output, struct arena *arena, const char *path,
                 int standard)
{
    *output = (struct output){.fd = standard, .file.fd = -1, .progress.fd = -1};
    if (path && !open_file(output, arena, path))
        return false;
    if (path)
        output->fd = output->file.fd;
    output->reaches_terminal = reaches_terminal(output->fd);
    return true;
}

bool output_open_copy(struct output *output, struct arena *arena, const char *path,
                      unsigned number)
{
    *output =
        (struct output){.number = number, .fd = -1, .file.fd = -1, .progress.fd = -1};
    if (!open_file(output, arena, path))
        return false;
    output->fd = output->file.fd;
    return true;
}

bool output_finish(struct output *output)
{
    const char *reason;
    bool done;

    if (output->file.fd < 0)
        return true;
    if (output->closed) {
        output_abandon(output);
        return false;
    }
    done = file_writer_commit(&output->file, &reason);
    guard(output, NULL);
    if (done)
        return true;
    cli_error("cannot write `%s`: %s", output->file.path.data, reason);
    return false;
}

void output_abandon(struct output *output)
{
    if (output->file.fd < 0)
        return;
    file_writer_abandon(&output->file);
    guard(output, NULL);
}

void output_begin_progress(struct output *output)
{
    progress_init(&output->progress, STDERR_FILENO, worker_clock());
}

void output_progress(struct output *output, uint32_t done, uint32_t count)
{
    if (output->progress.fd < 0)
        return;
    /* A bar would overwrite a line that is only half written. */
    if (!(output->mid_line && isatty(output->fd)))
        progress_show(&output->progress, worker_clock(), done, count);
}

void output_end_progress(struct output *output)
{
    progress_erase(&output->progress);
    output->progress.fd = -1;
}

void output_write(struct output *output, struct str text)
{
    if (!text.len || output->closed)
        return;
    if (output->reaches_terminal)
        progress_erase(&output->progress);
    output->mid_line = text.data[text.len - 1] != '\n';
    while (text.len && !interrupt_signal()) {
        ssize_t wrote = write(output->fd, text.data, text.len);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0) {
            output->closed = true;
            output->reader_gone = errno == EPIPE;
            if (output->reader_gone)
                return;
            progress_erase(&output->progress);
            cli_error("cannot write the report: %s", strerror(errno));
            return;
        }
        text = (struct str){text.data + wrote, text.len - (size_t)wrote};
    }
}
