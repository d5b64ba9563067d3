/* modules.c - articles that import modules, as MDX does */

#include "lint/document/modules.h"

#include "lint/base/ascii.h"

/* Is there a text between quotes after the last word, as `from 'react'` has? */
static bool names_module(struct str line)
{
    char last;

    line = str_trim(line);
    if (str_ends(line, STR(";")))
        line.len--;
    last = line.len ? line.data[line.len - 1] : '\0';
    return last == '"' || last == '\'';
}

static bool is_export(struct str line)
{
    static const char *const words[] = {"const ",    "let ",   "default ",
                                        "function ", "async ", "{"};

    if (!str_starts(line, STR("export ")))
        return false;
    line = (struct str){line.data + STR("export ").len, line.len - STR("export ").len};
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (str_starts(line, str_from(words[i])))
            return true;
    return false;
}

bool document_has_modules(const struct document *document)
{
    const struct source *source = document->source;
    const struct node *block = node_child(document, document->nodes);

    for (; block; block = node_sibling(document, block)) {
        uint32_t line = source_line(source, block->span.start);
        struct str text = source_text(source, source_line_span(source, line));

        if (block->kind == NODE_PARAGRAPH &&
            (is_export(text) || (str_starts(text, STR("import ")) && names_module(text))))
            return true;
    }
    return false;
}
