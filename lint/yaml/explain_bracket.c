/* explain_bracket.c - explains brackets that are not closed, or close nothing */

#include "lint/base/ascii.h"
#include "lint/yaml/subjects.h"

/* `tags: [#a, #b]`: the comment hides the bracket that closes. */
static bool explain_hash_in_flow(const struct explanation *explanation)
{
    uint32_t open = explanation->failure->context;
    struct yaml_line first = explanation_line(explanation, open);
    struct mistake *mistake;
    uint32_t at;

    if (!explanation_was(explanation, "parsing a flow "))
        return false;
    for (at = open; at < first.span.end; at++)
        if (explanation->data[at] == '#' && at > open &&
            is_one_of(explanation->data[at - 1], "[{, \t"))
            break;
    if (at == first.span.end)
        return false;
    mistake = explanation_report(explanation, span_make(at, at + 1),
                                 "`#` starts a comment here, so the list never ends; put "
                                 "quotes around text that starts with `#`");
    for (; at < first.span.end; at++) {
        uint32_t end = at;

        if (explanation->data[at] != '#')
            continue;
        while (end < first.span.end && !is_one_of(explanation->data[end], ",]}"))
            end++;
        while (end > at && is_space_or_tab(explanation->data[end - 1]))
            end--;
        mistake_add_edit(mistake, explanation->builder->arena, span_make(at, end),
                         yaml_quoted(explanation->builder->arena,
                                     explanation_str(explanation, span_make(at, end))));
        at = end;
    }
    return true;
}

/* A list or map in brackets that runs into the next key, or into the end. */
static bool explain_open_bracket(const struct explanation *explanation)
{
    uint32_t open = explanation->failure->context;
    char bracket = open < explanation->text.end ? explanation->data[open] : ' ';
    struct yaml_line first = explanation_line(explanation, open);
    const struct yaml_line *line = &explanation->line;
    bool runs_out = line->has_key && line->span.start > open &&
                    span_length(line->indent) <= span_length(first.indent);
    struct span span =
        span_make(open, first.value.end > open ? first.value.end : open + 1);
    struct mistake *mistake;
    bool is_list = bracket == '[';

    /* When a value is missing, the construct starts where the value should. */
    if (!explanation_was(explanation, "parsing a flow ") ||
        (!is_list && bracket != '{') ||
        (!runs_out && explanation->failure->place < explanation->text.end) ||
        yaml_bracket_end(explanation->data, span_make(open, first.span.end)) != open)
        return false;
    mistake = value_builder_problem(explanation->builder, PROBLEM_SYNTAX, span,
                                    "`%c` is not closed; type `%c` where it ends",
                                    is_list ? '[' : '{', is_list ? ']' : '}');
    if (yaml_key_follows(explanation, &first))
        mistake_add_edit(mistake, explanation->builder->arena,
                         span_make(span.end, span.end), is_list ? STR("]") : STR("}"));
    mistake->fix_safe = false; /* what belongs into it is a guess */
    return true;
}

bool yaml_explain_bracket(const struct explanation *explanation)
{
    return explain_hash_in_flow(explanation) || explain_open_bracket(explanation);
}

/* `a: [b]]` */
bool yaml_explain_stray_bracket(const struct explanation *explanation)
{
    uint32_t place = explanation->failure->place;
    char c = place < explanation->text.end ? explanation->data[place] : ' ';
    struct arena *arena = explanation->builder->arena;
    struct span value = explanation->line.value;
    struct mistake *mistake;

    if ((c != ']' && c != '}') || explanation_was(explanation, "parsing a flow "))
        return false;
    mistake = value_builder_problem(
        explanation->builder, PROBLEM_SYNTAX, span_make(place, place + 1),
        "`%c` closes nothing; delete it, or put quotes around the text", c);
    if (place > value.start && is_one_of(explanation->data[value.start], "[{"))
        mistake_add_edit(mistake, arena, mistake->span, STR(""));
    else if (!span_empty(value))
        mistake_add_edit(mistake, arena, value,
                         yaml_quoted(arena, explanation_str(explanation, value)));
    mistake->fix_safe = false; /* it may belong to text, or not */
    return true;
}
