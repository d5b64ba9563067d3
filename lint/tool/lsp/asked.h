/* asked.h - questions of an editor at a cursor, and the answers in short */
#ifndef LINT_TOOL_LSP_ASKED_H
#define LINT_TOOL_LSP_ASKED_H

/*
 * A question at a cursor, which is `‸` in the text of untitled:a, and the answer: for
 * each thing in it a label, or the line of a range, counted from 1, and what stands
 * there, then what the feature says of it, as `1:a > b; `. `nothing` is null; a request
 * that the server refuses is `refused: ` and why.
 */
struct asked {
    const char *text;
    const char *more; /* parameters, JSON, each after a comma; NULL: none */
    const char *answer;
};

/* The test fails where a worker gives another answer to the method. */
void asked_check(const char *method, const struct asked *asked);

/* The same of all up to one without a text. */
void asked_check_all(const char *method, const struct asked *asked);

#endif
