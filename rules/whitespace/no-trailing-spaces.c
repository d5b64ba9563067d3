/* no-trailing-spaces.c - MD009: lines do not end in spaces */

#include "lint/rule.h"

/* More would only make files and memory grow. */
enum { BREAK_MAX_SPACES = 100 };

struct settings {
    int br_spaces;
    bool code_blocks;
    bool list_item_empty_lines;
    bool strict;
};

struct state {
    uint32_t next_text; /* the first line after the last blank ones that is not blank */
    uint32_t code;      /* index of the first code span that may reach the next lines */
    struct verbatim_search verbatim;
};

static const struct option options[] = {
    {.name = "br_spaces",
     .type = OPTION_INTEGER,
     .initial = "2",
     .help = "trailing spaces that make a line break and are allowed; below 2 none are",
     .offset = offsetof(struct settings, br_spaces)},
    {.name = "code_blocks",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "look at code blocks, too",
     .offset = offsetof(struct settings, code_blocks)},
    {.name = "list_item_empty_lines",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "allow spaces on the lines of lists",
     .offset = offsetof(struct settings, list_item_empty_lines)},
    {.name = "strict",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "allow the spaces of a line break only where they make one",
     .offset = offsetof(struct settings, strict)},
    {.type = OPTION_END},
};

/* Does a code span go on after this line? Lines come in order, so the search goes on
 * where it ended. */
static bool code_span_goes_on(struct pass *pass, uint32_t line_end)
{
    struct state *state = pass_state(pass);
    const struct node *span =
        document_code_span(pass_document(pass), line_end + 1, &state->code);

    return span && span->span.start < line_end;
}

static bool makes_line_break(struct pass *pass, uint32_t line)
{
    const struct node *block = document_line_node(pass_document(pass), line);
    uint32_t end = source_line_span(pass_source(pass), line).end;

    return block->kind == NODE_PARAGRAPH && end < block->span.end &&
           !code_span_goes_on(pass, end);
}

/* The innermost block on the line or, when that is blank, on the next that is not; NULL
 * after the last. Lines come in order, so the search goes on where it ended. */
static const struct node *block_from(struct pass *pass, uint32_t line)
{
    const struct source *source = pass_source(pass);
    struct state *state = pass_state(pass);

    if (state->next_text < line)
        state->next_text = line;
    while (state->next_text < source->line_count &&
           (source->lines[state->next_text].flags & LINE_BLANK))
        state->next_text++;
    return state->next_text < source->line_count
               ? document_line_node(pass_document(pass), state->next_text)
               : NULL;
}

/* The item that the line belongs to: the innermost that begins on it or above, in a list
 * that goes on to the line or below. NULL outside of lists. */
static const struct node *item_of(struct pass *pass, uint32_t line)
{
    const struct document *document = pass_document(pass);
    uint32_t end = pass_source(pass)->lines[line].end;
    const struct node *list = block_from(pass, line);
    const struct node *item = NULL;

    while (list && (list->kind != NODE_LIST || list->span.start > end))
        list = list == document->nodes ? NULL : node_parent(document, list);
    for (const struct node *next = list ? node_child(document, list) : NULL;
         next && next->span.start <= end; next = node_sibling(document, next))
        item = next;
    return item;
}

static uint32_t line_of(struct pass *pass, const struct node *node)
{
    return source_line(pass_source(pass), node->span.start);
}

/* Does a paragraph that is a child of the item begin on the line or below? */
static bool has_text_from(struct pass *pass, const struct node *item, uint32_t line)
{
    const struct node *child = node_child(pass_document(pass), item);

    for (; child; child = node_sibling(pass_document(pass), child))
        if ((child->kind == NODE_PARAGRAPH || child->kind == NODE_DEFINITION) &&
            line_of(pass, child) >= line)
            return true;
    return false;
}

/* Is the line, which is not the first of the item, indented by this item: is it blank, or
 * does a block of the item begin there? */
static bool is_indented(struct pass *pass, const struct node *item, uint32_t line)
{
    const struct node *child = node_child(pass_document(pass), item);

    if (pass_source(pass)->lines[line].flags & LINE_BLANK)
        return true;
    while (child && line_of(pass, child) < line)
        child = node_sibling(pass_document(pass), child);
    return child && line_of(pass, child) == line;
}

/* Is it the first line of an item, not the first item of its list, that is inside another
 * item? */
static bool is_nested(struct pass *pass, const struct node *item)
{
    const struct node *list = node_parent(pass_document(pass), item);

    return list->span.start != item->span.start &&
           node_parent(pass_document(pass), list)->kind == NODE_ITEM;
}

/*
 * Is it a line of a list where list_item_empty_lines allows spaces in markdownlint? That
 * is most lines, blank or not: where the indentation of an item is not followed by its
 * text.
 */
static bool is_in_item(struct pass *pass, uint32_t line)
{
    const struct node *item = item_of(pass, line);

    if (!item)
        return false;
    if (line_of(pass, item) == line)
        return !is_nested(pass, item);
    return !is_indented(pass, item, line) || has_text_from(pass, item, line);
}

static bool is_exempt(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);

    if (!settings->code_blocks &&
        document_line_is_code_content(pass_document(pass), line))
        return true;
    return settings->list_item_empty_lines && is_in_item(pass, line);
}

/* Does the space break the line? It does not when it ends in a tab. */
static bool breaks_line(struct pass *pass, struct span space)
{
    const struct source *source = pass_source(pass);

    return str_ends(source_text(source, space), STR("  ")) &&
           document_line_goes_on(pass_document(pass), source_line(source, space.start));
}

/* Without the space a backslash would end the line, and break it. */
static bool follows_backslash(struct pass *pass, struct span space)
{
    return space.start > 0 && pass_source(pass)->data[space.start - 1] == '\\';
}

static bool is_spaces_and_tabs(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_space_or_tab(text.data[i]))
            return false;
    return true;
}

/* The spaces that keep the line break; empty when there is none, or when these are what
 * the finding is about. */
static struct str kept_break(struct pass *pass, struct span space)
{
    const struct settings *settings = pass_settings(pass);
    struct str now = source_text(pass_source(pass), space);
    size_t size = settings->br_spaces > 1 ? (size_t)settings->br_spaces : 0;
    char *text;

    if (!breaks_line(pass, space) || size == now.len || size > BREAK_MAX_SPACES)
        return STR("");
    text = arena_raw(pass_arena(pass), size + 1);
    memset(text, ' ', size);
    return (struct str){text, size};
}

static void fix(struct pass *pass, struct finding *finding, struct span space)
{
    struct state *state = pass_state(pass);
    struct str kept = kept_break(pass, space);

    fix_replace(finding, space, kept);
    if (!is_spaces_and_tabs(source_text(pass_source(pass), space)) ||
        (breaks_line(pass, space) && !kept.len) || follows_backslash(pass, space) ||
        document_is_verbatim(pass_document(pass), space, &state->verbatim))
        fix_is_unsafe(finding);
}

/* What else than ordinary spaces there is; NULL when they are all. */
static const char *odd_space(struct str text)
{
    if (!is_spaces_and_tabs(text))
        return memchr(text.data, 0xA0, text.len) ? "no-break space" : "unusual space";
    return memchr(text.data, '\t', text.len) ? "tab character" : NULL;
}

static void report_space(struct pass *pass, struct span space, int count)
{
    const struct settings *settings = pass_settings(pass);
    const char *odd = odd_space(source_text(pass_source(pass), space));
    struct finding *finding;

    if (odd)
        finding = report(pass, space, "%s at the end of the line", odd);
    else if (count == 1)
        finding = report(pass, space, "space at the end of the line");
    else if (count == settings->br_spaces)
        finding =
            report(pass, space, "%d spaces at the end of the line, where they break none",
                   count);
    else if (settings->br_spaces < 2)
        finding = report(pass, space, "%d spaces at the end of the line", count);
    else
        finding =
            report(pass, space, "%d spaces at the end of the line; a line break has %d",
                   count, settings->br_spaces);
    if (finding)
        fix(pass, finding, space);
}

static void line(struct pass *pass, uint32_t line)
{
    const struct settings *settings = pass_settings(pass);
    uint32_t end = source_line_span(pass_source(pass), line).end;
    struct str text = document_line(pass_document(pass), line);
    size_t size = white_space_at_end(text);
    int count = (int)utf8_code_points((struct str){text.data + text.len - size, size});

    if (!count || is_exempt(pass, line))
        return;
    if (count == settings->br_spaces && count > 1 &&
        (!settings->strict || makes_line_break(pass, line)))
        return;
    report_space(pass, span_make(end - (uint32_t)size, end), count);
}

const struct rule rule_no_trailing_spaces = {
    .code = "MD009",
    .name = "no-trailing-spaces",
    .tags = "whitespace",
    .summary = "a line ends in white space",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .line_flags = LINE_TRAILING_SPACE,
    .line = line,
};
