/* typing_main.c - does completion know what is typed next? Not part of stet. */

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/document/document.h"
#include "lint/files/file.h"
#include "lint/files/path.h"
#include "lint/lsp/feature.h"
#include "rules/rules.h"

enum {
    MAX_TEXT = 1024 * 1024,
    FIRST = 10, /* answers that a writer sees without scrolling */
    WANTED_PERMILLE = 950,
    WANTED_OF_FILE = 900, /* so that no syntax hides among the others */
};

/* What stands after the cursor while a block is typed. */
enum after {
    AFTER_NOTHING, /* the end of the file */
    AFTER_FENCE,   /* the closing fence and the text */
    AFTER_REST,    /* the lines that come next: an old block is changed */
    AFTER_COUNT,
};

struct count {
    uint32_t answered, missed, none;
};

static bool is_enough(const struct count *count, uint32_t permille)
{
    uint64_t asked = (uint64_t)count->answered + count->missed;

    return count->answered * 1000ULL >= asked * permille;
}

struct run {
    struct engine engine;
    struct client client;
    struct arena arena; /* of one file */
    struct arena question;
    uint32_t feature;
    const char *path;
    struct str uri;
    struct source source;
    struct document document;
    struct count count; /* of this file */
    struct count all;
    bool verbose;
};

/* What one answer is to bring. */
struct wanted {
    struct span span; /* in the source */
    struct str text;
};

/* The text as it is while it is typed up to the offset. */
static struct str text_so_far(struct run *run, uint32_t offset, enum after after)
{
    static const char *const fences[] = {"", "---", "+++", "}"};
    struct str whole = {run->source.data, run->source.size};
    const char *typed = whole.data;
    const char *rest = "";

    if (after == AFTER_FENCE)
        rest = arena_format(&run->question, "\n%s\n\n# Text\n",
                            fences[run->document.front_matter.syntax])
                   .data;
    if (after == AFTER_REST) {
        rest = memchr(whole.data + offset, '\n', whole.len - offset);
        rest = rest ? rest : "";
    }
    return arena_format(&run->question, "%.*s%s", (int)offset, typed, rest);
}

/* The answer to completion at an offset of a text. */
static const struct value *complete(struct run *run, struct str text, uint32_t offset)
{
    struct errand errand = {.feature = run->feature,
                            .uri = run->uri,
                            .language = STR("markdown"),
                            .text = text};
    struct buf out = BUF_INIT;
    struct source source;
    struct lsp_position at;
    struct value_tree tree;
    struct str json;

    source_init(&source, &run->question, run->path, text.data, text.len);
    at = position_at(&source, offset, ENCODING_UTF8);
    errand.params = arena_format(
        &run->question, "{\"position\":{\"line\":%" PRIu32 ",\"character\":%" PRIu32 "}}",
        at.line, at.character);
    engine_work(&run->engine, &errand, &out, -1);
    json = arena_str(&run->question, buf_str(&out));
    buf_release(&out);
    json_read(&run->question,
              (struct value_input){json.data, span_make(0, (uint32_t)json.len),
                                   VALUE_MAX_NODES_DATA},
              &tree);
    return value_get(tree.root, "items");
}

/* Is what is wanted among the first items? Labels have no quotes. */
static bool is_answered(const struct value *items, struct str wanted, uint32_t first)
{
    for (uint32_t i = 0; items && i < items->count && i < first; i++) {
        const struct value *label = value_get(items->entries[i].value, "label");

        if (label && str_equal(label->text, wanted))
            return true;
    }
    return false;
}

static void tell_miss(const struct run *run, const struct wanted *wanted, uint32_t offset,
                      enum after after)
{
    static const char *const names[] = {"end of file", "closing fence", "further lines"};
    uint32_t line = source_line(&run->source, offset);
    struct span span = source_line_span(&run->source, line);

    printf("%s:%" PRIu32 ": `%.*s|` before %s%s: not %.*s\n", run->path, line + 1,
           (int)(offset - span.start), run->source.data + span.start, names[after],
           str_is(run->source.newline, "\r\n") ? " (CR LF)" : "", (int)wanted->text.len,
           wanted->text.data);
}

static void ask_at(struct run *run, const struct wanted *wanted, uint32_t offset)
{
    for (int after = 0; after < AFTER_COUNT; after++) {
        struct str text = text_so_far(run, offset, after);

        if (is_answered(complete(run, text, offset), wanted->text, FIRST)) {
            run->count.answered++;
        } else {
            run->count.missed++;
            if (run->verbose)
                tell_miss(run, wanted, offset, after);
        }
        arena_reset(&run->question);
    }
}

/* Before its first character, and after each but the last. */
static void ask_along(struct run *run, const struct wanted *wanted)
{
    for (uint32_t at = wanted->span.start; at < wanted->span.end; at++)
        if (((unsigned char)run->source.data[at] & 0xC0) != 0x80)
            ask_at(run, wanted, at);
}

/* What a schema names is brought up when the whole text is there, whatever its place in
 * the list; other keys and values are the writer's own. */
static void ask_about(struct run *run, const struct wanted *wanted, uint32_t cursor)
{
    struct str whole = {run->source.data, run->source.size};
    bool named = is_answered(complete(run, whole, cursor), wanted->text, UINT32_MAX);

    arena_reset(&run->question);
    if (named)
        ask_along(run, wanted);
    else
        run->count.none += span_length(wanted->span);
}

static void ask_value(struct run *run, const struct value *value)
{
    struct wanted wanted = {value->span, value->text};

    if (value->kind == VALUE_BOOL)
        wanted.text = value->boolean ? STR("true") : STR("false");
    ask_about(run, &wanted, value->span.start);
}

static void ask_key(struct run *run, const struct entry *entry)
{
    struct wanted wanted = {entry->key_span, entry->key};

    ask_about(run, &wanted, entry->key_span.end);
}

static void ask_tree(struct run *run, const struct value *value)
{
    for (uint32_t i = 0; i < value->count; i++) {
        const struct entry *entry = &value->entries[i];

        if (value->kind == VALUE_MAP)
            ask_key(run, entry);
        if (!span_length(entry->alias))
            ask_tree(run, entry->value);
    }
    if (value->kind != VALUE_LIST && value->kind != VALUE_MAP)
        ask_value(run, value);
}

static struct str with_crlf(struct arena *arena, struct str text)
{
    struct buf out = BUF_INIT;
    struct str kept;

    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\n')
            buf_putc(&out, '\r');
        buf_putc(&out, text.data[i]);
    }
    kept = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return kept;
}

static void ask_text(struct run *run, struct str text)
{
    source_init(&run->source, &run->arena, run->path, text.data, text.len);
    document_parse(&run->document, &run->arena, &run->source);
    if (run->document.front_matter.tree.root)
        ask_tree(run, run->document.front_matter.tree.root);
}

/* Adds up what was asked of a file; false when too little was answered. */
static bool count_file(struct run *run)
{
    bool enough = is_enough(&run->count, WANTED_OF_FILE);

    if (!enough)
        fprintf(stderr, "typing: %s: %" PRIu32 " missed of %" PRIu32 "\n", run->path,
                run->count.missed, run->count.answered + run->count.missed);
    run->all.answered += run->count.answered;
    run->all.missed += run->count.missed;
    run->all.none += run->count.none;
    run->count = (struct count){0, 0, 0};
    return enough;
}

/* False when it cannot be read, or too little is answered. */
static bool ask_file(struct run *run, const char *path)
{
    struct buf bytes = BUF_INIT;
    const char *reason = "";
    char real[PATH_MAX];
    bool read = realpath(path, real) && file_read(path, MAX_TEXT, &bytes, &reason);
    struct str text;

    if (read) {
        text = arena_str(&run->arena, buf_str(&bytes));
        run->path = path;
        run->uri = arena_format(&run->arena, "file://%s", real);
        ask_text(run, text);
        if (!memchr(text.data, '\r', text.len))
            ask_text(run, with_crlf(&run->arena, text));
        read = count_file(run);
    } else {
        fprintf(stderr, "typing: %s cannot be read\n", path);
    }
    buf_release(&bytes);
    arena_reset(&run->arena);
    return read;
}

static int tell(const struct count *count)
{
    uint32_t asked = count->answered + count->missed;

    printf("%" PRIu32 " positions asked, %" PRIu32 " answered by the first %d (%.2f%%), "
           "%" PRIu32 " missed; %" PRIu32
           " characters of keys and values that no schema names\n",
           asked, count->answered, FIRST, asked ? 100.0 * count->answered / asked : 0.0,
           count->missed, count->none);
    return asked && is_enough(count, WANTED_PERMILLE) ? EXIT_SUCCESS : EXIT_FAILURE;
}

static void start(struct run *run, const struct lsp_options *options)
{
    run->client.encoding = ENCODING_UTF8;
    arena_init(&run->arena);
    arena_init(&run->question);
    engine_init(&run->engine, options, &run->client);
    feature_find(STR("textDocument/completion"), &run->feature);
}

static void end(struct run *run)
{
    engine_release(&run->engine);
    arena_release(&run->question);
    arena_release(&run->arena);
}

/* typing [--verbose] CONFIG FILE... */
int main(int argc, char **argv)
{
    struct lsp_options options = {.rules = &rules_all,
                                  .version = "0",
                                  .homepage = "https://stet.example",
                                  .seconds = 60,
                                  .memory = 256 << 20};
    struct run run = {.verbose = false};
    int first = 1;
    bool held = true;

    if (argc > first && !strcmp(argv[first], "--verbose")) {
        run.verbose = true;
        first++;
    }
    if (argc < first + 2) {
        fprintf(stderr, "usage: typing [--verbose] CONFIG FILE...\n");
        return 2;
    }
    options.config = argv[first];
    start(&run, &options);
    for (int i = first + 1; i < argc; i++)
        held &= ask_file(&run, argv[i]);
    end(&run);
    return tell(&run.all) == EXIT_SUCCESS && held ? EXIT_SUCCESS : EXIT_FAILURE;
}
