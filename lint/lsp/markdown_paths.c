/* markdown_paths.c - the files that a link may lead to */

#include "lint/lsp/markdown_paths.h"

#include <stdlib.h>

#include "lint/base/ascii.h"
#include "lint/base/uri.h"
#include "lint/files/folder.h"
#include "lint/files/gitignore.h"
#include "lint/files/inside.h"
#include "lint/files/path.h"

/* Of a folder, more than anyone looks through. */
enum { MAX_ENTRIES = 4096 };

struct path_finder {
    struct question *question;
    struct items *items;
    struct str root;   /* of the project */
    struct str folder; /* that is listed, absolute, without links */
    const struct gitignore *ignored;
    bool angled;
};

/* The folder that a path typed so far leads to, inside the project only. */
static struct inside_place folder_of(const struct path_finder *finder, struct str typed)
{
    struct arena *arena = finder->question->arena;
    struct str folder = path_folder(finder->question->place->path);
    struct str below = STR("");
    struct str prefix = {typed.data, typed.len - path_name(typed).len};

    if (!str_starts(typed, STR("/")))
        path_inside(folder, finder->root, &below);
    while (str_starts(prefix, STR("/")))
        prefix = (struct str){prefix.data + 1, prefix.len - 1};
    return inside_find(arena, finder->root,
                       path_join(arena, below, uri_decode(arena, prefix)));
}

/* A name as a destination has it (CommonMark 6.3), and a URL. */
static struct str written(const struct path_finder *finder, struct str name)
{
    const char *special = finder->angled ? "<>\\#?%" : " <>()\\#?%";
    struct buf text = BUF_INIT;
    struct str kept;

    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.data[i];

        if (c < ' ' || is_one_of(name.data[i], special))
            buf_printf(&text, "%%%02X", c);
        else
            buf_putc(&text, name.data[i]);
    }
    kept = arena_str(finder->question->arena, buf_str(&text));
    buf_release(&text);
    return kept;
}

/* What a link in a folder leads to must be in the project as well. */
static enum inside kind_of(const struct path_finder *finder,
                           const struct folder_entry *entry, struct str path)
{
    struct str rest;

    if (entry->kind == ENTRY_FILE)
        return INSIDE_FILE;
    if (entry->kind == ENTRY_FOLDER)
        return INSIDE_FOLDER;
    if (entry->kind != ENTRY_LINK || !path_inside(path, finder->root, &rest))
        return INSIDE_OTHER;
    return inside_find(finder->question->arena, finder->root, rest).kind;
}

static void add_entry(const struct path_finder *finder, const struct folder_entry *entry)
{
    struct question *question = finder->question;
    struct str path = path_join(question->arena, finder->folder, entry->name);
    enum inside kind = kind_of(finder, entry, path);
    bool is_folder = kind == INSIDE_FOLDER;
    struct str name = written(finder, entry->name);

    if ((kind != INSIDE_FILE && !is_folder) || str_equal(path, question->place->path))
        return;
    if (is_folder)
        name = arena_format(question->arena, "%.*s/", (int)name.len, name.data);
    items_add(finder->items,
              (struct item){
                  .label = name,
                  .text = name,
                  .kind = is_folder ? ITEM_FOLDER : ITEM_FILE,
                  .late = entry->name.data[0] == '.' ||
                          config_ignores(question->engine->config, path, is_folder) ||
                          gitignore_leaves_out(finder->ignored, path, is_folder),
              });
}

static int compare_entries(const void *a, const void *b)
{
    const struct folder_entry *first = a;
    const struct folder_entry *second = b;

    return str_compare(first->name, second->name);
}

static void add_entries(const struct path_finder *finder)
{
    struct folder_listing listing;
    int error;

    if (folder_read(&listing, finder->question->arena, finder->folder.data, &error) &&
        listing.count)
        qsort(listing.entries, listing.count, sizeof(*listing.entries), compare_entries);
    for (size_t i = 0; i < listing.count && i < MAX_ENTRIES; i++)
        add_entry(finder, &listing.entries[i]);
    folder_release(&listing);
}

void markdown_paths_add(struct question *question, struct items *items, struct str typed,
                        bool angled)
{
    struct arena *arena = question->arena;
    struct gitignore_cache ignored = {.arena = arena, .patterns = arena};
    struct gitignore_trouble trouble = {.reason = NULL};
    struct path_finder finder = {.question = question, .items = items, .angled = angled};
    struct inside_place place;

    finder.root = path_project(arena, path_folder(question->place->path));
    place = folder_of(&finder, typed);
    if (place.kind != INSIDE_FOLDER)
        return;
    finder.folder = place.real;
    finder.ignored = gitignore_for(&ignored, place.real, &trouble);
    add_entries(&finder);
}
