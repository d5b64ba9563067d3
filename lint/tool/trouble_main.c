/* trouble_main.c - stet with one more rule, which fails where a text says so */

#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/command/commands.h"
#include "rules/rules.h"

/* Allocates memory until there is none, and writes to it, or the system would not provide
 * it. */
static void eat_memory(struct arena *arena)
{
    enum { BITE = 8 * 1024 * 1024 };

    for (;;)
        memset(arena_alloc(arena, BITE), 1, BITE);
}

/* What a worker that writes over its own memory may send: a frame, and a block of the
 * first file that is none. The pipe to the parent was opened last. */
static void send_nonsense(void)
{
    static const uint32_t frame[] = {0, 8, 1234567, 7654321};
    struct stat info;

    for (int fd = 63; fd > STDERR_FILENO; fd--)
        if (fstat(fd, &info) == 0 && S_ISFIFO(info.st_mode) &&
            write(fd, frame, sizeof(frame)) > 0)
            return;
}

static void obey(struct pass *pass, const struct node *node)
{
    struct str text = source_text(pass_source(pass), node->span);

    if (str_is(text, "CRASH"))
        abort();
    if (str_is(text, "SEGFAULT"))
        raise(SIGSEGV);
    if (str_is(text, "EXIT"))
        _exit(0);
    if (str_is(text, "KILLED"))
        raise(SIGKILL);
    if (str_is(text, "TERMINATED"))
        raise(SIGTERM);
    if (str_is(text, "NONSENSE"))
        send_nonsense();
    if (str_is(text, "EAT MEMORY"))
        eat_memory(pass_arena(pass));
    while (str_is(text, "HANG"))
        pause();
    if (str_is(text, "SPIN"))
        for (volatile int turn = 0;; turn = !turn)
            continue;
}

static const struct rule rule_trouble = {
    .code = "ZZ999",
    .name = "trouble",
    .tags = "test",
    .summary = "does what the text says",
    .severity = SEVERITY_ERROR,
    .presets = PRESET_RECOMMENDED,
    .nodes = NODE_BIT(NODE_PARAGRAPH),
    .node = obey,
};

int main(int argc, char **argv)
{
    const struct rule *rules[RULES_MAX];
    struct rule_table table = {rules, rules_all.count + 1};

    memcpy(rules, rules_all.rules, rules_all.count * sizeof(*rules));
    rules[rules_all.count] = &rule_trouble;
    return commands_run(&table, argc, argv);
}
