/* no-bare-urls.c - MD034: URLs and e-mail addresses without markup */

#include "lint/rule.h"

struct state {
    uint32_t skip; /* nodes below this index are between HTML tags */
    uint32_t url;  /* the index of the first URL that was not reached, or node_count */
    enum { UNKNOWN, MARKDOWN, MDX } language;
};

/* Is there a URL between the node and the end of its parent? Most articles have none. */
static bool url_follows(struct pass *pass, const struct node *node)
{
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);

    if (state->url < node_index(document, node))
        state->url = node_index(document, node);
    while (state->url < document->node_count &&
           document->nodes[state->url].kind != NODE_BARE_URL)
        state->url++;
    return state->url < node_parent(document, node)->next;
}

/* What is between a pair of HTML tags counts as HTML. */
static void check_tag(struct pass *pass, const struct node *node)
{
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);
    const struct node *close;

    if (!url_follows(pass, node))
        return;
    close = document_closing_tag(document, node);
    if (close)
        state->skip = node_index(document, close);
}

/* `<https://a.b/ >` was meant to be an autolink, which is not up to this rule. */
static bool is_wedged(const struct source *source, struct span url)
{
    uint32_t before = url.start;

    if (before == source->text || source->data[before - 1] != '<' ||
        source->data[url.end] != '>')
        return false;
    before--;
    return before == source->text || source->data[before - 1] != '\\';
}

/* `(https://a.b)[text`: the brackets of a link in the wrong order. */
static bool is_reversed(const struct source *source, struct span url)
{
    struct str text = source_text(source, url);

    if (url.start == source->text || source->data[url.start - 1] != '(')
        return false;
    for (size_t i = 0; i + 1 < text.len; i++)
        if (text.data[i] == ')')
            return text.data[i + 1] == '[';
    return false;
}

/* Is `<` the start of JSX there? Docusaurus reads all articles as MDX. */
static bool is_mdx(struct pass *pass)
{
    struct state *state = pass_state(pass);

    if (state->language == UNKNOWN)
        state->language = str_equal(pass_yaml_generator(pass), STR("docusaurus")) ||
                                  document_has_modules(pass_document(pass))
                              ? MDX
                              : MARKDOWN;
    return state->language == MDX;
}

static struct finding *report_bare(struct pass *pass, const struct node *node)
{
    const char *text =
        message_text(pass_arena(pass), source_text(pass_source(pass), node->span));

    if (is_reversed(pass_source(pass), node->span))
        return report(pass, node->span, "reversed link");
    if (node->form == BARE_WWW || is_mdx(pass))
        return report(pass, node->span, "bare %s `%s`; write it as a link",
                      node->form == BARE_EMAIL ? "e-mail address" : "URL", text);
    return report(pass, node->span, "bare %s `%s`; put it between `<` and `>`",
                  node->form == BARE_EMAIL ? "e-mail address" : "URL", text);
}

static void check_url(struct pass *pass, const struct node *node)
{
    const struct source *source = pass_source(pass);
    struct finding *finding;
    struct str markup;

    if (is_wedged(source, node->span))
        return;
    markup = is_mdx(pass) ? bare_url_link(source, node, pass_arena(pass))
                          : bare_url_markup(source, node, pass_arena(pass));
    finding = report_bare(pass, node);
    if (markup.len)
        fix_replace(finding, node->span, markup);
    if (!bare_url_may_be_marked_up(source, node->span))
        fix_is_unsafe(finding);
}

static void check(struct pass *pass, const struct node *node)
{
    const struct state *state = pass_state(pass);

    if (node_index(pass_document(pass), node) < state->skip)
        return;
    if (node->kind == NODE_HTML)
        check_tag(pass, node);
    else
        check_url(pass, node);
}

const struct rule rule_no_bare_urls = {
    .code = "MD034",
    .name = "no-bare-urls",
    .tags = "links url",
    .summary = "a URL or e-mail address is not marked up as a link",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .change = {.elements = "a"},
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_BARE_URL) | NODE_BIT(NODE_HTML),
    .node = check,
};
