/* strike.c - is this the call that fails? */

#define _GNU_SOURCE

#include "lint/tool/fault/strike.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "lint/tool/fault/fault.h"

/* Of this process: what it preloads has no other place for them. */
static struct fault *fault;
static enum fault_who who;

/* Calls of the loader, before this, do not count. */
__attribute__((constructor)) static void prepare(void)
{
    const char *path = getenv(FAULT_FILE);
    long fd = path ? syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC) : -1;
    void *page;

    if (fd < 0)
        return;
    page = (void *)syscall(SYS_mmap, NULL, sizeof(*fault), PROT_READ | PROT_WRITE,
                           MAP_SHARED, fd, 0L);
    syscall(SYS_close, fd);
    if (page != MAP_FAILED)
        fault = page;
}

void strike_is_worker(void)
{
    who = FAULT_WORKER;
}

static bool is_struck(const char *name)
{
    uint32_t n;

    if (!fault)
        return false;
    n = 1 + atomic_fetch_add(&fault->made[who], 1);
    if (!fault->n || fault->who != who || n < fault->n)
        return false;
    if (n == fault->n)
        strncpy(fault->name, name, FAULT_NAME_MAX);
    return n == fault->n || (fault->goes_on && strcmp(fault->name, name) == 0);
}

bool fails(const char *name, int code)
{
    if (!is_struck(name))
        return false;
    errno = code;
    return true;
}

void find_next(void *function, const char *name)
{
    void *next = dlsym(RTLD_NEXT, name);

    if (!next)
        abort();
    memcpy(function, &next, sizeof(next));
}
