/* cmd_explain.c - stet explain: a rule's manual page */

#include <unistd.h>

#include "lint/commands.h"
#include "lint/page.h"
#include "lint/rule_page.h"
#include "lint/terminal.h"

static const char *const whens[] = {"auto", "always", "never", NULL};

struct explain_options {
    int color;
};

static const struct cli_option options[] = {
    {"color", CLI_CHOICE, offsetof(struct explain_options, color), NULL, whens, 0, 0,
     "colours in the output (auto)"},
    {.type = CLI_END},
};

static int run_explain(const struct rule_table *rules, int argc, char **argv)
{
    struct explain_options chosen = {COLOUR_AUTO};
    struct cli_list rest;
    struct buf out = BUF_INIT;
    struct str page;
    int index;

    if (!cli_parse(&command_explain, argc, argv, &chosen, &rest))
        return EXIT_TROUBLE;
    if (rest.count != 1)
        return cli_error("`stet explain` takes one rule; `stet rules` lists them");
    index = rule_table_find(rules, str_from(rest.items[0]));
    if (index < 0)
        return cli_unknown_rule(rules, rest.items[0]);
    page = rule_page_text(rules->rules[index]);
    page_render(&out, page, terminal_width(STDOUT_FILENO),
                terminal_colour((enum colour_when)chosen.color, STDOUT_FILENO));
    return cli_write(&out);
}

const struct command command_explain = {
    .name = "explain",
    .usage = "RULE",
    .summary = "show what a rule is about, by code or name",
    .options = options,
    .run = run_explain,
};
