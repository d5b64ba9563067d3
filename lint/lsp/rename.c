/* rename.c - textDocument/prepareRename and rename: headings, references, footnotes */

#include <stdlib.h>

#include "lint/base/message.h"
#include "lint/base/uri.h"
#include "lint/lsp/edits.h"
#include "lint/lsp/mentions.h"
#include "lint/lsp/sections.h"

/* A renaming, while it is worked out. */
struct renaming {
    struct question *question;
    const struct document *before;
    const struct mentions *old;
    const struct mention *mention; /* the definition of what is renamed */
    struct str name;               /* the new one */
    struct edit *edits;
    uint32_t count;
};

/* The article as it will be, with its names. */
struct trial {
    struct source source;
    struct document document;
    struct mentions mentions;
};

static enum answer_kind refuse(struct question *question, struct str why)
{
    question->out.out->len = 0;
    buf_add_str(question->out.out, why);
    return ANSWER_REFUSED;
}

static enum answer_kind refuse_name(struct question *question, struct str name,
                                    const char *why)
{
    return refuse(question, arena_format(question->arena, "`%s` %s",
                                         message_text(question->arena, name), why));
}

/* What can be renamed at the offset, or NULL. */
static const struct mention *renamable(const struct mentions *mentions, uint32_t offset)
{
    const struct mention *mention = mention_named(mentions, offset);

    return mention && mention->kind != MENTION_TAG ? mention : NULL;
}

/* A link to a heading is renamed by the heading's text. */
static enum answer_kind prepare_rename(struct question *question)
{
    struct json_writer *json = &question->out;
    const struct mention *mention;
    struct mentions mentions;
    uint32_t offset;

    if (!question_offset(question, &offset))
        return ANSWER_INVALID;
    mentions_find(&mentions, question_document(question), question->arena);
    mention = renamable(&mentions, offset);
    if (!mention) {
        json_raw(json, STR("null"));
        return ANSWER_GIVEN;
    }
    json_open(json, '{');
    json_key(json, "range");
    range_write(json, &question->source, mention->span, question->client->encoding);
    json_member(
        json, "placeholder",
        source_text(&question->source, mention_definition(&mentions, mention)->span));
    json_close(json, '}');
    return ANSWER_GIVEN;
}

const struct feature feature_prepare_rename = {
    .method = "textDocument/prepareRename",
    .answer = prepare_rename,
};

static void add_edit(struct renaming *renaming, struct span span, struct str text)
{
    renaming->edits[renaming->count++] = (struct edit){span, text};
}

static struct applied_edits edits_of(const struct renaming *renaming)
{
    return (struct applied_edits){renaming->edits, renaming->count};
}

static void try_edits(const struct renaming *renaming, struct trial *trial)
{
    struct question *question = renaming->question;
    struct arena *arena = question->arena;
    struct buf text = BUF_INIT;
    struct str kept;

    fix_write(source_text(&question->source, span_make(0, question->source.size)),
              edits_of(renaming), &text);
    kept = arena_str(arena, buf_str(&text));
    buf_release(&text);
    source_init(&trial->source, arena, question->source.path, kept.data, kept.len);
    document_parse(&trial->document, arena, &trial->source);
    mentions_find(&trial->mentions, &trial->document, arena);
}

/* Do the same names stand at the same places, one of them with its new text? */
static bool keeps_mentions(const struct renaming *renaming, const struct trial *trial)
{
    const struct mentions *old = renaming->old;
    const struct mentions *now = &trial->mentions;
    const struct node *target = NULL;

    if (now->count != old->count)
        return false;
    for (uint32_t i = 0; i < old->count; i++) {
        bool renamed = old->items[i].target == renaming->mention->target;

        if (now->items[i].kind != old->items[i].kind ||
            now->items[i].defines != old->items[i].defines)
            return false;
        if (renamed && !target)
            target = now->items[i].target;
        if (renamed != (now->items[i].target == target && target))
            return false;
    }
    return true;
}

static enum answer_kind rename_label(struct renaming *renaming)
{
    const struct mentions *old = renaming->old;
    const struct node *target = renaming->mention->target;
    bool note = renaming->mention->kind == MENTION_FOOTNOTE;
    uint32_t taken = labels_find(note ? &old->footnotes : &old->labels, renaming->name);
    struct trial trial;

    if (taken && &renaming->before->nodes[taken] != target)
        return refuse_name(renaming->question, renaming->name,
                           note ? "is a footnote already" : "is a reference already");
    for (uint32_t i = 0; i < old->count; i++)
        if (old->items[i].target == target)
            add_edit(renaming, old->items[i].span, renaming->name);
    try_edits(renaming, &trial);
    if (!keeps_mentions(renaming, &trial))
        return refuse_name(renaming->question, renaming->name,
                           note ? "cannot be the name of this footnote: it would not be "
                                  "read as one everywhere"
                                : "cannot be the label of this reference: it would not "
                                  "be read as one everywhere");
    edits_write_workspace(renaming->question, edits_of(renaming));
    return ANSWER_GIVEN;
}

/* The headings before and after. */
struct headings {
    const struct section *before;
    const struct section *after;
    uint32_t count;
};

static int compare_heading(const void *key, const void *item)
{
    const struct node *heading = key;
    const struct section *section = item;

    return heading < section->heading ? -1 : heading > section->heading;
}

/* What became of a heading. */
static const struct node *heading_after(const struct headings *headings,
                                        const struct node *heading)
{
    const struct section *section = bsearch(heading, headings->before, headings->count,
                                            sizeof(*headings->before), compare_heading);

    return section ? headings->after[section - headings->before].heading : NULL;
}

/* Has the article the same headings, but for the text of one? */
static bool keeps_headings(const struct renaming *renaming, const struct trial *trial,
                           struct headings *headings)
{
    struct arena *arena = renaming->question->arena;
    const struct node *target = renaming->mention->target;
    const struct node *now;
    uint32_t count;

    headings->before = sections_of(renaming->before, arena, &headings->count);
    headings->after = sections_of(&trial->document, arena, &count);
    if (count != headings->count)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (headings->before[i].heading->level != headings->after[i].heading->level)
            return false;
    now = heading_after(headings, target);
    return now && now->span.start == target->span.start &&
           str_starts(source_text(&trial->source, now->content), renaming->name);
}

/* The new anchor, if another place has it already: links to that from elsewhere would
 * lead here. Empty: none has. */
static struct str taken_anchor(const struct renaming *renaming, const struct trial *trial,
                               const struct headings *headings)
{
    struct arena *arena = renaming->question->arena;
    const struct node *heading = renaming->mention->target;
    struct str before = anchor_of_heading(renaming->before, heading, arena);
    struct str after =
        anchor_of_heading(&trial->document, heading_after(headings, heading), arena);
    const struct link_anchor *there = anchors_get(&renaming->old->anchors, after);
    bool taken = there && there->node && there->node != heading;

    return taken && !str_equal(before, after) ? after : STR("");
}

/* A fragment that leads to the heading: readable where the old one is. Empty: none
 * does. */
static struct str fragment_for(const struct renaming *renaming,
                               const struct anchors *anchors, const struct node *heading,
                               struct str old)
{
    struct str fragment = {NULL, 0};

    for (uint32_t i = 0; i < anchors->count && !fragment.len; i++)
        if (anchors->items[i].node == heading)
            fragment = anchors->items[i].fragment;
    if (!fragment.len)
        return fragment;
    fragment = (struct str){fragment.data + 1, fragment.len - 1};
    if (!memchr(old.data, '%', old.len))
        fragment = uri_decode(renaming->question->arena, fragment);
    return fragment;
}

/* Adds the edit that makes a link lead to its heading again; false when nothing does. */
static bool follow(struct renaming *renaming, const struct mention *mention,
                   const struct anchors *anchors, const struct node *heading)
{
    struct question *question = renaming->question;
    struct str old = source_text(&question->source, mention->span);
    struct str whole = source_text(&question->source,
                                   span_make(mention->span.start - 1, mention->span.end));
    const struct link_anchor *led =
        anchors_get(anchors, anchor_fragment(question->arena, whole));
    struct str text;

    if (led && led->node == heading)
        return true;
    text = fragment_for(renaming, anchors, heading, old);
    if (text.len)
        add_edit(renaming, mention->span, text);
    return text.len > 0;
}

static int compare_edits(const void *a, const void *b)
{
    const struct edit *first = a;
    const struct edit *second = b;

    return first->span.start < second->span.start
               ? -1
               : first->span.start > second->span.start;
}

static bool within(struct span inner, struct span outer)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

/* A new text of one heading may give another one a new anchor too, as they are numbered:
 * all links are looked at. False when one cannot lead to its heading any more. */
static bool follow_all(struct renaming *renaming, const struct trial *trial,
                       const struct headings *headings)
{
    for (uint32_t i = 0; i < renaming->old->count; i++) {
        const struct mention *mention = &renaming->old->items[i];

        if (mention->kind != MENTION_HEADING || mention->defines ||
            within(mention->span, renaming->mention->span))
            continue;
        if (!follow(renaming, mention, &trial->mentions.anchors,
                    heading_after(headings, mention->target)))
            return false;
    }
    qsort(renaming->edits, renaming->count, sizeof(*renaming->edits), compare_edits);
    return true;
}

static enum answer_kind refuse_taken(const struct renaming *renaming, struct str anchor)
{
    struct question *question = renaming->question;

    return refuse(question,
                  arena_format(question->arena,
                               "`%s` would have the anchor `%s`, which another place has",
                               message_text(question->arena, renaming->name),
                               message_text(question->arena, anchor)));
}

static enum answer_kind rename_heading(struct renaming *renaming)
{
    struct question *question = renaming->question;
    struct headings headings;
    struct trial trial;
    struct str taken;

    add_edit(renaming, renaming->mention->span, renaming->name);
    try_edits(renaming, &trial);
    if (!keeps_headings(renaming, &trial, &headings))
        return refuse_name(question, renaming->name,
                           "cannot be the text of this heading");
    taken = taken_anchor(renaming, &trial, &headings);
    if (taken.len)
        return refuse_taken(renaming, taken);
    if (!follow_all(renaming, &trial, &headings))
        return refuse_name(question, renaming->name,
                           "gives the heading no anchor, and links lead to it");
    edits_write_workspace(question, edits_of(renaming));
    return ANSWER_GIVEN;
}

static bool has_line_end(struct str text)
{
    return memchr(text.data, '\n', text.len) || memchr(text.data, '\r', text.len);
}

static enum answer_kind rename_at(struct question *question, uint32_t offset,
                                  struct str name)
{
    const struct document *document = question_document(question);
    const struct mention *mention;
    struct mentions mentions;
    struct renaming renaming;

    mentions_find(&mentions, document, question->arena);
    mention = renamable(&mentions, offset);
    if (!mention)
        return refuse(question, STR("here is no heading, reference or footnote"));
    if (!name.len || has_line_end(name))
        return refuse(question, STR("a name has at least one character, and is a line"));
    renaming = (struct renaming){
        .question = question,
        .before = document,
        .old = &mentions,
        .mention = mention_definition(&mentions, mention),
        .name = name,
        .edits = arena_array(question->arena, mentions.count + 1, sizeof(struct edit)),
    };
    return mention->kind == MENTION_HEADING ? rename_heading(&renaming)
                                            : rename_label(&renaming);
}

static enum answer_kind rename_name(struct question *question)
{
    const struct value *name = value_get(question->params, "newName");
    uint32_t offset;

    if (!question_offset(question, &offset) || !name || name->kind != VALUE_STRING)
        return ANSWER_INVALID;
    return rename_at(question, offset, str_trim(name->text));
}

const struct feature feature_rename = {
    .method = "textDocument/rename",
    .capability = "renameProvider",
    .options = "{\"prepareProvider\":true}",
    .answer = rename_name,
};
