/* link_form.c - the same link, written in another form */

#include "lint/document/link_form.h"

#include <string.h>

#include "lint/base/ascii.h"

struct written_link link_as_written(const struct document *document,
                                    const struct node *node)
{
    const struct source *source = document->source;
    const struct node *target = node;

    if (node->kind != NODE_AUTOLINK && node->link->definition)
        target = &document->nodes[node->link->definition];
    return (struct written_link){
        node,
        source_text(source, node->content),
        source_text(source, target->link->destination),
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

bool link_can_be_autolink(const struct written_link *link)
{
    return !link->image && !str_has_any(link->destination, " <>") &&
           is_absolute(link->destination);
}

bool link_is_url_twice(const struct written_link *link)
{
    struct str label = link->label;

    if (link->node->kind != NODE_LINK || !span_empty(link->node->link->title) ||
        !str_equal(label, link->destination) || !link_can_be_autolink(link))
        return false;
    return !str_has_any(label, "*_`~\\&[]$!|\"'");
}

/* A copy with a backslash before each of the characters. */
static struct str escaped(struct arena *arena, struct str text, const char *characters)
{
    char *copy = arena_raw(arena, text.len * 2 + 1);
    size_t len = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (is_one_of(text.data[i], characters))
            copy[len++] = '\\';
        copy[len++] = text.data[i];
    }
    return (struct str){copy, len};
}

/* A copy without the backslashes that escape something. */
static struct str unescaped(struct arena *arena, struct str text)
{
    char *copy = arena_raw(arena, text.len + 1);
    size_t len = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\\' && i + 1 < text.len &&
            is_ascii_punctuation(text.data[i + 1]))
            i++;
        copy[len++] = text.data[i];
    }
    return (struct str){copy, len};
}

struct str link_as_inline(const struct written_link *link, struct arena *arena)
{
    struct str label = escaped(arena, link->label, "[]");
    struct str destination = escaped(arena, link->destination, "()");
    bool pointed = memchr(destination.data, ' ', destination.len);

    return arena_format(arena, "%s[%.*s](%s%.*s%s)", link->image ? "!" : "",
                        (int)label.len, label.data, pointed ? "<" : "",
                        (int)destination.len, destination.data, pointed ? ">" : "");
}

struct str link_as_autolink(const struct written_link *link, struct arena *arena)
{
    struct str url = unescaped(arena, link->destination);

    return arena_format(arena, "<%.*s>", (int)url.len, url.data);
}
