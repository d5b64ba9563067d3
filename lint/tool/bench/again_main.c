/* again_main.c - times one document that is checked again and again, as in an editor */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lint/base/memory.h"
#include "lint/files/file.h"
#include "lint/report/report.h"
#include "lint/results/results.h"
#include "lint/run/article_schema.h"
#include "lint/run/run.h"
#include "lint/run/schedule.h"
#include "rules/rules.h"

enum { MAX_ROUNDS = 1001 };

/* What lasts from one check to the next. */
struct again {
    struct profile profile;
    struct schema_cache schemas;
    struct schedule_cache schedules;
    struct run_context context;
    struct arena run;
    struct arena file;
    struct buf text;
};

static double milliseconds(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Memory stays with the process, as with a worker of the server. */
static void prepare(struct again *again)
{
    memory_keep(4 << 20);
    arena_init(&again->run);
    arena_init(&again->file);
    schema_cache_init(&again->schemas);
    profile_init(&again->profile, &rules_all, PRESET_NAME_ALL, &again->run);
    again->context = (struct run_context){.rules = &rules_all,
                                          .schemas = &again->schemas,
                                          .now = instant_now(time(NULL)),
                                          .schedules = &again->schedules};
}

/* From the bytes to results with lines and columns; returns how many. */
static uint32_t check(struct again *again)
{
    struct source source;
    struct diagnostics found;
    uint32_t count;

    source_init(&source, &again->file, "document.md", again->text.data, again->text.len);
    found = run_source(&source, &again->context, &again->profile, &again->file);
    count =
        results_make(found, &source, &rules_all, reporter_json.want, &again->file).count;
    arena_reset(&again->file);
    return count;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    static struct again again;
    static double spent[MAX_ROUNDS];
    int rounds = argc == 3 ? (int)strtol(argv[1], NULL, 10) : 0;
    uint32_t findings = 0;
    const char *reason;

    if (rounds < 1 || rounds > MAX_ROUNDS) {
        fputs("usage: bench-again ROUNDS FILE\n", stderr);
        return 2;
    }
    if (!file_read(argv[2], SOURCE_MAX_BYTES, &again.text, &reason)) {
        fprintf(stderr, "bench-again: %s: %s\n", argv[2], reason);
        return 2;
    }
    prepare(&again);
    for (int i = 0; i < rounds; i++) {
        double start = milliseconds();

        findings = check(&again);
        spent[i] = milliseconds() - start;
    }
    qsort(spent, (size_t)rounds, sizeof(spent[0]), compare);
    printf("%zu bytes, %u findings: median %.2f ms, least %.2f ms of %d\n",
           again.text.len, findings, spent[rounds / 2], spent[0], rounds);
    return 0;
}
