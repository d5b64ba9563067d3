/* front_matter_cases_main.c - does stet report one finding per bad front matter, in
 * place?
 *
 * usage: front-matter-cases STET FOLDER
 * FOLDER has articles, schema.json and ideal.tsv: file, line, column, endLine, endColumn.
 * Findings below the front matter do not count.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/value/value.h"

/* A row of the table. */
struct wanted {
    char file[128];
    unsigned place[4]; /* line, column, endLine, endColumn: 1-based, code points */
};

static const char *const place_keys[4] = {"line", "column", "endLine", "endColumn"};

/* What the command prints; its exit status is 1 when there are findings. */
static bool run(const char *command, struct buf *out)
{
    FILE *pipe = popen(command, "r");
    char chunk[4096];
    size_t len;
    int status;

    if (!pipe)
        return false;
    while ((len = fread(chunk, 1, sizeof(chunk), pipe)) > 0)
        buf_add(out, chunk, len);
    status = pclose(pipe);
    return status == 0 || status == 1 << 8;
}

static bool about_front_matter(const struct value *diagnostic)
{
    const struct value *rule = value_get(diagnostic, "rule");

    return rule && str_starts(rule->text, STR("FM"));
}

static bool stands_at(const struct value *diagnostic, const struct wanted *wanted)
{
    for (int i = 0; i < 4; i++) {
        const struct value *value = value_get(diagnostic, place_keys[i]);

        if (!value || strtoul(value->text.data, NULL, 10) != wanted->place[i])
            return false;
    }
    return true;
}

static void print_place(const struct value *diagnostic)
{
    const struct value *message = value_get(diagnostic, "message");

    for (int i = 0; i < 4; i++) {
        const struct value *value = value_get(diagnostic, place_keys[i]);

        printf("%s%.*s",
               i == 0   ? "  found "
               : i == 2 ? "-"
                        : ":",
               value ? (int)value->text.len : 0, value ? value->text.data : "");
    }
    printf(" %.*s\n", message ? (int)message->text.len : 0,
           message ? message->text.data : "");
}

/* Is there one finding, in the right place? */
static bool judge(const struct wanted *wanted, const struct value *diagnostics)
{
    unsigned count = 0;
    bool exact = true;

    for (uint32_t i = 0; diagnostics && i < diagnostics->count; i++) {
        const struct value *diagnostic = diagnostics->entries[i].value;

        if (!about_front_matter(diagnostic))
            continue;
        count++;
        exact &= stands_at(diagnostic, wanted);
    }
    if (count == 1 && exact)
        return true;
    printf("%s: wanted %u:%u-%u:%u\n", wanted->file, wanted->place[0], wanted->place[1],
           wanted->place[2], wanted->place[3]);
    for (uint32_t i = 0; diagnostics && i < diagnostics->count; i++)
        if (about_front_matter(diagnostics->entries[i].value))
            print_place(diagnostics->entries[i].value);
    return false;
}

static bool check(const char *stet, const char *folder, const struct wanted *wanted)
{
    struct buf report = BUF_INIT;
    struct value_tree tree;
    struct arena arena;
    bool good = false;

    arena_init(&arena);
    if (run(arena_format(&arena,
                         "%s check --no-config --format json --schema '%s/schema.json' "
                         "'%s/%s'",
                         stet, folder, folder, wanted->file)
                .data,
            &report)) {
        struct value_input input = {report.data, span_make(0, (uint32_t)report.len),
                                    VALUE_MAX_NODES_DATA};

        json_read(&arena, input, &tree);
        good = judge(wanted, value_get(tree.root, "diagnostics"));
    } else {
        printf("%s: stet could not check it\n", wanted->file);
    }
    arena_release(&arena);
    buf_release(&report);
    return good;
}

int main(int argc, char **argv)
{
    char line[1024];
    unsigned good = 0;
    unsigned total = 0;
    FILE *table;

    if (argc != 3) {
        fputs("usage: front-matter-cases STET FOLDER\n", stderr);
        return 2;
    }
    snprintf(line, sizeof(line), "%s/ideal.tsv", argv[2]);
    table = fopen(line, "r");
    if (!table) {
        perror(line);
        return 2;
    }
    while (fgets(line, sizeof(line), table)) {
        struct wanted wanted;

        if (sscanf(line, "%127[^\t]\t%u\t%u\t%u\t%u", wanted.file, &wanted.place[0],
                   &wanted.place[1], &wanted.place[2], &wanted.place[3]) != 5)
            continue; /* the names of the columns */
        total++;
        good += check(argv[1], argv[2], &wanted);
    }
    fclose(table);
    printf("%u/%u\n", good, total);
    return total == 0 || good < total;
}
