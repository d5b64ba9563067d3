/* rules.c - stet rules: lists all rules */

#include "lint/command/commands.h"
#include "lint/command/say.h"
#include "lint/command/version.h"
#include "lint/manual/rule_page.h"
#include "lint/value/json_write.h"

enum rules_format { RULES_TEXT, RULES_JSON };

struct rules_options {
    int format; /* enum rules_format */
};

static const char *format_name(int format)
{
    static const char *const names[] = {"text", "json", NULL};

    return names[format];
}

static const struct cli_option options[] = {
    {
        .name = "format",
        .type = CLI_CHOICE,
        .offset = offsetof(struct rules_options, format),
        .choice = format_name,
        .help = "form of the table (text)",
    },
    {.type = CLI_END},
};

static const char *fix_name(enum fix_promise fix)
{
    static const char *const names[] = {"none", "safe", "unsafe"};

    return names[fix];
}

/* r: recommended, m: markdownlint; every rule is in `all`. */
static void add_row(struct buf *out, const struct rule *rule)
{
    buf_printf(out, "%-6s %-28s %-8s %-6s %c%c  %s\n", rule->code, rule->name,
               severity_name(rule->severity), fix_name(rule->fix),
               rule->presets & PRESET_RECOMMENDED ? 'r' : '-',
               rule->presets & PRESET_MARKDOWNLINT ? 'm' : '-', rule->summary);
}

static void add_text(struct buf *out, const struct rule_table *rules)
{
    buf_printf(out, "%-6s %-28s %-8s %-6s %s  %s\n", "code", "name", "severity", "fix",
               "in", "what it finds");
    for (uint32_t i = 0; i < rules->count; i++)
        add_row(out, rules->rules[i]);
    buf_puts(out,
             "\nin: r recommended, m markdownlint; `stet explain RULE` tells more\n");
}

static void add_choices(struct json_writer *json, const struct option *option)
{
    json_key(json, "choices");
    json_open(json, '[');
    for (size_t i = 0; option->choices[i]; i++)
        json_string(json, str_from(option->choices[i]));
    json_close(json, ']');
}

static void add_options(struct json_writer *json, const struct rule *rule)
{
    json_key(json, "options");
    json_open(json, '[');
    for (const struct option *o = rule->options; o && o->type != OPTION_END; o++) {
        json_open(json, '{');
        json_member(json, "name", str_from(o->name));
        json_key(json, "default");
        json_raw(json, str_from(o->initial));
        if (o->choices)
            add_choices(json, o);
        json_member(json, "help", str_from(o->help));
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* A JSON array of the words in a string. */
static void add_words(struct json_writer *json, const char *key, const char *words)
{
    struct str word;

    json_key(json, key);
    json_open(json, '[');
    while (words && (word = rule_next_word(&words)).len > 0)
        json_string(json, word);
    json_close(json, ']');
}

static void add_object(struct json_writer *json, const struct rule *rule)
{
    struct buf url = BUF_INIT;

    rule_page_add_url(&url, stet_homepage(), rule);
    json_newline(json);
    json_open(json, '{');
    json_member(json, "code", str_from(rule->code));
    json_member(json, "name", str_from(rule->name));
    add_words(json, "aliases", rule->aliases);
    add_words(json, "tags", rule->tags);
    json_member(json, "summary", str_from(rule->summary));
    json_member(json, "severity", str_from(severity_name(rule->severity)));
    json_member(json, "fix", str_from(fix_name(rule->fix)));
    json_member_bool(json, "recommended", rule->presets & PRESET_RECOMMENDED);
    json_member_bool(json, "markdownlint", rule->presets & PRESET_MARKDOWNLINT);
    add_options(json, rule);
    json_member(json, "url", buf_str(&url));
    json_close(json, '}');
    buf_release(&url);
}

static void add_json(struct buf *out, const struct rule_table *rules)
{
    struct json_writer json = {out, false};

    json_open(&json, '[');
    for (uint32_t i = 0; i < rules->count; i++)
        add_object(&json, rules->rules[i]);
    buf_putc(out, '\n');
    json_close(&json, ']');
    buf_putc(out, '\n');
}

static enum exit_status run_rules(const struct program *program, int argc, char **argv)
{
    struct rules_options chosen = {RULES_TEXT};
    struct buf out = BUF_INIT;

    if (!cli_parse_options(&command_rules, argc, argv, &chosen))
        return EXIT_TROUBLE;
    if (chosen.format == RULES_JSON)
        add_json(&out, program->rules);
    else
        add_text(&out, program->rules);
    return cli_write(&out);
}

const struct command command_rules = {
    .name = "rules",
    .usage = "[options]",
    .summary = "list all rules",
    .options = options,
    .run = run_rules,
};
