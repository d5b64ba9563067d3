/* sarif_driver.c - the part of a SARIF log about stet and its rules */

#include "lint/base/ascii.h"
#include "lint/manual/page.h"
#include "lint/manual/rule_page.h"
#include "lint/report/sarif.h"

/* GitHub refuses longer descriptions and more tags (its SARIF support page). */
enum { DESCRIPTION_MAX = 1024, TAGS_MAX = 20 };

/* The columns of help.text, plain text for viewers without Markdown. */
enum { HELP_WIDTH = 80 };

static void write_text(struct json_writer *json, const char *key, struct str text)
{
    json_key(json, key);
    json_open(json, '{');
    json_member(json, "text", text);
    json_close(json, '}');
}

/* "heading-increment" as "HeadingIncrement" (SARIF2009's convention). */
static void write_name(struct json_writer *json, const char *name)
{
    struct buf pascal = BUF_INIT;
    bool start = true;

    for (; *name; name++) {
        if (*name == '-') {
            start = true;
            continue;
        }
        buf_putc(&pascal,
                 start && is_ascii_lower(*name) ? (char)(*name - 'a' + 'A') : *name);
        start = false;
    }
    json_member(json, "name", buf_str(&pascal));
    buf_release(&pascal);
}

/* The first paragraph of the page says why; without one, the summary is used. */
static void write_full_description(struct json_writer *json, const struct rule *rule)
{
    struct buf why = BUF_INIT;

    page_add_first_paragraph(&why, rule_page_text(rule));
    json_key(json, "fullDescription");
    sarif_write_message(json, why.len && why.len < DESCRIPTION_MAX
                                  ? buf_str(&why)
                                  : str_from(rule->summary));
    buf_release(&why);
}

static void write_help(struct json_writer *json, const struct rule *rule)
{
    struct str markdown = rule_page_text(rule);
    struct buf plain = BUF_INIT;

    json_key(json, "help");
    json_open(json, '{');
    if (markdown.len) {
        page_render(&plain, markdown, HELP_WIDTH, false);
        json_member(json, "text", buf_str(&plain));
        json_member(json, "markdown", markdown);
    } else {
        json_member(json, "text", str_from(rule->summary));
    }
    json_close(json, '}');
    buf_release(&plain);
}

static void write_tags(struct json_writer *json, const char *tags)
{
    json_key(json, "tags");
    json_open(json, '[');
    for (int i = 0; i < TAGS_MAX && *tags; i++) {
        size_t len = strcspn(tags, " ");

        json_string(json, (struct str){tags, len});
        tags += len;
        tags += strspn(tags, " ");
    }
    json_close(json, ']');
}

static const char *problem_severity(enum severity severity)
{
    return severity == SEVERITY_NOTE ? "recommendation" : severity_name(severity);
}

static void write_rule(struct json_writer *json, const struct report_context *context,
                       const struct sarif_strings *strings, uint32_t index)
{
    const struct rule *rule = context->rules->rules[index];
    struct buf url = BUF_INIT;

    json_newline(json);
    json_open(json, '{');
    json_member(json, "id", str_from(rule->code));
    write_name(json, rule->name);
    json_key(json, "shortDescription");
    sarif_write_message(json, str_from(rule->summary));
    write_full_description(json, rule);
    sarif_write_strings(json, strings, index);
    json_key(json, "defaultConfiguration");
    json_open(json, '{');
    json_member_bool(json, "enabled", (rule->presets & PRESET_RECOMMENDED) != 0);
    json_member(json, "level", str_from(severity_name(rule->severity)));
    json_close(json, '}');
    rule_page_add_url(&url, context->homepage, rule);
    json_member(json, "helpUri", buf_str(&url));
    buf_release(&url);
    write_help(json, rule);
    json_key(json, "properties");
    json_open(json, '{');
    write_tags(json, rule->tags);
    json_member(json, "precision", STR("very-high"));
    json_member(json, "problem.severity", str_from(problem_severity(rule->severity)));
    json_close(json, '}');
    json_close(json, '}');
}

void sarif_write_driver(struct json_writer *json, const struct report_context *context,
                        const struct sarif_strings *strings)
{
    struct buf full_name = BUF_INIT;

    buf_printf(&full_name, "stet %s (content linter)", context->version);
    json_open(json, '{');
    json_member(json, "name", STR("stet"));
    json_member(json, "fullName", buf_str(&full_name));
    json_member(json, "organization", STR("stet"));
    json_member(json, "version", str_from(context->version));
    json_member(json, "semanticVersion", str_from(context->version));
    json_member(json, "informationUri", str_from(context->homepage));
    json_member(json, "language", STR("en-US"));
    write_text(json, "shortDescription",
               STR("Checks articles before they are published."));
    /* All rules are here, even those that found nothing. */
    json_member_bool(json, "isComprehensive", true);
    json_key(json, "rules");
    json_open(json, '[');
    for (uint32_t i = 0; i < context->rules->count; i++)
        write_rule(json, context, strings, i);
    json_close(json, ']');
    json_close(json, '}');
    buf_release(&full_name);
}
