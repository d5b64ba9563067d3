/* replay_main.c - runs the targets on the inputs in testdata/fuzz, without a fuzzer */

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/files/file.h"
#include "lint/tool/fuzz/target.h"

enum { MAX_BYTES = 16 * 1024 * 1024 };

/* The target gets exactly the bytes, so that AddressSanitizer reports reads past the
 * end. */
static _Noreturn void run_file(const struct fuzz_target *target, const char *path)
{
    struct buf bytes = BUF_INIT;
    const char *reason;
    char *exact;

    if (!file_read(path, MAX_BYTES, &bytes, &reason))
        exit(1);
    exact = memory_alloc(bytes.len);
    if (bytes.len)
        memcpy(exact, bytes.data, bytes.len);
    target->run((struct str){exact, bytes.len});
    free(exact);
    buf_release(&bytes);
    exit(0);
}

/* In a process of its own, so that one crash does not hide the others. */
static bool replay(const struct fuzz_target *target, const char *path)
{
    int status = 0;
    pid_t child;

    fflush(stdout); /* or the child would print it again */
    child = fork();
    if (child == 0)
        run_file(target, path);
    if (child < 0 || waitpid(child, &status, 0) != child)
        return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* Returns how many inputs there are; adds those that fail. */
static size_t replay_all(const struct fuzz_target *target, unsigned *failed)
{
    char pattern[128];
    size_t count;
    glob_t found;

    snprintf(pattern, sizeof(pattern), "testdata/fuzz/%s/*", target->name);
    if (glob(pattern, 0, NULL, &found) != 0)
        return 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        if (replay(target, found.gl_pathv[i]))
            continue;
        printf("[  FAILED  ] %s\n", found.gl_pathv[i]);
        ++*failed;
    }
    count = found.gl_pathc;
    globfree(&found);
    return count;
}

/* Prints the same last lines as cmocka, which lint/tool/run_tests.sh counts. */
int main(void)
{
    unsigned failed = 0;
    size_t count = 0;

    for (const struct fuzz_target *target = fuzz_targets; target->name; target++) {
        size_t inputs = replay_all(target, &failed);

        if (!inputs)
            printf("[  FAILED  ] testdata/fuzz/%s: no inputs\n", target->name);
        failed += !inputs;
        count += inputs;
    }
    printf("[  PASSED  ] %zu test(s).\n", count - failed);
    return failed > 0;
}
