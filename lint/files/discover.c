/* discover.c - from paths on the command line to a sorted list of files */

#include "lint/files/discover.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lint/base/memory.h"
#include "lint/base/message.h"
#include "lint/files/file.h"
#include "lint/files/folder.h"
#include "lint/files/gitignore.h"
#include "lint/files/glob.h"
#include "lint/files/inode_set.h"
#include "lint/files/outside.h"
#include "lint/files/path.h"

/* A folder or pattern that the user named, and what was found in it. */
struct root {
    struct str path;         /* as it was named */
    size_t below;            /* bytes of real paths before what the pattern matches */
    const struct glob *glob; /* NULL: a folder */
    bool any_file;           /* what the pattern matches counts, article or not */
    uint32_t found;          /* files to check, and errors */
    uint32_t others;         /* files that do not count */
    uint32_t ignored;        /* files and folders */
    bool overlaps;           /* part of it belongs to another root as well */
    struct root *next;
};

/* A folder to walk. */
struct visit {
    struct root *root;
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
    struct gitignore_cache ignored; /* of folders that are not entered from above */
    struct inode_set entered;
    struct root *roots;
    uint32_t left_out; /* named files that are ignored */
    uint32_t others;   /* beside what is ignored */
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

    if (root->glob && (real.len <= root->below ||
                       !glob_match(root->glob, (struct str){real.data + root->below,
                                                            real.len - root->below})))
        return CLAIM_NONE;
    if (root->any_file || discover_is_article(path_name(real)) ||
        (options->is_article != NULL && options->is_article(options->context, real)))
        return CLAIM_WANTED;
    return CLAIM_OTHER;
}

/* Links are not folders here, as in git. */
static bool is_ignored(const struct walk *walk, const struct gitignore *gitignore,
                       struct str real, bool is_folder)
{
    const struct discover_options *options = walk->options;

    if (gitignore_leaves_out(gitignore, real, is_folder))
        return true;
    return options->ignored && options->ignored(options->context, real, is_folder);
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
    struct root *root = folder->root;
    struct stat info;
    enum claim claim = claim_of(walk, folder, path_join(walk->arena, folder->real, name));
    bool wanted = claim == CLAIM_WANTED;

    if (stat(path.data, &info) < 0) {
        if (wanted)
            add_error(walk, path,
                      errno == ENOENT ? "a link to nothing" : file_reason(errno), false);
        root->found += wanted;
        return;
    }
    struct str real = path_real(walk->arena, path.data);
    bool inside = !outside(real, folder->boundary, &walk->options->allowed);
    bool is_folder = S_ISDIR(info.st_mode) && name.data[0] != '.';

    root->found += (S_ISREG(info.st_mode) && wanted) || (is_folder && !inside);
    root->others += S_ISREG(info.st_mode) && claim == CLAIM_OTHER;
    if (is_folder && inside)
        push(walk, &walk->linked,
             (struct visit){.root = root,
                            .path = path,
                            .real = real,
                            .boundary = folder->boundary,
                            .linked = true});
    else if (S_ISREG(info.st_mode) && wanted && inside)
        add_candidate(walk, (struct found){FOUND_FILE, path, real, NULL, false}, true);
    else if ((S_ISREG(info.st_mode) && wanted) || is_folder)
        add_error(walk, path, leads_out, false);
}

static void take_entry(struct walk *walk, const struct visit *folder,
                       const struct gitignore *gitignore, struct folder_entry entry)
{
    struct str path, real;
    bool is_folder = entry.kind == ENTRY_FOLDER;
    enum claim claim;

    if (entry.kind == ENTRY_OTHER || (is_folder && entry.name.data[0] == '.'))
        return;
    real = path_join(walk->arena, folder->real, entry.name);
    claim = is_folder ? CLAIM_NONE : claim_of(walk, folder, real);
    if (entry.kind == ENTRY_FILE && claim != CLAIM_WANTED) {
        folder->root->others += claim == CLAIM_OTHER;
        return;
    }
    if (is_ignored(walk, gitignore, real, is_folder)) {
        /* What a pattern would match in a folder that is not entered is not known. */
        folder->root->ignored += is_folder ? !folder->root->glob : claim == CLAIM_WANTED;
        return;
    }
    folder->root->found += entry.kind == ENTRY_FILE;
    path = path_join(walk->arena, folder->path, entry.name);
    if (is_folder)
        push(walk, &walk->pending,
             (struct visit){.root = folder->root,
                            .path = path,
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
    chain = gitignore_enter(walk->ignored.patterns, folder->real, outer, &trouble);
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
    folder->root->found += !done;
    /* Each folder once: this ends loops of links, and links that multiply each other. */
    if (listing.count > 0 &&
        inode_set_add(&walk->entered, listing.device, listing.inode)) {
        const struct gitignore *gitignore = gitignore_in(walk, folder, &listing);

        for (size_t i = 0; i < listing.count; i++)
            take_entry(walk, folder, gitignore, listing.entries[i]);
    } else if (listing.count > 0) {
        folder->root->overlaps = true;
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
        chain = gitignore_for(&walk->ignored, path_folder(real), &trouble);
    add_trouble(walk, &trouble);
    return chain;
}

static void enter_all(struct walk *walk)
{
    while (walk->pending || walk->linked) {
        bool by_link = walk->pending == NULL;
        struct visit **list = by_link ? &walk->linked : &walk->pending;
        struct visit *folder = *list;

        *list = folder->next;
        if (by_link)
            folder->gitignore = outer_gitignore(walk, folder->real);
        enter(walk, folder);
    }
}

static struct root *add_root(struct walk *walk, struct str path)
{
    struct root *root = arena_alloc(walk->arena, sizeof(*root));
    struct root **last = &walk->roots;

    while (*last)
        last = &(*last)->next;
    root->path = path;
    *last = root;
    return root;
}

/* path is the folder to walk, root what was named. */
static void take_folder(struct walk *walk, struct root *root, struct str path)
{
    struct str real = path_real(walk->arena, path.data);
    struct str repository = path_repository(walk->arena, real).found;

    if (outside_by_link(walk->arena, path, real, &walk->options->allowed)) {
        add_error(walk, path, leads_out, true);
        root->found++;
        return;
    }
    while (path.len > 1 && path.data[path.len - 1] == '/')
        path.len--;
    path = str_is(path, ".") ? STR("") : arena_str(walk->arena, path);
    root->below = real.len + (real.len > 1);
    push(walk, &walk->pending,
         (struct visit){.root = root,
                        .path = path,
                        .real = real,
                        .boundary = repository.len > 0 ? repository : real,
                        .named = true,
                        .gitignore = outer_gitignore(walk, real)});
}

/* The folders of a pattern, up to the first with a mark: `docs` of `docs/x*`. */
static struct str fixed_part(struct arena *arena, struct str pattern)
{
    size_t fixed = 0;

    for (size_t i = 0; i < pattern.len; i++) {
        if (pattern.data[i] == '/' && !glob_has_marks((struct str){pattern.data, i}))
            fixed = i + 1;
    }
    return arena_str(arena, (struct str){pattern.data, fixed});
}

/* Does the pattern say how the names end, as `*.txt` does? Then it names files. */
static bool names_ending(struct str pattern)
{
    struct str name = path_name(pattern);

    for (size_t i = name.len; i > 0; i--)
        if (name.data[i - 1] == '.')
            return i < name.len && !memchr(name.data + i, '*', name.len - i);
    return false;
}

/* A pattern in quotes, which the shell has left alone. False when it is none. */
static bool take_pattern(struct walk *walk, struct str path)
{
    struct str fixed = fixed_part(walk->arena, path);
    struct str rest = {path.data + fixed.len, path.len - fixed.len};
    const struct glob *glob;
    const char *reason;
    struct root *root;

    if (!glob_has_marks(path))
        return false;
    if (fixed.len && path_presence(fixed.data, &reason) != PRESENCE_YES)
        return false;
    glob = glob_compile(walk->arena, rest, GLOB_BRACES, &reason);
    if (!glob)
        return false;
    root = add_root(walk, path);
    root->glob = glob;
    root->any_file = names_ending(rest);
    take_folder(walk, root, fixed.len ? fixed : STR("."));
    return true;
}

/* Is a named file, or a folder above it, ignored? */
static bool is_excluded(struct walk *walk, struct str real)
{
    struct gitignore_trouble trouble = {.reason = NULL};
    const struct gitignore *gitignore =
        walk->options->no_gitignore
            ? NULL
            : gitignore_for(&walk->ignored, path_folder(real), &trouble);

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

    if (walk->options->force_exclude && is_excluded(walk, real)) {
        walk->left_out++;
        return;
    }
    if (outside_by_link(walk->arena, path, real, &walk->options->allowed))
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
            take_folder(walk, add_root(walk, path), path);
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
    } else if (!take_pattern(walk, path)) {
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

static const char *nothing_reason(struct arena *arena, const struct root *root)
{
    const char *path = message_text(arena, root->path);

    if (root->glob && !root->others)
        return arena_format(arena, "no file matches `%s`", path).data;
    if (!root->others)
        return arena_format(arena, "nothing to check in `%s`: no files", path).data;
    if (root->others == 1)
        return arena_format(arena,
                            "nothing to check in `%s`: 1 file, which is not Markdown; "
                            "name it to check it",
                            path)
            .data;
    return arena_format(arena,
                        "nothing to check in `%s`: %u files, none of them Markdown; name "
                        "them to check them",
                        path, root->others)
        .data;
}

/* Without an article a gate would be open: that must be said. What is ignored is meant.
 */
static void judge_roots(struct walk *walk)
{
    bool any = walk->count > 0;

    for (const struct root *root = walk->roots; root; root = root->next) {
        if (root->found || (root->overlaps && any))
            continue;
        walk->left_out += root->ignored;
        walk->others += root->ignored ? root->others : 0;
        if (!root->ignored)
            add_candidate(walk,
                          (struct found){FOUND_NOTHING, root->path, STR(""),
                                         nothing_reason(walk->arena, root), true},
                          false);
    }
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
    *discovery = (struct discovery){items, (uint32_t)kept, walk->left_out, walk->others};
}

void discover(struct arena *arena, const char *const *paths, uint32_t count,
              const struct discover_options *options, struct discovery *discovery)
{
    struct arena *patterns = options->patterns ? options->patterns : arena;
    struct walk walk = {.arena = arena,
                        .options = options,
                        .ignored = {.arena = arena, .patterns = patterns}};

    for (uint32_t i = 0; i < count; i++)
        take_named(&walk, paths[i]);
    enter_all(&walk);
    judge_roots(&walk);
    collect(&walk, discovery);
    free(walk.candidates);
    inode_set_release(&walk.entered);
}
