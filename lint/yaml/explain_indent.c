/* explain_indent.c - explains lines that are not indented like those they belong with */

#include "lint/base/ascii.h"
#include "lint/yaml/subjects.h"

bool yaml_key_follows(const struct explanation *explanation, const struct yaml_line *line)
{
    struct yaml_line next;

    if (line->span.end + 1 >= explanation->text.end)
        return true;
    next = explanation_line(explanation, line->span.end + 1);
    if (yaml_line_is_blank(&next) && next.span.end + 1 < explanation->text.end)
        next = explanation_line(explanation, next.span.end + 1); /* between CR and LF */
    return next.has_key && span_length(next.indent) <= span_length(line->indent);
}

bool yaml_may_hold_value(const struct explanation *explanation,
                         const struct yaml_line *line)
{
    struct yaml_line above = *line;
    struct str value;

    if (line->has_key || line->is_item)
        return true;
    do {
        if (!yaml_line_above(&above, explanation->text, &above))
            return false;
        value = explanation_str(explanation, above.value);
    } while (!value.len && !above.has_key && !above.is_item);
    if (value.len)
        return explanation->failure->in_flow &&
               is_one_of(value.data[value.len - 1], "[{,");
    return span_length(line->indent) > span_length(above.indent);
}

/* Tabs, which YAML forbids, and spaces that only look like spaces. */
bool yaml_explain_tab(const struct explanation *explanation)
{
    struct span indent = explanation->line.indent;
    struct str blank = explanation_str(explanation, indent);
    const char *tab = memchr(blank.data, '\t', blank.len);
    struct span span;

    if (!tab || explanation->failure->place > indent.end)
        return false;
    span.start = (uint32_t)(tab - explanation->data);
    span.end = span.start;
    while (span.end < indent.end && explanation->data[span.end] == '\t')
        span.end++;
    if (yaml_line_is_blank(&explanation->line))
        mistake_add_edit(
            explanation_report(explanation, span, "a tab on an empty line; delete it"),
            explanation->builder->arena, indent, STR(""));
    else
        explanation_report(explanation, span,
                           "a tab before the text; type spaces instead");
    return true;
}

/* `-<tab>a` */
static bool explain_item_tab(const struct explanation *explanation)
{
    uint32_t place = explanation->failure->place;
    struct mistake *mistake;

    if (place >= explanation->text.end || explanation->data[place] != '\t' ||
        place == explanation->text.start)
        return false;
    mistake = explanation_report(explanation, span_make(place, place + 1),
                                 "a tab; type a space instead");
    mistake_add_edit(mistake, explanation->builder->arena, mistake->span, STR(" "));
    return true;
}

/*
 * A value over several lines, the last of which has a colon: either its first line lacks
 * `key:`, or the others are indented too far.
 */
static bool explain_continuation(const struct explanation *explanation)
{
    struct span last = explanation->failure->last_scalar;
    struct yaml_line first = explanation_line(explanation, last.start);

    if (!explanation_has_line_end(explanation, last) ||
        strchr("\"'|>", explanation->data[last.start]) ||
        explanation_has_line_end(explanation,
                                 span_make(last.end, explanation->failure->place)))
        return false;
    if (!first.has_key)
        return yaml_explain_keyless(explanation, &first);
    if (!explanation->line.has_key || span_empty(explanation->line.indent))
        return false;
    value_builder_problem(
        explanation->builder, PROBLEM_SYNTAX, explanation->line.indent,
        "indented deeper than `%.*s:` above, so this continues its value; start both in "
        "the same column",
        (int)span_length(first.key), explanation->data + first.key.start);
    return true;
}

/* Indented less than the line above, but not like any line that it could belong with. */
static bool explain_dedent(const struct explanation *explanation)
{
    struct yaml_line line = explanation->line;
    uint32_t indent = span_length(line.indent);
    struct yaml_line above;

    if (strcmp(explanation->failure->problem, "did not find expected key") != 0 ||
        indent == 0 || explanation->failure->place != line.indent.end)
        return false;
    while (yaml_line_above(&line, explanation->text, &above)) {
        if (span_length(above.indent) == indent)
            return false;
        if (span_length(above.indent) < indent)
            break;
        line = above;
    }
    explanation_report(
        explanation, explanation->line.indent,
        "no line above starts in this column; start it where the line it belongs with "
        "starts");
    return true;
}

/* The first lines are indented, those of this one and below are not. */
static bool explain_indented_start(const struct explanation *explanation)
{
    struct yaml_line first = explanation_line(explanation, explanation->text.start);
    struct span indent = first.indent;
    struct mistake *mistake;

    if (strcmp(explanation->failure->problem, "did not find expected <document start>") !=
            0 ||
        !first.has_key || span_empty(indent) || !explanation->line.has_key ||
        !span_empty(explanation->line.indent))
        return false;
    mistake =
        explanation_report(explanation, indent,
                           "this line is indented, the keys below it are not; delete "
                           "the spaces");
    for (; first.span.end < explanation->line.span.start;
         first = explanation_line(explanation, first.span.end + 1))
        if (span_length(first.indent) >= span_length(indent))
            mistake_add_edit(
                mistake, explanation->builder->arena,
                span_make(first.indent.start, first.indent.start + span_length(indent)),
                STR(""));
    return true;
}

bool yaml_explain_indent(const struct explanation *explanation)
{
    return explain_continuation(explanation) || explain_dedent(explanation) ||
           explain_item_tab(explanation) || explain_indented_start(explanation);
}
