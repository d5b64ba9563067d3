/* server.h - the state of the server, shared by the files of this room alone */
#ifndef LINT_LSP_SERVER_H
#define LINT_LSP_SERVER_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/lsp/client.h"
#include "lint/lsp/crew.h"
#include "lint/lsp/documents.h"
#include "lint/lsp/engine.h"
#include "lint/lsp/lsp.h"
#include "lint/lsp/message.h"

/* A question that a worker is to answer, or is answering. */
struct task {
    struct lsp_document *document; /* NULL: about none */
    int32_t version;               /* of the document when it was asked */
    uint32_t feature;
    struct buf id;         /* JSON; empty for a check, which nobody asked for */
    struct buf params;     /* JSON */
    struct buf part_token; /* `partialResultToken`, JSON; empty: none */
    struct buf work_token; /* `workDoneToken`, likewise */
    struct buf at;         /* the path of the file that the worker looks at, if any */
    struct buf failures;   /* of files, as documents_unpack_failure() takes them */
    unsigned failure_count;
    bool cancelled;    /* it was answered already */
    bool given;        /* a worker has it */
    struct task *next; /* in the order in which they were asked */
};

enum server_phase {
    PHASE_NEW, /* before `initialize` */
    PHASE_RUNNING,
    PHASE_SHUT_DOWN, /* after `shutdown` */
    PHASE_ENDED,
};

struct server {
    const struct lsp_options *options;
    enum server_phase phase;
    int status; /* PHASE_ENDED */
    struct client client;
    struct engine engine; /* that of the workers: here it knows nothing */
    struct documents documents;
    struct crew crew;
    struct task *tasks;   /* of requests, the oldest first */
    struct arena message; /* of the message that is handled */
    struct buf in;
    size_t in_used; /* bytes of it that have been handled */
    struct buf out;
    size_t out_sent; /* bytes of it that have been written */
    unsigned asked;  /* requests sent to the client */
};

/* Sends the client a request, with an id of its own that starts with a name. */
void server_ask(struct server *server, const char *name, const char *method,
                struct str params);

/* Handles one message. */
void server_take(struct server *server, const struct message *message);

/* Requests and notifications about the server itself; false when the method is none. */
bool lifecycle_take(struct server *server, const struct message *message);

/* Notifications about documents; false when the method is none. */
bool sync_take(struct server *server, const struct message *message);

/* All open documents are to be checked again, by workers that know nothing. */
void sync_renew(struct server *server);

/* Publishes the diagnostics, a JSON array, of a document. */
void sync_publish(struct server *server, const struct lsp_document *document,
                  int32_t version, struct str diagnostics);

/* A request for a feature; false when the method is none. */
bool tasks_take(struct server *server, const struct message *message);

/* Answers a request that has not been answered with ERROR_CANCELLED. */
void tasks_cancel(struct server *server, struct str id);

/*
 * The task that waits longest, then the check that does, and what a worker is to be asked
 * for it, whose text may be in *texts; NULL when none waits. It counts as given, until
 * tasks_deliver() has its answer.
 */
struct task *tasks_next(struct server *server, struct errand *errand, struct buf *texts);

/* Gives tasks and checks to workers as long as there are some. */
void tasks_give(struct server *server);

/* For crew_handle(). */
void tasks_deliver(void *context, void *task, const struct answer *answer);

/* Is a task or a check waiting for a worker? */
bool tasks_wait(const struct server *server);

void tasks_release(struct server *server);

#endif
