/* suppress.c - what the comments in a file switch off and on, and where */

#include "lint/run/suppress.h"

#include <string.h>

#include "lint/base/utf8.h"
#include "lint/run/configure_file.h"
#include "lint/run/run.h"
#include "lint/run/suppression_comment.h"

struct reader {
    struct suppressions *out;
    const struct document *document;
    const struct rule_table *rules;
    struct arena *arena;
    uint32_t *state;    /* of each rule, at the current comment */
    uint32_t *captured; /* state at the last capture */
    const uint32_t *configured;
    const bool *locked; /* no comment switches these on */
    bool only_json;     /* markdownlint's configurations */
};

static void set_state(struct reader *reader, uint32_t rule, uint32_t line, uint32_t state)
{
    struct transitions *list = &reader->out->by_rule[rule];

    if (reader->state[rule] == state)
        return;
    reader->state[rule] = state;
    list->items = arena_make_room(reader->arena, list->items, list->count,
                                  &list->capacity, sizeof(*list->items));
    list->items[list->count++] = (struct transition){line, state};
    if (state != STATE_OFF && !reader->out->ignored)
        rule_set_add(&reader->out->wanted, rule);
}

/* The length of the character at p, if it is white space as in JavaScript, or else 0. */
static uint32_t space_at(const char *data, uint32_t p, uint32_t end)
{
    size_t len;

    if (!code_point_is_space(utf8_decode((struct str){data + p, end - p}, &len)))
        return 0;
    return (uint32_t)len;
}

/* `--`, after which a reason stands. */
static bool is_reason_mark(struct str word)
{
    return str_is(word, "--");
}

/* The next word before a reason; false when there is none. */
static bool next_word(const struct source *source, struct span *rest, struct span *word)
{
    const char *data = source->data;
    uint32_t p = rest->start;

    while (p < rest->end && space_at(data, p, rest->end))
        p += space_at(data, p, rest->end);
    word->start = p;
    while (p < rest->end && !space_at(data, p, rest->end))
        p++;
    word->end = p;
    rest->start = p;
    return word->end > word->start && !is_reason_mark(source_text(source, *word));
}

static struct rule_set all_rules(const struct rule_table *table)
{
    struct rule_set set = {{0}};

    /* A comment that hides nothing must not hide that. */
    for (uint32_t i = 0; i < table->count; i++)
        if (table->rules[i]->role != ROLE_UNUSED_SUPPRESSION)
            rule_set_add(&set, i);
    return set;
}

/* disable-next-line comes before its line, so the list is nearly sorted already. */
static void apply_line(struct reader *reader, const struct directive *directive,
                       uint32_t item)
{
    struct suppressions *out = reader->out;
    uint32_t line = directive->line + (directive->kind == DIRECTIVE_DISABLE_NEXT_LINE);
    uint32_t i;

    out->lines = arena_make_room(reader->arena, out->lines, out->line_count,
                                 &out->line_capacity, sizeof(*out->lines));
    for (i = out->line_count++; i > 0 && out->lines[i - 1].line > line; i--)
        out->lines[i] = out->lines[i - 1];
    out->lines[i] = (struct line_suppression){line, item};
}

/* May the comment, which names that one rule or no single one, switch the rule on?
 * Without a name it brings back what the config has on. For markdownlint "all", or a tag,
 * are all rules of its own, in the config or not. */
static bool may_enable(const struct reader *reader, const struct suppression *comment,
                       uint32_t rule, bool is_named)
{
    if (reader->locked[rule])
        return false;
    if (is_named || reader->configured[rule] != STATE_OFF)
        return true;
    return comment->own ? !span_empty(comment->name)
                        : reader->rules->rules[rule]->presets & PRESET_MARKDOWNLINT;
}

/* Applies one word (or none, for all rules) of a disable or enable comment. */
static void apply_set(struct reader *reader, const struct directive *directive,
                      uint32_t line, uint32_t item)
{
    bool enables =
        directive->kind == DIRECTIVE_ENABLE || directive->kind == DIRECTIVE_ENABLE_FILE;
    struct suppression *suppression = &reader->out->items[item];
    struct str name = source_text(reader->document->source, suppression->name);
    uint32_t named = reader->rules->count;

    if (enables)
        rule_table_find(reader->rules, name, &named);
    for (uint32_t rule = 0; rule < reader->rules->count; rule++) {
        if (!rule_set_has(&suppression->rules, rule))
            continue;
        if (enables && may_enable(reader, suppression, rule, rule == named)) {
            suppression->used |= reader->configured[rule] == STATE_OFF;
            set_state(reader, rule, line, STATE_ON);
        } else if (!enables && reader->state[rule] != STATE_OFF) {
            set_state(reader, rule, line, item);
        }
    }
}

static struct suppression *add_item(struct reader *reader, struct suppression item)
{
    struct suppressions *out = reader->out;

    out->items = arena_make_room(reader->arena, out->items, out->count, &out->capacity,
                                 sizeof(*out->items));
    out->items[out->count] = item;
    return &out->items[out->count++];
}

static void add_fault(struct reader *reader, const struct directive *directive,
                      enum suppression_fault fault)
{
    add_item(reader, (struct suppression){.span = directive->span,
                                          .name = directive->arguments,
                                          .own = true,
                                          .fault = fault});
}

static bool is_line_form(const struct directive *directive)
{
    return directive->kind == DIRECTIVE_DISABLE_LINE ||
           directive->kind == DIRECTIVE_DISABLE_NEXT_LINE;
}

static void apply_word(struct reader *reader, const struct directive *directive,
                       struct span word, struct rule_set rules)
{
    struct suppressions *out = reader->out;
    bool file = directive->kind == DIRECTIVE_DISABLE_FILE ||
                directive->kind == DIRECTIVE_ENABLE_FILE;
    uint32_t item = out->count;
    bool enables =
        directive->kind == DIRECTIVE_ENABLE || directive->kind == DIRECTIVE_ENABLE_FILE;

    add_item(reader, (struct suppression){.span = directive->span,
                                          .name = word,
                                          .rules = rules,
                                          .own = directive->own,
                                          .enables = enables});
    if (is_line_form(directive))
        apply_line(reader, directive, item);
    else
        apply_set(reader, directive, file ? 0 : directive->line, item);
}

/*
 * Disables and enables, a word at a time. A comment whose words are all unknown
 * does nothing; it does not mean all rules.
 */
static void apply_words(struct reader *reader, const struct directive *directive)
{
    struct suppressions *out = reader->out;
    struct span rest = directive->arguments;
    uint32_t first = out->count;
    struct span word;

    while (next_word(reader->document->source, &rest, &word)) {
        struct str text = source_text(reader->document->source, word);
        apply_word(reader, directive, word, rule_set_named(reader->rules, text));
    }
    if (out->count == first)
        apply_word(reader, directive, span_make(0, 0), all_rules(reader->rules));
    for (uint32_t i = first; i < out->count; i++)
        out->items[i].reason = rest;
}

static void restore(struct reader *reader, uint32_t line)
{
    const uint32_t *to = reader->captured ? reader->captured : reader->configured;

    for (uint32_t rule = 0; rule < reader->rules->count; rule++)
        set_state(reader, rule, line, to[rule]);
}

static void capture(struct reader *reader)
{
    size_t bytes = reader->rules->count * sizeof(*reader->state);

    if (!reader->captured)
        reader->captured = arena_raw(reader->arena, bytes);
    memcpy(reader->captured, reader->state, bytes);
}

static void apply_stream(struct reader *reader, const struct directive *directive)
{
    switch (directive->kind) {
    case DIRECTIVE_DISABLE:
    case DIRECTIVE_ENABLE:
    case DIRECTIVE_DISABLE_LINE:
    case DIRECTIVE_DISABLE_NEXT_LINE:
        apply_words(reader, directive);
        break;
    case DIRECTIVE_CAPTURE:
        capture(reader);
        break;
    case DIRECTIVE_RESTORE:
        restore(reader, directive->line);
        break;
    case DIRECTIVE_UNKNOWN:
        add_fault(reader, directive, FAULT_UNKNOWN);
        break;
    case DIRECTIVE_MISPLACED:
        add_fault(reader, directive, FAULT_MISPLACED);
        break;
    case DIRECTIVE_SPLIT:
        add_fault(reader, directive, FAULT_SPLIT);
        break;
    case DIRECTIVE_DISABLE_FILE:
    case DIRECTIVE_ENABLE_FILE:
    case DIRECTIVE_CONFIGURE_FILE:
        break;
    }
}

/* The first transition of each rule is to what the config says. */
static void start_states(struct reader *reader, const struct profile *profile)
{
    uint32_t count = reader->rules->count;
    struct suppressions *out = reader->out;
    uint32_t *configured = arena_array(reader->arena, count, sizeof(*configured));
    struct transition *first = arena_array(reader->arena, count, sizeof(*first));

    reader->state = arena_array(reader->arena, count, sizeof(*reader->state));
    out->by_rule = arena_array(reader->arena, count, sizeof(*out->by_rule));
    for (uint32_t rule = 0; rule < count; rule++) {
        configured[rule] =
            profile->severities[rule] == SEVERITY_OFF ? STATE_OFF : STATE_ON;
        reader->state[rule] = configured[rule];
        first[rule] = (struct transition){0, configured[rule]};
        out->by_rule[rule] = (struct transitions){&first[rule], 1, 1};
    }
    reader->configured = configured;
    reader->locked = profile->locked;
}

/* Is nothing wrong with what was read but that keys are there twice? */
static bool is_read(const struct value_tree *tree)
{
    for (uint32_t i = 0; i < tree->problem_count; i++)
        if (tree->problems[i].kind != PROBLEM_DUPLICATE_KEY)
            return false;
    return tree->root;
}

/* JSON or YAML, as markdownlint-cli2 reads it; markdownlint alone reads JSON. Keys that
 * are there twice are no mistake in markdownlint's JSON. */
static bool read_configuration(struct reader *reader, const struct directive *directive,
                               struct value_tree *tree)
{
    struct value_input input = {reader->document->source->data, directive->arguments,
                                VALUE_MAX_NODES};

    jsonc_read_last(reader->arena, input, tree);
    if (is_read(tree) && (!tree->problem_count || !directive->own))
        return true;
    if (!directive->own && reader->only_json)
        return false;
    yaml_read(reader->arena, input, tree);
    return tree->root && !tree->problem_count && tree->root->kind == VALUE_MAP;
}

/* Where what is wrong in a configuration is reported. */
struct complaint {
    struct reader *reader;
    const struct directive *directive;
};

static void on_mistake(void *context, const struct mistake *mistake)
{
    const struct complaint *complaint = context;

    add_item(complaint->reader, (struct suppression){.span = complaint->directive->span,
                                                     .name = mistake->span,
                                                     .own = true,
                                                     .fault = FAULT_CONFIGURATION,
                                                     .message = mistake->message,
                                                     .severity = mistake->severity});
}

static void configure(struct reader *reader, const struct directive *directive,
                      const struct profile **profile)
{
    struct profile *changed = arena_alloc(reader->arena, sizeof(*changed));
    struct complaint complaint = {reader, directive};
    struct file_configuration given = {
        .foreign = !directive->own, .on_mistake = on_mistake, .context = &complaint};
    struct value_tree tree;

    if (!read_configuration(reader, directive, &tree)) {
        if (directive->own)
            add_fault(reader, directive, FAULT_UNREADABLE);
        return;
    }
    if (reader->out->ignored) {
        reader->out->changes += tree.root->kind == VALUE_MAP && tree.root->count > 0;
        return;
    }
    profile_copy(changed, *profile, reader->rules, reader->arena);
    given.value = tree.root;
    profile_configure_file(changed, reader->rules, &given, reader->arena);
    *profile = changed;
}

/* The rules that the config has on, comments or not. */
static void want_configured(struct suppressions *suppressions,
                            const struct profile *profile, uint32_t count)
{
    suppressions->wanted = (struct rule_set){{0}};
    for (uint32_t rule = 0; rule < count; rule++)
        if (profile->severities[rule] != SEVERITY_OFF)
            rule_set_add(&suppressions->wanted, rule);
}

/* Does one of the comments do more than configure? Many files have nothing else. */
static bool switches(const struct directive *directives, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (directives[i].kind != DIRECTIVE_CONFIGURE_FILE)
            return true;
    return false;
}

static void apply_all(struct reader *reader, const struct directive *directives,
                      uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (directives[i].kind == DIRECTIVE_DISABLE_FILE ||
            directives[i].kind == DIRECTIVE_ENABLE_FILE)
            apply_words(reader, &directives[i]);
    for (uint32_t i = 0; i < count; i++)
        apply_stream(reader, &directives[i]);
}

void suppressions_read(struct suppressions *suppressions, const struct document *document,
                       const struct run_context *context, const struct profile **profile,
                       struct arena *arena)
{
    const struct rule_table *rules = context->rules;
    struct reader reader = {.out = suppressions,
                            .document = document,
                            .rules = rules,
                            .arena = arena,
                            .only_json = (*profile)->only_json};
    uint32_t count;
    const struct directive *directives = directives_find(document, arena, &count);

    *suppressions = (struct suppressions){.comments = directives,
                                          .comment_count = count,
                                          .ignored = context->ignore_comments ||
                                                     (*profile)->comments_off};
    for (uint32_t i = 0; i < count; i++)
        if (directives[i].kind == DIRECTIVE_CONFIGURE_FILE)
            configure(&reader, &directives[i], profile);
    want_configured(suppressions, *profile, rules->count);
    if (switches(directives, count)) {
        start_states(&reader, *profile);
        apply_all(&reader, directives, count);
    }
}
