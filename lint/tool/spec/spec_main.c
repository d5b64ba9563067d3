/* spec_main.c - runs the examples of the CommonMark and GFM specifications */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/memory.h"
#include "lint/tool/spec/render.h"

/*
 * usage: spec [--invert] commonmark|gfm FILE
 *
 * Renders every example of a specification (in the form of commonmark-spec), with the
 * extension that the example names, and compares it byte for byte. Prints what differs;
 * exit status 1 when other examples differ than are known to. With --invert every example
 * is expected to differ: one that does not is a test that cannot fail.
 */

/* Examples that differ, and why: docs/differences.md. */
struct known {
    const char *specification;
    int number;
};

static const struct known known[] = {
    {"gfm", 645},
    {"gfm", 646},
    {"gfm", 653},
};

/* The extensions that examples of GFM name; the last one concerns renderers. */
struct extension {
    const char *name;
    unsigned features;
};

static const struct extension extensions[] = {
    {"table", MARKDOWN_TABLES},
    {"disabled", MARKDOWN_TASKS}, /* checkboxes */
    {"strikethrough", MARKDOWN_STRIKETHROUGH},
    {"autolink", MARKDOWN_URLS | MARKDOWN_FTP},
    {"tagfilter", 0},
};

struct run {
    const char *specification;
    bool invert;
    int examples;
    int passed;
    int unexpected; /* that fail but are not known to, or the reverse */
};

struct example {
    int number;
    int line;
    unsigned features;
    struct str markdown;
    struct str html;
};

static bool is_known(const struct run *run, int number)
{
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        if (strcmp(known[i].specification, run->specification) == 0 &&
            known[i].number == number)
            return true;
    return false;
}

/* The arrow stands for a tab, so that it can be seen. */
static struct str with_tabs(struct arena *arena, struct str text)
{
    struct buf out = BUF_INIT;
    struct str copy;

    for (size_t i = 0; i < text.len; i++) {
        struct str rest = {text.data + i, text.len - i};

        if (!str_starts(rest, STR("\xE2\x86\x92"))) {
            buf_putc(&out, text.data[i]);
            continue;
        }
        buf_putc(&out, '\t');
        i += 2;
    }
    copy = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return copy;
}

static void print_failure(const struct run *run, const struct example *example,
                          struct str html)
{
    printf("%s example %d (line %d)%s\n", run->specification, example->number,
           example->line, is_known(run, example->number) ? ", as is known" : "");
    if (is_known(run, example->number))
        return;
    printf("--- Markdown\n%s--- expected\n%s--- is\n%.*s\n", example->markdown.data,
           example->html.data, (int)html.len, html.data);
}

static void check(struct run *run, const struct example *example)
{
    struct buf html = BUF_INIT;
    struct arena arena;
    bool equal;

    arena_init(&arena);
    render(&html, &arena, example->markdown, example->features);
    equal = str_equal(buf_str(&html), example->html);
    run->examples++;
    run->passed += equal;
    if (!equal && !run->invert)
        print_failure(run, example, buf_str(&html));
    if (equal == (run->invert || is_known(run, example->number)))
        run->unexpected++;
    buf_release(&html);
    arena_release(&arena);
}

/* The next line, without its end; false when there is none. */
static bool next_line(struct str *rest, struct str *line)
{
    const char *end = memchr(rest->data, '\n', rest->len);

    if (!end)
        return false;
    *line = (struct str){rest->data, (size_t)(end - rest->data)};
    rest->len -= line->len + 1;
    rest->data += line->len + 1;
    return true;
}

/* The lines up to the line `end`. */
static struct str lines_until(struct str *rest, const char *end, int *number)
{
    struct str text = {rest->data, 0};
    struct str line;

    while (next_line(rest, &line) && (++*number, !str_is(line, end)))
        text.len += line.len + 1;
    return text;
}

#define FENCE "````````````````````````````````"

/* The extensions after the word example. */
static unsigned features_of(struct str line)
{
    size_t start = strlen(FENCE " example");
    struct str name = str_trim((struct str){line.data + start, line.len - start});

    for (size_t i = 0; i < sizeof(extensions) / sizeof(extensions[0]); i++)
        if (str_is(name, extensions[i].name))
            return extensions[i].features;
    return 0;
}

static void run_examples(struct run *run, struct arena *arena, struct str rest)
{
    struct example example = {0};
    struct str line;
    int number = 0;

    while (next_line(&rest, &line)) {
        number++;
        if (!str_starts(line, STR(FENCE " example")))
            continue;
        example.number++;
        example.line = number;
        example.features = features_of(line);
        example.markdown = with_tabs(arena, lines_until(&rest, ".", &number));
        example.html = with_tabs(arena, lines_until(&rest, FENCE, &number));
        if (run->invert)
            example.html = arena_format(arena, "%s!", example.html.data);
        check(run, &example);
    }
}

static struct str read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct buf text = BUF_INIT;
    int c;

    if (!file) {
        fprintf(stderr, "spec: cannot read %s: %s\n", path, strerror(errno));
        exit(2);
    }
    while ((c = fgetc(file)) != EOF)
        buf_putc(&text, (char)c);
    fclose(file);
    return buf_str(&text);
}

int main(int argc, char **argv)
{
    struct run run = {.invert = argc > 1 && strcmp(argv[1], "--invert") == 0};
    struct arena arena;
    struct str text;

    argc -= run.invert;
    argv += run.invert;
    if (argc != 3) {
        fprintf(stderr, "usage: spec [--invert] commonmark|gfm FILE\n");
        return 2;
    }
    run.specification = argv[1];
    text = read_file(argv[2]);
    arena_init(&arena);
    run_examples(&run, &arena, text);
    printf("%s: %d of %d examples%s\n", run.specification, run.passed, run.examples,
           run.invert ? " agree with what is wrong" : "");
    arena_release(&arena);
    free((char *)text.data);
    return run.unexpected || !run.examples;
}
