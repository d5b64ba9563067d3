/* guard.c - what a forked process does to itself, so that it cannot harm its parent */

#include "lint/pool/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "lint/pool/pool.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) ||               \
    __has_feature(thread_sanitizer)
#define SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED
#endif

/* Sanitizers reserve terabytes of address space, and only Linux reports its size. */
bool pool_limits_memory(void)
{
#if defined(__linux__) && !defined(SANITIZED)
    return true;
#else
    return false;
#endif
}

/* Where /proc is not mounted: the program, its libraries and a large config, with room.
 */
enum { ADDRESS_SPACE_GUESS = 256 * 1024 * 1024 };

/* The bytes of address space in use. */
static size_t address_space(void)
{
    char text[64];
    int fd = open("/proc/self/statm", O_RDONLY);
    ssize_t len;

    if (fd < 0)
        return ADDRESS_SPACE_GUESS;
    len = read(fd, text, sizeof(text) - 1);
    close(fd);
    if (len <= 0)
        return ADDRESS_SPACE_GUESS;
    text[len] = '\0';
    return strtoul(text, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE);
}

/* The limit of a resource if it is lower than bytes, else 0. */
static size_t lower_limit(int resource, size_t bytes)
{
    struct rlimit limit;

    if (getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY ||
        limit.rlim_cur > bytes)
        return 0;
    return (size_t)limit.rlim_cur;
}

size_t pool_system_limit(size_t memory)
{
    size_t used = address_space();
    size_t space =
        lower_limit(RLIMIT_AS, memory > SIZE_MAX - used ? memory : memory + used);
    size_t data = lower_limit(RLIMIT_DATA, memory);

    return data && (!space || data < space) ? data : space;
}

void guard_memory(size_t extra)
{
    size_t used = extra && pool_limits_memory() ? address_space() : 0;
    struct rlimit limit;

    if (!used || extra > SIZE_MAX - used || getrlimit(RLIMIT_AS, &limit) != 0)
        return;
    if (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur <= used + extra)
        return;
    limit.rlim_cur = used + extra;
    setrlimit(RLIMIT_AS, &limit);
}

void guard_volunteer(void)
{
    static const char score[] = "500";
    int fd = open("/proc/self/oom_score_adj", O_WRONLY);

    if (fd < 0)
        return;
    if (write(fd, score, sizeof(score) - 1) < 0)
        errno = 0; /* then the choice is up to the system */
    close(fd);
}

void guard_end_with(pid_t parent)
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != parent)
        _exit(0);
}
