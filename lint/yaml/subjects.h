/* subjects.h - explains mistakes over several lines of YAML, by subject; for lint/yaml
 * only */
#ifndef LINT_YAML_SUBJECTS_H
#define LINT_YAML_SUBJECTS_H

#include <string.h>

#include "lint/yaml/mistakes.h"

/* Was the parser doing this? words are part of what libyaml says about it. */
static inline bool explanation_was(const struct explanation *explanation,
                                   const char *words)
{
    return strstr(explanation->failure->context_text, words) != NULL;
}

/* The line around an offset. */
static inline struct yaml_line explanation_line(const struct explanation *explanation,
                                                uint32_t offset)
{
    return yaml_line_at(explanation->data, explanation->text, offset);
}

static inline bool explanation_has_line_end(const struct explanation *explanation,
                                            struct span span)
{
    struct str text = explanation_str(explanation, span);

    return memchr(text.data, '\n', text.len) || memchr(text.data, '\r', text.len);
}

/* Does the next line have a key, or is there none? Then the value of this line was not
 * meant to go on. */
bool yaml_key_follows(const struct explanation *explanation,
                      const struct yaml_line *line);

/* May a value stand on the line: after a key or a `-`, or below one that has none? */
bool yaml_may_hold_value(const struct explanation *explanation,
                         const struct yaml_line *line);

/* Quotes that are not closed, and escapes that are none. */
bool yaml_explain_quote(const struct explanation *explanation);

/* Tabs where the indentation should be. */
bool yaml_explain_tab(const struct explanation *explanation);

/* Lines that are not indented like those they belong with. */
bool yaml_explain_indent(const struct explanation *explanation);

/* Lists and maps in brackets that do not end. */
bool yaml_explain_bracket(const struct explanation *explanation);

/* A comma or semicolon after a value in quotes or brackets, at the end of its line. */
bool yaml_explain_end_mark(const struct explanation *explanation);

/* A bracket that closes nothing. */
bool yaml_explain_stray_bracket(const struct explanation *explanation);

#endif
