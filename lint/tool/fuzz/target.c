/* target.c - the table of targets */

#include "lint/tool/fuzz/target.h"

#include <stddef.h>

#include "lint/base/memory.h"

const struct fuzz_target fuzz_targets[] = {
    {"yaml", fuzz_yaml},       {"json", fuzz_json},       {"toml", fuzz_toml},
    {"schema", fuzz_schema},   {"pattern", fuzz_pattern}, {"validate", fuzz_validate},
    {"article", fuzz_article}, {"results", fuzz_results}, {"config", fuzz_config},
    {"ignore", fuzz_ignore},   {"session", fuzz_session}, {NULL, NULL},
};

const struct fuzz_target *fuzz_target_find(struct str name)
{
    for (const struct fuzz_target *target = fuzz_targets; target->name; target++)
        if (str_is(name, target->name))
            return target;
    return NULL;
}

void promise(bool kept, const char *what)
{
    if (!kept)
        bug(what);
}
