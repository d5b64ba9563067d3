/* no-space-in-links.c - MD039: white space at the ends of a link's text */

#include "lint/rule.h"

/* Is white space beside the link as well, in its own block, so that the text's is not
 * needed? */
static bool is_apart(struct pass *pass, const struct node *link, bool at_start)
{
    const struct node *parent = node_parent(pass_document(pass), link);
    const char *data = pass_source(pass)->data;

    if (at_start)
        return link->span.start > parent->content.start &&
               is_ascii_space(data[link->span.start - 1]);
    return link->span.end < parent->content.end && is_ascii_space(data[link->span.end]);
}

/* Are the delimiters that the trimmed text begins or ends with, if there are any, the
 * markers of emphasis? Beside a bracket others may become some, or cease to be. */
static bool keeps_emphasis(struct pass *pass, const struct node *link, struct span space)
{
    const struct document *document = pass_document(pass);
    const char *data = pass_source(pass)->data;
    const struct node *child = node_child(document, link);
    bool at_start = space.start == link->content.start;

    if (!is_one_of(at_start ? data[space.end] : data[space.start - 1], "*_~"))
        return true;
    for (; child; child = node_sibling(document, child)) {
        bool marked = child->kind == NODE_EMPHASIS || child->kind == NODE_STRONG ||
                      child->kind == NODE_STRIKETHROUGH;

        if (marked &&
            (at_start ? child->span.start == space.end : child->span.end == space.start))
            return true;
    }
    return false;
}

/* A backslash would escape the bracket, a caret make a footnote of the link. */
static bool is_fixable(struct str text)
{
    struct str trimmed = str_trim(text);

    return !str_starts(trimmed, STR("^")) && !str_ends(trimmed, STR("\\"));
}

static void fix(struct pass *pass, const struct node *link, struct finding *finding,
                struct span space)
{
    const struct source *source = pass_source(pass);
    bool at_start = space.start == link->content.start;
    bool breaks = is_line_end(source->data[space.end]) && span_length(space) > 1;

    if (!is_fixable(source_text(source, link->content)))
        return;
    fix_replace(finding, space, STR(""));
    /* White space alone is shown, and may be needed: it is not beside a text. That which
     * is not ASCII is text, and two spaces before a line end break the line. */
    if (breaks || white_space_only(source_text(source, link->content)) ||
        !str_has_only(source_text(source, space), " \t\r\n") ||
        !is_apart(pass, link, at_start) || !keeps_emphasis(pass, link, space))
        fix_is_unsafe(finding);
}

/* All of the white space on the link's first line or, when that is only the line end, the
 * first byte after it. */
static void check_start(struct pass *pass, const struct node *link, struct span space)
{
    const struct source *source = pass_source(pass);
    struct span line = source_line_span(source, source_line(source, space.start));

    if (space.start < line.end) {
        space.end = space.end < line.end ? space.end : line.end;
        fix(pass, link, report(pass, space, "space at the start of a link's text"),
            space);
        return;
    }
    report(pass, span_make(space.end, space.end + 1),
           "a line end at the start of a link's text, expected none");
}

static void check_end(struct pass *pass, const struct node *link, struct span space)
{
    const struct source *source = pass_source(pass);
    struct span line = source_line_span(source, source_line(source, space.end));

    if (space.end > line.start) {
        struct finding *finding;

        space.start = space.start > line.start ? space.start : line.start;
        finding = report(pass, space, "space at the end of a link's text, expected none");
        if (space.start > link->content.start) /* else the other finding has this fix */
            fix(pass, link, finding, space);
        return;
    }
    report(pass, span_make(space.start - 1, space.start),
           "a line end at the end of a link's text, expected none");
}

static void node(struct pass *pass, const struct node *link)
{
    struct str text = source_text(pass_source(pass), link->content);
    uint32_t before = (uint32_t)white_space_at_start(text);
    uint32_t after = (uint32_t)white_space_at_end(text);

    if (before)
        check_start(pass, link,
                    span_make(link->content.start, link->content.start + before));
    if (after)
        check_end(pass, link, span_make(link->content.end - after, link->content.end));
}

const struct rule rule_no_space_in_links = {
    .code = "MD039",
    .name = "no-space-in-links",
    .tags = "whitespace links",
    .summary = "the text of a link starts or ends with white space",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    /* Its tags are between the spaces that become one. */
    .change = {.elements = "a", .characters = " "},
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .nodes = NODE_BIT(NODE_LINK),
    .node = node,
};
