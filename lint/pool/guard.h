/* guard.h - what a forked process does to itself, so that it cannot harm its parent */
#ifndef LINT_POOL_GUARD_H
#define LINT_POOL_GUARD_H

#include <stddef.h>
#include <sys/types.h>

/* Ends this process when its parent ends, or at once when the parent has gone. Where the
 * system has no such thing, a process ends when it next writes to its pipe. */
void guard_end_with(pid_t parent);

/* Limits the memory of this process to what it has and so many bytes more, where
 * pool_limits_memory(); 0: no limit. */
void guard_memory(size_t extra);

/* When a group of processes reaches its memory limit, the system kills one of them:
 * better this one than its parent. */
void guard_volunteer(void);

#endif
