/* process.c - runs the program git */

#include "lint/git/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lint/base/clock.h"
#include "lint/base/memory.h"
#include "lint/git/environment.h"

/* A running git: what it writes, and what it says. */
struct running {
    pid_t pid;
    struct pollfd ends[2];
    struct buf *texts[2];
    size_t limits[2];
    uint64_t until; /* by clock_steady() */
};

static const char *const always[] = {
    "git", "--no-pager",
    "-c",  "core.fsmonitor=false",
    "-c",  "core.untrackedCache=false",
    "-c",  "core.quotePath=true",
    "-c",  "submodule.recurse=false",
};

/* posix_spawnp() takes strings that may be written to, and writes to none. */
static void list_arguments(const struct git_call *call, char *list[GIT_ARGUMENTS_MAX])
{
    size_t count = 0;

    for (size_t i = 0; i < sizeof(always) / sizeof(always[0]); i++)
        list[count++] = (char *)always[i];
    list[count++] = (char *)"-C";
    list[count++] = (char *)call->folder.data;
    for (size_t i = 0; call->arguments[i]; i++) {
        if (count + 1 >= GIT_ARGUMENTS_MAX)
            bug("too many arguments for git");
        list[count++] = (char *)call->arguments[i];
    }
    list[count] = NULL;
}

/* git must not read what is on standard input for this program, and ends at a pipe that
 * is closed. */
static int set_up(posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes,
                  int pipes[2][2])
{
    sigset_t signals;
    int error;

    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    error = posix_spawnattr_setsigdefault(attributes, &signals);
    error = error ? error : posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
    error = error ? error
                  : posix_spawn_file_actions_addopen(actions, STDIN_FILENO, "/dev/null",
                                                     O_RDONLY, 0);
    for (int i = 0; i < 2 && !error; i++)
        error = posix_spawn_file_actions_adddup2(actions, pipes[i][1], STDOUT_FILENO + i);
    return error;
}

static int spawn(struct arena *arena, const struct git_call *call, int pipes[2][2],
                 pid_t *pid)
{
    char *arguments[GIT_ARGUMENTS_MAX];
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int error;

    list_arguments(call, arguments);
    error = posix_spawn_file_actions_init(&actions);
    if (error)
        return error;
    error = posix_spawnattr_init(&attributes);
    if (!error) {
        error = set_up(&actions, &attributes, pipes);
        if (!error)
            error = posix_spawnp(pid, "git", &actions, &attributes, arguments,
                                 git_environment(arena, call->folder));
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

/* Neither end is for a process but the one that is told of it. */
static int open_pipes(int pipes[2][2])
{
    for (int i = 0; i < 2; i++) {
        if (pipe(pipes[i]) != 0)
            return errno;
        for (int end = 0; end < 2; end++)
            if (fcntl(pipes[i][end], F_SETFD, FD_CLOEXEC) < 0)
                return errno;
    }
    return 0;
}

static void close_ends(int pipes[2][2], int end)
{
    for (int i = 0; i < 2; i++)
        if (pipes[i][end] >= 0)
            close(pipes[i][end]);
}

static int start(struct arena *arena, const struct git_call *call,
                 struct running *running)
{
    int pipes[2][2] = {{-1, -1}, {-1, -1}};
    int error = open_pipes(pipes);

    if (!error)
        error = spawn(arena, call, pipes, &running->pid);
    close_ends(pipes, 1);
    if (error) {
        close_ends(pipes, 0);
        return error;
    }
    running->until = clock_steady() + GIT_SECONDS * 1000;
    for (int i = 0; i < 2; i++)
        running->ends[i] = (struct pollfd){.fd = pipes[i][0], .events = POLLIN};
    return 0;
}

/* Reads what there is. False at the end. */
static bool take(struct running *running, int i)
{
    enum { READ_BYTES = 64 * 1024 };
    struct buf *text = running->texts[i];
    ssize_t got = read(running->ends[i].fd, buf_reserve(text, READ_BYTES), READ_BYTES);

    if (got < 0)
        return errno == EINTR;
    text->len += (size_t)got;
    return got > 0;
}

/* What git says beyond the limit is read and forgotten; what it writes, not. */
static const char *take_all(struct running *running)
{
    while (running->ends[0].fd >= 0 || running->ends[1].fd >= 0) {
        if (clock_steady() >= running->until)
            return "git took too long";
        if (poll(running->ends, 2, 1000) < 0 && errno != EINTR)
            return strerror(errno);
        for (int i = 0; i < 2; i++) {
            if (running->ends[i].fd < 0 || !running->ends[i].revents)
                continue;
            if (!take(running, i)) {
                close(running->ends[i].fd);
                running->ends[i].fd = -1;
            }
            if (i == 0 && running->texts[i]->len > running->limits[i])
                return "git wrote too much";
            if (running->texts[i]->len > running->limits[i])
                running->texts[i]->len = running->limits[i];
        }
    }
    return NULL;
}

static int wait_for(pid_t pid)
{
    int status = -1;
    pid_t ended;

    do
        ended = waitpid(pid, &status, 0);
    while (ended < 0 && errno == EINTR);
    return ended == pid ? status : -1;
}

/* Waits for the end. NULL, or why there was none of its own accord. */
static const char *finish(struct running *running, const char *trouble, int *status)
{
    int ended;

    for (int i = 0; i < 2; i++)
        if (running->ends[i].fd >= 0)
            close(running->ends[i].fd);
    if (trouble)
        kill(running->pid, SIGKILL);
    ended = wait_for(running->pid);
    *status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
    if (!trouble && (ended == -1 || !WIFEXITED(ended)))
        return "git was ended by a signal";
    return trouble;
}

static struct str first_line(struct arena *arena, struct str said)
{
    const char *end = said.len ? memchr(said.data, '\n', said.len) : NULL;

    if (end)
        said.len = (size_t)(end - said.data);
    if (str_starts(said, STR("fatal: ")))
        said = (struct str){said.data + 7, said.len - 7};
    return arena_str(arena, said);
}

bool git_run(struct arena *arena, const struct git_call *call, int *status,
             struct buf *out, struct str *words)
{
    struct buf said = BUF_INIT;
    struct running running = {.texts = {out, &said},
                              .limits = {GIT_OUTPUT_MAX, GIT_WORDS_MAX}};
    const char *trouble;
    int error = start(arena, call, &running);

    if (error) {
        *words = error == ENOENT ? STR("there is no program `git`")
                                 : arena_str(arena, str_from(strerror(error)));
        return false;
    }
    trouble = finish(&running, take_all(&running), status);
    *words =
        trouble ? arena_str(arena, str_from(trouble)) : first_line(arena, buf_str(&said));
    buf_release(&said);
    return !trouble;
}
