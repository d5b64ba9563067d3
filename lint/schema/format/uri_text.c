/* uri_text.c - URIs, IRIs, templates and pointers */

#include "lint/base/uri.h"
#include "lint/base/utf8.h"
#include "lint/schema/format/formats.h"
#include "lint/value/pointer.h"

/* RFC 3986 2.3 and 2.2. */
static const char marks[] = "-._~";
static const char sub_delims[] = "!$&'()*+,;=";

static bool accept_percent(struct scanner *s)
{
    if (scanner_left(s) < 3 || *s->at != '%' || !is_hex_digit(s->at[1]) ||
        !is_hex_digit(s->at[2]))
        return false;
    s->at += 3;
    return true;
}

/* RFC 3987 2.2: ucschar. */
static bool is_ucschar(uint32_t c)
{
    if (c < 0xA0)
        return false;
    if (c <= 0xFFEF)
        return c <= 0xD7FF || (c >= 0xF900 && c <= 0xFDCF) || c >= 0xFDF0;
    return c >= 0x10000 && c <= 0xEFFFD && (c & 0xFFFF) <= 0xFFFD &&
           !(c >= 0xE0000 && c < 0xE1000);
}

/* RFC 3987 2.2: iprivate, which is allowed in queries. */
static bool is_iprivate(uint32_t c)
{
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && (c & 0xFFFF) <= 0xFFFD);
}

enum alphabet { ALPHABET_URI, ALPHABET_IRI, ALPHABET_IRI_QUERY };

/* One character that need not be escaped: unreserved, sub-delims, or one of more. */
static bool accept_char(struct scanner *s, const char *more, enum alphabet alphabet)
{
    int c = scanner_peek(s);
    uint32_t code_point;
    size_t len;

    if (is_ascii_letter(c) || is_ascii_digit(c) || is_one_of(c, marks) ||
        is_one_of(c, sub_delims) || is_one_of(c, more)) {
        s->at++;
        return true;
    }
    if (c == '%')
        return accept_percent(s);
    if (c < 0x80 || alphabet == ALPHABET_URI)
        return false;
    code_point = utf8_decode((struct str){s->at, scanner_left(s)}, &len);
    if (!is_ucschar(code_point) &&
        !(alphabet == ALPHABET_IRI_QUERY && is_iprivate(code_point)))
        return false;
    s->at += len;
    return true;
}

static void skip_chars(struct scanner *s, const char *more, enum alphabet alphabet)
{
    while (accept_char(s, more, alphabet))
        ;
}

static bool all_chars(struct str text, const char *more, enum alphabet alphabet)
{
    struct scanner s = scanner_on(text);

    skip_chars(&s, more, alphabet);
    return scanner_done(&s);
}

/* "v1.fe" or an IPv6 address, without its brackets. */
static bool is_ip_literal(struct str text)
{
    struct scanner s = scanner_on(text);

    if (!scanner_accept(&s, 'v') && !scanner_accept(&s, 'V'))
        return is_ipv6(text);
    if (!is_hex_digit(scanner_peek(&s)))
        return false;
    while (is_hex_digit(scanner_peek(&s)))
        s.at++;
    if (!scanner_accept(&s, '.') || scanner_done(&s))
        return false;
    return !memchr(s.at, '%', scanner_left(&s)) &&
           all_chars((struct str){s.at, scanner_left(&s)}, ":", ALPHABET_URI);
}

static bool is_port(struct str text)
{
    struct scanner s = scanner_on(text);

    scanner_skip_digits(&s);
    return scanner_done(&s);
}

/* [ userinfo "@" ] host [ ":" port ] */
static bool is_authority(struct str text, enum alphabet alphabet)
{
    const char *end = text.data + text.len;
    const char *at = text.len ? memchr(text.data, '@', text.len) : NULL;
    const char *host = at ? at + 1 : text.data;
    const char *host_end = end;
    const char *colon;

    if (at &&
        !all_chars((struct str){text.data, (size_t)(at - text.data)}, ":", alphabet))
        return false;
    if (host < end && *host == '[') {
        host_end = memchr(host, ']', (size_t)(end - host));
        if (!host_end ||
            !is_ip_literal((struct str){host + 1, (size_t)(host_end - host - 1)}))
            return false;
        host_end++;
        return host_end == end ||
               (*host_end == ':' &&
                is_port((struct str){host_end + 1, (size_t)(end - host_end - 1)}));
    }
    colon = host < end ? memchr(host, ':', (size_t)(end - host)) : NULL;
    if (colon && !is_port((struct str){colon + 1, (size_t)(end - colon - 1)}))
        return false;
    host_end = colon ? colon : end;
    return all_chars((struct str){host, (size_t)(host_end - host)}, "", alphabet);
}

static bool accept_authority(struct scanner *s, enum alphabet alphabet)
{
    const char *start = s->at;

    while (!scanner_done(s) && !is_one_of(*s->at, "/?#"))
        s->at++;
    return is_authority((struct str){start, (size_t)(s->at - start)}, alphabet);
}

/* A colon in the first segment of a relative path would make that a scheme. */
static bool colon_in_first_segment(struct scanner s)
{
    while (!scanner_done(&s) && !is_one_of(*s.at, "/?#:"))
        s.at++;
    return scanner_peek(&s) == ':';
}

static bool is_reference(struct str text, enum alphabet alphabet, bool needs_scheme)
{
    struct scanner s = scanner_on(text);
    size_t scheme = uri_scheme(text).len;

    if (scheme)
        s.at += scheme + 1;
    if (!scheme && (needs_scheme || colon_in_first_segment(s)))
        return false;
    if (scanner_left(&s) >= 2 && s.at[0] == '/' && s.at[1] == '/') {
        s.at += 2;
        if (!accept_authority(&s, alphabet))
            return false;
    }
    skip_chars(&s, ":@/", alphabet);
    if (scanner_accept(&s, '?'))
        skip_chars(&s, ":@/?", alphabet == ALPHABET_URI ? alphabet : ALPHABET_IRI_QUERY);
    if (scanner_accept(&s, '#'))
        skip_chars(&s, ":@/?", alphabet);
    return scanner_done(&s);
}

bool is_uri(struct str text)
{
    return is_reference(text, ALPHABET_URI, true);
}

bool is_uri_reference(struct str text)
{
    return is_reference(text, ALPHABET_URI, false);
}

bool is_iri(struct str text)
{
    return is_reference(text, ALPHABET_IRI, true);
}

bool is_iri_reference(struct str text)
{
    return is_reference(text, ALPHABET_IRI, false);
}

static bool accept_name_char(struct scanner *s)
{
    int c = scanner_peek(s);

    if (is_ascii_letter(c) || is_ascii_digit(c) || c == '_') {
        s->at++;
        return true;
    }
    return accept_percent(s);
}

/* RFC 6570 2.3: a name with dots inside, and a modifier. */
static bool accept_varspec(struct scanner *s)
{
    int length;

    do {
        if (!accept_name_char(s))
            return false;
        while (accept_name_char(s))
            ;
    } while (scanner_accept(s, '.'));
    if (scanner_accept(s, '*') || !scanner_accept(s, ':'))
        return true;
    if (scanner_peek(s) == '0' || !scanner_digits(s, 1, &length))
        return false;
    return scanner_skip_digits(s) <= 3;
}

static bool accept_expression(struct scanner *s)
{
    /* The operators, and those reserved for extensions. */
    if (is_one_of(scanner_peek(s), "+#./;?&=,!@|"))
        s->at++;
    do {
        if (!accept_varspec(s))
            return false;
    } while (scanner_accept(s, ','));
    return scanner_accept(s, '}');
}

/* RFC 6570 2.1, with the apostrophe that its erratum 6937 adds. */
static bool accept_literal(struct scanner *s)
{
    int c = scanner_peek(s);
    uint32_t code_point;
    size_t len;

    if (c == '%')
        return accept_percent(s);
    code_point = utf8_decode((struct str){s->at, scanner_left(s)}, &len);
    if (c < 0x80 && (c <= ' ' || c == 0x7F || is_one_of(c, "\"<>\\^`{|}")))
        return false;
    if (c >= 0x80 && !is_ucschar(code_point) && !is_iprivate(code_point))
        return false;
    s->at += len;
    return true;
}

bool is_uri_template(struct str text)
{
    struct scanner s = scanner_on(text);

    while (!scanner_done(&s))
        if (scanner_accept(&s, '{') ? !accept_expression(&s) : !accept_literal(&s))
            return false;
    return true;
}

bool is_relative_json_pointer(struct str text)
{
    struct scanner s = scanner_on(text);
    bool zero = scanner_peek(&s) == '0';
    size_t digits = scanner_skip_digits(&s);

    if (!digits || (zero && digits > 1))
        return false;
    if (scanner_accept(&s, '#'))
        return scanner_done(&s);
    return pointer_is_valid((struct str){s.at, scanner_left(&s)});
}
