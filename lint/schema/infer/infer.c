/* infer.c - drafts a schema from values that it must allow */

#include "lint/schema/infer/infer.h"

#include "lint/schema/infer/draft.h"
#include "lint/schema/infer/figure.h"
#include "lint/schema/infer/text_class.h"
#include "lint/value/yaml_write.h"

/* How many values justify a constraint on future ones. */
enum {
    MIN_FOR_BOUNDS = 10,      /* values, before what they have in common is a bound */
    MIN_DICTIONARY_KEYS = 30, /* of a map from names to things, each of them rare */
};

struct inference {
    struct shaper shaper;
    struct shape root;
    struct str *articles; /* paths */
    uint32_t article_capacity;
};

/* A draft that is being written. */
struct writer {
    struct draft draft;
    struct majority majority;
};

struct inference *inference_new(struct arena *arena)
{
    struct inference *inference = arena_alloc(arena, sizeof(*inference));

    shaper_init(&inference->shaper, arena);
    return inference;
}

/* Remembers the path: its index stands for the article. */
static void name_article(struct inference *inference, struct str path)
{
    struct arena *arena = inference->shaper.arena;
    uint32_t count = inference->root.count;

    inference->articles =
        arena_make_room(arena, inference->articles, count, &inference->article_capacity,
                        sizeof(*inference->articles));
    inference->articles[count] = arena_str(arena, path);
    inference->shaper.article = count;
}

void inference_add(struct inference *inference, const struct value_tree *tree,
                   struct str path)
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
    name_article(inference, path);
    shape_add(&inference->shaper, &inference->root, &root);
}

uint32_t inference_count(const struct inference *inference)
{
    return inference->root.count;
}

static void write_type(struct writer *w, const struct shape *shape)
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
    unsigned kinds = majority_kinds(&w->majority, shape);

    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
        if (kinds & 1u << types[i].kind)
            names[list.count++] = types[i].name;
    if (list.count == 1)
        draft_text(&w->draft, "type", names[0]);
    else
        draft_list(&w->draft, "type", list, false);
}

/* The most frequent first. */
static void write_choices(struct writer *w, const struct shape *shape)
{
    struct str items[SHAPE_MAX_CHOICES + 1];
    struct choice sorted[SHAPE_MAX_CHOICES] = {{.count = 0}};
    struct str_list list = {items, 0};
    bool null = majority_kinds(&w->majority, shape) & 1u << VALUE_NULL;

    for (uint32_t i = 0; i < shape->choice_count; i++) {
        uint32_t at = (uint32_t)list.count;

        if (majority_is_slip(&w->majority, shape, i))
            continue;
        for (; at > 0 && sorted[at - 1].count < shape->choices[i].count; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = shape->choices[i];
        list.count++;
    }
    for (uint32_t i = 0; i < list.count; i++)
        items[i] = sorted[i].text;
    list.count += null;
    draft_list(&w->draft, "enum", list, null);
}

/* How long texts are depends on their language and on who writes them: only that there is
 * something is a rule. */
static void write_text(struct writer *w, const struct shape *shape)
{
    static const struct str dates[] = {{"date", 4}, {"date-time", 9}};
    enum text_form form;

    switch (text_classify(&w->majority, shape, &form)) {
    case TEXT_OF_FORM:
        draft_text(&w->draft, text_form_keyword(form), str_from(text_form_value(form)));
        break;
    case TEXT_DATES:
        draft_alternatives(&w->draft, "anyOf", "format", (struct str_list){dates, 2});
        break;
    case TEXT_CHOICES:
        write_choices(w, shape);
        break;
    case TEXT_ANY:
        if (shape->shortest)
            draft_number(&w->draft, "minLength", 1);
        break;
    }
}

static void write_shape(struct writer *w, struct shape *shape);

/* A schema under a key; a value that is always null says nothing. */
static void write_below(struct writer *w, struct str key, struct shape *shape,
                        struct str comment)
{
    if (shape->kinds[VALUE_NULL] == shape->count) {
        draft_bool(&w->draft, key, true, shape->count ? STR("always empty") : STR(""));
        return;
    }
    draft_open(&w->draft, key, comment);
    write_shape(w, shape);
    draft_close(&w->draft);
}

static void write_items(struct writer *w, struct shape *items)
{
    struct witness outliers = find_outliers(&w->majority, items);
    struct buf comment = BUF_INIT;

    if (outliers.count)
        majority_add_outliers(&w->majority, items->count, &outliers, &comment);
    write_below(w, STR("items"), items, buf_str(&comment));
    buf_release(&comment);
}

static void write_list(struct writer *w, struct shape *shape)
{
    bool enough = shape->kinds[VALUE_LIST] >= MIN_FOR_BOUNDS;

    if (shape->fewest)
        draft_number(&w->draft, "minItems", enough ? figure_below(shape->fewest) : 1);
    /* Lists that are always empty are yet to be filled. */
    if (enough && shape->most)
        draft_number(&w->draft, "maxItems", figure_above(shape->most));
    if (!shape->repeats && shape->lists_of_many >= MIN_FOR_BOUNDS)
        draft_bool(&w->draft, STR("uniqueItems"), true, STR(""));
    if (shape->items->count)
        write_items(w, shape->items);
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

static void write_required(struct writer *w, const struct shape *shape)
{
    struct str names[SHAPE_MAX_KEYS];
    struct str_list list = {names, 0};

    for (uint32_t i = 0; i < shape->key_count; i++)
        if (majority_requires(&w->majority, shape->key_list[i], shape->kinds[VALUE_MAP]))
            names[list.count++] = shape->key_list[i]->name;
    if (list.count)
        draft_list(&w->draft, "required", list, false);
}

/* In how many maps a key is, which articles are not as the draft says, and whether it may
 * be a slip, which a person should see. */
static void write_key(struct writer *w, const struct shape *shape, struct key_shape *key)
{
    uint32_t maps = shape->kinds[VALUE_MAP];
    bool required = majority_requires(&w->majority, key, maps);
    struct witness outliers = find_outliers(&w->majority, &key->shape);
    struct str meant = majority_meant_key(shape, key);
    struct buf comment = BUF_INIT;

    if (required && key->missing.count)
        witness_merge(&outliers, &key->missing);
    if (!required)
        buf_printf(&comment, "in %u of %u", (unsigned)key->shape.count, (unsigned)maps);
    if (outliers.count) {
        buf_puts(&comment, required ? "" : "; ");
        majority_add_outliers(&w->majority, required ? maps : key->shape.count, &outliers,
                              &comment);
    }
    if (meant.len) {
        buf_puts(&comment, "; is ");
        yaml_add_scalar(&comment, meant);
        buf_puts(&comment, " meant?");
    }
    write_below(w, key->name, &key->shape, buf_str(&comment));
    buf_release(&comment);
}

/* A rare key that is near a frequent one is named, but not allowed. */
static void write_slip(struct writer *w, const struct key_shape *key, struct str meant)
{
    struct witness all = {0};
    struct buf comment = BUF_INIT;

    for (int kind = 0; kind <= VALUE_MAP; kind++)
        witness_merge(&all, &key->shape.seen[kind]);
    buf_puts(&comment, "Not ");
    yaml_add_scalar(&comment, key->name);
    buf_puts(&comment, ", in ");
    majority_add_articles(&w->majority, &all, &comment);
    buf_puts(&comment, ": is ");
    yaml_add_scalar(&comment, meant);
    buf_puts(&comment, " meant?");
    draft_comment(&w->draft, buf_str(&comment));
    buf_release(&comment);
}

static void write_keys(struct writer *w, const struct shape *shape)
{
    draft_open(&w->draft, STR("properties"), STR(""));
    for (uint32_t i = 0; i < shape->key_count; i++) {
        struct str meant = majority_meant_key(shape, shape->key_list[i]);

        if (w->majority.strict || !meant.len)
            write_key(w, shape, shape->key_list[i]);
        else
            write_slip(w, shape->key_list[i], meant);
    }
    draft_close(&w->draft);
}

static void write_map(struct writer *w, const struct shape *shape)
{
    if (is_dictionary(&w->draft, shape)) {
        draft_comment(&w->draft, STR("Too many different keys to be listed."));
        return;
    }
    write_required(w, shape);
    draft_bool(&w->draft, STR("additionalProperties"), false, STR(""));
    if (shape->key_count)
        write_keys(w, shape);
}

static void write_shape(struct writer *w, struct shape *shape)
{
    uint32_t numbers = shape->kinds[VALUE_INTEGER] + shape->kinds[VALUE_NUMBER];
    unsigned kinds = majority_kinds(&w->majority, shape);

    write_type(w, shape);
    if (kinds & 1u << VALUE_STRING)
        write_text(w, shape);
    if (kinds & (1u << VALUE_INTEGER | 1u << VALUE_NUMBER) && numbers >= MIN_FOR_BOUNDS &&
        !shape->negatives)
        draft_number(&w->draft, "minimum", 0);
    if (kinds & 1u << VALUE_LIST)
        write_list(w, shape);
    if (kinds & 1u << VALUE_MAP)
        write_map(w, shape);
}

/* Articles whose front matter as a whole is not as that of most. */
static void write_root(struct writer *w, struct shape *root)
{
    struct witness outliers = find_outliers(&w->majority, root);
    struct buf comment = BUF_INIT;

    if (outliers.count) {
        majority_add_outliers(&w->majority, root->count, &outliers, &comment);
        draft_comment(&w->draft, buf_str(&comment));
    }
    buf_release(&comment);
    if (root->kinds[VALUE_NULL] < root->count)
        write_shape(w, root);
}

/* How to read the comments. */
static void write_advice(struct writer *w)
{
    draft_comment(&w->draft, w->majority.strict
                                 ? STR("Look it through: what all of them have is "
                                       "required, keys that none has are refused.")
                                 : STR("Look it through: what most of them have is "
                                       "required, keys that none has are refused."));
    if (!w->majority.strict)
        draft_comment(&w->draft, STR("`# 30 of 31; not a.md`: a.md does not pass, and "
                                     "may need a correction."));
    draft_comment(&w->draft, STR("A `description` for each key helps writers."));
}

/* One sentence on where the draft comes from. */
static void write_origin(struct writer *w, const struct inference *inference,
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
    if (w->draft.json)
        draft_text(&w->draft, "$comment", buf_str(&text));
    draft_comment(&w->draft, buf_str(&text));
    write_advice(w);
    buf_release(&text);
}

void inference_write(struct inference *inference, const struct inference_counts *counts,
                     struct inference_form form, struct buf *out)
{
    struct writer w = {.draft = {.out = out, .json = form.json},
                       .majority = {form.strict, inference->articles}};

    shape_sort_keys(&inference->root);
    draft_begin(&w.draft);
    if (!form.json)
        write_origin(&w, inference, counts);
    draft_text(&w.draft, "$schema", STR("https://json-schema.org/draft/2020-12/schema"));
    if (form.json)
        write_origin(&w, inference, counts);
    write_root(&w, &inference->root);
    draft_end(&w.draft);
}
