/* gitignore.c - the .gitignore files that hold in a folder */

#include "lint/files/gitignore.h"

#include "lint/base/buf.h"
#include "lint/files/file.h"
#include "lint/files/path.h"

const struct gitignore *gitignore_enter(struct arena *arena, struct str folder,
                                        const struct gitignore *outer)
{
    struct str path = path_join(arena, folder, STR(".gitignore"));
    struct gitignore *own = arena_alloc(arena, sizeof(*own));
    struct buf text = BUF_INIT;

    if (file_read(path.data, GITIGNORE_MAX_BYTES, &text) == NULL)
        ignore_read(&own->list, arena_str(arena, buf_str(&text)), arena);
    buf_release(&text);
    if (own->list.count == 0)
        return outer;
    own->folder = folder;
    own->outer = outer;
    return own;
}

const struct gitignore *gitignore_for(struct arena *arena, struct str folder)
{
    struct str root = path_repository(arena, folder);
    const struct gitignore *chain = NULL;

    if (root.len == 0)
        return gitignore_enter(arena, folder, NULL);
    for (size_t len = root.len; len < folder.len; len++) {
        if (len == root.len || folder.data[len] == '/')
            chain = gitignore_enter(arena, (struct str){folder.data, len}, chain);
    }
    return gitignore_enter(arena, folder, chain);
}

bool gitignore_leaves_out(const struct gitignore *chain, struct str path, bool is_folder)
{
    for (; chain != NULL; chain = chain->outer) {
        struct str rest;

        if (!path_inside(path, chain->folder, &rest))
            continue;
        enum ignore_verdict verdict = ignore_match(&chain->list, rest, is_folder);

        if (verdict != IGNORE_SILENT)
            return verdict == IGNORE_LEAVE;
    }
    return false;
}
