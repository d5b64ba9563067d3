/* readers.c - finds plain scalars that site generators read differently */

#include "lint/yaml/readers.h"

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/yaml/form.h"

/* The libraries that the generators use. Each was run on every form of the table. */
enum reader { GOCCY, GO_YAML_2, JS_YAML_3, JS_YAML_4, PSYCH, PYYAML, READER_COUNT };

/* What a library reads a scalar as. */
enum reading {
    SAME, /* as stet does */
    STRING,
    BOOLEAN,
    NOTHING, /* null */
    NUMBER,  /* the one that the form stands for: 017 is 15 */
    SECONDS, /* 12:30 is 45000 */
    DATE,
    OTHER_DAY,
    REFUSED,
};

enum form_flag {
    FORM_KEY = 1 << 0,       /* applies to keys */
    FORM_VALUE = 1 << 1,     /* applies to values */
    FORM_SAFE = 1 << 2,      /* quotes cannot change what was meant */
    FORM_WRONG = 1 << 3,     /* quotes do not fix it */
    FORM_ON_DEMAND = 1 << 4, /* only when the generator is given */
    FORM_BOTH = FORM_KEY | FORM_VALUE,
};

struct form {
    bool (*matches)(struct str text, struct yaml_form *out);
    const char *here; /* as a value */
    unsigned flags;   /* enum form_flag */
    enum reading readings[READER_COUNT];
};

/*
 * By these versions: js-yaml 3.15.2 and 4.3.2, Psych 4.0.3, PyYAML 6.0, go-yaml 2.4.0 and
 * goccy/go-yaml 1.9.5, for values and keys alike. What goccy 1.9.5 gets wrong (1e3 is
 * text, 089 is 0) is left out: Hugo uses a later version. The first form that matches
 * counts.
 */
static const struct form forms[] = {
    /* yes, no, on, off: booleans of YAML 1.1 */
    {yaml_form_yes_no,
     "text",
     FORM_BOTH,
     {[GO_YAML_2] = BOOLEAN, [PSYCH] = BOOLEAN, [PYYAML] = BOOLEAN}},
    {yaml_form_y_n, "text", FORM_BOTH, {[GO_YAML_2] = BOOLEAN}},
    /* tRUE, oN, nULL: Ruby ignores case */
    {yaml_form_odd_boolean, "text", FORM_BOTH, {[PSYCH] = BOOLEAN}},
    {yaml_form_odd_null, "text", FORM_BOTH, {[PSYCH] = NOTHING}},
    /* 017 */
    {yaml_form_old_octal,
     "a decimal number",
     FORM_BOTH,
     {[GOCCY] = NUMBER,
      [GO_YAML_2] = NUMBER,
      [JS_YAML_3] = NUMBER,
      [PSYCH] = NUMBER,
      [PYYAML] = NUMBER}},
    /* 089 */
    {yaml_form_leading_zero,
     "a number",
     FORM_VALUE,
     {[JS_YAML_3] = STRING, [PSYCH] = STRING, [PYYAML] = STRING}},
    /* 0o17 */
    {yaml_form_octal,
     "a number",
     FORM_VALUE,
     {[JS_YAML_3] = STRING, [PSYCH] = STRING, [PYYAML] = STRING}},
    {yaml_form_octal,
     "a number",
     FORM_KEY,
     {[GOCCY] = NUMBER, [GO_YAML_2] = NUMBER, [JS_YAML_4] = NUMBER}},
    /* 0b11 */
    {yaml_form_binary,
     "text",
     FORM_BOTH,
     {[GOCCY] = NUMBER,
      [GO_YAML_2] = NUMBER,
      [JS_YAML_3] = NUMBER,
      [JS_YAML_4] = NUMBER,
      [PSYCH] = NUMBER,
      [PYYAML] = NUMBER}},
    /* 1_000 */
    {yaml_form_underscores,
     "text",
     FORM_BOTH,
     {[GOCCY] = NUMBER,
      [GO_YAML_2] = NUMBER,
      [JS_YAML_3] = NUMBER,
      [PSYCH] = NUMBER,
      [PYYAML] = NUMBER}},
    /* 1,000 */
    {yaml_form_commas, "text", FORM_BOTH, {[PSYCH] = NUMBER}},
    /* 12:30, 1:30:00, and 08:30, which only Ruby reads as a number */
    {yaml_form_early_time, "text", FORM_BOTH | FORM_SAFE, {[PSYCH] = SECONDS}},
    {yaml_form_time,
     "text",
     FORM_BOTH | FORM_SAFE,
     {[JS_YAML_3] = NUMBER, [PSYCH] = SECONDS, [PYYAML] = NUMBER}},
    /* 2024-02-30 */
    {yaml_form_impossible_date,
     "text",
     FORM_VALUE | FORM_WRONG,
     {[JS_YAML_3] = OTHER_DAY, [JS_YAML_4] = OTHER_DAY, [PYYAML] = REFUSED}},
    /* 2024-05-25, with or without a time of day: nearly everyone means a date */
    {yaml_form_date,
     "text",
     FORM_BOTH | FORM_SAFE | FORM_ON_DEMAND,
     {[JS_YAML_3] = DATE, [JS_YAML_4] = DATE, [PSYCH] = DATE, [PYYAML] = DATE}},
    /* 1e3, 1.5e3: YAML 1.1 requires a point and a sign */
    {yaml_form_exponent, "a number", FORM_VALUE, {[PSYCH] = STRING, [PYYAML] = STRING}},
    /* 1: a look-up of "1" does not find it */
    {yaml_form_integer,
     "text",
     FORM_KEY | FORM_ON_DEMAND,
     {[PSYCH] = NUMBER, [PYYAML] = NUMBER}},
    {yaml_form_boolean,
     "text",
     FORM_KEY | FORM_ON_DEMAND,
     {[PSYCH] = BOOLEAN, [PYYAML] = BOOLEAN}},
    {yaml_form_null,
     "text",
     FORM_KEY | FORM_ON_DEMAND,
     {[PSYCH] = NOTHING, [PYYAML] = NOTHING}},
    /* = and << have tags of their own in YAML 1.1 */
    {yaml_form_special, "text", FORM_VALUE | FORM_SAFE, {[PYYAML] = REFUSED}},
};

/* Several rows with one name: its versions use different libraries. */
static const struct generator {
    const char *name;
    const char *shown;
    enum reader reader;
} generators[] = {
    {"astro", "Astro", JS_YAML_4},
    {"docusaurus", "Docusaurus", JS_YAML_3},
    {"eleventy", "Eleventy", JS_YAML_4},
    {"gatsby", "Gatsby", JS_YAML_3},
    {"hugo", "Hugo", GOCCY},
    {"hugo", "older Hugo", GO_YAML_2},
    {"jekyll", "Jekyll", PSYCH},
    {"mkdocs", "MkDocs", PYYAML},
    {"vitepress", "VitePress", JS_YAML_3},
};

enum { GENERATOR_COUNT = sizeof(generators) / sizeof(generators[0]) };

const char *yaml_generator_at(unsigned index)
{
    for (unsigned i = 0; i < GENERATOR_COUNT; i++) {
        bool is_again = i && strcmp(generators[i].name, generators[i - 1].name) == 0;

        if (!is_again && index-- == 0)
            return generators[i].name;
    }
    return NULL;
}

static bool is_asked(const struct generator *generator, struct str name)
{
    return name.len == 0 || str_is(name, generator->name);
}

/* `reads 750`; the verb is in the singular for a single reader. */
static void add_reading(struct buf *out, enum reading reading,
                        const struct yaml_form *form, bool is_one)
{
    if (reading == REFUSED) {
        buf_puts(out, is_one ? " refuses it" : " refuse it");
        return;
    }
    buf_puts(out, is_one ? " reads " : " read ");
    if (reading == BOOLEAN)
        buf_puts(out, form->truth ? "true" : "false");
    else if (reading == NUMBER || reading == SECONDS)
        buf_printf(out, "the number %s%lld", form->is_negative ? "-" : "",
                   (long long)(reading == NUMBER ? form->number : form->seconds));
    else
        buf_puts(out, reading == NOTHING     ? "nothing"
                      : reading == DATE      ? "a date"
                      : reading == OTHER_DAY ? "another day"
                                             : "text");
}

/* Appends the generators with this reading, "A, B and C"; returns how many. */
static unsigned add_names(struct buf *out, const struct form *form, enum reading reading,
                          struct str name)
{
    unsigned total = 0;
    unsigned shown = 0;

    for (unsigned i = 0; i < GENERATOR_COUNT; i++)
        total += is_asked(&generators[i], name) &&
                 form->readings[generators[i].reader] == reading;
    for (unsigned i = 0; i < GENERATOR_COUNT; i++) {
        if (!is_asked(&generators[i], name) ||
            form->readings[generators[i].reader] != reading)
            continue;
        if (shown)
            buf_puts(out, shown + 1 == total ? " and " : ", ");
        buf_puts(out, generators[i].shown);
        shown++;
    }
    return total;
}

static bool describe(struct arena *arena, const struct form *form,
                     const struct yaml_form *found, struct str name, bool is_key,
                     struct yaml_conflict *conflict)
{
    struct buf out = BUF_INIT;
    enum reading reading = SAME;

    for (unsigned i = 0; i < GENERATOR_COUNT && reading == SAME; i++)
        if (is_asked(&generators[i], name))
            reading = form->readings[generators[i].reader];
    if (reading == SAME)
        return false;
    add_reading(&out, reading, found, add_names(&out, form, reading, name) == 1);
    conflict->here = is_key ? "text" : form->here;
    conflict->others = arena_str(arena, buf_str(&out));
    conflict->is_safe_to_quote = form->flags & FORM_SAFE;
    conflict->is_fixed_by_quotes = !(form->flags & FORM_WRONG);
    conflict->is_date = reading == DATE;
    buf_release(&out);
    return true;
}

/* Most scalars are words. No form of letters is longer than this one. */
static bool is_words(struct str text)
{
    return text.len > sizeof("false") - 1 && is_ascii_letter(*text.data);
}

bool yaml_conflict_find(struct arena *arena, struct str text, bool is_key,
                        struct str generator, struct yaml_conflict *conflict)
{
    if (is_words(text))
        return false;
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        const struct form *form = &forms[i];
        struct yaml_form found = {0};

        if (!(form->flags & (is_key ? FORM_KEY : FORM_VALUE)) ||
            (form->flags & FORM_ON_DEMAND && generator.len == 0) ||
            !form->matches(text, &found))
            continue;
        return describe(arena, form, &found, generator, is_key, conflict);
    }
    return false;
}
