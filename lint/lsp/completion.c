/* completion.c - textDocument/completion: in front matter, and in Markdown */

#include "lint/lsp/front_matter.h"
#include "lint/lsp/markdown.h"

/* A list is of what was typed so far: typing on may bring up others. */
static enum answer_kind completion(struct question *question)
{
    struct json_writer *json = &question->out;
    struct typing typing;
    uint32_t offset;

    if (!question_offset(question, &offset))
        return ANSWER_INVALID;
    json_open(json, '{');
    json_member_bool(json, "isIncomplete", true);
    json_key(json, "items");
    json_open(json, '[');
    if (front_matter_typing(question, offset, &typing))
        front_matter_complete(question, &typing);
    else
        markdown_complete(question, offset);
    json_close(json, ']');
    json_close(json, '}');
    return ANSWER_GIVEN;
}

const struct feature feature_completion = {
    .method = "textDocument/completion",
    .capability = "completionProvider",
    .options =
        "{\"triggerCharacters\":[\":\",\" \",\"-\",\"[\",\"{\",\",\",\"\\\"\",\"'\","
        "\"=\",\"/\",\"#\",\"(\",\"`\",\"^\"]}",
    .answer = completion,
};
