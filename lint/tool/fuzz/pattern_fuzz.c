/* pattern_fuzz.c - any bytes as an ECMA-262 pattern and a text for it */

#include "lint/pattern/ecma.h"
#include "lint/tool/fuzz/target.h"

static bool translates(struct str pattern, unsigned flags)
{
    struct buf out = BUF_INIT;
    struct regex_error error = {0};
    struct regex_error again = {0};
    bool ok = ecma_translate(pattern, flags, &out, &error);

    promise(ok == ecma_translate(pattern, flags, NULL, &again),
            "the verdict on a pattern depends on whether its translation is wanted");
    promise(ok || (error.message && error.offset <= pattern.len),
            "a pattern is refused without a reason or a place");
    buf_release(&out);
    return ok;
}

static void match(struct arena *arena, struct str pattern, struct str subject,
                  unsigned flags)
{
    struct regex_error error = {0};
    const struct regex *regex = regex_compile(arena, pattern, flags, &error);
    size_t start = 0;
    size_t end = 0;
    enum regex_verdict verdict;

    promise(regex || error.message, "a pattern is refused without a reason");
    if (!regex)
        return;
    promise(translates(pattern, flags), "compiled although it is no pattern");
    verdict = regex_match(regex, subject);
    promise(regex_search(regex, subject, 0, &start, &end) == verdict,
            "match and search disagree");
    promise(verdict != REGEX_MATCH || (start <= end && end <= subject.len),
            "a match is outside the subject");
}

/* The pattern's line, then the subject. */
void fuzz_pattern(struct str input)
{
    const char *line_end = input.len ? memchr(input.data, '\n', input.len) : NULL;
    struct str pattern = {input.data,
                          line_end ? (size_t)(line_end - input.data) : input.len};
    struct str subject = STR("");
    struct arena arena;

    if (line_end)
        subject = (struct str){line_end + 1, input.len - pattern.len - 1};
    arena_init(&arena);
    promise(!translates(pattern, REGEX_STRICT) || translates(pattern, 0),
            "what is strictly a pattern is none when read less strictly");
    match(&arena, pattern, subject, 0);
    match(&arena, pattern, subject, REGEX_IGNORE_CASE | REGEX_STRICT);
    arena_release(&arena);
}
