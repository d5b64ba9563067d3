/* commands-show-output.c - MD014: no `$` before commands without output */

#include "lint/rule.h"

/* One line of code after another. */
struct code {
    struct str rest; /* lines that are still to come, each with its line feed */
    uint32_t line;   /* of the source, of the first of them */
};

static struct code code_of(struct pass *pass, const struct node *block)
{
    uint32_t line = source_line(pass_source(pass), block->span.start);

    return (struct code){block->code_block->literal,
                         line + (block->flags & NODE_FENCED ? 1 : 0)};
}

/* Takes the next line, without its line feed; false after the last. */
static bool code_next(struct code *code, struct str *text)
{
    const char *end;

    if (!code->rest.len)
        return false;
    end = memchr(code->rest.data, '\n', code->rest.len);
    text->data = code->rest.data;
    text->len = end ? (size_t)(end - text->data) : code->rest.len;
    code->rest.data += text->len + (end != NULL);
    code->rest.len -= text->len + (end != NULL);
    code->line++;
    return true;
}

/* The length of `$` and the white space after it, which the text starts with after other
 * white space; 0 when it does not. */
static size_t prompt_length(struct str text)
{
    size_t width;
    size_t len = 1;

    while (text.len && code_point_is_space(utf8_decode(text, &width)))
        text = (struct str){text.data + width, text.len - width};
    if (!text.len || *text.data != '$')
        return 0;
    while (len < text.len) {
        struct str rest = {text.data + len, text.len - len};

        if (!code_point_is_space(utf8_decode(rest, &width)))
            break;
        len += width;
    }
    return len > 1 ? len : 0;
}

/* Are there only prompts and empty lines in the code? */
static bool is_all_prompts(struct code code)
{
    struct str text;

    while (code_next(&code, &text))
        if (text.len && !prompt_length(text))
            return false;
    return true;
}

static void report_prompt(struct pass *pass, uint32_t line, size_t len)
{
    const struct source *source = pass_source(pass);
    struct str text = source_text(source, source_line_span(source, line));
    const char *dollar = memchr(text.data, '$', text.len);
    uint32_t start = (uint32_t)(dollar - source->data);
    struct span prompt = span_make(start, start + (uint32_t)len);

    fix_replace(
        report(pass, prompt, "`$` before a command, expected none as no output follows"),
        prompt, STR(""));
}

static void check(struct pass *pass, struct code code)
{
    struct str text;

    if (!is_all_prompts(code))
        return;
    while (code_next(&code, &text))
        if (text.len)
            report_prompt(pass, code.line - 1, prompt_length(text));
}

static void node(struct pass *pass, const struct node *block)
{
    uint32_t second = code_second_part(pass_document(pass), block);
    struct code first = code_of(pass, block);
    struct code rest = first;
    struct str text;

    if (second) {
        code_next(&rest, &text);
        first.rest.len -= rest.rest.len;
        check(pass, first);
        while (rest.line < second && code_next(&rest, &text))
            ;
    }
    check(pass, rest);
}

const struct rule rule_commands_show_output = {
    .code = "MD014",
    .name = "commands-show-output",
    .tags = "code",
    .summary = "a code block has `$` before each command and shows no output",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_MARKDOWNLINT,
    .nodes = NODE_BIT(NODE_CODE_BLOCK),
    .node = node,
};
