/* invalid-characters.c - ST102: bytes that are not UTF-8, and NUL */

#include "lint/rule.h"

static void report_byte(struct pass *pass, uint32_t at)
{
    struct span span = span_make(at, at + 1);

    if (!pass_source(pass)->data[at])
        report(pass, span, "this character is a NUL, which is no text; delete it");
    else
        report(pass, span, "this character is not UTF-8; save the file as UTF-8");
}

/* Only the first one is reported: a file in another encoding has hundreds. */
static void check_line(struct pass *pass, uint32_t line)
{
    const struct source *source = pass_source(pass);
    struct span span = source_line_span(source, line);
    struct str text = source_text(source, span);
    const char *nul = NULL;
    size_t invalid = text.len;
    bool *told = pass_state(pass);

    if (*told)
        return;
    if (source->lines[line].flags & LINE_NON_ASCII)
        invalid = utf8_invalid(text);
    if (source->lines[line].flags & LINE_NUL)
        nul = memchr(text.data, '\0', text.len);
    if (nul && (size_t)(nul - text.data) < invalid)
        invalid = (size_t)(nul - text.data);
    if (invalid == text.len)
        return;
    report_byte(pass, span.start + (uint32_t)invalid);
    *told = true;
}

const struct rule rule_invalid_characters = {
    .code = "ST102",
    .name = "invalid-characters",
    .tags = "stet",
    .summary = "the file has bytes that are not text in UTF-8",
    .severity = SEVERITY_ERROR,
    .fix = FIX_NONE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .state_size = sizeof(bool),
    .line_flags = LINE_NON_ASCII | LINE_NUL,
    .line = check_line,
};
