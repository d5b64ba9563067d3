/* host.c - addresses of machines and people, and other identifiers */

#include "lint/pattern/ecma.h"
#include "lint/schema/format/formats.h"

static bool accept_octet(struct scanner *s)
{
    const char *start = s->at;
    size_t digits = scanner_skip_digits(s);
    int number = 0;

    if (digits == 0 || digits > 3 || (digits > 1 && *start == '0'))
        return false;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (start[i] - '0');
    return number <= 255;
}

bool is_ipv4(struct str text)
{
    struct scanner s = scanner_on(text);

    for (int i = 0; i < 4; i++)
        if ((i && !scanner_accept(&s, '.')) || !accept_octet(&s))
            return false;
    return scanner_done(&s);
}

/* One to four hex digits. */
static bool accept_group(struct scanner *s)
{
    const char *start = s->at;

    while (is_hex_digit(scanner_peek(s)) && s->at - start < 4)
        s->at++;
    return s->at > start;
}

/* The IPv4 form of the last two groups. */
static bool ends_in_ipv4(const struct scanner *s)
{
    return memchr(s->at, '.', scanner_left(s)) && !memchr(s->at, ':', scanner_left(s)) &&
           is_ipv4((struct str){s->at, scanner_left(s)});
}

bool is_ipv6(struct str text)
{
    struct scanner s = scanner_on(text);
    int groups = 0;
    bool gap = false;

    if (text.len >= 2 && text.data[0] == ':' && text.data[1] == ':') {
        gap = true;
        s.at += 2;
    }
    while (!scanner_done(&s)) {
        if (ends_in_ipv4(&s)) {
            groups += 2;
            break;
        }
        if (!accept_group(&s) || ++groups > 8)
            return false;
        if (scanner_done(&s))
            break;
        if (!scanner_accept(&s, ':') || scanner_done(&s))
            return false;
        if (scanner_peek(&s) != ':')
            continue;
        if (gap)
            return false;
        gap = true;
        s.at++;
    }
    return gap ? groups < 8 : groups == 8;
}

enum { MAX_LABEL = 63, MAX_HOST_NAME = 253 }; /* RFC 1035 2.3.4 */

static bool is_label(struct str label)
{
    if (!label.len || label.len > MAX_LABEL || *label.data == '-' ||
        label.data[label.len - 1] == '-')
        return false;
    for (size_t i = 0; i < label.len; i++)
        if (!is_ascii_letter(label.data[i]) && !is_ascii_digit(label.data[i]) &&
            label.data[i] != '-')
            return false;
    return true;
}

bool is_hostname(struct str text)
{
    struct str rest = text;

    if (text.len > MAX_HOST_NAME)
        return false;
    while (true) {
        const char *dot = rest.len ? memchr(rest.data, '.', rest.len) : NULL;
        struct str label = {rest.data, dot ? (size_t)(dot - rest.data) : rest.len};

        if (!is_label(label))
            return false;
        if (!dot)
            return true;
        rest = (struct str){dot + 1, rest.len - label.len - 1};
    }
}

/* RFC 5321 4.1.2: atext, and what RFC 6531 adds. */
static bool is_atext(int c, bool international)
{
    return is_ascii_letter(c) || is_ascii_digit(c) ||
           is_one_of(c, "!#$%&'*+-/=?^_`{|}~") || (international && c >= 0x80);
}

static bool accept_quoted(struct scanner *s, bool international)
{
    if (!scanner_accept(s, '"'))
        return false;
    while (!scanner_done(s) && *s->at != '"') {
        scanner_accept(s, '\\');
        if (scanner_peek(s) < ' ' || scanner_peek(s) == 0x7F ||
            (scanner_peek(s) >= 0x80 && !international))
            return false;
        s->at++;
    }
    return scanner_accept(s, '"');
}

static bool accept_dot_atom(struct scanner *s, bool international)
{
    do {
        if (!is_atext(scanner_peek(s), international))
            return false;
        while (is_atext(scanner_peek(s), international))
            s->at++;
    } while (scanner_accept(s, '.'));
    return true;
}

static bool is_address_literal(struct str text)
{
    struct str prefix = STR("IPv6:");

    if (str_starts(text, prefix))
        return is_ipv6((struct str){text.data + prefix.len, text.len - prefix.len});
    return is_ipv4(text);
}

enum { MAX_LOCAL_PART = 64 }; /* RFC 5321 4.5.3.1.1 */

/* The local part and the `@`; the rest is the domain. */
static bool accept_local_part(struct scanner *s, bool international)
{
    const char *start = s->at;
    bool quoted = scanner_peek(s) == '"';

    if (quoted ? !accept_quoted(s, international) : !accept_dot_atom(s, international))
        return false;
    return s->at - start <= MAX_LOCAL_PART && scanner_accept(s, '@');
}

/* Labels of an international domain are accepted as they are: whether they are valid in
 * the DNS depends on normalization, which is up to mail programs. */
static bool is_mail_domain(struct str text, bool international)
{
    struct scanner s = scanner_on(text);

    if (text.len > 2 && *text.data == '[' && text.data[text.len - 1] == ']')
        return is_address_literal((struct str){text.data + 1, text.len - 2});
    if (!international)
        return is_hostname(text);
    do {
        if (!is_ascii_letter(scanner_peek(&s)) && !is_ascii_digit(scanner_peek(&s)) &&
            scanner_peek(&s) < 0x80)
            return false;
        while (is_ascii_letter(scanner_peek(&s)) || is_ascii_digit(scanner_peek(&s)) ||
               scanner_peek(&s) >= 0x80 || scanner_peek(&s) == '-')
            s.at++;
    } while (s.at[-1] != '-' && scanner_accept(&s, '.'));
    return scanner_done(&s) && s.at[-1] != '-';
}

static bool is_address(struct str text, bool international)
{
    struct scanner s = scanner_on(text);

    return accept_local_part(&s, international) &&
           is_mail_domain((struct str){s.at, scanner_left(&s)}, international);
}

bool is_email(struct str text)
{
    return is_address(text, false);
}

bool is_idn_email(struct str text)
{
    return is_address(text, true);
}

bool is_uuid(struct str text)
{
    if (text.len != 36)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;

        if (dash ? text.data[i] != '-' : !is_hex_digit(text.data[i]))
            return false;
    }
    return true;
}

bool is_regex(struct str text)
{
    struct regex_error error;

    return ecma_translate(text, REGEX_STRICT, NULL, &error);
}
