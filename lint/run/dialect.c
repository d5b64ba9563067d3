/* dialect.c - articles that are not plain Markdown: MDX, Quarto, R Markdown */

#include "lint/run/dialect.h"

#include "lint/base/ascii.h"

static bool ends_in(const char *path, struct str ending)
{
    struct str name = str_from(path);

    return name.len >= ending.len &&
           str_equal_ignore_case(
               (struct str){name.data + name.len - ending.len, ending.len}, ending);
}

bool dialect_is(const char *path)
{
    return ends_in(path, STR(".mdx")) || ends_in(path, STR(".qmd")) ||
           ends_in(path, STR(".rmd"));
}

bool dialect_has_comments(const char *path)
{
    return !ends_in(path, STR(".mdx"));
}

static bool begins_code(struct str text)
{
    return str_starts(text, STR("import ")) || str_starts(text, STR("export ")) ||
           (text.len && is_one_of(*text.data, "<{}"));
}

bool dialect_has_code(const struct document *document, uint32_t offset)
{
    const struct source *source = document->source;
    uint32_t line = source_line(source, offset);
    const struct node *node = document_line_node(document, line);

    if (node->kind == NODE_CODE_BLOCK || node->kind == NODE_HTML_BLOCK)
        return true;
    return begins_code(str_trim(source_text(source, source_line_span(source, line)))) ||
           (node != document->nodes && begins_code(source_text(source, node->span)));
}
