/* keywords.c - finds keywords of a schema that mean nothing, or not what was meant */

#include "lint/base/suggest.h"
#include "lint/base/utf8.h"
#include "lint/pattern/ecma.h"
#include "lint/schema/compile/store.h"
#include "lint/schema/explain/near_miss.h"
#include "lint/schema/flaw/flaw.h"
#include "lint/schema/format/format.h"
#include "lint/schema/vocabulary/vocabulary.h"

enum { MAX_KEYWORDS = 100 };

static const char *const dialect_names[] = {"draft 4", "draft 6", "draft 7", "2019-09",
                                            "2020-12"};

/* Reports in which other drafts a keyword is defined; false when in none. */
static bool is_of_other_draft(struct inspection *inspection,
                              const struct resource *resource, const struct entry *entry)
{
    const struct keyword *keyword = keyword_find_any(entry->key);

    if (!keyword ||
        (resource->dialect >= keyword->first && resource->dialect <= keyword->last))
        return false;
    flaw_add(inspection, FLAW_KEYWORD, SEVERITY_WARNING, entry->key_span,
             "`%.*s` means nothing in %s: it %s %s", (int)entry->key.len, entry->key.data,
             dialect_names[resource->dialect],
             resource->dialect < keyword->first ? "came with" : "went after",
             dialect_names[resource->dialect < keyword->first ? keyword->first
                                                              : keyword->last]);
    return true;
}

/* Keywords of other programs begin with `x-` as well: one that is near one of stet's gets
 * a note. A mere slip is an error of the compiler. */
static void inspect_near_extension(struct inspection *inspection,
                                   const struct entry *entry)
{
    struct str_list names = vocabulary_names(inspection->arena);
    struct str nearest = nearest_choice(&inspection->explanation, entry->key, names);
    struct flaw *flaw;

    if (!nearest.len || suggest_is_slip(entry->key, nearest))
        return;
    flaw = flaw_add(inspection, FLAW_KEYWORD, SEVERITY_NOTE, entry->key_span,
                    "unknown keyword `%.*s`", (int)entry->key.len, entry->key.data);
    flaw_suggest(inspection, flaw, entry->key, names);
}

static void inspect_unknown(struct inspection *inspection,
                            const struct resource *resource, const struct entry *entry)
{
    struct str *names;
    struct str_list list;
    struct flaw *flaw;

    if (vocabulary_knows(entry->key) || editor_message_knows(entry->key))
        return;
    if (str_starts(entry->key, STR("x-"))) {
        inspect_near_extension(inspection, entry);
        return;
    }
    if (is_of_other_draft(inspection, resource, entry))
        return;
    names = arena_array(inspection->arena, MAX_KEYWORDS, sizeof(*names));
    list =
        (struct str_list){names, keyword_names(resource->dialect, names, MAX_KEYWORDS)};
    flaw = flaw_add(inspection, FLAW_KEYWORD, SEVERITY_NOTE, entry->key_span,
                    "unknown keyword `%.*s`", (int)entry->key.len, entry->key.data);
    if (flaw_suggest(inspection, flaw, entry->key, list))
        flaw->mistake.severity = SEVERITY_WARNING;
}

static void inspect_reference(struct inspection *inspection,
                              const struct resource *resource,
                              const struct value *reference)
{
    struct schema_place place;

    if (reference->kind != VALUE_STRING ||
        store_resolve(&inspection->compiler, resource, reference, &place))
        return;
    flaw_add_error(inspection, reference->span);
}

/* The bytes of source for the first len bytes of the content of a double-quoted text:
 * escapes are longer than what they stand for. */
static uint32_t quoted_length(struct str raw, size_t len)
{
    size_t at = 0;

    while (len > 0 && at < raw.len) {
        size_t taken = 1;
        uint32_t c = 0;

        if (raw.data[at] != '\\') {
            at++;
            len--;
            continue;
        }
        if (at + 6 <= raw.len && raw.data[at + 1] == 'u') {
            for (size_t i = at + 2; i < at + 6; i++)
                c = c * 16 + (uint32_t)(raw.data[i] <= '9' ? raw.data[i] - '0'
                                                           : (raw.data[i] | 32) - 'W');
            taken = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            at += 4;
        }
        at += 2;
        len = len > taken ? len - taken : 0;
    }
    return (uint32_t)at;
}

/* Where one character of the content of a string is; the whole string when that is not
 * known (block scalars, folded lines). */
static struct span place_in_text(const struct inspection *inspection, struct span span,
                                 struct str content, size_t offset)
{
    struct str raw = source_text(inspection->source, span);
    bool quoted = raw.len > 1 && (*raw.data == '"' || *raw.data == '\'');
    struct str body = {raw.data + quoted, raw.len - 2 * quoted};
    uint32_t start = span.start + quoted;
    uint32_t before = (uint32_t)offset;
    size_t len = 1;

    if (offset >= content.len)
        return span;
    if (quoted && *raw.data == '"' && memchr(body.data, '\\', body.len))
        before = quoted_length(body, offset);
    else if (!str_equal(body, content))
        return span;
    utf8_decode((struct str){content.data + offset, content.len - offset}, &len);
    if (before + len > body.len)
        return span;
    return span_make(start + before, start + before + (uint32_t)len);
}

static void inspect_pattern(struct inspection *inspection, const char *keyword,
                            struct str text, struct span span)
{
    struct regex_error error;
    struct regex_error grammar;
    struct span place = span;

    if (regex_compile(inspection->arena, text, 0, &error))
        return;
    /* A pattern that the grammar allows but PCRE2 does not has no exact place. */
    if (!ecma_translate(text, 0, NULL, &grammar))
        place = place_in_text(inspection, span, text, grammar.offset);
    flaw_add(inspection, FLAW_INVALID, SEVERITY_ERROR, place,
             "`%s` has no regular expression: %s", keyword, error.message);
}

static void inspect_format(struct inspection *inspection, const struct value *format)
{
    struct flaw *flaw;

    if (format->kind != VALUE_STRING || format_find(format->text))
        return;
    flaw = flaw_add(inspection, FLAW_FORMAT, SEVERITY_WARNING, format->span,
                    "unknown format `%.*s`: nothing is checked", (int)format->text.len,
                    format->text.data);
    flaw_suggest(inspection, flaw, format->text, format_names(inspection->arena));
}

/* minX above maxX. */
static void inspect_bound(struct inspection *inspection, const struct value *schema,
                          const struct entry *low)
{
    const struct keyword *keyword = keyword_find_any(low->key);
    const struct value *high = NULL;
    struct decimal least;
    struct decimal most;

    if (keyword && keyword->maximum)
        high = value_get(schema, keyword->maximum);
    if (!high || !value_is_numeric(low->value) || !value_is_numeric(high))
        return;
    least = decimal_parse(low->value->text);
    most = decimal_parse(high->text);
    if (decimal_compare(&least, &most) > 0)
        flaw_add(inspection, FLAW_CONTRADICTION, SEVERITY_ERROR, low->value->span,
                 "`%s` is above `%s`, so that nothing fits", keyword->name,
                 keyword->maximum);
}

/* Up to draft 7, everything beside a `$ref` is ignored (Core 8.3). */
static void inspect_beside_reference(struct inspection *inspection,
                                     struct schema_place place, const struct entry *entry)
{
    const struct keyword *keyword = keyword_find_any(entry->key);

    if (keyword->vocabulary == VOCABULARY_META_DATA ||
        keyword->vocabulary == VOCABULARY_CORE)
        return;
    flaw_add(inspection, FLAW_KEYWORD, SEVERITY_WARNING, entry->key_span,
             "`%.*s` means nothing beside `$ref` in %s", (int)entry->key.len,
             entry->key.data, dialect_names[place.resource->dialect]);
}

static void inspect_keyword(struct inspection *inspection, struct schema_place place,
                            const struct entry *entry)
{
    const struct value *value = entry->value;

    if (str_is(entry->key, "$ref") || str_is(entry->key, "$dynamicRef") ||
        str_is(entry->key, "$recursiveRef"))
        inspect_reference(inspection, place.resource, value);
    else if (str_is(entry->key, "pattern") && value->kind == VALUE_STRING)
        inspect_pattern(inspection, "pattern", value->text, value->span);
    else if (str_is(entry->key, "patternProperties"))
        for (uint32_t i = 0; i < value->count; i++)
            inspect_pattern(inspection, "patternProperties", value->entries[i].key,
                            value->entries[i].key_span);
    else if (str_is(entry->key, "format"))
        inspect_format(inspection, value);
    else if (str_is(entry->key, "required"))
        inspect_required(inspection, place.value, value);
}

void inspect_keywords(struct inspection *inspection, struct schema_place place)
{
    const struct resource *resource = place.resource;
    bool reference =
        resource->dialect <= DIALECT_DRAFT7 && value_get(place.value, "$ref") != NULL;

    for (uint32_t i = 0; place.value->kind == VALUE_MAP && i < place.value->count; i++) {
        const struct entry *entry = &place.value->entries[i];

        if (!keyword_find(entry->key, resource->dialect, resource->vocabularies))
            inspect_unknown(inspection, resource, entry);
        else if (reference && !str_is(entry->key, "$ref"))
            inspect_beside_reference(inspection, place, entry);
        else
            inspect_keyword(inspection, place, entry);
        inspect_bound(inspection, place.value, entry);
    }
}
