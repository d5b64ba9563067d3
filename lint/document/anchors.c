/* anchors.c - what links to a place in the same article may lead to */

#include "lint/document/anchors.h"

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/document/slug.h"
#include "lint/markdown/html.h"

/* While anchors are gathered. */
struct finder {
    struct anchors *anchors;
    const struct document *document;
    struct arena *arena;
    struct str_map repeats; /* from a heading's fragment to how many had it */
    struct buf text;
    struct buf slug;
};

static struct str lower_case(struct arena *arena, struct str text)
{
    struct buf buf = {0};
    struct str lower;

    slug_add_lower(&buf, text);
    lower = arena_str(arena, buf_str(&buf));
    buf_release(&buf);
    return lower;
}

/* Adds the anchor, in the arena, unless its fragment is there. */
static void add(struct finder *finder, struct str fragment, const struct node *node)
{
    struct anchors *anchors = finder->anchors;
    struct arena *arena = finder->arena;
    void *index = (void *)((uintptr_t)anchors->count + 1);
    void *found;

    if (str_map_get(&anchors->exact, fragment, &found))
        return;
    anchors->items = arena_make_room(arena, anchors->items, anchors->count,
                                     &anchors->capacity, sizeof(*anchors->items));
    anchors->items[anchors->count++] = (struct link_anchor){fragment, node};
    str_map_put(&anchors->exact, arena, fragment, index);
}

static uintptr_t repeats_of(struct finder *finder, struct str fragment)
{
    void *repeats;

    return str_map_get(&finder->repeats, fragment, &repeats) ? (uintptr_t)repeats : 0;
}

static void add_slug(struct finder *finder, struct str fragment,
                     const struct node *heading)
{
    uintptr_t repeats = repeats_of(finder, fragment);

    if (repeats) {
        struct str numbered = arena_format(finder->arena, "%.*s-%zu", (int)fragment.len,
                                           fragment.data, (size_t)repeats);

        add(finder, numbered, heading);
        str_map_put(&finder->repeats, finder->arena, numbered, NULL);
    }
    add(finder, fragment, heading);
    str_map_put(&finder->repeats, finder->arena, fragment, (void *)(repeats + 1));
}

/* The length of #name at the start of text, of small letters and digits, with single -
 * and _ between them; 0 when there is none. */
static size_t id_length(struct str text)
{
    size_t at = 1;

    while (at < text.len &&
           (is_ascii_lower(text.data[at]) || is_ascii_digit(text.data[at]) ||
            (at > 1 && is_one_of(text.data[at], "-_") &&
             !is_one_of(text.data[at - 1], "-_"))))
        at++;
    return at > 1 && !is_one_of(text.data[at - 1], "-_") ? at : 0;
}

/* What stands as {#name} in the heading. */
static void add_ids(struct finder *finder, const struct node *heading)
{
    struct str text = source_text(finder->document->source, heading->content);

    for (size_t at = 0; at + 3 < text.len; at++) {
        struct str id = {text.data + at + 1, text.len - at - 1};

        if (text.data[at] != '{' || id.data[0] != '#')
            continue;
        id.len = id_length(id);
        if (id.len && at + 1 + id.len < text.len && text.data[at + 1 + id.len] == '}')
            add(finder, id, heading);
    }
}

/* In the arena; empty when there are no letters and numbers in the heading. */
static struct str heading_fragment(struct finder *finder, const struct node *heading)
{
    finder->text.len = 0;
    finder->slug.len = 0;
    slug_add_heading(&finder->text, finder->document, heading);
    slug_add(&finder->slug, buf_str(&finder->text));
    if (!finder->slug.len)
        return STR("");
    finder->text.len = 0;
    buf_putc(&finder->text, '#');
    slug_add_encoded(&finder->text, buf_str(&finder->slug));
    return arena_str(finder->arena, buf_str(&finder->text));
}

static void add_heading(struct finder *finder, const struct node *heading)
{
    struct str fragment = heading_fragment(finder, heading);

    if (!fragment.len)
        return;
    add_slug(finder, fragment, heading);
    add_ids(finder, heading);
}

/* A name ends at the first blank or quote. */
static struct str first_name(struct str value)
{
    size_t len = 0;

    while (len < value.len && !is_ascii_space(value.data[len]) &&
           !is_one_of(value.data[len], "'\">"))
        len++;
    return (struct str){value.data, len};
}

static void add_tag(struct finder *finder, const struct node *html)
{
    struct html_tag tag = html_tag_read(node_literal(html));
    bool found;
    struct str name;

    if (tag.kind != HTML_OPEN_TAG)
        return;
    name = html_attribute(node_literal(html), STR("id"), &found);
    if (!name.data && str_equal_ignore_case(tag.name, STR("a")))
        name = html_attribute(node_literal(html), STR("name"), &found);
    name = first_name(name);
    if (name.len)
        add(finder, arena_format(finder->arena, "#%.*s", (int)name.len, name.data), html);
}

void anchors_find(struct anchors *anchors, const struct document *document,
                  struct arena *arena)
{
    struct finder finder = {.anchors = anchors, .document = document, .arena = arena};
    uint32_t i = 0;

    *anchors = (struct anchors){0};
    add(&finder, STR("#top"), NULL);
    while ((i = document_next(document, i + 1, NODE_BIT(NODE_HEADING))) <
           document->node_count)
        if (!(document->nodes[i].flags & NODE_IN_HTML))
            add_heading(&finder, &document->nodes[i]);
    i = 0;
    while ((i = document_next(document, i + 1, NODE_BIT(NODE_HTML))) <
           document->node_count)
        add_tag(&finder, &document->nodes[i]);
    buf_release(&finder.text);
    buf_release(&finder.slug);
}

struct str anchor_of_heading(const struct document *document, const struct node *heading,
                             struct arena *arena)
{
    struct finder finder = {.document = document, .arena = arena};
    struct str fragment = heading_fragment(&finder, heading);

    buf_release(&finder.text);
    buf_release(&finder.slug);
    return fragment;
}

struct str anchor_fragment(struct arena *arena, struct str destination)
{
    struct buf buf = {0};
    struct str fragment;

    slug_add_source(&buf, destination, false);
    fragment = arena_str(arena, buf_str(&buf));
    buf_release(&buf);
    return fragment;
}

/* After a number with this letter in front of it; `at` when there is none. */
static size_t skip_number(struct str text, size_t at, char letter)
{
    size_t end = at + 1;

    if (at >= text.len || text.data[at] != letter)
        return at;
    while (end < text.len && is_ascii_digit(text.data[end]))
        end++;
    return end > at + 1 ? end : at;
}

bool anchor_is_line(struct str fragment)
{
    size_t line = skip_number(fragment, 1, 'L');
    size_t column = line > 1 ? skip_number(fragment, line, 'C') : line;
    size_t last;

    if (line == 1 || line == fragment.len)
        return line > 1;
    if (column >= fragment.len || fragment.data[column] != '-')
        return false;
    last = skip_number(fragment, column + 1, 'L');
    return last > column + 1 && skip_number(fragment, last, 'C') == fragment.len;
}

static const struct link_anchor *find(const struct anchors *anchors,
                                      const struct str_map *map, struct str key)
{
    void *index;

    return str_map_get(map, key, &index) ? &anchors->items[(uintptr_t)index - 1] : NULL;
}

const struct link_anchor *anchors_get(const struct anchors *anchors, struct str fragment)
{
    const struct link_anchor *anchor = find(anchors, &anchors->exact, fragment);
    struct buf buf = {0};

    if (anchor || fragment.len < 2)
        return anchor;
    buf_putc(&buf, '#');
    slug_add_encoded(&buf, (struct str){fragment.data + 1, fragment.len - 1});
    anchor = find(anchors, &anchors->exact, buf_str(&buf));
    buf_release(&buf);
    return anchor;
}

static void index_any_case(struct anchors *anchors, struct arena *arena)
{
    void *first;

    for (uint32_t i = 0; i < anchors->count; i++) {
        struct str lower = lower_case(arena, anchors->items[i].fragment);

        if (!str_map_get(&anchors->any_case, lower, &first))
            str_map_put(&anchors->any_case, arena, lower, (void *)((uintptr_t)i + 1));
    }
}

const struct link_anchor *anchors_get_any_case(struct anchors *anchors,
                                               struct arena *arena, struct str fragment)
{
    if (!anchors->any_case.count)
        index_any_case(anchors, arena);
    return find(anchors, &anchors->any_case, lower_case(arena, fragment));
}
