/* explain_quote.c - explains quotes that are not closed, and escapes that are none */

#include "lint/base/ascii.h"
#include "lint/base/quote.h"
#include "lint/yaml/subjects.h"

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

static struct mistake *report_open(const struct explanation *explanation,
                                   struct span string)
{
    if (is_elision(explanation_str(explanation, string)))
        return explanation_report(explanation, string,
                                  "text that begins with an apostrophe needs quotes "
                                  "around it");
    return value_builder_problem(
        explanation->builder, PROBLEM_SYNTAX, string,
        "the quote is not closed on this line; type `%c` at the end of the text",
        explanation->data[string.start]);
}

static bool report_open_quote(const struct explanation *explanation, uint32_t quote,
                              struct span closing)
{
    struct yaml_line line = explanation_line(explanation, quote);
    struct mistake *mistake;
    uint32_t end = line.span.end;

    while (end > quote + 1 && is_space_or_tab(explanation->data[end - 1]))
        end--;
    mistake = report_open(explanation, span_make(quote, end));
    if (yaml_key_follows(explanation, &line))
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

    if (explanation_was(explanation, "scanning a quoted scalar"))
        return report_open_quote(explanation, failure->context, span_make(0, 0));
    if (!starts_with_quote(explanation, last) || last.end > failure->place ||
        !explanation_has_line_end(explanation, last) ||
        explanation_has_line_end(explanation, span_make(last.end, failure->place)))
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

    if (!explanation_was(explanation, "parsing a quoted scalar"))
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

bool yaml_explain_quote(const struct explanation *explanation)
{
    return explain_open_quote(explanation) || explain_escape(explanation);
}
