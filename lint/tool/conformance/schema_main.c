/* schema_main.c - runs the official JSON Schema test suite; not part of stet */

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lint/files/file.h"
#include "lint/files/path.h"
#include "lint/schema/schema.h"
#include "lint/value/value.h"

struct tally {
    unsigned passed;
    unsigned total;
};

struct options {
    bool invert;  /* expect the opposite of every verdict: nothing may pass */
    bool verbose; /* name the tests that fail */
};

enum { MAX_FILE = 16 * 1024 * 1024 };

static void count(struct tally *tally, bool passed)
{
    tally->passed += passed;
    tally->total++;
}

static bool read_bytes(struct arena *arena, const char *path, struct str *text)
{
    struct buf bytes = BUF_INIT;
    const char *reason;
    bool done = file_read(path, MAX_FILE, &bytes, &reason);

    if (!done)
        fprintf(stderr, "%s: %s\n", path, reason);
    else
        *text = arena_str(arena, buf_str(&bytes));
    buf_release(&bytes);
    return done;
}

static struct value_input whole(struct str text)
{
    return (struct value_input){text.data, span_make(0, (uint32_t)text.len),
                                VALUE_MAX_NODES_DATA};
}

/* The entries of a folder in the order of their names; NULL when there is no such
 * folder. */
static struct dirent **list_folder(const char *folder, int *count_out)
{
    struct dirent **entries = NULL;

    *count_out = scandir(folder, &entries, NULL, alphasort);
    return *count_out < 0 ? NULL : entries;
}

/* Calls visit with the path of every file in folder. */
static void each_file(const char *folder, void (*visit)(const char *path, void *context),
                      void *context)
{
    int entry_count;
    struct dirent **entries = list_folder(folder, &entry_count);
    struct stat status;
    struct arena arena;

    arena_init(&arena);
    for (int i = 0; entries && i < entry_count; i++) {
        struct str path = arena_format(&arena, "%s/%s", folder, entries[i]->d_name);

        if (stat(path.data, &status) == 0 && S_ISREG(status.st_mode))
            visit(path.data, context);
        free(entries[i]);
    }
    free(entries);
    arena_release(&arena);
}

struct schema_run {
    const struct options *options;
    struct schema_options schema;
    struct tally tally;
    unsigned unreadable;  /* files */
    const char *path;     /* of the current file */
    const char *data;     /* its bytes */
    struct str test_case; /* its description */
};

static struct str text_of(const struct value *map, const char *key)
{
    const struct value *value = value_get(map, key);

    return value ? value->text : STR("");
}

static void complain(const struct schema_run *run, struct str what)
{
    printf("  %s: %.*s: %.*s\n", run->path, (int)run->test_case.len, run->test_case.data,
           (int)what.len, what.data);
}

static void run_test(struct schema_run *run, const struct schema *schema,
                     const struct value *test)
{
    const struct value *valid = value_get(test, "valid");
    struct value_tree instance = {.root = (struct value *)value_get(test, "data")};
    struct arena arena;
    bool passed = false;
    bool verdict;
    uint32_t violations;

    arena_init(&arena);
    if (schema && valid && instance.root) {
        verdict = schema_valid(schema, &instance, &arena);
        schema_explain(schema, &instance, run->data, &arena, &violations);
        passed = verdict == (valid->boolean != run->options->invert) &&
                 verdict == (violations == 0);
    }
    count(&run->tally, passed);
    if (!passed && run->options->verbose)
        complain(run, text_of(test, "description"));
    arena_release(&arena);
}

static void run_case(struct schema_run *run, const struct value_tree *file,
                     const struct value *test_case, struct arena *arena)
{
    struct value_tree tree = {.root = (struct value *)value_get(test_case, "schema"),
                              .value_count = file->value_count};
    const struct value *tests = value_get(test_case, "tests");
    struct schema_error error;
    const struct schema *schema =
        schema_compile(arena, &tree, STR("test:schema"), &run->schema, &error);

    run->test_case = text_of(test_case, "description");
    if (!schema && run->options->verbose)
        complain(run, error.mistake.message);
    for (uint32_t i = 0; i < tests->count; i++)
        run_test(run, schema, tests->entries[i].value);
}

/* A file that cannot be read would skip its tests silently. */
static bool read_suite_file(struct arena *arena, const char *path, struct str *text,
                            struct value_tree *tree)
{
    if (!read_bytes(arena, path, text))
        return false;
    json_read(arena, whole(*text), tree);
    if (tree->problem_count || !tree->root || !tree->root->count)
        fprintf(stderr, "%s: no list of test cases\n", path);
    return !tree->problem_count && tree->root && tree->root->count;
}

static void run_schema_file(const char *path, void *context)
{
    struct schema_run *run = context;
    struct arena arena;
    struct value_tree tree;
    struct str text;

    run->path = path;
    arena_init(&arena);
    if (read_suite_file(&arena, path, &text, &tree)) {
        run->data = text.data;
        for (uint32_t i = 0; i < tree.root->count; i++)
            run_case(run, &tree, tree.root->entries[i].value, &arena);
    } else {
        run->unreadable++;
    }
    arena_release(&arena);
}

/* False when something is wrong: a test that fails or, with inverted verdicts, one that
 * passes. */
static bool run_section(const char *folder, const struct options *options,
                        const struct schema_options *schema, struct tally *tally)
{
    struct schema_run run = {.options = options, .schema = *schema};

    each_file(folder, run_schema_file, &run);
    *tally = run.tally;
    /* A missing section has failed. */
    return run.tally.total && !run.unreadable &&
           run.tally.passed == (options->invert ? 0 : run.tally.total);
}

enum section { REQUIRED, OPTIONAL, FORMAT, SECTION_COUNT };

struct draft {
    const char *folder;
    enum dialect dialect;
};

/* Prints one line of the table; false when something is wrong in it. */
static bool run_draft(const char *suite, const struct draft *draft,
                      const struct options *options)
{
    static const char *const folders[] = {"", "/optional", "/optional/format"};
    struct tally tallies[SECTION_COUNT];
    bool good = true;
    struct arena arena;

    arena_init(&arena);
    for (int i = 0; i < SECTION_COUNT; i++) {
        struct schema_remote remote = {
            STR("http://localhost:1234/"),
            path_real(&arena, arena_format(&arena, "%s/remotes", suite).data)};
        struct schema_options schema = {.dialect = draft->dialect,
                                        .assert_format = i == FORMAT,
                                        .remotes = &remote,
                                        .remote_count = 1};
        struct str folder =
            arena_format(&arena, "%s/tests/%s%s", suite, draft->folder, folders[i]);

        good &= run_section(folder.data, options, &schema, &tallies[i]);
    }
    arena_release(&arena);
    printf("%-14s %7u/%-6u %7u/%-6u %9u/%-6u\n", draft->folder, tallies[0].passed,
           tallies[0].total, tallies[1].passed, tallies[1].total, tallies[2].passed,
           tallies[2].total);
    return good;
}

static int run_suite(const char *suite, const struct options *options)
{
    static const struct draft drafts[] = {
        {"draft2020-12", DIALECT_2020_12}, {"draft2019-09", DIALECT_2019_09},
        {"draft7", DIALECT_DRAFT7},        {"draft6", DIALECT_DRAFT6},
        {"draft4", DIALECT_DRAFT4},
    };
    bool good = true;

    if (options->invert)
        printf("all verdicts expected the other way round: nothing may pass\n");
    printf("%-14s %14s %14s %16s\n", "draft", "required", "optional", "optional/format");
    for (size_t i = 0; i < sizeof(drafts) / sizeof(drafts[0]); i++)
        good &= run_draft(suite, &drafts[i], options);
    return !good;
}

static int usage(void)
{
    fprintf(stderr, "usage: conformance [--invert] [--verbose] SUITE\n");
    return 2;
}

int main(int argc, char **argv)
{
    struct options options = {false, false};
    int i = 1;

    for (; i < argc && strncmp(argv[i], "--", 2) == 0; i++) {
        options.invert |= strcmp(argv[i], "--invert") == 0;
        options.verbose |= strcmp(argv[i], "--verbose") == 0;
    }
    if (argc - i != 1)
        return usage();
    return run_suite(argv[i], &options);
}
