/* x_file_exists.c - x-file-exists: the value names a file that exists */

#include "lint/base/scanner.h"
#include "lint/base/suggest.h"
#include "lint/base/uri.h"
#include "lint/files/inside.h"
#include "lint/files/path.h"
#include "lint/schema/vocabulary/data_file.h"

struct settings {
    struct base *roots; /* where paths with a leading slash start */
    uint32_t root_count;
    struct str_list suffixes; /* that may be left out in the value */
};

static bool read_roots(struct compiler *c, const struct advice *advice,
                       const struct value *value, struct settings *settings)
{
    bool is_list = value->kind == VALUE_LIST;

    settings->root_count = is_list ? value->count : 1;
    settings->roots =
        arena_array(c->arena, settings->root_count, sizeof(*settings->roots));
    for (uint32_t i = 0; i < settings->root_count; i++)
        if (!schema_folder(c, advice, is_list ? value->entries[i].value : value,
                           &settings->roots[i]))
            return false;
    return true;
}

static bool compile(struct compiler *c, struct advice *advice)
{
    static const char *const options[] = {"root", "suffix", NULL};
    const struct value *value = advice->keyword->value;
    const struct value *root = value_get(value, "root");
    const struct value *suffix = value_get(value, "suffix");
    struct settings *settings = arena_alloc(c->arena, sizeof(*settings));

    return advice_true_or_map(c, advice, settings, options,
                              "true or a map with `root` or `suffix`") &&
           (!root || read_roots(c, advice, root, settings)) &&
           (!suffix || advice_strings(c, advice, suffix, &settings->suffixes));
}

static bool has_template(struct str text)
{
    for (size_t i = 0; i + 1 < text.len; i++)
        if (text.data[i] == '{' && (text.data[i + 1] == '{' || text.data[i + 1] == '%'))
            return true;
    return false;
}

/* Is it not a path in the project, but empty, a URL, a fragment or a template? A scheme
 * of one letter is a drive. */
static bool is_elsewhere(struct str text)
{
    return !text.len || *text.data == '#' || *text.data == '?' ||
           str_starts(text, STR("//")) || uri_scheme(text).len > 1 || has_template(text);
}

/* The search for the file of one value. */
struct search {
    struct advising *x;
    const struct settings *settings;
    struct base *bases; /* where it may be, in this order */
    uint32_t base_count;
    bool blind;         /* it may also be beside the article, whose path is not known */
    enum inside found;  /* the best so far */
    const char *reason; /* of INSIDE_UNKNOWN */
};

/* A file is best; a path that leads out is more worth reporting than a missing one. */
static int rank(enum inside found)
{
    static const int ranks[] = {
        [INSIDE_FILE] = 0,  [INSIDE_LEAVES] = 1,  [INSIDE_FOLDER] = 2,
        [INSIDE_OTHER] = 3, [INSIDE_UNKNOWN] = 4, [INSIDE_MISSING] = 5};

    return ranks[found];
}

static struct inside_place look(const struct search *search, const struct base *base,
                                struct str path)
{
    struct arena *arena = search->x->explanation->arena;
    struct str folder = STR("");

    path_inside(base->folder, base->root, &folder);
    return inside_find(arena, base->root, path_join(arena, folder, path));
}

static void try_one(struct search *search, const struct base *base, struct str path)
{
    struct inside_place place = look(search, base, path);

    if (rank(place.kind) >= rank(search->found))
        return;
    search->found = place.kind;
    search->reason = place.reason;
}

static void try_suffixes(struct search *search, const struct base *base, struct str path)
{
    const struct str_list *suffixes = &search->settings->suffixes;

    try_one(search, base, path);
    for (size_t i = 0; i < suffixes->count && search->found != INSIDE_FILE; i++)
        try_one(search, base,
                arena_format(search->x->explanation->arena, "%.*s%.*s", (int)path.len,
                             path.data, (int)suffixes->items[i].len,
                             suffixes->items[i].data));
}

static struct str without_tail(struct str text)
{
    size_t len = 0;

    while (len < text.len && text.data[len] != '#' && text.data[len] != '?')
        len++;
    return (struct str){text.data, len};
}

/* As written, and as a URL: without what follows # and ?, and percent-decoded. */
static void try_base(struct search *search, const struct base *base, struct str text)
{
    struct arena *arena = search->x->explanation->arena;
    struct str path = without_tail(text);

    try_suffixes(search, base, text);
    if (search->found != INSIDE_FILE && path.len < text.len)
        try_suffixes(search, base, path);
    if (search->found != INSIDE_FILE && memchr(path.data, '%', path.len))
        try_suffixes(search, base, uri_decode(arena, path));
}

/* Beside the article, then in the roots; with a leading slash only in the roots or,
 * without any, in the root of the project. */
static void find_bases(struct search *search, struct str text)
{
    const struct environment *around = search->x->around;
    const struct settings *settings = search->settings;
    bool absolute = *text.data == '/';

    search->bases = arena_array(search->x->explanation->arena,
                                (size_t)settings->root_count + 1, sizeof(struct base));
    search->blind = !absolute && !around->path.len;
    if (!absolute && around->path.len)
        search->bases[search->base_count++] =
            (struct base){around->root, path_folder(around->path)};
    for (uint32_t i = 0; i < settings->root_count; i++)
        search->bases[search->base_count++] = settings->roots[i];
    if (absolute && !settings->root_count)
        search->bases[search->base_count++] = (struct base){around->root, around->root};
}

static struct str without_suffix(struct str name, const struct str_list *suffixes)
{
    for (size_t i = 0; i < suffixes->count; i++)
        if (str_ends(name, suffixes->items[i]))
            return (struct str){name.data, name.len - suffixes->items[i].len};
    return name;
}

/* The nearest name in the folder where the file would be below a base. */
static struct str nearest_below(const struct search *search, const struct base *base,
                                struct str path)
{
    struct arena *arena = search->x->explanation->arena;
    struct str prefix = {path.data, path.len - path_name(path).len};
    struct inside_place place;
    struct str_list names;
    struct str *choices;
    size_t count = 0;

    place = look(search, base, prefix);
    if (place.kind != INSIDE_FOLDER)
        return STR("");
    names = path_names(arena, place.real);
    choices = arena_array(arena, names.count, sizeof(*choices));
    for (size_t i = 0; i < names.count; i++)
        if (*names.items[i].data != '.')
            choices[count++] =
                without_suffix(names.items[i], &search->settings->suffixes);
    return suggest_nearest(path_name(path), choices, count);
}

static struct str nearest_path(const struct search *search, struct str text)
{
    struct str path = without_tail(text);
    struct str nearest = STR("");
    size_t prefix = path.len - path_name(path).len;

    for (uint32_t i = 0; i < search->base_count && !nearest.len; i++)
        nearest = nearest_below(search, &search->bases[i], path);
    if (!nearest.len)
        return nearest;
    return arena_format(search->x->explanation->arena, "%.*s%.*s%.*s", (int)prefix,
                        text.data, (int)nearest.len, nearest.data,
                        (int)(text.len - path.len), text.data + path.len);
}

static void report(struct search *search, const struct advice *advice,
                   const struct place *place)
{
    struct advising *x = search->x;
    struct str text = place->value->text;
    const char *found = advice_quote(x, text).data;
    struct failure *failure;

    if (search->found == INSIDE_LEAVES) {
        advise(x, advice, place, "stay inside the project, found %s", found);
    } else if (search->found == INSIDE_UNKNOWN) {
        advise(x, advice, place, "name a file that can be looked at, found %s (%s)",
               found, search->reason);
    } else if (search->found == INSIDE_FOLDER) {
        advise(x, advice, place, "name a file, but %s is a folder", found);
    } else {
        failure = advise(x, advice, place, "name a file that exists, found %s", found);
        advice_suggest(x, failure, nearest_path(search, text));
    }
}

static void check(struct advising *x, const struct advice *advice,
                  const struct place *place)
{
    struct search search = {
        .x = x, .settings = advice->settings, .found = INSIDE_MISSING};
    struct str text = place->value->text;

    if (!search.settings || is_elsewhere(text))
        return;
    find_bases(&search, text);
    for (uint32_t i = 0; i < search.base_count && search.found != INSIDE_FILE; i++)
        try_base(&search, &search.bases[i], text);
    if (search.found != INSIDE_FILE && !search.blind)
        report(&search, advice, place);
}

const struct extension x_file_exists = {
    .name = "x-file-exists",
    .help = "the value is the path of a file in the project",
    .kinds = KIND_STRING,
    .compile = compile,
    .check = check,
};
