/* growth_main.c - what stet does with a text, in one process, so that it can be counted
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/rule/profile.h"
#include "lint/run/run.h"
#include "rules/rules.h"

/*
 * usage: growth KIND FILE...
 *
 * Reads each file as one of the kind and prints how many findings there are. Others
 * measure what that takes: growth.sh.
 */
struct kind {
    const char *name;
    uint32_t (*read)(struct str text, const struct profile *profile, struct arena *arena);
};

enum { READ_SIZE = 64 * 1024 };

/* An article; returns the findings of all rules. */
static uint32_t read_markdown(struct str text, const struct profile *profile,
                              struct arena *arena)
{
    static const struct run_context context = {.rules = &rules_all};
    struct source source;

    source_init(&source, arena, "text.md", text.data, text.len);
    return run_source(&source, &context, profile, arena).count;
}

static const struct kind kinds[] = {
    {"markdown", read_markdown},
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

int main(int argc, char **argv)
{
    const struct kind *kind = argc > 2 ? find_kind(argv[1]) : NULL;
    struct buf text = BUF_INIT;
    unsigned long findings = 0;
    struct profile profile;
    struct arena run;
    struct arena arena;

    if (!kind) {
        fprintf(stderr, "usage: growth KIND FILE...\n");
        return 2;
    }
    arena_init(&run);
    arena_init(&arena);
    profile_init(&profile, &rules_all, PRESET_NAME_ALL, &run);
    for (int i = 2; i < argc; i++) {
        read_file(argv[i], &text);
        findings += kind->read((struct str){text.data, text.len - 1}, &profile, &arena);
        arena_reset(&arena);
    }
    printf("%d files, %lu findings\n", argc - 2, findings);
    buf_release(&text);
    arena_release(&arena);
    arena_release(&run);
    return 0;
}
