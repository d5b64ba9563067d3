/* letter.c - an answer of one letter, from a terminal */

#include "lint/command/letter.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lint/command/say.h"
#include "lint/files/write.h"

int letter_open(void)
{
    return open("/dev/tty", O_RDWR | O_CLOEXEC);
}

char letter_read(int terminal)
{
    char first = '\n';
    char c = 0;

    while (c != '\n') {
        ssize_t got = read(terminal, &c, 1);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return 'q';
        if (first == '\n')
            first = c;
    }
    return first;
}

enum exit_status letter_confirm(const char *what)
{
    int terminal = letter_open();
    struct file_writer out = {.fd = terminal};
    struct buf question = BUF_INIT;
    char letter;

    if (terminal < 0)
        return cli_error(
            "there is no terminal to ask on: `--yes` writes %s without asking", what);
    buf_printf(&question, "write %s? y: yes, n: no ", what);
    file_writer_add(&out, question.data, question.len);
    buf_release(&question);
    letter = letter_read(terminal);
    close(terminal);
    if (letter == 'y' || letter == 'Y')
        return EXIT_CLEAN;
    cli_note("nothing is written");
    return EXIT_FINDINGS;
}
