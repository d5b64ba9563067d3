/* client.h - what the client said of itself */
#ifndef LINT_LSP_CLIENT_H
#define LINT_LSP_CLIENT_H

#include <stdbool.h>
#include <sys/types.h>

#include "lint/base/arena.h"
#include "lint/lsp/position.h"
#include "lint/value/value.h"

/* The client of a server, from `initialize` on. Workers have it as it was when they were
 * forked. */
struct client {
    struct arena arena;
    const struct value *capabilities; /* NULL: none */
    enum position_encoding encoding;
    pid_t process;           /* of the client; 0: not known, or none to watch */
    struct str_list folders; /* real paths of the workspace folders; may be empty */
    struct str config;       /* settings: the config for all files; empty: the nearest */
    struct str preset;       /* settings; empty: that of the config */
    struct str diagnostics;  /* settings; `pull`: nothing is published */
};

/* Takes what the parameters of `initialize` say, which live as long as the body that they
 * were read from: that is copied. */
void client_init(struct client *client, struct str params);
void client_release(struct client *client);

/* Is the capability there and not false, null or 0? path is like
 * "textDocument.completion.completionItem.snippetSupport". */
bool client_can(const struct client *client, const char *path);

/* Is the word in the list at path? */
bool client_lists(const struct client *client, const char *path, const char *word);

/* `workspace/didChangeWorkspaceFolders`, with its parameters. */
void client_change_folders(struct client *client, const struct value *params);

/* The settings of stet, as `workspace/configuration` or `didChangeConfiguration` gives
 * them: `{"config": FILE, "preset": NAME, "diagnostics": "pull"}`, all optional. True
 * when they differ from those before. */
bool client_set(struct client *client, const struct value *settings);

#endif
