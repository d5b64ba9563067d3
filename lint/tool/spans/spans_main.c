/* spans_main.c - checks the spans of every Markdown file below the given folders */

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/memory.h"
#include "lint/tool/spans/spans.h"

enum { OPEN_FOLDERS = 16 };

/* nftw has no context argument. */
static struct spans total;

static const char *const kind_names[NODE_KIND_COUNT] = {
    [NODE_DOCUMENT] = "document",
    [NODE_BLOCK_QUOTE] = "block quote",
    [NODE_LIST] = "list",
    [NODE_ITEM] = "item",
    [NODE_FOOTNOTE_DEFINITION] = "footnote",
    [NODE_DIRECTIVE] = "directive",
    [NODE_HEADING] = "heading",
    [NODE_PARAGRAPH] = "paragraph",
    [NODE_CODE_BLOCK] = "code block",
    [NODE_MATH_BLOCK] = "math block",
    [NODE_HTML_BLOCK] = "HTML block",
    [NODE_THEMATIC_BREAK] = "break",
    [NODE_DEFINITION] = "definition",
    [NODE_TABLE] = "table",
    [NODE_TABLE_ROW] = "row",
    [NODE_TABLE_CELL] = "cell",
    [NODE_TEXT] = "text",
    [NODE_SOFT_BREAK] = "soft break",
    [NODE_LINE_BREAK] = "line break",
    [NODE_CODE] = "code",
    [NODE_MATH] = "math",
    [NODE_HTML] = "HTML",
    [NODE_EMPHASIS] = "emphasis",
    [NODE_STRONG] = "strong",
    [NODE_STRIKETHROUGH] = "strikethrough",
    [NODE_LINK] = "link",
    [NODE_IMAGE] = "image",
    [NODE_AUTOLINK] = "autolink",
    [NODE_BARE_URL] = "bare URL",
    [NODE_FOOTNOTE_REFERENCE] = "footnote reference",
};

/* On one line, whatever is in it. */
static void print_text(struct str text)
{
    for (size_t i = 0; i < text.len && i < 120; i++)
        putchar((unsigned char)text.data[i] < ' ' ? '.' : text.data[i]);
}

void spans_violation(struct spans *spans, const struct node *node, const char *what)
{
    const struct source *source = spans->document->source;

    printf("%s:%u: %s at %u-%u: ", spans->path, source_line(source, node->span.start) + 1,
           kind_names[node->kind], node->span.start, node->span.end);
    print_text(str_from(what));
    printf(": `");
    print_text(source_text(source, node->span));
    printf("`\n");
    spans->violations++;
}

static char *read_file(const char *path, size_t size)
{
    FILE *file = fopen(path, "rb");
    char *data = memory_alloc(size + 1);

    if (!file || fread(data, 1, size, file) != size) {
        fprintf(stderr, "spans: cannot read %s\n", path);
        exit(2);
    }
    fclose(file);
    data[size] = '\0';
    return data;
}

static void check_file(const char *path, size_t size)
{
    char *data = read_file(path, size);
    struct document document;
    struct source source;
    struct arena arena;

    arena_init(&arena);
    source_init(&source, &arena, path, data, size);
    document_parse(&document, &arena, &source);
    total.path = path;
    total.document = &document;
    total.arena = &arena;
    total.files++;
    total.nodes += document.node_count;
    spans_check_nodes(&total);
    arena_release(&arena);
    free(data);
}

static int visit(const char *path, const struct stat *info, int type, struct FTW *place)
{
    size_t len = strlen(path);

    (void)place;
    if (type == FTW_F && len > 3 && strcmp(path + len - 3, ".md") == 0)
        check_file(path, (size_t)info->st_size);
    return 0;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (nftw(argv[i], visit, OPEN_FOLDERS, FTW_PHYS) != 0) {
            fprintf(stderr, "spans: cannot walk %s\n", argv[i]);
            return 2;
        }
    }
    printf("files %llu, nodes %llu, violations %llu\n", (unsigned long long)total.files,
           (unsigned long long)total.nodes, (unsigned long long)total.violations);
    return total.violations ? 1 : 0;
}
