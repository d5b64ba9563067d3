/* values_main.c - runs the readers over JSONTestSuite and toml-test */

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/arena.h"
#include "lint/buf.h"
#include "lint/memory.h"
#include "lint/value.h"

struct score {
    unsigned passed;
    unsigned total;
};

static bool read_file(const char *path, struct buf *content)
{
    FILE *file = fopen(path, "rb");
    char chunk[16384];
    size_t len;

    content->len = 0;
    if (!file)
        return false;
    while ((len = fread(chunk, 1, sizeof(chunk), file)) > 0)
        buf_add(content, chunk, len);
    fclose(file);
    return true;
}

static struct value_input input_of(const struct buf *content)
{
    return (struct value_input){.data = content->data ? content->data : "",
                                .span = span_make(0, (uint32_t)content->len),
                                .max_nodes = VALUE_MAX_NODES_DATA};
}

/* Names say it: y_ is JSON, n_ is not, i_ may be either. */
static bool json_verdict_fits(const char *name, const struct value_tree *tree)
{
    if (name[0] == 'y')
        return tree->root != NULL;
    if (name[0] == 'n')
        return tree->root == NULL && tree->problem_count > 0;
    return true;
}

static void run_json(const char *folder, struct score *score)
{
    DIR *dir = opendir(folder);
    struct buf content = BUF_INIT;
    struct arena arena;
    struct dirent *file;

    if (!dir) {
        perror(folder);
        return;
    }
    arena_init(&arena);
    while ((file = readdir(dir))) {
        struct value_tree tree;

        if (file->d_name[0] == '.')
            continue;
        arena_reset(&arena);
        if (!read_file(arena_format(&arena, "%s/%s", folder, file->d_name).data,
                       &content))
            continue;
        json_read(&arena, input_of(&content), &tree);
        score->total++;
        if (json_verdict_fits(file->d_name, &tree))
            score->passed++;
        else
            printf("  %s: %s\n", file->d_name, tree.root ? "accepted" : "rejected");
    }
    closedir(dir);
    buf_release(&content);
    arena_release(&arena);
}

int main(int argc, char **argv)
{
    struct score score = {0, 0};

    if (argc != 3 || strcmp(argv[1], "json") != 0) {
        fputs("usage: values json FOLDER\n", stderr);
        return 2;
    }
    run_json(argv[2], &score);
    printf("%s: %u of %u\n", argv[1], score.passed, score.total);
    return score.total == 0 || score.passed < score.total;
}
