/* own_folder.c - an empty folder for a single test */

#include "lint/tool/own_folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/memory.h"

bool own_folder_make(struct own_folder *folder)
{
    char made[] = "/tmp/stet-test-XXXXXX";
    char *real = mkdtemp(made) ? realpath(made, NULL) : NULL;
    bool fits = real && strlen(real) < sizeof(folder->path);

    *folder = (struct own_folder){{0}};
    if (fits)
        memcpy(folder->path, real, strlen(real) + 1);
    free(real);
    return fits;
}

bool own_folder_remove(struct own_folder *folder)
{
    char command[2 * sizeof(folder->path) + 64];

    if (!folder->path[0])
        return true;
    snprintf(command, sizeof(command), "chmod -R u+rwx %s; rm -rf %s", folder->path,
             folder->path);
    return system(command) == 0;
}

bool own_folder_enter(struct own_folder *folder)
{
    return own_folder_make(folder) && chdir(folder->path) == 0;
}

bool own_folder_leave(struct own_folder *folder)
{
    return chdir("/") == 0 && own_folder_remove(folder);
}

int own_place_enter(void **state)
{
    struct own_place *place = memory_zeroed(1, sizeof(*place));

    arena_init(&place->arena);
    *state = place;
    return !own_folder_enter(&place->folder);
}

int own_place_leave(void **state)
{
    struct own_place *place = *state;
    bool left = own_folder_leave(&place->folder);

    arena_release(&place->arena);
    free(place);
    return !left;
}
