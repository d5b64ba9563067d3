/* infer_articles.c - drafts of schemas for front matter that a test gives */

#include "lint/tool/schema/infer_articles.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lint/base/buf.h"

void infer_articles_add(struct infer_articles *articles, struct str text)
{
    struct str copy = arena_str(&articles->arena, text);
    struct value_tree *tree = &articles->trees[articles->count++];

    yaml_read(&articles->arena,
              (struct value_input){copy.data, span_make(0, (uint32_t)copy.len),
                                   VALUE_MAX_NODES},
              tree);
    if (tree->problem_count)
        fail_msg("%s: %s", copy.data, tree->problems->mistake.message.data);
}

struct str infer_articles_draft(struct infer_articles *articles,
                                struct inference_form form)
{
    struct inference *inference = inference_new(&articles->arena);
    struct inference_counts counts = {0, 0};
    struct buf out = BUF_INIT;
    struct str draft;

    for (uint32_t i = 0; i < articles->count; i++)
        inference_add(inference, &articles->trees[i],
                      arena_format(&articles->arena, "d/%u.md", (unsigned)i + 1));
    inference_write(inference, &counts, form, &out);
    draft = arena_str(&articles->arena, buf_str(&out));
    buf_release(&out);
    return draft;
}
