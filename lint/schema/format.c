/* format.c - the values of `format` (JSON Schema Validation 7.3) */

#include "lint/schema/format.h"

#include "lint/schema/formats.h"

struct format_type {
    const char *name;
    const char *noun;
    bool (*is_valid)(struct str text);
    bool (*is_valid_idna)(const struct idna *idna, struct str text);
};

struct format {
    const struct format_type *type;
    const struct idna *idna; /* for is_valid_idna alone */
};

static const struct format_type types[] = {
    {"date", "a date (YYYY-MM-DD)", is_date, NULL},
    {"time", "a time (hh:mm:ssZ)", is_time, NULL},
    {"date-time", "a date and time (YYYY-MM-DDThh:mm:ssZ)", is_date_time, NULL},
    {"duration", "a duration (P1DT12H)", is_duration, NULL},
    {"email", "an e-mail address", is_email, NULL},
    {"idn-email", "an e-mail address", is_idn_email, NULL},
    {"hostname", "a host name", NULL, is_hostname_checked},
    {"idn-hostname", "a host name", NULL, is_idn_hostname},
    {"ipv4", "an IPv4 address", is_ipv4, NULL},
    {"ipv6", "an IPv6 address", is_ipv6, NULL},
    {"uri", "a URI", is_uri, NULL},
    {"uri-reference", "a URI or a relative reference", is_uri_reference, NULL},
    {"iri", "an IRI", is_iri, NULL},
    {"iri-reference", "an IRI or a relative reference", is_iri_reference, NULL},
    {"uri-template", "a URI template", is_uri_template, NULL},
    {"json-pointer", "a JSON Pointer", is_json_pointer, NULL},
    {"relative-json-pointer", "a relative JSON Pointer", is_relative_json_pointer, NULL},
    {"regex", "a regular expression", is_regex, NULL},
    {"uuid", "a UUID", is_uuid, NULL},
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
    if (format->type->is_valid == is_date || format->type->is_valid == is_date_time)
        return date_reason(text, arena);
    return STR("");
}
