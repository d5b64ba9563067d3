/* environment.c - the environment that git runs in */

#include "lint/git/environment.h"

#include <string.h>

#include "lint/files/path.h"

extern char **environ;

/* A hook has variables that name another index or repository, and a user may have some
 * that name programs. What stands in for a config file stays: CI names safe folders so.
 */
static bool is_for_git(const char *variable)
{
    struct str text = str_from(variable);

    if (str_starts(text, STR("LC_ALL=")) || str_starts(text, STR("LANGUAGE=")))
        return false;
    return !str_starts(text, STR("GIT_")) || str_starts(text, STR("GIT_CONFIG_"));
}

static uint32_t count_variables(void)
{
    uint32_t count = 0;

    while (environ && environ[count])
        count++;
    return count;
}

static char *ceiling(struct arena *arena, struct str folder)
{
    struct str above = path_folder(folder);

    /* A colon would end the path. */
    if (memchr(above.data, ':', above.len))
        above.len = 0;
    return (char *)arena_format(arena, "GIT_CEILING_DIRECTORIES=%.*s", (int)above.len,
                                above.data)
        .data;
}

char **git_environment(struct arena *arena, struct str folder)
{
    static const char *const fixed[] = {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0",
                                        "GIT_TERMINAL_PROMPT=0", "GIT_PAGER=cat"};
    enum { ADDED = sizeof(fixed) / sizeof(*fixed) + 2 };
    uint32_t count = count_variables();
    char **variables = arena_array(arena, (size_t)count + ADDED, sizeof(*variables));
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++)
        if (is_for_git(environ[i]))
            variables[kept++] = environ[i];
    for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
        variables[kept++] = (char *)fixed[i];
    variables[kept++] = ceiling(arena, folder);
    variables[kept] = NULL;
    return variables;
}
