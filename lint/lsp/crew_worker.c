/* crew_worker.c - one process of the crew, and what it and the server send each other */

#include "lint/lsp/crew_worker.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/pool/guard.h"

enum {
    KEPT_BYTES = 1 << 20,
    ALONE_BYTES = 4 << 20, /* a dense article of 100 KB, looked at again and again, takes
                              pieces of one or two megabytes */
};

struct answer_head {
    uint32_t kind;
    uint32_t length;
};

void errand_pack(const struct errand *errand, struct buf *out)
{
    /* Of its strings only the lengths mean anything there. */
    buf_add(out, errand, sizeof(*errand));
    buf_add_str(out, errand->uri);
    buf_add_str(out, errand->language);
    buf_add_str(out, errand->params);
    buf_add_str(out, errand->text);
    buf_putc(out, '\0');
}

bool answer_unpack(struct str bytes, struct answer *answer, size_t *used)
{
    struct answer_head head;

    if (bytes.len < sizeof(head))
        return false;
    memcpy(&head, bytes.data, sizeof(head));
    if (bytes.len - sizeof(head) < head.length)
        return false;
    answer->kind = (enum answer_kind)head.kind;
    answer->text = (struct str){bytes.data + sizeof(head), head.length};
    *used = sizeof(head) + head.length;
    return true;
}

/* The server has gone when this fails: then there is nothing left to do. */
static void read_all(int fd, char *to, size_t len)
{
    while (len) {
        ssize_t got = read(fd, to, len);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            _exit(0);
        to += got;
        len -= (size_t)got;
    }
}

static void write_all(int fd, const void *bytes, size_t len)
{
    const char *from = bytes;

    while (len) {
        ssize_t wrote = send(fd, from, len, MSG_NOSIGNAL);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            _exit(0);
        from += wrote;
        len -= (size_t)wrote;
    }
}

static void answer(int fd, enum answer_kind kind, struct str text)
{
    struct answer_head head = {(uint32_t)kind, (uint32_t)text.len};

    write_all(fd, &head, sizeof(head));
    write_all(fd, text.data, text.len);
}

void crew_send(int back, enum answer_kind kind, struct str text)
{
    answer(back, kind, text);
}

/* Takes the next len bytes off *rest. */
static struct str take(const char **rest, size_t len)
{
    struct str text = {*rest, len};

    *rest += len;
    return text;
}

/* Waits for the next errand, whose strings are in bytes; its text is followed by a
 * NUL. */
static struct errand receive(int fd, struct buf *bytes)
{
    struct errand errand;
    const char *rest;
    size_t len;

    read_all(fd, (char *)&errand, sizeof(errand));
    len = errand.uri.len + errand.language.len + errand.params.len + errand.text.len + 1;
    bytes->len = 0;
    rest = buf_reserve(bytes, len);
    read_all(fd, bytes->data, len);
    bytes->len = len;
    errand.uri = take(&rest, errand.uri.len);
    errand.language = take(&rest, errand.language.len);
    errand.params = take(&rest, errand.params.len);
    errand.text = take(&rest, errand.text.len);
    return errand;
}

/* What a library prints must not come between the server's messages. */
static void leave_the_client(void)
{
    int fd = open("/dev/null", O_RDWR);

    if (fd < 0)
        return;
    dup2(fd, STDIN_FILENO);
    dup2(fd, STDOUT_FILENO);
    if (fd > STDERR_FILENO)
        close(fd);
}

static void trim(struct buf *buf)
{
    if (buf->capacity > KEPT_BYTES)
        buf_release(buf);
    buf->len = 0;
}

void crew_worker_run(const struct crew_work *work, int fd, pid_t parent)
{
    struct buf bytes = BUF_INIT;
    struct buf out = BUF_INIT;

    memory_at_end((struct memory_end){.status = EXIT_OUT_OF_MEMORY});
    guard_end_with(parent);
    leave_the_client();
    guard_volunteer();
    memory_keep(ALONE_BYTES);
    guard_memory(work->memory);
    for (;;) {
        struct errand errand = receive(fd, &bytes);
        enum answer_kind kind = work->work(work->context, &errand, &out, fd);

        answer(fd, kind, buf_str(&out));
        trim(&out);
        trim(&bytes);
    }
}
