/* folder.c - the names in a folder */

/* For d_type, which saves a stat for nearly every file. */
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE

#include "lint/files/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lint/base/memory.h"

static enum entry_kind kind_of_mode(mode_t mode)
{
    if (S_ISREG(mode))
        return ENTRY_FILE;
    if (S_ISDIR(mode))
        return ENTRY_FOLDER;
    return S_ISLNK(mode) ? ENTRY_LINK : ENTRY_OTHER;
}

/* False when the entry has gone since the folder was read. */
static bool kind_by_stat(DIR *dir, const char *name, enum entry_kind *kind)
{
    struct stat info;

    if (fstatat(dirfd(dir), name, &info, AT_SYMLINK_NOFOLLOW) < 0)
        return false;
    *kind = kind_of_mode(info.st_mode);
    return true;
}

static bool kind_of(DIR *dir, const struct dirent *entry, enum entry_kind *kind)
{
#ifdef DT_UNKNOWN
    if (entry->d_type != DT_UNKNOWN) {
        *kind = entry->d_type == DT_REG   ? ENTRY_FILE
                : entry->d_type == DT_DIR ? ENTRY_FOLDER
                : entry->d_type == DT_LNK ? ENTRY_LINK
                                          : ENTRY_OTHER;
        return true;
    }
#endif
    return kind_by_stat(dir, entry->d_name, kind);
}

static void add(struct folder_listing *listing, struct str name, enum entry_kind kind)
{
    listing->entries = memory_make_room(listing->entries, listing->count,
                                        &listing->capacity, sizeof(*listing->entries));
    listing->entries[listing->count++] = (struct folder_entry){name, kind};
}

/* False, with errno set, when not all of it can be read. */
static bool read_entries(struct folder_listing *listing, struct arena *arena, DIR *dir)
{
    const struct dirent *entry;
    enum entry_kind kind;

    while (errno = 0, (entry = readdir(dir))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (kind_of(dir, entry, &kind))
            add(listing, arena_str(arena, str_from(entry->d_name)), kind);
    }
    return errno == 0;
}

/* False, with errno set, when the folder cannot be identified. */
static bool identify(struct folder_listing *listing, DIR *dir)
{
    struct stat info;

    if (fstat(dirfd(dir), &info) < 0)
        return false;
    listing->device = (uint64_t)info.st_dev;
    listing->inode = (uint64_t)info.st_ino;
    /* A removed folder that is still open, such as the current one, reads as empty. */
    if (info.st_nlink == 0)
        errno = ENOENT;
    return info.st_nlink != 0;
}

bool folder_read(struct folder_listing *listing, struct arena *arena, const char *path,
                 int *error)
{
    DIR *dir = opendir(path);
    bool done;

    *listing = (struct folder_listing){0};
    done = dir && identify(listing, dir) && read_entries(listing, arena, dir);
    if (!done)
        *error = errno;
    if (dir)
        closedir(dir);
    return done;
}

bool folder_has(const struct folder_listing *listing, const char *name)
{
    for (size_t i = 0; i < listing->count; i++) {
        if (str_is(listing->entries[i].name, name))
            return true;
    }
    return false;
}

void folder_release(struct folder_listing *listing)
{
    free(listing->entries);
    *listing = (struct folder_listing){0};
}
