/* documents_test.c - the server's text is the client's, whatever is edited */

#include "lint/lsp/documents.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/utf8.h"

/* A text as a client has it: code points, which it counts in its own way. */
enum { MAX_POINTS = 4000, SEQUENCES = 10000, EDITS = 6 };

struct client_text {
    uint32_t points[MAX_POINTS];
    size_t count;
};

/* A small generator, so that a failure is the same each time. */
static uint32_t seed;

static uint32_t random_below(uint32_t limit)
{
    seed = seed * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)(seed >> 8) * limit) >> 24);
}

/* Line ends of all kinds, which edits join and split, and characters of every width. */
static uint32_t random_point(void)
{
    static const uint32_t points[] = {'a',    'b',    ' ',     '\n',    '\r',     '\n',
                                      0xE9,   0x20AC, 0x1F600, 0x301,   0x10FFFF, 0xFFFD,
                                      0x2028, '"',    '\\',    0x1F468, 0xFEFF,   '\t'};

    return points[random_below(sizeof(points) / sizeof(*points))];
}

static uint32_t width(uint32_t point, enum position_encoding encoding)
{
    char bytes[4];

    if (encoding == ENCODING_UTF8)
        return (uint32_t)utf8_encode(point, bytes);
    return encoding == ENCODING_UTF16 && point > 0xFFFF ? 2 : 1;
}

/* Counted from the start, one code point after the other. */
static struct lsp_position position_in(const struct client_text *text, size_t at,
                                       enum position_encoding encoding)
{
    struct lsp_position position = {0, 0};

    for (size_t i = 0; i < at; i++) {
        bool crlf =
            text->points[i] == '\r' && i + 1 < text->count && text->points[i + 1] == '\n';

        if (text->points[i] == '\n' || (text->points[i] == '\r' && !crlf))
            position = (struct lsp_position){position.line + 1, 0};
        else
            position.character += width(text->points[i], encoding);
    }
    return position;
}

/* Clients have no position between CR and LF. */
static size_t random_place(const struct client_text *text)
{
    size_t at = random_below((uint32_t)text->count + 1);

    if (at && at < text->count && text->points[at - 1] == '\r' &&
        text->points[at] == '\n')
        at--;
    return at;
}

static void add_point(struct buf *out, uint32_t point)
{
    char bytes[4];
    size_t len = utf8_encode(point, bytes);

    buf_add(out, bytes, len);
}

static void client_replace(struct client_text *text, size_t from, size_t to,
                           const struct client_text *by)
{
    memmove(text->points + from + by->count, text->points + to,
            (text->count - to) * sizeof(*text->points));
    memcpy(text->points + from, by->points, by->count * sizeof(*by->points));
    text->count += by->count - (to - from);
}

static void random_text(struct client_text *text, uint32_t most)
{
    text->count = random_below(most + 1);
    for (size_t i = 0; i < text->count; i++)
        text->points[i] = random_point();
}

static void write_text(struct json_writer *json, const struct client_text *text)
{
    struct buf bytes = BUF_INIT;

    buf_putc(&bytes, 'x');
    bytes.len = 0;
    for (size_t i = 0; i < text->count; i++)
        add_point(&bytes, text->points[i]);
    json_member(json, "text", buf_str(&bytes));
    buf_release(&bytes);
}

/* Edits the client's text and writes the change, in the order the client counts in. */
static void write_edit(struct json_writer *json, struct client_text *text,
                       enum position_encoding encoding)
{
    size_t from = random_place(text);
    size_t to = random_place(text);
    struct client_text by;

    if (from > to || random_below(3) == 0)
        to = from;
    random_text(&by, 8);
    json_open(json, '{');
    json_key(json, "range");
    json_open(json, '{');
    json_key(json, "start");
    position_write(json, position_in(text, from, encoding));
    json_key(json, "end");
    position_write(json, position_in(text, to, encoding));
    json_close(json, '}');
    write_text(json, &by);
    json_close(json, '}');
    client_replace(text, from, to, &by);
}

static const struct value *read(struct arena *arena, const struct buf *json)
{
    struct value_input input = {json->data, span_make(0, (uint32_t)json->len),
                                VALUE_MAX_NODES_DATA};
    struct value_tree tree;

    json_read(arena, input, &tree);
    assert_non_null(tree.root);
    return tree.root;
}

static void begin(struct json_writer *json)
{
    json->out->len = 0;
    json->comma = false;
    json_open(json, '{');
    json_key(json, "textDocument");
    json_raw(json, STR("{\"uri\":\"untitled:a\",\"version\":2}"));
}

static void open_document(struct documents *documents, struct arena *arena,
                          const struct client_text *text)
{
    struct buf bytes = BUF_INIT;
    struct json_writer json = {&bytes, false};

    json_open(&json, '{');
    json_key(&json, "textDocument");
    json_open(&json, '{');
    json_member(&json, "uri", STR("untitled:a"));
    write_text(&json, text);
    json_close(&json, '}');
    json_close(&json, '}');
    assert_non_null(documents_open(documents, read(arena, &bytes)));
    buf_release(&bytes);
}

static void assert_same(const struct client_text *text, const struct buf *server)
{
    struct buf bytes = BUF_INIT;

    for (size_t i = 0; i < text->count; i++)
        add_point(&bytes, text->points[i]);
    assert_int_equal(bytes.len, server->len);
    if (bytes.len)
        assert_memory_equal(bytes.data, server->data, bytes.len);
    buf_release(&bytes);
}

static void edit_once(struct documents *documents, struct arena *arena,
                      struct client_text *text, enum position_encoding encoding)
{
    struct buf bytes = BUF_INIT;
    struct json_writer json = {&bytes, false};
    struct lsp_document *document;

    begin(&json);
    json_key(&json, "contentChanges");
    json_open(&json, '[');
    for (uint32_t i = random_below(3) + 1; i; i--)
        write_edit(&json, text, encoding);
    json_close(&json, ']');
    json_close(&json, '}');
    document = documents_change(documents, read(arena, &bytes), encoding);
    assert_non_null(document);
    assert_same(text, &document->text);
    buf_release(&bytes);
}

static void edit_at_random(enum position_encoding encoding)
{
    struct documents documents;
    struct client_text text;
    struct arena arena;

    arena_init(&arena);
    documents_init(&documents);
    seed = 2026 + (uint32_t)encoding;
    for (int i = 0; i < SEQUENCES; i++) {
        random_text(&text, 60);
        open_document(&documents, &arena, &text);
        for (int edit = 0; edit < EDITS; edit++)
            edit_once(&documents, &arena, &text, encoding);
        arena_reset(&arena);
    }
    documents_release(&documents);
    arena_release(&arena);
}

static void utf16_edits_keep_the_text(void **state)
{
    (void)state;
    edit_at_random(ENCODING_UTF16);
}

static void utf8_edits_keep_the_text(void **state)
{
    (void)state;
    edit_at_random(ENCODING_UTF8);
}

static void utf32_edits_keep_the_text(void **state)
{
    (void)state;
    edit_at_random(ENCODING_UTF32);
}

static void positions_are_held_to_the_text(void **state)
{
    static const struct {
        struct lsp_position position;
        uint32_t offset;
    } cases[] = {
        {{0, 0}, 0},  {{0, 3}, 3},  {{0, 99}, 3},
        {{1, 0}, 5},  {{1, 1}, 5},  /* inside of a pair */ {{1, 2}, 9},
        {{2, 0}, 10}, {{9, 9}, 11}, {{INT32_MAX, INT32_MAX}, 11},
        {{2, 5}, 11},
    };
    /* abc CR LF, an emoji, CR, z */
    struct str text = STR("abc\r\n\xF0\x9F\x98\x80\rz");

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_int_equal(position_offset(text, cases[i].position, ENCODING_UTF16),
                         cases[i].offset);
}

static void positions_and_offsets_agree(void **state)
{
    struct arena arena;
    struct source source;
    struct str text = STR("\xEF\xBB\xBFtop\n\xC3\xA9\xF0\x9F\x98\x80x\r\nend");

    (void)state;
    arena_init(&arena);
    source_init(&source, &arena, "a.md", text.data, text.len);
    for (int encoding = ENCODING_UTF16; encoding <= ENCODING_UTF32; encoding++)
        for (uint32_t offset = 0; offset <= text.len; offset++) {
            enum position_encoding by = (enum position_encoding)encoding;
            struct lsp_position position = position_at(&source, offset, by);
            uint32_t back = position_find(&source, position, by);

            if (offset < text.len && utf8_is_continuation(text.data[offset]))
                continue;
            if (text.data[offset] == '\n' && text.data[offset - 1] == '\r')
                continue;
            assert_int_equal(back, offset);
            assert_int_equal(position_offset(text, position, by), offset);
        }
    arena_release(&arena);
}

static void what_makes_no_sense_is_refused(void **state)
{
    static const char *const changes[] = {
        "{}",
        "{\"textDocument\":{\"uri\":\"untitled:b\"},\"contentChanges\":[]}",
        "{\"textDocument\":{\"uri\":\"untitled:a\"}}",
        "{\"textDocument\":{\"uri\":\"untitled:a\"},\"contentChanges\":[{}]}",
        "{\"textDocument\":{\"uri\":\"untitled:a\"},\"contentChanges\":[{\"text\":1}]}",
        "{\"textDocument\":{\"uri\":\"untitled:a\"},"
        "\"contentChanges\":[{\"range\":{\"start\":{}},\"text\":\"\"}]}",
        "{\"textDocument\":{\"uri\":\"untitled:a\"},\"contentChanges\":"
        "[{\"range\":{\"start\":{\"line\":-1,\"character\":0},"
        "\"end\":{\"line\":0,\"character\":0}},\"text\":\"\"}]}",
    };
    struct client_text text = {.points = {'a'}, .count = 1};
    struct documents documents;
    struct arena arena;

    (void)state;
    arena_init(&arena);
    documents_init(&documents);
    open_document(&documents, &arena, &text);
    for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++) {
        struct buf json = BUF_INIT;

        buf_puts(&json, changes[i]);
        assert_null(documents_change(&documents, read(&arena, &json), ENCODING_UTF16));
        buf_release(&json);
    }
    assert_same(&text, &documents_find(&documents, STR("untitled:a"))->text);
    documents_release(&documents);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf16_edits_keep_the_text),
        cmocka_unit_test(utf8_edits_keep_the_text),
        cmocka_unit_test(utf32_edits_keep_the_text),
        cmocka_unit_test(positions_are_held_to_the_text),
        cmocka_unit_test(positions_and_offsets_agree),
        cmocka_unit_test(what_makes_no_sense_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
