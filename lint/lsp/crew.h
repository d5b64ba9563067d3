/* crew.h - the processes that look at texts, so that no text can harm the server */
#ifndef LINT_LSP_CREW_H
#define LINT_LSP_CREW_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

enum {
    /* One looks at what is typed; the others are forked while one takes long. */
    CREW_MAX_WORKERS = 4,
    /* Milliseconds after which a busy worker is no longer waited for. */
    CREW_PATIENCE = 100,
    /* Bytes of an answer: more is nonsense from a worker that corrupted its memory. */
    CREW_MAX_ANSWER = 512 * 1024 * 1024,
};

/* What a worker is asked about a document, open or not. Views. */
struct errand {
    uint32_t feature; /* index of feature_at() */
    int32_t version;
    struct str uri;
    struct str language; /* of a document; else failures: documents_unpack_failure() */
    struct str params;   /* JSON */
    struct str text;
};

enum answer_kind {
    ANSWER_GIVEN,    /* text is the result, JSON */
    ANSWER_INVALID,  /* the parameters make no sense */
    ANSWER_REFUSED,  /* text is a sentence that says why there is no result */
    ANSWER_PART,     /* text is a part of the result; more follows */
    ANSWER_PROGRESS, /* text is a WorkDoneProgress value; more follows */
    ANSWER_AT,       /* text is the path of the file that is looked at now */
    ANSWER_CRASHED,  /* the worker ended */
    ANSWER_TIMED_OUT,
    ANSWER_OUT_OF_MEMORY,
};

struct answer {
    enum answer_kind kind;
    struct str text; /* valid during the call */
};

/* In a worker: answers errands until the server ends. Appends the text of the answer. */
struct crew_work {
    void *context;
    enum answer_kind (*work)(void *context, const struct errand *errand, struct buf *out,
                             int back);
    unsigned seconds; /* for one errand, by the clock */
    size_t memory;    /* bytes for one errand */
};

struct crew_member {
    pid_t pid; /* 0: none */
    int fd;
    bool stale;     /* it is to be replaced as soon as it has answered */
    void *task;     /* what it is busy with; NULL: idle */
    uint64_t begun; /* clock_steady() when it was given that */
    uint64_t since; /* the same, or when the last part of its answer came */
    struct buf out; /* the errand */
    size_t sent;    /* bytes of it */
    struct buf in;  /* what has come of its answer */
};

struct crew {
    struct crew_work work;
    struct crew_member members[CREW_MAX_WORKERS];
};

/* Called in the server with the answer to a task. It must not give the crew anything. */
typedef void crew_deliver(void *context, void *task, const struct answer *answer);

/* Forks nobody yet. */
void crew_init(struct crew *crew, const struct crew_work *work);

/* Ends all workers, at once. */
void crew_release(struct crew *crew);

/* An idle worker, forked if there is none and the others have been busy for long; NULL
 * when the task has to wait. */
struct crew_member *crew_idle(struct crew *crew);

/* Gives an idle worker an errand, which is copied. task is not NULL. */
void crew_give(struct crew_member *member, void *task, const struct errand *errand);

/* Ends the worker that is busy with the task, whose answer nobody wants any more. False
 * when it has not been busy for long: it may as well answer. */
bool crew_abandon(struct crew *crew, const void *task);

/* Workers that are idle end, others after their answer: what they know is out of date. */
void crew_renew(struct crew *crew);

/* What to poll for, one entry a worker; fd is -1 where there is nothing. */
void crew_poll(const struct crew *crew, struct pollfd fds[CREW_MAX_WORKERS]);

/* Milliseconds until crew_handle() is to be called even if nothing has happened; -1: as
 * long as nothing happens. waiting: is a task waiting for a worker? */
int crew_timeout(const struct crew *crew, bool waiting);

/* Sends, receives, and ends workers that take too long, after poll(). */
void crew_handle(struct crew *crew, const struct pollfd fds[CREW_MAX_WORKERS],
                 crew_deliver *deliver, void *context);

/* In a worker: sends ANSWER_PART, _PROGRESS or _AT before the answer. The time for an
 * errand begins anew. */
void crew_send(int back, enum answer_kind kind, struct str text);

#endif
