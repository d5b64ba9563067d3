/* cmark.c - the CPU time that bare cmark-gfm takes to parse files */

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Reads a whole file; any failure ends the program, which would measure nothing. */
static char *read_file(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    char *data = NULL;
    char *grown = NULL;
    size_t capacity = 0;

    *len = 0;
    while (file && !feof(file) && !ferror(file)) {
        if (*len == capacity) {
            capacity = capacity ? capacity * 2 : 65536;
            grown = realloc(data, capacity);
            if (!grown)
                break;
            data = grown;
        }
        *len += fread(data + *len, 1, capacity - *len, file);
    }
    if (!file || ferror(file) || !grown) {
        fprintf(stderr, "bench-cmark: cannot read %s\n", path);
        exit(2);
    }
    fclose(file);
    return data;
}

/* With the extensions that stet uses, and malloc, as any program would. */
static void parse(const char *data, size_t len)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);

    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("tasklist"));
    cmark_parser_feed(parser, data, len);
    cmark_node_free(cmark_parser_finish(parser));
    cmark_parser_free(parser);
}

int main(int argc, char **argv)
{
    clock_t spent = 0;
    size_t bytes = 0;

    cmark_gfm_core_extensions_ensure_registered();
    for (int i = 1; i < argc; i++) {
        size_t len;
        char *data = read_file(argv[i], &len);
        clock_t start = clock();

        parse(data, len);
        spent += clock() - start;
        bytes += len;
        free(data);
    }
    printf("%d files, %zu bytes, %.3f s\n", argc - 1, bytes,
           (double)spent / CLOCKS_PER_SEC);
    return 0;
}
