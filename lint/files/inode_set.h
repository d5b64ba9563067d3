/* inode_set.h - the folders that were visited, whatever their paths */
#ifndef LINT_FILES_INODE_SET_H
#define LINT_FILES_INODE_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A folder's identity: its device and its number there. */
struct inode {
    uint64_t device;
    uint64_t number;
    bool used;
};

/* Open addressing, in memory from malloc; starts as {0}. */
struct inode_set {
    struct inode *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

/* Adds a folder; false when it is already there. */
bool inode_set_add(struct inode_set *set, uint64_t device, uint64_t number);

void inode_set_release(struct inode_set *set);

#endif
