/* own_folder.h - an empty folder for a single test */
#ifndef LINT_TOOL_OWN_FOLDER_H
#define LINT_TOOL_OWN_FOLDER_H

#include <stdbool.h>

#include "lint/base/arena.h"

/* Its path: absolute, links resolved. Empty when there is none. */
struct own_folder {
    char path[64];
};

/* Creates one below /tmp; false, with an empty path, when that fails. */
bool own_folder_make(struct own_folder *folder);

/* Removes it with everything in it, even folders without permissions. It must not be the
 * current folder. */
bool own_folder_remove(struct own_folder *folder);

/* Creates one and makes it the current folder; the caller goes back to / before it is
 * removed. */
bool own_folder_enter(struct own_folder *folder);
bool own_folder_leave(struct own_folder *folder);

/* Where a test runs that also needs memory: *state of cmocka's fixtures. */
struct own_place {
    struct arena arena;
    struct own_folder folder;
};

/* Fixtures of cmocka, which take 0 for success: each test gets a place of its own. */
int own_place_enter(void **state);
int own_place_leave(void **state);

#endif
