/* fixes_main.c - no safe fix changes what an article says, over whole corpora */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/files/discover.h"
#include "lint/files/file.h"
#include "lint/schema/schema.h"
#include "lint/source/source.h"
#include "lint/tool/fixes/mutate.h"
#include "lint/tool/fixes/property.h"
#include "rules/rules.h"

/* How many failures are shown of one rule. */
enum { SHOWN_MAX = 20 };

/* What came of one variant of a rule. */
struct tally {
    uint32_t texts; /* in which something was fixed */
    uint32_t fixes;
    uint32_t rounds; /* the most for one text */
    uint32_t harms[HARM_KINDS];
};

struct test {
    struct variants variants;
    struct tally *tallies; /* by variant */
    const char *only;      /* the code of a rule; NULL: all */
    const char *keep;      /* a folder for texts that were harmed; NULL: none */
    uint64_t seed;
    uint32_t mutations; /* of each file */
    uint32_t texts;
    struct arena arena;
};

static const char *code_of(const struct variant *variant)
{
    return variant->rule ? variant->rule->code : "all";
}

static void keep_text(const struct test *test, struct str text)
{
    char path[4096];
    FILE *file;

    snprintf(path, sizeof(path), "%s/%u.md", test->keep, test->texts);
    file = fopen(path, "wb");
    if (!file)
        return;
    fwrite(text.data, 1, text.len, file);
    fclose(file);
}

static void show(const struct test *test, const struct variant *variant,
                 struct verdict verdict, const char *path)
{
    printf("%s:%u: %s: %s %.*s (text %u)\n", path, verdict.line, harm_names[verdict.harm],
           code_of(variant), (int)variant->options.len,
           variant->options.data ? variant->options.data : "", test->texts);
}

static void check_variant(struct test *test, uint32_t index, struct str text,
                          const char *path, bool original)
{
    const struct variant *variant = &test->variants.items[index];
    struct verdict verdict = property_check(text, variant, original);
    struct tally *tally = &test->tallies[index];

    tally->texts += verdict.fixes > 0;
    tally->fixes += verdict.fixes;
    if (tally->rounds < verdict.rounds)
        tally->rounds = verdict.rounds;
    if (!verdict.harm)
        return;
    if (tally->harms[verdict.harm]++ < SHOWN_MAX)
        show(test, variant, verdict, path);
    if (test->keep)
        keep_text(test, text);
}

static void check_text(struct test *test, struct str text, const char *path,
                       bool original)
{
    test->texts++;
    for (uint32_t i = 0; i < test->variants.count; i++)
        if (!test->only || strcmp(test->only, code_of(&test->variants.items[i])) == 0)
            check_variant(test, i, text, path, original);
}

static void check_file(struct test *test, struct found found)
{
    struct buf text = BUF_INIT;
    const char *reason;

    if (found.kind != FOUND_FILE ||
        !file_read(found.path.data, SOURCE_MAX_BYTES, &text, &reason)) {
        fprintf(stderr, "fix-property: cannot read %s\n", found.path.data);
        exit(2);
    }
    check_text(test, buf_str(&text), found.path.data, true);
    for (uint32_t i = 0; i < test->mutations; i++) {
        struct buf mutated = BUF_INIT;

        mutate(buf_str(&text), str_hash(found.path) ^ (test->seed * 1000 + i), &mutated);
        check_text(test, buf_str(&mutated), found.path.data, false);
        buf_release(&mutated);
    }
    buf_release(&text);
}

/* Prints the table of what may change, and what was done under it. */
static uint32_t print_table(const struct test *test)
{
    uint32_t harmed = 0;

    printf("%-6s %-18s %-6s %-42s %7s %8s %6s %8s %6s %9s %7s\n", "rule", "elements",
           "text", "options", "texts", "fixes", "rounds", "rendered", "values",
           "left over", "unquiet");
    for (uint32_t i = 0; i < test->variants.count; i++) {
        const struct variant *variant = &test->variants.items[i];
        const struct tally *tally = &test->tallies[i];
        struct rule_change change =
            variant->rule ? variant->rule->change : (struct rule_change){NULL, NULL};

        if (test->only && strcmp(test->only, code_of(variant)) != 0)
            continue;
        printf("%-6s %-18s %-6s %-42.*s %7u %8u %6u", code_of(variant),
               change.elements ? change.elements : "-",
               !change.characters          ? "-"
               : *change.characters == ' ' ? "spaces"
                                           : change.characters,
               (int)variant->options.len,
               variant->options.data ? variant->options.data : "", tally->texts,
               tally->fixes, tally->rounds);
        printf(" %8u %6u %9u %7u\n", tally->harms[HARM_RENDERED],
               tally->harms[HARM_VALUES], tally->harms[HARM_LEFT_OVER],
               tally->harms[HARM_UNQUIET]);
        for (int harm = HARM_NONE + 1; harm < HARM_KINDS; harm++)
            harmed += tally->harms[harm];
    }
    return harmed;
}

static const struct schema *load_schema(struct test *test, const char *path)
{
    static struct schema_options options;
    struct schema_error error;
    const struct schema *schema;

    options = schema_options_default(STR(""));
    schema = schema_load(&test->arena, path, &options, &error);
    if (!schema) {
        fprintf(stderr, "fix-property: cannot load %s\n", path);
        exit(2);
    }
    return schema;
}

_Noreturn static void usage(void)
{
    fputs("usage: fix-property [--seed N] [--mutations N] [--rule CODE] [--keep FOLDER]\n"
          "                    [--schema FILE] PATH...\n",
          stderr);
    exit(2);
}

/* The options; returns the index of the first path. */
static int read_options(struct test *test, char **argv, const struct schema **schema)
{
    int i = 1;

    for (; argv[i] && strncmp(argv[i], "--", 2) == 0; i += 2) {
        if (!argv[i + 1])
            usage();
        if (strcmp(argv[i], "--seed") == 0)
            test->seed = strtoull(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--mutations") == 0)
            test->mutations = (uint32_t)strtoul(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--rule") == 0)
            test->only = argv[i + 1];
        else if (strcmp(argv[i], "--keep") == 0)
            test->keep = argv[i + 1];
        else if (strcmp(argv[i], "--schema") == 0)
            *schema = load_schema(test, argv[i + 1]);
        else
            usage();
    }
    return i;
}

int main(int argc, char **argv)
{
    static const struct discover_options options = {.no_gitignore = true};
    struct test test = {.seed = 1};
    const struct schema *schema = NULL;
    struct discovery found;
    uint32_t harmed;
    int first;

    arena_init(&test.arena);
    first = read_options(&test, argv, &schema);
    if (first >= argc)
        usage();
    test.variants = variants_make(&rules_all, schema, &test.arena);
    test.tallies = arena_array(&test.arena, test.variants.count, sizeof(*test.tallies));
    discover(&test.arena, (const char *const *)&argv[first], (uint32_t)(argc - first),
             &options, &found);
    for (uint32_t i = 0; i < found.count; i++)
        check_file(&test, found_of(&found.items[i], &test.arena));
    harmed = print_table(&test);
    printf("texts %u, seed %llu, harmed %u\n", test.texts, (unsigned long long)test.seed,
           harmed);
    arena_release(&test.arena);
    return harmed ? 1 : 0;
}
