/* text_class.c - what the strings of a place have in common */

#include "lint/schema/infer/text_class.h"

/* How many strings justify a constraint on future ones. */
enum {
    MIN_PER_CHOICE = 5,       /* average occurrences of each value of an enum */
    MIN_FOR_CHOICES = 10,     /* before few different ones become an enum */
    MIN_FOR_ONE_CHOICE = 100, /* the same when all are equal: often just a habit */
    MAX_CHOICE_LENGTH = 40,   /* code points; longer texts are prose */
    MIN_FOR_SLUGS = 10,       /* and more different ones than an enum has */
};

/* The form that the strings have, if it says more than that they are strings. */
static bool find_form(const struct majority *majority, const struct shape *shape,
                      enum text_form *form)
{
    for (int i = 0; i < TEXT_SLUG; i++) {
        *form = (enum text_form)i;
        /* Times of day are as frequent as dates alone in many blogs. */
        if (i == TEXT_TIME && majority_has_dates(majority, shape))
            return false;
        if (majority_has_form(majority, shape, *form))
            return true;
    }
    /* Single words may be anything: tags, or names of people. */
    *form = TEXT_SLUG;
    return majority_has_form(majority, shape, *form) &&
           shape->kinds[VALUE_STRING] >= MIN_FOR_SLUGS &&
           shape->choice_count > SHAPE_MAX_CHOICES &&
           shape->hyphenated * 2 >= shape->kinds[VALUE_STRING];
}

/* Do few texts recur so often that there are no others? */
static bool are_choices(const struct majority *majority, const struct shape *shape)
{
    uint32_t texts = shape->kinds[VALUE_STRING];
    uint32_t count = shape->choice_count;
    unsigned others =
        majority_kinds(majority, shape) & ~(1u << VALUE_STRING | 1u << VALUE_NULL);

    if (others || count > SHAPE_MAX_CHOICES || shape->longest > MAX_CHOICE_LENGTH ||
        texts < MIN_FOR_CHOICES || texts < MIN_PER_CHOICE * count ||
        (count == 1 && texts < MIN_FOR_ONE_CHOICE))
        return false;
    /* A text that occurs once may be the first of many. */
    for (uint32_t i = 0; i < count; i++)
        if (shape->choices[i].count < 2 && !majority_is_slip(majority, shape, i))
            return false;
    return true;
}

enum text_class text_classify(const struct majority *majority, const struct shape *shape,
                              enum text_form *form)
{
    if (find_form(majority, shape, form))
        return TEXT_OF_FORM;
    if (majority_has_dates(majority, shape))
        return TEXT_DATES;
    return are_choices(majority, shape) ? TEXT_CHOICES : TEXT_ANY;
}

static void refused_choices(const struct majority *majority, const struct shape *shape,
                            struct witness *outliers)
{
    for (uint32_t i = 0; i < shape->choice_count; i++) {
        struct witness one = {0};

        if (!majority_is_slip(majority, shape, i))
            continue;
        witness_add(&one, shape->choices[i].article);
        witness_merge(outliers, &one);
    }
}

struct witness find_outliers(const struct majority *majority, const struct shape *shape)
{
    struct witness outliers = {0};
    enum text_form form;

    majority_refused_kinds(majority, shape, &outliers);
    if (!(majority_kinds(majority, shape) & 1u << VALUE_STRING))
        return outliers;
    switch (text_classify(majority, shape, &form)) {
    case TEXT_OF_FORM:
        witness_merge(&outliers, &shape->without[form]);
        break;
    case TEXT_DATES:
        witness_merge(&outliers, &shape->undated);
        break;
    case TEXT_CHOICES:
        refused_choices(majority, shape, &outliers);
        break;
    case TEXT_ANY:
        break;
    }
    return outliers;
}
