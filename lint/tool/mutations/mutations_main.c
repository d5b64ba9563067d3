/* mutations_main.c - is a mistake shown on the line where it is? Not part of stet. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/files/file.h"
#include "lint/schema/schema.h"
#include "lint/tool/mutations/mutate.h"
#include "lint/tool/mutations/sample.h"

enum {
    MAX_SCHEMA = 1024 * 1024,
    WANTED = 500,      /* mutations that make a document invalid, of each schema */
    MAX_TRIES = 20000, /* documents, until there are so many */
    ONE_IN = 6, /* of all mutations of a document, so that there are many of them */
    HELD_PERMILLE = 995,
};

struct tally {
    uint32_t found, total, findings;
};

struct run {
    struct arena schema_arena;
    struct arena arena; /* of one document */
    const char *path;
    const struct schema *schema;
    struct value *document;
    struct tally kinds[MUTATION_KIND_COUNT];
    struct tally all;
    struct random *random;
    uint32_t wanted; /* of this schema, still */
    uint32_t unseen; /* alternatives that no document took */
};

static bool read_schema(struct run *run, struct value_tree *tree)
{
    struct buf bytes = BUF_INIT;
    struct schema_options options = schema_options_default(STR(""));
    struct schema_error error = {0};
    const char *reason = "";
    struct str text;

    run->schema = NULL;
    if (file_read(run->path, MAX_SCHEMA, &bytes, &reason)) {
        text = arena_str(&run->schema_arena, buf_str(&bytes));
        yaml_read(&run->schema_arena,
                  (struct value_input){text.data, span_make(0, (uint32_t)text.len),
                                       VALUE_MAX_NODES_DATA},
                  tree);
        if (tree->root)
            run->schema = schema_compile(&run->schema_arena, tree, STR("test:schema"),
                                         &options, &error);
        if (!run->schema)
            reason = error.mistake.message.len ? error.mistake.message.data : "no schema";
    }
    buf_release(&bytes);
    if (!run->schema)
        fprintf(stderr, "%s: %s\n", run->path, reason);
    return run->schema;
}

/* The document as it is now, written and read. */
static struct str written(struct run *run, struct value_tree *tree)
{
    struct buf out = BUF_INIT;
    struct str text;

    mutation_write(&out, run->document);
    text = arena_str(&run->arena, buf_str(&out));
    buf_release(&out);
    yaml_read(&run->arena,
              (struct value_input){text.data, span_make(0, (uint32_t)text.len),
                                   VALUE_MAX_NODES},
              tree);
    return text;
}

static uint32_t line_of(struct str text, const struct violation *violation)
{
    uint32_t line = 0;

    for (uint32_t i = 0; !violation->at_root && i < violation->mistake.span.start; i++)
        line += text.data[i] == '\n';
    return line;
}

static void print_miss(const struct run *run, const struct mutation *mutation,
                       struct str text, const struct violation *found, uint32_t count)
{
    printf("\n%s: %s on line %" PRIu32 "\n%s", run->path, mutation_name(mutation->kind),
           mutation_line(mutation) + 1, text.data);
    for (uint32_t i = 0; i < count; i++)
        printf("  %" PRIu32 ": %s\n", line_of(text, &found[i]) + 1,
               found[i].mistake.message.data);
}

static void add(struct tally *tally, bool found, uint32_t findings)
{
    tally->found += found;
    tally->findings += findings;
    tally->total++;
}

static void check_mutation(const struct mutation *mutation, void *context)
{
    struct run *run = context;
    const struct violation *violations;
    struct value_tree tree;
    struct str text;
    uint32_t count;
    bool found = false;

    if (!run->wanted || random_below(run->random, ONE_IN))
        return;
    text = written(run, &tree);
    if (schema_valid(run->schema, &tree, &run->arena))
        return;
    violations = schema_explain(run->schema, &tree, text.data, &run->arena, &count);
    for (uint32_t i = 0; i < count; i++)
        found |= line_of(text, &violations[i]) == mutation_line(mutation);
    if (!found)
        print_miss(run, mutation, text, violations, count);
    add(&run->kinds[mutation->kind], found, count);
    add(&run->all, found, count);
    run->wanted--;
}

/* Samples a document; false where it is not valid. */
static bool take_document(struct run *run, struct sampler *sampler)
{
    struct value_tree tree;

    run->document = sample_document(sampler);
    if (run->document->kind != VALUE_MAP)
        return false;
    written(run, &tree);
    return !tree.problem_count && schema_valid(run->schema, &tree, &run->arena);
}

/* Notes the alternatives of a document that was valid. */
static void keep_taken(bool *kept, const bool *taken, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        kept[i] |= taken[i];
}

static void check_schema(struct run *run, const struct value_tree *tree, uint32_t seed)
{
    bool *taken = arena_array(&run->schema_arena, tree->value_count, sizeof(*taken));
    bool *kept = arena_array(&run->schema_arena, tree->value_count, sizeof(*kept));
    struct sampler *sampler = arena_alloc(&run->schema_arena, sizeof(*sampler));
    struct alternatives alternatives;

    *sampler = (struct sampler){&run->arena, tree->root, random_start(seed), taken, 0};
    run->random = &sampler->random;
    run->wanted = WANTED;
    for (uint32_t i = 0; run->wanted && i < MAX_TRIES; i++) {
        memset(taken, 0, tree->value_count * sizeof(*taken));
        if (take_document(run, sampler)) {
            keep_taken(kept, taken, tree->value_count);
            mutate_each(run->document, &sampler->random, &run->arena, check_mutation,
                        run);
        }
        arena_reset(&run->arena);
    }
    alternatives = sample_alternatives(tree->root, kept);
    run->unseen += alternatives.count - alternatives.taken;
    if (run->wanted || alternatives.taken < alternatives.count)
        printf("%s: %d mutations, %" PRIu32 " of %" PRIu32 " alternatives\n", run->path,
               WANTED - (int)run->wanted, alternatives.taken, alternatives.count);
}

static void print_tally(const char *name, const struct tally *tally)
{
    double total = tally->total ? tally->total : 1;

    printf("%-15s %5" PRIu32 " of %5" PRIu32 "  %6.2f%%  %.2f findings each\n", name,
           tally->found, tally->total, 100 * tally->found / total,
           tally->findings / total);
}

static bool print_run(const struct run *run)
{
    for (int kind = 0; kind < MUTATION_KIND_COUNT; kind++)
        print_tally(mutation_name((enum mutation_kind)kind), &run->kinds[kind]);
    print_tally("all", &run->all);
    return run->all.total && !run->unseen &&
           (uint64_t)run->all.found * 1000 >= (uint64_t)run->all.total * HELD_PERMILLE;
}

int main(int argc, char **argv)
{
    uint32_t seed = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 0;
    struct run run = {.path = NULL};
    bool held = true;

    if (argc < 3) {
        fprintf(stderr, "usage: mutations SEED SCHEMA…\n");
        return 2;
    }
    arena_init(&run.schema_arena);
    arena_init(&run.arena);
    for (int i = 2; i < argc; i++) {
        struct value_tree tree = {.root = NULL};

        run.path = argv[i];
        if (read_schema(&run, &tree))
            check_schema(&run, &tree, seed + (uint32_t)i);
        else
            held = false;
        arena_reset(&run.schema_arena);
    }
    printf("\nmutations, seed %" PRIu32 ", %d schemas\n", seed, argc - 2);
    held &= print_run(&run);
    arena_release(&run.arena);
    arena_release(&run.schema_arena);
    return held ? 0 : 1;
}
