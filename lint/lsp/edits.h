/* edits.h - changes to a document, as the client takes them */
#ifndef LINT_LSP_EDITS_H
#define LINT_LSP_EDITS_H

#include "lint/lsp/feature.h"
#include "lint/run/fix.h"
#include "lint/run/rounds.h"

/* Writes the edits as an array of TextEdit. */
void edits_write(struct question *question, struct applied_edits edits);

/* Writes a WorkspaceEdit of the document, for the version that was asked about. */
void edits_write_workspace(struct question *question, struct applied_edits edits);

/* Which findings are to be mended; all zeros: all whose fix is safe. */
struct mend_choice {
    const struct rule *rule;  /* NULL: of any rule */
    const struct span *range; /* all edits of a fix are in it; NULL: anywhere */
};

/* Can the document be mended? An article whose front matter cannot be read is not: what
 * is below it may be front matter, too. */
bool edits_may_mend(struct question *question);

/*
 * The edits that mend the article as `stet fix` does, verified as there; in the arena.
 * None unless edits_may_mend().
 */
struct applied_edits edits_mend(struct question *question,
                                const struct mend_choice *choice);

/* The edits that add a comment which lets the finding of an article stand, as `stet fix
 * --interactive` does; in the arena. False when no comment can. */
bool edits_stand(struct question *question, const struct result *finding,
                 struct applied_edits *edits);

#endif
