/* lost.c - finds text that YAML drops or takes for something else without a word */

#include "lint/yaml/lost.h"

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/yaml/look_alike.h"
#include "lint/yaml/lost_search.h"

/* Spaces to the eye, but not to YAML. */
static bool is_false_space(uint32_t c)
{
    return c == 0xFEFF || c == 0x200B || (c >= 0x80 && code_point_is_space(c));
}

static const char *space_message(uint32_t c)
{
    if (c == 0xFEFF)
        return "invisible byte order mark, which becomes part of the text; delete it";
    if (c == 0x200B)
        return "invisible space of no width, which becomes part of the text; delete it";
    if (c == 0xA0)
        return "no-break space, which is no space in YAML; type an ordinary one";
    if (c == 0x3000)
        return "ideographic space, which is no space in YAML; type an ordinary one";
    return "this space is none in YAML; type an ordinary one";
}

static bool report_false_space(struct lost_search *search, uint32_t at)
{
    struct str rest = lost_text(search, span_make(at, search->line.span.end));
    struct mistake *mistake;
    size_t len = 0;
    uint32_t c = rest.len ? utf8_decode(rest, &len) : 0;
    bool is_invisible = c == 0xFEFF || c == 0x200B;

    if (!is_false_space(c))
        return false;
    search->false_space = true;
    mistake = lost_report(search, PROBLEM_SYNTAX, span_make(at, at + (uint32_t)len),
                          space_message(c));
    lost_mend(search, mistake, mistake->span, is_invisible ? STR("") : STR(" "));
    return true;
}

/* The end of `key:`, or of a `-` before an item; the start of the line for neither. */
static uint32_t after_mark(const struct lost_search *search, uint32_t at)
{
    const char *data = search->line.data;
    uint32_t end = search->line.span.end;

    if (at < end && data[at] == '-')
        return at + 1;
    while (at < end && is_ascii_word_or_dash(data[at]))
        at++;
    return at < end && data[at] == ':' ? at + 1 : search->line.span.start;
}

/* In front of the text of a line, after its `-` or after its `key:`. */
static bool check_spaces(struct lost_search *search)
{
    uint32_t at = search->line.span.start;

    while (at < search->line.span.end && search->line.data[at] == ' ')
        at++;
    return report_false_space(search, at) ||
           report_false_space(search, after_mark(search, at));
}

/* ` - b` below `- a`, and `- b` or `-b` that continues a text. */
static bool check_swallowed_item(struct lost_search *search)
{
    const struct yaml_line *line = &search->line;
    struct yaml_line first;
    struct mistake *mistake;

    if (search->false_space || search->within->style != STYLE_PLAIN ||
        search->within->kind != VALUE_STRING || !line->is_item)
        return false;
    mistake = lost_report(
        search, PROBLEM_LOST, lost_whole_value(search, line->indent.end),
        "this looks like an item of a list, but continues the line above; start it "
        "where the first item starts");
    mistake->severity = SEVERITY_WARNING;
    mistake->fix_safe = false;
    first =
        yaml_line_at(line->data, search->builder.input.span, search->within->span.start);
    if (first.is_item)
        lost_mend(search, mistake, line->indent, lost_text(search, first.indent));
    return true;
}

/* `-a` below `tags:` is a text. */
static bool check_dash(struct lost_search *search)
{
    const struct yaml_line *line = &search->line;
    uint32_t at = line->indent.end;
    const struct value *value;
    struct mistake *mistake;

    if (line->is_item || at + 1 >= line->span.end || line->data[at] != '-')
        return false;
    value = lost_value_at(search, at);
    if (!value || value->kind != VALUE_STRING || value->style != STYLE_PLAIN ||
        line->data[value->span.start] != '-' || line->data[at + 1] == '-')
        return false;
    mistake = lost_report(
        search, PROBLEM_SYNTAX, span_make(at, at + 1),
        "no space after `-`, so this is no item of a list but text; type one");
    mistake->fix_safe = false;
    lost_mend(search, mistake, span_make(at + 1, at + 1), STR(" "));
    return true;
}

/* The line of a key, whose indentation what continues its value must exceed. */
static bool check_continued_quote(struct lost_search *search)
{
    const struct yaml_line *line = &search->line;
    const struct value *value = search->within;
    struct yaml_line first;
    struct mistake *mistake;

    if ((value->style != STYLE_DOUBLE_QUOTED && value->style != STYLE_SINGLE_QUOTED) ||
        yaml_line_is_blank(line))
        return false;
    first = yaml_line_at(line->data, search->builder.input.span, value->span.start);
    if (span_length(line->indent) > span_length(first.indent))
        return false;
    if (search->quoted != value) {
        lost_report(
            search, PROBLEM_SYNTAX, lost_whole_value(search, line->indent.end),
            "the text in quotes goes on here; indent the line, or close the quotes "
            "above");
        search->quoted = value;
        search->quoted_problem = search->builder.tree->problem_count - 1;
    }
    mistake = &search->builder.tree->problems[search->quoted_problem].mistake;
    lost_mend(search, mistake, span_make(line->indent.end, line->indent.end),
              arena_spaces(search->builder.arena,
                           span_length(first.indent) + 2 - span_length(line->indent)));
    return true;
}

/* A line that begins no value of several lines, or is the first of one. */
static void check_start(struct lost_search *search)
{
    if (!check_dash(search))
        lost_check_value(search);
}

static void check_line(struct lost_search *search)
{
    const struct yaml_line *line = &search->line;
    const struct value *value = lost_value_at(search, line->span.start);

    if (value && line->indent.end < line->span.end && value->kind != VALUE_STRING)
        value = lost_value_at(search, line->indent.end);
    search->within =
        value && value->span.start < line->span.start && value->kind == VALUE_STRING
            ? value
            : NULL;
    if (search->within && check_dash(search))
        return;
    if (search->within) {
        if (!check_swallowed_item(search))
            check_continued_quote(search);
        return;
    }
    if (!yaml_line_is_blank(line) && !check_spaces(search))
        check_start(search);
}

static void for_each_line(struct lost_search *search,
                          void (*check)(struct lost_search *search))
{
    struct span text = search->builder.input.span;
    uint32_t at = text.start;

    while (at < text.end) {
        search->line = yaml_line_at(search->builder.input.data, text, at);
        check(search);
        at = search->line.span.end + 1;
    }
}

static void check_spaces_alone(struct lost_search *search)
{
    check_spaces(search);
}

/* The problems so far stay in `tree`, should nothing better be found. */
static void explain_failure(struct lost_search *search, struct value_tree *tree)
{
    struct value_tree before = *tree;

    tree->problems = NULL;
    tree->problem_count = 0;
    for_each_line(search, check_spaces_alone);
    if (!tree->problem_count)
        *tree = before;
}

void yaml_find_lost(struct arena *arena, struct value_input input,
                    struct value_tree *tree)
{
    struct lost_search search = {.builder = {.arena = arena,
                                             .input = input,
                                             .tree = tree,
                                             .problem_capacity = tree->problem_count}};

    if (!tree->root && tree->problem_count && tree->problems[0].kind == PROBLEM_SYNTAX) {
        search.builder.problem_capacity = 0;
        explain_failure(&search, tree);
    } else if (tree->root) {
        lost_add_places(&search, tree->root, 0);
        for_each_line(&search, check_line);
        yaml_find_look_alikes(
            &(struct look_alike_search){&search.builder, lost_is_aliased, &search},
            tree->root);
    }
    value_builder_finish(&search.builder, tree->root);
}
