/* schema.c - stet schema: the commands for schemas */

#include "lint/config/schema.h"
#include "lint/command/commands.h"
#include "lint/command/dispatch.h"
#include "lint/command/say.h"

static enum exit_status run_config(const struct program *program, int argc, char **argv);

static const struct command command_schema_config = {
    .name = "schema config",
    .usage = "",
    .summary = "print the JSON Schema of stet.yaml",
    .run = run_config,
};

static enum exit_status run_config(const struct program *program, int argc, char **argv)
{
    struct buf out = BUF_INIT;

    if (!cli_parse_options(&command_schema_config, argc, argv, NULL))
        return EXIT_TROUBLE;
    config_schema_write(&out, program->rules);
    return cli_write(&out);
}

static enum exit_status run_schema(const struct program *program, int argc, char **argv)
{
    return command_run_part(&command_schema, program, argc, argv);
}

static const struct command *const parts[] = {
    &command_schema_check,
    &command_schema_infer,
    &command_schema_config,
    NULL,
};

const struct command command_schema = {
    .name = "schema",
    .usage = "check|infer|config …",
    .summary = "check schemas, draft one from articles, print the one of stet.yaml",
    .parts = parts,
    .run = run_schema,
};
