/* ecma.c - ECMA-262 patterns in PCRE2's syntax */

#include "lint/pattern/ecma.h"

#include "lint/base/ascii.h"
#include "lint/pattern/ecma_reader.h"

#include "lint/base/utf8.h"

enum { MAX_REPEAT = 65535 }; /* PCRE2's own bound */

static bool parse_disjunction(struct ecma_reader *r);

/* A name up to `>`; letters and digits of any script, `$` and `_`. */
static bool read_name(struct ecma_reader *r, struct str *name)
{
    size_t start = r->at;

    if (is_ascii_digit(ecma_peek(r)))
        return ecma_fail(r, start, "a group's name starts with a digit");
    while (!ecma_at_end(r) && ecma_peek(r) != '>') {
        uint32_t c = ecma_next(r);

        if (c < 0x80 && !is_ascii_letter(c) && !is_ascii_digit(c) && c != '_' && c != '$')
            return ecma_fail(r, start,
                             "a group's name needs letters, digits, `_` or `$`");
    }
    *name = (struct str){r->pattern.data + start, r->at - start};
    if (!name->len || !ecma_accept(r, ">"))
        return ecma_fail(r, start, "a group's name needs `>` after it");
    return true;
}

/* Has the group been closed already? */
static bool is_closed(const struct ecma_reader *r, uint32_t number)
{
    for (uint32_t depth = 1; depth <= r->depth; depth++)
        if (r->open[depth] == number)
            return false;
    return number <= r->group;
}

/*
 * A group that is not closed yet has no text: each repetition clears what it captured
 * before (22.2.2.3.1), but not in PCRE2. Lookbehind is read backwards, so there it is the
 * other way round, which is left to PCRE2 to refuse. The reference gets a group of its
 * own because PCRE2 10.42's JIT takes a repeated reference to an unset group for a
 * failure.
 */
static bool emit_reference(struct ecma_reader *r, uint32_t number)
{
    if (!r->lookbehinds && !is_closed(r, number))
        ecma_emit(r, "(?:)");
    else if (r->out)
        buf_printf(r->out, "(?:\\g{%u})", (unsigned)number);
    return true;
}

/* \k<name> or \1, after the backslash. */
static bool parse_reference(struct ecma_reader *r)
{
    size_t start = r->at - 1;
    uint32_t number = 0;
    struct str name;

    if (ecma_accept(r, "k")) {
        if (!ecma_accept(r, "<"))
            return ecma_fail(r, start, "\\k needs a group's name in `<>`");
        if (!read_name(r, &name))
            return false;
        number = ecma_groups_find(&r->groups, name);
    } else {
        while (is_ascii_digit(ecma_peek(r)) && number <= r->groups.count)
            number = number * 10 + (uint32_t)(r->pattern.data[r->at++] - '0');
    }
    if (!number || number > r->groups.count)
        return ecma_fail(r, start, "there is no such group");
    return emit_reference(r, number);
}

/* An escape outside of brackets, after its backslash. */
static bool parse_escape(struct ecma_reader *r)
{
    struct ecma_atom atom;
    char letter = ecma_peek(r);
    bool brackets = is_one_of(letter, "dDwWsS");

    if ((letter >= '1' && letter <= '9') || letter == 'k')
        return parse_reference(r);
    if (brackets)
        ecma_emit(r, "[");
    if (!ecma_escape(r, &atom))
        return false;
    if (brackets)
        ecma_emit(r, "]");
    if (atom.is_set)
        return true;
    if (ecma_is_surrogate(atom.code_point))
        ecma_emit(r, ECMA_NEVER);
    else
        ecma_emit_code_point(r, atom.code_point);
    return true;
}

static bool read_number(struct ecma_reader *r, uint32_t *number)
{
    size_t start = r->at;

    *number = 0;
    while (is_ascii_digit(ecma_peek(r))) {
        if (*number <= MAX_REPEAT)
            *number = *number * 10 + (uint32_t)(r->pattern.data[r->at] - '0');
        r->at++;
    }
    return r->at > start;
}

/* {n}, {n,} or {n,m}. False without an error, and with nothing read, for anything
 * else. */
static bool read_braces(struct ecma_reader *r, uint32_t *low, uint32_t *high)
{
    size_t start = r->at;

    *high = UINT32_MAX;
    if (!ecma_accept(r, "{") || !read_number(r, low)) {
        r->at = start;
        return false;
    }
    if (!ecma_accept(r, ","))
        *high = *low;
    else if (ecma_peek(r) != '}')
        read_number(r, high);
    if (ecma_accept(r, "}"))
        return true;
    r->at = start;
    return false;
}

static bool parse_braces(struct ecma_reader *r)
{
    size_t start = r->at;
    uint32_t low;
    uint32_t high;

    if (!read_braces(r, &low, &high))
        return true;
    if (low > high)
        return ecma_fail(r, start, "repeat counts out of order");
    if (low > MAX_REPEAT)
        return ecma_fail(r, start, "repeat count above 65535");
    if (!r->out)
        return true;
    buf_printf(r->out, "{%u", (unsigned)low);
    if (high > MAX_REPEAT)
        buf_putc(r->out, ',');
    else if (high != low)
        buf_printf(r->out, ",%u", (unsigned)high);
    buf_putc(r->out, '}');
    return true;
}

/* A quantifier, if there is one. */
static bool parse_quantifier(struct ecma_reader *r, bool repeatable)
{
    size_t start = r->at;
    char c = ecma_peek(r);
    const char text[] = {c, '\0'};

    if (c == '*' || c == '+' || c == '?') {
        r->at++;
        ecma_emit(r, text);
    } else if (!parse_braces(r)) {
        return false;
    }
    if (r->at == start)
        return true;
    if (!repeatable)
        return ecma_fail(r, start, "nothing to repeat");
    if (ecma_accept(r, "?"))
        ecma_emit(r, "?");
    return true;
}

/* What follows `(`. *look is set for lookaround. */
static bool parse_group_kind(struct ecma_reader *r, bool *look)
{
    static const char *const kinds[] = {"?:", "?=", "?!", "?<=", "?<!"};
    size_t start = r->at - 1;
    struct str name;

    ecma_emit(r, "(");
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (!ecma_accept(r, kinds[i]))
            continue;
        *look = i > 0;
        ecma_emit(r, kinds[i]);
        return true;
    }
    r->group++;
    if (ecma_accept(r, "?<")) {
        if (!read_name(r, &name))
            return false;
        if (ecma_groups_find(&r->groups, name) != r->group)
            return ecma_fail(r, start, "two groups of one name");
        return true;
    }
    return ecma_peek(r) != '?' || ecma_fail(r, start, "unknown kind of group");
}

static bool parse_group_content(struct ecma_reader *r, size_t start)
{
    if (!parse_disjunction(r))
        return false;
    if (!ecma_accept(r, ")"))
        return ecma_fail(r, start, "`(` without `)`");
    ecma_emit(r, ")");
    return true;
}

static bool parse_group(struct ecma_reader *r)
{
    size_t start = r->at - 1;
    struct str rest = {r->pattern.data + r->at, r->pattern.len - r->at};
    bool look = false;
    bool behind = str_starts(rest, STR("?<=")) || str_starts(rest, STR("?<!"));
    uint32_t before = r->group;

    if (++r->depth > ECMA_MAX_DEPTH)
        return ecma_fail(r, start, "groups nested too deeply");
    if (!parse_group_kind(r, &look))
        return false;
    r->open[r->depth] = r->group > before ? r->group : 0;
    r->lookbehinds += behind;
    if (!parse_group_content(r, start))
        return false;
    r->lookbehinds -= behind;
    r->depth--;
    return parse_quantifier(r, !look || (!behind && !(r->flags & REGEX_STRICT)));
}

static bool parse_assertion(struct ecma_reader *r, bool *found)
{
    *found = true;
    if (ecma_accept(r, "^"))
        ecma_emit(r, "^");
    else if (ecma_accept(r, "$"))
        ecma_emit(r, "\\z"); /* PCRE2's `$` also matches before a final line end */
    else if (ecma_accept(r, "\\b"))
        ecma_emit(r, "\\b");
    else if (ecma_accept(r, "\\B"))
        ecma_emit(r, "\\B");
    else
        *found = false;
    return !*found || parse_quantifier(r, false);
}

static bool parse_literal(struct ecma_reader *r)
{
    size_t start = r->at;
    uint32_t low;
    uint32_t high;
    uint32_t c;

    if (ecma_peek(r) == '{' && read_braces(r, &low, &high))
        return ecma_fail(r, start, "nothing to repeat");
    c = ecma_next(r);
    if (c == '*' || c == '+' || c == '?')
        return ecma_fail(r, start, "nothing to repeat");
    if ((r->flags & REGEX_STRICT) && (c == ']' || c == '{' || c == '}'))
        return ecma_fail(r, start, "lone bracket");
    ecma_emit_code_point(r, c);
    return true;
}

static bool parse_atom(struct ecma_reader *r)
{
    bool good;

    if (ecma_accept(r, ".")) {
        ecma_emit(r, "[^\\n\\r\\x{2028}\\x{2029}]");
        good = true;
    } else if (ecma_accept(r, "[")) {
        good = ecma_class(r);
    } else if (ecma_accept(r, "\\")) {
        good = parse_escape(r);
    } else {
        good = parse_literal(r);
    }
    return good && parse_quantifier(r, true);
}

static bool parse_term(struct ecma_reader *r)
{
    bool assertion;

    if (!parse_assertion(r, &assertion))
        return false;
    if (assertion)
        return true;
    if (ecma_accept(r, "("))
        return parse_group(r);
    return parse_atom(r);
}

/* Up to the `)` that ends it or the end of the pattern. */
static bool parse_disjunction(struct ecma_reader *r)
{
    while (!ecma_at_end(r) && ecma_peek(r) != ')') {
        if (ecma_accept(r, "|"))
            ecma_emit(r, "|");
        else if (!parse_term(r))
            return false;
    }
    return true;
}

bool ecma_translate(struct str pattern, unsigned flags, struct buf *out,
                    struct regex_error *error)
{
    struct ecma_reader r = {
        .pattern = pattern, .flags = flags, .out = out, .error = error};
    size_t invalid = utf8_invalid(pattern);
    bool done;

    if (invalid < pattern.len)
        return ecma_fail(&r, invalid, "the pattern is not UTF-8");
    ecma_groups_init(&r.groups, pattern);
    done = parse_disjunction(&r) &&
           (ecma_at_end(&r) || ecma_fail(&r, r.at, "`)` without `(`"));
    ecma_groups_release(&r.groups);
    return done;
}
