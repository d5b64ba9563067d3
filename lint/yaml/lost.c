/* lost.c - finds text that YAML drops or takes for something else without a word */

#include "lint/yaml/lost.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/base/str_map.h"
#include "lint/base/utf8.h"
#include "lint/value/builder.h"
#include "lint/yaml/line.h"
#include "lint/yaml/look_alike.h"
#include "lint/yaml/mistakes.h"

/* A value and the one that it stands in. */
struct place {
    const struct value *value;
    uint32_t parent; /* its row; the root is its own */
};

struct search {
    struct value_builder builder;
    struct place
        *places; /* each value once, by the start of its text, outer ones first */
    uint32_t place_count;
    uint32_t place_capacity;
    struct str_map aliases; /* names after a `*`; made when the first anchor asks */
    bool aliases_known;
    struct yaml_line line;      /* that is looked at */
    const struct value *within; /* the value that begins above the line and goes on */
    const struct value *quoted; /* the last that goes on without an indent */
    uint32_t quoted_problem;    /* which says so */
    bool false_space;           /* one was found: what follows from it is not told */
};

static struct str text_at(const struct search *search, struct span span)
{
    return (struct str){search->line.data + span.start, span_length(span)};
}

static struct mistake *report(struct search *search, enum value_problem_kind kind,
                              struct span span, const char *message)
{
    return value_builder_problem(&search->builder, kind, span, "%s", message);
}

static void mend(struct search *search, struct mistake *mistake, struct span span,
                 struct str text)
{
    mistake_add_edit(mistake, search->builder.arena, span, text);
}

/* From the value to the end of the line, comments included. */
static struct span whole_value(const struct search *search, uint32_t start)
{
    uint32_t end = search->line.span.end;

    while (end > start && is_space_or_tab(search->line.data[end - 1]))
        end--;
    return span_make(start, end);
}

static void mend_by_quotes(struct search *search, struct mistake *mistake,
                           struct span value)
{
    mend(search, mistake, value,
         yaml_quoted(search->builder.arena, text_at(search, value)));
}

/* What an alias or a merge puts into a map stands elsewhere: before what came last. */
static bool stands_here(const struct search *search, const struct entry *entry)
{
    const struct place *last = &search->places[search->place_count - 1];

    return span_empty(entry->alias) &&
           entry->value->span.start >= last->value->span.start;
}

/* Values are written in the order of their places, so each row finds its own. */
static void add_places(struct search *search, const struct value *value, uint32_t parent)
{
    uint32_t row = search->place_count;

    search->places = arena_make_room(search->builder.arena, search->places, row,
                                     &search->place_capacity, sizeof(*search->places));
    search->places[search->place_count++] = (struct place){value, row ? parent : row};
    for (uint32_t i = 0; i < value->count; i++)
        if (stands_here(search, &value->entries[i]))
            add_places(search, value->entries[i].value, row);
}

/* The last row that starts at the offset or before; the first row when none does. */
static uint32_t row_at(const struct search *search, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t high = search->place_count;

    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;

        if (search->places[middle].value->span.start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The innermost value whose text has the offset. */
static const struct value *value_at(const struct search *search, uint32_t offset)
{
    uint32_t row = row_at(search, offset);

    while (!span_holds(search->places[row].value->span, offset)) {
        if (search->places[row].parent == row)
            return NULL;
        row = search->places[row].parent;
    }
    return search->places[row].value;
}

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

static bool report_false_space(struct search *search, uint32_t at)
{
    struct str rest = text_at(search, span_make(at, search->line.span.end));
    struct mistake *mistake;
    size_t len = 0;
    uint32_t c = rest.len ? utf8_decode(rest, &len) : 0;
    bool is_invisible = c == 0xFEFF || c == 0x200B;

    if (!is_false_space(c))
        return false;
    search->false_space = true;
    mistake = report(search, PROBLEM_SYNTAX, span_make(at, at + (uint32_t)len),
                     space_message(c));
    mend(search, mistake, mistake->span, is_invisible ? STR("") : STR(" "));
    return true;
}

/* The end of `key:`, or of a `-` before an item; the start of the line for neither. */
static uint32_t after_mark(const struct search *search, uint32_t at)
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
static bool check_spaces(struct search *search)
{
    uint32_t at = search->line.span.start;

    while (at < search->line.span.end && search->line.data[at] == ' ')
        at++;
    return report_false_space(search, at) ||
           report_false_space(search, after_mark(search, at));
}

static bool is_core_tag(struct str tag)
{
    static const char *const names[] = {"!!str",  "!!int",       "!!float",  "!!bool",
                                        "!!null", "!!seq",       "!!map",    "!!set",
                                        "!!omap", "!!timestamp", "!!binary", "!!merge"};

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (str_is(tag, names[i]))
            return true;
    return false;
}

/* The first word of a text. */
static struct str first_word(struct str text)
{
    size_t len = 0;

    while (len < text.len && !is_space_or_tab(text.data[len]))
        len++;
    return (struct str){text.data, len};
}

/* Where the value of the line starts, comment or not: after `key:` and `- `. */
static uint32_t value_start(const struct search *search)
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

/* `!important Note`: other readers stop at the tag. */
static bool check_tag(struct search *search, uint32_t start)
{
    struct span value = whole_value(search, start);
    struct str word = first_word(text_at(search, value));
    struct mistake *mistake;

    if (!word.len || *word.data != '!' || is_core_tag(word))
        return false;
    mistake = value_builder_problem(
        &search->builder, PROBLEM_SYNTAX, span_make(start, start + (uint32_t)word.len),
        str_starts(word, STR("!!")) ? "`%.*s` is a tag that few programs know; delete it"
                                    : "`%.*s` is a tag, not text; put quotes around text "
                                      "that starts with `!`",
        (int)word.len, word.data);
    if (!str_starts(word, STR("!!")))
        mend_by_quotes(search, mistake, search->line.value);
    return true;
}

/* Notes the names after each `*`, whether they are aliases or text. */
static void find_aliases(struct search *search)
{
    struct str rest = value_builder_text(&search->builder);
    const char *at;

    while ((at = memchr(rest.data, '*', rest.len))) {
        struct str name = {at + 1, 0};

        rest.len -= (size_t)(at - rest.data) + 1;
        rest.data = at + 1;
        while (name.len < rest.len && is_ascii_word_or_dash(name.data[name.len]))
            name.len++;
        if (name.len)
            str_map_put(&search->aliases, search->builder.arena, name, search);
    }
    search->aliases_known = true;
}

static bool is_aliased(void *context, struct str name)
{
    struct search *search = context;
    void *known;

    if (!search->aliases_known)
        find_aliases(search);
    return str_map_get(&search->aliases, name, &known);
}

/* `&Salt and pepper`: the anchor is not part of the text. */
static bool check_anchor(struct search *search, uint32_t start)
{
    struct str word = first_word(text_at(search, whole_value(search, start)));
    struct mistake *mistake;

    if (word.len < 2 || *word.data != '&' ||
        is_aliased(search, (struct str){word.data + 1, word.len - 1}))
        return false;
    mistake = value_builder_problem(
        &search->builder, PROBLEM_SYNTAX, span_make(start, start + (uint32_t)word.len),
        "`%.*s` is an anchor, not text; put quotes around text that starts with `&`",
        (int)word.len, word.data);
    mend_by_quotes(search, mistake, search->line.value);
    return true;
}

/* Does a line below belong to this one, deeper or as its list? */
static bool has_children(const struct search *search)
{
    const struct yaml_line *line = &search->line;
    uint32_t end = search->builder.input.span.end;
    uint32_t at = line->span.end;
    struct yaml_line next;

    do {
        if (at + 1 >= end)
            return false;
        next = yaml_line_at(line->data, search->builder.input.span, at + 1);
        at = next.span.end;
    } while (yaml_line_is_blank(&next) || line->data[next.indent.end] == '#');
    return span_length(next.indent) > span_length(line->indent) ||
           (next.is_item && !line->is_item &&
            span_length(next.indent) == span_length(line->indent));
}

/* `color: #fff`, `- #rye`: the value is nothing, for a comment starts there. */
static bool check_hash(struct search *search, uint32_t start)
{
    struct span value = whole_value(search, start);
    struct str text = text_at(search, value);
    struct mistake *mistake;

    if ((!search->line.has_key && !search->line.is_item) || text.len < 2 ||
        *text.data != '#' || is_space_or_tab(text.data[1]) || has_children(search))
        return false;
    mistake = report(search, PROBLEM_LOST, value,
                     "`#` starts a comment, so there is no value; put quotes around text "
                     "that starts with `#`");
    mistake->severity = SEVERITY_WARNING;
    mend_by_quotes(search, mistake, value);
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
static bool check_comment(struct search *search, uint32_t start)
{
    const struct value *value = value_at(search, start);
    struct span whole = whole_value(search, start);
    struct mistake *mistake;
    uint32_t at;

    if (!value || value->kind != VALUE_STRING || value->style != STYLE_PLAIN ||
        value->span.start != start || value->span.end > whole.end ||
        !has_letter(text_at(search, value->span)))
        return false;
    at = value->span.end;
    while (at < whole.end && is_space_or_tab(search->line.data[at]))
        at++;
    /* Who comments sets the comment apart: two blanks before it leave no doubt. */
    if (at == whole.end || search->line.data[at] != '#' || at > value->span.end + 1 ||
        is_own_comment(text_at(search, span_make(at + 1, whole.end))))
        return false;
    mistake = report(search, PROBLEM_LOST, span_make(at, whole.end),
                     "` #` starts a comment; if this is part of the text, put quotes "
                     "around all of it");
    mistake->severity = SEVERITY_NOTE;
    mistake->fix_safe = false;
    mend_by_quotes(search, mistake, whole);
    return true;
}

/* `"x"#note`, `[a]#note`, `>#note`: YAML wants a space before a comment (1.2.2, 6.6). */
static bool check_comment_space(struct search *search, uint32_t start)
{
    const struct value *value = value_at(search, start);
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
    mistake = report(search, PROBLEM_SYNTAX, span_make(at, at + 1),
                     "no space before `#`; type one, or it starts no comment");
    mend(search, mistake, span_make(at, at), STR(" "));
    return true;
}

/* ` - b` below `- a`, and `- b` or `-b` that continues a text. */
static bool check_swallowed_item(struct search *search)
{
    const struct yaml_line *line = &search->line;
    struct yaml_line first;
    struct mistake *mistake;

    if (search->false_space || search->within->style != STYLE_PLAIN ||
        search->within->kind != VALUE_STRING || !line->is_item)
        return false;
    mistake = report(
        search, PROBLEM_LOST, whole_value(search, line->indent.end),
        "this looks like an item of a list, but continues the line above; start it "
        "where the first item starts");
    mistake->severity = SEVERITY_WARNING;
    mistake->fix_safe = false;
    first =
        yaml_line_at(line->data, search->builder.input.span, search->within->span.start);
    if (first.is_item)
        mend(search, mistake, line->indent, text_at(search, first.indent));
    return true;
}

/* `-a` below `tags:` is a text. */
static bool check_dash(struct search *search)
{
    const struct yaml_line *line = &search->line;
    uint32_t at = line->indent.end;
    const struct value *value;
    struct mistake *mistake;

    if (line->is_item || at + 1 >= line->span.end || line->data[at] != '-')
        return false;
    value = value_at(search, at);
    if (!value || value->kind != VALUE_STRING || value->style != STYLE_PLAIN ||
        line->data[value->span.start] != '-' || line->data[at + 1] == '-')
        return false;
    mistake =
        report(search, PROBLEM_SYNTAX, span_make(at, at + 1),
               "no space after `-`, so this is no item of a list but text; type one");
    mistake->fix_safe = false;
    mend(search, mistake, span_make(at + 1, at + 1), STR(" "));
    return true;
}

/* The line of a key, whose indentation what continues its value must exceed. */
static bool check_continued_quote(struct search *search)
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
        report(search, PROBLEM_SYNTAX, whole_value(search, line->indent.end),
               "the text in quotes goes on here; indent the line, or close the quotes "
               "above");
        search->quoted = value;
        search->quoted_problem = search->builder.tree->problem_count - 1;
    }
    mistake = &search->builder.tree->problems[search->quoted_problem].mistake;
    mend(search, mistake, span_make(line->indent.end, line->indent.end),
         arena_format(search->builder.arena, "%*s",
                      (int)(span_length(first.indent) + 2 - span_length(line->indent)),
                      ""));
    return true;
}

/* A line that begins no value of several lines, or is the first of one. */
static void check_start(struct search *search)
{
    uint32_t start;

    if (check_dash(search))
        return;
    start = value_start(search);
    if (start < search->line.span.end && !check_tag(search, start) &&
        !check_anchor(search, start) && !check_hash(search, start) &&
        !check_comment(search, start))
        check_comment_space(search, start);
}

static void check_line(struct search *search)
{
    const struct yaml_line *line = &search->line;
    const struct value *value = value_at(search, line->span.start);

    if (value && line->indent.end < line->span.end && value->kind != VALUE_STRING)
        value = value_at(search, line->indent.end);
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

static void for_each_line(struct search *search, void (*check)(struct search *search))
{
    struct span text = search->builder.input.span;
    uint32_t at = text.start;

    while (at < text.end) {
        search->line = yaml_line_at(search->builder.input.data, text, at);
        check(search);
        at = search->line.span.end + 1;
    }
}

static void check_spaces_alone(struct search *search)
{
    check_spaces(search);
}

/* The problems so far stay in `tree`, should nothing better be found. */
static void explain_failure(struct search *search, struct value_tree *tree)
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
    struct search search = {.builder = {.arena = arena,
                                        .input = input,
                                        .tree = tree,
                                        .problem_capacity = tree->problem_count}};

    if (!tree->root && tree->problem_count && tree->problems[0].kind == PROBLEM_SYNTAX) {
        search.builder.problem_capacity = 0;
        explain_failure(&search, tree);
    } else if (tree->root) {
        add_places(&search, tree->root, 0);
        for_each_line(&search, check_line);
        yaml_find_look_alikes(
            &(struct look_alike_search){&search.builder, is_aliased, &search},
            tree->root);
    }
    value_builder_finish(&search.builder, tree->root);
}
