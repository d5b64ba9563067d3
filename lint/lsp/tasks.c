/* tasks.c - what workers are asked, and what becomes of their answers */

#include <stdlib.h>
#include <string.h>

#include "lint/base/memory.h"
#include "lint/lsp/feature.h"
#include "lint/lsp/server.h"
#include "lint/rule/table.h"

static void task_free(struct task *task)
{
    buf_release(&task->id);
    buf_release(&task->params);
    buf_release(&task->part_token);
    buf_release(&task->work_token);
    buf_release(&task->at);
    buf_release(&task->failures);
    free(task);
}

static void unlink_task(struct server *server, struct task *task)
{
    struct task **link = &server->tasks;

    while (*link && *link != task)
        link = &(*link)->next;
    if (*link)
        *link = task->next;
}

static void append_task(struct server *server, struct task *task)
{
    struct task **link = &server->tasks;

    while (*link)
        link = &(*link)->next;
    *link = task;
}

static struct task *task_with(const struct server *server, struct str id)
{
    struct task *task = server->tasks;

    while (task && (task->cancelled || !str_equal(buf_str(&task->id), id)))
        task = task->next;
    return task;
}

static void fail(struct server *server, const struct task *task, int code,
                 struct str text)
{
    if (task->id.len && !task->cancelled)
        message_fail(&server->out, buf_str(&task->id), code, text);
}

static void copy_token(struct buf *to, const struct value *token)
{
    if (token && token->kind == VALUE_STRING)
        json_add_string(to, token->text);
    else if (token && token->kind == VALUE_INTEGER)
        buf_add_str(to, token->text);
}

static void add_task(struct server *server, const struct message *message,
                     uint32_t feature, struct lsp_document *document)
{
    struct task *task = memory_zeroed(1, sizeof(*task));

    task->feature = feature;
    task->document = document;
    task->version = document ? document->version : 0;
    buf_add_str(&task->id, message->id);
    buf_add_str(&task->params, message->raw_params);
    copy_token(&task->part_token, value_get(message->params, "partialResultToken"));
    copy_token(&task->work_token, value_get(message->params, "workDoneToken"));
    append_task(server, task);
}

bool tasks_take(struct server *server, const struct message *message)
{
    struct lsp_document *document = documents_named(&server->documents, message->params);
    uint32_t feature;

    if (!feature_find(message->method, &feature))
        return false;
    if (task_with(server, message->id))
        message_fail(&server->out, message->id, ERROR_INVALID_REQUEST,
                     STR("a request with this id has not been answered yet"));
    else if (!document && !feature_at(feature)->anywhere)
        message_fail(&server->out, message->id, ERROR_INVALID_PARAMS,
                     STR("this document is not open"));
    else
        add_task(server, message, feature, document);
    return true;
}

void tasks_cancel(struct server *server, struct str id)
{
    struct task *task = task_with(server, id);

    if (!task)
        return;
    fail(server, task, ERROR_CANCELLED, STR("cancelled"));
    task->cancelled = true;
    if (task->given && !crew_abandon(&server->crew, task))
        return;
    unlink_task(server, task);
    task_free(task);
}

/* The next task that no worker has; those whose document has changed since are answered
 * here: an answer would be about another text. */
static struct task *next_task(struct server *server)
{
    struct task *task = server->tasks;

    while (task) {
        struct task *next = task->next;
        const struct lsp_document *document = task->document;

        if (!task->given &&
            (!document || (document->open && document->version == task->version)))
            return task;
        if (!task->given) {
            fail(server, task, ERROR_CONTENT_MODIFIED, STR("the text has changed"));
            unlink_task(server, task);
            task_free(task);
        }
        task = next;
    }
    return NULL;
}

/* A check of the document that has waited longest; NULL when none waits. */
static struct task *next_check(struct server *server)
{
    struct lsp_document *document = documents_take(&server->documents);
    struct task *task;

    if (!document)
        return NULL;
    task = memory_zeroed(1, sizeof(*task));
    task->feature = FEATURE_CHECK;
    task->document = document;
    task->version = document->version;
    return task;
}

struct task *tasks_next(struct server *server, struct errand *errand, struct buf *texts)
{
    struct task *task = next_task(server);

    if (!task)
        task = next_check(server);
    if (!task)
        return NULL;
    task->given = true;
    *errand = (struct errand){.feature = task->feature,
                              .version = task->version,
                              .params = buf_str(&task->params)};
    if (!task->document) {
        errand->language = buf_str(&task->failures);
        documents_pack(&server->documents, texts);
        errand->text = buf_str(texts);
        return task;
    }
    errand->uri = task->document->uri;
    errand->language = task->document->language;
    errand->text = buf_str(&task->document->text);
    return task;
}

void tasks_give(struct server *server)
{
    while (tasks_wait(server)) {
        struct crew_member *member = crew_idle(&server->crew);
        struct buf texts = BUF_INIT;
        struct errand errand;
        struct task *task;

        if (!member)
            return;
        task = tasks_next(server, &errand, &texts);
        if (task)
            crew_give(member, task, &errand);
        buf_release(&texts);
        if (!task)
            return;
    }
}

bool tasks_wait(const struct server *server)
{
    const struct task *task = server->tasks;

    while (task && task->given)
        task = task->next;
    return task || server->documents.first_awaited;
}

/* Why there is no answer, for a person. */
static struct str excuse(const struct answer *answer)
{
    switch (answer->kind) {
    case ANSWER_TIMED_OUT:
        return STR("stet took too long on this text and was stopped; please report it");
    case ANSWER_OUT_OF_MEMORY:
        return STR("stet needed more memory for this text than it may have");
    case ANSWER_CRASHED:
        return STR("stet crashed on this text; please report it");
    default:
        return answer->text.len ? answer->text : STR("the parameters make no sense");
    }
}

static enum rule_role role_of(enum answer_kind kind)
{
    if (kind == ANSWER_TIMED_OUT)
        return ROLE_TIMED_OUT;
    return kind == ANSWER_OUT_OF_MEMORY ? ROLE_MEMORY : ROLE_CRASHED;
}

/* Adds the one diagnostic of a document that a worker could not check, as a list. */
static void add_failure(const struct server *server, const struct answer *answer,
                        struct buf *out)
{
    const struct rule *rule =
        rule_table_role(server->options->rules, role_of(answer->kind));

    buf_puts(out, "[{\"range\":{\"start\":{\"line\":0,\"character\":0},\"end\":"
                  "{\"line\":0,\"character\":0}},\"severity\":1,\"source\":\"stet\",");
    if (rule)
        buf_printf(out, "\"code\":\"%s\",", rule->code);
    buf_puts(out, "\"message\":");
    json_add_string(out, excuse(answer));
    buf_puts(out, "}]");
}

static void publish_failure(struct server *server, const struct task *task,
                            const struct answer *answer)
{
    struct buf text = BUF_INIT;

    add_failure(server, answer, &text);
    sync_publish(server, task->document, task->version, buf_str(&text));
    task->document->shown = true;
    buf_release(&text);
}

/* The same for a client that pulls; without a `resultId` it asks again. */
static void report_failure(struct server *server, const struct task *task,
                           const struct answer *answer)
{
    struct buf report = BUF_INIT;

    buf_puts(&report, "{\"kind\":\"full\",\"items\":");
    add_failure(server, answer, &report);
    buf_putc(&report, '}');
    message_reply(&server->out, buf_str(&task->id), buf_str(&report));
    buf_release(&report);
}

static void deliver_check(struct server *server, const struct task *task,
                          const struct answer *answer)
{
    struct lsp_document *document = task->document;

    if (!document->open)
        return;
    if (answer->kind != ANSWER_GIVEN) {
        publish_failure(server, task, answer);
        return;
    }
    sync_publish(server, document, task->version, answer->text);
    document->shown = !str_is(answer->text, "[]");
}

/* A client that gave no token wants none of this. */
static void deliver_part(struct server *server, const struct task *task,
                         const struct buf *token, struct str part)
{
    struct buf params = BUF_INIT;

    if (!token->len || task->cancelled)
        return;
    buf_puts(&params, "{\"token\":");
    buf_add_str(&params, buf_str(token));
    buf_puts(&params, ",\"value\":");
    buf_add_str(&params, part);
    buf_putc(&params, '}');
    message_notify(&server->out, "$/progress", buf_str(&params));
    buf_release(&params);
}

static void deliver_request(struct server *server, const struct task *task,
                            const struct answer *answer)
{
    if (task->cancelled)
        return;
    if (answer->kind == ANSWER_GIVEN)
        message_reply(&server->out, buf_str(&task->id), answer->text);
    else if (answer->kind == ANSWER_INVALID)
        fail(server, task, ERROR_INVALID_PARAMS, excuse(answer));
    else if (answer->kind == ANSWER_REFUSED)
        fail(server, task, ERROR_REQUEST_FAILED, excuse(answer));
    else if (feature_at(task->feature) == &feature_diagnostic)
        report_failure(server, task, answer);
    else
        fail(server, task, ERROR_INTERNAL, excuse(answer));
}

/* A worker that fails on one of many files is asked again, without that one. */
static bool try_again(struct server *server, struct task *task,
                      const struct answer *answer)
{
    enum { MAX_FAILURES = 20 };

    if (answer->kind < ANSWER_CRASHED || !task->at.len || task->cancelled ||
        task->failure_count == MAX_FAILURES)
        return false;
    buf_add_str(&task->failures, buf_str(&task->at));
    buf_putc(&task->failures, '\0');
    add_failure(server, answer, &task->failures);
    buf_putc(&task->failures, '\0');
    task->failure_count++;
    task->at.len = 0;
    task->given = false;
    return true;
}

void tasks_deliver(void *context, void *given, const struct answer *answer)
{
    struct server *server = context;
    struct task *task = given;

    if (answer->kind == ANSWER_AT) {
        task->at.len = 0;
        buf_add_str(&task->at, answer->text);
        return;
    }
    if (try_again(server, task, answer))
        return;
    if (answer->kind == ANSWER_PART || answer->kind == ANSWER_PROGRESS) {
        deliver_part(server, task,
                     answer->kind == ANSWER_PART ? &task->part_token : &task->work_token,
                     answer->text);
        return;
    }
    if (task->feature == FEATURE_CHECK) {
        deliver_check(server, task, answer);
    } else {
        deliver_request(server, task, answer);
        unlink_task(server, task);
    }
    task_free(task);
}

void tasks_release(struct server *server)
{
    while (server->tasks) {
        struct task *task = server->tasks;

        server->tasks = task->next;
        task_free(task);
    }
}
