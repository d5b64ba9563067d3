/* examples.c - runs the examples of a manual page: they must give what they show */

#include "lint/tool/rules/examples.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lint/base/memory.h"
#include "lint/tool/expected.h"

/* A fenced block of a page, with the parts of its info string. */
struct block {
    const struct node *node;
    struct str language; /* first word of the info string */
    struct str word;     /* second word of the info string: good, bad, report, … */
    struct str path;     /* of the text in the project; empty when not given */
    struct str text;
};

void examples_complain(struct examples *page, const struct node *at, const char *what,
                       struct str wanted, struct str got)
{
    uint32_t line = source_position(&page->source, at->span.start).line;

    page->wrong++;
    print_error("%s:%u: %s\n--- the page says\n%.*s--- the rule says\n%.*s---\n",
                page->name, line, what, (int)wanted.len, wanted.data, (int)got.len,
                got.data);
}

static struct str next_word(struct str *text)
{
    struct str word = str_trim(*text);
    size_t len = 0;

    while (len < word.len && word.data[len] != ' ')
        len++;
    *text = (struct str){word.data + len, word.len - len};
    return (struct str){word.data, len};
}

/* The text of a block ends in a line end, which `unended` removes. */
static struct block block_of(const struct node *node, struct str info)
{
    struct block block = {.node = node, .text = node->code_block->literal};
    struct str path = STR("path=");

    block.language = next_word(&info);
    block.word = next_word(&info);
    for (struct str word = next_word(&info); word.len; word = next_word(&info)) {
        if (str_is(word, "unended"))
            block.text.len -= block.text.len > 0;
        else if (str_starts(word, path))
            block.path = (struct str){word.data + path.len, word.len - path.len};
    }
    return block;
}

static struct block next_block(struct examples *page, const struct node **at)
{
    const struct node *end = page->document.nodes + page->document.node_count;

    for (; *at < end; (*at)++) {
        const struct node *node = *at;

        if (node->kind != NODE_CODE_BLOCK || !(node->flags & NODE_FENCED))
            continue;
        (*at)++;
        return block_of(node, source_text(&page->source, node->code_block->info));
    }
    return (struct block){.node = NULL};
}

static struct trial trial_of(struct examples *page, const struct block *block)
{
    struct str path = block->path;

    if (!path.len)
        path = arena_format(&page->arena, "example.%.*s", (int)block->language.len,
                            block->language.data);
    return (struct trial){.rule = page->rule,
                          .config = page->config,
                          .schema = page->schema,
                          .folder = page->folder.path,
                          .path = path};
}

/* Replaces a block's content in the accepted page. */
static void accept(struct examples *page, const struct block *block, struct str content)
{
    struct span inner = source_full_line(
        &page->source, source_line(&page->source, block->node->span.start));
    uint32_t close = block->node->code_block->closing.start;

    buf_add(&page->accepted, page->source.data + page->written,
            inner.end - page->written);
    buf_add_str(&page->accepted, content);
    page->written = close;
}

static void write_file(struct examples *page, const struct block *block)
{
    if (!page->folder.path[0] || !block->path.len)
        examples_complain(page, block->node, "a file that cannot be written", STR(""),
                          STR(""));
    else
        trial_write(page->folder.path, block->path, block->text);
}

static void compare(struct examples *page, const struct block *block, struct str got,
                    const char *what)
{
    if (str_equal(block->text, got))
        return;
    if (expected_is_written())
        accept(page, block, got);
    else
        examples_complain(page, block->node, what, block->text, got);
}

bool text_holds(struct str text, struct str part)
{
    for (size_t i = 0; i + part.len <= text.len; i++)
        if (memcmp(text.data + i, part.data, part.len) == 0)
            return true;
    return false;
}

static void check_good(struct examples *page, const struct block *block)
{
    struct trial trial = trial_of(page, block);
    struct buf got = BUF_INIT;

    trial_report(&trial, block->text, &got);
    if (got.len)
        examples_complain(page, block->node, "a good example that is not", STR(""),
                          buf_str(&got));
    buf_release(&got);
    page->good++;
}

static void check_bad(struct examples *page, const struct block *block,
                      const struct node **at)
{
    struct trial trial = trial_of(page, block);
    struct block report = next_block(page, at);
    struct buf got = BUF_INIT;

    trial_report(&trial, block->text, &got);
    if (!str_is(report.word, "report"))
        examples_complain(page, block->node, "a bad example without a report", STR(""),
                          buf_str(&got));
    else if (!got.len)
        examples_complain(page, block->node, "a bad example that is good", report.text,
                          STR(""));
    else
        compare(page, &report, buf_str(&got), "another report; `make accept` takes it");
    if (got.len && !text_holds(buf_str(&got), str_from(page->rule->code)))
        examples_complain(page, block->node, "a bad example for another rule", STR(""),
                          buf_str(&got));
    buf_release(&got);
    page->bad++;
}

static void check_fixed(struct examples *page, const struct block *block,
                        const struct block *bad)
{
    struct trial trial = trial_of(page, bad);
    struct buf got = BUF_INIT;

    trial_fix(&trial, bad->text, &got);
    compare(page, block, buf_str(&got), "another fixed text; `make accept` takes it");
    buf_release(&got);
    page->fixed = true;
}

static void check_promises(struct examples *page, const struct block *block)
{
    struct trial trial = trial_of(page, block);
    const char *broken = trial_broken_promise(&trial, block->text, &page->arena);

    if (broken)
        examples_complain(page, block->node, broken, STR(""), STR(""));
}

/* A heading starts a new example, with the defaults of the rule. */
static bool heading_between(const struct examples *page, const struct node *from,
                            const struct node *to)
{
    for (; from < to; from++)
        if (from->kind == NODE_HEADING)
            return true;
    (void)page;
    return false;
}

void examples_run(struct examples *page)
{
    const struct node *at = page->document.nodes;
    const struct node *before = at;
    struct block bad = {.node = NULL};

    for (;;) {
        struct block block = next_block(page, &at);

        if (!block.node)
            break;
        if (heading_between(page, before, block.node))
            page->config = STR("");
        before = block.node;
        if (str_is(block.word, "config")) {
            page->config = block.text;
        } else if (str_is(block.word, "schema")) {
            page->schema = block.text;
        } else if (str_is(block.word, "file")) {
            write_file(page, &block);
        } else if (str_is(block.word, "good")) {
            check_good(page, &block);
            check_promises(page, &block);
        } else if (str_is(block.word, "bad")) {
            bad = block;
            check_bad(page, &block, &at);
            check_promises(page, &block);
        } else if (str_is(block.word, "fixed")) {
            check_fixed(page, &block, &bad);
        } else if (!str_is(block.word, "skip")) {
            examples_complain(page, block.node, "a block of no known kind", block.word,
                              STR(""));
        }
    }
}

void examples_check_field(struct examples *page, const char *field, const char *wanted)
{
    const struct value *value = value_get(page->document.front_matter.tree.root, field);

    if (!value || value->kind != VALUE_STRING || !str_is(value->text, wanted))
        examples_complain(page, page->document.nodes, field,
                          value ? value->text : STR("nothing"), str_from(wanted));
}

void examples_open(struct examples *page, const struct embedded_file *file,
                   const struct rule *rule, bool own_folder)
{
    *page = (struct examples){.rule = rule, .name = file->name};
    arena_init(&page->arena);
    source_init(&page->source, &page->arena, file->name, (const char *)file->data,
                file->len);
    document_parse(&page->document, &page->arena, &page->source);
    if (own_folder && !own_folder_make(&page->folder))
        bug("no folder for a page's examples");
}

static void write_accepted(struct examples *page)
{
    if (!page->written)
        return;
    buf_add(&page->accepted, page->source.data + page->written,
            page->source.size - page->written);
    expected_write(page->name, buf_str(&page->accepted));
}

uint32_t examples_close(struct examples *page)
{
    if (expected_is_written())
        write_accepted(page);
    if (!own_folder_remove(&page->folder))
        bug("a folder that cannot be removed");
    buf_release(&page->accepted);
    arena_release(&page->arena);
    return page->wrong;
}
