/* content.c - content, destinations, titles and labels against their markers */

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/tool/spans/spans.h"

static const char *data_of(const struct spans *spans)
{
    return spans->document->source->data;
}

/* Nothing but blanks; after a line end also what begins a line in a container. */
static bool is_gap(const struct spans *spans, uint32_t from, uint32_t to)
{
    const char *data = data_of(spans);
    bool prefix = from > 0 && is_line_end(data[from - 1]);

    if (from > to)
        return false;
    for (uint32_t i = from; i < to; i++) {
        if (is_line_end(data[i]))
            prefix = true;
        else if (!is_space_or_tab(data[i]) && !(prefix && data[i] == '>') &&
                 data[i] != '\v' && data[i] != '\f')
            return false;
    }
    return true;
}

static bool is_line_start(const struct spans *spans, uint32_t at)
{
    const struct source *source = spans->document->source;

    return source->lines[source_line(source, at)].start == at;
}

static bool is_shrunk(const struct node *node, uint32_t start, uint32_t end)
{
    return node->content.start == node->span.start + start &&
           node->content.end == node->span.end - end;
}

static const char *check_code(const struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);
    uint32_t start = node->span.start;
    uint32_t end = node->span.end;

    while (data[start] == node->marker)
        start++;
    while (data[end - 1] == node->marker)
        end--;
    if (node->level < 255 &&
        (start - node->span.start != node->level || node->span.end - end != node->level))
        return "has other markers than it says";
    if (!is_gap(spans, start, node->content.start) ||
        !is_gap(spans, node->content.end, end))
        return "its content leaves out more than blanks";
    return NULL;
}

static const char *check_heading(const struct spans *spans, const struct node *node)
{
    struct span closing = node->heading.closing;
    uint32_t start = node->span.start + (node->form == HEADING_SETEXT ? 0 : node->level);
    uint32_t end = span_empty(closing) ? node->span.end : closing.start;

    if (!span_empty(closing) && closing.end != node->span.end)
        return "does not end with its closing run or underline";
    if (!is_gap(spans, start, node->content.start) ||
        !is_gap(spans, node->content.end, end))
        return "its content leaves out more than blanks";
    if (!span_empty(node->content) &&
        (is_space_or_tab(data_of(spans)[node->content.start]) ||
         is_space_or_tab(data_of(spans)[node->content.end - 1])))
        return "its content has blanks at its edges";
    return NULL;
}

static bool is_quoted(const struct spans *spans, struct span title)
{
    const char *data = data_of(spans);
    char open = span_length(title) > 1 ? data[title.start] : '\0';

    return (open == '"' || open == '\'' || open == '(') &&
           data[title.end - 1] == (open == '(' ? ')' : open);
}

/* Destination and title, in order, after `at` and up to `end`, and nothing else. */
static const char *check_target(const struct spans *spans, const struct node *node,
                                uint32_t at, uint32_t end)
{
    const char *data = data_of(spans);
    struct span destination = node->link->destination;
    struct span title = node->link->title;

    if (destination.start > at && data[destination.start - 1] == '<') {
        if (data[destination.end] != '>')
            return "its destination does not end before a >";
        destination = span_make(destination.start - 1, destination.end + 1);
    } else if (memchr(data + destination.start, ' ', span_length(destination))) {
        return "its destination has a blank";
    }
    if (!is_gap(spans, at, destination.start))
        return "has something before its destination";
    at = destination.end;
    if (!span_empty(title)) {
        if (!is_quoted(spans, title))
            return "its title is not in quotes";
        if (title.start == at || !is_gap(spans, at, title.start))
            return "has no gap between destination and title";
        at = title.end;
    }
    return is_gap(spans, at, end) ? NULL : "has something after its parts";
}

/* A label stands between brackets; blanks, and line starts, may be beside it. */
static bool is_in_brackets(const struct spans *spans, struct span label, uint32_t from,
                           uint32_t to)
{
    const char *data = data_of(spans);

    return data[from] == '[' && data[to - 1] == ']' && !span_empty(label) &&
           is_gap(spans, from + 1, label.start) && is_gap(spans, label.end, to - 1);
}

static const char *check_link(const struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);
    uint32_t close = node->content.end; /* of the text's ] */

    if (node->content.start != node->span.start + (node->kind == NODE_LINK ? 1 : 2))
        return "its content does not start after its bracket";
    while (close < node->span.end && data[close] != ']')
        close++;
    if (!is_gap(spans, node->content.end, close))
        return "its content does not end at its bracket";
    if (node->form == LINK_INLINE)
        return check_target(spans, node, close + 2, node->span.end - 1);
    if (!span_empty(node->link->destination) || !span_empty(node->link->title))
        return "is a reference with a destination of its own";
    if (node->form == LINK_FULL &&
        !is_in_brackets(spans, node->link->label, close + 1, node->span.end))
        return "its label is not in brackets at its end";
    if (node->form == LINK_SHORTCUT && close + 1 != node->span.end)
        return "is a shortcut with something after it";
    return NULL;
}

static const char *check_definition(const struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);
    uint32_t close = node->link->label.end;

    while (close < node->span.end && data[close] != ']')
        close++;
    if (!is_in_brackets(spans, node->link->label, node->span.start, close + 1))
        return "its label is not in brackets at its start";
    return check_target(spans, node, close + 2, node->span.end);
}

static const char *check_fenced(const struct spans *spans, const struct node *node)
{
    struct span info = node->code_block->info;
    struct span closing = node->code_block->closing;
    uint32_t fence = node->span.start;

    while (data_of(spans)[fence] == node->marker)
        fence++;
    if (node->level < 255 && fence - node->span.start != node->level)
        return "has another fence than it says";
    if (!is_gap(spans, fence, info.start))
        return "has something between fence and info string";
    if (!span_empty(node->content) && !(node->flags & NODE_IN_HTML) &&
        !is_line_start(spans, node->content.start))
        return "its content does not start with a line";
    if (!span_empty(closing) &&
        (closing.end != node->span.end || closing.start < node->content.end))
        return "does not end with its closing fence";
    return NULL;
}

static const char *check_directive(const struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);
    struct span closing = node->directive->closing;
    uint32_t name = node->span.start;

    while (data[name] == ':')
        name++;
    if (name - node->span.start < 2 || node->directive->name.start != name)
        return "does not start with its colons and name";
    if (span_empty(node->directive->name) || node->directive->name.end > node->span.end)
        return "has no name";
    if (!span_empty(closing) && (closing.end != node->span.end ||
                                 strspn(data + closing.start, ":") < node->level))
        return "does not end with its closing fence";
    return NULL;
}

static const char *check_footnote(const struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);
    struct span label = node->footnote->label;

    if (label.start != node->span.start + 2 || data[label.end] != ']')
        return "its label is not between [^ and ]";
    if (node->kind == NODE_FOOTNOTE_DEFINITION && data[label.end + 1] != ':')
        return "has no colon after its label";
    return NULL;
}

static const char *check_cell(const struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);

    if (memchr(data + node->span.start, '\n', span_length(node->span)))
        return "is on more than one line";
    if (!is_gap(spans, node->span.start, node->content.start) ||
        !is_gap(spans, node->content.end, node->span.end))
        return "its content leaves out more than blanks";
    return NULL;
}

static const char *check_row(const struct spans *spans, const struct node *node)
{
    const char *data = data_of(spans);
    const struct node *cell = node_child(spans->document, node);
    uint32_t end = node->span.start;

    for (; cell; cell = node_sibling(spans->document, cell))
        end = cell->span.end;
    if (node->row.trailing_pipe != (end < node->span.end && data[end] == '|'))
        return "has a trailing pipe or not, wrongly";
    return NULL;
}

static const char *check_list(const struct spans *spans, const struct node *node)
{
    const struct node *item = node_child(spans->document, node);

    if (!item || item->kind != NODE_ITEM || item->span.start != node->span.start)
        return "does not start with an item";
    if ((item->flags ^ node->flags) & NODE_ORDERED ||
        node->list.first != item->item.number)
        return "starts with an item of another kind or number";
    return NULL;
}

static const char *check_break(const struct spans *spans, const struct node *node)
{
    uint32_t markers = 0;

    for (uint32_t i = node->span.start; i < node->span.end; i++) {
        if (data_of(spans)[i] == node->marker)
            markers++;
        else if (!is_space_or_tab(data_of(spans)[i]))
            return "has other characters than its marker";
    }
    return markers < 3 ? "is too short" : NULL;
}

static const char *check_url(const struct spans *spans, const struct node *node)
{
    struct str url = source_text(spans->document->source, node->span);

    for (size_t i = 0; i < url.len; i++)
        if (is_space_or_tab(url.data[i]) || is_line_end(url.data[i]) ||
            url.data[i] == '<')
            return "has white space or a <";
    if (node->form == BARE_EMAIL && !memchr(url.data, '@', url.len))
        return "is an e-mail address without @";
    if (node->form == BARE_URL && !memchr(url.data, ':', url.len))
        return "is a URL without a colon";
    if (node->form == BARE_WWW && (url.len < 3 || (url.data[0] | 0x20) != 'w'))
        return "does not start with www";
    return NULL;
}

const char *spans_check_content(const struct spans *spans, const struct node *node)
{
    switch (node->kind) {
    case NODE_LIST:
        return check_list(spans, node);
    case NODE_HEADING:
        return check_heading(spans, node);
    case NODE_CODE_BLOCK:
        return node->flags & NODE_FENCED ? check_fenced(spans, node) : NULL;
    case NODE_MATH_BLOCK:
        return check_fenced(spans, node);
    case NODE_DIRECTIVE:
        return check_directive(spans, node);
    case NODE_THEMATIC_BREAK:
        return check_break(spans, node);
    case NODE_DEFINITION:
        return check_definition(spans, node);
    case NODE_TABLE_ROW:
        return check_row(spans, node);
    case NODE_TABLE_CELL:
        return check_cell(spans, node);
    case NODE_CODE:
    case NODE_MATH:
        return check_code(spans, node);
    case NODE_EMPHASIS:
    case NODE_STRONG:
    case NODE_STRIKETHROUGH:
        return is_shrunk(node, node->level, node->level)
                   ? NULL
                   : "its content is not between its markers";
    case NODE_AUTOLINK:
        return is_shrunk(node, 1, 1) ? NULL : "its content is not between < and >";
    case NODE_LINK:
    case NODE_IMAGE:
        return check_link(spans, node);
    case NODE_BARE_URL:
        return check_url(spans, node);
    case NODE_FOOTNOTE_DEFINITION:
    case NODE_FOOTNOTE_REFERENCE:
        return check_footnote(spans, node);
    case NODE_PARAGRAPH:
        return is_shrunk(node, 0, 0) ? NULL : "its content is not all of it";
    default:
        return NULL;
    }
}
