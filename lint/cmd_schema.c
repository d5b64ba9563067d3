/* cmd_schema.c - stet schema: print or check a schema */

#include "lint/commands.h"
#include "lint/config_schema.h"

static int run_schema(const struct rule_table *rules, int argc, char **argv)
{
    struct cli_list rest;
    struct buf out = BUF_INIT;

    if (!cli_parse(&command_schema, argc, argv, NULL, &rest))
        return EXIT_TROUBLE;
    if (rest.count != 1 || !str_is(STR("config"), rest.items[0]))
        return cli_error("`stet schema` takes one word: config");
    config_schema_write(&out, rules);
    return cli_write(&out);
}

const struct command command_schema = {
    .name = "schema",
    .usage = "config",
    .summary = "print the JSON Schema of stet.yaml",
    .run = run_schema,
};
