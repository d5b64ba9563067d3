/* changes.c - the lines of files that differ from a commit */

#include "lint/git/changes.h"

#include "lint/base/message.h"
#include "lint/base/str_map.h"
#include "lint/files/path.h"
#include "lint/git/base.h"
#include "lint/git/hunks.h"
#include "lint/git/process.h"

/* A repository with files that are asked about. */
struct repository {
    struct repository *next;
    struct str root;
    struct str base;      /* empty: all of it is new */
    struct str_map known; /* paths below root in the index */
    struct str_map changed;
    bool is_compared;
};

struct search {
    struct arena *arena;
    const char *rev;
    struct str here;        /* root of the repository of the current folder, or empty */
    struct str folder;      /* of the last file */
    struct str root;        /* of the repository around it, or empty */
    struct str_map endings; /* of the names of the files: ".md" */
    struct repository *repositories;
    struct str *why;
};

static const struct changed_lines all_lines = {.whole = true};
static const struct changed_lines no_lines = {.whole = false};

bool changed_lines_touch(const struct changed_lines *lines, uint32_t from, uint32_t to)
{
    uint32_t low = 0;
    uint32_t high = lines->count;

    if (lines->whole)
        return true;
    /* The first range that does not end before `from`. */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct line_range *range = &lines->ranges[middle];
        uint64_t end = (uint64_t)range->first + range->count;

        if (range->count ? end <= from : end < from && end > 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < lines->count && lines->ranges[low].first <= to; low++) {
        const struct line_range *range = &lines->ranges[low];

        if (range->count || range->first < to)
            return range->count || range->first >= from || from == 1;
    }
    return false;
}

static bool find_base(struct search *search, struct repository *repository);

static struct repository *repository_at(struct search *search, struct str root)
{
    struct repository *repository = search->repositories;

    while (repository && !str_equal(repository->root, root))
        repository = repository->next;
    if (repository)
        return repository;
    repository = arena_alloc(search->arena, sizeof(*repository));
    repository->root = arena_str(search->arena, root);
    if (!find_base(search, repository))
        return NULL;
    repository->next = search->repositories;
    search->repositories = repository;
    return repository;
}

/* A repository in another is its submodule, or nothing that the other knows of. */
static bool find_base(struct search *search, struct repository *repository)
{
    struct str root = repository->root;
    struct str outer = STR("");
    struct repository *around;

    *search->why = STR("");
    if (!str_equal(root, search->here))
        outer = path_repository(search->arena, path_folder(root)).found;
    if (!outer.len) {
        repository->base =
            base_of_revision(search->arena, root, search->rev, search->why);
        return repository->base.len > 0;
    }
    around = repository_at(search, outer);
    if (!around)
        return false;
    if (around->base.len)
        repository->base = base_of_submodule(search->arena, root, around->root,
                                             around->base, search->why);
    return !search->why->len;
}

static bool run(struct search *search, const struct repository *repository,
                const char *const *arguments, struct buf *out)
{
    struct git_call call = {repository->root, arguments};
    struct str words;
    int status = 0;
    bool ran = git_run(search->arena, &call, &status, out, &words);

    /* `git config` ends with 1 when there is nothing to list. */
    if (ran && (status == 0 || (status == 1 && str_is(str_from(arguments[0]), "config"))))
        return true;
    *search->why = arena_format(search->arena, "git cannot say what changed: %s",
                                words.len ? message_text(search->arena, words)
                                          : "it does not say why");
    return false;
}

/* The next text that ends with a NUL. */
static bool next_name(struct str *rest, struct str *name)
{
    const char *end = rest->len ? memchr(rest->data, '\0', rest->len) : NULL;

    if (!end)
        return false;
    *name = (struct str){rest->data, (size_t)(end - rest->data)};
    *rest = (struct str){end + 1, rest->len - name->len - 1};
    return true;
}

/* A list of arguments for git. */
struct argument_list {
    const char *items[GIT_ARGUMENTS_MAX];
    uint32_t count;
};

static void add_argument(struct argument_list *list, const char *argument)
{
    list->items[list->count++] = argument;
}

/* A pattern that finds the start of functions may be one that git refuses to compile. */
static bool override_patterns(struct search *search, struct repository *repository,
                              struct argument_list *list)
{
    enum { PATTERNS_MAX = 100 }; /* drivers that one repository needs */
    static const char *const arguments[] = {"config",
                                            "--name-only",
                                            "-z",
                                            "--get-regexp",
                                            "^diff[.].*[.](xfuncname|funcname)$",
                                            NULL};
    struct buf out = BUF_INIT;
    bool ran = run(search, repository, arguments, &out);
    struct str rest = buf_str(&out);
    struct str name;

    while (ran && list->count < PATTERNS_MAX && next_name(&rest, &name)) {
        if (memchr(name.data, '=', name.len))
            continue;
        add_argument(list, "-c");
        add_argument(
            list, arena_format(search->arena, "%.*s=^$", (int)name.len, name.data).data);
    }
    buf_release(&out);
    return ran;
}

/* Of what else there is, pictures for one, nothing is to be written out. */
static void add_endings(struct search *search, struct argument_list *list)
{
    enum { ENDINGS_MAX = 100 }; /* else everything is compared */

    add_argument(list, "--");
    if (search->endings.count > ENDINGS_MAX)
        return;
    for (size_t i = 0; i < search->endings.capacity; i++)
        if (search->endings.slots[i].key.data)
            add_argument(list, search->endings.slots[i].value);
}

/* Those of the asked kinds: a repository may have many others. */
static bool list_known(struct search *search, struct repository *repository)
{
    struct argument_list list = {{"ls-files", "-z", "--cached"}, 3};
    struct buf out = BUF_INIT;
    struct str rest, name;
    bool ran;

    add_endings(search, &list);
    add_argument(&list, NULL);
    ran = run(search, repository, list.items, &out);
    rest = buf_str(&out);
    while (ran && next_name(&rest, &name))
        str_map_put(&repository->known, search->arena, arena_str(search->arena, name),
                    NULL);
    buf_release(&out);
    return ran;
}

static bool compare(struct search *search, struct repository *repository)
{
    static const char *const options[] = {"diff-index",
                                          "-p",
                                          "-U0",
                                          "-M",
                                          "-l1000",
                                          "--text",
                                          "--no-color",
                                          "--no-ext-diff",
                                          "--no-textconv",
                                          "--no-relative",
                                          "--ignore-submodules=all",
                                          "--inter-hunk-context=0",
                                          "--diff-algorithm=myers",
                                          "--src-prefix=a/",
                                          "--dst-prefix=b/"};
    struct argument_list list = {.count = 0};
    struct buf out = BUF_INIT;
    bool done;

    if (!override_patterns(search, repository, &list))
        return false;
    for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++)
        add_argument(&list, options[i]);
    add_argument(&list, repository->base.data);
    add_endings(search, &list);
    add_argument(&list, NULL);
    done = run(search, repository, list.items, &out);
    if (done && !hunks_read(search->arena, buf_str(&out), &repository->changed)) {
        *search->why = STR("git cannot say what changed: its diff is not understood");
        done = false;
    }
    buf_release(&out);
    return done;
}

/* `:(glob)` with what has a meaning in patterns as itself. */
static char *pattern_of(struct arena *arena, struct str ending, bool is_name)
{
    struct buf out = BUF_INIT;
    struct str made;

    buf_puts(&out, is_name ? ":(top,glob)**/" : ":(top,glob)**/*");
    for (size_t i = 0; i < ending.len; i++) {
        if (memchr("*?[]\\", ending.data[i], 5))
            buf_putc(&out, '\\');
        buf_putc(&out, ending.data[i]);
    }
    made = arena_str(arena, buf_str(&out));
    buf_release(&out);
    return (char *)made.data;
}

static void note_endings(struct search *search, const struct changed_files *files)
{
    for (uint32_t i = 0; i < files->count; i++) {
        struct str name = path_name(files->paths[i]);
        struct str ending = name;
        void *known;

        while (ending.len && ending.data[0] != '.')
            ending = (struct str){ending.data + 1, ending.len - 1};
        if (!ending.len)
            ending = name;
        if (!str_map_get(&search->endings, ending, &known))
            str_map_put(&search->endings, search->arena, ending,
                        pattern_of(search->arena, ending, ending.len == name.len));
    }
}

/* Files come in order: those of one folder, which is looked at once, together. */
static struct str root_of(struct search *search, struct str path)
{
    struct str folder = path_folder(path);

    if (!search->folder.data || !str_equal(folder, search->folder)) {
        search->folder = folder;
        search->root = path_repository(search->arena, folder).found;
    }
    return search->root;
}

static bool find_lines(struct search *search, struct str path,
                       const struct changed_lines **lines)
{
    struct str root = root_of(search, path);
    struct repository *repository;
    void *found;
    struct str below;

    if (!root.len) {
        *search->why =
            arena_format(search->arena,
                         "`%s` is compared with a commit, and no git repository is here",
                         message_text(search->arena, path));
        return false;
    }
    repository = repository_at(search, root);
    if (!repository)
        return false;
    *lines = &all_lines;
    if (!repository->base.len || !path_inside(path, root, &below))
        return true;
    if (!repository->is_compared &&
        !(list_known(search, repository) && compare(search, repository)))
        return false;
    repository->is_compared = true;
    if (!str_map_get(&repository->known, below, &found))
        return true;
    *lines = &no_lines;
    if (str_map_get(&repository->changed, below, &found))
        *lines = found;
    return true;
}

bool git_changes(struct arena *arena, const char *rev, const struct changed_files *files,
                 struct str *why)
{
    struct search search = {.arena = arena, .rev = rev, .why = why};

    search.here = path_repository(arena, path_real(arena, ".")).found;
    if (!search.here.len && !files->count) {
        *why = STR("no git repository is here");
        return false;
    }
    if (search.here.len && !repository_at(&search, search.here))
        return false;
    note_endings(&search, files);
    for (uint32_t i = 0; i < files->count; i++)
        if (!find_lines(&search, files->paths[i], &files->lines[i]))
            return false;
    return true;
}
