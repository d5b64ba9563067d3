/* values_main.c - runs the readers over JSONTestSuite and toml-test */

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/base/memory.h"
#include "lint/tool/conformance/values_tagged.h"
#include "lint/value/value.h"

struct suite {
    struct arena arena;
    const char *folder;
    bool invert; /* every expectation is inverted: then nothing passes */
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

/* A file of the suite, in its arena. */
static struct value_input load(struct suite *suite, const char *name)
{
    struct str path = arena_format(&suite->arena, "%s/%s", suite->folder, name);
    struct buf content = BUF_INIT;
    struct str text;

    if (!read_file(path.data, &content)) {
        perror(path.data);
        exit(2);
    }
    text = arena_str(&suite->arena, buf_str(&content));
    buf_release(&content);
    return (struct value_input){.data = text.data,
                                .span = span_make(0, (uint32_t)text.len),
                                .max_nodes = VALUE_MAX_NODES_DATA};
}

static struct str input_text(struct value_input input)
{
    return (struct str){input.data, span_length(input.span)};
}

static void count(struct suite *suite, const char *name, bool fits, const char *found)
{
    suite->total++;
    if (fits != suite->invert)
        suite->passed++;
    else if (!suite->invert)
        printf("  %s: %s\n", name, found);
}

/* The names say what they are: y_ is JSON, n_ is not, i_ may be either and is only
 * read. */
static void run_json_file(struct suite *suite, const char *name)
{
    struct value_tree tree;
    bool accepted;

    json_read(&suite->arena, load(suite, name), &tree);
    accepted = tree.root != NULL;
    if (name[0] == 'i')
        count(suite, name, true, "");
    else
        count(suite, name, accepted == (name[0] == 'y'),
              accepted ? "accepted" : "rejected");
}

static void run_json(struct suite *suite)
{
    DIR *dir = opendir(suite->folder);
    struct dirent *file;

    if (!dir) {
        perror(suite->folder);
        return;
    }
    while ((file = readdir(dir))) {
        arena_reset(&suite->arena);
        if (file->d_name[0] != '.')
            run_json_file(suite, file->d_name);
    }
    closedir(dir);
}

/* Is the tree equal to the JSON file beside the TOML file? */
static bool has_tags(struct suite *suite, const char *name, const struct value *root,
                     const char *data)
{
    struct str path = arena_format(&suite->arena, "%.*s.json",
                                   (int)(strlen(name) - strlen(".toml")), name);
    struct value_tree tagged;

    json_read(&suite->arena, load(suite, path.data), &tagged);
    return tagged.root && tagged_equal(tagged.root, root, data);
}

static void run_toml_file(struct suite *suite, const char *name)
{
    struct value_input input = load(suite, name);
    struct value_tree tree;

    toml_read(&suite->arena, input, &tree);
    if (strncmp(name, "valid/", strlen("valid/")) != 0)
        count(suite, name, tree.problem_count > 0, "accepted");
    else if (!tree.root || tree.problem_count)
        count(suite, name, false,
              tree.problem_count ? tree.problems[0].mistake.message.data : "rejected");
    else
        count(suite, name, has_tags(suite, name, tree.root, input.data),
              "has other values");
}

/* The list names the files for TOML 1.0, one on each line. */
static void run_toml(struct suite *suite)
{
    struct buf list = BUF_INIT;
    char *rest;

    buf_add_str(&list, input_text(load(suite, "files-toml-1.0.0")));
    buf_putc(&list, '\0');
    rest = list.data;
    for (char *name = strtok_r(rest, "\n", &rest); name;
         name = strtok_r(NULL, "\n", &rest)) {
        arena_reset(&suite->arena);
        if (str_ends(str_from(name), STR(".toml")))
            run_toml_file(suite, name);
    }
    buf_release(&list);
}

int main(int argc, char **argv)
{
    struct suite suite = {.invert = argc > 1 && strcmp(argv[1], "--invert") == 0};
    bool is_json;

    argv += suite.invert;
    argc -= suite.invert;
    if (argc != 3 || (strcmp(argv[1], "json") != 0 && strcmp(argv[1], "toml") != 0)) {
        fputs("usage: values [--invert] json|toml FOLDER\n", stderr);
        return 2;
    }
    suite.folder = argv[2];
    is_json = strcmp(argv[1], "json") == 0;
    arena_init(&suite.arena);
    if (is_json)
        run_json(&suite);
    else
        run_toml(&suite);
    arena_release(&suite.arena);
    printf("%s: %u of %u\n", argv[1], suite.passed, suite.total);
    if (suite.invert)
        return suite.passed > 0;
    return suite.total == 0 || suite.passed < suite.total;
}
