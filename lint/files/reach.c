/* reach.c - the folders that may be read: the project, and what the user allows */

#include "lint/files/reach.h"

#include "lint/files/path.h"

/* False when the path, as written, is not in the folder, or leaves it. */
static bool find_in(struct arena *arena, struct str folder, struct str path,
                    struct inside_place *place)
{
    struct str rest = STR("");

    if (!str_equal(path, folder) && !path_inside(path, folder, &rest))
        return false;
    *place = inside_find(arena, folder, rest);
    return place->kind != INSIDE_LEAVES;
}

/* A link from one folder that may be read to another one leaves the first. */
static bool find_allowed(struct arena *arena, const struct reach *reach, struct str path,
                         struct inside_place *place)
{
    struct str written = path_absolute(arena, path.data);
    struct str real = path_real(arena, path.data);

    for (size_t i = 0; i < reach->allowed.count; i++)
        if (find_in(arena, reach->allowed.items[i], written, place) ||
            find_in(arena, reach->allowed.items[i], real, place))
            return true;
    return find_in(arena, reach->root, real, place);
}

struct inside_place reach_find(struct arena *arena, const struct reach *reach,
                               struct str path)
{
    struct inside_place place;

    if (find_in(arena, reach->root, path, &place) ||
        (reach->allowed.count && find_allowed(arena, reach, path, &place)))
        return place;
    return (struct inside_place){.kind = INSIDE_LEAVES, .real = STR("")};
}

struct str reach_nearest(struct arena *arena, const struct reach *reach, struct str path)
{
    struct str rest, nearest;

    if (!path_inside(path, reach->root, &rest))
        return STR("");
    nearest = inside_nearest(arena, reach->root, rest);
    return nearest.len ? path_join(arena, reach->root, nearest) : nearest;
}
