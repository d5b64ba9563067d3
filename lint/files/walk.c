/* walk.c - walks through folders and finds the files that count */

#include "lint/files/walk.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "lint/base/memory.h"
#include "lint/files/file.h"
#include "lint/files/folder.h"
#include "lint/files/outside.h"
#include "lint/files/path.h"

void walk_add(struct walk *walk, struct found_item item)
{
    walk->items =
        memory_make_room(walk->items, walk->count, &walk->capacity, sizeof(*walk->items));
    walk->items[walk->count++] = item;
}

void walk_add_error(struct walk *walk, struct str path, const char *reason, bool named)
{
    walk_add(walk, (struct found_item){.name = path.data,
                                       .reason = reason,
                                       .kind = FOUND_UNREADABLE,
                                       .named = named});
}

/* A copy of a name that lasts, without the bytes that a piece of its own would take. */
static const char *keep_name(struct walk *walk, struct str name)
{
    enum { ROOM = 4096 };
    size_t size = name.len + 1;
    char *copy;

    if (size > walk->name_room_left) {
        walk->name_room_left = size > ROOM ? size : ROOM;
        walk->name_room = arena_raw(walk->arena, walk->name_room_left);
    }
    copy = walk->name_room;
    memcpy(copy, name.data, name.len);
    copy[name.len] = '\0';
    walk->name_room += size;
    walk->name_room_left -= size;
    return copy;
}

static bool ends_ignoring_case(struct str name, struct str end)
{
    return name.len > end.len &&
           str_equal_ignore_case((struct str){name.data + name.len - end.len, end.len},
                                 end);
}

bool discover_is_article(struct str name)
{
    static const char *const endings[] = {".md",  ".markdown", ".mdown", ".mkd",
                                          ".mdx", ".qmd",      ".rmd"};

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
        if (ends_ignoring_case(name, str_from(endings[i])))
            return true;
    return false;
}

/* What a file is to the root, by its name. */
enum claim {
    CLAIM_NONE,  /* the pattern does not match it */
    CLAIM_OTHER, /* it is no article */
    CLAIM_WANTED,
};

static enum claim claim_of(const struct walk *walk, const struct visit *folder,
                           struct str real)
{
    const struct discover_options *options = walk->options;
    const struct root *root = folder->root;
    enum discover_claim claim = DISCOVER_BY_NAME;

    if (root->glob && (real.len <= root->below ||
                       !glob_match(root->glob, (struct str){real.data + root->below,
                                                            real.len - root->below})))
        return CLAIM_NONE;
    if (root->any_file)
        return CLAIM_WANTED;
    if (options->claim)
        claim = options->claim(options->context, real);
    if (claim == DISCOVER_BY_NAME)
        return discover_is_article(path_name(real)) ? CLAIM_WANTED : CLAIM_OTHER;
    return claim == DISCOVER_ARTICLE ? CLAIM_WANTED : CLAIM_OTHER;
}

unsigned walk_ways(const struct walk *walk, struct str folder)
{
    const struct discover_options *options = walk->options;
    unsigned ways = options->ways ? options->ways(options->context, folder) : 0;

    return options->no_gitignore ? ways | DISCOVER_NO_GITIGNORE : ways;
}

bool walk_ignores(const struct walk *walk, const struct gitignore *gitignore,
                  struct str real, bool is_folder)
{
    const struct discover_options *options = walk->options;

    if (gitignore_leaves_out(gitignore, real, is_folder))
        return true;
    return options->ignored && options->ignored(options->context, real, is_folder);
}

void walk_push(struct walk *walk, struct visit **list, struct visit visit)
{
    struct visit *copy = arena_alloc(walk->arena, sizeof(*copy));

    *copy = visit;
    copy->next = *list;
    *list = copy;
}

const char walk_leads_out[] = "a link out of the project";

/* A link inside a folder: to a file, to a folder, or to nothing. */
static void take_link(struct walk *walk, const struct visit *folder, struct str name)
{
    struct str path = path_join(walk->arena, folder->folder.path, name);
    struct root *root = folder->root;
    struct stat info;
    enum claim claim =
        claim_of(walk, folder, path_join(&walk->names, folder->folder.real, name));
    bool wanted = claim == CLAIM_WANTED;

    if (stat(path.data, &info) < 0) {
        if (wanted)
            walk_add_error(walk, path,
                           errno == ENOENT ? "a link to nothing" : file_reason(errno),
                           false);
        root->found += wanted;
        return;
    }
    struct str real = path_real(walk->arena, path.data);
    bool inside = !outside(real, folder->boundary, &walk->options->allowed);
    bool is_folder = S_ISDIR(info.st_mode) && name.data[0] != '.';

    root->found += (S_ISREG(info.st_mode) && wanted) || (is_folder && !inside);
    root->others += S_ISREG(info.st_mode) && claim == CLAIM_OTHER;
    if (is_folder && inside)
        walk_push(walk, &walk->linked,
                  (struct visit){.root = root,
                                 .folder = {path, real, true},
                                 .boundary = folder->boundary});
    else if (S_ISREG(info.st_mode) && wanted && inside)
        walk_add(walk, (struct found_item){.name = path.data,
                                           .real = real.data,
                                           .kind = FOUND_FILE,
                                           .linked = true});
    else if ((S_ISREG(info.st_mode) && wanted) || is_folder)
        walk_add_error(walk, path, walk_leads_out, false);
}

/* Hidden folders are mostly those of programs. */
static bool is_passed_over(const struct visit *folder, struct folder_entry entry)
{
    if (entry.kind != ENTRY_FOLDER || entry.name.data[0] != '.')
        return entry.kind == ENTRY_OTHER;
    return !(folder->ways & DISCOVER_HIDDEN) || str_is(entry.name, ".git");
}

static void push_folder(struct walk *walk, const struct visit *above,
                        const struct gitignore *gitignore, struct str name)
{
    const struct found_folder *outer = &above->folder;

    walk_push(walk, &walk->pending,
              (struct visit){.root = above->root,
                             .folder = {path_join(walk->arena, outer->path, name),
                                        path_join(walk->arena, outer->real, name),
                                        outer->linked},
                             .boundary = above->boundary,
                             .gitignore = gitignore});
}

static void take_entry(struct walk *walk, const struct visit *folder,
                       const struct gitignore *gitignore, struct folder_entry entry)
{
    struct str real;
    bool is_folder = entry.kind == ENTRY_FOLDER;
    enum claim claim;

    if (is_passed_over(folder, entry))
        return;
    real = path_join(&walk->names, folder->folder.real, entry.name);
    claim = is_folder ? CLAIM_NONE : claim_of(walk, folder, real);
    if (entry.kind == ENTRY_FILE && claim != CLAIM_WANTED) {
        folder->root->others += claim == CLAIM_OTHER;
        return;
    }
    if (walk_ignores(walk, gitignore, real, is_folder)) {
        /* What a pattern would match in a folder that is not entered is not known. */
        folder->root->ignored += is_folder ? !folder->root->glob : claim == CLAIM_WANTED;
        return;
    }
    folder->root->found += entry.kind == ENTRY_FILE;
    if (is_folder)
        push_folder(walk, folder, gitignore, entry.name);
    else if (entry.kind == ENTRY_LINK)
        take_link(walk, folder, entry.name);
    else
        walk_add(walk, (struct found_item){.folder = &folder->folder,
                                           .name = keep_name(walk, entry.name),
                                           .kind = FOUND_FILE,
                                           .linked = folder->folder.linked});
}

void walk_add_trouble(struct walk *walk, const struct gitignore_trouble *trouble)
{
    if (trouble->path.len > 0)
        walk_add_error(walk, path_shown(walk->arena, trouble->path), trouble->reason,
                       false);
}

static const struct gitignore *gitignore_in(struct walk *walk, const struct visit *folder,
                                            const struct folder_listing *listing)
{
    /* A repository inside another is not subject to the outer one. */
    const struct gitignore *outer =
        folder_has(listing, ".git") ? NULL : folder->gitignore;

    struct gitignore_trouble trouble = {.reason = NULL};
    const struct gitignore *chain;

    if (folder->ways & DISCOVER_NO_GITIGNORE)
        return NULL;
    if (!folder_has(listing, ".gitignore"))
        return outer;
    chain = gitignore_enter(walk->ignored.patterns, folder->folder.real, outer, &trouble);
    walk_add_trouble(walk, &trouble);
    return chain;
}

static void enter(struct walk *walk, struct visit *folder)
{
    struct str path = folder->folder.path.len > 0 ? folder->folder.path : STR(".");
    struct folder_listing listing;
    int error;
    bool done = folder_read(&listing, &walk->names, path.data, &error);

    /* A folder that has gone since its parent was read is not an error. */
    if (!done && error == ENOENT && folder->named)
        walk_add_error(walk, path, "no such folder", true);
    else if (!done && error != ENOENT)
        walk_add_error(walk, path, file_reason(error), folder->named);
    folder->root->found += !done;
    /* Each folder once: this ends loops of links, and links that multiply each other. */
    if (listing.count > 0 &&
        inode_set_add(&walk->entered, listing.device, listing.inode)) {
        const struct gitignore *gitignore;

        folder->ways = walk_ways(walk, folder->folder.real);
        gitignore = gitignore_in(walk, folder, &listing);
        for (size_t i = 0; i < listing.count; i++)
            take_entry(walk, folder, gitignore, listing.entries[i]);
    } else if (listing.count > 0) {
        folder->root->overlaps = true;
    }
    folder_release(&listing);
    arena_reset(&walk->names);
}

const struct gitignore *walk_outer_gitignore(struct walk *walk, struct str real)
{
    struct path_search repository = path_repository(walk->arena, real);
    struct gitignore_trouble trouble = {repository.unknown, repository.reason};
    const struct gitignore *chain = NULL;

    if (walk_ways(walk, real) & DISCOVER_NO_GITIGNORE)
        return NULL;
    if (repository.found.len > 0 && repository.found.len < real.len)
        chain = gitignore_for(&walk->ignored, path_folder(real), &trouble);
    walk_add_trouble(walk, &trouble);
    return chain;
}

void walk_enter_all(struct walk *walk)
{
    while (walk->pending || walk->linked) {
        bool by_link = walk->pending == NULL;
        struct visit **list = by_link ? &walk->linked : &walk->pending;
        struct visit *folder = *list;

        *list = folder->next;
        if (by_link)
            folder->gitignore = walk_outer_gitignore(walk, folder->folder.real);
        enter(walk, folder);
    }
}
