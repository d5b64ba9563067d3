/* formats.h - one predicate for each format; for lint/schema only */
#ifndef LINT_SCHEMA_FORMAT_FORMATS_H
#define LINT_SCHEMA_FORMAT_FORMATS_H

#include "lint/base/arena.h"
#include "lint/base/scanner.h"

/* RFC 3339 5.6 and appendix A. */
bool is_date(struct str text);
bool is_time(struct str text);
bool is_date_time(struct str text);
bool is_duration(struct str text);

/* RFC 3986, RFC 3987, RFC 6570, RFC 6901. */
bool is_uri(struct str text);
bool is_uri_reference(struct str text);
bool is_iri(struct str text);
bool is_iri_reference(struct str text);
bool is_uri_template(struct str text);
bool is_relative_json_pointer(struct str text);

/* RFC 2673 3.2, RFC 4291 2.2. */
bool is_ipv4(struct str text);
bool is_ipv6(struct str text);

/* RFC 5321 4.1.2, RFC 6531; RFC 1123 2.1; RFC 5890 2.3.2.3. */
bool is_email(struct str text);
bool is_idn_email(struct str text);
bool is_hostname(struct str text); /* A-labels are not decoded */
bool is_hostname_checked(struct str text);
bool is_idn_hostname(struct str text);

/* RFC 9562 4; ECMA-262 22.2.1. */
bool is_uuid(struct str text);
bool is_regex(struct str text);

/* Why text is not of the format, which must be so; an empty string when nothing more is
 * known. In the arena, or static. */
struct str date_reason(struct str text, struct arena *arena);
struct str time_reason(struct str text, struct arena *arena);
struct str date_time_reason(struct str text, struct arena *arena);
struct str email_reason(struct str text, struct arena *arena);
struct str uri_reason(struct str text, struct arena *arena);
struct str uri_reference_reason(struct str text, struct arena *arena);
struct str ipv4_reason(struct str text, struct arena *arena);
struct str hostname_reason(struct str text, struct arena *arena);
struct str uuid_reason(struct str text, struct arena *arena);

#endif
