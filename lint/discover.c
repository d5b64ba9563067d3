/* discover.c - from paths on the command line to a sorted list of files */

/* For d_type, which saves a stat for nearly every file. */
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE

#include "lint/discover.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lint/file.h"
#include "lint/gitignore.h"
#include "lint/inode_set.h"
#include "lint/memory.h"
#include "lint/path.h"

/* A folder to walk. */
struct folder {
    struct str path; /* as the user will see it; empty for the current folder */
    struct str real;
    struct str boundary;               /* links may lead anywhere in this folder */
    const struct gitignore *gitignore; /* without the folder's own */
    bool linked;                       /* come to by a link */
    struct folder *next;
};

enum entry_kind { ENTRY_FILE, ENTRY_FOLDER, ENTRY_LINK, ENTRY_OTHER, ENTRY_UNKNOWN };

/* One name in a folder. */
struct entry_name {
    struct str name;
    enum entry_kind kind;
};

struct names {
    struct entry_name *items;
    size_t count;
    size_t capacity;
};

/* A found file on its way: which of several paths to one file is kept? */
struct candidate {
    struct found found;
    bool linked;
};

struct walk {
    struct arena *arena;
    const struct discover_options *options;
    struct folder *pending; /* a stack */
    struct folder
        *linked; /* entered when nothing else is left: paths without links win */
    struct inode_set entered;
    struct candidate *candidates;
    size_t count;
    size_t capacity;
};

static void add_candidate(struct walk *walk, struct found found, bool linked)
{
    if (walk->count == walk->capacity) {
        walk->capacity = walk->capacity ? 2 * walk->capacity : 256;
        walk->candidates =
            memory_grow(walk->candidates, walk->capacity * sizeof(*walk->candidates));
    }
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

/* Links are not folders here, as they are not to git. */
static bool is_ignored(const struct walk *walk, const struct gitignore *gitignore,
                       struct str real, bool is_folder)
{
    const struct discover_options *options = walk->options;

    if (gitignore_leaves_out(gitignore, real, is_folder))
        return true;
    return options->ignored != NULL &&
           options->ignored(options->context, real, is_folder);
}

static enum entry_kind kind_of_mode(mode_t mode)
{
    if (S_ISREG(mode))
        return ENTRY_FILE;
    if (S_ISDIR(mode))
        return ENTRY_FOLDER;
    return S_ISLNK(mode) ? ENTRY_LINK : ENTRY_OTHER;
}

static enum entry_kind kind_of_entry(const struct dirent *entry)
{
#ifdef DT_UNKNOWN
    switch (entry->d_type) {
    case DT_REG:
        return ENTRY_FILE;
    case DT_DIR:
        return ENTRY_FOLDER;
    case DT_LNK:
        return ENTRY_LINK;
    case DT_UNKNOWN:
        return ENTRY_UNKNOWN;
    default:
        return ENTRY_OTHER;
    }
#else
    (void)entry;
    return ENTRY_UNKNOWN;
#endif
}

static void add_name(struct walk *walk, struct names *names, const struct dirent *entry)
{
    if (names->count == names->capacity) {
        names->capacity = names->capacity ? 2 * names->capacity : 64;
        names->items = memory_grow(names->items, names->capacity * sizeof(*names->items));
    }
    names->items[names->count++] = (struct entry_name){
        arena_str(walk->arena, str_from(entry->d_name)), kind_of_entry(entry)};
}

/* All names in an open folder but its own and its parent's. Closes it. 0 or an errno. */
static int read_names(struct walk *walk, DIR *dir, struct names *names)
{
    const struct dirent *entry;

    while (errno = 0, (entry = readdir(dir)) != NULL) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            add_name(walk, names, entry);
    }
    int error = errno;

    closedir(dir);
    return error;
}

static struct folder *push(struct walk *walk, struct folder **list, struct folder folder)
{
    struct folder *copy = arena_alloc(walk->arena, sizeof(*copy));

    *copy = folder;
    copy->next = *list;
    *list = copy;
    return copy;
}

/* A link inside a folder: to a file, to a folder, or to nothing. */
static void take_link(struct walk *walk, const struct folder *folder, struct str path)
{
    struct str rest, name = path_name(path);
    struct stat info;
    bool wanted = is_markdown(name);

    if (stat(path.data, &info) < 0) {
        if (wanted)
            add_error(walk, path,
                      errno == ENOENT ? "a link to nothing" : file_reason(errno), false);
        return;
    }
    struct str real = path_real(walk->arena, path.data);
    bool inside =
        str_equal(real, folder->boundary) || path_inside(real, folder->boundary, &rest);

    if (S_ISDIR(info.st_mode) && inside && name.data[0] != '.')
        push(walk, &walk->linked,
             (struct folder){.path = path,
                             .real = real,
                             .boundary = folder->boundary,
                             .linked = true});
    else if (S_ISREG(info.st_mode) && wanted && inside)
        add_candidate(walk, (struct found){FOUND_FILE, path, real, NULL, false}, true);
    else if (S_ISREG(info.st_mode) && wanted)
        add_error(walk, path, "a link out of the project", false);
}

static void take_entry(struct walk *walk, const struct folder *folder,
                       const struct gitignore *gitignore, struct entry_name entry)
{
    struct str path = path_join(walk->arena, folder->path, entry.name);
    struct str real = path_join(walk->arena, folder->real, entry.name);
    enum entry_kind kind = entry.kind;

    if (kind == ENTRY_UNKNOWN) {
        struct stat info;

        /* Gone since the folder was read: nothing to say about it. */
        if (lstat(path.data, &info) < 0)
            return;
        kind = kind_of_mode(info.st_mode);
    }
    if (kind == ENTRY_OTHER || (kind == ENTRY_FILE && !is_markdown(entry.name)))
        return;
    if (kind == ENTRY_FOLDER && entry.name.data[0] == '.')
        return;
    if (is_ignored(walk, gitignore, real, kind == ENTRY_FOLDER))
        return;
    if (kind == ENTRY_FOLDER)
        push(walk, &walk->pending,
             (struct folder){.path = path,
                             .real = real,
                             .boundary = folder->boundary,
                             .gitignore = gitignore,
                             .linked = folder->linked});
    else if (kind == ENTRY_LINK)
        take_link(walk, folder, path);
    else
        add_candidate(walk, (struct found){FOUND_FILE, path, real, NULL, false},
                      folder->linked);
}

static bool has_name(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++) {
        if (str_is(names->items[i].name, name))
            return true;
    }
    return false;
}

static const struct gitignore *
gitignore_in(struct walk *walk, const struct folder *folder, const struct names *names)
{
    /* A repository inside another knows nothing of the outer one. */
    const struct gitignore *outer = has_name(names, ".git") ? NULL : folder->gitignore;

    if (walk->options->no_gitignore || !has_name(names, ".gitignore"))
        return outer;
    return gitignore_enter(walk->arena, folder->real, outer);
}

static void enter(struct walk *walk, const struct folder *folder)
{
    struct str path = folder->path.len > 0 ? folder->path : STR(".");
    struct names names = {NULL, 0, 0};
    struct stat info;
    DIR *dir = opendir(path.data);

    if (dir == NULL) {
        if (errno != ENOENT)
            add_error(walk, path, file_reason(errno), false);
        return;
    }
    /* Each folder once: that ends link loops, and links that multiply each other. */
    if (fstat(dirfd(dir), &info) < 0 ||
        !inode_set_add(&walk->entered, (uint64_t)info.st_dev, (uint64_t)info.st_ino)) {
        closedir(dir);
        return;
    }
    int error = read_names(walk, dir, &names);

    if (error != 0)
        add_error(walk, path, file_reason(error), false);
    const struct gitignore *gitignore = gitignore_in(walk, folder, &names);

    for (size_t i = 0; i < names.count; i++)
        take_entry(walk, folder, gitignore, names.items[i]);
    free(names.items);
}

static const struct gitignore *outer_gitignore(struct walk *walk, struct str real)
{
    struct str root = path_repository(walk->arena, real);

    if (walk->options->no_gitignore || root.len == 0 || root.len == real.len)
        return NULL;
    return gitignore_for(walk->arena, path_folder(real));
}

static void enter_all(struct walk *walk)
{
    while (walk->pending != NULL || walk->linked != NULL) {
        bool by_link = walk->pending == NULL;
        struct folder **list = by_link ? &walk->linked : &walk->pending;
        struct folder *folder = *list;

        *list = folder->next;
        if (by_link)
            folder->gitignore = outer_gitignore(walk, folder->real);
        enter(walk, folder);
    }
}

static void take_folder(struct walk *walk, struct str path)
{
    struct str real = path_real(walk->arena, path.data);
    struct str root = path_repository(walk->arena, real);

    while (path.len > 1 && path.data[path.len - 1] == '/')
        path.len--;
    path = str_is(path, ".") ? STR("") : arena_str(walk->arena, path);
    push(walk, &walk->pending,
         (struct folder){.path = path,
                         .real = real,
                         .boundary = root.len > 0 ? root : real,
                         .gitignore = outer_gitignore(walk, real)});
}

/* Is a named file, or one of the folders it is in, ignored? */
static bool is_excluded(struct walk *walk, struct str real)
{
    const struct gitignore *gitignore =
        walk->options->no_gitignore ? NULL
                                    : gitignore_for(walk->arena, path_folder(real));

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

/* Of one file the path to keep comes first: named, without links, smaller. */
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

/* Errors have no real path; a path that fails twice is told once. */
static bool is_repeated(const struct candidate *a, const struct candidate *b)
{
    if (!str_equal(a->found.real, b->found.real))
        return false;
    return a->found.real.len > 0 || str_equal(a->found.path, b->found.path);
}

static void collect(struct walk *walk, struct discovery *discovery)
{
    size_t kept = 0;

    qsort(walk->candidates, walk->count, sizeof(*walk->candidates), by_file);
    for (size_t i = 0; i < walk->count; i++) {
        if (kept == 0 || !is_repeated(&walk->candidates[kept - 1], &walk->candidates[i]))
            walk->candidates[kept++] = walk->candidates[i];
    }
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
