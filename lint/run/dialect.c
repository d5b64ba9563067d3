/* dialect.c - articles that are not plain Markdown: MDX, Quarto, R Markdown */

#include "lint/run/dialect.h"

#include "lint/base/ascii.h"

bool dialect_is(const char *path)
{
    static const char *const endings[] = {".mdx", ".qmd", ".rmd"};
    struct str name = str_from(path);
    struct str end = {name.data + name.len - 4, 4};

    for (size_t i = 0; name.len >= 4 && i < sizeof(endings) / sizeof(*endings); i++)
        if (str_equal_ignore_case(end, str_from(endings[i])))
            return true;
    return false;
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
