/* front_matter_miss.c - what was meant as front matter, but no program finds */

#include "lint/document/front_matter_miss.h"

#include "lint/base/ascii.h"
#include "lint/base/utf8.h"
#include "lint/base/white_space.h"
#include "lint/document/fence.h"
#include "lint/document/front_matter.h"

/* Lines of a fence, however it is typed. */
struct block {
    uint32_t open;
    uint32_t close; /* the number of lines: none */
};

struct search {
    const struct source *source;
    struct arena *arena;
    uint32_t top;       /* the first line with text that is not a comment */
    bool after_comment; /* there is a comment above it */
    struct block block; /* what was found */
    struct mistake *miss;
};

static struct str line_text(const struct search *search, uint32_t line)
{
    return source_text(search->source, source_line_span(search->source, line));
}

/* A line without the white space around it. */
static struct str trimmed(const struct search *search, uint32_t line)
{
    struct str text = fence_line_text(line_text(search, line));

    text.len -= white_space_at_end(text);
    return text;
}

static struct span trimmed_span(const struct search *search, uint32_t line)
{
    struct str text = trimmed(search, line);
    uint32_t start = (uint32_t)(text.data - search->source->data);

    return span_make(start, start + (uint32_t)text.len);
}

static bool has_line(const struct search *search, uint32_t line)
{
    return line < search->source->line_count;
}

/* The line after a comment that opens on `line`; the line itself when none does. */
static uint32_t skip_comment(const struct search *search, uint32_t line)
{
    uint32_t last = line;

    if (!str_starts(trimmed(search, line), STR("<!--")))
        return line;
    while (has_line(search, last) && !str_ends(trimmed(search, last), STR("-->")))
        last++;
    return has_line(search, last) ? last + 1 : line;
}

static void find_top(struct search *search)
{
    uint32_t line = 0;

    while (has_line(search, line)) {
        uint32_t next = trimmed(search, line).len ? skip_comment(search, line) : line + 1;

        if (next == line)
            break;
        search->after_comment |= trimmed(search, line).len > 0;
        line = next;
    }
    search->top = line;
}

/* Hyphens, dashes and minus signs, and what is typed for them. */
static bool is_dash(uint32_t c)
{
    return is_one_of((int)(c < 0x80 ? c : 0), "-_=~*\\ ") ||
           (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 ||
           c == 0xFF0D;
}

/* A line of nothing but dashes, or of nothing but `+`. */
static bool is_run(struct str text, bool plus)
{
    if (!text.len)
        return false;
    while (text.len) {
        size_t len;
        uint32_t c = utf8_decode(text, &len);

        if (plus ? c != '+' : !is_dash(c))
            return false;
        text = (struct str){text.data + len, text.len - len};
    }
    return true;
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

/* Does the line open or close a block that is fenced with dashes, well or badly typed? */
static bool is_dash_fence(struct str text)
{
    return is_run(text, false) || str_is(text, "...");
}

/* Data, or what may stand between lines of data: comments, items, continued values. */
static bool is_inside(const struct search *search, enum front_matter_syntax syntax,
                      uint32_t line)
{
    struct str whole = line_text(search, line);
    struct str text = trimmed(search, line);

    if (!text.len || is_dash_fence(text))
        return false;
    return fence_looks_like_data(syntax, text) || is_space_or_tab(*whole.data) ||
           *text.data == '#' || str_starts(text, STR("- ")) ||
           (syntax == FRONT_MATTER_JSON && is_one_of(*text.data, "{}[],\""));
}

/* The first line after `open` that is not of the block. */
static uint32_t data_end(const struct search *search, enum front_matter_syntax syntax,
                         uint32_t open)
{
    uint32_t line = open + 1;

    while (has_line(search, line) && is_inside(search, syntax, line))
        line++;
    return line;
}

/* The same, but blank lines may be between the data. */
static uint32_t loose_end(const struct search *search, enum front_matter_syntax syntax,
                          uint32_t open)
{
    uint32_t line = open + 1;

    while (has_line(search, line) &&
           (is_inside(search, syntax, line) || !trimmed(search, line).len))
        line++;
    return line;
}

static bool starts_with_data(const struct search *search, enum front_matter_syntax syntax,
                             uint32_t line)
{
    if (!has_line(search, line))
        return false;
    if (syntax == FRONT_MATTER_JSON && str_starts(trimmed(search, line), STR("{")))
        return true;
    return fence_looks_like_data(syntax, line_text(search, line));
}

static struct mistake *report(struct search *search, uint32_t line, const char *message)
{
    struct mistake *miss = arena_alloc(search->arena, sizeof(*miss));

    miss->span = trimmed_span(search, line);
    miss->message = str_from(message);
    search->miss = miss;
    return miss;
}

static void replace_line(struct search *search, uint32_t line, const char *text)
{
    mistake_add_edit(search->miss, search->arena, trimmed_span(search, line),
                     str_from(text));
}

/* A fence as it should be, except for what is before it. */
static bool find_late(struct search *search)
{
    const struct source *source = search->source;
    const struct fence *fence = fence_find(trimmed(search, search->top));
    uint32_t close = search->top + 1;
    struct span before;

    if (!fence || !starts_with_data(search, fence->syntax, close))
        return false;
    while (has_line(search, close) && !str_equal(trimmed(search, close), fence->close))
        close++;
    if (!has_line(search, close))
        return false;
    search->block = (struct block){search->top, close};
    if (search->after_comment) {
        report(search, search->top,
               "the file must begin with the front matter; move the comment below it");
        return true;
    }
    report(
        search, search->top,
        search->top > 0
            ? "the file must begin with the front matter; remove the blank line above it"
            : "the file must begin with the front matter; remove the space before it");
    before = span_make(source->text, search->miss->span.start);
    mistake_add_edit(search->miss, search->arena, before, STR(""));
    return true;
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

    if (is_run(text, false) && !str_is(text, "---"))
        return (struct wrong_fence){
            FRONT_MATTER_YAML, "---",
            "this line does not begin front matter; type three hyphens, `---`"};
    if (is_run(text, true) && !str_is(text, "+++"))
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
    return is_dash_fence(text);
}

/* `----`, `—`, `---toml`, `;;;` */
static bool find_wrong_fence(struct search *search)
{
    struct str open = trimmed(search, search->top);
    struct wrong_fence wrong = classify(open);
    uint32_t close;

    if (wrong.syntax == FRONT_MATTER_NONE ||
        !starts_with_data(search, wrong.syntax, search->top + 1))
        return false;
    close = loose_end(search, wrong.syntax, search->top);
    if (!has_line(search, close) || !ends_wrong(open, trimmed(search, close)))
        return false;
    search->block = (struct block){search->top, close};
    report(search, search->top, wrong.message);
    if (wrong.open && search->top == 0) {
        replace_line(search, search->top, wrong.open);
        if (!str_is(trimmed(search, close), wrong.open))
            replace_line(search, close, wrong.open);
    }
    return true;
}

/* A fence as it should be on the first line, but none like it after the data. */
static bool find_unclosed(struct search *search)
{
    const struct fence *fence = fence_find(line_text(search, 0));
    uint32_t end;

    if (search->top != 0 || !fence || !starts_with_data(search, fence->syntax, 1))
        return false;
    end = data_end(search, fence->syntax, 0);
    search->block = (struct block){0, end - 1};
    if (has_line(search, end) &&
        (is_dash_fence(trimmed(search, end)) || is_run(trimmed(search, end), true))) {
        search->block = (struct block){0, end};
        report(search, end, "");
        search->miss->message =
            arena_format(search->arena,
                         "this line does not end the front matter; write `%s` alone, "
                         "from the start of the line",
                         fence->close.data);
        mistake_add_edit(search->miss, search->arena,
                         source_line_span(search->source, end), fence->close);
        return true;
    }
    report(search, 0, "");
    search->miss->message = arena_format(
        search->arena, "front matter that starts here never ends, expected `%s`",
        fence->close.data);
    return true;
}

/* The fields of a block without its first fence; one alone may be a heading. */
static uint32_t count_fields(const struct search *search, enum front_matter_syntax syntax,
                             struct block block)
{
    uint32_t count = 0;

    for (uint32_t line = block.open; line < block.close; line++)
        count += fence_looks_like_data(syntax, line_text(search, line));
    if (str_starts(trimmed(search, block.open), STR("title:")))
        count++;
    return count;
}

static bool find_unopened(struct search *search, enum front_matter_syntax syntax)
{
    const struct fence *fence = fence_of(syntax);
    struct block block = {search->top, search->top};

    if (!has_line(search, search->top) ||
        !fence_looks_like_data(syntax, line_text(search, search->top)))
        return false;
    block.close = data_end(search, syntax, search->top);
    if (!has_line(search, block.close) ||
        !fence_is_mark(line_text(search, block.close), fence->close) ||
        count_fields(search, syntax, block) < 2)
        return false;
    search->block = block;
    report(search, search->top, "");
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

void front_matter_find_miss(struct document *document, struct arena *arena,
                            enum front_matter_reading reading)
{
    struct search search = {.source = document->source, .arena = arena};

    find_top(&search);
    if (!has_line(&search, search.top) ||
        !(find_unclosed(&search) || find_late(&search) || find_wrong_fence(&search) ||
          find_unopened(&search, FRONT_MATTER_YAML) ||
          find_unopened(&search, FRONT_MATTER_TOML)))
        return;
    document->front_matter.miss = search.miss;
    if (reading == READ_AS_PROGRAMS)
        document->body_line = front_matter_body(document->source, search.block.close + 1);
}
