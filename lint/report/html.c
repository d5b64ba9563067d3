/* html.c - a page for people: figures, and each finding with its line */

#include "lint/report/html.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/utf8.h"
#include "lint/manual/rule_page.h"
#include "lint/report/escape.h"
#include "lint/terminal/display.h"

enum {
    /* What a browser still shows at once, in some 2 MB. */
    HTML_MAX_FINDINGS = 10000,
    HTML_BYTES = 1900000,
    /* Bytes of a source line, the more the fewer findings there are. */
    HTML_LEAST_EXCERPT = 24,
    HTML_MOST_EXCERPT = 160,
    /* Bytes of a finding besides its message and its line. */
    HTML_MARKUP = 150,
    HTML_MAX_MESSAGE = 300,
};

struct state {
    struct arena arena;
    struct html_file *first;
    struct html_file **last;
    uint32_t shown;
    size_t text_bytes; /* of messages and paths */
};

static const char style[] =
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
    "padding:0 1rem;color:#1b1b1b;background:#fff}"
    "h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}"
    "svg{width:100%;max-width:44rem;font-size:13px}svg text{fill:#1b1b1b}"
    "svg rect{fill:#2f6fb0}"
    "a{color:#0b57a4}summary{cursor:pointer;font-weight:600;overflow-wrap:anywhere}"
    "ul{list-style:none;padding-left:1rem;margin:.3rem 0 1rem}"
    "li{margin:.5rem "
    "0;overflow-wrap:anywhere}code{display:block;white-space:pre-wrap;overflow-wrap:"
    "anywhere;"
    "font:13px/1.4 ui-monospace,monospace;background:#f2f3f5;padding:.2rem .5rem}"
    "mark{background:#ffe08a;color:#1b1b1b}"
    "b.e{color:#a4160b}b.w{color:#7a4b00}b.n{color:#35577d}"
    "@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#16181c}"
    "svg text{fill:#e8e8e8}svg rect{fill:#6ea8e5}a{color:#8ec1ff}code{background:#22262c}"
    "mark{background:#6b5600;color:#fff}b.e{color:#ff9d94}b.w{color:#ffc46b}"
    "b.n{color:#a9c7ea}}";

static const struct escape entities[] = {{'&', "&amp;"},  {'<', "&lt;"},   {'>', "&gt;"},
                                         {'"', "&quot;"}, {'\'', "&#39;"}, {0, NULL}};

void html_add(struct buf *out, struct str text)
{
    struct buf safe = BUF_INIT;

    display_add(&safe, text);
    escape_add(out, buf_str(&safe), entities);
    buf_release(&safe);
}

static void begin(struct report *report)
{
    struct state *state = report->state;

    arena_init(&state->arena);
    state->last = &state->first;
}

/* The first line of the excerpt. */
static void keep_excerpt(struct state *state, const struct result *result,
                         struct html_finding *finding)
{
    const char *end = memchr(result->excerpt.data, '\n', result->excerpt.len);
    struct str line = result->excerpt;
    uint32_t before = result->start.offset - result->excerpt_start;

    if (!line.len)
        return;
    if (end)
        line.len = (size_t)(end - line.data);
    if (before > line.len)
        before = (uint32_t)line.len;
    finding->excerpt = arena_str(&state->arena, line);
    finding->mark = before;
    finding->marked = result->end.offset - result->start.offset;
    if (finding->marked > line.len - before)
        finding->marked = (uint32_t)(line.len - before);
}

static void keep(struct state *state, struct html_file *file, const struct result *result)
{
    struct html_finding *finding = &file->findings[file->count++];
    struct str message = result->message;

    if (message.len > HTML_MAX_MESSAGE)
        message.len = HTML_MAX_MESSAGE;
    *finding = (struct html_finding){.rule_index = result->rule_index,
                                     .severity = result->severity,
                                     .line = result->start.line,
                                     .column = result->start.column,
                                     .message = arena_str(&state->arena, message)};
    keep_excerpt(state, result, finding);
    state->text_bytes += message.len;
    state->shown++;
}

static void file(struct report *report, const struct file_results *results)
{
    struct state *state = report->state;
    struct html_file *file;

    if (!results->count)
        return;
    file = arena_alloc(&state->arena, sizeof(*file));
    file->path = arena_str(&state->arena, results->path);
    file->found = results->count;
    file->findings = arena_array(&state->arena, results->count, sizeof(*file->findings));
    for (uint32_t i = 0; i < results->count && state->shown < HTML_MAX_FINDINGS; i++)
        keep(state, file, &results->results[i]);
    state->text_bytes += file->path.len;
    *state->last = file;
    state->last = &file->next;
}

/* How much of a line there is room for. */
static size_t excerpt_width(const struct state *state)
{
    size_t used = state->text_bytes + (size_t)state->shown * HTML_MARKUP;
    size_t left = used < HTML_BYTES ? HTML_BYTES - used : 0;
    size_t width = state->shown ? left / state->shown : HTML_MOST_EXCERPT;

    if (width < HTML_LEAST_EXCERPT)
        return HTML_LEAST_EXCERPT;
    return width < HTML_MOST_EXCERPT ? width : HTML_MOST_EXCERPT;
}

static size_t character_start(struct str text, size_t at)
{
    while (at && at < text.len && utf8_is_continuation(text.data[at]))
        at--;
    return at;
}

/* A window of the line, which begins a little before the range. */
static void add_excerpt(struct buf *out, const struct html_finding *finding, size_t width)
{
    struct str line = finding->excerpt;
    size_t from = finding->mark > width / 4 ? finding->mark - width / 4 : 0;
    size_t mark = finding->mark;
    size_t to;

    if (!line.len)
        return;
    if (line.len <= width)
        from = 0;
    from = character_start(line, from);
    to = line.len - from > width ? character_start(line, from + width) : line.len;
    size_t marked = mark + finding->marked < to ? mark + finding->marked : to;

    buf_puts(out, from ? "<code>…" : "<code>");
    html_add(out, (struct str){line.data + from, mark - from});
    if (marked > mark) {
        buf_puts(out, "<mark>");
        html_add(out, (struct str){line.data + mark, marked - mark});
        buf_puts(out, "</mark>");
    }
    html_add(out, (struct str){line.data + marked, to - marked});
    buf_puts(out, to < line.len ? "…</code>" : "</code>");
}

/* Relative to the <base> of the page, to save the same start 10,000 times. */
static void add_rule_link(struct buf *out, const struct rule *rule)
{
    struct buf url = BUF_INIT;

    rule_page_add_url(&url, "", rule);
    buf_puts(out, "<a href=\"");
    html_add(out, (struct str){url.data + (url.len > 0), url.len - (url.len > 0)});
    buf_printf(out, "\">%s</a>", rule->code);
    buf_release(&url);
}

static void add_finding(struct buf *out, const struct report *report,
                        const struct html_finding *finding, size_t width)
{
    const struct rule *rule = report->context.rules->rules[finding->rule_index];
    const char *name = severity_name(finding->severity);

    buf_printf(out, "<li>%u:%u <b class=%c>%s</b> ", finding->line, finding->column,
               *name, name);
    html_add(out, finding->message);
    buf_putc(out, ' ');
    add_rule_link(out, rule);
    add_excerpt(out, finding, width);
    buf_putc(out, '\n');
}

/* Adds a file with those of its findings for which there is room. Returns how many. */
static uint32_t add_file(struct buf *out, const struct report *report,
                         const struct html_file *file, size_t width)
{
    uint32_t added = 0;

    buf_puts(out, "<details open><summary>");
    html_add(out, file->path);
    buf_printf(out, " (%u)</summary><ul>\n", file->found);
    while (added < file->count && out->len < HTML_BYTES)
        add_finding(out, report, &file->findings[added++], width);
    buf_puts(out, "</ul></details>\n");
    return added;
}

static uint32_t add_files(struct buf *out, const struct report *report)
{
    const struct state *state = report->state;
    size_t width = excerpt_width(state);
    uint32_t added = 0;

    for (const struct html_file *file = state->first; file; file = file->next)
        if (out->len < HTML_BYTES)
            added += add_file(out, report, file, width);
    return added;
}

static void add_findings(struct report *report)
{
    const struct report_summary *summary = &report->summary;
    uint32_t found = summary->errors + summary->warnings + summary->notes;
    struct buf files = BUF_INIT;
    uint32_t added = add_files(&files, report);

    buf_puts(&report->out, "<section><h2>Findings</h2>\n");
    if (found > added)
        buf_printf(&report->out, "<p>The first %u of %u are shown.</p>\n", added, found);
    buf_add_str(&report->out, buf_str(&files));
    buf_puts(&report->out, "</section>");
    buf_release(&files);
}

static void add_head(struct report *report)
{
    struct buf *out = &report->out;

    buf_puts(out, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                  "'none'; style-src 'unsafe-inline'\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width\">\n"
                  "<base href=\"");
    html_add(out, str_from(report->context.homepage));
    buf_printf(out, "/\">\n<title>stet: findings</title>\n<style>%s</style></head>\n",
               style);
}

static void add_summary(struct report *report)
{
    const struct report_summary *summary = &report->summary;
    struct buf *out = &report->out;

    buf_puts(out, "<body><main><h1>stet: findings</h1>\n");
    buf_printf(out,
               "<p>%u errors, %u warnings and %u notes in %u of %u files; %u can be "
               "fixed with <kbd>stet fix</kbd>.</p>\n",
               summary->errors, summary->warnings, summary->notes,
               summary->files_with_findings, summary->files, summary->fixable);
}

static void add_notifications(struct report *report)
{
    const struct report_context *context = &report->context;

    for (uint32_t i = 0; i < context->notification_count; i++) {
        buf_puts(&report->out, "<p><b class=e>Not all was checked:</b> ");
        html_add(&report->out, context->notifications[i].path);
        buf_putc(&report->out, ' ');
        html_add(&report->out, context->notifications[i].mistake.message);
        buf_puts(&report->out, "</p>\n");
    }
}

static void end(struct report *report)
{
    struct state *state = report->state;

    add_head(report);
    add_summary(report);
    add_notifications(report);
    html_add_charts(&report->out, report, state->first, &state->arena);
    add_findings(report);
    buf_puts(&report->out, "</main></body></html>\n");
}

static void release(struct report *report)
{
    struct state *state = report->state;

    arena_release(&state->arena);
}

const struct reporter reporter_html = {
    .name = "html",
    .want = WANT_EXCERPT,
    .notifies = true,
    .state_size = sizeof(struct state),
    .begin = begin,
    .file = file,
    .end = end,
    .release = release,
};
