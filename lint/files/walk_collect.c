/* walk_collect.c - what a walk has found, sorted and each file once */

#include <stdlib.h>

#include "lint/base/message.h"
#include "lint/files/walk.h"

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
                     (struct found){FOUND_NOTHING, root->path, STR(""),
                                    nothing_reason(walk->arena, root), true},
                     false);
    }
}

void walk_collect(struct walk *walk, struct discovery *discovery)
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
