/* explain.c - stet explain: the manual page of a rule or a schema keyword */

#include <unistd.h>

#include "lint/command/commands.h"
#include "lint/command/say.h"
#include "lint/command/session.h"
#include "lint/manual/keyword_page.h"
#include "lint/manual/page.h"
#include "lint/manual/rule_page.h"
#include "lint/run/schema_rules.h"
#include "lint/terminal/terminal.h"

struct explain_options {
    int color; /* enum colour_when */
};

static const struct cli_option options[] = {
    {
        .type = CLI_SHARED,
        .shared = &session_color,
        .offset = offsetof(struct explain_options, color),
    },
    {.type = CLI_END},
};

static enum exit_status unknown_keyword(struct str keyword, struct arena *arena)
{
    struct str_list names = keyword_page_names(arena);

    return cli_unknown("keyword", keyword, names.items, names.count,
                       "`stet explain vocabulary` lists them");
}

static enum exit_status unknown_rule(const struct rule_table *rules, struct str name)
{
    struct str names[RULES_MAX * 2];
    size_t count = 0;

    for (uint32_t i = 0; i < rules->count; i++) {
        names[count++] = str_from(rules->rules[i]->name);
        names[count++] = str_from(rules->rules[i]->code);
    }
    return cli_unknown("rule", name, names, count, "`stet rules` lists them");
}

static enum exit_status explain(const struct rule_table *article_rules, struct str name,
                                enum colour_when colour, struct arena *arena)
{
    struct rule_table rules = rule_table_join(article_rules, &schema_rules, arena);
    uint32_t index;
    bool is_rule = rule_table_find(&rules, name, &index);
    struct str page =
        is_rule ? rule_page_text(rules.rules[index]) : keyword_page_text(name);
    struct buf out = BUF_INIT;

    if (!is_rule && !page.len && str_starts(name, STR("x-")))
        return unknown_keyword(name, arena);
    if (!is_rule && !page.len)
        return unknown_rule(&rules, name);
    if (!page.len)
        return cli_error("`%.*s` has no page", (int)name.len, name.data);
    page_render(&out, page, terminal_width(STDOUT_FILENO),
                terminal_colour(colour, STDOUT_FILENO));
    return cli_write(&out);
}

static enum exit_status run_explain(const struct program *program, int argc, char **argv)
{
    struct explain_options chosen = {COLOUR_AUTO};
    struct cli_list rest;
    struct arena arena;
    enum exit_status status;

    if (!cli_parse(&command_explain, argc, argv, &chosen, &rest))
        return EXIT_TROUBLE;
    if (rest.count != 1)
        return cli_error(
            "`stet explain` takes one rule or schema keyword; `stet rules` lists "
            "the rules");
    arena_init(&arena);
    status = explain(program->rules, str_from(rest.items[0]),
                     (enum colour_when)chosen.color, &arena);
    arena_release(&arena);
    return status;
}

const struct command command_explain = {
    .name = "explain",
    .usage = "RULE|KEYWORD",
    .summary = "show what a rule (by code or name) or a schema keyword is about",
    .options = options,
    .run = run_explain,
};
