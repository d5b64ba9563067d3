/* trial.c - runs one rule on a text, for the tests of pages and fixtures */

#include "lint/tool/rules/trial.h"

#include <stdio.h>
#include <sys/stat.h>
#include <time.h>

#include "lint/base/memory.h"
#include "lint/files/path.h"
#include "lint/run/fix.h"
#include "lint/run/run.h"
#include "lint/run/schema_rules.h"
#include "rules/rules.h"

static void on_mistake(void *context, const struct mistake *mistake)
{
    (void)mistake;
    *(bool *)context = true;
}

static struct value_tree read_yaml(struct str text, struct arena *arena)
{
    struct value_input input = {text.data, {0, (uint32_t)text.len}, VALUE_MAX_NODES};
    struct value_tree tree;

    yaml_read(arena, input, &tree);
    return tree;
}

static bool has_folder(const struct trial *trial)
{
    return trial->folder && *trial->folder;
}

void trial_write(const char *folder, struct str path, struct str text)
{
    struct arena arena;
    struct str whole;
    FILE *file;

    arena_init(&arena);
    whole = path_join(&arena, str_from(folder), path);
    for (size_t i = strlen(folder) + 1; i < whole.len; i++)
        if (whole.data[i] == '/')
            mkdir(arena_str(&arena, (struct str){whole.data, i}).data, 0755);
    file = fopen(whole.data, "w");
    if (!file)
        bug("an example's file that cannot be written");
    fwrite(text.data, 1, text.len, file);
    fclose(file);
    arena_release(&arena);
}

static struct schema_options schema_options_of(const struct trial *trial,
                                               struct arena *arena)
{
    struct schema_options options = schema_options_default(STR(""));

    if (has_folder(trial))
        options.root = path_real(arena, trial->folder);
    return options;
}

static const struct schema *compile_file(const struct trial *trial,
                                         const struct schema_options *options,
                                         struct arena *arena, struct schema_error *error)
{
    struct str path = path_join(arena, str_from(trial->folder), STR("schema.yaml"));

    trial_write(trial->folder, STR("schema.yaml"), trial->schema);
    return schema_load(arena, path.data, options, error);
}

static const struct schema *compile_text(const struct trial *trial,
                                         const struct schema_options *options,
                                         struct arena *arena, struct schema_error *error)
{
    struct value_tree tree = read_yaml(trial->schema, arena);

    if (!tree.root)
        return NULL;
    return schema_compile(arena, &tree, STR("example.schema.yaml"), options, error);
}

static void set_schema(const struct trial *trial, struct profile *profile,
                       struct arena *arena)
{
    struct schema_options *options = arena_alloc(arena, sizeof(*options));
    struct schema_error error = {.mistake = {.message = STR("")}};

    *options = schema_options_of(trial, arena);
    if (has_folder(trial))
        profile->schema = compile_file(trial, options, arena, &error);
    else
        profile->schema = compile_text(trial, options, arena, &error);
    profile->project = options;
    if (profile->schema)
        return;
    fprintf(stderr, "%.*s\n", (int)error.mistake.message.len, error.mistake.message.data);
    bug("a rule's example has a schema that is wrong");
}

/* Schemas have rules of their own, which are always run together. */
static const struct rule_table *table_of(const struct trial *trial)
{
    for (uint32_t i = 0; i < schema_rules.count; i++)
        if (schema_rules.rules[i] == trial->rule)
            return &schema_rules;
    return &rules_all;
}

static bool takes_part(const struct trial *trial, const struct rule *rule)
{
    if (trial->rule)
        return rule == trial->rule;
    return strcmp(rule->code, "FM001") >= 0 && strcmp(rule->code, "FM005") <= 0;
}

static void configure(const struct trial *trial, struct profile *profile,
                      struct arena *arena)
{
    bool wrong = false;
    struct value_tree tree;
    struct entry entry = {0};
    const struct value *generator;

    profile_init(profile, &rules_all, PRESET_NAME_ALL, arena);
    for (uint32_t i = 0; i < rules_all.count; i++)
        profile->severities[i] = takes_part(trial, rules_all.rules[i])
                                     ? rules_all.rules[i]->severity
                                     : SEVERITY_OFF;
    profile->front_matter_required = trial->rule != &rule_front_matter_fence;
    if (trial->schema.len)
        set_schema(trial, profile, arena);
    if (!trial->config.len)
        return;
    tree = read_yaml(trial->config, arena);
    generator = value_get(value_get(tree.root, "yaml"), "generator");
    if (generator) {
        profile->yaml_generator = generator->text;
        return;
    }
    entry.key = str_from(trial->rule->code);
    entry.value = tree.root;
    if (!tree.root ||
        !profile_apply(profile, &rules_all, &entry, arena, on_mistake, &wrong))
        bug("a rule's example has a config that is wrong");
}

static struct diagnostics run(const struct trial *trial, struct str text,
                              struct source *source, struct arena *arena)
{
    struct run_context context = {.rules = &rules_all, .now = instant_now(time(NULL))};
    struct profile *profile = arena_alloc(arena, sizeof(*profile));
    struct schema_options options = schema_options_of(trial, arena);
    struct str copy = arena_str(arena, text); /* with the NUL that a source needs */
    struct str path = STR("example.md");

    if (has_folder(trial))
        path = path_join(arena, path_real(arena, trial->folder), trial->path);
    source_init(source, arena, path.data, copy.data, copy.len);
    if (table_of(trial) == &schema_rules)
        return run_schema(source, path.data, &options, arena);
    configure(trial, profile, arena);
    return run_source(source, &context, profile, arena);
}

struct file_results trial_results(const struct trial *trial, struct str text,
                                  struct arena *arena)
{
    struct source source;
    struct diagnostics found = run(trial, text, &source, arena);

    return results_make(found, &source, table_of(trial), 0, arena);
}

static void add_line(struct buf *out, const struct result *result)
{
    buf_printf(out, "%u:%u: %s: %.*s [%s/%s]\n", result->start.line, result->start.column,
               severity_name(result->severity), (int)result->message.len,
               result->message.data, result->rule->code, result->rule->name);
}

void trial_report(const struct trial *trial, struct str text, struct buf *out)
{
    struct file_results results;
    struct arena arena;

    arena_init(&arena);
    results = trial_results(trial, text, &arena);
    for (uint32_t i = 0; i < results.count; i++)
        add_line(out, &results.results[i]);
    arena_release(&arena);
}

/* One round; returns the number of findings that it fixed. */
static uint32_t fix_once(const struct trial *trial, struct str text, struct buf *out)
{
    struct arena arena;
    struct source source;
    struct diagnostics found;
    uint32_t mended;

    arena_init(&arena);
    found = run(trial, text, &source, &arena);
    mended = fix_apply(text, found.items, found.count, true, out);
    arena_release(&arena);
    return mended;
}

void trial_fix(const struct trial *trial, struct str text, struct buf *out)
{
    struct buf now = BUF_INIT;
    struct buf next = BUF_INIT;

    buf_add_str(&now, text);
    for (int round = 0; round < FIX_MAX_ROUNDS; round++) {
        struct buf swap = now;

        next.len = 0;
        if (!fix_once(trial, buf_str(&now), &next))
            break;
        now = next;
        next = swap;
    }
    buf_add_str(out, buf_str(&now));
    buf_release(&now);
    buf_release(&next);
}

static const char *broken_place(const struct file_results *results, struct str text)
{
    for (uint32_t i = 0; i < results->count; i++) {
        const struct result *result = &results->results[i];

        if (result->start.offset > result->end.offset || result->end.offset > text.len)
            return "a finding outside the text";
        for (uint32_t e = 0; e < result->edit_count; e++)
            if (result->edits[e].span.start > result->edits[e].span.end ||
                result->edits[e].span.end > text.len)
                return "an edit outside the text";
    }
    return NULL;
}

static const char *broken_fix(const struct file_results *results)
{
    for (uint32_t i = 0; i < results->count; i++) {
        const struct result *result = &results->results[i];

        if (result->edit_count && result->rule->fix == FIX_NONE)
            return "a fix where the rule promises none";
        if (result->fix_safe && result->rule->fix != FIX_SAFE && result->edit_count)
            return "a safe fix from a rule whose fixes are not";
    }
    return NULL;
}

static const char *unsettled_fix(const struct trial *trial, struct str text)
{
    struct buf once = BUF_INIT;
    struct buf twice = BUF_INIT;
    bool settled;

    trial_fix(trial, text, &once);
    trial_fix(trial, buf_str(&once), &twice);
    settled = str_equal(buf_str(&once), buf_str(&twice));
    buf_release(&once);
    buf_release(&twice);
    return settled ? NULL : "mending twice is not mending once";
}

static bool same_report(const struct trial *trial, struct str text, struct str other)
{
    struct buf a = BUF_INIT;
    struct buf b = BUF_INIT;
    bool same;

    trial_report(trial, text, &a);
    trial_report(trial, other, &b);
    same = str_equal(buf_str(&a), buf_str(&b));
    buf_release(&a);
    buf_release(&b);
    return same;
}

static const char *crlf_differs(const struct trial *trial, struct str text)
{
    struct buf crlf = BUF_INIT;
    bool same;

    if (text.len && memchr(text.data, '\r', text.len))
        return NULL;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\n')
            buf_putc(&crlf, '\r');
        buf_putc(&crlf, text.data[i]);
    }
    same = same_report(trial, text, buf_str(&crlf));
    buf_release(&crlf);
    return same ? NULL : "other findings with CR LF line ends";
}

const char *trial_broken_promise(const struct trial *trial, struct str text,
                                 struct arena *arena)
{
    struct file_results results = trial_results(trial, text, arena);
    const char *broken = broken_place(&results, text);

    if (!broken)
        broken = broken_fix(&results);
    if (!broken && !same_report(trial, text, text))
        broken = "a second run that says something else";
    if (!broken)
        broken = unsettled_fix(trial, text);
    if (!broken)
        broken = crlf_differs(trial, text);
    return broken;
}
