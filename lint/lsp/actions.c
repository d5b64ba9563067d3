/* actions.c - textDocument/codeAction, and codeAction/resolve: what can be done about
 * findings */

#include <stdio.h>
#include <stdlib.h>

#include "lint/lsp/edits.h"

/* What an action does; the first two and the last are about one finding. */
enum deed { DEED_FIX, DEED_STAND, DEED_FIX_RULE, DEED_FIX_ALL };

static const char *const deed_names[] = {"fix", "stand", "fix-rule", "fix-all"};

enum { DEED_COUNT = sizeof(deed_names) / sizeof(*deed_names) };

struct action {
    enum deed deed;
    const struct result *finding; /* NULL for DEED_FIX_ALL */
    uint32_t index;               /* of the finding */
};

/* Trying comments takes a check each: where edits are not asked for later, only the
 * first findings of a range get actions. */
enum { MAX_AT_ONCE = 20 };

struct offer {
    struct question *question;
    const struct file_results *results;
    bool lazy;  /* the client asks for edits later */
    bool mends; /* the article can be mended as a whole */
};

static bool edits_of(struct question *question, const struct action *action,
                     struct applied_edits *edits)
{
    struct mend_choice choice = {.rule = NULL};

    if (action->deed == DEED_STAND)
        return edits_stand(question, action->finding, edits);
    if (action->deed == DEED_FIX_RULE)
        choice.rule = action->finding->rule;
    if (action->deed == DEED_FIX)
        *edits =
            (struct applied_edits){action->finding->edits, action->finding->edit_count};
    else
        *edits = edits_mend(question, &choice);
    return edits->count > 0;
}

static struct str title_of(struct question *question, const struct action *action)
{
    const struct rule *rule = action->finding ? action->finding->rule : NULL;
    struct str message = action->finding ? action->finding->message : STR("");
    struct arena *arena = question->arena;

    switch (action->deed) {
    case DEED_FIX:
        return arena_format(arena, "%s: %.*s (%s)",
                            action->finding->fix_safe ? "Fix" : "Suggestion",
                            (int)message.len, message.data, rule->name);
    case DEED_STAND:
        return arena_format(arena, "Let it stand: %s, here", rule->name);
    case DEED_FIX_RULE:
        return arena_format(arena, "Fix all of this rule: %s", rule->name);
    case DEED_FIX_ALL:
        break;
    }
    return STR("Fix all that is safe to fix");
}

static const char *kind_of(enum deed deed)
{
    return deed == DEED_FIX_ALL ? "source.fixAll.stet" : "quickfix";
}

static void write_data(struct question *question, const struct action *action)
{
    struct json_writer *json = &question->out;

    json_key(json, "data");
    json_open(json, '{');
    json_member(json, "uri", question->errand.uri);
    buf_printf(json->out, ",\"version\":%d", (int)question->errand.version);
    json_member(json, "deed", str_from(deed_names[action->deed]));
    if (action->finding)
        json_member_uint(json, "finding", action->index);
    json_close(json, '}');
}

static void write_head(struct question *question, const struct action *action)
{
    struct json_writer *json = &question->out;

    json_open(json, '{');
    json_member(json, "title", title_of(question, action));
    json_member(json, "kind", str_from(kind_of(action->deed)));
    if (action->deed == DEED_FIX || action->deed == DEED_STAND) {
        json_key(json, "diagnostics");
        json_open(json, '[');
        diagnostic_write(question, action->finding);
        json_close(json, ']');
    }
    if (action->deed == DEED_FIX && action->finding->fix_safe)
        json_member_bool(json, "isPreferred", true);
}

static void write_action(const struct offer *offer, const struct action *action)
{
    struct question *question = offer->question;
    struct applied_edits edits;

    if (offer->lazy) {
        write_head(question, action);
        write_data(question, action);
        json_close(&question->out, '}');
        return;
    }
    if (!edits_of(question, action, &edits))
        return;
    write_head(question, action);
    json_key(&question->out, "edit");
    edits_write_workspace(question, edits);
    json_close(&question->out, '}');
}

/* Is the kind, or one above it, asked for? (`only`: "source" asks for all of its kinds.)
 */
static bool is_wanted(const struct question *question, const char *kind)
{
    const struct value *only = value_get(value_get(question->params, "context"), "only");
    struct str name = str_from(kind);

    if (!only || only->kind != VALUE_LIST)
        return true;
    for (uint32_t i = 0; i < only->count; i++) {
        struct str wanted = only->entries[i].value->text;

        if (only->entries[i].value->kind == VALUE_STRING && str_starts(name, wanted) &&
            (wanted.len == name.len || !wanted.len || name.data[wanted.len] == '.'))
            return true;
    }
    return false;
}

static bool touches(const struct result *result, struct span range)
{
    return result->start.offset <= range.end && range.start <= result->end.offset;
}

/* Is there another finding of the rule that can be fixed safely, before it in the range
 * or anywhere after it? Each rule is offered once. */
static bool leads_rule(const struct offer *offer, uint32_t index, struct span range)
{
    const struct result *results = offer->results->results;
    uint32_t same = 0;

    for (uint32_t i = 0; i < offer->results->count; i++) {
        if (results[i].rule != results[index].rule || !results[i].edit_count ||
            !results[i].fix_safe)
            continue;
        if (i < index && touches(&results[i], range))
            return false;
        same++;
    }
    return same > 1;
}

/* Is there a comment that could let it stand? JSON has none. */
static bool may_stand(struct question *question, const struct result *finding)
{
    const struct front_matter *block;

    if (question->place->kind != PLACE_ARTICLE || rule_speaks_for_core(finding->rule))
        return false;
    block = &question_document(question)->front_matter;
    return block->syntax != FRONT_MATTER_JSON || finding->start.offset >= block->text.end;
}

static void offer_finding(const struct offer *offer, uint32_t index, struct span range)
{
    const struct result *finding = &offer->results->results[index];

    if (finding->edit_count)
        write_action(offer, &(struct action){DEED_FIX, finding, index});
    if (offer->mends && finding->edit_count && finding->fix_safe &&
        leads_rule(offer, index, range))
        write_action(offer, &(struct action){DEED_FIX_RULE, finding, index});
    if (may_stand(offer->question, finding))
        write_action(offer, &(struct action){DEED_STAND, finding, index});
}

static void offer_findings(const struct offer *offer, struct span range)
{
    uint32_t most = offer->lazy ? UINT32_MAX : MAX_AT_ONCE;

    for (uint32_t i = 0; i < offer->results->count && most; i++)
        if (touches(&offer->results->results[i], range)) {
            offer_finding(offer, i, range);
            most--;
        }
}

static bool any_safe(const struct file_results *results)
{
    for (uint32_t i = 0; i < results->count; i++)
        if (results->results[i].edit_count && results->results[i].fix_safe)
            return true;
    return false;
}

static bool is_checked(const struct question *question)
{
    uint32_t count;

    config_errors(question->engine->config, &count);
    return question->place->kind == PLACE_SCHEMA ||
           (question->place->kind == PLACE_ARTICLE && !count);
}

static enum answer_kind code_action(struct question *question)
{
    struct offer offer = {
        .question = question,
        .lazy = client_lists(question->client,
                             "textDocument.codeAction.resolveSupport.properties", "edit"),
    };
    struct file_results results = {.count = 0};
    struct span range;

    if (!range_find(&question->source, value_get(question->params, "range"),
                    question->client->encoding, &range))
        return ANSWER_INVALID;
    if (is_checked(question))
        results = question_results(question);
    offer.results = &results;
    offer.mends = edits_may_mend(question);
    json_open(&question->out, '[');
    if (is_wanted(question, kind_of(DEED_FIX)))
        offer_findings(&offer, range);
    if (offer.mends && is_wanted(question, kind_of(DEED_FIX_ALL)) && any_safe(&results))
        write_action(&offer, &(struct action){.deed = DEED_FIX_ALL});
    json_close(&question->out, ']');
    return ANSWER_GIVEN;
}

const struct feature feature_code_action = {
    .method = "textDocument/codeAction",
    .capability = "codeActionProvider",
    .options = "{\"codeActionKinds\":[\"quickfix\",\"source.fixAll.stet\"],"
               "\"resolveProvider\":true}",
    .answer = code_action,
};

/* The action that `data` of an earlier answer stands for. */
static bool read_action(const struct value *data, const struct file_results *results,
                        struct action *action)
{
    const struct value *deed = value_get(data, "deed");
    const struct value *finding = value_get(data, "finding");
    int i = 0;

    while (i < DEED_COUNT && !(deed && str_is(deed->text, deed_names[i])))
        i++;
    if (i == DEED_COUNT)
        return false;
    *action = (struct action){.deed = (enum deed)i};
    if (action->deed == DEED_FIX_ALL)
        return true;
    if (!finding || finding->kind != VALUE_INTEGER || finding->text.len > 9)
        return false;
    action->index = (uint32_t)strtoul(finding->text.data, NULL, 10);
    if (action->index >= results->count)
        return false;
    action->finding = &results->results[action->index];
    return true;
}

static bool same_version(const struct question *question, const struct value *data)
{
    const struct value *version = value_get(data, "version");
    char now[16];

    snprintf(now, sizeof(now), "%d", (int)question->errand.version);
    return version && str_is(version->text, now);
}

static enum answer_kind refuse(struct question *question, const char *why)
{
    question->out.out->len = 0;
    buf_puts(question->out.out, why);
    return ANSWER_REFUSED;
}

/* The members of the action as the client sent it, and its edit. */
static void write_resolved(struct question *question, struct applied_edits edits)
{
    struct json_writer *json = &question->out;
    struct str given = question->errand.params;

    while (given.len && given.data[given.len - 1] != '}')
        given.len--;
    buf_add(json->out, given.data, given.len - 1);
    json->comma = true;
    json_key(json, "edit");
    edits_write_workspace(question, edits);
    json_close(json, '}');
}

static enum answer_kind code_action_resolve(struct question *question)
{
    const struct value *data = value_get(question->params, "data");
    struct file_results results = {.count = 0};
    struct applied_edits edits;
    struct action action;

    if (!same_version(question, data))
        return refuse(question, "the text has changed since this was offered");
    if (is_checked(question))
        results = question_results(question);
    if (!read_action(data, &results, &action))
        return ANSWER_INVALID;
    if (!edits_of(question, &action, &edits))
        return refuse(question, action.deed == DEED_STAND
                                    ? "no comment can let this finding stand: here "
                                      "comments are not possible"
                                    : "nothing is left to fix");
    write_resolved(question, edits);
    return ANSWER_GIVEN;
}

const struct feature feature_code_action_resolve = {
    .method = "codeAction/resolve",
    .answer = code_action_resolve,
};
