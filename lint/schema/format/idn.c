/* idn.c - internationalised host names (RFC 5890 to 5893) */

#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/memory.h"
#include "lint/base/utf8.h"
#include "lint/pattern/regex.h"
#include "lint/schema/format/formats.h"
#include "lint/schema/format/punycode.h"

/* Scripts written from right to left, and the Arabic-Indic digits (RFC 5893 2). */
#define RTL                                                                              \
    "\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}"           \
    "\\p{Script=Nko}\\p{Script=Samaritan}\\p{Script=Mandaic}\\p{Script=Adlam}"
#define RTL_CHAR "(?:(?!\\p{Mn})[" RTL "\\u0660-\\u0669])"
#define LTR_CHAR "(?:(?![" RTL "])\\p{L})"

/* Canonical combining class 9. */
#define VIRAMA                                                                           \
    "\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D3B\\u0D3C\\u0D4D\\u0D" \
    "CA"                                                                                 \
    "\\u0E3A\\u0EBA\\u0F84\\u1039\\u103A\\u1714\\u1734\\u17D2\\u1A60\\u1B44\\u1BAA\\u1B" \
    "AB"                                                                                 \
    "\\u1BF2\\u1BF3\\u2D7F\\uA806\\uA8C4\\uA953\\uA9C0\\uAAF6\\uABED"

/* Scripts whose letters join. */
#define JOINING                                                                          \
    "\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mandaic}\\p{Script=Nko}"             \
    "\\p{Script=Mongolian}\\p{Script=Phags_Pa}\\p{Script=Adlam}"

/* RFC 5892 2.6: the exceptions that are allowed, and what needs its context. */
#define EXCEPTIONS                                                                       \
    "\\u06FD\\u06FE\\u0F0B\\u3007\\u00B7\\u0375\\u05F3\\u05F4\\u30FB\\u200C\\u200D"

#define JAPANESE "\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}"

enum rule { MUST_MATCH, MUST_NOT_MATCH, RULE_RTL, RULE_LTR, RULE_IS_BIDI };

/*
 * RFC 5892 2 as far as properties say it. Code points that only normalization
 * (NFKC) rules out are named by block: compatibility forms, old Hangul letters.
 */
static const struct {
    enum rule rule;
    const char *pattern;
} rules[] = {
    {MUST_MATCH, "^[\\-\\p{Ll}\\p{Lo}\\p{Lm}\\p{Mn}\\p{Mc}\\p{Nd}" EXCEPTIONS "]+$"},
    {MUST_NOT_MATCH, "[\\u0640\\u07FA\\u302E\\u302F\\u3031-\\u3035\\u303B\\u00AA\\u00BA"
                     "\\u02B0-\\u02B8\\u1100-\\u11FF\\uA960-\\uA97F\\uD7B0-\\uD7FF"
                     "\\uF900-\\uFAFF\\uFB00-\\uFB06\\uFB50-\\uFDFF\\uFE70-\\uFEFF"
                     "\\uFF00-\\uFFEF\\u{1D400}-\\u{1D7FF}\\u{2F800}-\\u{2FA1F}]"},
    {MUST_NOT_MATCH, "^\\p{M}"},
    {MUST_NOT_MATCH, "^-|-$|^..--"},
    {MUST_NOT_MATCH, "(?<!l)\\u00B7|\\u00B7(?!l)"},
    {MUST_NOT_MATCH, "\\u0375(?!\\p{Script=Greek})"},
    {MUST_NOT_MATCH, "(?<!\\p{Script=Hebrew})[\\u05F3\\u05F4]"},
    {MUST_NOT_MATCH, "^[^" JAPANESE "]*\\u30FB[^" JAPANESE "]*$"},
    {MUST_NOT_MATCH, "(?<![" VIRAMA "])\\u200D"},
    {MUST_NOT_MATCH, "(?<![" VIRAMA JOINING "\\p{Mn}])\\u200C"},
    {MUST_NOT_MATCH, "(?<![" VIRAMA "])\\u200C(?!\\p{Mn}*[" JOINING "])"},
    {MUST_NOT_MATCH, "[\\u0660-\\u0669].*[\\u06F0-\\u06F9]"},
    {MUST_NOT_MATCH, "[\\u06F0-\\u06F9].*[\\u0660-\\u0669]"},
    {RULE_IS_BIDI, RTL_CHAR},
    {RULE_RTL, "^(?=[" RTL "])(?!\\p{M})(?!.*" LTR_CHAR ").*(?:" RTL_CHAR
               "|[0-9\\u06F0-\\u06F9])\\p{Mn}*$"},
    {RULE_LTR, "^" LTR_CHAR "(?!.*" RTL_CHAR ").*$"},
};

enum { RULE_COUNT = sizeof(rules) / sizeof(rules[0]) };

struct idna {
    const struct regex *patterns[RULE_COUNT];
    const struct regex *european; /* digits that must not stand beside Arabic ones */
    const struct regex *arabic;
};

static const struct regex *compile(struct arena *arena, const char *pattern)
{
    struct regex_error error;
    const struct regex *regex = regex_compile(arena, str_from(pattern), 0, &error);

    if (!regex)
        bug(error.message);
    return regex;
}

struct idna *idna_new(struct arena *arena)
{
    struct idna *idna = arena_alloc(arena, sizeof(*idna));

    for (int i = 0; i < RULE_COUNT; i++)
        idna->patterns[i] = compile(arena, rules[i].pattern);
    idna->european = compile(arena, "[0-9\\u06F0-\\u06F9]");
    idna->arabic = compile(arena, "[\\u0660-\\u0669]");
    return idna;
}

static bool matches(const struct regex *regex, struct str text)
{
    return regex_match(regex, text) == REGEX_MATCH;
}

static bool matches_any(const struct idna *idna, enum rule rule, struct str label)
{
    for (int i = 0; i < RULE_COUNT; i++)
        if (rules[i].rule == rule && matches(idna->patterns[i], label))
            return true;
    return false;
}

static bool is_u_label(const struct idna *idna, struct str label)
{
    return matches_any(idna, MUST_MATCH, label) &&
           !matches_any(idna, MUST_NOT_MATCH, label);
}

/* RFC 5893 2: only asked for names that hold something written from right to left. */
static bool keeps_bidi_rule(const struct idna *idna, struct str label)
{
    if (matches_any(idna, RULE_LTR, label))
        return true;
    return matches_any(idna, RULE_RTL, label) &&
           !(matches(idna->european, label) && matches(idna->arabic, label));
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] >= 0x80)
            return false;
    return true;
}

static bool is_a_label(struct str label)
{
    return label.len >= 4 &&
           str_equal_ignore_case((struct str){label.data, 4}, STR("xn--"));
}

/* Adds the U-label behind an A-label; false when it is none or not the only way to
 * write it. */
static bool add_decoded(const struct idna *idna, struct str label, struct buf *out)
{
    struct str encoded = {label.data + 4, label.len - 4};
    size_t start = out->len;
    struct buf again = BUF_INIT;
    struct str decoded;
    bool good;

    if (!punycode_decode(encoded, out))
        return false;
    decoded = (struct str){out->data + start, out->len - start};
    good = !is_ascii(decoded) && is_u_label(idna, decoded) &&
           punycode_encode(decoded, &again) &&
           str_equal_ignore_case(buf_str(&again), encoded);
    buf_release(&again);
    return good;
}

enum { MAX_LABEL = 63, MAX_HOST_NAME = 253 };

/* Adds a label as it is read; *length grows by what it takes in the DNS. */
static bool add_label(const struct idna *idna, struct str label, struct buf *out,
                      size_t *length)
{
    struct buf encoded = BUF_INIT;
    bool good;

    if (is_ascii(label)) {
        *length += label.len + 1;
        if (!is_hostname(label))
            return false;
        if (is_a_label(label))
            return add_decoded(idna, label, out);
        buf_add_str(out, label);
        return label.len < 4 || memcmp(label.data + 2, "--", 2) != 0 || is_a_label(label);
    }
    good = is_u_label(idna, label) && punycode_encode(label, &encoded) &&
           encoded.len + 4 <= MAX_LABEL;
    *length += encoded.len + 5;
    buf_add_str(out, label);
    buf_release(&encoded);
    return good;
}

/* The bytes of the label separator at the start of text, or 0 (RFC 3490 3.1). */
static size_t separator(struct str text)
{
    static const char *const dots[] = {".", "\xE3\x80\x82", "\xEF\xBC\x8E",
                                       "\xEF\xBD\xA1"};

    for (size_t i = 0; i < sizeof(dots) / sizeof(dots[0]); i++)
        if (str_starts(text, str_from(dots[i])))
            return strlen(dots[i]);
    return 0;
}

static struct str next_label(struct str *rest, bool *last)
{
    struct str label = {rest->data, 0};
    size_t dot = 0;

    while (label.len < rest->len) {
        dot = separator((struct str){rest->data + label.len, rest->len - label.len});
        if (dot)
            break;
        label.len++;
    }
    *last = label.len == rest->len;
    rest->data += label.len + dot;
    rest->len -= label.len + dot;
    return label;
}

/* Labels one after another, as U-labels, ended by line ends. */
static bool read_labels(const struct idna *idna, struct str text, struct buf *out)
{
    size_t length = 0;
    bool last = false;

    while (!last) {
        struct str label = next_label(&text, &last);

        if (!label.len || !add_label(idna, label, out, &length))
            return false;
        buf_putc(out, '\n');
    }
    return length - 1 <= MAX_HOST_NAME;
}

static bool labels_keep_bidi_rule(const struct idna *idna, struct str labels)
{
    while (labels.len) {
        const char *end = memchr(labels.data, '\n', labels.len);
        struct str label = {labels.data, (size_t)(end - labels.data)};

        if (!keeps_bidi_rule(idna, label))
            return false;
        labels = (struct str){end + 1, labels.len - label.len - 1};
    }
    return true;
}

bool is_idn_hostname(const struct idna *idna, struct str text)
{
    struct buf labels = BUF_INIT;
    bool good = utf8_invalid(text) == text.len && text.len <= 4 * MAX_HOST_NAME &&
                read_labels(idna, text, &labels);

    if (good && matches_any(idna, RULE_IS_BIDI, buf_str(&labels)))
        good = labels_keep_bidi_rule(idna, buf_str(&labels));
    buf_release(&labels);
    return good;
}

/* A plain host name, whose A-labels must mean something. */
bool is_hostname_checked(const struct idna *idna, struct str text)
{
    struct str rest = text;
    bool last = false;

    if (!is_hostname(text))
        return false;
    while (!last) {
        struct str label = next_label(&rest, &last);

        if (is_a_label(label))
            return is_idn_hostname(idna, text);
    }
    return true;
}
