/* schema.c - stet schema: all about schemas */

#include "lint/config/schema.h"
#include "lint/command/commands.h"

static int run_config(const struct rule_table *rules, int argc, char **argv);

static const struct command command_schema_config = {
    .name = "schema config",
    .usage = "",
    .summary = "print the JSON Schema of stet.yaml",
    .run = run_config,
};

static int run_config(const struct rule_table *rules, int argc, char **argv)
{
    struct cli_list rest;
    struct buf out = BUF_INIT;

    if (!cli_parse(&command_schema_config, argc, argv, NULL, &rest))
        return EXIT_TROUBLE;
    if (rest.count)
        return cli_error("`stet schema config` takes no arguments, not `%s`",
                         rest.items[0]);
    config_schema_write(&out, rules);
    return cli_write(&out);
}

static int run_schema(const struct rule_table *rules, int argc, char **argv)
{
    return command_run_part(&command_schema, rules, argc, argv);
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
