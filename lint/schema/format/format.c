/* format.c - the values of `format` (JSON Schema Validation 7.3) */

#include "lint/schema/format/format.h"

#include "lint/schema/format/formats.h"
#include "lint/value/pointer.h"

struct format_type {
    const char *name;
    const char *noun;
    bool (*is_valid)(struct str text);
    bool (*is_valid_idna)(const struct idna *idna, struct str text);
    struct str (*reason)(struct str text, struct arena *arena); /* may be NULL */
};

struct format {
    const struct format_type *type;
    const struct idna *idna; /* for is_valid_idna alone */
};

static const struct format_type types[] = {
    {"date", "a date (YYYY-MM-DD)", is_date, NULL, date_reason},
    {"time", "a time (hh:mm:ssZ)", is_time, NULL, time_reason},
    {"date-time", "a date and time (YYYY-MM-DDThh:mm:ssZ)", is_date_time, NULL,
     date_time_reason},
    {"duration", "a duration (P1DT12H)", is_duration, NULL, NULL},
    {"email", "an e-mail address (name@example.org)", is_email, NULL, email_reason},
    {"idn-email", "an e-mail address (name@example.org)", is_idn_email, NULL,
     email_reason},
    {"hostname", "a host name (www.example.org)", NULL, is_hostname_checked,
     hostname_reason},
    {"idn-hostname", "a host name (www.example.org)", NULL, is_idn_hostname, NULL},
    {"ipv4", "an IPv4 address (192.0.2.1)", is_ipv4, NULL, ipv4_reason},
    {"ipv6", "an IPv6 address", is_ipv6, NULL, NULL},
    {"uri", "a URI (https://example.org/page)", is_uri, NULL, uri_reason},
    {"uri-reference", "a URI or a relative reference", is_uri_reference, NULL,
     uri_reference_reason},
    {"iri", "an IRI", is_iri, NULL, NULL},
    {"iri-reference", "an IRI or a relative reference", is_iri_reference, NULL, NULL},
    {"uri-template", "a URI template", is_uri_template, NULL, NULL},
    {"json-pointer", "a JSON Pointer", pointer_is_valid, NULL, NULL},
    {"relative-json-pointer", "a relative JSON Pointer", is_relative_json_pointer, NULL,
     NULL},
    {"regex", "a regular expression", is_regex, NULL, NULL},
    {"uuid", "a UUID (8-4-4-4-12 hexadecimal digits)", is_uuid, NULL, uuid_reason},
};

const struct format *format_compile(struct arena *arena, struct str name,
                                    const struct idna **idna)
{
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        struct format *format;

        if (!str_is(name, types[i].name))
            continue;
        if (types[i].is_valid_idna && !*idna)
            *idna = idna_new(arena);
        format = arena_alloc(arena, sizeof(*format));
        *format = (struct format){&types[i], *idna};
        return format;
    }
    return NULL;
}

struct str_list format_names(struct arena *arena)
{
    size_t count = sizeof(types) / sizeof(types[0]);
    struct str *names = arena_array(arena, count, sizeof(*names));

    for (size_t i = 0; i < count; i++)
        names[i] = str_from(types[i].name);
    return (struct str_list){names, count};
}

bool format_valid(const struct format *format, struct str text)
{
    if (format->type->is_valid)
        return format->type->is_valid(text);
    return format->type->is_valid_idna(format->idna, text);
}

const char *format_noun(const struct format *format)
{
    return format->type->noun;
}

struct str format_reason(const struct format *format, struct str text,
                         struct arena *arena)
{
    return format->type->reason ? format->type->reason(text, arena) : STR("");
}

struct str format_suggestion(const struct format *format, struct str text,
                             struct arena *arena)
{
    return format->type->is_valid == is_date ? date_suggestion(text, arena) : STR("");
}
