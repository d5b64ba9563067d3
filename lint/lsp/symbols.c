/* symbols.c - textDocument/documentSymbol: the keys of front matter and the headings */

#include "lint/lsp/feature.h"
#include "lint/lsp/sections.h"
#include "lint/lsp/under.h"

/* SymbolKind of LSP 3.17: headings are strings there, as in other servers. */
enum { SYMBOL_STRING = 15, SYMBOL_KEY = 20 };

/* A symbol, without its children. */
struct symbol {
    struct str name;
    unsigned kind;
    struct span range;
    struct span selection;
};

struct writer {
    struct question *question;
    bool tree; /* the client takes symbols with children */
};

/* A client without trees gets SymbolInformation. */
static void begin(const struct writer *writer, const struct symbol *symbol)
{
    struct question *question = writer->question;
    struct json_writer *json = &question->out;
    enum position_encoding encoding = question->client->encoding;

    json_open(json, '{');
    json_member(json, "name", symbol->name);
    json_member_uint(json, "kind", symbol->kind);
    if (!writer->tree) {
        json_key(json, "location");
        json_open(json, '{');
        json_member(json, "uri", question->errand.uri);
        json_key(json, "range");
        range_write(json, &question->source, symbol->range, encoding);
        json_close(json, '}');
        json_close(json, '}');
        return;
    }
    json_key(json, "range");
    range_write(json, &question->source, symbol->range, encoding);
    json_key(json, "selectionRange");
    range_write(json, &question->source, symbol->selection, encoding);
    json_key(json, "children");
    json_open(json, '[');
}

static void end(const struct writer *writer)
{
    if (!writer->tree)
        return;
    json_close(&writer->question->out, ']');
    json_close(&writer->question->out, '}');
}

/* Names must not be empty (LSP 3.17, DocumentSymbol). */
static struct str name_of(struct str text, struct str otherwise)
{
    struct str name = str_trim(text);

    return name.len ? name : otherwise;
}

/* The entries of a map, and of maps in it. An alias has none of its own. */
static void write_keys(const struct writer *writer, const struct value *map)
{
    if (!map || map->kind != VALUE_MAP)
        return;
    for (uint32_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        struct symbol symbol = {name_of(entry->key, STR("\"\"")), SYMBOL_KEY,
                                entry_span(entry), entry->key_span};

        begin(writer, &symbol);
        if (!span_length(entry->alias))
            write_keys(writer, entry->value);
        end(writer);
    }
}

static void write_headings(const struct writer *writer)
{
    struct question *question = writer->question;
    const struct document *document = question_document(question);
    uint32_t count;
    const struct section *sections = sections_of(document, question->arena, &count);
    const struct node *open[6];
    uint32_t depth = 0;

    for (uint32_t i = 0; i < count; i++) {
        const struct node *heading = sections[i].heading;
        struct str text = source_text(&question->source, heading->content);
        uint32_t last = source_line_span(&question->source, sections[i].last_line).end;
        struct symbol symbol = {name_of(text, STR("#")), SYMBOL_STRING,
                                span_make(heading->span.start, last > heading->span.end
                                                                   ? last
                                                                   : heading->span.end),
                                heading->span};

        for (; depth && open[depth - 1]->level >= heading->level; depth--)
            end(writer);
        begin(writer, &symbol);
        open[depth++] = heading;
    }
    while (depth--)
        end(writer);
}

static enum answer_kind document_symbol(struct question *question)
{
    struct writer writer = {question, client_can(question->client,
                                                 "textDocument.documentSymbol."
                                                 "hierarchicalDocumentSymbolSupport")};

    json_open(&question->out, '[');
    if (question->place->kind == PLACE_ARTICLE ||
        question->place->kind == PLACE_IGNORED) {
        write_keys(&writer, question_document(question)->front_matter.tree.root);
        write_headings(&writer);
    }
    json_close(&question->out, ']');
    return ANSWER_GIVEN;
}

const struct feature feature_document_symbol = {
    .method = "textDocument/documentSymbol",
    .capability = "documentSymbolProvider",
    .options = "true",
    .answer = document_symbol,
};
