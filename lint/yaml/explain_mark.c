/* explain_mark.c - explains the comma that JSON has at the end of a line */

#include "lint/base/ascii.h"
#include "lint/yaml/subjects.h"

/* Does the value of the line end there: quotes or brackets that are closed? */
static bool ends_value(const struct yaml_line *line, uint32_t at)
{
    while (at > line->text && is_space_or_tab(line->data[at - 1]))
        at--;
    return at > line->text && is_one_of(line->data[at - 1], "\"']}");
}

bool yaml_explain_end_mark(const struct explanation *explanation)
{
    const struct yaml_line *line = &explanation->line;
    uint32_t place = explanation->failure->place;
    struct mistake *mistake;
    char c;

    if (span_empty(line->value) || place + 1 != line->value.end)
        return false;
    c = explanation->data[place];
    if (!is_one_of(c, ",;") || !ends_value(line, place))
        return false;
    mistake = value_builder_problem(
        explanation->builder, PROBLEM_SYNTAX, span_make(place, place + 1),
        "a %s at the end of the line; delete it", c == ',' ? "comma" : "semicolon");
    mistake_add_edit(mistake, explanation->builder->arena, mistake->span, STR(""));
    mistake->fix_safe = false; /* what is before it may be a part of a text */
    return true;
}
