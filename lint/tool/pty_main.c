/* pty_main.c - runs a command on a terminal of its own, and answers its questions */

#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum {
    SHOWN_MAX = 64 * 1024, /* bytes of a conversation */
    PATIENCE = 20000,      /* milliseconds for the next question */
};

/* What the command writes to its terminal. */
struct talk {
    int master;
    const char *answers; /* one letter each */
    char shown[SHOWN_MAX];
    size_t length;
};

_Noreturn static void become(const char *terminal, char **argv)
{
    setsid();
    if (terminal) {
        int fd = open(terminal, O_RDWR);

        /* It stays open: a terminal that nobody has open is gone. */
        if (fd < 0 || ioctl(fd, TIOCSCTTY, 0) < 0)
            _exit(126);
    }
    execvp(argv[0], argv);
    _exit(127);
}

static int ends_with(const struct talk *talk, const char *end)
{
    size_t length = strlen(end);

    return talk->length >= length &&
           memcmp(talk->shown + talk->length - length, end, length) == 0;
}

/* Does what was shown last wait for an answer? Questions end with the last of them. */
static int asks(const struct talk *talk)
{
    return ends_with(talk, "q: quit ") || ends_with(talk, "n: no ");
}

static void answer(struct talk *talk)
{
    char line[2] = {*talk->answers, '\n'};

    if (!*talk->answers) {
        line[0] = 4; /* the end of what is typed */
        line[1] = 4;
    } else {
        talk->answers++;
    }
    if (write(talk->master, line, 2) != 2)
        exit(2);
}

/* False when nothing more comes. */
static int listen_to(struct talk *talk)
{
    struct pollfd wait = {.fd = talk->master, .events = POLLIN};
    ssize_t got;

    if (poll(&wait, 1, PATIENCE) <= 0 || talk->length >= SHOWN_MAX)
        return 0;
    got = read(talk->master, talk->shown + talk->length, SHOWN_MAX - talk->length);
    if (got <= 0)
        return 0;
    talk->length += (size_t)got;
    if (asks(talk))
        answer(talk);
    return 1;
}

static void print(const struct talk *talk)
{
    for (size_t i = 0; i < talk->length; i++)
        if (talk->shown[i] != '\r')
            putchar(talk->shown[i]);
}

static int status_of(pid_t pid)
{
    int status;

    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

/*
 * usage: pty ANSWERS COMMAND...
 *
 * Prints what was said on the terminal after the output of the command, and ends with its
 * exit status. With `none` in place of answers the command has no terminal.
 */
int main(int argc, char **argv)
{
    static struct talk talk;
    int none = argc > 1 && strcmp(argv[1], "none") == 0;
    const char *terminal = NULL;
    pid_t pid;

    if (argc < 3)
        return 2;
    talk.master = none ? -1 : posix_openpt(O_RDWR | O_NOCTTY);
    if (!none) {
        if (talk.master < 0 || grantpt(talk.master) < 0 || unlockpt(talk.master) < 0)
            return 2;
        terminal = ptsname(talk.master);
    }
    talk.answers = argv[1];
    pid = fork();
    if (pid == 0)
        become(terminal, argv + 2);
    if (none)
        return status_of(pid);
    fcntl(talk.master, F_SETFD, FD_CLOEXEC);
    while (listen_to(&talk))
        ;
    close(talk.master);
    print(&talk);
    return status_of(pid);
}
