/* explain.c - explains, in a writer's words, why YAML does not parse */

#include "lint/yaml/explain.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/yaml/subjects.h"

/* A control character; libyaml accepts only tabs and line ends. */
static bool explain_control(const struct explanation *explanation)
{
    uint32_t place = explanation->failure->place;
    struct str rest =
        explanation_str(explanation, span_make(place, explanation->text.end));
    uint32_t code_point;
    size_t len;

    if (strcmp(explanation->failure->problem, "control characters are not allowed") !=
            0 ||
        rest.len == 0)
        return false;
    code_point = utf8_decode(rest, &len);
    value_builder_problem(explanation->builder, PROBLEM_SYNTAX,
                          span_make(place, place + (uint32_t)len),
                          "invisible character U+%04X; delete it", (unsigned)code_point);
    return true;
}

/* libyaml's messages, and what was expected in each case. */
static const struct {
    const char *problem;
    const char *expected;
} expectations[] = {
    {"did not find expected key", "a key"},
    {"did not find expected '-' indicator", "a list item `- `"},
    {"did not find expected ',' or ']'", "`,` or `]`"},
    {"did not find expected ',' or '}'", "`,` or `}`"},
    {"did not find expected node content", "a value"},
    {"did not find expected <document start>", "a key in the same column as the first"},
    {"mapping values are not allowed in this context", "text without a colon"},
    {"block sequence entries are not allowed in this context", "text, not a list"},
    {"block mapping entries are not allowed in this context", "text, not a key"},
    {"found character that cannot start any token", "a value in quotes"},
};

static struct span found_span(const struct explanation *explanation)
{
    struct span span =
        span_make(explanation->failure->place, explanation->failure->place);
    size_t len = 1;

    if (span.start < explanation->text.end)
        utf8_decode(
            explanation_str(explanation, span_make(span.start, explanation->text.end)),
            &len);
    while (span.end < explanation->line.span.end &&
           is_ascii_word_or_dash(explanation->data[span.end]))
        span.end++;
    if (span_empty(span) && span.start < explanation->line.span.end)
        span.end += (uint32_t)len;
    return span;
}

/* libyaml gives up on a key that is longer than this (YAML 1.2.2, 7.4.2), and fails at
 * the colon after it. */
static bool explain_long_key(const struct explanation *explanation)
{
    enum { MAX_KEY = 1024 };
    struct span key = explanation->line.key;

    if (span_length(key) <= MAX_KEY || explanation->failure->place < key.end)
        return false;
    value_builder_problem(explanation->builder, PROBLEM_SYNTAX, key,
                          "a key can have %d characters at most", MAX_KEY);
    return true;
}

/* In front matter the `---` that must follow a directive ends the block. */
static bool explain_directive(const struct explanation *explanation)
{
    struct yaml_line first = explanation_line(explanation, explanation->text.start);

    if (span_empty(first.span) || explanation->data[first.span.start] != '%' ||
        strcmp(explanation->failure->problem, "did not find expected <document start>") !=
            0)
        return false;
    explanation_report(
        explanation, first.span,
        "a line that begins with `%` is none of the front matter; delete it");
    return true;
}

/* What libyaml says here is no help: a key or value starts with one of YAML's signs. */
static void explain_without_words(const struct explanation *explanation)
{
    const struct yaml_line *line = &explanation->line;
    struct mistake *mistake;

    if (line->has_key && explanation->failure->place <= line->key.end) {
        explanation_report(explanation, line->key,
                           "a key cannot start with this sign; delete it, or put "
                           "quotes around the key");
        return;
    }
    if (!line->has_key || span_empty(line->value)) {
        explanation_report(explanation, found_span(explanation),
                           "this line cannot be read, expected `key: value`");
        return;
    }
    mistake = explanation_report(explanation, line->value,
                                 "this cannot be read; if it is text, put quotes around "
                                 "it");
    mistake->fix_safe = false;
    if (!yaml_key_follows(explanation, line))
        return;
    mistake_add_edit(mistake, explanation->builder->arena, line->value,
                     yaml_quoted(explanation->builder->arena,
                                 explanation_str(explanation, line->value)));
}

static void explain_plainly(const struct explanation *explanation)
{
    struct value_builder *builder = explanation->builder;
    struct span span = found_span(explanation);
    const char *expected = NULL;

    for (size_t i = 0; i < sizeof(expectations) / sizeof(expectations[0]); i++)
        if (strcmp(explanation->failure->problem, expectations[i].problem) == 0)
            expected = expectations[i].expected;
    if (!expected)
        explain_without_words(explanation);
    else if (span_empty(span))
        value_builder_problem(builder, PROBLEM_SYNTAX, span,
                              "the line ends where %s is expected", expected);
    else
        value_builder_problem(builder, PROBLEM_SYNTAX, span, "found `%.*s`, expected %s",
                              (int)span_length(span), explanation->data + span.start,
                              expected);
}

/* libyaml gives up on a simple key only lines later; its context is the line without a
 * colon. */
static bool explain_missing_key(const struct explanation *explanation)
{
    struct yaml_line line = explanation_line(explanation, explanation->failure->context);

    return explanation_was(explanation, "scanning a simple key") &&
           (yaml_explain_value(explanation, &line) ||
            yaml_explain_keyless(explanation, &line));
}

static bool is_in_flow(const struct explanation *explanation)
{
    struct str value = explanation_str(explanation, explanation->line.value);

    return explanation_was(explanation, "parsing a flow ") ||
           explanation->failure->in_flow ||
           (value.len && (*value.data == '[' || *value.data == '{'));
}

void yaml_explain(struct value_builder *builder, const struct yaml_failure *failure)
{
    struct explanation explanation = {.builder = builder,
                                      .failure = failure,
                                      .data = builder->input.data,
                                      .text = builder->input.span};
    const struct explanation *e = &explanation;

    explanation.line =
        yaml_line_at(builder->input.data, builder->input.span, failure->place);
    if (explain_control(e) || yaml_explain_quote(e) || yaml_explain_tab(e) ||
        yaml_explain_bracket(e) || yaml_explain_end_mark(e) || explain_missing_key(e) ||
        yaml_explain_template(e, &e->line))
        return;
    if (!is_in_flow(e) && yaml_explain_value(e, &e->line))
        return;
    if (yaml_explain_indent(e) || yaml_explain_stray_bracket(e) || explain_long_key(e) ||
        explain_directive(e) || yaml_explain_text_after_bracket(e, &e->line))
        return;
    explain_plainly(e);
}

void yaml_explain_root(struct value_builder *builder, const struct value *root)
{
    const struct yaml_failure nothing = {0};
    struct explanation explanation = {.builder = builder,
                                      .failure = &nothing,
                                      .data = builder->input.data,
                                      .text = builder->input.span};

    explanation.line = explanation_line(&explanation, root->span.start);
    if (root->kind == VALUE_LIST ||
        !yaml_explain_keyless(&explanation, &explanation.line))
        value_builder_problem(builder, PROBLEM_SYNTAX, root->span,
                              "found %s, expected `key: value`", value_kind_name(root));
}

void yaml_explain_key(struct value_builder *builder, struct span span)
{
    const struct yaml_failure nothing = {.in_flow = true};
    struct explanation explanation = {.builder = builder,
                                      .failure = &nothing,
                                      .data = builder->input.data,
                                      .text = builder->input.span};

    explanation.line = yaml_line_at(builder->input.data, builder->input.span, span.start);
    if (!yaml_explain_template(&explanation, &explanation.line))
        explanation_report(&explanation, span,
                           "a key must be text, found a list or a group of keys");
}
