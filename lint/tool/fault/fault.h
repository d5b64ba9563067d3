/* fault.h - which call is to fail: what the one who decides shares with the one who does
 */
#ifndef LINT_TOOL_FAULT_FAULT_H
#define LINT_TOOL_FAULT_FAULT_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* The environment names a file with one struct fault. */
#define FAULT_FILE "STET_FAULT_FILE"

/* Who makes a call: calls of all workers are counted together. */
enum fault_who { FAULT_PARENT, FAULT_WORKER, FAULT_WHO_COUNT };

enum { FAULT_NAME_MAX = 31 };

/* In memory that the driver, the program and its workers share. */
struct fault {
    uint32_t who;
    uint32_t n;   /* the call that fails, from 1; 0: none */
    bool goes_on; /* so do all later calls of that function, by the same */
    _Atomic uint32_t made[FAULT_WHO_COUNT]; /* calls so far */
    char name[FAULT_NAME_MAX + 1];          /* the function that failed, or empty */
};

#endif
