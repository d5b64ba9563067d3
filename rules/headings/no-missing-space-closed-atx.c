/* no-missing-space-closed-atx.c - MD020: the # on both sides of a heading need a space */

#include "lint/rule.h"

/* A line that looks like a closed heading: `#Bread#`, `# Bread \##`. Offsets in it. */
struct closed {
    uint32_t hashes;  /* end of the # that it starts with */
    uint32_t text;    /* where the text starts */
    uint32_t end;     /* where the text ends */
    uint32_t escaped; /* of a # after a backslash: its end; else the same as blanks */
    uint32_t blanks;  /* where the blanks after the text end */
    uint32_t closing; /* end of the # that it ends with */
};

/* The text has no #, and does not end in a backslash. */
static bool is_text(struct str text)
{
    return text.len && !memchr(text.data, '#', text.len) &&
           text.data[text.len - 1] != '\\';
}

/* Reads the end of the line, back to the end of the text. */
static bool read_end(struct str line, struct closed *closed)
{
    uint32_t at = (uint32_t)(line.len - white_space_at_end(line));

    closed->closing = at;
    while (at > closed->text && line.data[at - 1] == '#')
        at--;
    closed->blanks = closed->escaped = at;
    if (at > closed->text && line.data[at - 1] == '\\') {
        closed->escaped = at + 1;
        closed->blanks = --at;
    }
    while (at > closed->text && is_space_or_tab(line.data[at - 1]))
        at--;
    closed->end = at;
    return closed->escaped < closed->closing;
}

static bool read(struct str line, struct closed *closed)
{
    uint32_t at = 0;

    while (at < line.len && line.data[at] == '#')
        at++;
    closed->hashes = at;
    while (at < line.len && is_space_or_tab(line.data[at]))
        at++;
    closed->text = at;
    return read_end(line, closed) &&
           is_text((struct str){line.data + at, closed->end - at});
}

/* One space where there are none or several, and nothing after the last #. */
static void fix(struct finding *finding, struct span whole, const struct closed *closed)
{
    uint32_t start = whole.start;
    struct span lead = {start + closed->hashes, start + closed->text};
    struct span tail = {start + closed->end, start + closed->blanks};
    struct span escaped = {start + closed->escaped, start + closed->escaped};

    fix_replace(finding, lead, STR(" "));
    fix_replace(finding, tail, STR(" "));
    if (escaped.start > tail.end)
        fix_replace(finding, escaped, STR(" "));
    if (start + closed->closing < whole.end)
        fix_replace(finding, span_make(start + closed->closing, whole.end), STR(""));
}

static void line(struct pass *pass, uint32_t line)
{
    struct str text = document_line(pass_document(pass), line);
    struct span whole = source_line_span(pass_source(pass), line);
    struct span place = whole;
    struct closed closed;
    size_t next;
    bool left;

    if (!read(text, &closed) || document_line_is_raw(pass_document(pass), line))
        return;
    left = closed.hashes == closed.text;
    if (!left && closed.end < closed.blanks && closed.escaped == closed.blanks)
        return;
    if (left) {
        utf8_decode((struct str){text.data + closed.text, text.len - closed.text}, &next);
        place.end = whole.start + closed.text + (uint32_t)next;
    } else {
        next = utf8_last((struct str){text.data, closed.escaped}).len;
        place.start = whole.start + (uint32_t)closed.escaped - (uint32_t)next;
        place.end = whole.start + closed.closing;
    }
    fix(report(pass, place, "no space %s `#`; a closed heading needs one",
               left ? "after the first" : "before the closing"),
        whole, &closed);
}

const struct rule rule_no_missing_space_closed_atx = {
    .code = "MD020",
    .name = "no-missing-space-closed-atx",
    .tags = "headings atx_closed spaces",
    .summary = "no space stands between the # of a closed heading and its text",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .line_flags = LINE_HASH,
    .line = line,
};
