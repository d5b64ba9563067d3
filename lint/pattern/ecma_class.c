/* ecma_class.c - escapes and bracketed classes of ECMA-262 patterns */

#include "lint/base/ascii.h"
#include "lint/pattern/ecma_reader.h"

#include "lint/base/utf8.h"

/* What \s means; PCRE2's \s lacks U+FEFF and, without UCP, U+2003. */
static const char space_set[] = "\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}"
                                "\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";
static const char not_space_set[] =
    "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}"
    "\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}"
    "\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}";

static const char any[] = "[\\x{0}-\\x{10ffff}]";

bool ecma_fail(struct ecma_reader *r, size_t offset, const char *message)
{
    *r->error = (struct regex_error){message, offset};
    return false;
}

void ecma_emit(struct ecma_reader *r, const char *text)
{
    if (r->out)
        buf_puts(r->out, text);
}

bool ecma_at_end(const struct ecma_reader *r)
{
    return r->at >= r->pattern.len;
}

char ecma_peek(const struct ecma_reader *r)
{
    return ecma_at_end(r) ? '\0' : r->pattern.data[r->at];
}

bool ecma_accept(struct ecma_reader *r, const char *text)
{
    struct str rest = {r->pattern.data + r->at, r->pattern.len - r->at};

    if (!str_starts(rest, str_from(text)))
        return false;
    r->at += strlen(text);
    return true;
}

uint32_t ecma_next(struct ecma_reader *r)
{
    size_t len;
    uint32_t c =
        utf8_decode((struct str){r->pattern.data + r->at, r->pattern.len - r->at}, &len);

    r->at += len;
    return c;
}

/* Always in hexadecimal: no character can then be taken for syntax. */
void ecma_emit_code_point(struct ecma_reader *r, uint32_t c)
{
    if (!r->out)
        return;
    if (is_ascii_alnum((int)c))
        buf_putc(r->out, (char)c);
    else
        buf_printf(r->out, "\\x{%x}", (unsigned)c);
}

/* Exactly count hex digits. */
static bool read_hex(struct ecma_reader *r, size_t count, uint32_t *value)
{
    *value = 0;
    if (r->pattern.len - r->at < count)
        return false;
    for (size_t i = 0; i < count; i++) {
        char c = r->pattern.data[r->at + i];

        if (!is_hex_digit(c))
            return false;
        *value = *value * 16 + (uint32_t)hex_digit_value(c);
    }
    r->at += count;
    return true;
}

static bool read_braced_hex(struct ecma_reader *r, uint32_t *value)
{
    uint32_t digit;
    size_t digits = 0;

    *value = 0;
    for (; *value <= 0x10FFFF && read_hex(r, 1, &digit); digits++)
        *value = *value * 16 + digit;
    return digits && *value <= 0x10FFFF && ecma_accept(r, "}");
}

/* \uXXXX, a pair of surrogates, or \u{...}, after its `\u`. */
static bool read_unicode(struct ecma_reader *r, uint32_t *c)
{
    size_t start = r->at - 2;
    uint32_t low;
    size_t mark;

    if (ecma_accept(r, "{"))
        return read_braced_hex(r, c) ||
               ecma_fail(r, start, "\\u{...} is not a code point");
    if (!read_hex(r, 4, c))
        return ecma_fail(r, start, "\\u needs four hex digits");
    mark = r->at;
    if (*c >= 0xD800 && *c <= 0xDBFF && ecma_accept(r, "\\u")) {
        if (read_hex(r, 4, &low) && low >= 0xDC00 && low <= 0xDFFF)
            *c = 0x10000 + ((*c - 0xD800) << 10) + (low - 0xDC00);
        else
            r->at = mark;
    }
    return true;
}

/* \p{...} or \P{...}, after its letter. */
static bool read_property(struct ecma_reader *r, bool negated)
{
    size_t start = r->at - 2;
    struct str name;

    if (!ecma_accept(r, "{"))
        return ecma_fail(r, start, "\\p needs a property name in braces");
    name.data = r->pattern.data + r->at;
    while (!ecma_at_end(r) && ecma_peek(r) != '}')
        r->at++;
    name.len = (size_t)(r->pattern.data + r->at - name.data);
    /* PCRE2 has only its opposite. */
    if (str_is(name, "Assigned")) {
        name = STR("Cn");
        negated = !negated;
    }
    ecma_emit(r, negated ? "\\P{" : "\\p{");
    if (ecma_at_end(r) || !ecma_property(name, r->out))
        return ecma_fail(r, start, "unknown Unicode property");
    r->at++;
    ecma_emit(r, "}");
    return true;
}

/* Written out as members of a class. PCRE2 10.42 has \D and \W as well, but they match
 * nothing above ASCII when JIT and PCRE2_MATCH_INVALID_UTF are combined. */
static bool read_set(struct ecma_reader *r, char letter)
{
    switch (letter) {
    case 'd':
        ecma_emit(r, "0-9");
        break;
    case 'D':
        ecma_emit(r, "\\x{0}-\\x{2f}\\x{3a}-\\x{10ffff}");
        break;
    case 'w':
        ecma_emit(r, "0-9A-Z_a-z");
        break;
    case 'W':
        ecma_emit(r, "\\x{0}-\\x{2f}\\x{3a}-\\x{40}\\x{5b}-\\x{5e}\\x{60}"
                     "\\x{7b}-\\x{10ffff}");
        break;
    case 's':
        ecma_emit(r, space_set);
        break;
    default:
        ecma_emit(r, not_space_set);
        break;
    }
    return true;
}

static bool control_escape(char letter, uint32_t *c)
{
    static const char letters[] = "tnvfr";
    const char *found = letter ? strchr(letters, letter) : NULL;

    if (found)
        *c = (uint32_t) "\t\n\v\f\r"[found - letters];
    return found != NULL;
}

/* An escaped character that stands for itself. */
static bool read_identity(struct ecma_reader *r, uint32_t *c)
{
    size_t start = r->at - 1;

    *c = ecma_next(r);
    if (is_one_of((int)*c, "^$\\.*+?()[]{}|/"))
        return true;
    if (r->flags & REGEX_STRICT || is_ascii_alnum((int)*c))
        return ecma_fail(r, start, "unknown escape");
    return true;
}

/* What follows a backslash, inside and outside of brackets alike. */
bool ecma_escape(struct ecma_reader *r, struct ecma_atom *atom)
{
    size_t start = r->at - 1;
    char letter = ecma_peek(r);

    *atom = (struct ecma_atom){false, 0};
    if (ecma_at_end(r))
        return ecma_fail(r, start, "backslash at the end of the pattern");
    if (is_one_of(letter, "dDwWsSpP")) {
        atom->is_set = true;
        r->at++;
        if (letter == 'p' || letter == 'P')
            return read_property(r, letter == 'P');
        return read_set(r, letter);
    }
    if (control_escape(letter, &atom->code_point)) {
        r->at++;
        return true;
    }
    if (ecma_accept(r, "u"))
        return read_unicode(r, &atom->code_point);
    if (ecma_accept(r, "x"))
        return read_hex(r, 2, &atom->code_point) ||
               ecma_fail(r, start, "\\x needs two hex digits");
    if (ecma_accept(r, "c")) {
        if (!is_ascii_letter(ecma_peek(r)))
            return ecma_fail(r, start, "\\c needs a letter");
        atom->code_point = (uint32_t)r->pattern.data[r->at++] % 32;
        return true;
    }
    if (ecma_accept(r, "0"))
        return !is_ascii_digit(ecma_peek(r)) ||
               ecma_fail(r, start, "octal escapes do not exist");
    return read_identity(r, &atom->code_point);
}

static bool read_class_atom(struct ecma_reader *r, struct ecma_atom *atom)
{
    if (!ecma_accept(r, "\\")) {
        *atom = (struct ecma_atom){false, ecma_next(r)};
        return true;
    }
    if (ecma_accept(r, "b")) {
        *atom = (struct ecma_atom){false, '\b'};
        return true;
    }
    if (ecma_accept(r, "-")) {
        *atom = (struct ecma_atom){false, '-'};
        return true;
    }
    return ecma_escape(r, atom);
}

/* Lone surrogates are in no UTF-8 text, so ranges go round them. */
static void emit_range(struct ecma_reader *r, uint32_t low, uint32_t high)
{
    if (ecma_is_surrogate(low))
        low = 0xE000;
    if (ecma_is_surrogate(high))
        high = 0xD7FF;
    if (low > high)
        return;
    ecma_emit_code_point(r, low);
    if (low == high)
        return;
    ecma_emit(r, "-");
    ecma_emit_code_point(r, high);
}

/* One member, or a range of them. */
static bool parse_class_member(struct ecma_reader *r)
{
    size_t start = r->at;
    struct ecma_atom low;
    struct ecma_atom high;

    if (!read_class_atom(r, &low))
        return false;
    if (ecma_peek(r) != '-' || r->at + 1 >= r->pattern.len ||
        r->pattern.data[r->at + 1] == ']') {
        if (!low.is_set)
            emit_range(r, low.code_point, low.code_point);
        return true;
    }
    r->at++;
    if (!read_class_atom(r, &high))
        return false;
    if (low.is_set || high.is_set) {
        if (r->flags & REGEX_STRICT)
            return ecma_fail(r, start, "a range needs a character at both ends");
        if (!low.is_set)
            emit_range(r, low.code_point, low.code_point);
        ecma_emit_code_point(r, '-');
        if (!high.is_set)
            emit_range(r, high.code_point, high.code_point);
        return true;
    }
    if (low.code_point > high.code_point)
        return ecma_fail(r, start, "range out of order");
    emit_range(r, low.code_point, high.code_point);
    return true;
}

/* A class, after its `[`. PCRE2 has no empty classes: [] never matches, [^] always. */
bool ecma_class(struct ecma_reader *r)
{
    size_t start = r->at - 1;
    size_t before = r->out ? r->out->len : 0;
    bool negated = ecma_accept(r, "^");
    size_t empty;

    ecma_emit(r, negated ? "[^" : "[");
    empty = r->out ? r->out->len : 0;
    while (!ecma_at_end(r) && ecma_peek(r) != ']')
        if (!parse_class_member(r))
            return false;
    if (!ecma_accept(r, "]"))
        return ecma_fail(r, start, "`[` without `]`");
    if (r->out && r->out->len == empty) {
        r->out->len = before;
        ecma_emit(r, negated ? any : ECMA_NEVER);
        return true;
    }
    ecma_emit(r, "]");
    return true;
}
