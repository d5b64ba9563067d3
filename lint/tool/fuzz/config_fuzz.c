/* config_fuzz.c - any bytes as a config */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lint/config/config.h"
#include "lint/tool/fuzz/target.h"
#include "rules/rules.h"

/* Errors are one line each, and say something. */
static void promise_errors(const struct config *config)
{
    uint32_t count;
    const struct config_error *errors = config_errors(config, &count);

    for (uint32_t i = 0; i < count; i++) {
        struct buf line = BUF_INIT;

        config_error_write(&line, &errors[i]);
        promise(errors[i].mistake.message.len > 0, "an error without a message");
        promise(memchr(line.data, '\n', line.len) == line.data + line.len - 1,
                "an error that is not one line");
        buf_release(&line);
    }
}

static void read_config(const char *path)
{
    struct config_options options = {.file = path};
    struct arena arena;
    struct config *config;
    uint32_t count;

    arena_init(&arena);
    config = config_new(&arena, &rules_all, &options);
    config_errors(config, &count);
    if (!count) {
        const struct profile *profile = config_profile(config, STR("/docs/a.md"));

        promise(profile == config_profile(config, STR("/docs/a.md")),
                "one file with two profiles");
        config_ignores(config, STR("/docs/a.md"), false);
    }
    promise_errors(config);
    arena_release(&arena);
}

/* JSON when it starts like that, else YAML. */
void fuzz_config(struct str input)
{
    bool json = input.len && *input.data == '{';
    char path[64];
    FILE *file;

    snprintf(path, sizeof(path), "/tmp/stet-config-fuzz-%ld.%s", (long)getpid(),
             json ? "json" : "yaml");
    file = fopen(path, "wb");
    if (!file)
        exit(1);
    fwrite(input.data, 1, input.len, file);
    fclose(file);
    read_config(path);
    unlink(path);
}
