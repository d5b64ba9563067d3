/* majority.c - what most values of a place have in common */

#include "lint/schema/infer/majority.h"

#include "lint/base/suggest.h"
#include "lint/value/yaml_write.h"

enum {
    OUTLIER_RATIO = 10, /* how many more the others must be */
    MIN_FOR_ONE = 5,    /* values, of which one may be an outlier */
    MISSING_RATIO = 20, /* the same where a key is missing: it may be optional */
    MIN_FOR_REQUIRED = 20,
    SLIP_RATIO = 20, /* how much more frequent a name is than a slip of it */
};

static bool are_few(const struct majority *majority, uint32_t few, uint32_t total)
{
    if (majority->strict || !few)
        return !few;
    return (uint64_t)few * OUTLIER_RATIO <= total || (few == 1 && total >= MIN_FOR_ONE);
}

static const unsigned numeric = 1u << VALUE_INTEGER | 1u << VALUE_NUMBER;

/* How many values are of one of the kinds in the bits. */
static uint32_t count_kinds(const struct shape *shape, unsigned kinds)
{
    uint32_t count = 0;

    for (unsigned kind = 0; kind <= VALUE_MAP; kind++)
        if (kinds & 1u << kind)
            count += shape->kinds[kind];
    return count;
}

/* The kinds that stand or fall together with one. */
static unsigned group_of(unsigned kind)
{
    return numeric & 1u << kind ? numeric : 1u << kind;
}

/* The kind of most values that are not null. */
static unsigned most_frequent(const struct shape *shape)
{
    unsigned best = 1u << VALUE_BOOL;

    for (unsigned kind = VALUE_BOOL; kind <= VALUE_MAP; kind++)
        if (count_kinds(shape, group_of(kind)) > count_kinds(shape, best))
            best = group_of(kind);
    return best;
}

unsigned majority_kinds(const struct majority *majority, const struct shape *shape)
{
    unsigned best = most_frequent(shape);
    unsigned kinds = 0;

    for (unsigned kind = 0; kind <= VALUE_MAP; kind++) {
        uint32_t count = count_kinds(shape, group_of(kind));

        if (shape->kinds[kind] &&
            (best & 1u << kind || !are_few(majority, count, shape->count)))
            kinds |= 1u << kind;
    }
    /* Every integer is a number. */
    return kinds & 1u << VALUE_NUMBER ? kinds & ~(1u << VALUE_INTEGER) : kinds;
}

void majority_refused_kinds(const struct majority *majority, const struct shape *shape,
                            struct witness *outliers)
{
    unsigned kinds = majority_kinds(majority, shape);

    for (unsigned kind = 0; kind <= VALUE_MAP; kind++)
        if (!(kinds & group_of(kind)))
            witness_merge(outliers, &shape->seen[kind]);
}

bool majority_has_form(const struct majority *majority, const struct shape *shape,
                       enum text_form form)
{
    return are_few(majority, shape->without[form].count, shape->kinds[VALUE_STRING]);
}

bool majority_has_dates(const struct majority *majority, const struct shape *shape)
{
    return are_few(majority, shape->undated.count, shape->kinds[VALUE_STRING]);
}

bool majority_is_slip(const struct majority *majority, const struct shape *shape,
                      uint32_t choice)
{
    if (majority->strict || shape->choices[choice].count > 1)
        return false;
    for (uint32_t i = 0; i < shape->choice_count; i++)
        if (shape->choices[i].count >= SLIP_RATIO / 2 &&
            suggest_nearest(shape->choices[choice].text, &shape->choices[i].text, 1).len)
            return true;
    return false;
}

bool majority_requires(const struct majority *majority, const struct key_shape *key,
                       uint32_t maps)
{
    uint32_t missing = maps - key->shape.count;

    if (majority->strict || !missing)
        return !missing;
    return maps >= MIN_FOR_REQUIRED && (uint64_t)missing * MISSING_RATIO <= maps;
}

struct str majority_meant_key(const struct shape *shape, const struct key_shape *key)
{
    struct str nearest = STR("");

    for (uint32_t i = 0; i < shape->key_count && !nearest.len; i++) {
        const struct key_shape *other = shape->key_list[i];

        if (other->shape.count / SLIP_RATIO >= key->shape.count)
            nearest = suggest_nearest(key->name, &other->name, 1);
    }
    return nearest;
}

void majority_add_articles(const struct majority *majority, const struct witness *witness,
                           struct buf *out)
{
    for (uint32_t i = 0; i < witness->named; i++) {
        buf_puts(out, i ? ", " : "");
        yaml_add_scalar(out, majority->articles[witness->articles[i]]);
    }
    if (witness->more)
        buf_printf(out, " and %u more", (unsigned)witness->more);
}

void majority_add_outliers(const struct majority *majority, uint32_t total,
                           const struct witness *outliers, struct buf *out)
{
    buf_printf(out, "%u of %u; not ", (unsigned)(total - outliers->count),
               (unsigned)total);
    majority_add_articles(majority, outliers, out);
}
