/* no-missing-space-atx.c - MD018: the # of a heading needs a space after it */

#include "lint/rule.h"

/* A # at the end of the line closes the heading, which is up to another rule. */
static bool ends_in_hash(struct str text)
{
    text.len -= white_space_at_end(text);
    return str_ends(text, STR("#"));
}

/* Is it the emoji of a number sign, a keycap (U+0023 U+FE0F U+20E3)? */
static bool is_keycap(struct str text)
{
    return str_starts(text, STR("#\xEF\xB8\x8F\xE2\x83\xA3"));
}

/* CommonMark 4.2. */
enum { HASHES_MAX = 6 };

/* `#bread`, `#12`, `#!/bin/sh`, `#Bread`, `#Bread #Rye`: one # right before a word may be
 * a tag, or mean the number of something. Several words, the first one with a capital,
 * are a heading. */
static bool looks_like_tag(struct str text)
{
    return !is_ascii_upper(text.data[1]) || !memchr(text.data, ' ', text.len) ||
           memchr(text.data + 1, '#', text.len - 1);
}

/* `##www.a.org`: an address behind a space is a link to GitHub. */
static bool is_address(struct str text)
{
    return str_starts(text, STR("www."));
}

/* Is the line a whole paragraph, so that a space makes it a heading and changes nothing
 * else? Lines that follow it would be read anew. */
static bool makes_heading(struct pass *pass, uint32_t line, uint32_t hashes)
{
    const struct node *block = document_line_node(pass_document(pass), line);
    struct str text = document_line(pass_document(pass), line);

    if (block->kind != NODE_PARAGRAPH || hashes > HASHES_MAX ||
        is_address((struct str){text.data + hashes, text.len - hashes}) ||
        block->span.start != pass_source(pass)->lines[line].start ||
        document_line_goes_on(pass_document(pass), line))
        return false;
    return hashes > 1 ? is_ascii_alnum(text.data[hashes]) : !looks_like_tag(text);
}

static void line(struct pass *pass, uint32_t line)
{
    const struct document *document = pass_document(pass);
    struct str text = document_line(document, line);
    uint32_t start = source_line_span(pass_source(pass), line).start;
    uint32_t hashes = 0;
    struct finding *finding;
    size_t next;

    while (hashes < text.len && text.data[hashes] == '#')
        hashes++;
    if (!hashes || hashes == text.len || is_space_or_tab(text.data[hashes]))
        return;
    if (ends_in_hash(text) || is_keycap(text) || document_line_is_raw(document, line))
        return;
    utf8_decode((struct str){text.data + hashes, text.len - hashes}, &next);
    finding =
        report(pass, span_make(start, start + hashes + (uint32_t)next),
               "no space after `%.*s`; a heading needs one", (int)hashes, text.data);
    fix_replace(finding, span_make(start + hashes, start + hashes), STR(" "));
    if (!makes_heading(pass, line, hashes))
        fix_is_unsafe(finding);
}

const struct rule rule_no_missing_space_atx = {
    .code = "MD018",
    .name = "no-missing-space-atx",
    .tags = "headings atx spaces",
    .summary = "no space stands after the # of what looks like a heading",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .change = {.elements = "p h1 h2 h3 h4 h5 h6", .characters = "#"},
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .line_flags = LINE_HASH,
    .line = line,
};
