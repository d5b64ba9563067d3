/* no-space-in-code.c - MD038: no space inside the back-ticks of code */

#include "lint/rule.h"

/* A code span: what stands between its back-ticks. */
struct code {
    struct span text; /* without its padding */
    bool padded;      /* one space or line end at each side is not shown */
    bool spaced;      /* it is a space at both */
};

static bool is_space_or_line_end(char c)
{
    return c == ' ' || is_line_end(c);
}

/* The first offset from `at` on that is no space, line end or part of what stands before
 * the text of a line; at most `end`. */
static uint32_t skip_space(struct pass *pass, const struct node *node, uint32_t at,
                           uint32_t end)
{
    const struct source *source = pass_source(pass);

    while (at < end && is_space_or_line_end(source->data[at])) {
        bool ended = is_line_end(source->data[at++]);
        uint32_t line = ended ? source_line(source, at) : 0;

        if (ended && at == source->lines[line].start)
            at = document_text_start(pass_document(pass), node, line);
    }
    return at < end ? at : end;
}

/* CommonMark 6.1. */
static struct code read(struct pass *pass, const struct node *node)
{
    const char *data = pass_source(pass)->data;
    struct span text = node->span;
    bool spaced;

    for (; data[text.start] == '`'; text.start++)
        text.end--;
    if (skip_space(pass, node, text.start, text.end) == text.end ||
        !is_space_or_line_end(data[text.start]) ||
        !is_space_or_line_end(data[text.end - 1]))
        return (struct code){text, false, false};
    spaced = data[text.start] == ' ' && data[text.end - 1] == ' ';
    text.start += data[text.start] == '\r' && data[text.start + 1] == '\n' ? 2 : 1;
    text.end -= data[text.end - 1] == '\n' && data[text.end - 2] == '\r' ? 2 : 1;
    return (struct code){text, true, spaced};
}

/* The part of the code on its first line that has some; empty when only blanks are. */
static struct span first_part(struct pass *pass, const struct node *node,
                              struct span text)
{
    const struct source *source = pass_source(pass);
    uint32_t line = source_line(source, text.start);
    uint32_t end = source->lines[line].end;

    if (text.start == source->lines[line].start)
        text.start = document_text_start(pass_document(pass), node, line);
    while (text.start < text.end && text.start == end) {
        text.start = document_text_start(pass_document(pass), node, ++line);
        end = source->lines[line].end;
    }
    return span_make(text.start, text.end < end ? text.end : end);
}

/* The same on its last line. */
static struct span last_part(struct pass *pass, const struct node *node, struct span text)
{
    const struct source *source = pass_source(pass);
    uint32_t line = source_line(source, text.end);
    uint32_t start = text.start;

    while (source->lines[line].start > text.start) {
        start = document_text_start(pass_document(pass), node, line);
        if (start < text.end)
            return span_make(start, text.end);
        text.end = source->lines[--line].end;
    }
    return span_make(text.start, text.end);
}

/* How much white space there is too much of; a back-tick may keep one space. */
static uint32_t surplus(size_t space, size_t len, bool tick, bool padded)
{
    if (space == len)
        return 0;
    return (uint32_t)(space - (space && tick && !padded));
}

static void report_space(struct pass *pass, struct span space, const char *where)
{
    struct finding *finding = report(
        pass, space, "space %s the code inside its back-ticks; leave it out", where);

    fix_replace(finding, space, STR(""));
}

static void check(struct pass *pass, const struct node *node)
{
    const struct source *source = pass_source(pass);
    const char *data = source->data;
    struct code code = read(pass, node);
    struct span first = first_part(pass, node, code.text);
    struct span last = last_part(pass, node, code.text);
    size_t before = white_space_at_start(source_text(source, first));
    size_t after = white_space_at_end(source_text(source, last));
    bool tick = data[first.start + before] == '`' && before < span_length(first);
    bool last_tick = data[last.end - after - 1] == '`' && after < span_length(last);
    uint32_t lead = surplus(before, span_length(first), tick, code.padded);
    uint32_t tail = surplus(after, span_length(last), last_tick, code.padded);
    uint32_t padding = code.spaced && lead && tail && !tick && !last_tick;

    first = span_make(first.start - (padding && first.start == code.text.start),
                      first.start + lead);
    last = span_make(last.end - tail, last.end + (padding && last.end == code.text.end));
    if (lead)
        report_space(pass, first, "before");
    if (tail)
        report_space(pass, last, "after");
}

/* Most code begins and ends beside its back-ticks, with a printable character. */
static void node(struct pass *pass, const struct node *node)
{
    const char *data = pass_source(pass)->data;
    struct span text = node->content;

    if (data[text.start - 1] != '`' ||
        (unsigned char)(data[text.start] - '!') > '}' - '!' || data[text.end] != '`' ||
        (unsigned char)(data[text.end - 1] - '!') > '}' - '!')
        check(pass, node);
}

const struct rule rule_no_space_in_code = {
    .code = "MD038",
    .name = "no-space-in-code",
    .tags = "whitespace code",
    .summary = "a space stands inside the back-ticks of code",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .nodes = NODE_BIT(NODE_CODE),
    .node = node,
};
