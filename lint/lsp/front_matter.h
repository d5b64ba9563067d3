/* front_matter.h - completion, hover and definition in front matter; for lint/lsp only */
#ifndef LINT_LSP_FRONT_MATTER_H
#define LINT_LSP_FRONT_MATTER_H

#include "lint/lsp/feature.h"
#include "lint/lsp/typing.h"

/* Is the offset in front matter, as far as the text around it says? What is typed there
 * is in *typing. */
bool front_matter_typing(struct question *question, uint32_t offset,
                         struct typing *typing);

/* Write the items of a CompletionList for what is typed; nothing where there is none. */
void front_matter_complete(struct question *question, const struct typing *typing);

/* Write a Hover about the key or value at the offset; false, with nothing written, when
 * no schema says anything of it. */
bool front_matter_hover(struct question *question, uint32_t offset);

/* Write the Location of the schema that `$schema` names, or of the data file that the
 * value at the offset comes from; false, with nothing written, when there is none. */
bool front_matter_definition(struct question *question, uint32_t offset);

/* The schema that applies to front matter with that root, or NULL. */
const struct schema *front_matter_schema(struct question *question,
                                         const struct value *root);

#endif
