/* own_folder.h - an empty folder for a single test */
#ifndef LINT_TOOL_OWN_FOLDER_H
#define LINT_TOOL_OWN_FOLDER_H

#include <stdbool.h>

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

#endif
