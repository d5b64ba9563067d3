/* stages_main.c - times each stage of a check, and each rule */

/*
 * In one process, so that a profiler sees all of it as well. Each stage is timed for each
 * file, and the shortest time of several rounds counts: what other work on the machine
 * adds is left out.
 */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lint/command/version.h"
#include "lint/document/front_matter.h"
#include "lint/files/discover.h"
#include "lint/files/file.h"
#include "lint/markdown/fill.h"
#include "lint/markdown/markdown.h"
#include "lint/report/report.h"
#include "lint/results/codec.h"
#include "lint/run/article_schema.h"
#include "lint/run/run.h"
#include "lint/run/schedule.h"
#include "rules/rules.h"

enum stage {
    STAGE_READ,
    STAGE_LINES,
    STAGE_FRONT_MATTER,
    STAGE_BLOCKS,
    STAGE_INLINES,
    STAGE_DOCUMENT,
    STAGE_RULES,
    STAGE_TELLING,
    STAGE_PARENT,
    STAGES
};

static const char *const stage_names[STAGES] = {
    "read",         "lines",
    "front matter", "blocks",
    "inlines",      "nodes by line, comments",
    "rules",        "telling (worker)",
    "parent",
};

/* The shortest times of one file, in nanoseconds. */
struct times {
    uint64_t stages[STAGES];
    uint64_t *rules; /* by rule, then with none */
};

struct bench {
    const struct discovery *found;
    struct times *times;      /* by file */
    struct profile *profiles; /* by rule: with it alone; then with none, then with all */
    struct run_context context;
    struct codec codec;
    struct report report;
    struct schema_cache schemas;
    struct schedule_cache schedules;
    struct arena run;   /* for the whole run */
    struct arena file;  /* for the current file */
    struct arena after; /* for what is made after its document */
    struct buf text;
    struct buf packed;
    uint64_t last; /* the clock at the end of the last stage */
    uint64_t bytes;
};

static uint64_t clock_now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

_Noreturn static void give_up(const char *what, const char *why)
{
    fprintf(stderr, "bench-stages: %s: %s\n", what, why);
    exit(2);
}

/* Lowers *least to the time since the last call, if that is less. */
static void lap(struct bench *bench, uint64_t *least)
{
    uint64_t now = clock_now();
    uint64_t spent = now - bench->last;

    if (!*least || spent < *least)
        *least = spent ? spent : 1;
    bench->last = clock_now();
}

/* The stages of document_parse(). */
static void parse(struct bench *bench, struct document *document,
                  const struct source *source, uint64_t *stages)
{
    struct arena *arena = &bench->file;
    const struct blocks *blocks;
    struct tree tree;

    *document = (struct document){.source = source};
    front_matter_read(document, arena, READ_AS_PROGRAMS);
    lap(bench, &stages[STAGE_FRONT_MATTER]);
    markdown_tree(&tree, arena, source, document->body_line);
    blocks =
        blocks_read(&bench->after, arena, source, document->body_line, MARKDOWN_ARTICLE);
    lap(bench, &stages[STAGE_BLOCKS]);
    blocks_fill(blocks, &tree);
    lap(bench, &stages[STAGE_INLINES]);
    arena_reset(&bench->after);
    document_take(document, &tree, arena);
    lap(bench, &stages[STAGE_DOCUMENT]);
}

/* The stages that follow, in the worker and in its parent. */
static void tell(struct bench *bench, const struct document *document, uint64_t *stages)
{
    const struct profile *all = &bench->profiles[rules_all.count + 1];
    struct diagnostics found;
    struct file_results results;

    found = run_document(document, &bench->context, all, &bench->file);
    lap(bench, &stages[STAGE_RULES]);
    bench->packed.len = 0;
    results_make_packed(&bench->codec, found, document->source, &bench->file,
                        &bench->packed);
    lap(bench, &stages[STAGE_TELLING]);
    if (!results_unpack(&bench->codec, buf_str(&bench->packed), &bench->after, &results))
        give_up("results", "cannot be unpacked");
    report_file(&bench->report, &results);
    bench->report.out.len = 0;
    lap(bench, &stages[STAGE_PARENT]);
    arena_reset(&bench->after);
}

static void run_rules(struct bench *bench, const struct document *document,
                      uint64_t *rules)
{
    for (uint32_t i = 0; i <= rules_all.count; i++) {
        bench->last = clock_now();
        run_document(document, &bench->context, &bench->profiles[i], &bench->after);
        lap(bench, &rules[i]);
        arena_reset(&bench->after);
    }
}

static void run_file(struct bench *bench, const struct found *file, struct times *times)
{
    struct document document;
    struct source source;
    const char *reason;

    bench->last = clock_now();
    if (!file_read_real(file->real, SOURCE_MAX_BYTES, &bench->text, NULL, &reason))
        give_up(file->path.data, reason);
    lap(bench, &times->stages[STAGE_READ]);
    source_init(&source, &bench->file, file->path.data, bench->text.data,
                bench->text.len);
    lap(bench, &times->stages[STAGE_LINES]);
    parse(bench, &document, &source, times->stages);
    tell(bench, &document, times->stages);
    if (times->rules)
        run_rules(bench, &document, times->rules);
    bench->bytes += source.size;
    arena_reset(&bench->file);
}

static void print_stages(const struct bench *bench)
{
    uint64_t sums[STAGES] = {0};
    uint64_t total = 0;

    for (uint32_t i = 0; i < bench->found->count; i++)
        for (int stage = 0; stage < STAGES; stage++)
            sums[stage] += bench->times[i].stages[stage];
    for (int stage = 0; stage < STAGES; stage++)
        total += sums[stage];
    printf("%-28s %9s %7s %9s\n", "stage", "ms", "%", "ns/byte");
    for (int stage = 0; stage < STAGES; stage++)
        printf("%-28s %9.2f %7.1f %9.2f\n", stage_names[stage], (double)sums[stage] / 1e6,
               100 * (double)sums[stage] / (double)total,
               (double)sums[stage] / (double)bench->bytes);
    printf("%-28s %9.2f %7.1f %9.2f\n", "all", (double)total / 1e6, 100.0,
           (double)total / (double)bench->bytes);
}

/* A rule, and what it adds to a run without rules in nanoseconds. */
struct cost {
    const struct rule *rule;
    double spent;
};

static int compare_costs(const void *a, const void *b)
{
    double x = ((const struct cost *)a)->spent;
    double y = ((const struct cost *)b)->spent;

    return (x < y) - (x > y);
}

static void print_rules(const struct bench *bench)
{
    uint32_t count = rules_all.count;
    struct cost costs[RULES_MAX] = {{NULL, 0}};
    double none = 0;
    double total = 0;

    for (uint32_t i = 0; i < bench->found->count; i++)
        none += (double)bench->times[i].rules[count];
    for (uint32_t r = 0; r < count; r++) {
        costs[r] = (struct cost){rules_all.rules[r], -none};
        for (uint32_t i = 0; i < bench->found->count; i++)
            costs[r].spent += (double)bench->times[i].rules[r];
        total += costs[r].spent;
    }
    qsort(costs, count, sizeof(costs[0]), compare_costs);
    printf("\n%-28s %9s %7s\n", "rule", "ms", "%");
    for (uint32_t r = 0; r < count; r++)
        printf("%-28s %9.3f %7.1f\n", costs[r].rule->name, costs[r].spent / 1e6,
               100 * costs[r].spent / total);
    printf("%-28s %9.3f\n%-28s %9.3f\n", "all rules", total / 1e6, "a run without rules",
           none / 1e6);
}

static void prepare_profiles(struct bench *bench)
{
    uint32_t count = rules_all.count;

    bench->profiles = arena_array(&bench->run, count + 2, sizeof(*bench->profiles));
    for (uint32_t i = 0; i < count + 2; i++) {
        struct profile *profile = &bench->profiles[i];

        profile_init(profile, &rules_all, PRESET_NAME_ALL, &bench->run);
        for (uint32_t r = 0; r < count && i <= count; r++)
            if (r != i)
                profile->severities[r] = SEVERITY_OFF;
    }
}

static void prepare_report(struct bench *bench)
{
    struct report_context context = {.rules = &rules_all,
                                     .version = stet_version(),
                                     .homepage = stet_homepage(),
                                     .file_count = bench->found->count};

    report_begin(&bench->report, &reporter_json, &context);
    codec_init(&bench->codec, &rules_all, reporter_json.want);
    schema_cache_init(&bench->schemas);
    bench->context = (struct run_context){.rules = &rules_all,
                                          .schemas = &bench->schemas,
                                          .now = instant_now(clock_now() / 1000000000),
                                          .schedules = &bench->schedules};
}

static void measure(struct bench *bench, int rounds, bool rules)
{
    const struct discovery *found = bench->found;

    bench->times = arena_array(&bench->run, found->count, sizeof(*bench->times));
    for (uint32_t i = 0; i < found->count && rules; i++)
        bench->times[i].rules =
            arena_array(&bench->run, rules_all.count + 1, sizeof(uint64_t));
    for (int round = 0; round < rounds; round++) {
        bench->bytes = 0;
        for (uint32_t i = 0; i < found->count; i++) {
            struct found file = found_of(&found->items[i], &bench->run);

            if (file.kind == FOUND_FILE)
                run_file(bench, &file, &bench->times[i]);
        }
    }
}

int main(int argc, char **argv)
{
    static struct bench bench;
    struct discover_options options = {.no_gitignore = true};
    struct discovery found;
    int rounds = argc == 3 ? (int)strtol(argv[1], NULL, 10) : 0;
    bool rules = rounds > 1;

    if (rounds < 1) {
        fputs("usage: bench-stages ROUNDS FOLDER\n"
              "One round gives no rules by themselves: for a profiler.\n",
              stderr);
        return 2;
    }
    arena_init(&bench.run);
    arena_init(&bench.file);
    arena_init(&bench.after);
    discover(&bench.run, (const char *const *)argv + 2, 1, &options, &found);
    bench.found = &found;
    prepare_profiles(&bench);
    prepare_report(&bench);
    measure(&bench, rounds, rules);
    print_stages(&bench);
    if (rules)
        print_rules(&bench);
    return 0;
}
