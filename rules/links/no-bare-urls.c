/* no-bare-urls.c - MD034: URLs and e-mail addresses without markup */

#include "lint/rule.h"

/* The most siblings that are searched for a closing tag: opening tags without one must
 * not make a long paragraph quadratic. */
enum { MATCH_MAX_SIBLINGS = 1000 };

/* A longer URL is data, which should not be in a file twice. */
enum { MARKUP_MAX_BYTES = 4000 };

/* A shortcode or bracket that begins further before a URL is not looked for: a long
 * paragraph of URLs must not become quadratic. */
enum { OPENING_MAX_BYTES = 1000 };

struct state {
    uint32_t skip; /* nodes below this index are between HTML tags */
    uint32_t url;  /* the index of the first URL that was not reached, or node_count */
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

/* The closing tag that belongs to an opening tag, or NULL. */
static const struct node *closing_tag(const struct document *document,
                                      const struct node *open, struct str name)
{
    const struct node *node = open;
    uint32_t depth = 1;

    for (int i = 0; i < MATCH_MAX_SIBLINGS; i++) {
        struct html_tag tag;

        node = node_sibling(document, node);
        if (!node)
            break;
        if (node->kind != NODE_HTML)
            continue;
        tag = html_tag_read(node->literal);
        if (!str_equal(tag.name, name))
            continue;
        depth += tag.kind == HTML_OPEN_TAG ? 1u : -1u;
        if (depth == 0)
            return node;
    }
    return NULL;
}

/* What is between a pair of HTML tags counts as HTML. */
static void check_tag(struct pass *pass, const struct node *node)
{
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);
    const struct node *close;
    struct html_tag tag;

    if (!url_follows(pass, node))
        return;
    tag = html_tag_read(node->literal);
    if (tag.kind != HTML_OPEN_TAG)
        return;
    close = closing_tag(document, node, tag.name);
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

/* GFM allows underscores, and hyphens beside dots; CommonMark 6.5 does not. */
static bool is_autolink_address(struct str address)
{
    const char *at = memchr(address.data, '@', address.len);
    size_t len = (size_t)(address.data + address.len - at);

    for (size_t i = 1; i < len; i++)
        if (at[i] == '_' ||
            (at[i] == '-' && (at[i - 1] == '@' || at[i - 1] == '.' || at[i + 1] == '.')))
            return false;
    return true;
}

/* Markup that looks like the bare URL and leads to the same place; empty when there is
 * none. */
static struct str marked_up(struct pass *pass, struct str url, enum bare_url_form form)
{
    if (url.len > MARKUP_MAX_BYTES)
        return (struct str){NULL, 0};
    if (form == BARE_WWW) {
        if (str_has_any(url, "()[]<>\\*_`&"))
            return (struct str){NULL, 0};
        return arena_format(pass_arena(pass), "[%.*s](http://%.*s)", (int)url.len,
                            url.data, (int)url.len, url.data);
    }
    if (form == BARE_URL ? str_has_any(url, ">") : !is_autolink_address(url))
        return (struct str){NULL, 0};
    return arena_format(pass_arena(pass), "<%.*s>", (int)url.len, url.data);
}

/* `{{< fig src="https://a.b" >}}`, `{% include %}`: these are read before Markdown is,
 * and [[https://a.b]] is a link in some wikis. */
static bool is_enclosed(const struct source *source, struct span url)
{
    uint32_t at = url.start;
    uint32_t first = at > OPENING_MAX_BYTES ? at - OPENING_MAX_BYTES : 0;
    bool same_line = true;
    /* Most texts have none: then what stands on the line is enough. */
    bool braces = memchr(source->data + first, '{', at - first);

    for (; at > first && (same_line || braces); at--) {
        const char *c = &source->data[at - 1];

        same_line &= !is_line_end(*c) && *c != ']';
        if (same_line && *c == '[')
            return true;
        if (at == 1)
            break;
        if ((*c == '{' || *c == '%') && c[-1] == '{')
            return true;
        if (*c == '}' && (c[-1] == '}' || c[-1] == '%'))
            return false;
    }
    return false;
}

static bool is_delimiter(char c)
{
    return is_one_of(c, "*_~");
}

/* Markup begins and ends with punctuation, which decides whether emphasis beside it
 * opens or closes: not where a space or a bracket is on the other side. */
static bool keeps_emphasis(const struct source *source, struct span url)
{
    const char *data = source->data;
    uint32_t before = url.start;
    uint32_t after = url.end;

    while (before > source->text && is_delimiter(data[before - 1]))
        before--;
    while (is_delimiter(data[after]))
        after++;
    if (before < url.start && before > source->text &&
        !is_ascii_space(data[before - 1]) && !is_one_of(data[before - 1], "(["))
        return false;
    return after == url.end || after == source->size || is_ascii_space(data[after]) ||
           is_one_of(data[after], ")].,;:!?");
}

/* Underscores in a word mark no emphasis, however many there are. */
static bool has_loose_underscore(struct str text)
{
    if (text.data[0] == '_')
        return true;
    for (size_t i = 1; i < text.len; i++) {
        bool starts = text.data[i] == '_' && text.data[i - 1] != '_';

        if (starts && !is_ascii_alnum(text.data[i - 1]))
            return true;
    }
    return false;
}

/* Is the text of the URL the same in markup and without? Where GFM's URLs are not known,
 * emphasis, escapes and entities are read in it. */
static bool is_plain(const struct source *source, struct span url)
{
    struct str text = source_text(source, url);

    if (!keeps_emphasis(source, url) || has_loose_underscore(text))
        return false;
    return !str_has_any(text, "*`\\[]<>~$\"'") && source->data[url.end] != '&' &&
           !(memchr(text.data, '&', text.len) && memchr(text.data, ';', text.len));
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

static struct finding *report_bare(struct pass *pass, const struct node *node,
                                   struct str url)
{
    const char *text = message_text(pass_arena(pass), url);

    if (is_reversed(pass_source(pass), node->span))
        return report(pass, node->span, "reversed link");
    if (node->form == BARE_WWW)
        return report(pass, node->span, "bare URL `%s`; write it as a link", text);
    return report(pass, node->span, "bare %s `%s`; put it between `<` and `>`",
                  node->form == BARE_EMAIL ? "e-mail address" : "URL", text);
}

static void check_url(struct pass *pass, const struct node *node)
{
    const struct source *source = pass_source(pass);
    struct str url = source_text(source, node->span);
    struct finding *finding;
    struct str markup;

    if (is_wedged(source, node->span))
        return;
    markup = marked_up(pass, url, node->form);
    finding = report_bare(pass, node, url);
    if (markup.len)
        fix_replace(finding, node->span, markup);
    if (is_enclosed(source, node->span) || !is_plain(source, node->span))
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
