/* markdown_hover.c - hover over references, links within the article, names of rules */

#include "lint/base/message.h"
#include "lint/lsp/markdown.h"
#include "lint/lsp/mentions.h"
#include "lint/manual/rule_page.h"
#include "lint/markdown/unescape.h"
#include "lint/run/suppression_comment.h"

static void write_hover(struct question *question, struct str text, struct span span)
{
    struct json_writer *json = &question->out;

    json_open(json, '{');
    json_key(json, "contents");
    json_open(json, '{');
    json_member(json, "kind", STR("markdown"));
    json_member(json, "value", text);
    json_close(json, '}');
    json_key(json, "range");
    range_write(json, &question->source, span, question->client->encoding);
    json_close(json, '}');
}

/* The first paragraph below the title of a page. */
static struct str first_paragraph(struct str page)
{
    const char *end;
    struct str rest;

    while (page.len && (page.data[0] == '#' || page.data[0] == '\n')) {
        const char *line_end = memchr(page.data, '\n', page.len);

        if (!line_end)
            return STR("");
        rest.data = line_end + 1;
        rest.len = page.len - (size_t)(rest.data - page.data);
        page = rest;
    }
    for (size_t i = 0; i + 1 < page.len; i++)
        if (page.data[i] == '\n' && page.data[i + 1] == '\n')
            return (struct str){page.data, i};
    end = page.data + page.len;
    return (struct str){page.data, (size_t)(end - page.data)};
}

static struct str about_rule(struct question *question, const struct rule *rule)
{
    struct str page = rule_page_text(rule);
    struct str summary = page.len ? first_paragraph(page) : str_from(rule->summary);
    struct buf url = BUF_INIT;
    struct str text;

    rule_page_add_url(&url, question->engine->options->homepage, rule);
    text = arena_format(question->arena, "**%s** %s\n\n%.*s\n\n[manual page](%.*s)",
                        rule->code, rule->name, (int)summary.len, summary.data,
                        (int)url.len, url.data);
    buf_release(&url);
    return text;
}

/* Names of rules have no blanks and commas. */
static bool is_name_byte(char c)
{
    return c != ' ' && c != '\t' && c != ',' && c != '\n' && c != '\r';
}

/* The word at an offset inside a span. */
static struct span word_at(const struct source *source, struct span in, uint32_t offset)
{
    struct span word = span_make(offset, offset);

    while (word.start > in.start && is_name_byte(source->data[word.start - 1]))
        word.start--;
    while (word.end < in.end && is_name_byte(source->data[word.end]))
        word.end++;
    return word;
}

static bool hover_rule(struct question *question, uint32_t offset)
{
    const struct rule_table *rules = question->engine->options->rules;
    uint32_t count;
    const struct directive *directives =
        directives_find(question_document(question), question->arena, &count);

    for (uint32_t i = 0; i < count; i++) {
        struct span in = directives[i].arguments;
        struct span word;
        uint32_t index;

        if (offset < in.start || offset > in.end)
            continue;
        word = word_at(&question->source, in, offset);
        if (!rule_table_find(rules, source_text(&question->source, word), &index))
            return false;
        write_hover(question, about_rule(question, rules->rules[index]), word);
        return true;
    }
    return false;
}

/* Without its quotes or parentheses. */
static struct str title_of(struct question *question, const struct node *definition)
{
    struct str title = source_text(&question->source, definition->link->title);

    if (title.len < 2)
        return STR("");
    return text_unescape(question->arena, (struct str){title.data + 1, title.len - 2});
}

static struct str about_reference(struct question *question, const struct node *target)
{
    struct str title = title_of(question, target);
    struct str destination = text_unescape(
        question->arena, source_text(&question->source, target->link->destination));

    return arena_format(question->arena, "`%s`%s%s",
                        message_text(question->arena, destination),
                        title.len ? "\n\n" : "", message_text(question->arena, title));
}

static struct str about_place(struct question *question, const struct mention *mention)
{
    const struct node *target = mention->target;
    struct span span = mention->kind == MENTION_FOOTNOTE ? target->content : target->span;

    return str_from(message_text(question->arena, source_text(&question->source, span)));
}

/* What already stands there is not shown again. */
static bool hover_mention(struct question *question, uint32_t offset)
{
    const struct mention *mention;
    struct mentions mentions;

    mentions_find(&mentions, question_document(question), question->arena);
    mention = mention_under(&mentions, offset);
    if (!mention || (mention->defines && mention->kind != MENTION_LABEL))
        return false;
    write_hover(
        question,
        mention->kind == MENTION_LABEL ? about_reference(question, mention->target)
                                       : about_place(question, mention),
        mention->node->kind == NODE_DEFINITION ? mention->span : mention->node->span);
    return true;
}

bool markdown_hover(struct question *question, uint32_t offset)
{
    return hover_rule(question, offset) || hover_mention(question, offset);
}
