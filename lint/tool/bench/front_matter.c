/* front_matter.c - times front matter: reading, YAML, validation */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lint/base/buf.h"
#include "lint/document/front_matter.h"
#include "lint/files/file.h"
#include "lint/schema/schema.h"
#include "lint/tool/bench/documents.h"
#include "lint/tool/bench/yaml.h"
#include "lint/value/json_write.h"

/* A batch is in memory at once, so that each stage is timed by itself, but with documents
 * that are still in the cache, as in a run. */
enum { DOCUMENTS = 20000, BATCH = 50, MAX_RUNS = 101 };

enum stage { STAGE_READ, STAGE_EVENTS, STAGE_YAML, STAGE_VALID, STAGE_ALL, STAGES };

static const char *const names[STAGES] = {
    "reading the file, cutting the block",
    "libyaml's events alone",
    "yaml_read",
    "schema_valid",
    "cutting, YAML and validation",
};

struct bench {
    struct arena arena; /* for the run */
    struct arena batch;
    struct buf path;
    const char *folder;
    const struct schema *schema;
    struct str texts[DOCUMENTS];
    struct source sources[BATCH];
    struct document documents[BATCH];
    uint64_t bytes; /* of the blocks */
    uint32_t invalid;
    double spent[STAGES][MAX_RUNS];
};

static double processor_time(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static const char *path_of(struct bench *bench, uint32_t number)
{
    bench->path.len = 0;
    buf_printf(&bench->path, "%s/%u.md", bench->folder, number);
    buf_putc(&bench->path, '\0');
    return bench->path.data;
}

_Noreturn static void give_up(const char *what, const char *why)
{
    fprintf(stderr, "bench-front-matter: %s: %s\n", what, why);
    exit(2);
}

static void write_documents(struct bench *bench)
{
    for (uint32_t i = 0; i < DOCUMENTS; i++) {
        FILE *file = fopen(path_of(bench, i), "wb");

        bench->texts[i] = document_make(&bench->arena, i);
        if (!file || fwrite(bench->texts[i].data, bench->texts[i].len, 1, file) != 1 ||
            fclose(file) != 0)
            give_up(bench->path.data, strerror(errno));
    }
}

static void read_file(struct bench *bench, uint32_t number, struct buf *text)
{
    struct document document = {0};
    struct source source;
    const char *trouble;

    if (!file_read(path_of(bench, number), SOURCE_MAX_BYTES, text, &trouble))
        give_up(bench->path.data, trouble);
    source_init(&source, &bench->batch, bench->path.data, text->data, text->len);
    document.source = &source;
    front_matter_cut(&document, READ_AS_PROGRAMS);
}

static void cut(struct bench *bench, uint32_t first)
{
    for (uint32_t i = 0; i < BATCH; i++) {
        struct str text = bench->texts[first + i];

        source_init(&bench->sources[i], &bench->arena, "", text.data, text.len);
        bench->documents[i].source = &bench->sources[i];
        front_matter_cut(&bench->documents[i], READ_AS_PROGRAMS);
    }
}

static void run_stage(struct bench *bench, enum stage stage, uint32_t number,
                      struct buf *scratch)
{
    struct document *document = &bench->documents[number % BATCH];
    struct front_matter *block = &document->front_matter;
    const char *data = document->source->data;
    struct value_input input = {data, block->text, VALUE_MAX_NODES};

    switch (stage) {
    case STAGE_READ:
        read_file(bench, number, scratch);
        break;
    case STAGE_EVENTS:
        bench_yaml_events(source_text(document->source, block->text));
        break;
    case STAGE_YAML:
        yaml_read(&bench->batch, input, &block->tree);
        break;
    case STAGE_VALID:
        bench->invalid += !schema_valid(bench->schema, &block->tree, &bench->batch);
        break;
    default:
        front_matter_read(document, &bench->batch, READ_AS_PROGRAMS);
        schema_valid(bench->schema, &block->tree, &bench->batch);
    }
}

static void run_batch(struct bench *bench, uint32_t first, double spent[STAGES],
                      struct buf *scratch)
{
    cut(bench, first);
    for (int stage = 0; stage < STAGES; stage++) {
        double start = processor_time();

        for (uint32_t i = 0; i < BATCH; i++)
            run_stage(bench, (enum stage)stage, first + i, scratch);
        spent[stage] += processor_time() - start;
    }
    for (uint32_t i = 0; i < BATCH; i++)
        bench->bytes += span_length(bench->documents[i].front_matter.text);
    arena_reset(&bench->batch);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

static double median(const double *values, int count)
{
    double sorted[MAX_RUNS] = {0};

    for (int i = 0; i < count; i++)
        sorted[i] = values[i];
    qsort(sorted, (size_t)count, sizeof(*sorted), compare);
    return sorted[count / 2];
}

static void print_row(struct bench *bench, enum stage stage, int runs)
{
    double ratios[MAX_RUNS] = {0};

    for (int i = 0; i < runs; i++)
        ratios[i] = bench->spent[stage][i] / bench->spent[STAGE_EVENTS][i];
    printf("%-36s %8.2f %8.2f\n", names[stage],
           1e6 * median(bench->spent[stage], runs) / DOCUMENTS, median(ratios, runs));
}

static void measure(struct bench *bench, int runs)
{
    struct buf scratch = BUF_INIT;

    for (int run = 0; run < runs; run++) {
        double spent[STAGES] = {0};

        bench->bytes = bench->invalid = 0;
        for (uint32_t i = 0; i < DOCUMENTS; i += BATCH)
            run_batch(bench, i, spent, &scratch);
        for (int stage = 0; stage < STAGES; stage++)
            bench->spent[stage][run] = spent[stage];
    }
    printf("%d front matters of %.0f bytes, %u invalid; %d runs\n", DOCUMENTS,
           (double)bench->bytes / DOCUMENTS, bench->invalid, runs);
    printf("%-36s %8s %8s\n", "medians", "us each", "events=1");
    for (int stage = 0; stage < STAGES; stage++)
        print_row(bench, (enum stage)stage, runs);
    buf_release(&scratch);
}

/* The same value in JSON, for validators that do not read YAML. Trees here are
 * shallow. */
static void add_json(struct json_writer *json, const struct value *value)
{
    if (value->kind == VALUE_NULL || value->kind == VALUE_BOOL)
        json_raw(json, value->kind == VALUE_NULL ? STR("null")
                       : value->boolean          ? STR("true")
                                                 : STR("false"));
    else if (value->kind == VALUE_STRING)
        json_string(json, value->text);
    else if (value->kind != VALUE_LIST && value->kind != VALUE_MAP)
        json_raw(json, value->text);
    else {
        json_open(json, value->kind == VALUE_MAP ? '{' : '[');
        for (uint32_t i = 0; i < value->count; i++) {
            if (value->kind == VALUE_MAP) {
                json_string(json, value->entries[i].key);
                buf_putc(json->out, ':');
                json->comma = false;
            }
            add_json(json, value->entries[i].value);
        }
        json_close(json, value->kind == VALUE_MAP ? '}' : ']');
    }
}

static void print_json(struct arena *arena, struct str text)
{
    struct value_input input = {text.data, {0, (uint32_t)text.len}, VALUE_MAX_NODES};
    struct buf out = BUF_INIT;
    struct json_writer json = {&out, false};
    struct value_tree tree;

    yaml_read(arena, input, &tree);
    add_json(&json, tree.root);
    printf("%.*s\n", (int)out.len, out.data);
    buf_release(&out);
}

/* All documents as JSON Lines. */
static void print_documents(struct bench *bench)
{
    for (uint32_t i = 0; i < DOCUMENTS; i++) {
        struct str text = document_make(&bench->batch, i);
        struct document document = {0};
        struct source source;

        source_init(&source, &bench->batch, "", text.data, text.len);
        document.source = &source;
        front_matter_cut(&document, READ_AS_PROGRAMS);
        text = source_text(&source, document.front_matter.text);
        print_json(&bench->batch, arena_str(&bench->batch, text));
        arena_reset(&bench->batch);
    }
}

static void load_schema(struct bench *bench, const char *path)
{
    struct schema_options options = schema_options_default(STR(""));
    struct schema_error error;

    bench->schema = schema_load(&bench->arena, path, &options, &error);
    if (!bench->schema)
        give_up(path, error.mistake.message.data);
}

int main(int argc, char **argv)
{
    static struct bench bench;
    struct buf schema = BUF_INIT;
    const char *reason;
    int runs = argc == 4 ? (int)strtol(argv[3], NULL, 10) : 0;

    arena_init(&bench.arena);
    arena_init(&bench.batch);
    if (argc == 2 && strcmp(argv[1], "documents") == 0) {
        print_documents(&bench);
    } else if (argc == 3 && strcmp(argv[1], "json") == 0) {
        if (!file_read(argv[2], SOURCE_MAX_BYTES, &schema, &reason))
            give_up(argv[2], reason);
        print_json(&bench.arena, buf_str(&schema));
    } else if (runs > 0 && runs <= MAX_RUNS) {
        bench.folder = argv[2];
        load_schema(&bench, argv[1]);
        write_documents(&bench);
        measure(&bench, runs);
    } else {
        fputs("usage: bench-front-matter SCHEMA FOLDER RUNS\n"
              "       bench-front-matter documents\n"
              "       bench-front-matter json FILE\n",
              stderr);
        return 2;
    }
    return 0;
}
