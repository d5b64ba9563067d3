/* explain.c - explains, in a writer's words, why YAML does not parse */

#include "lint/yaml/explain.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/quote.h"
#include "lint/base/utf8.h"
#include "lint/yaml/line.h"
#include "lint/yaml/mistakes.h"

static bool context_is(const struct explanation *explanation, const char *words)
{
    return strstr(explanation->failure->context_text, words) != NULL;
}

static bool has_line_end(const struct explanation *explanation, struct span span)
{
    struct str text = explanation_str(explanation, span);

    return memchr(text.data, '\n', text.len) || memchr(text.data, '\r', text.len);
}

static struct yaml_line line_at(const struct explanation *explanation, uint32_t offset)
{
    return yaml_line_at(explanation->data, explanation->text, offset);
}

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
    value_builder_problem(
        explanation->builder, PROBLEM_SYNTAX, span_make(place, place + (uint32_t)len),
        "control character U+%04X is not allowed in YAML", (unsigned)code_point);
    return true;
}

/* Does the next line have a key, or is there none? Then the value was not meant to go
 * on. */
static bool key_follows(const struct explanation *explanation,
                        const struct yaml_line *line)
{
    struct yaml_line next;

    if (line->span.end + 1 >= explanation->text.end)
        return true;
    next = line_at(explanation, line->span.end + 1);
    if (yaml_line_is_blank(&next) && next.span.end + 1 < explanation->text.end)
        next = line_at(explanation, next.span.end + 1); /* between CR and LF */
    return next.has_key && span_length(next.indent) <= span_length(line->indent);
}

/* `'Tis the season`: words that begin with an apostrophe. */
static bool is_elision(struct str text)
{
    static const char *const words[] = {"'tis", "'twas",  "'til",   "'em",
                                        "'n'",  "'cause", "'round", "'bout"};

    if (text.len > 1 && text.data[0] == '\'' && is_ascii_digit(text.data[1]))
        return true;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        size_t len = strlen(words[i]);

        if (text.len > len && !is_ascii_alnum(text.data[len]) &&
            str_equal_ignore_case((struct str){text.data, len}, str_from(words[i])))
            return true;
    }
    return false;
}

/* Closes the quote at the end of the line; an apostrophe stays one, and a typographic
 * quote was meant to be the closing one. */
static void fix_open_quote(const struct explanation *explanation, struct mistake *mistake,
                           struct span string)
{
    struct arena *arena = explanation->builder->arena;
    struct str text = explanation_str(explanation, string);
    uint32_t curly = (uint32_t)quote_at_end(text);

    if (!is_elision(text)) {
        mistake_add_edit(mistake, arena, span_make(string.end - curly, string.end),
                         (struct str){text.data, 1});
    } else if (!memchr(text.data, '"', text.len) && !memchr(text.data, '\\', text.len)) {
        mistake_add_edit(mistake, arena, span_make(string.start, string.start),
                         STR("\""));
        mistake_add_edit(mistake, arena, span_make(string.end, string.end), STR("\""));
    }
}

static bool report_open_quote(const struct explanation *explanation, uint32_t quote,
                              struct span closing)
{
    struct yaml_line line = line_at(explanation, quote);
    struct mistake *mistake;
    uint32_t end = line.span.end;

    while (end > quote + 1 && is_space_or_tab(explanation->data[end - 1]))
        end--;
    mistake = explanation_report(explanation, span_make(quote, end),
                                 "quoted string is not closed on this line");
    if (key_follows(explanation, &line))
        fix_open_quote(explanation, mistake, span_make(quote, end));
    if (!span_empty(closing)) {
        mistake_add_related(mistake, explanation->builder->arena, closing,
                            STR("it ends only here"));
    }
    return true;
}

static bool starts_with_quote(const struct explanation *explanation, struct span span)
{
    char first = span_empty(span) ? ' ' : explanation->data[span.start];

    return first == '"' || first == '\'';
}

/*
 * An unclosed quote extends over the lines up to the next quote, where another string
 * seems to start, or over all the rest.
 */
static bool explain_open_quote(const struct explanation *explanation)
{
    const struct yaml_failure *failure = explanation->failure;
    struct span last = failure->last_scalar;

    if (context_is(explanation, "scanning a quoted scalar"))
        return report_open_quote(explanation, failure->context, span_make(0, 0));
    if (!starts_with_quote(explanation, last) || last.end > failure->place ||
        !has_line_end(explanation, last) ||
        has_line_end(explanation, span_make(last.end, failure->place)))
        return false;
    return report_open_quote(explanation, last.start, span_make(last.end - 1, last.end));
}

/* `"C:\dir"`: single quotes, if nothing in it is meant as an escape. */
static void fix_escape(const struct explanation *explanation, struct mistake *mistake,
                       struct span value)
{
    struct str text = explanation_str(explanation, value);
    uint32_t end = yaml_quote_end(explanation->data, value);
    bool is_apostrophe = explanation->data[mistake->span.start + 1] == '\'';
    bool is_path =
        end > value.start && end == value.end && !memchr(text.data, '\'', text.len);

    for (size_t i = 0; is_path && i + 1 < text.len; i++)
        if (text.data[i] == '\\' && strchr("\\\"/", text.data[i + 1]))
            is_path = false;
    if (is_path)
        mistake_add_edit(mistake, explanation->builder->arena, value,
                         arena_format(explanation->builder->arena, "'%.*s'",
                                      (int)text.len - 2, text.data + 1));
    else
        mistake_add_edit(mistake, explanation->builder->arena,
                         span_make(mistake->span.start, mistake->span.start + 1),
                         is_apostrophe ? STR("") : STR("\\\\"));
}

static bool explain_escape(const struct explanation *explanation)
{
    const struct yaml_failure *failure = explanation->failure;
    uint32_t place = failure->place;
    struct yaml_line line = explanation->line;
    struct mistake *mistake;
    struct str escape;

    if (!context_is(explanation, "parsing a quoted scalar"))
        return false;
    while (place > failure->context &&
           (place == explanation->text.end || explanation->data[place] != '\\'))
        place--;
    escape = (struct str){explanation->data + place, 2};
    if (place + 1 >= line.span.end || (unsigned char)escape.data[1] >= 0x80)
        escape.len = 1;
    mistake = value_builder_problem(
        explanation->builder, PROBLEM_SYNTAX,
        span_make(place, place + (uint32_t)escape.len),
        "`%.*s` is no escape; use single quotes or write the backslash twice",
        (int)escape.len, escape.data);
    fix_escape(explanation, mistake,
               span_holds(line.value, failure->context)
                   ? span_make(failure->context, line.value.end)
                   : span_make(place, place));
    return true;
}

/* Tabs, which YAML forbids, and spaces that only look like spaces. */
static bool explain_indent(const struct explanation *explanation)
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
            explanation_report(explanation, span, "tab on an otherwise empty line"),
            explanation->builder->arena, indent, STR(""));
    else
        explanation_report(explanation, span,
                           "tab used for indentation; YAML allows only spaces");
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
                                 "tab where YAML allows only spaces");
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
    struct yaml_line first = line_at(explanation, last.start);

    if (!has_line_end(explanation, last) ||
        strchr("\"'|>", explanation->data[last.start]) ||
        has_line_end(explanation, span_make(last.end, explanation->failure->place)))
        return false;
    if (!first.has_key)
        return yaml_explain_keyless(explanation, &first);
    if (!explanation->line.has_key || span_empty(explanation->line.indent))
        return false;
    value_builder_problem(
        explanation->builder, PROBLEM_SYNTAX, explanation->line.indent,
        "indented deeper than `%.*s:` above, so this continues its value",
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
    explanation_report(explanation, explanation->line.indent,
                       "indentation fits none of the lines above");
    return true;
}

/* `tags: [#a, #b]`: the comment hides the bracket that closes. */
static bool explain_hash_in_flow(const struct explanation *explanation)
{
    uint32_t open = explanation->failure->context;
    struct yaml_line first = line_at(explanation, open);
    struct mistake *mistake;
    uint32_t at;

    if (!context_is(explanation, "parsing a flow "))
        return false;
    for (at = open; at < first.span.end; at++)
        if (explanation->data[at] == '#' && at > open &&
            is_one_of(explanation->data[at - 1], "[{, \t"))
            break;
    if (at == first.span.end)
        return false;
    mistake = explanation_report(explanation, span_make(at, at + 1),
                                 "`#` starts a comment here, so the list never ends; put "
                                 "quotes round text that starts with `#`");
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
    struct yaml_line first = line_at(explanation, open);
    const struct yaml_line *line = &explanation->line;
    bool runs_out = line->has_key && line->span.start > open &&
                    span_length(line->indent) <= span_length(first.indent);
    struct span span =
        span_make(open, first.value.end > open ? first.value.end : open + 1);
    struct mistake *mistake;
    bool is_list = bracket == '[';

    /* When a value is missing, the construct starts where the value should. */
    if (!context_is(explanation, "parsing a flow ") || (!is_list && bracket != '{') ||
        (!runs_out && explanation->failure->place < explanation->text.end) ||
        yaml_bracket_end(explanation->data, span_make(open, first.span.end)) != open)
        return false;
    mistake = value_builder_problem(explanation->builder, PROBLEM_SYNTAX, span,
                                    "`%c` is not closed", is_list ? '[' : '{');
    if (key_follows(explanation, &first))
        mistake_add_edit(mistake, explanation->builder->arena,
                         span_make(span.end, span.end), is_list ? STR("]") : STR("}"));
    mistake->fix_safe = false; /* what belongs into it is a guess */
    return true;
}

/* The first lines are indented, those of this one and below are not. */
static bool explain_indented_start(const struct explanation *explanation)
{
    struct yaml_line first = line_at(explanation, explanation->text.start);
    struct span indent = first.indent;
    struct mistake *mistake;

    if (strcmp(explanation->failure->problem, "did not find expected <document start>") !=
            0 ||
        !first.has_key || span_empty(indent) || !explanation->line.has_key ||
        !span_empty(explanation->line.indent))
        return false;
    mistake = explanation_report(explanation, indent,
                                 "this line is indented, the keys below it are not");
    for (; first.span.end < explanation->line.span.start;
         first = line_at(explanation, first.span.end + 1))
        if (span_length(first.indent) >= span_length(indent))
            mistake_add_edit(
                mistake, explanation->builder->arena,
                span_make(first.indent.start, first.indent.start + span_length(indent)),
                STR(""));
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
    {"did not find expected <document start>", "`---` in front of a new document"},
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

/* `a: [b]]` */
static bool explain_stray_bracket(const struct explanation *explanation)
{
    uint32_t place = explanation->failure->place;
    char c = place < explanation->text.end ? explanation->data[place] : ' ';

    if ((c != ']' && c != '}') || context_is(explanation, "parsing a flow "))
        return false;
    value_builder_problem(explanation->builder, PROBLEM_SYNTAX,
                          span_make(place, place + 1),
                          "`%c` closes nothing; a value with it must be quoted", c);
    return true;
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
    struct yaml_line first = line_at(explanation, explanation->text.start);

    if (span_empty(first.span) || explanation->data[first.span.start] != '%' ||
        strcmp(explanation->failure->problem, "did not find expected <document start>") !=
            0)
        return false;
    explanation_report(explanation, first.span,
                       "a directive (`%`) must be followed by a `---` of its own");
    return true;
}

/* What libyaml says here is no help: a key or value starts with one of YAML's signs. */
static void explain_without_words(const struct explanation *explanation)
{
    const struct yaml_line *line = &explanation->line;
    struct mistake *mistake;

    if (line->has_key && explanation->failure->place <= line->key.end) {
        explanation_report(explanation, line->key,
                           "a key cannot start with this sign; leave it out, or put "
                           "quotes round the key");
        return;
    }
    if (!line->has_key || span_empty(line->value)) {
        explanation_report(explanation, found_span(explanation),
                           "this line cannot be read, expected `key: value`");
        return;
    }
    mistake = explanation_report(explanation, line->value,
                                 "this cannot be read; if it is text, put quotes round "
                                 "it");
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
    struct yaml_line line = line_at(explanation, explanation->failure->context);

    return context_is(explanation, "scanning a simple key") &&
           (yaml_explain_value(explanation, &line) ||
            yaml_explain_keyless(explanation, &line));
}

static bool is_in_flow(const struct explanation *explanation)
{
    struct str value = explanation_str(explanation, explanation->line.value);

    return context_is(explanation, "parsing a flow ") || explanation->failure->in_flow ||
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
    if (explain_control(e) || explain_open_quote(e) || explain_escape(e) ||
        explain_indent(e) || explain_hash_in_flow(e) || explain_open_bracket(e) ||
        explain_missing_key(e) || yaml_explain_template(e, &e->line))
        return;
    if (!is_in_flow(e) && yaml_explain_value(e, &e->line))
        return;
    if (explain_continuation(e) || explain_dedent(e) || explain_item_tab(e) ||
        explain_stray_bracket(e) || explain_long_key(e) || explain_directive(e) ||
        explain_indented_start(e) || yaml_explain_text_behind_bracket(e, &e->line))
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

    explanation.line = line_at(&explanation, root->span.start);
    if (root->kind == VALUE_LIST ||
        !yaml_explain_keyless(&explanation, &explanation.line))
        value_builder_problem(builder, PROBLEM_SYNTAX, root->span,
                              "found %s, expected `key: value`", value_kind_name(root));
}

void yaml_explain_key(struct value_builder *builder, struct span span)
{
    const struct yaml_failure nothing = {0};
    struct explanation explanation = {.builder = builder,
                                      .failure = &nothing,
                                      .data = builder->input.data,
                                      .text = builder->input.span};

    explanation.line = yaml_line_at(builder->input.data, builder->input.span, span.start);
    if (!yaml_explain_template(&explanation, &explanation.line))
        explanation_report(&explanation, span, "a key must be text, found a list or map");
}
