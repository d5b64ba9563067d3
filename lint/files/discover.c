/* discover.c - from paths on the command line to a sorted list of files */

#include "lint/files/discover.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lint/base/memory.h"
#include "lint/files/file.h"
#include "lint/files/folder.h"
#include "lint/files/gitignore.h"
#include "lint/files/inode_set.h"
#include "lint/files/outside.h"
#include "lint/files/path.h"

/* A folder to walk. */
struct visit {
    struct str path; /* as it is shown to the user; empty for the current folder */
    struct str real;
    struct str boundary;               /* links may lead anywhere in this folder */
    const struct gitignore *gitignore; /* without the folder's own */
    bool linked;                       /* reached by a link */
    bool named;                        /* by the user */
    struct visit *next;
};

/* A file that was found; of several paths to it one is kept. */
struct candidate {
    struct found found;
    bool linked;
};

struct walk {
    struct arena *arena;
    const struct discover_options *options;
    struct visit *pending; /* a stack */
    struct visit *linked;  /* taken when nothing is pending: paths without links win */
    struct inode_set entered;
    struct candidate *candidates;
    size_t count;
    size_t capacity;
};

static void add_candidate(struct walk *walk, struct found found, bool linked)
{
    walk->candidates = memory_make_room(walk->candidates, walk->count, &walk->capacity,
                                        sizeof(*walk->candidates));
    walk->candidates[walk->count++] = (struct candidate){found, linked};
}

static void add_error(struct walk *walk, struct str path, const char *reason, bool named)
{
    add_candidate(walk, (struct found){FOUND_UNREADABLE, path, STR(""), reason, named},
                  false);
}

static bool is_markdown(struct str name)
{
    return str_ends(name, STR(".md")) || str_ends(name, STR(".markdown"));
}

/* Links are not folders here, as in git. */
static bool is_ignored(const struct walk *walk, const struct gitignore *gitignore,
                       struct str real, bool is_folder)
{
    const struct discover_options *options = walk->options;

    if (gitignore_leaves_out(gitignore, real, is_folder))
        return true;
    return options->ignored != NULL &&
           options->ignored(options->context, real, is_folder);
}

static void push(struct walk *walk, struct visit **list, struct visit visit)
{
    struct visit *copy = arena_alloc(walk->arena, sizeof(*copy));

    *copy = visit;
    copy->next = *list;
    *list = copy;
}

static const char leads_out[] = "a link out of the project";

/* A link inside a folder: to a file, to a folder, or to nothing. */
static void take_link(struct walk *walk, const struct visit *folder, struct str path)
{
    struct str name = path_name(path);
    struct stat info;
    bool wanted = is_markdown(name);

    if (stat(path.data, &info) < 0) {
        if (wanted)
            add_error(walk, path,
                      errno == ENOENT ? "a link to nothing" : file_reason(errno), false);
        return;
    }
    struct str real = path_real(walk->arena, path.data);
    bool inside = !outside(real, folder->boundary, &walk->options->allowed);

    if (S_ISDIR(info.st_mode) && inside && name.data[0] != '.')
        push(walk, &walk->linked,
             (struct visit){.path = path,
                            .real = real,
                            .boundary = folder->boundary,
                            .linked = true});
    else if (S_ISREG(info.st_mode) && wanted && inside)
        add_candidate(walk, (struct found){FOUND_FILE, path, real, NULL, false}, true);
    else if ((S_ISREG(info.st_mode) && wanted) ||
             (S_ISDIR(info.st_mode) && name.data[0] != '.'))
        add_error(walk, path, leads_out, false);
}

static void take_entry(struct walk *walk, const struct visit *folder,
                       const struct gitignore *gitignore, struct folder_entry entry)
{
    struct str path = path_join(walk->arena, folder->path, entry.name);
    struct str real = path_join(walk->arena, folder->real, entry.name);
    bool is_folder = entry.kind == ENTRY_FOLDER;

    if (entry.kind == ENTRY_OTHER ||
        (entry.kind == ENTRY_FILE && !is_markdown(entry.name)))
        return;
    if (is_folder && entry.name.data[0] == '.')
        return;
    if (is_ignored(walk, gitignore, real, is_folder))
        return;
    if (is_folder)
        push(walk, &walk->pending,
             (struct visit){.path = path,
                            .real = real,
                            .boundary = folder->boundary,
                            .gitignore = gitignore,
                            .linked = folder->linked});
    else if (entry.kind == ENTRY_LINK)
        take_link(walk, folder, path);
    else
        add_candidate(walk, (struct found){FOUND_FILE, path, real, NULL, false},
                      folder->linked);
}

/* What is ignored cannot be known: reported for the file that would say it. */
static void add_trouble(struct walk *walk, const struct gitignore_trouble *trouble)
{
    if (trouble->path.len > 0)
        add_error(walk, path_shown(walk->arena, trouble->path), trouble->reason, false);
}

static const struct gitignore *gitignore_in(struct walk *walk, const struct visit *folder,
                                            const struct folder_listing *listing)
{
    /* A repository inside another is not subject to the outer one. */
    const struct gitignore *outer =
        folder_has(listing, ".git") ? NULL : folder->gitignore;

    struct gitignore_trouble trouble = {.reason = NULL};
    const struct gitignore *chain;

    if (walk->options->no_gitignore || !folder_has(listing, ".gitignore"))
        return outer;
    chain = gitignore_enter(walk->arena, folder->real, outer, &trouble);
    add_trouble(walk, &trouble);
    return chain;
}

static void enter(struct walk *walk, const struct visit *folder)
{
    struct str path = folder->path.len > 0 ? folder->path : STR(".");
    struct folder_listing listing;
    int error;
    bool done = folder_read(&listing, walk->arena, path.data, &error);

    /* A folder that has gone since its parent was read is not an error. */
    if (!done && error == ENOENT && folder->named)
        add_error(walk, path, "no such folder", true);
    else if (!done && error != ENOENT)
        add_error(walk, path, file_reason(error), folder->named);
    /* Each folder once: this ends loops of links, and links that multiply each other. */
    if (listing.count > 0 &&
        inode_set_add(&walk->entered, listing.device, listing.inode)) {
        const struct gitignore *gitignore = gitignore_in(walk, folder, &listing);

        for (size_t i = 0; i < listing.count; i++)
            take_entry(walk, folder, gitignore, listing.entries[i]);
    }
    folder_release(&listing);
}

/* The chain, without its own file, of a folder that is not entered from its parent. */
static const struct gitignore *outer_gitignore(struct walk *walk, struct str real)
{
    struct path_search repository = path_repository(walk->arena, real);
    struct gitignore_trouble trouble = {repository.unknown, repository.reason};
    const struct gitignore *chain = NULL;

    if (walk->options->no_gitignore)
        return NULL;
    if (repository.found.len > 0 && repository.found.len < real.len)
        chain = gitignore_for(walk->arena, path_folder(real), &trouble);
    add_trouble(walk, &trouble);
    return chain;
}

static void enter_all(struct walk *walk)
{
    while (walk->pending != NULL || walk->linked != NULL) {
        bool by_link = walk->pending == NULL;
        struct visit **list = by_link ? &walk->linked : &walk->pending;
        struct visit *folder = *list;

        *list = folder->next;
        if (by_link)
            folder->gitignore = outer_gitignore(walk, folder->real);
        enter(walk, folder);
    }
}

static void take_folder(struct walk *walk, struct str path)
{
    struct str real = path_real(walk->arena, path.data);
    struct str root = path_repository(walk->arena, real).found;

    if (outside_by_link(walk->arena, path, &walk->options->allowed)) {
        add_error(walk, path, leads_out, true);
        return;
    }
    while (path.len > 1 && path.data[path.len - 1] == '/')
        path.len--;
    path = str_is(path, ".") ? STR("") : arena_str(walk->arena, path);
    push(walk, &walk->pending,
         (struct visit){.path = path,
                        .real = real,
                        .boundary = root.len > 0 ? root : real,
                        .named = true,
                        .gitignore = outer_gitignore(walk, real)});
}

/* Is a named file, or a folder above it, ignored? */
static bool is_excluded(struct walk *walk, struct str real)
{
    struct gitignore_trouble trouble = {.reason = NULL};
    const struct gitignore *gitignore =
        walk->options->no_gitignore
            ? NULL
            : gitignore_for(walk->arena, path_folder(real), &trouble);

    add_trouble(walk, &trouble);
    for (size_t len = 1; len < real.len; len++) {
        if (real.data[len] == '/' &&
            is_ignored(walk, gitignore, (struct str){real.data, len}, true))
            return true;
    }
    return is_ignored(walk, gitignore, real, false);
}

static void take_file(struct walk *walk, struct str path)
{
    struct str real = path_real(walk->arena, path.data);

    if (walk->options->force_exclude && is_excluded(walk, real))
        return;
    if (outside_by_link(walk->arena, path, &walk->options->allowed))
        add_error(walk, path, leads_out, true);
    else
        add_candidate(walk, (struct found){FOUND_FILE, path, real, NULL, true}, false);
}

static void take_named(struct walk *walk, const char *name)
{
    struct str path = arena_str(walk->arena, str_from(name));
    struct stat info;

    if (stat(name, &info) == 0) {
        if (S_ISDIR(info.st_mode))
            take_folder(walk, path);
        else if (S_ISREG(info.st_mode))
            take_file(walk, path);
        else
            add_error(walk, path, "not a regular file", true);
        return;
    }
    if (errno != ENOENT && errno != ENOTDIR) {
        add_error(walk, path, file_reason(errno), true);
    } else if (lstat(name, &info) == 0) {
        add_error(walk, path, "a link to nothing", true);
    } else {
        struct found missing = {FOUND_MISSING, path, STR(""), "no such file or folder",
                                true};

        add_candidate(walk, missing, false);
    }
}

/* Among the paths of one file the one to keep comes first: named, without links,
 * smaller. */
static int by_file(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    int order = str_compare(x->found.real, y->found.real);

    if (order != 0)
        return order;
    if (x->found.named != y->found.named)
        return x->found.named ? -1 : 1;
    if (x->linked != y->linked)
        return x->linked ? 1 : -1;
    return str_compare(x->found.path, y->found.path);
}

static int by_path(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;

    return str_compare(x->found.path, y->found.path);
}

/* Errors have no real path; a path that fails twice is reported once. */
static bool is_repeated(const struct candidate *a, const struct candidate *b)
{
    if (!str_equal(a->found.real, b->found.real))
        return false;
    return a->found.real.len > 0 || str_equal(a->found.path, b->found.path);
}

static void collect(struct walk *walk, struct discovery *discovery)
{
    size_t kept = 0;

    if (walk->count > 0)
        qsort(walk->candidates, walk->count, sizeof(*walk->candidates), by_file);
    for (size_t i = 0; i < walk->count; i++) {
        if (kept == 0 || !is_repeated(&walk->candidates[kept - 1], &walk->candidates[i]))
            walk->candidates[kept++] = walk->candidates[i];
    }
    if (kept > 0)
        qsort(walk->candidates, kept, sizeof(*walk->candidates), by_path);
    struct found *items = arena_array(walk->arena, kept, sizeof(*items));

    for (size_t i = 0; i < kept; i++)
        items[i] = walk->candidates[i].found;
    *discovery = (struct discovery){items, (uint32_t)kept};
}

void discover(struct arena *arena, const char *const *paths, uint32_t count,
              const struct discover_options *options, struct discovery *discovery)
{
    struct walk walk = {.arena = arena, .options = options};

    for (uint32_t i = 0; i < count; i++)
        take_named(&walk, paths[i]);
    enter_all(&walk);
    collect(&walk, discovery);
    free(walk.candidates);
    inode_set_release(&walk.entered);
}
