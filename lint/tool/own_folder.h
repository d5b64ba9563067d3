/* own_folder.h - an empty folder that a test has for itself */
#ifndef LINT_TOOL_OWN_FOLDER_H
#define LINT_TOOL_OWN_FOLDER_H

#include <stdbool.h>

/* Where it is: absolute, and without links in it. Empty: there is none. */
struct own_folder {
    char path[64];
};

/* Makes one below /tmp; false, and none, when that fails. */
bool own_folder_make(struct own_folder *folder);

/* Removes it with all that is in it, closed folders included. It must not be the current
 * folder. */
bool own_folder_remove(struct own_folder *folder);

/* The same, and makes it the current folder; back to / before it is removed. */
bool own_folder_enter(struct own_folder *folder);
bool own_folder_leave(struct own_folder *folder);

#endif
