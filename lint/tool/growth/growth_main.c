/* growth_main.c - what stet does with a text, in one process, so that it can be counted
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/config/config.h"
#include "lint/files/ignore.h"
#include "lint/files/path.h"
#include "lint/pattern/regex.h"
#include "lint/rule/profile.h"
#include "lint/run/run.h"
#include "lint/schema/flaw/flaws.h"
#include "lint/schema/schema.h"
#include "rules/rules.h"

/*
 * usage: growth CONFIG KIND FILE...
 *
 * Reads each file as one of the kind and prints how many findings there are. Others
 * measure what that takes: growth.sh. The config, lint/tool/growth/articles.yaml, is that
 * of articles, which count as files of its folder. The kind `rules` reads them as well,
 * and prints for each file and rule how many findings there are.
 */
struct input {
    const char *path;
    struct str text;
    const struct profile *profile;
};

struct kind {
    const char *name;
    uint32_t (*read)(const struct input *input, struct arena *arena);
};

enum { READ_SIZE = 64 * 1024 };

/* An article; returns the findings of all rules. */
static uint32_t read_markdown(const struct input *input, struct arena *arena)
{
    static const struct run_context context = {.rules = &rules_all};
    struct source source;

    source_init(&source, arena, "text.md", input->text.data, input->text.len);
    return run_source(&source, &context, input->profile, arena).count;
}

/* The same; names the rules. */
static uint32_t read_rules(const struct input *input, struct arena *arena)
{
    static const struct run_context context = {.rules = &rules_all};
    uint32_t *counts = arena_array(arena, rules_all.count, sizeof(*counts));
    struct diagnostics found;
    struct source source;

    source_init(&source, arena, "text.md", input->text.data, input->text.len);
    found = run_source(&source, &context, input->profile, arena);
    for (uint32_t i = 0; i < found.count; i++)
        counts[found.items[i].rule]++;
    for (uint32_t i = 0; i < rules_all.count; i++)
        if (counts[i])
            printf("%s\t%s\t%lu\n", rules_all.rules[i]->name, input->path,
                   (unsigned long)counts[i]);
    return found.count;
}

static struct value_input whole(struct str text)
{
    return (struct value_input){text.data, span_make(0, (uint32_t)text.len),
                                VALUE_MAX_NODES_DATA};
}

static const struct schema *compile(struct str text, struct arena *arena)
{
    struct schema_options options = schema_options_default(STR(""));
    struct schema_error error;
    struct value_tree tree;

    json_read(arena, whole(text), &tree);
    return tree.root ? schema_compile(arena, &tree, STR("stet:growth"), &options, &error)
                     : NULL;
}

/* A schema in JSON; returns what it finds wrong with a small document. */
static uint32_t read_schema(const struct input *input, struct arena *arena)
{
    const struct str document = STR("title: aaaa\ntags: [a, b]\n");
    const struct schema *schema = compile(input->text, arena);
    struct value_tree tree;
    uint32_t count = 0;

    yaml_read(arena, whole(document), &tree);
    if (schema)
        schema_explain(schema, &tree, document.data, arena, &count);
    return count;
}

/* The same schema by itself: returns its flaws. */
static uint32_t read_flaws(const struct input *input, struct arena *arena)
{
    struct schema_options options = schema_options_default(STR(""));
    const struct flaw *flaws;
    struct source source;
    uint32_t count = 0;

    source_init(&source, arena, "/schema.json", input->text.data, input->text.len);
    flaws = schema_flaws(arena, "/schema.json", &source, &options);
    for (const struct flaw *flaw = flaws; flaw; flaw = flaw->next)
        count++;
    return count;
}

/* Front matter in YAML; returns what a strict schema finds wrong with it. */
static uint32_t read_values(const struct input *input, struct arena *arena)
{
    const struct schema *schema =
        compile(STR("{\"properties\": {\"title\": {\"type\": \"string\"},"
                    "\"tags\": {\"items\": {\"enum\": [\"a\", \"b\", 1]}},"
                    "\"pages\": {\"uniqueItems\": true, \"items\": {"
                    "\"required\": [\"name\"], \"unevaluatedProperties\": false,"
                    "\"properties\": {\"name\": {\"pattern\": \"^a\"}}}}},"
                    "\"required\": [\"title\"], \"additionalProperties\": false}"),
                arena);
    struct value_tree tree;
    uint32_t count;

    yaml_read(arena, whole(input->text), &tree);
    schema_explain(schema, &tree, input->text.data, arena, &count);
    return count + tree.problem_count;
}

/* A config; returns its errors. */
static uint32_t read_config(const struct input *input, struct arena *arena)
{
    struct config_options options = {.file = input->path};
    struct config *config = config_new(arena, &rules_all, &options);
    uint32_t count;

    config_errors(config, &count);
    for (int i = 0; count == 0 && i < 10; i++)
        config_profile(config, arena_format(arena, "/folder/page%d.md", i));
    return count + config_errors_left_out(config);
}

/* A .gitignore file; returns how many of some paths it leaves out. */
static uint32_t read_ignore(const struct input *input, struct arena *arena)
{
    struct ignore_list list = {0};
    uint32_t count = 0;

    ignore_read(&list, input->text, arena);
    for (int i = 0; i < 10; i++)
        count += ignore_match(&list, arena_format(arena, "folder/page%d.md", i), false) ==
                 IGNORE_LEAVE;
    return count;
}

/* A regular expression; returns whether it can be used. */
static uint32_t read_pattern(const struct input *input, struct arena *arena)
{
    struct regex_error error;

    return regex_compile(arena, input->text, 0, &error) != NULL;
}

static const struct kind kinds[] = {
    {"markdown", read_markdown}, {"schema", read_schema}, {"flaws", read_flaws},
    {"values", read_values},     {"config", read_config}, {"ignore", read_ignore},
    {"pattern", read_pattern},   {"rules", read_rules},
};

static const struct kind *find_kind(const char *name)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    fprintf(stderr, "growth: there is no kind %s\n", name);
    exit(2);
}

static void read_file(const char *path, struct buf *text)
{
    FILE *file = fopen(path, "rb");
    size_t len = 0;

    if (!file) {
        fprintf(stderr, "growth: cannot read %s\n", path);
        exit(2);
    }
    text->len = 0;
    do {
        text->len += len;
        buf_reserve(text, READ_SIZE);
        len = fread(text->data + text->len, 1, READ_SIZE, file);
    } while (len);
    fclose(file);
    buf_putc(text, '\0');
}

/* What the config says about a file of that name in its folder. It must have no
 * mistakes. */
static const struct profile *profile_of(struct config *config, const char *config_path,
                                        const char *path, struct arena *arena)
{
    struct str folder = path_folder(path_real(arena, config_path));
    struct str name = path_name(str_from(path));
    const struct profile *profile =
        config_profile(config, path_join(arena, folder, name));
    uint32_t count;
    const struct config_error *errors = config_errors(config, &count);

    if (!count)
        return profile;
    fprintf(stderr, "growth: %s: %s\n", config_path, errors[0].mistake.message.data);
    exit(2);
}

int main(int argc, char **argv)
{
    const struct kind *kind = argc > 3 ? find_kind(argv[2]) : NULL;
    struct buf text = BUF_INIT;
    unsigned long findings = 0;
    struct config_options options = {.file = argc > 1 ? argv[1] : NULL};
    struct config *config;
    struct arena run;
    struct arena arena;

    if (!kind) {
        fprintf(stderr, "usage: growth CONFIG KIND FILE...\n");
        return 2;
    }
    arena_init(&run);
    arena_init(&arena);
    config = config_new(&run, &rules_all, &options);
    for (int i = 3; i < argc; i++) {
        struct input input = {.path = argv[i],
                              .profile = profile_of(config, argv[1], argv[i], &run)};

        read_file(argv[i], &text);
        input.text = (struct str){text.data, text.len - 1};
        findings += kind->read(&input, &arena);
        arena_reset(&arena);
    }
    printf("%d files, %lu findings\n", argc - 3, findings);
    buf_release(&text);
    arena_release(&arena);
    arena_release(&run);
    return 0;
}
