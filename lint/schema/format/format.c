/* format.c - the values of `format` (JSON Schema Validation 7.3) */

#include "lint/schema/format/format.h"

#include "lint/schema/format/formats.h"
#include "lint/time/guess.h"
#include "lint/value/pointer.h"

struct format {
    const char *name;
    const char *noun;
    bool (*is_valid)(struct str text);
    struct str (*reason)(struct str text, struct arena *arena); /* may be NULL */
};

static const struct format formats[] = {
    {"date", "a date (YYYY-MM-DD)", is_date, date_reason},
    {"time", "a time (hh:mm:ssZ)", is_time, time_reason},
    {"date-time", "a date and time (YYYY-MM-DDThh:mm:ssZ)", is_date_time,
     date_time_reason},
    {"duration", "a duration (P1DT12H)", is_duration, NULL},
    {"email", "an e-mail address (name@example.org)", is_email, email_reason},
    {"idn-email", "an e-mail address (name@example.org)", is_idn_email, email_reason},
    {"hostname", "a host name (www.example.org)", is_hostname_checked, hostname_reason},
    {"idn-hostname", "a host name (www.example.org)", is_idn_hostname, NULL},
    {"ipv4", "an IPv4 address (192.0.2.1)", is_ipv4, ipv4_reason},
    {"ipv6", "an IPv6 address", is_ipv6, NULL},
    {"uri", "a URI (https://example.org/page)", is_uri, uri_reason},
    {"uri-reference", "a URI or a relative reference", is_uri_reference,
     uri_reference_reason},
    {"iri", "an IRI", is_iri, NULL},
    {"iri-reference", "an IRI or a relative reference", is_iri_reference, NULL},
    {"uri-template", "a URI template", is_uri_template, NULL},
    {"json-pointer", "a JSON Pointer", pointer_is_valid, NULL},
    {"relative-json-pointer", "a relative JSON Pointer", is_relative_json_pointer, NULL},
    {"regex", "a regular expression", is_regex, NULL},
    {"uuid", "a UUID (8-4-4-4-12 hexadecimal digits)", is_uuid, uuid_reason},
};

const struct format *format_find(struct str name)
{
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
        if (str_is(name, formats[i].name))
            return &formats[i];
    return NULL;
}

struct str_list format_names(struct arena *arena)
{
    size_t count = sizeof(formats) / sizeof(formats[0]);
    struct str *names = arena_array(arena, count, sizeof(*names));

    for (size_t i = 0; i < count; i++)
        names[i] = str_from(formats[i].name);
    return (struct str_list){names, count};
}

bool format_valid(const struct format *format, struct str text)
{
    return format->is_valid(text);
}

const char *format_noun(const struct format *format)
{
    return format->noun;
}

struct str format_reason(const struct format *format, struct str text,
                         struct arena *arena)
{
    return format->reason ? format->reason(text, arena) : STR("");
}

struct str format_suggestion(const struct format *format, struct str text,
                             struct arena *arena, struct str *otherwise)
{
    if (format->is_valid == is_date)
        return date_suggestion(text, arena, otherwise);
    if (format->is_valid == is_date_time)
        return date_time_suggestion(text, arena);
    return STR("");
}
