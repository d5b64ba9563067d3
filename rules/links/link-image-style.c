/* link-image-style.c - MD054: links and images are written in the forms that are allowed
 */

#include "lint/rule.h"

struct settings {
    bool autolink;
    bool inline_form;
    bool full;
    bool collapsed;
    bool shortcut;
    bool url_inline;
};

static const struct option options[] = {
    {.name = "autolink",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "allow `<https://example.org>`",
     .offset = offsetof(struct settings, autolink)},
    {.name = "inline",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "allow `[text](target)`",
     .offset = offsetof(struct settings, inline_form)},
    {.name = "full",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "allow `[text][label]`",
     .offset = offsetof(struct settings, full)},
    {.name = "collapsed",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "allow `[label][]`",
     .offset = offsetof(struct settings, collapsed)},
    {.name = "shortcut",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "allow `[label]`",
     .offset = offsetof(struct settings, shortcut)},
    {.name = "url_inline",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "allow `[url](url)` where `<url>` says the same",
     .offset = offsetof(struct settings, url_inline)},
    {.type = OPTION_END},
};

/* A link as it is written, and what it says. */
struct link {
    const struct node *node;
    struct str label; /* its text */
    struct str destination;
    bool image;
};

static struct link link_of(struct pass *pass, const struct node *node)
{
    const struct document *document = pass_document(pass);
    const struct source *source = pass_source(pass);
    const struct node *target = node;

    if (node->kind != NODE_AUTOLINK && node->link.definition)
        target = &document->nodes[node->link.definition];
    return (struct link){
        node,
        source_text(source, node->content),
        source_text(source, target->link.destination),
        node->kind == NODE_IMAGE,
    };
}

/* Has the URL a scheme and, where that needs one, a host? */
static bool is_absolute(struct str url)
{
    size_t scheme = 0;

    while (scheme < url.len &&
           (is_ascii_alnum(url.data[scheme]) || is_one_of(url.data[scheme], "+-.")))
        scheme++;
    if (!scheme || scheme == url.len || url.data[scheme] != ':' ||
        !is_ascii_letter(url.data[0]))
        return false;
    return scheme + 1 < url.len &&
           !str_is((struct str){url.data + scheme, url.len - scheme}, "://");
}

static bool can_be_autolink(const struct link *link)
{
    for (size_t i = 0; i < link->destination.len; i++)
        if (is_one_of(link->destination.data[i], " <>"))
            return false;
    return !link->image && is_absolute(link->destination);
}

/* What is wrong with the form of the link, or NULL. */
static const char *mistake_of(const struct settings *settings, const struct link *link)
{
    const struct node *node = link->node;

    if (node->kind == NODE_AUTOLINK)
        return settings->autolink ? NULL : "an autolink `<url>`";
    if (!link->destination.len)
        return NULL;
    switch ((enum link_form)node->form) {
    case LINK_FULL:
        return settings->full ? NULL : "a full reference `[text][label]`";
    case LINK_COLLAPSED:
        return settings->collapsed ? NULL : "a collapsed reference `[label][]`";
    case LINK_SHORTCUT:
        return settings->shortcut ? NULL : "a shortcut reference `[label]`";
    case LINK_INLINE:
        break;
    }
    if (!settings->inline_form)
        return "an inline target `[text](target)`";
    if (!settings->url_inline && settings->autolink && span_empty(node->link.title) &&
        str_equal(link->label, link->destination) && can_be_autolink(link))
        return "a URL twice `[url](url)`";
    return NULL;
}

/* A copy with a backslash before each of the characters. */
static struct str escaped(struct pass *pass, struct str text, const char *characters)
{
    char *copy = arena_raw(pass_arena(pass), text.len * 2 + 1);
    size_t len = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (is_one_of(text.data[i], characters))
            copy[len++] = '\\';
        copy[len++] = text.data[i];
    }
    return (struct str){copy, len};
}

/* A copy without the backslashes that escape something. */
static struct str unescaped(struct pass *pass, struct str text)
{
    char *copy = arena_raw(pass_arena(pass), text.len + 1);
    size_t len = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\\' && i + 1 < text.len &&
            is_ascii_punctuation(text.data[i + 1]))
            i++;
        copy[len++] = text.data[i];
    }
    return (struct str){copy, len};
}

static struct str inline_form(struct pass *pass, const struct link *link)
{
    struct str label = escaped(pass, link->label, "[]");
    struct str destination = escaped(pass, link->destination, "()");
    bool pointed = memchr(destination.data, ' ', destination.len);

    return arena_format(pass_arena(pass), "%s[%.*s](%s%.*s%s)", link->image ? "!" : "",
                        (int)label.len, label.data, pointed ? "<" : "",
                        (int)destination.len, destination.data, pointed ? ">" : "");
}

/* The link in a form that is allowed, inline if possible; empty when there is none. */
static struct str other_form(struct pass *pass, const struct link *link)
{
    const struct settings *settings = pass_settings(pass);
    bool autolink = settings->autolink && can_be_autolink(link);
    struct str url;

    if (settings->inline_form && link->label.len && (settings->url_inline || !autolink))
        return inline_form(pass, link);
    if (!autolink)
        return (struct str){NULL, 0};
    url = unescaped(pass, link->destination);
    return arena_format(pass_arena(pass), "<%.*s>", (int)url.len, url.data);
}

/* Is the label shown as it is written, and where the link leads to? */
static bool is_url_twice(const struct link *link)
{
    struct str label = link->label;

    if (link->node->kind != NODE_LINK || !span_empty(link->node->link.title) ||
        !str_equal(label, link->destination) || !can_be_autolink(link))
        return false;
    for (size_t i = 0; i < label.len; i++)
        if (is_one_of(label.data[i], "*_`~\\&[]$!|\"'"))
            return false;
    return true;
}

static void node(struct pass *pass, const struct node *node)
{
    const struct source *source = pass_source(pass);
    struct link link = link_of(pass, node);
    const char *mistake = mistake_of(pass_settings(pass), &link);
    struct span place = document_first_line(source, node);
    struct finding *finding;
    struct str text;

    if (!mistake)
        return;
    finding = report(pass, place, "the config does not allow %s", mistake);
    text = other_form(pass, &link);
    if (text.len && place.end == node->span.end)
        fix_replace(finding, node->span, text);
    if (!is_url_twice(&link) || str_starts(text, STR("[")))
        fix_is_unsafe(finding);
}

const struct rule rule_link_image_style = {
    .code = "MD054",
    .name = "link-image-style",
    .tags = "images links",
    .summary = "a link or image has a form that is not allowed",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_MARKDOWNLINT,
    .options = options,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_LINK) | NODE_BIT(NODE_IMAGE) | NODE_BIT(NODE_AUTOLINK),
    .node = node,
};
