/* mistakes.c - explains, in a writer's words, values that are not TOML */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/base/quote.h"
#include "lint/time/guess.h"
#include "lint/toml/reader.h"

/* A string instead of what was meant, so that the rest can be read. */
static struct value *stand_in(struct toml_reader *reader, struct span span)
{
    struct value *value = value_builder_add(&reader->builder, VALUE_STRING, span);

    value->style = STYLE_DOUBLE_QUOTED;
    value->text = toml_text(reader, span);
    reader->at = span.end;
    reader->failed = true;
    return value;
}

static struct value *mend(struct toml_reader *reader, struct span span,
                          const char *message, struct str text)
{
    struct mistake *mistake =
        value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span, "%s", message);

    mistake_add_edit(mistake, reader->builder.arena, span, text);
    return stand_in(reader, span);
}

static struct value *explain_curly_quotes(struct toml_reader *reader, struct span span)
{
    struct str text = toml_text(reader, span);
    size_t open = quote_at_start(text);
    size_t close = 0;

    if (!open)
        return NULL;
    text = (struct str){text.data + open, text.len - open};
    close = quote_at_end(text);
    /* One of the two may be straight. */
    if (!close && text.len && is_one_of(text.data[text.len - 1], "\"'"))
        close = 1;
    return mend(
        reader, span, "typographic quotes; type straight ones",
        toml_quoted(reader->builder.arena, (struct str){text.data, text.len - close}));
}

static bool is_any_word(struct str text, const char *const *words)
{
    for (; *words; words++)
        if (str_equal_ignore_case(text, str_from(*words)))
            return true;
    return false;
}

/* Is it text, and nothing that was meant as a value of another kind: a boolean, a number,
 * a date, a value with a sign after it? */
static bool is_text(struct str text)
{
    static const char *const booleans[] = {"yes", "no", "on", "off", "y", "n", NULL};
    bool has_letter = false;

    for (size_t i = 0; i < text.len; i++)
        has_letter |= is_ascii_letter(text.data[i]) || (text.data[i] & 0x80);
    if (!has_letter || is_any_word(text, booleans) ||
        is_one_of(text.data[text.len - 1], ",;"))
        return false;
    return !is_one_of(text.data[0], "0123456789+-.") || memchr(text.data, ' ', text.len);
}

/* The value that was meant by `yes`, `2020/01/02`; empty when it is not known. */
static struct str meant_value(struct arena *arena, struct str text)
{
    static const char *const yes[] = {"yes", "on", "y", NULL};
    static const char *const no[] = {"no", "off", "n", NULL};
    struct str otherwise = STR("");
    struct str date;

    if (is_any_word(text, yes))
        return STR("true");
    if (is_any_word(text, no))
        return STR("false");
    date = date_suggestion(text, arena, &otherwise);
    return otherwise.len ? STR("") : date;
}

/* `1,`, `2.5;`: digits, perhaps with points among them, before the last character. */
static bool is_number(struct str text)
{
    for (size_t i = 0; i + 1 < text.len; i++)
        if (!is_ascii_digit((unsigned char)text.data[i]) &&
            !is_one_of(text.data[i], "+-."))
            return false;
    return text.len > 1;
}

/* The mark at the end of a line of another notation. It belongs to no value; but it may
 * to text without quotes. */
static bool report_end_mark(struct toml_reader *reader, struct span span, bool is_value)
{
    struct span mark = span_make(span.end - 1, span.end);
    char c = reader->data[mark.start];
    struct mistake *mistake;

    if (!is_one_of(c, ",;"))
        return false;
    mistake = value_builder_problem(&reader->builder, PROBLEM_SYNTAX, mark,
                                    "a %s at the end of the line; delete it",
                                    c == ',' ? "comma" : "semicolon");
    mistake_add_edit(mistake, reader->builder.arena, mark, STR(""));
    mistake->fix_safe = is_value;
    return true;
}

/* `bread, rye`: words with commas between them, a list more likely than a text. */
static struct str as_list(struct arena *arena, struct str text)
{
    struct buf out = BUF_INIT;
    struct str list = STR("");
    size_t start = 0;
    bool words = memchr(text.data, ',', text.len) != NULL;

    buf_putc(&out, '[');
    for (size_t i = 0; i <= text.len && words; i++) {
        struct str word;

        if (i < text.len && text.data[i] != ',')
            continue;
        word = str_trim((struct str){text.data + start, i - start});
        words = word.len && !memchr(word.data, ' ', word.len) &&
                !is_one_of(word.data[0], "[{\"'");
        buf_puts(&out, start ? ", " : "");
        buf_add_str(&out, toml_quoted(arena, word));
        start = i + 1;
    }
    buf_putc(&out, ']');
    if (words)
        list = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return list;
}

/* Adds an edit that may not be what was meant. */
static void suggest(struct toml_reader *reader, struct mistake *mistake, struct str text)
{
    mistake_add_edit(mistake, reader->builder.arena, mistake->span, text);
    mistake->fix_safe = false;
}

static struct value *report_unquoted(struct toml_reader *reader, struct span span)
{
    struct arena *arena = reader->builder.arena;
    struct str text = toml_text(reader, span);
    struct str meant = is_text(text) ? STR("") : meant_value(arena, text);
    struct str list = reader->brackets ? STR("") : as_list(arena, text);

    if (meant.len)
        suggest(reader,
                value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span,
                                      "`%.*s` is no value here; did you mean `%.*s`?",
                                      (int)text.len, text.data, (int)meant.len,
                                      meant.data),
                meant);
    else if (list.len)
        suggest(
            reader,
            value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span,
                                  "put quotes around the text; if this is a list, write "
                                  "`%.*s`",
                                  (int)list.len, list.data),
            list);
    else if (is_text(text))
        return mend(reader, span, "put quotes around the text", toml_quoted(arena, text));
    else if (!report_end_mark(reader, span, is_number(text)))
        value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span,
                              "`%.*s` is no value here; put quotes around it if it is "
                              "text",
                              (int)text.len, text.data);
    return stand_in(reader, span);
}

/* `True`, `null` */
static struct value *explain_constant(struct toml_reader *reader, struct span span)
{
    static const char *const booleans[] = {"true", "false", NULL};
    static const char *const nulls[] = {"null", "nil", "none", "~", NULL};
    struct str text = toml_text(reader, span);

    if (is_any_word(text, booleans))
        return mend(reader, span, "write `true` and `false` in small letters",
                    str_equal_ignore_case(text, STR("true")) ? STR("true")
                                                             : STR("false"));
    if (!is_any_word(text, nulls))
        return NULL;
    value_builder_problem(&reader->builder, PROBLEM_SYNTAX, span,
                          "`%.*s` is no value here: leave the key out, or write `\"\"` "
                          "for no text",
                          (int)text.len, text.data);
    return stand_in(reader, span);
}

static struct value *report_no_value(struct toml_reader *reader,
                                     const struct toml_key *key)
{
    if (!key || !span_empty(toml_rest(reader, reader->at))) {
        toml_expected(reader, "a value");
        return NULL;
    }
    value_builder_problem(
        &reader->builder, PROBLEM_SYNTAX, key->span,
        "`%.*s` has no value: leave it out, or write `\"\"` for no text",
        (int)key->name.len, key->name.data);
    return stand_in(reader, span_make(reader->at, reader->at));
}

struct value *toml_explain_value(struct toml_reader *reader, const struct toml_key *key)
{
    struct span rest = toml_rest(reader, reader->at);
    struct value *value;

    /* Another `=` means that the mistake is on another line. */
    if (span_empty(rest) || reader->data[rest.start] == '=' ||
        (unsigned char)reader->data[rest.start] < 0x20)
        return report_no_value(reader, key);
    value = explain_curly_quotes(reader, rest);
    return value ? value : report_unquoted(reader, rest);
}

struct value *toml_explain_word(struct toml_reader *reader, struct span word,
                                struct str message)
{
    struct span rest = toml_rest(reader, word.start);
    struct value *value = NULL;

    if (rest.end == word.end)
        value = explain_constant(reader, rest);
    if (!value)
        value = explain_curly_quotes(reader, rest);
    if (value)
        return value;
    if (!message.len || rest.end != word.end)
        return report_unquoted(reader, rest);
    value_builder_problem(&reader->builder, PROBLEM_SYNTAX, word, "`%.*s` is no %s: %.*s",
                          (int)span_length(word), reader->data + word.start,
                          span_empty(toml_find_date(reader)) ? "number" : "date or time",
                          (int)message.len, message.data);
    return stand_in(reader, word);
}

/* `'it's ok'`, `"say "hi" twice"` */
static bool explain_inner_quote(struct toml_reader *reader, struct span span)
{
    struct str text = toml_text(reader, span);
    struct str inner = {text.data + 1, text.len - 2};

    if (text.len < 2 || text.data[text.len - 1] != *text.data)
        return false;
    mend(reader, span,
         *text.data == '"' ? "a `\"` inside double quotes must be written `\\\"`"
                           : "a `'` cannot stand inside single quotes",
         toml_quoted(reader->builder.arena, inner));
    return true;
}

/* `["a"]]` */
static bool report_stray_bracket(struct toml_reader *reader, const struct value *value)
{
    int c = toml_byte(reader, reader->at);

    if ((value->kind != VALUE_LIST && value->kind != VALUE_MAP) || (c != ']' && c != '}'))
        return false;
    suggest(reader,
            value_builder_problem(&reader->builder, PROBLEM_SYNTAX,
                                  span_make(reader->at, reader->at + 1),
                                  "`%c` closes nothing; delete it", c),
            STR(""));
    return true;
}

/* `"a", "b"`, perhaps with the last bracket. */
static bool report_list_without_brackets(struct toml_reader *reader, struct span whole,
                                         struct str rest)
{
    struct str text = toml_text(reader, whole);
    struct str list;

    rest = str_trim(rest);
    if (!rest.len)
        return false;
    if (rest.data[rest.len - 1] == ']') {
        text.len--;
        rest.len--;
    }
    if (rest.len && (rest.len < 2 || rest.data[0] != ',' ||
                     !is_one_of(rest.data[rest.len - 1], "\"'")))
        return false;
    if (rest.len == 0 && text.len == span_length(whole))
        return false;
    list = arena_format(reader->builder.arena, "[%.*s]", (int)text.len, text.data);
    suggest(reader,
            value_builder_problem(&reader->builder, PROBLEM_SYNTAX, whole,
                                  "a list needs brackets around it; write `%.*s`",
                                  (int)list.len, list.data),
            list);
    stand_in(reader, whole);
    return true;
}

bool toml_explain_rest(struct toml_reader *reader, const struct value *value)
{
    struct span whole = span_make(value->span.start, toml_rest(reader, reader->at).end);
    struct str rest = toml_text(reader, span_make(reader->at, whole.end));
    bool is_quoted =
        value->style == STYLE_SINGLE_QUOTED || value->style == STYLE_DOUBLE_QUOTED;

    if (memchr(rest.data, '=', rest.len))
        return toml_fail(reader, span_make(reader->at, whole.end),
                         "write every key on a line of its own");
    if (report_stray_bracket(reader, value) ||
        (is_quoted && report_list_without_brackets(reader, whole, rest)))
        return false;
    if (value->kind == VALUE_LIST || value->kind == VALUE_MAP ||
        value->style == STYLE_LITERAL)
        return toml_expected(reader, "the end of the line after a value");
    if (is_quoted && explain_inner_quote(reader, whole))
        return false;
    if (is_quoted && (str_is(str_trim(rest), ",") || str_is(str_trim(rest), ";")) &&
        report_end_mark(reader, whole, true))
        stand_in(reader, whole);
    else if (is_quoted)
        mend(reader, whole,
             "text after the closing quote; put quotes around the whole value",
             toml_quoted(reader->builder.arena, toml_text(reader, whole)));
    else
        report_unquoted(reader, whole);
    return false;
}
