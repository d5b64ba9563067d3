/* pages_test.c - every rule's page is run: its examples must give what they show */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "lint/embedded.h"
#include "lint/file.h"
#include "lint/memory.h"
#include "rules/rules.h"
#include "rules/trial.h"

/* A fenced block of a page and what its info string makes of it. */
struct block {
    const struct node *node;
    struct str word; /* second word of the info string: good, bad, report, … */
    struct str text;
};

/* A page at work. New contents of blocks are gathered for `make accept`. */
struct page {
    const struct rule *rule;
    struct document document;
    struct source source;
    struct arena arena;
    struct str config; /* of the example at hand */
    struct str schema; /* of all examples behind it */
    struct buf accepted;
    uint32_t written; /* bytes of the page that are in accepted */
    uint32_t good, bad, wrong;
    bool fixed;
};

static bool accepting(void)
{
    return getenv("STET_ACCEPT") != NULL;
}

static void complain(struct page *page, const struct node *at, const char *what,
                     struct str wanted, struct str got)
{
    uint32_t line = source_position(&page->source, at->span.start).line;

    page->wrong++;
    print_error("%s.md:%u: %s\n--- the page says\n%.*s--- the rule says\n%.*s---\n",
                page->rule->name, line, what, (int)wanted.len, wanted.data, (int)got.len,
                got.data);
}

/* `unended` takes the last line end away, which a code block cannot do without. */
static struct block block_of(const struct node *node, struct str words)
{
    struct block block = {node, str_trim(words), node->code_block.literal};

    if (str_ends(block.word, STR(" unended"))) {
        block.word.len -= strlen(" unended");
        block.text.len -= block.text.len > 0;
    }
    return block;
}

static struct block next_block(struct page *page, const struct node **at)
{
    const struct node *end = page->document.nodes + page->document.node_count;

    for (; *at < end; (*at)++) {
        const struct node *node = *at;
        struct str info;
        size_t space = 0;

        if (node->kind != NODE_CODE_BLOCK || !(node->flags & NODE_FENCED))
            continue;
        info = source_text(&page->source, node->code_block.info);
        while (space < info.len && info.data[space] != ' ')
            space++;
        (*at)++;
        return block_of(node, (struct str){info.data + space, info.len - space});
    }
    return (struct block){NULL, STR(""), STR("")};
}

/* Replaces a block's content in the accepted page. */
static void accept(struct page *page, const struct block *block, struct str content)
{
    struct span inner = source_full_line(
        &page->source, source_line(&page->source, block->node->span.start));
    uint32_t close = block->node->code_block.closing.start;

    buf_add(&page->accepted, page->source.data + page->written,
            inner.end - page->written);
    buf_add_str(&page->accepted, content);
    page->written = close;
}

static void compare(struct page *page, const struct block *block, struct str got,
                    const char *what)
{
    if (str_equal(block->text, got))
        return;
    if (accepting())
        accept(page, block, got);
    else
        complain(page, block->node, what, block->text, got);
}

static void check_good(struct page *page, const struct block *block)
{
    struct trial trial = {page->rule, page->config, page->schema};
    struct buf got = BUF_INIT;

    trial_report(&trial, block->text, &got);
    if (got.len)
        complain(page, block->node, "a good example that is not", STR(""), buf_str(&got));
    buf_release(&got);
    page->good++;
}

static void check_bad(struct page *page, const struct block *block,
                      const struct node **at)
{
    struct trial trial = {page->rule, page->config, page->schema};
    struct block report = next_block(page, at);
    struct buf got = BUF_INIT;

    trial_report(&trial, block->text, &got);
    if (!str_is(report.word, "report"))
        complain(page, block->node, "a bad example without a report", STR(""),
                 buf_str(&got));
    else if (!got.len)
        complain(page, block->node, "a bad example that is good", report.text, STR(""));
    else
        compare(page, &report, buf_str(&got), "another report");
    buf_release(&got);
    page->bad++;
}

static void check_fixed(struct page *page, const struct block *block, struct str bad)
{
    struct trial trial = {page->rule, page->config, page->schema};
    struct buf got = BUF_INIT;

    trial_fix(&trial, bad, &got);
    compare(page, block, buf_str(&got), "another fixed text");
    buf_release(&got);
    page->fixed = true;
}

static void check_promises(struct page *page, const struct block *block)
{
    struct trial trial = {page->rule, page->config, page->schema};
    const char *broken = trial_broken_promise(&trial, block->text, &page->arena);

    if (broken)
        complain(page, block->node, broken, STR(""), STR(""));
}

/* A heading begins a new example, with the rule's defaults. */
static bool heading_between(const struct page *page, const struct node *from,
                            const struct node *to)
{
    for (; from < to; from++)
        if (from->kind == NODE_HEADING)
            return true;
    (void)page;
    return false;
}

static void run_examples(struct page *page)
{
    const struct node *at = page->document.nodes;
    const struct node *before = at;
    struct str bad = STR("");

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
        } else if (str_is(block.word, "good")) {
            check_good(page, &block);
            check_promises(page, &block);
        } else if (str_is(block.word, "bad")) {
            bad = block.text;
            check_bad(page, &block, &at);
            check_promises(page, &block);
        } else if (str_is(block.word, "fixed")) {
            check_fixed(page, &block, bad);
        } else if (!str_is(block.word, "skip")) {
            complain(page, block.node, "a block of no known kind", block.word, STR(""));
        }
    }
}

/* The page's front matter repeats what the rule declares; both must agree. */
static void check_field(struct page *page, const char *field, const char *wanted)
{
    const struct value *value = value_get(page->document.front_matter.tree.root, field);

    if (!value || value->kind != VALUE_STRING || !str_is(value->text, wanted))
        complain(page, page->document.nodes, field, value ? value->text : STR("nothing"),
                 str_from(wanted));
}

static void check_options(struct page *page)
{
    const struct value *options =
        value_get(page->document.front_matter.tree.root, "options");
    uint32_t count = 0;

    for (const struct option *o = page->rule->options; o && o->type != OPTION_END; o++) {
        count++;
        if (!value_get(options, o->name))
            complain(page, page->document.nodes, "an option that the page does not name",
                     STR(""), str_from(o->name));
    }
    if (options && options->count != count)
        complain(page, page->document.nodes, "options that the rule does not have",
                 STR(""), STR(""));
}

static void check_page(struct page *page)
{
    static const char *const fixes[] = {"none", "safe", "unsafe"};

    check_field(page, "code", page->rule->code);
    check_field(page, "rule", page->rule->name);
    check_field(page, "default", severity_name(page->rule->severity));
    check_field(page, "fix", fixes[page->rule->fix]);
    check_options(page);
    run_examples(page);
    if (page->rule->role == ROLE_ORDINARY && (!page->good || !page->bad))
        complain(page, page->document.nodes, "no good or no bad example", STR(""),
                 STR(""));
    if (page->rule->role == ROLE_ORDINARY && page->rule->fix != FIX_NONE && !page->fixed)
        complain(page, page->document.nodes, "a fix that no example shows", STR(""),
                 STR(""));
}

static void write_accepted(struct page *page, const char *name)
{
    FILE *file;

    if (!page->written)
        return;
    buf_add(&page->accepted, page->source.data + page->written,
            page->source.size - page->written);
    file = fopen(name, "w");
    assert_non_null(file);
    fwrite(page->accepted.data, 1, page->accepted.len, file);
    fclose(file);
}

static const struct embedded_file *page_of(const struct rule *rule)
{
    char end[128];

    snprintf(end, sizeof(end), "/%s.md", rule->name);
    for (const struct embedded_file *file = embedded_files; file->name; file++)
        if (str_starts(str_from(file->name), STR("rules/")) &&
            str_ends(str_from(file->name), str_from(end)))
            return file;
    return NULL;
}

static void page_runs(void **state)
{
    const struct embedded_file *file = page_of(*state);
    struct page page = {.rule = *state, .accepted = BUF_INIT};

    if (!file)
        fail_msg("%s has no page", page.rule->name);
    arena_init(&page.arena);
    source_init(&page.source, &page.arena, file->name, (const char *)file->data,
                file->len);
    document_parse(&page.document, &page.arena, &page.source);
    check_page(&page);
    if (accepting())
        write_accepted(&page, file->name);
    buf_release(&page.accepted);
    arena_release(&page.arena);
    assert_int_equal(page.wrong, 0);
}

static void table_is_sound(void **state)
{
    struct arena arena;
    struct str wrong;

    (void)state;
    arena_init(&arena);
    wrong = rule_table_check(&rules_all, &arena);
    assert_string_equal(wrong.len ? wrong.data : "", "");
    arena_release(&arena);
}

int main(void)
{
    struct CMUnitTest *tests = memory_zeroed(rules_all.count + 1, sizeof(*tests));
    const char *only = getenv("T");
    size_t count = 0;
    int failed;

    tests[count++] =
        (struct CMUnitTest){"table_is_sound", table_is_sound, NULL, NULL, NULL};
    for (uint32_t i = 0; i < rules_all.count; i++) {
        const struct rule *rule = rules_all.rules[i];

        if (only && !str_is(str_from(only), rule->name) &&
            !str_is(str_from(only), rule->code))
            continue;
        tests[count++] =
            (struct CMUnitTest){rule->name, page_runs, NULL, NULL, (void *)rule};
    }
    failed = _cmocka_run_group_tests("pages", tests, count, NULL, NULL);
    free(tests);
    return failed;
}
