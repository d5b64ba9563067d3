/* ambiguous-scalar.c - FM006: site generators read a value differently */

#include "lint/rule.h"

/* `!!str no`, `!!str &x no`: a tag says what it is, so that readers agree. */
static bool is_tagged(const struct pass *pass, uint32_t start)
{
    const struct source *source = pass_source(pass);

    for (;;) {
        uint32_t word;

        while (start > 0 && is_space_tab_or_line_end(source->data[start - 1]))
            start--;
        word = start;
        while (word > 0 && !is_space_tab_or_line_end(source->data[word - 1]))
            word--;
        if (word == start || source->data[word] != '&')
            return word < start && source->data[word] == '!';
        start = word;
    }
}

/* Names of keys whose value is meant as a date: `date`, `lastmod`, `published_at`,
 * `day`. */
static bool is_name_of_date(struct str name)
{
    static const char *const words[] = {"date",  "time",  "day",     "publi", "modif",
                                        "creat", "expir", "lastmod", "start", "end",
                                        "since", "until", "from",    "review"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        struct str word = str_from(words[i]);

        for (size_t at = 0; at + word.len <= name.len; at++)
            if (str_equal_ignore_case((struct str){name.data + at, word.len}, word))
                return true;
    }
    return false;
}

/* One finding for one mistake: the schema says more about it. */
static bool is_violation(struct pass *pass, struct span span)
{
    uint32_t count;
    const struct mistake *violations = pass_violations(pass, &count);

    for (uint32_t i = 0; i < count; i++)
        if (violations[i].span.start == span.start && violations[i].span.end == span.end)
            return true;
    return false;
}

/* As a key the word itself was meant: no template uses the key `true`. */
static void add_fix(struct finding *finding, struct span span,
                    const struct yaml_conflict *conflict, bool is_key)
{
    if (!conflict->is_fixed_by_quotes)
        return;
    fix_replace(finding, span_make(span.start, span.start), STR("\""));
    fix_replace(finding, span_make(span.end, span.end), STR("\""));
    if (!conflict->is_safe_to_quote && !is_key)
        fix_is_unsafe(finding);
}

static void check_scalar(struct pass *pass, struct span span, struct str name,
                         bool is_key)
{
    struct str text = source_text(pass_source(pass), span);
    struct yaml_conflict conflict;
    struct finding *finding;

    if (!yaml_conflict_find(pass_arena(pass), text, is_key, pass_yaml_generator(pass),
                            &conflict) ||
        (conflict.is_date && is_name_of_date(name)) || is_tagged(pass, span.start) ||
        is_violation(pass, span))
        return;
    finding =
        report(pass, span, "%s`%s` is %s here, but %s%s", is_key ? "key " : "",
               message_text(pass_arena(pass), text), conflict.here,
               message_text(pass_arena(pass), conflict.others),
               conflict.is_fixed_by_quotes ? "; put quotes around it if it is text" : "");
    add_fix(finding, span, &conflict, is_key);
}

/* What an alias or a merge repeats is checked where it is written. */
static void check_key(struct pass *pass, const struct value *parent,
                      const struct entry *entry)
{
    struct str key = source_text(pass_source(pass), entry->key_span);

    /* A quoted key, or an alias as a key, is not written like its content. */
    if (parent->kind == VALUE_MAP && str_equal(key, entry->key) &&
        span_contains(parent->span, entry->key_span))
        check_scalar(pass, entry->key_span, STR(""), true);
}

/* name is the key of the value; items have that of their list. */
static void check_value(struct pass *pass, const struct value *value, struct str name)
{
    if (value->kind != VALUE_LIST && value->kind != VALUE_MAP) {
        if (value->style == STYLE_PLAIN)
            check_scalar(pass, value->span, name, false);
        return;
    }
    for (uint32_t i = 0; i < value->count; i++) {
        const struct entry *entry = &value->entries[i];

        check_key(pass, value, entry);
        if (span_empty(entry->alias))
            check_value(pass, entry->value, value->kind == VALUE_MAP ? entry->key : name);
    }
}

static void front_matter(struct pass *pass)
{
    const struct front_matter *block = &pass_document(pass)->front_matter;

    if (block->syntax == FRONT_MATTER_YAML && block->tree.root)
        check_value(pass, block->tree.root, STR(""));
}

const struct rule rule_ambiguous_scalar = {
    .code = "FM006",
    .name = "ambiguous-scalar",
    .tags = "front-matter",
    .summary = "a value that site generators read differently",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .front_matter = front_matter,
};
