/* infer.c - drafts a schema from values that it must allow */

#include "lint/schema/infer/infer.h"

#include "lint/base/suggest.h"
#include "lint/schema/infer/draft.h"
#include "lint/schema/infer/shape.h"
#include "lint/value/yaml_write.h"

/* How many values justify a constraint on future ones. */
enum {
    MIN_FOR_BOUNDS = 10,       /* values, before their lengths become bounds */
    MIN_PER_CHOICE = 5,        /* average occurrences of each value of an enum */
    MIN_FOR_CHOICES = 10,      /* texts, before few different ones become an enum */
    MIN_FOR_ONE_CHOICE = 100,  /* the same when all are equal: often just a habit */
    MAX_CHOICE_LENGTH = 40,    /* code points; longer texts are prose */
    MIN_FOR_SLUGS = 10,        /* and more different ones than an enum has */
    MAX_BOUNDED_LENGTH = 2000, /* longer texts need no bound */
    SLIP_RATIO = 20,           /* how much more frequent a name is than a slip of it */
    MIN_DICTIONARY_KEYS = 30,  /* of a map from names to things, each of them rare */
};

struct inference {
    struct shaper shaper;
    struct shape root;
};

struct inference *inference_new(struct arena *arena)
{
    struct inference *inference = arena_alloc(arena, sizeof(*inference));

    shaper_init(&inference->shaper, arena);
    return inference;
}

void inference_add(struct inference *inference, const struct value_tree *tree)
{
    const struct entry *meta = value_entry(tree->root, STR("$schema"));
    struct value root;
    uint32_t kept = 0;

    if (!tree->root)
        return;
    root = *tree->root;
    if (meta) {
        root.entries =
            arena_array(inference->shaper.arena, root.count, sizeof(*root.entries));
        for (uint32_t i = 0; i < tree->root->count; i++)
            if (&tree->root->entries[i] != meta)
                root.entries[kept++] = tree->root->entries[i];
        root.count = kept;
    }
    shape_add(&inference->shaper, &inference->root, &root);
}

uint32_t inference_count(const struct inference *inference)
{
    return inference->root.count;
}

/* 1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, …: the numbers that people
 * choose, times powers of ten. */
static const unsigned figures[] = {10, 12, 15, 20, 25, 30, 40, 50, 60, 80};

enum { FIGURE_COUNT = sizeof(figures) / sizeof(figures[0]) };

static uint64_t figure_at(unsigned index)
{
    static const unsigned small[] = {0, 1, 2, 3, 5, 8};
    uint64_t figure;

    if (index < 6)
        return small[index];
    index -= 6;
    figure = figures[index % FIGURE_COUNT];
    for (unsigned power = index / FIGURE_COUNT; power > 0; power--)
        figure *= 10;
    return figure;
}

/* The next such number above, with a quarter to spare: the longest text is yet to be
 * written. */
static uint64_t round_up(uint64_t number)
{
    unsigned i = 0;

    number += number / 4;
    while (figure_at(i) < number)
        i++;
    return figure_at(i);
}

/* The same below, but 0 only for 0. */
static uint64_t round_down(uint64_t number)
{
    unsigned i = 0;

    number -= number / 4;
    while (figure_at(i + 1) <= number)
        i++;
    return figure_at(i);
}

static void write_type(struct draft *draft, const struct shape *shape)
{
    static const struct {
        enum value_kind kind;
        struct str name;
    } types[] = {
        {VALUE_STRING, {"string", 6}}, {VALUE_INTEGER, {"integer", 7}},
        {VALUE_NUMBER, {"number", 6}}, {VALUE_BOOL, {"boolean", 7}},
        {VALUE_LIST, {"array", 5}},    {VALUE_MAP, {"object", 6}},
        {VALUE_NULL, {"null", 4}},
    };
    struct str names[sizeof(types) / sizeof(types[0])];
    struct str_list list = {names, 0};

    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        /* Every integer is a number. */
        if (shape->kinds[types[i].kind] &&
            (types[i].kind != VALUE_INTEGER || !shape->kinds[VALUE_NUMBER]))
            names[list.count++] = types[i].name;
    }
    if (list.count == 1)
        draft_text(draft, "type", names[0]);
    else
        draft_list(draft, "type", list, false);
}

static bool all_have(const struct shape *shape, enum text_form form)
{
    return shape->forms[form] == shape->kinds[VALUE_STRING];
}

/* The form that all strings have, if it says more than that they are strings. */
static bool find_form(const struct shape *shape, enum text_form *form)
{
    for (int i = 0; i < TEXT_SLUG; i++) {
        *form = (enum text_form)i;
        if (all_have(shape, *form))
            return true;
    }
    /* Single words may be anything: tags, or names of people. */
    *form = TEXT_SLUG;
    return all_have(shape, *form) && shape->kinds[VALUE_STRING] >= MIN_FOR_SLUGS &&
           shape->choice_count > SHAPE_MAX_CHOICES &&
           shape->hyphenated * 2 >= shape->kinds[VALUE_STRING];
}

/* Dates without and with a time of day, which are mixed in many blogs. */
static bool are_dates(const struct shape *shape)
{
    return shape->forms[TEXT_DATE] + shape->forms[TEXT_DATE_TIME] ==
           shape->kinds[VALUE_STRING];
}

/* Do few texts recur so often that there are no others? */
static bool are_choices(const struct shape *shape)
{
    uint32_t texts = shape->kinds[VALUE_STRING];
    uint32_t count = shape->choice_count;

    if (texts + shape->kinds[VALUE_NULL] != shape->count || count > SHAPE_MAX_CHOICES ||
        shape->longest > MAX_CHOICE_LENGTH || texts < MIN_FOR_CHOICES ||
        texts < MIN_PER_CHOICE * count || (count == 1 && texts < MIN_FOR_ONE_CHOICE))
        return false;
    /* A text that occurs once may be the first of many. */
    for (uint32_t i = 0; i < count; i++)
        if (shape->choices[i].count < 2)
            return false;
    return true;
}

/* The most frequent first. */
static void write_choices(struct draft *draft, const struct shape *shape)
{
    struct str items[SHAPE_MAX_CHOICES + 1];
    struct choice sorted[SHAPE_MAX_CHOICES];
    struct str_list list = {items, shape->choice_count};
    bool null = shape->kinds[VALUE_NULL] > 0;

    for (uint32_t i = 0; i < shape->choice_count; i++) {
        uint32_t at = i;

        for (; at > 0 && sorted[at - 1].count < shape->choices[i].count; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = shape->choices[i];
    }
    for (uint32_t i = 0; i < shape->choice_count; i++)
        items[i] = sorted[i].text;
    list.count += null;
    draft_list(draft, "enum", list, null);
}

static void write_lengths(struct draft *draft, const struct shape *shape)
{
    bool enough = shape->kinds[VALUE_STRING] >= MIN_FOR_BOUNDS && shape->choice_count > 1;
    uint64_t least = enough ? round_down(shape->shortest) : shape->shortest > 0;

    if (least)
        draft_number(draft, "minLength", least);
    if (enough && shape->longest <= MAX_BOUNDED_LENGTH)
        draft_number(draft, "maxLength", round_up(shape->longest));
}

static void write_text(struct draft *draft, const struct shape *shape)
{
    static const struct str dates[] = {{"date", 4}, {"date-time", 9}};
    enum text_form form;
    bool has_form = find_form(shape, &form);

    if (are_dates(shape) && form > TEXT_DATE_TIME) {
        draft_alternatives(draft, "anyOf", "format", (struct str_list){dates, 2});
    } else if (has_form) {
        draft_text(draft, text_form_keyword(form), str_from(text_form_value(form)));
        if (form == TEXT_SLUG)
            write_lengths(draft, shape);
    } else if (are_choices(shape)) {
        write_choices(draft, shape);
    } else {
        write_lengths(draft, shape);
    }
}

static void write_shape(struct draft *draft, struct shape *shape);

/* A schema under a key; a value that is always null says nothing. */
static void write_below(struct draft *draft, struct str key, struct shape *shape,
                        struct str comment)
{
    if (shape->kinds[VALUE_NULL] == shape->count) {
        draft_bool(draft, key, true, shape->count ? STR("always empty") : STR(""));
        return;
    }
    draft_open(draft, key, comment);
    write_shape(draft, shape);
    draft_close(draft);
}

static void write_list(struct draft *draft, struct shape *shape)
{
    bool enough = shape->kinds[VALUE_LIST] >= MIN_FOR_BOUNDS;

    if (shape->fewest)
        draft_number(draft, "minItems", enough ? round_down(shape->fewest) : 1);
    if (enough)
        draft_number(draft, "maxItems", round_up(shape->most));
    if (!shape->repeats && shape->lists_of_many >= MIN_FOR_BOUNDS)
        draft_bool(draft, STR("uniqueItems"), true, STR(""));
    if (shape->items->count)
        write_below(draft, STR("items"), shape->items, STR(""));
}

/* Are the keys names of things rather than parts of a structure: many, each in few of the
 * maps? */
static bool is_dictionary(const struct draft *draft, const struct shape *shape)
{
    uint64_t uses = 0;

    for (uint32_t i = 0; i < shape->key_count; i++)
        uses += shape->key_list[i]->shape.count;
    return shape->overfull ||
           (!draft_at_top(draft) && shape->key_count >= MIN_DICTIONARY_KEYS &&
            uses * 10 < (uint64_t)shape->key_count * shape->kinds[VALUE_MAP]);
}

static void write_required(struct draft *draft, const struct shape *shape)
{
    struct str names[SHAPE_MAX_KEYS];
    struct str_list list = {names, 0};

    for (uint32_t i = 0; i < shape->key_count; i++)
        if (shape->key_list[i]->shape.count == shape->kinds[VALUE_MAP])
            names[list.count++] = shape->key_list[i]->name;
    if (list.count)
        draft_list(draft, "required", list, false);
}

/* A much more frequent name that is near that of a rare key, or an empty string. */
static struct str meant_key(const struct shape *shape, const struct key_shape *key)
{
    struct str nearest = STR("");

    for (uint32_t i = 0; i < shape->key_count && !nearest.len; i++) {
        const struct key_shape *other = shape->key_list[i];

        if (other->shape.count / SLIP_RATIO >= key->shape.count)
            nearest = suggest_nearest(key->name, &other->name, 1);
    }
    return nearest;
}

/* A rare key may be a slip: a person should see it. */
static void write_key(struct draft *draft, const struct shape *shape,
                      struct key_shape *key)
{
    struct buf comment = BUF_INIT;
    struct str meant = meant_key(shape, key);

    if (key->shape.count < shape->kinds[VALUE_MAP])
        buf_printf(&comment, "in %u of %u", (unsigned)key->shape.count,
                   (unsigned)shape->kinds[VALUE_MAP]);
    if (meant.len) {
        buf_puts(&comment, "; is ");
        yaml_add_scalar(&comment, meant);
        buf_puts(&comment, " meant?");
    }
    write_below(draft, key->name, &key->shape, buf_str(&comment));
    buf_release(&comment);
}

static void write_map(struct draft *draft, const struct shape *shape)
{
    if (is_dictionary(draft, shape)) {
        draft_comment(draft, STR("Too many different keys to be listed."));
        return;
    }
    write_required(draft, shape);
    draft_bool(draft, STR("additionalProperties"), false, STR(""));
    if (!shape->key_count)
        return;
    draft_open(draft, STR("properties"), STR(""));
    for (uint32_t i = 0; i < shape->key_count; i++)
        write_key(draft, shape, shape->key_list[i]);
    draft_close(draft);
}

static void write_shape(struct draft *draft, struct shape *shape)
{
    uint32_t numbers = shape->kinds[VALUE_INTEGER] + shape->kinds[VALUE_NUMBER];

    write_type(draft, shape);
    if (shape->kinds[VALUE_STRING])
        write_text(draft, shape);
    if (numbers >= MIN_FOR_BOUNDS && !shape->negatives)
        draft_number(draft, "minimum", 0);
    if (shape->kinds[VALUE_LIST])
        write_list(draft, shape);
    if (shape->kinds[VALUE_MAP])
        write_map(draft, shape);
}

/* One sentence on where the draft comes from. */
static void write_origin(struct draft *draft, const struct inference *inference,
                         const struct inference_counts *counts)
{
    struct buf text = BUF_INIT;

    buf_puts(&text, "Drafted by `stet schema infer` from the front matter of ");
    buf_printf(&text, "%u article%s", (unsigned)inference->root.count,
               inference->root.count == 1 ? "" : "s");
    if (counts->without)
        buf_printf(&text, ", %u without", (unsigned)counts->without);
    if (counts->unreadable)
        buf_printf(&text, ", %u skipped", (unsigned)counts->unreadable);
    buf_putc(&text, '.');
    if (draft->json)
        draft_text(draft, "$comment", buf_str(&text));
    draft_comment(draft, buf_str(&text));
    draft_comment(draft, STR("Look it through: what all of them have is required, keys "
                             "that none has are refused,"));
    draft_comment(draft, STR("and bounds are what was seen, rounded. A `description` for "
                             "each key helps writers."));
    buf_release(&text);
}

void inference_write(struct inference *inference, const struct inference_counts *counts,
                     bool json, struct buf *out)
{
    struct draft draft = {.out = out, .json = json};

    shape_sort_keys(&inference->root);
    draft_begin(&draft);
    if (!json)
        write_origin(&draft, inference, counts);
    draft_text(&draft, "$schema", STR("https://json-schema.org/draft/2020-12/schema"));
    if (json)
        write_origin(&draft, inference, counts);
    if (inference->root.kinds[VALUE_NULL] < inference->root.count)
        write_shape(&draft, &inference->root);
    draft_end(&draft);
}
