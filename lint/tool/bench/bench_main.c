/* bench_main.c - times whole commands alternately, and prints medians and ratios */

/* wait4() is in no standard, but on every system. */
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE

#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_COMMANDS = 16, MAX_RUNS = 101, MAX_WORDS = 100 };

struct sample {
    double cpu;  /* seconds, user and system, children included */
    double wall; /* seconds */
    double peak; /* MiB, the largest process */
};

struct command_line {
    const char *name;
    const char *shell;
    int status; /* exit status of the last run */
    struct sample samples[MAX_RUNS];
};

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Words without anything that a shell would change: the program is run by itself, so that
 * the start of a shell is not timed with it. */
static void become_program(char *words)
{
    char *arguments[MAX_WORDS + 1] = {NULL};
    char *rest = NULL;
    int count = 0;

    for (char *word = strtok_r(words, " ", &rest); word && count < MAX_WORDS;
         word = strtok_r(NULL, " ", &rest))
        arguments[count++] = word;
    execv(arguments[0], arguments);
    _exit(127);
}

static void become(const char *shell)
{
    int null = open("/dev/null", O_WRONLY);

    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    if (strchr(shell, '/') && !strpbrk(shell, "'\"\\|&;<>()$`*?~=#"))
        become_program(strdup(shell));
    execl("/bin/sh", "sh", "-c", shell, (char *)NULL);
    _exit(127);
}

/*
 * A child of the child is counted only when its parent waited for it, as stet does for
 * its workers. Linters exit with 1 after findings and with 2 after files that they could
 * not read; both have done their work, and the table shows it.
 */
static struct sample run_once(struct command_line *command)
{
    struct sample sample;
    struct rusage usage;
    double start = now();
    int status;
    pid_t pid = fork();

    if (pid == 0)
        become(command->shell);
    if (pid < 0 || wait4(pid, &status, 0, &usage) < 0) {
        perror("bench");
        exit(2);
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 2) {
        fprintf(stderr, "bench: %s failed: %s\n", command->name, command->shell);
        exit(2);
    }
    command->status = WEXITSTATUS(status);
    sample.wall = now() - start;
    sample.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    sample.peak = (double)usage.ru_maxrss / 1024;
    return sample;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof(*values), compare);
    return values[count / 2];
}

static double median_of(const struct command_line *command, int runs, size_t field)
{
    double values[MAX_RUNS] = {0};

    for (int i = 0; i < runs; i++)
        memcpy(&values[i], (const char *)&command->samples[i] + field, sizeof(double));
    return median(values, runs);
}

/* Pair by pair, so that it is right even when the speed of the machine drifts. */
static double ratio_of(const struct command_line *command,
                       const struct command_line *base, int runs)
{
    double values[MAX_RUNS] = {0};

    for (int i = 0; i < runs; i++)
        values[i] = command->samples[i].cpu / base->samples[i].cpu;
    return median(values, runs);
}

static int count_words(const char *text)
{
    int count = 0;

    for (; *text; text++)
        count += *text != ' ' && (text[1] == ' ' || !text[1]);
    return count;
}

static void print_table(const struct command_line *commands, int count, int runs)
{
    printf("%-24s %10s %10s %10s %10s %5s\n", "medians", "cpu ms", "wall ms", "peak MiB",
           "cpu ratio", "exit");
    for (int i = 0; i < count; i++)
        printf("%-24s %10.2f %10.2f %10.1f %10.2f %5d\n", commands[i].name,
               1000 * median_of(&commands[i], runs, offsetof(struct sample, cpu)),
               1000 * median_of(&commands[i], runs, offsetof(struct sample, wall)),
               median_of(&commands[i], runs, offsetof(struct sample, peak)),
               ratio_of(&commands[i], &commands[0], runs), commands[i].status);
}

int main(int argc, char **argv)
{
    static struct command_line commands[MAX_COMMANDS];
    int runs = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 0;
    int count = (argc - 2) / 2;

    if (runs < 1 || runs > MAX_RUNS || count < 1 || count > MAX_COMMANDS || argc % 2) {
        fputs("usage: bench RUNS NAME 'COMMAND' [NAME 'COMMAND']…\n"
              "The first command is what the others are compared with.\n",
              stderr);
        return 2;
    }
    for (int i = 0; i < count; i++) {
        commands[i].name = argv[2 + 2 * i];
        commands[i].shell = argv[3 + 2 * i];
        if (count_words(commands[i].shell) > MAX_WORDS) {
            fprintf(stderr, "bench: more than %d words: %s\n", MAX_WORDS,
                    argv[2 + 2 * i]);
            return 2;
        }
        run_once(&commands[i]); /* warms the page cache */
    }
    for (int run = 0; run < runs; run++)
        for (int i = 0; i < count; i++)
            commands[i].samples[run] = run_once(&commands[i]);
    print_table(commands, count, runs);
    return 0;
}
