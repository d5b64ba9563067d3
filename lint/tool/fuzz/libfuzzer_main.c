/* libfuzzer_main.c - one target under clang's libFuzzer; not part of stet */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "lint/tool/fuzz/target.h"

/* The names are libFuzzer's. */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Set once, before the first input. */
static const struct fuzz_target *target;

/* --target=NAME: libFuzzer leaves flags with two dashes to the program. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    struct str flag = STR("--target=");

    for (int i = 1; i < *argc; i++) {
        struct str argument = str_from((*argv)[i]);

        if (str_starts(argument, flag))
            target = fuzz_target_find(str_from(argument.data + flag.len));
    }
    if (target)
        return 0;
    fputs("usage: fuzz --target=NAME [libFuzzer's options] CORPUS…\n", stderr);
    exit(2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    target->run((struct str){(const char *)data, size});
    return 0;
}
