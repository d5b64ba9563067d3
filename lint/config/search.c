/* search.c - finds the config of a folder */

#include "lint/config/search.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "lint/base/message.h"
#include "lint/config/config.h"
#include "lint/config/file.h"
#include "lint/config/markdownlint.h"
#include "lint/config/markdownlint_file.h"
#include "lint/files/path.h"

/* The upward search for the config of one folder. */
struct ascent {
    struct str folder;     /* where it is */
    struct str repository; /* empty when it started outside of any */
    const struct config_file *found;
};

/* Of several in a folder the first counts. */
static const char *const names[] = {"stet.yaml", "stet.yml", ".stet.yaml", ".stet.yml",
                                    "stet.json"};

enum { NAMES = sizeof(names) / sizeof(*names) };

bool config_is_name(struct str name)
{
    for (int i = 0; i < NAMES; i++)
        if (str_is(name, names[i]))
            return true;
    return markdownlint_is_name(name);
}

struct str config_own_in(struct arena *arena, struct str folder)
{
    const char *reason;

    for (size_t i = 0; i < NAMES; i++) {
        struct str path = path_join(arena, folder, str_from(names[i]));

        if (path_presence(path.data, &reason) != PRESENCE_NO)
            return path;
    }
    return STR("");
}

/* A config that any user could have put there is not read. */
static bool is_open_to_all(struct str folder)
{
    struct stat info;

    return stat(folder.data, &info) == 0 && (info.st_mode & S_IWOTH);
}

static const char *shown(struct config_search *search, struct str path)
{
    struct arena *arena = search->arena;

    return message_text(arena, path_shown(arena, path));
}

static void pass_over(struct config_search *search, struct str path)
{
    if (!path.len)
        return;
    config_note(search->reader,
                arena_format(search->arena,
                             "`%s` is not used: every user may write to its folder, "
                             "which is in no repository",
                             shown(search, path)));
}

/* Of several configs in a folder the first counts: whoever edits another should know. */
static void pass_over_others(struct config_search *search, struct str used)
{
    struct str name = path_name(used);
    const char *reason;

    for (size_t i = 0; i < NAMES; i++) {
        struct str path = path_join(search->arena, path_folder(used), str_from(names[i]));

        if (!str_equal(path, used) && path_presence(path.data, &reason) == PRESENCE_YES)
            config_note(search->reader,
                        arena_format(search->arena,
                                     "`%s` is not used: `%.*s` is beside it",
                                     shown(search, path), (int)name.len, name.data));
    }
}

static const struct config_file *read_found(struct config_search *search,
                                            const struct ascent *ascent, struct str path)
{
    static const struct config_place place = {.named = false};
    const struct config_file *file;

    search->reader->reach.root =
        ascent->repository.len ? ascent->repository : ascent->folder;
    allowance_begin(search->allowance);
    file = config_file_read(search->reader, path, &place);
    allowance_end(search->allowance);
    return file;
}

static struct str home_folder(struct arena *arena)
{
    const char *home = getenv("HOME");

    return home && *home == '/' ? path_real(arena, home) : STR("");
}

/* Only a search outside of any repository asks for it. */
static struct str home_of(struct config_search *search)
{
    if (!search->home.data)
        search->home = home_folder(search->arena);
    return search->home;
}

/* Does the search through folders end in this one, which it still looks at? */
static bool is_last(struct config_search *search, struct str folder,
                    struct str repository)
{
    return str_equal(folder, repository.len ? repository : home_of(search)) ||
           str_is(folder, "/");
}

/* Looks for a config in one folder. True when the search ends here. */
static bool ascent_ends(struct config_search *search, struct ascent *ascent)
{
    struct str path = config_own_in(search->arena, ascent->folder);
    bool loose = ascent->repository.len == 0;

    if (loose && is_open_to_all(ascent->folder)) {
        pass_over(search, path);
        return true;
    }
    if (path.len) {
        pass_over_others(search, path);
        ascent->found = read_found(search, ascent, path);
        return true;
    }
    return is_last(search, ascent->folder, ascent->repository);
}

/* Looks for the repository upwards, and complains of what cannot be looked at. */
static struct str find_repository(struct config_search *search, struct str folder)
{
    struct path_search found = path_repository(search->arena, folder);

    if (found.unknown.len)
        config_complain(search->reader, NULL, span_make(0, 0),
                        arena_format(search->arena, "`%s` cannot be looked at: %s",
                                     shown(search, found.unknown), found.reason));
    return found.found;
}

/* That of the folder above, when that is known and the folder is no repository itself:
 * mostly nothing else has to be looked at. */
static const struct str *outer_repository(struct config_search *search, struct str folder)
{
    struct str git = path_join(search->arena, folder, STR(".git"));
    const char *reason;
    void *known;

    if (!str_map_get(&search->repositories, path_folder(folder), &known) ||
        path_presence(git.data, &reason) != PRESENCE_NO)
        return NULL;
    return known;
}

/* The repository that a folder is in, or an empty string. */
static struct str repository_of(struct config_search *search, struct str folder)
{
    const struct str *outer = outer_repository(search, folder);
    struct str *found = arena_alloc(search->arena, sizeof(*found));

    /* It is found as a view, and remembered. */
    folder = arena_str(search->arena, folder);
    *found = outer ? *outer : find_repository(search, folder);
    str_map_put(&search->repositories, search->arena, folder, found);
    return *found;
}

/* Records the config for the folders from the first up to the last, which contains it. */
static void remember(struct config_search *search, struct str first, struct str last,
                     const struct config_file *found)
{
    struct arena *arena = search->arena;

    for (struct str at = first; at.len >= last.len; at = path_folder(at)) {
        str_map_put(&search->folders, arena, arena_str(arena, at),
                    (void *)(uintptr_t)found);
        if (at.len == last.len)
            break;
    }
}

/* What a config of markdownlint's may name files in. */
static struct str foreign_root(struct config_search *search, struct str folder,
                               const struct config_file *outer)
{
    struct str repository = repository_of(search, folder);

    if (repository.len)
        return repository;
    return outer ? outer->foreign->base->folder : path_project(search->arena, folder);
}

static void add_made(struct config_search *search, const struct config_file *file)
{
    search->made = arena_make_room(search->arena, search->made, search->made_count,
                                   &search->made_capacity, sizeof(*search->made));
    search->made[search->made_count++] = file;
}

static const struct config_file *foreign_in(struct config_search *search,
                                            struct str folder)
{
    struct str repository = repository_of(search, folder);
    const struct config_file *outer;
    const struct config_file *found;
    void *known;

    if (str_map_get(&search->foreign, folder, &known))
        return known;
    if (!repository.len && is_open_to_all(folder))
        return NULL;
    outer = is_last(search, folder, repository)
                ? NULL
                : foreign_in(search, arena_str(search->arena, path_folder(folder)));
    search->reader->reach.root = foreign_root(search, folder, outer);
    allowance_begin(search->allowance);
    found = markdownlint_enter(search->reader, folder, outer);
    allowance_end(search->allowance);
    if (found && found != outer)
        add_made(search, found);
    str_map_put(&search->foreign, search->arena, folder, (void *)(uintptr_t)found);
    return found;
}

/* The config of stet's own, or NULL. */
static const struct config_file *own_in(struct config_search *search, struct str folder)
{
    struct ascent ascent = {.found = NULL};
    void *known;

    if (str_map_get(&search->folders, folder, &known))
        return known;
    ascent.folder = arena_str(search->arena, folder);
    ascent.repository = repository_of(search, folder);
    while (!ascent_ends(search, &ascent)) {
        ascent.folder = arena_str(search->arena, path_folder(ascent.folder));
        if (str_map_get(&search->folders, ascent.folder, &known)) {
            ascent.found = known;
            break;
        }
    }
    remember(search, folder, ascent.folder, ascent.found);
    return ascent.found;
}

const struct config_file *config_search_folder(struct config_search *search,
                                               struct str folder)
{
    const struct config_file *own = search->only_foreign ? NULL : own_in(search, folder);

    /* One that has errors is no reason to look for others. */
    if (own || search->reader->error_count)
        return own;
    return foreign_in(search, arena_str(search->arena, folder));
}

struct str config_search_root(struct config_search *search, struct str folder)
{
    struct str repository = repository_of(search, folder);

    return repository.len ? repository : folder;
}

void config_search_init(struct config_search *search, struct config_reader *reader,
                        struct arena *arena)
{
    *search = (struct config_search){.reader = reader, .arena = arena};
}
