/* discover.c - from paths on the command line to a sorted list of files */

#include "lint/files/discover.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lint/files/file.h"
#include "lint/files/outside.h"
#include "lint/files/path.h"
#include "lint/files/walk.h"

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
        walk_add_error(walk, path, walk_leads_out, true);
        root->found++;
        return;
    }
    while (path.len > 1 && path.data[path.len - 1] == '/')
        path.len--;
    path = str_is(path, ".") ? STR("") : arena_str(walk->arena, path);
    root->below = real.len + (real.len > 1);
    walk_push(walk, &walk->pending,
              (struct visit){.root = root,
                             .folder = {path, real, false},
                             .boundary = repository.len > 0 ? repository : real,
                             .named = true,
                             .gitignore = walk_outer_gitignore(walk, real)});
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
        walk_ways(walk, path_folder(real)) & DISCOVER_NO_GITIGNORE
            ? NULL
            : gitignore_for(&walk->ignored, path_folder(real), &trouble);

    walk_add_trouble(walk, &trouble);
    for (size_t len = 1; len < real.len; len++) {
        if (real.data[len] == '/' &&
            walk_ignores(walk, gitignore, (struct str){real.data, len}, true))
            return true;
    }
    return walk_ignores(walk, gitignore, real, false);
}

static void take_file(struct walk *walk, struct str path)
{
    struct str real = path_real(walk->arena, path.data);

    if (walk->options->force_exclude && is_excluded(walk, real)) {
        walk->left_out++;
        return;
    }
    if (outside_by_link(walk->arena, path, real, &walk->options->allowed))
        walk_add_error(walk, path, walk_leads_out, true);
    else
        walk_add(walk, (struct found_item){.name = path.data,
                                           .real = real.data,
                                           .kind = FOUND_FILE,
                                           .named = true});
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
            walk_add_error(walk, path, "not a regular file", true);
        return;
    }
    if (errno != ENOENT && errno != ENOTDIR) {
        walk_add_error(walk, path, file_reason(errno), true);
    } else if (lstat(name, &info) == 0) {
        walk_add_error(walk, path, "a link to nothing", true);
    } else if (!take_pattern(walk, path)) {
        walk_add(walk, (struct found_item){.name = path.data,
                                           .reason = "no such file or folder",
                                           .kind = FOUND_MISSING,
                                           .named = true});
    }
}

struct found found_of(const struct found_item *item, struct arena *arena)
{
    struct found found = {.kind = (enum found_kind)item->kind, .named = item->named};
    struct str name = str_from(item->name);

    if (item->folder) {
        found.path = path_join(arena, item->folder->path, name);
        found.real = path_join(arena, item->folder->real, name);
        return found;
    }
    found.path = name;
    found.real = item->kind == FOUND_FILE ? str_from(item->real) : STR("");
    found.reason = item->kind == FOUND_FILE ? NULL : item->reason;
    return found;
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
    walk_enter_all(&walk);
    walk_judge_roots(&walk);
    walk_collect(&walk, discovery);
    arena_release(&walk.names);
    free(walk.items);
    inode_set_release(&walk.entered);
}
