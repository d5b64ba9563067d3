/* aside.c - what a format writes besides its report: the summary of a step on GitHub */

#include "lint/command/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/command/say.h"

static bool write_all(int fd, struct str text)
{
    while (text.len) {
        ssize_t wrote = write(fd, text.data, text.len);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        text = (struct str){text.data + wrote, text.len - (size_t)wrote};
    }
    return true;
}

/* A pipe that nobody reads must not hold up the run. */
static bool append(struct report *report, int fd)
{
    const struct reporter *reporter = report->reporter;
    struct buf text = BUF_INIT;
    struct stat info;
    bool done;

    if (fstat(fd, &info))
        return false;
    if (!S_ISREG(info.st_mode)) {
        errno = EINVAL;
        return false;
    }
    if (info.st_size < (off_t)reporter->aside_bytes)
        reporter->add_aside(report, reporter->aside_bytes - (size_t)info.st_size, &text);
    done = write_all(fd, buf_str(&text));
    buf_release(&text);
    return done;
}

void aside_write(struct report *report)
{
    const struct reporter *reporter = report->reporter;
    const char *path = reporter->aside ? getenv(reporter->aside) : NULL;
    int fd;

    if (!path || !*path)
        return;
    fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY,
              0666);
    if (fd < 0 || !append(report, fd))
        cli_note("nothing is added to `%s`, which %s names: %s", path, reporter->aside,
                 strerror(errno));
    if (fd >= 0)
        close(fd);
}
