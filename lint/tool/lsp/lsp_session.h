/* lsp_session.h - a server in a process of its own, and the client's side of it */
#ifndef LINT_TOOL_LSP_LSP_SESSION_H
#define LINT_TOOL_LSP_LSP_SESSION_H

#include <stdbool.h>
#include <sys/types.h>

#include "lint/base/buf.h"
#include "lint/base/str.h"

/*
 * The server has all rules, and one that does to its worker what a text begins with:
 * `crash`, `hang` or `swell`, which is to run out of memory. It allows a check a second.
 */
struct lsp_session {
    pid_t server;
    int fd;
    struct buf in; /* all that the server sent */
    size_t used;   /* bytes of it that were received as messages */
};

/* The requests `initialize`, with the id 1, and `shutdown`, with the id 2, and the
 * notification `exit`. */
extern const char lsp_initialize[];
extern const char lsp_shutdown[];
extern const char lsp_exit[];

/* Starts a server; begin also initializes it. */
void lsp_session_start(struct lsp_session *session);
void lsp_session_begin(struct lsp_session *session);

/* Sends bytes as they are, or as many as a server takes that has ended. */
void lsp_session_send_bytes(const struct lsp_session *session, const char *bytes,
                            size_t len);

/* Sends a message: its header, then the body, which is JSON. */
void lsp_session_send(const struct lsp_session *session, const char *body);

/* Opens untitled:NAME, version 7; the text is as in a JSON string. */
void lsp_session_open(const struct lsp_session *session, const char *name,
                      const char *text);

/* The next message of the server, valid until the one after it; empty when the server has
 * ended. */
struct str lsp_session_receive(struct lsp_session *session);

/* The first message from now on that has the part; a server that ends before fails the
 * test. */
struct str lsp_session_await(struct lsp_session *session, const char *part);

/* Is the part in the message? */
bool lsp_says(struct str message, const char *part);

/* Hangs up and waits for the server to end: its exit status. A crash of it fails the
 * test. */
int lsp_session_end(struct lsp_session *session);

#endif
