/* lsp.h - a language server (LSP 3.17) for articles, configs and schemas */
#ifndef LINT_LSP_LSP_H
#define LINT_LSP_LSP_H

#include <stddef.h>

#include "lint/rule/table.h"

/* What a server is started with. Nothing is copied; all of it outlives the server. */
struct lsp_options {
    const struct rule_table *rules;
    const char *version;
    const char *homepage;
    const char *config; /* the config for all files; NULL: the nearest of each */
    unsigned seconds;   /* by the clock for one question about one document */
    size_t memory;      /* bytes that one question may need */
    int in;             /* where the client's messages come from */
    int out;            /* where the server's messages go */
};

/*
 * Serves one client until it says `exit`, closes `in`, or ends. Returns the exit status
 * of LSP 3.17: 0 after `shutdown` and `exit`, else 1. Texts are looked at in processes of
 * their own: one that crashes, hangs or swells becomes one diagnostic on its document.
 */
int lsp_serve(const struct lsp_options *options);

#endif
