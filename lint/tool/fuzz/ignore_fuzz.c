/* ignore_fuzz.c - any bytes as an ignore file, and as a path that it may ignore */

#include "lint/files/ignore.h"
#include "lint/tool/fuzz/target.h"

static void promise_verdicts(const struct ignore_list *list, struct str path)
{
    enum ignore_verdict once = ignore_match(list, path, true);
    enum ignore_verdict inside = ignore_match_inside(list, path, true);

    promise(once == ignore_match(list, path, true), "two verdicts on one path");
    promise(inside == once || inside == IGNORE_LEAVE,
            "what is in no ignored folder is ignored itself or not");
    promise(!list->count || list->patterns, "patterns that are nowhere");
}

/* Up to the first NUL the patterns, after it the path. */
void fuzz_ignore(struct str input)
{
    const char *end = input.len ? memchr(input.data, '\0', input.len) : NULL;
    struct str patterns = {input.data, end ? (size_t)(end - input.data) : input.len};
    struct str path = {input.data + patterns.len + (end != NULL),
                       input.len - patterns.len - (end != NULL)};
    struct ignore_list file = {0};
    struct ignore_list config = {0};
    struct arena arena;
    const char *reason;

    arena_init(&arena);
    ignore_read(&file, patterns, &arena);
    promise_verdicts(&file, path);
    if (ignore_add(&config, patterns, &arena, &reason))
        promise_verdicts(&config, path);
    else
        promise(*reason != '\0', "a pattern refused without a reason");
    arena_release(&arena);
}
