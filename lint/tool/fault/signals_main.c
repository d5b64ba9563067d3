/* signals_main.c - sends signals to stet and its workers at any moment of a run */

#define _GNU_SOURCE

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lint/tool/fault/reports.h"

enum {
    PATIENCE = 60, /* seconds that a run may take */
    MAX_WORKERS = 16,
    MICROSECONDS = 1000000,
};

/* The file at the path of --output before each run. */
static const char old_report[] = "old\n";

enum target { TO_PARENT, TO_GROUP, TO_WORKER };

/* What has to come of it. */
enum fate {
    FATE_DEATH, /* by that signal, unless the run ended before it came */
    FATE_NOTHING,
    FATE_FINDING /* at most one file could not be checked */
};

struct trial {
    int signal;
    enum target target;
    bool twice;
    enum fate fate;
    unsigned share; /* one run of so many: some take seconds */
};

static const struct trial trials[] = {
    {SIGINT, TO_PARENT, false, FATE_DEATH, 1},
    {SIGINT, TO_GROUP, false, FATE_DEATH, 1},
    {SIGINT, TO_PARENT, true, FATE_DEATH, 1},
    {SIGTERM, TO_PARENT, false, FATE_DEATH, 1},
    {SIGHUP, TO_GROUP, false, FATE_DEATH, 1},
    {SIGQUIT, TO_PARENT, false, FATE_DEATH, 1},
    {SIGUSR1, TO_PARENT, false, FATE_DEATH, 1},
    {SIGKILL, TO_PARENT, false, FATE_DEATH, 1},
    {SIGPIPE, TO_PARENT, false, FATE_NOTHING, 1},
    {SIGCHLD, TO_PARENT, false, FATE_NOTHING, 1},
    {SIGKILL, TO_WORKER, false, FATE_FINDING, 1},
    {SIGSEGV, TO_WORKER, false, FATE_FINDING, 1},
    {SIGTERM, TO_WORKER, false, FATE_FINDING, 1},
    {SIGSTOP, TO_WORKER, false, FATE_FINDING, 10},
};

struct signals {
    const char *program;
    struct buf sound; /* the report that no signal disturbed */
    long length;      /* microseconds of such a run */
    unsigned sent;
    unsigned bad;
};

static long now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long)time.tv_sec * MICROSECONDS + time.tv_nsec / 1000;
}

static void become(const char *program)
{
    int null = open("/dev/null", O_RDWR);
    int err = open("stderr", O_WRONLY | O_CREAT | O_TRUNC, 0666);

    setpgid(0, 0);
    for (size_t i = 0; i < sizeof(trials) / sizeof(*trials); i++)
        signal(trials[i].signal, SIG_DFL);
    dup2(null, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    alarm(PATIENCE);
    execl(program, program, "check", "--no-config", "--quiet", "--format", "unix",
          "--jobs", "3", "--timeout", "1", "--output", "report", "p", (char *)NULL);
    _exit(127);
}

static pid_t start(const struct signals *signals)
{
    pid_t pid;

    report_put("report", old_report);
    pid = fork();
    if (pid == 0)
        become(signals->program);
    if (pid < 0) {
        perror("signals");
        exit(2);
    }
    setpgid(pid, pid);
    return pid;
}

/* The parent of a living process and its group, from /proc; false when it is gone. */
static bool look_up(const char *pid, long *parent, long *group)
{
    char path[300];
    char text[512] = "";
    const char *rest;
    FILE *file;
    char state;

    snprintf(path, sizeof(path), "/proc/%s/stat", pid);
    file = fopen(path, "r");
    if (!file)
        return false;
    rest = fgets(text, sizeof(text), file) ? strrchr(text, ')') : NULL;
    fclose(file);
    return rest && sscanf(rest + 1, " %c %ld %ld", &state, parent, group) == 3 &&
           state != 'Z';
}

/* Processes of that group but its leader. */
static unsigned find_workers(pid_t leader, pid_t workers[])
{
    DIR *folder = opendir("/proc");
    unsigned count = 0;
    long parent;
    long group;

    for (struct dirent *entry = folder ? readdir(folder) : NULL; entry;
         entry = readdir(folder))
        if (isdigit((unsigned char)*entry->d_name) && count < MAX_WORKERS &&
            look_up(entry->d_name, &parent, &group) && group == leader &&
            strtol(entry->d_name, NULL, 10) != leader)
            workers[count++] = (pid_t)strtol(entry->d_name, NULL, 10);
    if (folder)
        closedir(folder);
    return count;
}

/* Waits until the program has begun its report: before that it ignores no signal. */
static void await_report(void)
{
    for (int i = 0; i < 1000 && !report_is_begun(); i++)
        usleep(1000);
}

static void send(const struct trial *trial, pid_t pid)
{
    pid_t workers[MAX_WORKERS];
    unsigned count;

    if (trial->target == TO_WORKER) {
        count = find_workers(pid, workers);
        if (count)
            kill(workers[(unsigned)rand() % count], trial->signal);
        return;
    }
    kill(trial->target == TO_GROUP ? -pid : pid, trial->signal);
    if (trial->twice)
        kill(pid, trial->signal);
}

static bool is_whole(const struct signals *signals, struct str report)
{
    return str_equal(report, buf_str(&signals->sound));
}

static const char *judge_death(const struct signals *signals, const struct trial *trial,
                               int status, struct str report)
{
    bool died = WIFSIGNALED(status) && WTERMSIG(status) == trial->signal;

    if (!died && !(WIFEXITED(status) && WEXITSTATUS(status) == 1))
        return "another end";
    if (!is_whole(signals, report) && !(died && str_is(report, old_report)))
        return "neither the old report nor a whole one";
    return NULL;
}

/* What is wrong with a run that has ended, or NULL. */
static const char *judge(const struct signals *signals, const struct trial *trial,
                         int status, struct str report)
{
    struct str sound = buf_str(&signals->sound);

    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
        return "it hangs";
    if (report_leftovers() && trial->signal != SIGKILL)
        return "a temporary file is left";
    if (trial->fate == FATE_DEATH)
        return judge_death(signals, trial, status, report);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 1)
        return "another end";
    if (trial->fate == FATE_NOTHING)
        return is_whole(signals, report) ? NULL : "another report";
    return report_covers(report, sound) && report_covers(sound, report)
               ? NULL
               : "findings are lost";
}

/* Workers end with their parent: at once, or after the current item. */
static bool workers_live(pid_t leader)
{
    pid_t workers[MAX_WORKERS];

    for (int i = 0; i < 200; i++) {
        if (!find_workers(leader, workers))
            return false;
        usleep(10000);
    }
    kill(-leader, SIGKILL);
    return true;
}

static void run_trial(struct signals *signals, const struct trial *trial)
{
    struct buf report = BUF_INIT;
    const char *wrong;
    int status;
    pid_t pid = start(signals);

    if (trial->fate == FATE_NOTHING)
        await_report();
    usleep((useconds_t)(rand() % (signals->length * 11 / 10)));
    send(trial, pid);
    waitpid(pid, &status, 0);
    report_take("report", &report);
    wrong = judge(signals, trial, status, buf_str(&report));
    if (!wrong && workers_live(pid))
        wrong = "a worker outlives its parent";
    signals->sent++;
    if (wrong) {
        signals->bad++;
        printf("%s to %s%s: %s (status %d, a report of %zu bytes)\n",
               strsignal(trial->signal),
               trial->target == TO_WORKER ? "a worker" : "the parent",
               trial->twice ? ", twice" : "", wrong, status, report.len);
    }
    buf_release(&report);
}

static void run_sound(struct signals *signals)
{
    long started = now();
    int status;
    pid_t pid = start(signals);

    waitpid(pid, &status, 0);
    signals->length = now() - started;
    report_take("report", &signals->sound);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 1)
        return;
    fprintf(stderr, "signals: the sound run ended with status %d\n", status);
    exit(2);
}

/* usage: signals PROGRAM RUNS SEED, in a folder with p/, which is checked and has
 * findings */
int main(int argc, char **argv)
{
    struct signals signals = {.sound = BUF_INIT};
    unsigned runs;

    if (argc != 4)
        return 2;
    signals.program = argv[1];
    runs = (unsigned)strtoul(argv[2], NULL, 10);
    srand((unsigned)strtoul(argv[3], NULL, 10));
    run_sound(&signals);
    for (size_t i = 0; i < sizeof(trials) / sizeof(*trials); i++)
        for (unsigned n = 0; n < runs; n += trials[i].share)
            run_trial(&signals, &trials[i]);
    printf("signals %u wrong %u\n", signals.sent, signals.bad);
    buf_release(&signals.sound);
    return signals.bad > 0;
}
