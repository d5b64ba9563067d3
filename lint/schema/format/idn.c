/* idn.c - internationalised host names (RFC 5890 to 5893) */

#include <stdlib.h>

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/base/utf8.h"
#include "lint/schema/format/formats.h"
#include "lint/schema/format/idn_table.h"
#include "lint/schema/format/punycode.h"

enum { MAX_LABEL = 63, MAX_HOST_NAME = 253 };

/* A label that is read; for an A-label, the U-label it stands for. */
struct label {
    struct code_points text;
    uint16_t flags[PUNYCODE_MAX]; /* enum idn_flag, of each code point */
    uint16_t any;                 /* flags that at least one of them has */
    size_t length;                /* its bytes in the DNS */
};

static int compare_range(const void *key, const void *element)
{
    const uint32_t *code_point = key;
    const struct idn_range *range = element;

    if (*code_point < range->first)
        return -1;
    return *code_point - range->first >= range->count;
}

/* Finds the flags of all code points; false when one is not allowed in labels. */
static bool find_flags(struct label *label)
{
    label->any = 0;
    for (uint32_t i = 0; i < label->text.count; i++) {
        const struct idn_range *range = bsearch(
            &label->text.items[i], idn_ranges, sizeof(idn_ranges) / sizeof(idn_ranges[0]),
            sizeof(idn_ranges[0]), compare_range);

        if (!range)
            return false;
        label->flags[i] = range->flags;
        label->any |= range->flags;
    }
    return true;
}

/* The code point at an index; 0 for one out of range. */
static uint32_t point_at(const struct label *label, uint32_t i)
{
    return i < label->text.count ? label->text.items[i] : 0;
}

/* Has the code point at an index, which may be out of range, one of the flags? */
static bool has(const struct label *label, uint32_t i, unsigned flags)
{
    return i < label->text.count && label->flags[i] & flags;
}

static bool contains(const struct label *label, uint32_t first, uint32_t last)
{
    for (uint32_t i = 0; i < label->text.count; i++)
        if (label->text.items[i] >= first && label->text.items[i] <= last)
            return true;
    return false;
}

/* Is it between letters that join, transparent ones aside (RFC 5892 A.1)? */
static bool joins(const struct label *label, uint32_t i)
{
    uint32_t before = i - 1;
    uint32_t after = i + 1;

    while (has(label, before, IDN_TRANSPARENT))
        before--;
    while (has(label, after, IDN_TRANSPARENT))
        after++;
    return has(label, before, IDN_JOINS_NEXT) && has(label, after, IDN_JOINS_LAST);
}

/* RFC 5892 A: what some code points need around them. An index before the first wraps
 * around, and is out of range as well. */
static bool context_allows(const struct label *label, uint32_t i)
{
    switch (label->text.items[i]) {
    case 0x00B7: /* middle dot */
        return point_at(label, i - 1) == 'l' && point_at(label, i + 1) == 'l';
    case 0x0375: /* keraia */
        return has(label, i + 1, IDN_GREEK);
    case 0x05F3: /* geresh */
    case 0x05F4: /* gershayim */
        return has(label, i - 1, IDN_HEBREW);
    case 0x30FB: /* katakana middle dot */
        return label->any & IDN_JAPANESE;
    case 0x200C: /* zero width non-joiner */
        return has(label, i - 1, IDN_VIRAMA) || joins(label, i);
    case 0x200D: /* zero width joiner */
        return has(label, i - 1, IDN_VIRAMA);
    default:
        return true;
    }
}

/* RFC 5891 4.2.3. Normalization, which needs tables ten times as large, is not
 * checked. */
static bool is_u_label(struct label *label)
{
    uint32_t count = label->text.count;

    if (!find_flags(label) || has(label, 0, IDN_MARK))
        return false;
    if (point_at(label, 0) == '-' || point_at(label, count - 1) == '-' ||
        (point_at(label, 2) == '-' && point_at(label, 3) == '-'))
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (!context_allows(label, i))
            return false;
    /* Arabic-Indic digits and the extended ones (A.8, A.9). */
    return !(contains(label, 0x0660, 0x0669) && contains(label, 0x06F0, 0x06F9));
}

/* RFC 5893 2, for names with a part that is written from right to left. */
static bool keeps_bidi_rule(const struct label *label)
{
    bool from_right = has(label, 0, IDN_RIGHT_TO_LEFT);
    uint32_t last = label->text.count - 1;

    while (has(label, last, IDN_NONSPACING))
        last--;
    if (!from_right)
        return has(label, 0, IDN_LEFT_TO_RIGHT) &&
               !(label->any & (IDN_RIGHT_TO_LEFT | IDN_ARABIC_NUMBER)) &&
               has(label, last, IDN_LEFT_TO_RIGHT | IDN_EUROPEAN_NUMBER);
    if (label->any & IDN_EUROPEAN_NUMBER && label->any & IDN_ARABIC_NUMBER)
        return false;
    return !(label->any & IDN_LEFT_TO_RIGHT) &&
           has(label, last, IDN_RIGHT_TO_LEFT | IDN_EUROPEAN_NUMBER | IDN_ARABIC_NUMBER);
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

/* The U-label that an A-label stands for; false when there is none, or when it has
 * another A-label. */
static bool read_a_label(struct str text, struct label *label)
{
    struct str encoded = {text.data + 4, text.len - 4};
    struct buf again = BUF_INIT;
    bool good = punycode_decode(encoded, &label->text) &&
                contains(label, 0x80, UINT32_MAX) && is_u_label(label);

    if (!good)
        return false;
    punycode_encode(&label->text, &again);
    good = str_equal_ignore_case(buf_str(&again), encoded);
    buf_release(&again);
    return good;
}

/* Letters, digits and hyphens, as in any host name. */
static bool read_plain_label(struct str text, struct label *label)
{
    if (text.len >= 4 && text.data[2] == '-' && text.data[3] == '-')
        return false;
    label->text.count = (uint32_t)text.len;
    for (size_t i = 0; i < text.len; i++)
        label->text.items[i] = (uint32_t)ascii_lower(text.data[i]);
    return find_flags(label);
}

static bool read_points(struct str text, struct code_points *points)
{
    points->count = 0;
    for (size_t at = 0, len; at < text.len; at += len) {
        if (points->count == PUNYCODE_MAX)
            return false;
        points->items[points->count++] =
            utf8_decode((struct str){text.data + at, text.len - at}, &len);
    }
    return true;
}

static bool read_u_label(struct str text, struct label *label)
{
    struct buf encoded = BUF_INIT;

    if (!read_points(text, &label->text) || !is_u_label(label))
        return false;
    punycode_encode(&label->text, &encoded);
    label->length = strlen("xn--") + encoded.len;
    buf_release(&encoded);
    return label->length <= MAX_LABEL;
}

static bool read_label(struct str text, struct label *label)
{
    if (!is_ascii(text))
        return read_u_label(text, label);
    label->length = text.len;
    if (!is_hostname(text))
        return false;
    return is_a_label(text) ? read_a_label(text, label) : read_plain_label(text, label);
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

/* Is every label valid? *any are the flags that at least one code point has. */
static bool read_labels(struct str text, bool bidi, unsigned *any)
{
    struct label label;
    size_t length = 0;
    bool last = false;

    *any = 0;
    while (!last) {
        if (!read_label(next_label(&text, &last), &label) ||
            (bidi && !keeps_bidi_rule(&label)))
            return false;
        length += label.length + 1;
        *any |= label.any;
    }
    return length - 1 <= MAX_HOST_NAME;
}

bool is_idn_hostname(struct str text)
{
    unsigned any;

    if (text.len > 4 * MAX_HOST_NAME || utf8_invalid(text) < text.len ||
        !read_labels(text, false, &any))
        return false;
    return !(any & (IDN_RIGHT_TO_LEFT | IDN_ARABIC_NUMBER)) ||
           read_labels(text, true, &any);
}

/* A plain host name, whose A-labels must be valid. */
bool is_hostname_checked(struct str text)
{
    struct str rest = text;
    bool last = false;

    if (!is_hostname(text))
        return false;
    while (!last)
        if (is_a_label(next_label(&rest, &last)))
            return is_idn_hostname(text);
    return true;
}
