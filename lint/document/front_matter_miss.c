/* front_matter_miss.c - what was meant as front matter, but no program finds */

#include "lint/document/front_matter_miss.h"

#include "lint/document/fence.h"
#include "lint/document/front_matter.h"
#include "lint/document/miss_search.h"

static void replace_line(struct search *search, uint32_t line, const char *text)
{
    mistake_add_edit(search->miss, search->arena, miss_trimmed_span(search, line),
                     str_from(text));
}

/* `---json`: what follows the dashes, or an empty text. */
static struct str after_dashes(struct str text)
{
    if (!str_starts(text, STR("---")))
        return (struct str){NULL, 0};
    while (text.len && *text.data == '-')
        text = (struct str){text.data + 1, text.len - 1};
    return fence_line_text(text);
}

/* How a fence is mistyped. */
struct wrong_fence {
    enum front_matter_syntax syntax;
    const char *open; /* what to write; NULL: no fix */
    const char *message;
};

static struct wrong_fence wrong_language(struct str word)
{
    if (str_equal_ignore_case(word, STR("toml")))
        return (struct wrong_fence){
            FRONT_MATTER_TOML, "+++",
            "TOML front matter stands between two lines `+++`, which most programs know"};
    if (str_equal_ignore_case(word, STR("json")))
        return (struct wrong_fence){
            FRONT_MATTER_JSON, NULL,
            "JSON front matter is not read after this line; the file must begin with `{` "
            "alone on its line, and `}` must end it"};
    return (struct wrong_fence){
        FRONT_MATTER_YAML, "---",
        "nothing may follow the `---` that begins the front matter"};
}

/* What is wrong with a line that should begin front matter; syntax is NONE when the line
 * is nothing like it. */
static struct wrong_fence classify(struct str text)
{
    struct str word = after_dashes(text);

    if (miss_is_run(text, false) && !str_is(text, "---"))
        return (struct wrong_fence){
            FRONT_MATTER_YAML, "---",
            "this line does not begin front matter; type three hyphens, `---`"};
    if (miss_is_run(text, true) && !str_is(text, "+++"))
        return (struct wrong_fence){
            FRONT_MATTER_TOML, "+++",
            "this line does not begin front matter; type three plus signs, `+++`"};
    if (str_is(text, ";;;"))
        return (struct wrong_fence){
            FRONT_MATTER_JSON, NULL,
            "only Hexo reads front matter between `;;;`; the file must begin with `{` "
            "alone on its line, and `}` must end it"};
    if (word.len)
        return wrong_language(word);
    return (struct wrong_fence){FRONT_MATTER_NONE, NULL, NULL};
}

/* Does the line end a block that begins with `open`? */
static bool ends_wrong(struct str open, struct str text)
{
    if (str_equal(text, open))
        return true;
    if (*open.data == '+' || *open.data == ';')
        return str_is(text, "+++");
    return miss_is_dash_fence(text);
}

/* `----`, `—`, `---toml`, `;;;` */
static bool find_wrong_fence(struct search *search)
{
    struct str open = miss_trimmed(search, search->top);
    struct wrong_fence wrong = classify(open);
    uint32_t close;

    if (wrong.syntax == FRONT_MATTER_NONE ||
        !miss_starts_with_data(search, wrong.syntax, search->top + 1))
        return false;
    close = miss_loose_end(search, wrong.syntax, search->top + 1);
    if (!miss_has_line(search, close) || !ends_wrong(open, miss_trimmed(search, close)))
        return false;
    search->block = (struct block){search->top, close};
    miss_report(search, search->top, wrong.message);
    if (wrong.open && search->top == 0) {
        replace_line(search, search->top, wrong.open);
        if (!str_is(miss_trimmed(search, close), wrong.open))
            replace_line(search, close, wrong.open);
    }
    return true;
}

/* A fence as it should be on the first line, but none like it after the data. */
static bool find_unclosed(struct search *search)
{
    const struct fence *fence = fence_find(miss_line(search, 0));
    uint32_t end;

    if (search->top != 0 || !fence || !miss_starts_with_data(search, fence->syntax, 1))
        return false;
    end = miss_data_end(search, fence->syntax, 1);
    search->block = (struct block){0, end - 1};
    if (miss_has_line(search, end) && (miss_is_dash_fence(miss_trimmed(search, end)) ||
                                       miss_is_run(miss_trimmed(search, end), true))) {
        search->block = (struct block){0, end};
        miss_report(search, end, "");
        search->miss->message =
            arena_format(search->arena,
                         "this line does not end the front matter; write `%s` alone, "
                         "from the start of the line",
                         fence->close.data);
        mistake_add_edit(search->miss, search->arena,
                         source_line_span(search->source, end), fence->close);
        return true;
    }
    miss_report(search, 0, "");
    search->miss->message =
        arena_format(search->arena,
                     "the front matter that begins here never ends; write `%s` below it",
                     fence->close.data);
    return true;
}

static bool find_unopened(struct search *search, enum front_matter_syntax syntax)
{
    const struct fence *fence = fence_of(syntax);
    struct block block = {search->top, search->top};

    if (!miss_has_line(search, search->top) ||
        !fence_looks_like_data(syntax, miss_line(search, search->top)))
        return false;
    block.close = miss_data_end(search, syntax, search->top + 1);
    if (!miss_has_line(search, block.close) ||
        !fence_is_mark(miss_line(search, block.close), fence->close) ||
        miss_count_fields(search, syntax, block) < 2)
        return false;
    search->block = block;
    miss_report(search, search->top, "");
    search->miss->message = arena_format(
        search->arena, "front matter starts here without its first line, `%s`",
        fence->open.data);
    if (search->top == 0)
        mistake_add_edit(search->miss, search->arena,
                         span_make(search->miss->span.start, search->miss->span.start),
                         arena_format(search->arena, "%s%.*s", fence->open.data,
                                      (int)search->source->newline.len,
                                      search->source->newline.data));
    return true;
}

/* The line that ends a map which begins on the line; the number of lines: none. */
static uint32_t json_end(const struct search *search, uint32_t line)
{
    int depth = 0;

    for (; miss_has_line(search, line); line++) {
        struct str text = miss_line(search, line);

        for (size_t i = 0; i < text.len; i++)
            depth += (text.data[i] == '{') - (text.data[i] == '}');
        if (depth <= 0)
            break;
    }
    return line;
}

/* `{"title": "Rye"}` on one line, and what Hexo reads above `;;;`. */
static bool find_json(struct search *search)
{
    struct str text = miss_trimmed(search, search->top);
    uint32_t end = search->top;

    if (fence_looks_like_data(FRONT_MATTER_JSON, text)) {
        end = miss_data_end(search, FRONT_MATTER_JSON, search->top);
        if (!miss_has_line(search, end) || !str_is(miss_trimmed(search, end), ";;;"))
            return false;
    } else {
        if (!str_starts(text, STR("{")) ||
            !fence_looks_like_data(FRONT_MATTER_JSON,
                                   (struct str){text.data + 1, text.len - 1}))
            return false;
        end = json_end(search, search->top);
        if (!miss_has_line(search, end))
            return false;
    }
    search->block = (struct block){search->top, end};
    miss_report(search, search->top,
                "JSON front matter is not found here; `{` must stand alone on the first "
                "line, and `}` on the last");
    return true;
}

static bool find(struct search *search)
{
    return find_unclosed(search) || miss_find_late(search) || find_wrong_fence(search) ||
           find_unopened(search, FRONT_MATTER_YAML) ||
           find_unopened(search, FRONT_MATTER_TOML) || find_json(search) ||
           miss_find_below_text(search) || miss_find_bare(search);
}

static struct span lines_span(const struct source *source, struct block block)
{
    return span_make(source_line_span(source, block.open).start,
                     source_line_span(source, block.close).end);
}

void front_matter_find_miss(struct document *document, struct arena *arena,
                            enum front_matter_reading reading)
{
    struct search search = {.source = document->source, .arena = arena};
    struct front_matter *block = &document->front_matter;

    miss_find_top(&search);
    if (!miss_has_line(&search, search.top) || !find(&search))
        return;
    block->miss = search.miss;
    block->doubtful = search.doubtful;
    if (reading == READ_AS_MARKDOWNLINT || search.doubtful)
        return;
    if (search.below_text)
        block->meant = lines_span(document->source, search.block);
    else
        document->body_line = front_matter_body(document->source, search.block.close + 1);
}
