/* gitignore.c - the .gitignore files that apply to a folder */

#include "lint/files/gitignore.h"

#include "lint/base/buf.h"
#include "lint/files/file.h"
#include "lint/files/path.h"

static void add_trouble(struct gitignore_trouble *trouble, struct str path,
                        const char *reason)
{
    if (trouble->path.len == 0)
        *trouble = (struct gitignore_trouble){path, reason};
}

/* Reads the file at path into the list. False when there is a file but it cannot be
 * read. */
static bool read_list(struct ignore_list *list, struct arena *arena, struct str path,
                      const char **reason)
{
    enum presence presence = path_presence(path.data, reason);
    struct buf text = BUF_INIT;
    bool done;

    if (presence != PRESENCE_YES)
        return presence == PRESENCE_NO;
    done = file_read(path.data, GITIGNORE_MAX_BYTES, &text, reason);
    if (done)
        ignore_read(list, arena_str(arena, buf_str(&text)), arena);
    buf_release(&text);
    return done;
}

const struct gitignore *gitignore_enter(struct arena *arena, struct str folder,
                                        const struct gitignore *outer,
                                        struct gitignore_trouble *trouble)
{
    struct str path = path_join(arena, folder, STR(".gitignore"));
    struct gitignore *own = arena_alloc(arena, sizeof(*own));
    const char *reason;

    if (!read_list(&own->list, arena, path, &reason))
        add_trouble(trouble, path, reason);
    if (own->list.count == 0)
        return outer;
    own->folder = folder;
    own->outer = outer;
    return own;
}

/* The chain of a folder, from the cache once it is known. */
static const struct gitignore *known_chain(struct gitignore_cache *cache,
                                           struct str folder,
                                           const struct gitignore *outer,
                                           struct gitignore_trouble *trouble)
{
    const struct gitignore *chain;
    void *known;

    if (str_map_get(&cache->chains, folder, &known))
        return known;
    folder = arena_str(cache->arena, folder);
    chain = gitignore_enter(cache->patterns, folder, outer, trouble);
    str_map_put(&cache->chains, cache->arena, folder, (void *)(uintptr_t)chain);
    return chain;
}

const struct gitignore *gitignore_for(struct gitignore_cache *cache, struct str folder,
                                      struct gitignore_trouble *trouble)
{
    struct path_search repository = path_repository(cache->arena, folder);
    struct str root = repository.found;
    const struct gitignore *chain = NULL;

    if (repository.unknown.len > 0)
        add_trouble(trouble, repository.unknown, repository.reason);
    if (root.len == 0)
        return known_chain(cache, folder, NULL, trouble);
    for (size_t len = root.len; len < folder.len; len++) {
        if (len == root.len || folder.data[len] == '/')
            chain = known_chain(cache, (struct str){folder.data, len}, chain, trouble);
    }
    return known_chain(cache, folder, chain, trouble);
}

bool gitignore_leaves_out(const struct gitignore *chain, struct str path, bool is_folder)
{
    for (; chain; chain = chain->outer) {
        struct str rest;

        if (!path_inside(path, chain->folder, &rest))
            continue;
        enum ignore_verdict verdict = ignore_match(&chain->list, rest, is_folder);

        if (verdict != IGNORE_SILENT)
            return verdict == IGNORE_LEAVE;
    }
    return false;
}
