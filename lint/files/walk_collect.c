/* walk_collect.c - what a walk has found, sorted and each file once */

#include <stdlib.h>
#include <string.h>

#include "lint/base/message.h"
#include "lint/files/walk.h"

/* A path in the pieces that it is kept in. */
struct pieces {
    struct str items[3];
};

/* As path_join() would join them. */
static struct pieces pieces_of(struct str folder, const char *name)
{
    bool apart = folder.len && folder.data[folder.len - 1] != '/';

    return (struct pieces){{folder, {"/", apart}, str_from(name)}};
}

/* The order of the bytes of two paths that are not made. */
static int compare_pieces(struct pieces a, struct pieces b)
{
    struct str *x = a.items, *y = b.items;

    while (x < a.items + 3 && y < b.items + 3) {
        size_t len = x->len < y->len ? x->len : y->len;
        int order = memcmp(x->data, y->data, len);

        if (order)
            return order;
        *x = (struct str){x->data + len, x->len - len};
        *y = (struct str){y->data + len, y->len - len};
        x += !x->len;
        y += !y->len;
    }
    while (x < a.items + 3 && !x->len)
        x++;
    while (y < b.items + 3 && !y->len)
        y++;
    return (x < a.items + 3) - (y < b.items + 3);
}

static struct pieces path_of(const struct found_item *item)
{
    return pieces_of(item->folder ? item->folder->path : STR(""), item->name);
}

/* Empty for what is no file. */
static struct pieces real_of(const struct found_item *item)
{
    if (item->folder)
        return pieces_of(item->folder->real, item->name);
    return pieces_of(STR(""), item->kind == FOUND_FILE ? item->real : "");
}

/* Most are of one folder. */
static bool are_together(const struct found_item *x, const struct found_item *y)
{
    return x->folder && x->folder == y->folder;
}

static int compare_paths(const struct found_item *x, const struct found_item *y)
{
    return are_together(x, y) ? strcmp(x->name, y->name)
                              : compare_pieces(path_of(x), path_of(y));
}

static int compare_reals(const struct found_item *x, const struct found_item *y)
{
    return are_together(x, y) ? strcmp(x->name, y->name)
                              : compare_pieces(real_of(x), real_of(y));
}

/* Among the paths of one file the one to keep comes first: named, without links,
 * smaller. */
static int by_file(const void *a, const void *b)
{
    const struct found_item *x = a, *y = b;
    int order = compare_reals(x, y);

    if (order != 0)
        return order;
    if (x->named != y->named)
        return x->named ? -1 : 1;
    if (x->linked != y->linked)
        return x->linked ? 1 : -1;
    return compare_paths(x, y);
}

static int by_path(const void *a, const void *b)
{
    return compare_paths(a, b);
}

/* Errors have no real path; a path that fails twice is reported once. */
static bool is_repeated(const struct found_item *a, const struct found_item *b)
{
    if (a->kind == FOUND_FILE || b->kind == FOUND_FILE)
        return a->kind == b->kind && !compare_reals(a, b);
    return !compare_paths(a, b);
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

void walk_judge_roots(struct walk *walk)
{
    bool any = walk->count > 0;

    for (const struct root *root = walk->roots; root; root = root->next) {
        if (root->found || (root->overlaps && any))
            continue;
        walk->left_out += root->ignored;
        walk->others += root->ignored ? root->others : 0;
        if (!root->ignored)
            walk_add(walk,
                     (struct found_item){.name = root->path.data,
                                         .reason = nothing_reason(walk->arena, root),
                                         .kind = FOUND_NOTHING,
                                         .named = true});
    }
}

void walk_collect(struct walk *walk, struct discovery *discovery)
{
    struct found_item *found = walk->items;
    struct found_item *items;
    size_t kept = 0;

    if (walk->count > 0)
        qsort(found, walk->count, sizeof(*found), by_file);
    for (size_t i = 0; i < walk->count; i++) {
        if (kept == 0 || !is_repeated(&found[kept - 1], &found[i]))
            found[kept++] = found[i];
    }
    if (kept > 0)
        qsort(found, kept, sizeof(*found), by_path);
    items = arena_array(walk->arena, kept, sizeof(*items));
    if (kept > 0)
        memcpy(items, found, kept * sizeof(*items));
    *discovery = (struct discovery){items, (uint32_t)kept, walk->left_out, walk->others};
}
