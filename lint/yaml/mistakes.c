/* mistakes.c - explains the usual mistakes within one line of YAML */

#include "lint/yaml/mistakes.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/white_space.h"
#include "lint/yaml/look_alike.h"
#include "lint/yaml/subjects.h"

struct mistake *explanation_report(const struct explanation *explanation,
                                   struct span span, const char *message)
{
    return value_builder_problem(explanation->builder, PROBLEM_SYNTAX, span, "%s",
                                 message);
}

struct str yaml_quoted(struct arena *arena, struct str text)
{
    char *out;
    size_t len = 0;

    if (!memchr(text.data, '"', text.len) && !memchr(text.data, '\\', text.len))
        return arena_format(arena, "\"%.*s\"", (int)text.len, text.data);
    out = arena_raw(arena, 2 * text.len + 2);
    out[len++] = '\'';
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\'')
            out[len++] = '\'';
        out[len++] = text.data[i];
    }
    out[len++] = '\'';
    return (struct str){out, len};
}

/* Quotes are of no use to a line that should have a key. */
static struct mistake *report_unquoted(const struct explanation *explanation,
                                       const struct yaml_line *line, const char *message)
{
    struct str text = explanation_str(explanation, line->value);
    struct str inside = yaml_inside_quotes(text);
    struct mistake *mistake;

    if (!yaml_may_hold_value(explanation, line))
        return explanation_report(explanation, line->value, "expected `key: value`");
    mistake = explanation_report(explanation, line->value, message);
    mistake_add_edit(
        mistake, explanation->builder->arena, line->value,
        yaml_quoted(explanation->builder->arena, inside.len ? inside : text));
    return mistake;
}

static bool starts_with(const struct explanation *explanation, struct span span,
                        const char *start)
{
    return str_starts(explanation_str(explanation, span), str_from(start));
}

bool yaml_explain_template(const struct explanation *explanation,
                           const struct yaml_line *line)
{
    if (!starts_with(explanation, line->value, "{{") &&
        !starts_with(explanation, line->value, "{%"))
        return false;
    return report_unquoted(explanation, line,
                           "a template cannot stand here as it is; put quotes around it");
}

/* `& more`, `? more`: what could be an anchor or a key. */
static bool explain_indicator(const struct explanation *explanation,
                              const struct yaml_line *line)
{
    struct str value = explanation_str(explanation, line->value);

    if (value.len == 0 || (*value.data != '&' && *value.data != '?') ||
        (value.len > 1 && !is_space_or_tab(value.data[1])))
        return false;
    return report_unquoted(explanation, line,
                           *value.data == '&'
                               ? "`&` at the start means something else; put quotes "
                                 "around the text"
                               : "`?` at the start means something else; put quotes "
                                 "around the text");
}

/* Characters that are reserved at the start of a value. */
static bool explain_first_character(const struct explanation *explanation,
                                    const struct yaml_line *line)
{
    struct str value = explanation_str(explanation, line->value);

    if (value.len == 0 || !strchr("@`%", *value.data))
        return false;
    return report_unquoted(
        explanation, line,
        *value.data == '@'   ? "no value begins with `@`; put quotes around it"
        : *value.data == '%' ? "no value begins with `%`; put quotes around it"
                             : "no value begins with a back-tick; "
                               "put quotes around it");
}

/* `*base.name`: other readers accept more names than libyaml does. */
static bool may_be_alias(struct str value)
{
    struct str name = {value.data + 1, value.len - 1};

    return name.len && !memchr(name.data, '*', name.len) && !white_space_any(name);
}

/* `**bold**`, `*emphasis* and more` */
static bool explain_asterisk(const struct explanation *explanation,
                             const struct yaml_line *line)
{
    struct str value = explanation_str(explanation, line->value);
    size_t name = 1;

    if (value.len == 0 || *value.data != '*')
        return false;
    while (name < value.len && is_ascii_word_or_dash(value.data[name]))
        name++;
    if (name > 1 && name == value.len)
        return false; /* a proper alias */
    if (str_is(explanation_str(explanation, line->key), "<<"))
        explanation_report(explanation, line->value,
                           "the name after `*` can have letters (a-z), digits, `-` and "
                           "`_` only");
    else
        report_unquoted(explanation, line,
                        "`*` at the start means something else; put quotes around "
                        "the text")
            ->fix_safe = !may_be_alias(value);
    return true;
}

/* `'it's ok'`, `"say "hi" twice"`: is there a quote between the outer ones that opens a
 * word or is an apostrophe, not one that closes a word? */
static bool has_inner_quote(struct str value, size_t closing)
{
    return value.data[value.len - 1] == value.data[0] &&
           (is_space_or_tab(value.data[closing - 1]) ||
            is_ascii_word_or_dash(value.data[closing + 1]));
}

/* `'Baker\'s dozen'`: as other languages write an apostrophe. */
static struct str without_escapes(struct arena *arena, struct str value)
{
    char *out = arena_raw(arena, value.len);
    size_t len = 0;

    if (*value.data != '\'')
        return value;
    for (size_t i = 0; i < value.len; i++)
        if (value.data[i] != '\\' || i + 2 >= value.len || value.data[i + 1] != '\'')
            out[len++] = value.data[i];
    return (struct str){out, len};
}

static bool report_inner_quote(const struct explanation *explanation, struct span span)
{
    struct str value = explanation_str(explanation, span);
    struct mistake *mistake = explanation_report(
        explanation, span,
        *value.data == '"' ? "a `\"` inside double quotes must be written `\\\"`"
                           : "a `'` inside single quotes must be written `''`");

    value = without_escapes(explanation->builder->arena, value);
    if (!memchr(value.data, '\\', value.len))
        mistake_add_edit(mistake, explanation->builder->arena, span,
                         yaml_quoted(explanation->builder->arena,
                                     (struct str){value.data + 1, value.len - 2}));
    return true;
}

/* `'it's ok'`, `"quoted" and more` */
static bool explain_text_after_quote(const struct explanation *explanation,
                                     const struct yaml_line *line)
{
    struct str value = explanation_str(explanation, line->value);
    uint32_t end;

    if (value.len == 0 || (*value.data != '"' && *value.data != '\''))
        return false;
    end = yaml_quote_end(explanation->data, line->value);
    if (end == line->value.start || end == line->value.end)
        return false;
    if (has_inner_quote(value, end - line->value.start - 1) &&
        yaml_may_hold_value(explanation, line))
        return report_inner_quote(explanation, line->value);
    return report_unquoted(
        explanation, line,
        "text after the closing quote; put quotes around the whole value");
}

/* `|` and `>` with text after them on the same line. */
static bool explain_block_indicator(const struct explanation *explanation,
                                    const struct yaml_line *line)
{
    struct str value = explanation_str(explanation, line->value);
    size_t at = 1;

    if (value.len == 0 || (*value.data != '|' && *value.data != '>'))
        return false;
    while (at < value.len && strchr("+-0123456789", value.data[at]))
        at++;
    if (at == value.len)
        return false;
    return report_unquoted(explanation, line,
                           *value.data == '|'
                               ? "text after `|` belongs on the next line; if `|` is "
                                 "text, put quotes around the value"
                               : "text after `>` belongs on the next line; if `>` is "
                                 "text, put quotes around the value");
}

static bool explain_list_after_key(const struct explanation *explanation,
                                   const struct yaml_line *line)
{
    if (!line->has_key || !starts_with(explanation, line->value, "- "))
        return false;
    report_unquoted(
        explanation, line,
        "a list starts on the line below its key; if this is text, put quotes "
        "around it")
        ->fix_safe = false;
    return true;
}

/* `title: Foo: bar` */
static bool explain_second_colon(const struct explanation *explanation,
                                 const struct yaml_line *line)
{
    struct str value = explanation_str(explanation, line->value);
    bool has_colon = value.len && value.data[value.len - 1] == ':';

    if (!line->has_key || value.len == 0 || strchr("\"'[{&!|>", *value.data))
        return false;
    for (size_t i = 0; i + 1 < value.len && !has_colon; i++)
        has_colon = value.data[i] == ':' && is_space_or_tab(value.data[i + 1]);
    return has_colon && report_unquoted(explanation, line,
                                        "a value with a `:` and a space in it needs "
                                        "quotes around it");
}

typedef bool line_explainer(const struct explanation *explanation,
                            const struct yaml_line *line);

/* Mistakes within a line that are certain, wherever a value may start. */
bool yaml_explain_value(const struct explanation *explanation,
                        const struct yaml_line *line)
{
    static line_explainer *const explainers[] = {
        yaml_explain_template,  explain_first_character,  explain_indicator,
        explain_asterisk,       explain_text_after_quote, explain_block_indicator,
        explain_list_after_key, explain_second_colon,
    };

    for (size_t i = 0; i < sizeof(explainers) / sizeof(explainers[0]); i++)
        if (explainers[i](explanation, line))
            return true;
    return false;
}

/* `key:<no-break space>value` and `key:value` */
static bool explain_colon(const struct explanation *explanation,
                          const struct yaml_line *line)
{
    uint32_t at = line->text;
    struct mistake *mistake;

    while (at < line->span.end && is_ascii_word_or_dash(explanation->data[at]))
        at++;
    if (at == line->text || at + 1 >= line->span.end || explanation->data[at] != ':')
        return false;
    if (starts_with(explanation, span_make(at + 1, line->span.end), "\xC2\xA0")) {
        mistake = explanation_report(explanation, span_make(at + 1, at + 3),
                                     "no-break space after `:`; type an ordinary one");
        mistake_add_edit(mistake, explanation->builder->arena, mistake->span, STR(" "));
        return true;
    }
    if (explanation->data[at + 1] == '/')
        return false;
    mistake = value_builder_problem(
        explanation->builder, PROBLEM_SYNTAX, span_make(line->text, at + 1),
        "no space after `%.*s`; type one", (int)(at + 1 - line->text),
        explanation->data + line->text);
    mistake_add_edit(mistake, explanation->builder->arena, span_make(at + 1, at + 1),
                     STR(" "));
    return true;
}

/* `-item` */
static bool explain_dash(const struct explanation *explanation,
                         const struct yaml_line *line)
{
    uint32_t at = line->text;
    struct mistake *mistake;

    if (at + 1 >= line->span.end || explanation->data[at] != '-' ||
        explanation->data[at + 1] == '-')
        return false;
    mistake = explanation_report(explanation, span_make(at, at + 1),
                                 "no space after `-`; type one");
    mistake_add_edit(mistake, explanation->builder->arena, span_make(at + 1, at + 1),
                     STR(" "));
    return true;
}

/* `[Guide] How to`: text after what is in brackets. */
bool yaml_explain_text_after_bracket(const struct explanation *explanation,
                                     const struct yaml_line *line)
{
    struct str value = explanation_str(explanation, line->value);
    uint32_t end;

    if (!line->has_key || value.len == 0 || (*value.data != '[' && *value.data != '{'))
        return false;
    end = yaml_bracket_end(explanation->data, line->value);
    if (end == line->value.start || end == line->value.end)
        return false;
    return report_unquoted(
        explanation, line,
        *value.data == '[' ? "text after the brackets; put quotes around the whole value"
                           : "text after the braces; put quotes around the whole value");
}

/* `title = "Foo"` */
static bool explain_equals_sign(const struct explanation *explanation,
                                const struct yaml_line *line)
{
    uint32_t at = line->value.start;

    while (at < line->value.end &&
           (is_ascii_word_or_dash(explanation->data[at]) || explanation->data[at] == '.'))
        at++;
    while (at > line->value.start && at < line->value.end && explanation->data[at] == ' ')
        at++;
    if (at == line->value.start || at == line->value.end || explanation->data[at] != '=')
        return false;
    explanation_report(explanation, line->value,
                       "`=` belongs between `+++` lines; between `---` lines, write "
                       "`key: value`");
    return true;
}

/* `title：Rye`: the colon of East Asian keyboards. */
static bool explain_wide_colon(const struct explanation *explanation,
                               const struct yaml_line *line)
{
    static const char colon[] = "\xEF\xBC\x9A";
    enum { LENGTH = sizeof(colon) - 1 };
    struct mistake *mistake;
    uint32_t at = line->value.start;
    uint32_t end;

    while (at + LENGTH <= line->value.end &&
           memcmp(explanation->data + at, colon, LENGTH) != 0) {
        if (is_space_or_tab(explanation->data[at]))
            return false;
        at++;
    }
    if (at == line->value.start || at + LENGTH > line->value.end)
        return false;
    for (end = at + LENGTH; end < line->value.end; end++)
        if (!is_space_or_tab(explanation->data[end]))
            break;
    mistake = explanation_report(explanation, span_make(at, at + LENGTH),
                                 "full-width colon after a key; type an ordinary one and "
                                 "a space, `: `");
    mistake_add_edit(mistake, explanation->builder->arena, span_make(at, end),
                     end < line->value.end ? STR(": ") : STR(":"));
    return true;
}

/* A line without `key:` among those that have one. */
bool yaml_explain_keyless(const struct explanation *explanation,
                          const struct yaml_line *line)
{
    if (line->has_key || span_empty(line->value))
        return false;
    if (explain_dash(explanation, line) || explain_colon(explanation, line) ||
        explain_equals_sign(explanation, line) || explain_wide_colon(explanation, line))
        return true;
    explanation_report(explanation, line->value, "expected `key: value`");
    return true;
}
