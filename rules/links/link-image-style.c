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

/* What is wrong with the form of the link, or NULL. */
static const char *mistake_of(const struct settings *settings,
                              const struct written_link *link)
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
    if (!settings->url_inline && settings->autolink && span_empty(node->link->title) &&
        str_equal(link->label, link->destination) && link_can_be_autolink(link))
        return "a URL twice `[url](url)`";
    return NULL;
}

/* The link in a form that is allowed, inline if possible; empty when there is none. */
static struct str other_form(struct pass *pass, const struct written_link *link)
{
    const struct settings *settings = pass_settings(pass);
    bool autolink = settings->autolink && link_can_be_autolink(link);

    if (settings->inline_form && link->label.len && (settings->url_inline || !autolink))
        return link_as_inline(link, pass_arena(pass));
    return autolink ? link_as_autolink(link, pass_arena(pass)) : (struct str){NULL, 0};
}

static void node(struct pass *pass, const struct node *node)
{
    struct written_link link = link_as_written(pass_document(pass), node);
    const char *mistake = mistake_of(pass_settings(pass), &link);
    struct finding *finding;
    struct span place;
    struct str text;

    if (!mistake)
        return;
    place = document_first_line(pass_source(pass), node);
    finding = report(pass, place, "the config does not allow %s", mistake);
    text = other_form(pass, &link);
    if (text.len && place.end == node->span.end)
        fix_replace(finding, node->span, text);
    if (!link_is_url_twice(&link) || str_starts(text, STR("[")))
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
