/* lost_value.c - tags, anchors and comments that eat text of a value */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/yaml/lost_search.h"
#include "lint/yaml/property.h"

/* The first word of a text. */
static struct str first_word(struct str text)
{
    size_t len = 0;

    while (len < text.len && !is_space_or_tab(text.data[len]))
        len++;
    return (struct str){text.data, len};
}

/* Where the value of the line starts, comment or not: after `key:` and `- `. */
static uint32_t value_start(const struct lost_search *search)
{
    const struct yaml_line *line = &search->line;
    uint32_t at = line->text;

    if (line->has_key) {
        at = line->key.end;
        while (line->data[at] != ':')
            at++;
        at++;
    }
    while (at < line->span.end && is_space_or_tab(line->data[at]))
        at++;
    return at;
}

/* The column of the key of the line, or else of its last `-` or its text, whose indent
 * what belongs to it exceeds. */
static uint32_t owner_column(const struct yaml_line *line)
{
    uint32_t at = line->has_key ? line->key.start : line->text;

    if (line->is_item && !line->has_key)
        do
            at--;
        while (line->data[at] != '-');
    return at - line->span.start;
}

/* Does a line below belong to this one, deeper, as its list or, after a tag or an anchor
 * on a line of its own, as its map? */
static bool has_children(const struct lost_search *search)
{
    const struct yaml_line *line = &search->line;
    uint32_t end = search->builder.input.span.end;
    uint32_t at = line->span.end;
    uint32_t column = owner_column(line);
    struct yaml_line next;

    do {
        if (at + 1 >= end)
            return false;
        next = yaml_line_at(line->data, search->builder.input.span, at + 1);
        at = next.span.end;
    } while (yaml_line_is_blank(&next) || line->data[next.indent.end] == '#');
    if (span_length(next.indent) != column)
        return span_length(next.indent) > column;
    return line->has_key ? next.is_item : !line->is_item;
}

static bool is_property(const struct lost_search *search, uint32_t at)
{
    return at < search->line.value.end && is_one_of(search->line.data[at], "!&");
}

/* The tag or anchor that starts there. */
static struct span property_at(const struct lost_search *search, uint32_t at)
{
    struct span rest = span_make(at, search->line.value.end);

    return span_make(at, at + (uint32_t)first_word(lost_text(search, rest)).len);
}

/* What follows the tag or anchor that starts there. */
static uint32_t after_property(const struct lost_search *search, uint32_t at)
{
    at = property_at(search, at).end;
    while (at < search->line.value.end && is_space_or_tab(search->line.data[at]))
        at++;
    return at;
}

/* What the tags and anchors that start there stand before. */
static enum yaml_after what_follows(const struct lost_search *search, uint32_t at,
                                    bool goes_on)
{
    struct str rest;

    while (is_property(search, at))
        at = after_property(search, at);
    rest = lost_text(search, span_make(at, search->line.value.end));
    if (rest.len ? is_one_of(*rest.data, "[{\"'|>") : goes_on)
        return AFTER_STRUCTURE;
    return goes_on ? AFTER_WORDS : yaml_after_plain(rest);
}

static bool is_used_anchor(struct lost_search *search, struct str word)
{
    return *word.data == '&' &&
           lost_is_aliased(search, (struct str){word.data + 1, word.len - 1});
}

/* `!important Note`, `&Salt and pepper`: the first word is not part of the text. */
static bool check_properties(struct lost_search *search, uint32_t start)
{
    bool goes_on = has_children(search);
    enum yaml_after after = what_follows(search, start, goes_on);

    for (uint32_t at = start; is_property(search, at); at = after_property(search, at)) {
        struct span word = property_at(search, at);

        if (!is_used_anchor(search, lost_text(search, word)) &&
            yaml_report_property(&search->builder, word, after,
                                 span_make(at, goes_on ? at : search->line.value.end)))
            return true;
    }
    return false;
}

/* `color: #fff`, `- #rye`: the value is nothing, for a comment starts there. */
static bool check_hash(struct lost_search *search, uint32_t start)
{
    struct span value = lost_whole_value(search, start);
    struct str text = lost_text(search, value);
    struct mistake *mistake;

    if ((!search->line.has_key && !search->line.is_item) || text.len < 2 ||
        *text.data != '#' || is_space_or_tab(text.data[1]) || has_children(search))
        return false;
    mistake =
        lost_report(search, PROBLEM_LOST, value,
                    "`#` starts a comment, so there is no value; put quotes around text "
                    "that starts with `#`");
    mistake->severity = SEVERITY_WARNING;
    lost_mend_by_quotes(search, mistake, value);
    return true;
}

static bool has_letter(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (is_ascii_letter(text.data[i]) || (unsigned char)text.data[i] >= 0x80)
            return true;
    return false;
}

/* `# stet-disable-line`: meant as a comment. */
static bool is_own_comment(struct str text)
{
    return str_starts(str_trim(text), STR("stet-"));
}

/* `title: Learn C # in a week` */
static bool check_comment(struct lost_search *search, uint32_t start)
{
    const struct value *value = lost_value_at(search, start);
    struct span whole = lost_whole_value(search, start);
    struct mistake *mistake;
    uint32_t at;

    if (!value || value->kind != VALUE_STRING || value->style != STYLE_PLAIN ||
        value->span.start != start || value->span.end > whole.end ||
        !has_letter(lost_text(search, value->span)))
        return false;
    at = value->span.end;
    while (at < whole.end && is_space_or_tab(search->line.data[at]))
        at++;
    /* Who comments sets the comment apart: two blanks before it leave no doubt. */
    if (at == whole.end || search->line.data[at] != '#' || at > value->span.end + 1 ||
        is_own_comment(lost_text(search, span_make(at + 1, whole.end))))
        return false;
    mistake =
        lost_report(search, PROBLEM_LOST, span_make(at, whole.end),
                    "` #` starts a comment; if this is part of the text, put quotes "
                    "around all of it");
    mistake->severity = SEVERITY_NOTE;
    mistake->fix_safe = false;
    lost_mend_by_quotes(search, mistake, whole);
    return true;
}

/* `"x"#note`, `[a]#note`, `>#note`: YAML wants a space before a comment (1.2.2, 6.6). */
static bool check_comment_space(struct lost_search *search, uint32_t start)
{
    const struct value *value = lost_value_at(search, start);
    struct mistake *mistake;
    uint32_t at;

    if (!value || value->span.start != start || value->style == STYLE_PLAIN ||
        value->style == STYLE_BLOCK)
        return false;
    at = value->span.end;
    if (value->style == STYLE_LITERAL || value->style == STYLE_FOLDED)
        for (at = start + 1; is_one_of(search->line.data[at], "+-0123456789"); at++)
            ;
    if (at >= search->line.span.end || search->line.data[at] != '#')
        return false;
    mistake = lost_report(search, PROBLEM_SYNTAX, span_make(at, at + 1),
                          "no space before `#`; type one, or it starts no comment");
    lost_mend(search, mistake, span_make(at, at), STR(" "));
    return true;
}

/* Comments, and what may be meant as one. */
static void check_comments(struct lost_search *search, uint32_t start)
{
    if (!check_hash(search, start) && !check_comment(search, start))
        check_comment_space(search, start);
}

void lost_check_value(struct lost_search *search)
{
    uint32_t start = value_start(search);
    struct str text = lost_text(search, span_make(start, search->line.span.end));

    if (!text.len || (is_one_of(*text.data, "!&") && check_properties(search, start)))
        return;
    if (memchr(text.data, '#', text.len))
        check_comments(search, start);
}
