/* processes.c - calls about processes, signals and time, which may fail */

#define _GNU_SOURCE

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lint/tool/fault/strike.h"

/* None takes more than six. */
long syscall(long number, ...)
{
    long (*next)(long, ...);
    long rest[6];
    va_list args;

    va_start(args, number);
    for (int i = 0; i < 6; i++)
        rest[i] = va_arg(args, long);
    va_end(args);
    find_next(&next, "syscall");
    if (fails("syscall", EMFILE))
        return -1;
    return next(number, rest[0], rest[1], rest[2], rest[3], rest[4], rest[5]);
}

int prctl(int option, ...)
{
    int (*next)(int, ...);
    va_list args;
    long value;

    va_start(args, option);
    value = va_arg(args, long);
    va_end(args);
    find_next(&next, "prctl");
    return fails("prctl", EINVAL) ? -1 : next(option, value, 0L, 0L, 0L);
}

int clock_gettime(clockid_t clock, struct timespec *time)
{
    int (*next)(clockid_t, struct timespec *);

    find_next(&next, "clock_gettime");
    return fails("clock_gettime", EINVAL) ? -1 : next(clock, time);
}

int dup2(int from, int to)
{
    int (*next)(int, int);

    find_next(&next, "dup2");
    return fails("dup2", EMFILE) ? -1 : next(from, to);
}

pid_t fork(void)
{
    pid_t (*next)(void);
    pid_t pid;

    find_next(&next, "fork");
    if (fails("fork", EAGAIN))
        return -1;
    pid = next();
    if (pid == 0)
        strike_is_worker();
    return pid;
}

int getrlimit(__rlimit_resource_t what, struct rlimit *limit)
{
    int (*next)(__rlimit_resource_t, struct rlimit *);

    find_next(&next, "getrlimit");
    return fails("getrlimit", EINVAL) ? -1 : next(what, limit);
}

struct tm *gmtime_r(const time_t *time, struct tm *parts)
{
    struct tm *(*next)(const time_t *, struct tm *);

    find_next(&next, "gmtime_r");
    return fails("gmtime_r", EOVERFLOW) ? NULL : next(time, parts);
}

int kill(pid_t pid, int number)
{
    int (*next)(pid_t, int);

    find_next(&next, "kill");
    return fails("kill", EPERM) ? -1 : next(pid, number);
}

struct tm *localtime_r(const time_t *time, struct tm *parts)
{
    struct tm *(*next)(const time_t *, struct tm *);

    find_next(&next, "localtime_r");
    return fails("localtime_r", EOVERFLOW) ? NULL : next(time, parts);
}

int pipe(int ends[2])
{
    int (*next)(int *);

    find_next(&next, "pipe");
    return fails("pipe", EMFILE) ? -1 : next(ends);
}

int poll(struct pollfd *fds, nfds_t count, int wait)
{
    int (*next)(struct pollfd *, nfds_t, int);

    find_next(&next, "poll");
    return fails("poll", ENOMEM) ? -1 : next(fds, count, wait);
}

int posix_spawn_file_actions_init(posix_spawn_file_actions_t *actions)
{
    int (*next)(posix_spawn_file_actions_t *);

    find_next(&next, "posix_spawn_file_actions_init");
    return fails("posix_spawn_file_actions_init", ENOMEM) ? ENOMEM : next(actions);
}

int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *actions, int fd,
                                     const char *path, int flags, mode_t mode)
{
    int (*next)(posix_spawn_file_actions_t *, int, const char *, int, mode_t);

    find_next(&next, "posix_spawn_file_actions_addopen");
    if (fails("posix_spawn_file_actions_addopen", ENOMEM))
        return ENOMEM;
    return next(actions, fd, path, flags, mode);
}

int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *actions, int from,
                                     int to)
{
    int (*next)(posix_spawn_file_actions_t *, int, int);

    find_next(&next, "posix_spawn_file_actions_adddup2");
    if (fails("posix_spawn_file_actions_adddup2", ENOMEM))
        return ENOMEM;
    return next(actions, from, to);
}

int posix_spawnattr_init(posix_spawnattr_t *attributes)
{
    int (*next)(posix_spawnattr_t *);

    find_next(&next, "posix_spawnattr_init");
    return fails("posix_spawnattr_init", ENOMEM) ? ENOMEM : next(attributes);
}

int posix_spawnp(pid_t *pid, const char *program,
                 const posix_spawn_file_actions_t *actions,
                 const posix_spawnattr_t *attributes, char *const arguments[],
                 char *const variables[])
{
    int (*next)(pid_t *, const char *, const posix_spawn_file_actions_t *,
                const posix_spawnattr_t *, char *const *, char *const *);

    find_next(&next, "posix_spawnp");
    if (fails("posix_spawnp", EAGAIN))
        return EAGAIN;
    return next(pid, program, actions, attributes, arguments, variables);
}

int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set)
{
    int (*next)(pid_t, size_t, cpu_set_t *);

    find_next(&next, "sched_getaffinity");
    return fails("sched_getaffinity", EINVAL) ? -1 : next(pid, size, set);
}

int setitimer(__itimer_which_t which, const struct itimerval *time,
              struct itimerval *before)
{
    int (*next)(__itimer_which_t, const struct itimerval *, struct itimerval *);

    find_next(&next, "setitimer");
    return fails("setitimer", EINVAL) ? -1 : next(which, time, before);
}

int setrlimit(__rlimit_resource_t what, const struct rlimit *limit)
{
    int (*next)(__rlimit_resource_t, const struct rlimit *);

    find_next(&next, "setrlimit");
    return fails("setrlimit", EPERM) ? -1 : next(what, limit);
}

int sigaction(int number, const struct sigaction *to, struct sigaction *before)
{
    int (*next)(int, const struct sigaction *, struct sigaction *);

    find_next(&next, "sigaction");
    return fails("sigaction", EINVAL) ? -1 : next(number, to, before);
}

int sigprocmask(int how, const sigset_t *set, sigset_t *before)
{
    int (*next)(int, const sigset_t *, sigset_t *);

    find_next(&next, "sigprocmask");
    return fails("sigprocmask", EINVAL) ? -1 : next(how, set, before);
}

long sysconf(int name)
{
    long (*next)(int);

    find_next(&next, "sysconf");
    return fails("sysconf", EINVAL) ? -1 : next(name);
}

int waitid(idtype_t type, id_t id, siginfo_t *info, int options)
{
    int (*next)(idtype_t, id_t, siginfo_t *, int);

    find_next(&next, "waitid");
    return fails("waitid", ECHILD) ? -1 : next(type, id, info, options);
}

pid_t waitpid(pid_t pid, int *status, int options)
{
    pid_t (*next)(pid_t, int *, int);

    find_next(&next, "waitpid");
    return fails("waitpid", ECHILD) ? -1 : next(pid, status, options);
}

int chdir(const char *path)
{
    int (*next)(const char *);

    find_next(&next, "chdir");
    return fails("chdir", EACCES) ? -1 : next(path);
}

int socketpair(int domain, int type, int protocol, int ends[2])
{
    int (*next)(int, int, int, int *);

    find_next(&next, "socketpair");
    return fails("socketpair", EMFILE) ? -1 : next(domain, type, protocol, ends);
}

ssize_t send(int fd, const void *from, size_t size, int flags)
{
    ssize_t (*next)(int, const void *, size_t, int);

    find_next(&next, "send");
    return fails("send", ECONNRESET) ? -1 : next(fd, from, size, flags);
}

time_t time(time_t *now)
{
    time_t (*next)(time_t *);

    find_next(&next, "time");
    return fails("time", EOVERFLOW) ? (time_t)-1 : next(now);
}
