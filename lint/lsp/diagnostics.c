/* diagnostics.c - the findings about a document, as diagnostics */

#include <stdio.h>
#include <time.h>

#include "lint/config/error.h"
#include "lint/files/path.h"
#include "lint/lsp/engine.h"
#include "lint/lsp/feature.h"
#include "lint/manual/rule_page.h"
#include "lint/results/results.h"
#include "lint/run/run.h"
#include "lint/run/schema_rules.h"
#include "lint/time/instant.h"

/* DiagnosticSeverity of LSP 3.17. */
enum { LSP_ERROR = 1, LSP_WARNING = 2, LSP_INFORMATION = 3 };

/* DiagnosticTag of LSP 3.17. */
enum { LSP_UNNECESSARY = 1, LSP_DEPRECATED = 2 };

static unsigned severity_of(enum severity severity)
{
    if (severity == SEVERITY_ERROR)
        return LSP_ERROR;
    return severity == SEVERITY_WARNING ? LSP_WARNING : LSP_INFORMATION;
}

static void write_places(struct question *question, const struct position *start,
                         const struct position *end)
{
    struct json_writer *json = &question->out;
    enum position_encoding encoding = question->client->encoding;

    json_key(json, "range");
    json_open(json, '{');
    json_key(json, "start");
    position_write(json, position_from(&question->source, start, encoding));
    json_key(json, "end");
    position_write(json, position_from(&question->source, end, encoding));
    json_close(json, '}');
}

static void write_rule(struct question *question, const struct rule *rule)
{
    struct json_writer *json = &question->out;
    struct buf url = BUF_INIT;

    json_member(json, "code", str_from(rule->code));
    rule_page_add_url(&url, question->engine->options->homepage, rule);
    if (url.len && client_can(question->client,
                              "textDocument.publishDiagnostics.codeDescriptionSupport")) {
        json_key(json, "codeDescription");
        json_open(json, '{');
        json_member(json, "href", buf_str(&url));
        json_close(json, '}');
    }
    buf_release(&url);
    json_key(json, "data");
    json_open(json, '{');
    json_member(json, "rule", str_from(rule->name));
    json_close(json, '}');
}

static void write_tag(struct json_writer *json, enum mistake_tag tag)
{
    if (tag == TAG_NONE)
        return;
    json_key(json, "tags");
    json_open(json, '[');
    json_uint(json, tag == TAG_DEPRECATED ? LSP_DEPRECATED : LSP_UNNECESSARY);
    json_close(json, ']');
}

static void write_related(struct question *question, const struct result *result)
{
    struct json_writer *json = &question->out;

    if (!result->related_count ||
        !client_can(question->client,
                    "textDocument.publishDiagnostics.relatedInformation"))
        return;
    json_key(json, "relatedInformation");
    json_open(json, '[');
    for (uint32_t i = 0; i < result->related_count; i++) {
        const struct result_related *related = &result->related[i];

        json_open(json, '{');
        json_key(json, "location");
        json_open(json, '{');
        json_member(json, "uri", question->errand.uri);
        write_places(question, &related->start, &related->end);
        json_close(json, '}');
        json_member(json, "message", related->message);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void diagnostic_write(struct question *question, const struct result *result)
{
    struct json_writer *json = &question->out;

    json_open(json, '{');
    write_places(question, &result->start, &result->end);
    json_member_uint(json, "severity", severity_of(result->severity));
    json_member(json, "source", STR("stet"));
    json_member(json, "message", result->message);
    write_rule(question, result->rule);
    write_tag(json, result->tag);
    write_related(question, result);
    json_close(json, '}');
}

/* One that is no finding, but a mistake in a config: nothing is checked then. */
static void write_obstacle(struct question *question, struct span span, struct str text,
                           const struct rule *rule)
{
    struct json_writer *json = &question->out;

    json_open(json, '{');
    json_key(json, "range");
    range_write(json, &question->source, span, question->client->encoding);
    json_member_uint(json, "severity", LSP_ERROR);
    json_member(json, "source", STR("stet"));
    json_member(json, "message", text);
    if (rule)
        write_rule(question, rule);
    json_close(json, '}');
}

struct run_context question_context(struct question *question)
{
    struct engine *engine = question->engine;

    return (struct run_context){.rules = engine->options->rules,
                                .schemas = &engine->schemas,
                                .now = instant_now(time(NULL)),
                                .schedules = &engine->schedules};
}

struct file_results question_results(struct question *question)
{
    struct run_context context = question_context(question);
    const struct rule_table *rules = context.rules;
    struct diagnostics found;

    if (question->place->kind == PLACE_SCHEMA) {
        struct schema_options options = schema_options_for(
            question->place->profile, question->place->path, question->arena);

        found = run_schema(&question->source, question->place->path.data, &options,
                           question->arena);
        rules = &schema_rules;
    } else {
        found = run_source(&question->source, &context, question->place->profile,
                           question->arena);
    }
    return results_make(found, &question->source, rules, 0, question->arena);
}

/* The document, which is a config, as if `--config` named it. */
static const struct config *read_draft(struct question *question)
{
    struct str text = {question->source.data, question->source.size};
    struct config_options options = {.file = question->place->path.data,
                                     .draft = {question->place->path, text}};

    return config_new(question->arena, question->engine->options->rules, &options);
}

/* The mistakes of a config, as far as they are in this document. */
static void write_own_errors(struct question *question)
{
    uint32_t count;
    const struct config_error *errors = config_errors(read_draft(question), &count);

    for (uint32_t i = 0; i < count; i++) {
        struct str path = path_real(question->arena, errors[i].path.data);

        if (errors[i].path.len && str_equal(path, question->place->path))
            write_obstacle(question, errors[i].mistake.span, errors[i].mistake.message,
                           errors[i].rule);
    }
}

/* As `stet check`, which checks nothing then. */
static void write_config_trouble(struct question *question,
                                 const struct config_error *error)
{
    struct buf text = BUF_INIT;

    buf_puts(&text, "nothing is checked until this is mended: ");
    config_error_write(&text, error);
    write_obstacle(question, span_make(0, 0), str_trim(buf_str(&text)), error->rule);
    buf_release(&text);
}

static void write_findings(struct question *question)
{
    struct file_results results = question_results(question);

    for (uint32_t i = 0; i < results.count; i++)
        diagnostic_write(question, &results.results[i]);
}

void diagnostics_write(struct question *question)
{
    uint32_t count;
    const struct config_error *errors = config_errors(question->engine->config, &count);

    json_open(&question->out, '[');
    if (question->place->kind == PLACE_CONFIG)
        write_own_errors(question);
    else if (question->place->kind == PLACE_SCHEMA)
        write_findings(question);
    else if (question->place->kind == PLACE_ARTICLE && count)
        write_config_trouble(question, &errors[0]);
    else if (question->place->kind == PLACE_ARTICLE)
        write_findings(question);
    json_close(&question->out, ']');
}

static enum answer_kind check(struct question *question)
{
    diagnostics_write(question);
    return ANSWER_GIVEN;
}

const struct feature feature_check = {
    .method = "",
    .answer = check,
};

/* DocumentDiagnosticReport of LSP 3.17. */
static enum answer_kind diagnostic(struct question *question)
{
    const struct value *before = value_get(question->params, "previousResultId");
    struct json_writer *json = &question->out;
    struct buf items = BUF_INIT;
    struct json_writer outer = *json;
    char id[24];

    json->out = &items;
    diagnostics_write(question);
    *json = outer;
    snprintf(id, sizeof(id), "%016llx", (unsigned long long)str_hash(buf_str(&items)));
    json_open(json, '{');
    if (before && before->kind == VALUE_STRING && str_is(before->text, id)) {
        json_member(json, "kind", STR("unchanged"));
        json_member(json, "resultId", str_from(id));
    } else {
        json_member(json, "kind", STR("full"));
        json_member(json, "resultId", str_from(id));
        json_key(json, "items");
        json_raw(json, buf_str(&items));
    }
    json_close(json, '}');
    buf_release(&items);
    return ANSWER_GIVEN;
}

const struct feature feature_diagnostic = {
    .method = "textDocument/diagnostic",
    .capability = "diagnosticProvider",
    .options = "{\"identifier\":\"stet\",\"interFileDependencies\":false,"
               "\"workspaceDiagnostics\":true,\"workDoneProgress\":true}",
    .answer = diagnostic,
};
