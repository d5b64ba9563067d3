/* regex.c - regular expressions, by PCRE2, which no other file knows */

#include "lint/pattern/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "lint/base/memory.h"
#include "lint/base/utf8.h"
#include "lint/pattern/ecma.h"

/* A cap on PCRE2's heap, in KiB: below what one file may need. Freed after each search.
 */
enum { MATCH_HEAP_KIB = 256 * 1024 };

/* What PCRE2 made of a pattern. */
struct matcher {
    pcre2_code *code; /* NULL: nothing yet */
    pcre2_match_context *context;
};

struct regex {
    struct str pattern;
    unsigned flags;
    struct arena *arena;
    struct matcher *matcher;
};

static void *allocate(PCRE2_SIZE size, void *arena)
{
    return arena_raw(arena, size);
}

static void give_back(void *memory, void *arena)
{
    (void)memory; /* freed with its arena */
    (void)arena;
}

/* The text for an error of PCRE2, for those that the grammar alone does not show. */
static const char *compile_message(int code)
{
    switch (code) {
    case PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH:
        return "lookbehind needs a text of fixed length";
    case PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY:
        return "unknown Unicode property";
    case PCRE2_ERROR_PATTERN_TOO_LARGE:
        return "the pattern is too large";
    default:
        return "the pattern cannot be compiled";
    }
}

static pcre2_code *compile(pcre2_general_context *general, struct str text,
                           unsigned flags, struct regex_error *error)
{
    pcre2_compile_context *context = pcre2_compile_context_create(general);
    uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NO_UTF_CHECK |
                       PCRE2_MATCH_UNSET_BACKREF;
    PCRE2_SIZE offset;
    pcre2_code *code;
    int status;

    if (flags & REGEX_IGNORE_CASE)
        options |= PCRE2_CASELESS;
    code = pcre2_compile((PCRE2_SPTR)text.data, text.len, options, &status, &offset,
                         context);
    if (!code)
        *error = (struct regex_error){compile_message(status), 0};
    return code;
}

static pcre2_code *translate_and_compile(pcre2_general_context *general,
                                         struct str pattern, unsigned flags,
                                         struct regex_error *error)
{
    struct buf translated = BUF_INIT;
    pcre2_code *code = NULL;

    buf_reserve(&translated, 1);
    if (ecma_translate(pattern, flags, &translated, error))
        code = compile(general, buf_str(&translated), flags, error);
    buf_release(&translated);
    return code;
}

static bool make_matcher(const struct regex *regex, struct regex_error *error)
{
    struct matcher *matcher = regex->matcher;
    pcre2_general_context *general =
        pcre2_general_context_create(allocate, give_back, regex->arena);

    matcher->code = translate_and_compile(general, regex->pattern, regex->flags, error);
    if (!matcher->code)
        return false;
    matcher->context = pcre2_match_context_create(general);
    pcre2_set_heap_limit(matcher->context, MATCH_HEAP_KIB);
    return true;
}

const struct regex *regex_defer(struct arena *arena, struct str pattern, unsigned flags)
{
    struct regex *regex = arena_alloc(arena, sizeof(*regex));

    regex->pattern = arena_str(arena, pattern);
    regex->flags = flags;
    regex->arena = arena;
    regex->matcher = arena_alloc(arena, sizeof(*regex->matcher));
    return regex;
}

const struct regex *regex_compile(struct arena *arena, struct str pattern, unsigned flags,
                                  struct regex_error *error)
{
    const struct regex *regex = regex_defer(arena, pattern, flags);

    return make_matcher(regex, error) ? regex : NULL;
}

static uint32_t match_limit(size_t length)
{
    size_t most = (UINT32_MAX - REGEX_MATCH_LIMIT) / REGEX_MATCH_LIMIT_PER_BYTE;

    return REGEX_MATCH_LIMIT +
           (uint32_t)(length < most ? length : most) * REGEX_MATCH_LIMIT_PER_BYTE;
}

static enum regex_verdict verdict(int status)
{
    if (status >= 0)
        return REGEX_MATCH;
    if (status == PCRE2_ERROR_NOMEMORY)
        out_of_memory();
    return status == PCRE2_ERROR_NOMATCH ? REGEX_NO_MATCH : REGEX_TOO_EXPENSIVE;
}

enum regex_verdict regex_search(const struct regex *regex, struct str subject,
                                size_t from, size_t *start, size_t *end)
{
    const char *data = subject.data ? subject.data : "";
    struct matcher *matcher = regex->matcher;
    struct regex_error error;
    pcre2_match_data *match;
    int status;

    if (!matcher->code && !make_matcher(regex, &error))
        bug("a pattern that cannot be compiled");
    if (from > subject.len)
        return REGEX_NO_MATCH;
    /* It keeps the memory that a search took, so each search has its own. */
    match = pcre2_match_data_create(1, NULL);
    if (!match)
        out_of_memory();
    pcre2_set_match_limit(matcher->context, match_limit(subject.len));
    status = pcre2_match(matcher->code, (PCRE2_SPTR)data, subject.len, from, 0, match,
                         matcher->context);
    if (status >= 0) {
        *start = pcre2_get_ovector_pointer(match)[0];
        *end = pcre2_get_ovector_pointer(match)[1];
    }
    pcre2_match_data_free(match);
    return verdict(status);
}

enum regex_verdict regex_match(const struct regex *regex, struct str subject)
{
    size_t start;
    size_t end;

    return regex_search(regex, subject, 0, &start, &end);
}

struct str regex_pattern(const struct regex *regex)
{
    return regex->pattern;
}
