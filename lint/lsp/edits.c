/* edits.c - changes to a document, as the client takes them */

#include "lint/lsp/edits.h"

#include "lint/run/stand.h"

void edits_write(struct question *question, struct applied_edits edits)
{
    struct json_writer *json = &question->out;

    json_open(json, '[');
    for (uint32_t i = 0; i < edits.count; i++) {
        json_open(json, '{');
        json_key(json, "range");
        range_write(json, &question->source, edits.edits[i].span,
                    question->client->encoding);
        json_member(json, "newText", edits.edits[i].text);
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* Without versions when the client does not know them. */
static void write_plain(struct question *question, struct applied_edits edits)
{
    struct json_writer *json = &question->out;

    json_key(json, "changes");
    json_open(json, '{');
    json_string(json, question->errand.uri);
    buf_putc(json->out, ':');
    json->comma = false;
    edits_write(question, edits);
    json_close(json, '}');
}

static void write_versioned(struct question *question, struct applied_edits edits)
{
    struct json_writer *json = &question->out;

    json_key(json, "documentChanges");
    json_open(json, '[');
    json_open(json, '{');
    json_key(json, "textDocument");
    json_open(json, '{');
    json_member(json, "uri", question->errand.uri);
    buf_printf(json->out, ",\"version\":%d", (int)question->errand.version);
    json_close(json, '}');
    json_key(json, "edits");
    edits_write(question, edits);
    json_close(json, '}');
    json_close(json, ']');
}

void edits_write_workspace(struct question *question, struct applied_edits edits)
{
    json_open(&question->out, '{');
    if (client_can(question->client, "workspace.workspaceEdit.documentChanges"))
        write_versioned(question, edits);
    else
        write_plain(question, edits);
    json_close(&question->out, '}');
}

struct wanting {
    const struct question *question;
    const struct mend_choice *choice;
};

static bool wants(void *context, const struct version *version,
                  const struct diagnostic *found)
{
    const struct wanting *wanting = context;
    const struct mend_choice *choice = wanting->choice;
    const struct rule_table *rules = wanting->question->engine->options->rules;
    const struct mistake *mistake = &found->mistake;
    uint32_t grown = version->source.size - wanting->question->source.size;

    if (choice->rule && rules->rules[found->rule] != choice->rule)
        return false;
    if (!choice->range)
        return true;
    /* In later rounds the text after the range has moved by as much as it has grown. */
    return choice->range->start <= mistake->edits[0].span.start &&
           mistake->edits[mistake->edit_count - 1].span.end <= choice->range->end + grown;
}

static bool front_matter_is_readable(const struct document *document)
{
    const struct value_tree *tree = &document->front_matter.tree;

    if (document->front_matter.miss)
        return false;
    if (document->front_matter.syntax == FRONT_MATTER_NONE)
        return true;
    for (uint32_t i = 0; i < tree->problem_count; i++)
        if (tree->problems[i].kind == PROBLEM_SYNTAX)
            return false;
    return true;
}

static struct applied_edits edits_of(const struct mended *mended, struct arena *arena)
{
    const struct source *after = &mended->last->source;
    struct edit *edits =
        arena_array(arena, (size_t)mended->changes.count + 1, sizeof(*edits));

    for (uint32_t i = 0; i < mended->changes.count; i++) {
        const struct change *change = &mended->changes.items[i];

        edits[i] = (struct edit){change->before, source_text(after, change->after)};
    }
    return (struct applied_edits){edits, mended->changes.count};
}

static struct mending mending_of(const struct question *question,
                                 const struct run_context *context)
{
    return (struct mending){
        .context = context, .profile = question->place->profile, .least = SEVERITY_NOTE};
}

bool edits_may_mend(struct question *question)
{
    return question->place->kind == PLACE_ARTICLE &&
           front_matter_is_readable(question_document(question));
}

struct applied_edits edits_mend(struct question *question,
                                const struct mend_choice *choice)
{
    struct run_context context = question_context(question);
    struct wanting wanting = {question, choice};
    struct mending mending = mending_of(question, &context);
    struct mended mended;

    mending.wants = wants;
    mending.wants_context = &wanting;
    if (!edits_may_mend(question))
        return (struct applied_edits){NULL, 0};
    mend_article(&mending, &question->source, question->arena, &mended);
    return edits_of(&mended, question->arena);
}

/* The finding as the run reported it; NULL when there is none like it. */
static const struct diagnostic *reported(const struct version *version,
                                         const struct result *finding)
{
    for (uint32_t i = 0; i < version->found.count; i++) {
        const struct diagnostic *found = &version->found.items[i];

        if (found->rule == finding->rule_index &&
            found->mistake.span.start == finding->start.offset &&
            found->mistake.span.end == finding->end.offset)
            return found;
    }
    return NULL;
}

bool edits_stand(struct question *question, const struct result *finding,
                 struct applied_edits *edits)
{
    struct run_context context = question_context(question);
    struct mending mending = mending_of(question, &context);
    const struct version *version =
        version_read(&mending, &question->source, question->arena);
    const struct diagnostic *found = reported(version, finding);

    return found && stand_edits(&mending, version, found, question->arena, edits);
}
