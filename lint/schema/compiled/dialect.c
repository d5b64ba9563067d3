/* dialect.c - the drafts of JSON Schema, their vocabularies and meta-schemas */

#include "lint/schema/compiled/dialect.h"

#define D4  DIALECT_DRAFT4
#define D6  DIALECT_DRAFT6
#define D7  DIALECT_DRAFT7
#define D19 DIALECT_2019_09
#define D20 DIALECT_2020_12

struct meta_schema {
    const char *uri;
    const char *file;
    enum dialect dialect;
    unsigned vocabulary; /* 0: the meta-schema of the whole dialect */
};

static const struct meta_schema meta_schemas[] = {
    {"http://json-schema.org/draft-04/schema", "draft-04.json", D4, 0},
    {"http://json-schema.org/draft-06/schema", "draft-06.json", D6, 0},
    {"http://json-schema.org/draft-07/schema", "draft-07.json", D7, 0},
    {"https://json-schema.org/draft/2019-09/schema", "2019-09/schema.json", D19, 0},
    {"https://json-schema.org/draft/2019-09/meta/core", "2019-09/meta/core.json", D19,
     VOCABULARY_CORE},
    {"https://json-schema.org/draft/2019-09/meta/applicator",
     "2019-09/meta/applicator.json", D19, VOCABULARY_APPLICATOR | VOCABULARY_UNEVALUATED},
    {"https://json-schema.org/draft/2019-09/meta/validation",
     "2019-09/meta/validation.json", D19, VOCABULARY_VALIDATION},
    {"https://json-schema.org/draft/2019-09/meta/meta-data",
     "2019-09/meta/meta-data.json", D19, VOCABULARY_META_DATA},
    {"https://json-schema.org/draft/2019-09/meta/format", "2019-09/meta/format.json", D19,
     VOCABULARY_FORMAT},
    {"https://json-schema.org/draft/2019-09/meta/content", "2019-09/meta/content.json",
     D19, VOCABULARY_CONTENT},
    {"https://json-schema.org/draft/2020-12/schema", "2020-12/schema.json", D20, 0},
    {"https://json-schema.org/draft/2020-12/meta/core", "2020-12/meta/core.json", D20,
     VOCABULARY_CORE},
    {"https://json-schema.org/draft/2020-12/meta/applicator",
     "2020-12/meta/applicator.json", D20, VOCABULARY_APPLICATOR},
    {"https://json-schema.org/draft/2020-12/meta/unevaluated",
     "2020-12/meta/unevaluated.json", D20, VOCABULARY_UNEVALUATED},
    {"https://json-schema.org/draft/2020-12/meta/validation",
     "2020-12/meta/validation.json", D20, VOCABULARY_VALIDATION},
    {"https://json-schema.org/draft/2020-12/meta/meta-data",
     "2020-12/meta/meta-data.json", D20, VOCABULARY_META_DATA},
    {"https://json-schema.org/draft/2020-12/meta/format-annotation",
     "2020-12/meta/format-annotation.json", D20, VOCABULARY_FORMAT},
    {"https://json-schema.org/draft/2020-12/meta/format-assertion",
     "2020-12/meta/format-assertion.json", D20, VOCABULARY_FORMAT_ASSERTION},
    {"https://json-schema.org/draft/2020-12/meta/content", "2020-12/meta/content.json",
     D20, VOCABULARY_CONTENT},
};

enum { META_SCHEMA_COUNT = sizeof(meta_schemas) / sizeof(meta_schemas[0]) };

/* http and https are often confused, and both mean the same here. */
static struct str without_scheme(struct str uri)
{
    static const char *const schemes[] = {"https://", "http://"};

    for (size_t i = 0; i < 2; i++)
        if (str_starts(uri, str_from(schemes[i])))
            return (struct str){uri.data + strlen(schemes[i]),
                                uri.len - strlen(schemes[i])};
    return uri;
}

static bool same_place(struct str a, const char *b)
{
    struct str place = without_scheme(a);

    return place.len != a.len && str_equal(place, without_scheme(str_from(b)));
}

/* The URI of the latest draft, whichever that is. */
static struct str without_latest(struct str uri)
{
    return same_place(uri, "http://json-schema.org/schema")
               ? str_from(dialect_uri(DIALECT_2020_12))
               : uri;
}

const char *dialect_uri(enum dialect dialect)
{
    size_t i = 0;

    while (meta_schemas[i].vocabulary || meta_schemas[i].dialect != dialect)
        i++;
    return meta_schemas[i].uri;
}

struct str_list dialect_uris(struct arena *arena)
{
    size_t count = DIALECT_2020_12 + 1;
    struct str *uris = arena_array(arena, count, sizeof(*uris));

    for (size_t i = 0; i < count; i++)
        uris[i] = str_from(dialect_uri((enum dialect)i));
    return (struct str_list){uris, count};
}

bool dialect_of_uri(struct str uri, enum dialect *dialect)
{
    if (uri.len && uri.data[uri.len - 1] == '#')
        uri.len--;
    uri = without_latest(uri);
    for (size_t i = 0; i < META_SCHEMA_COUNT; i++) {
        if (meta_schemas[i].vocabulary || !same_place(uri, meta_schemas[i].uri))
            continue;
        *dialect = meta_schemas[i].dialect;
        return true;
    }
    return false;
}

unsigned dialect_vocabularies(enum dialect dialect)
{
    (void)dialect;
    return VOCABULARY_CORE | VOCABULARY_APPLICATOR | VOCABULARY_UNEVALUATED |
           VOCABULARY_VALIDATION | VOCABULARY_META_DATA | VOCABULARY_FORMAT |
           VOCABULARY_CONTENT;
}

/* ".../draft/2020-12/vocab/core" beside ".../draft/2020-12/meta/core". */
unsigned vocabulary_of_uri(struct str uri)
{
    for (size_t i = 0; i < META_SCHEMA_COUNT; i++) {
        const char *meta = strstr(meta_schemas[i].uri, "/meta/");
        size_t before = meta ? (size_t)(meta - meta_schemas[i].uri) : 0;
        struct str base = {meta_schemas[i].uri, before};
        struct str name = str_from(meta ? meta + strlen("/meta/") : "");
        struct str vocab = STR("/vocab/");

        if (meta && uri.len == base.len + vocab.len + name.len && str_starts(uri, base) &&
            memcmp(uri.data + before, vocab.data, vocab.len) == 0 && str_ends(uri, name))
            return meta_schemas[i].vocabulary;
    }
    return 0;
}

const char *dialect_embedded_name(struct str uri)
{
    uri = without_latest(uri);
    for (size_t i = 0; i < META_SCHEMA_COUNT; i++)
        if (same_place(uri, meta_schemas[i].uri))
            return meta_schemas[i].file;
    return NULL;
}
