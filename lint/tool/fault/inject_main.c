/* inject_main.c - runs stet again and again, another call failing each time */

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lint/base/buf.h"
#include "lint/tool/fault/fault.h"
#include "lint/tool/fault/reports.h"

enum {
    PATIENCE = 60,   /* seconds that a run may take; it needs a hundredth of one */
    MORE_CALLS = 10, /* than the run without faults makes: others make more */
    MAX_TOLD = 20,   /* bad runs that are shown */
    MAX_ARGUMENTS = 12,
};

/* The file at the path of --output before each run. */
static const char old_report[] = "old\n";

/* One way to run stet in the current folder. */
struct form {
    const char *name;
    bool to_file; /* report, by --output; else standard output */
    const char *arguments[MAX_ARGUMENTS];
};

static const struct form forms[] = {
    {"unix to a file",
     true,
     {"check", "--quiet", "--format", "unix", "--jobs", "2", "--output", "report", "p"}},
    {"json",
     false,
     {"check", "--quiet", "--format", "json", "--jobs", "2", "--files-from", "list"}},
    {"sarif to a file",
     true,
     {"check", "--quiet", "--format", "sarif", "--jobs", "1", "--output", "report", "p"}},
};

struct run {
    int status; /* as of waitpid() */
    struct buf report;
    struct buf words; /* on stderr */
};

struct injection {
    const char *program;
    const char *library;
    struct fault *fault;
    const struct form *form;
    struct run sound; /* without a fault */
    unsigned runs;    /* in which a call failed */
    unsigned bad;
    unsigned same;    /* runs that the fault did not change */
    unsigned refused; /* runs that ended with status 2 */
};

static void become(const struct injection *injection)
{
    const char *argv[MAX_ARGUMENTS + 1] = {injection->program};
    int out = open("stdout", O_WRONLY | O_CREAT | O_TRUNC, 0666);
    int err = open("stderr", O_WRONLY | O_CREAT | O_TRUNC, 0666);

    memcpy(argv + 1, injection->form->arguments, sizeof(injection->form->arguments));
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    close(out);
    close(err);
    setenv("LD_PRELOAD", injection->library, 1);
    setenv(FAULT_FILE, "fault", 1);
    alarm(PATIENCE);
    execv(injection->program, (char *const *)argv);
    _exit(127);
}

static void run_once(struct injection *injection, struct run *run)
{
    pid_t pid;

    report_put("report", old_report);
    for (int who = 0; who < FAULT_WHO_COUNT; who++)
        injection->fault->made[who] = 0;
    memset(injection->fault->name, 0, sizeof(injection->fault->name));
    pid = fork();
    if (pid == 0)
        become(injection);
    if (pid < 0 || waitpid(pid, &run->status, 0) < 0) {
        perror("inject");
        exit(2);
    }
    report_take(injection->form->to_file ? "report" : "stdout", &run->report);
    report_take("stderr", &run->words);
}

static bool is_json(const struct form *form)
{
    return strcmp(form->arguments[3], "unix") != 0;
}

/* Times and what a run may change of SARIF are not compared. */
static bool same_report(const struct injection *injection, const struct run *run)
{
    struct str a = buf_str(&injection->sound.report);
    struct str b = buf_str(&run->report);

    if (strcmp(injection->form->arguments[3], "sarif") == 0)
        return report_contains(b, "\"results\":[") && a.len == b.len;
    return str_equal(a, b);
}

/* A refused run's report is not there, or as it was, or says that it is not whole. */
static const char *judge_refused(const struct injection *injection, const struct run *run)
{
    struct str report = buf_str(&run->report);
    bool says = run->words.len || report_contains(report, "ST001");

    if (!says)
        return "no word";
    if (!report.len || str_is(report, old_report))
        return NULL;
    if (is_json(injection->form) && !str_ends(report, STR("}\n")))
        return "half a report";
    if (is_json(injection->form) && !report_contains(report, "otifications\":[\n") &&
        !report_contains(report, "ST001"))
        return "a report without notification";
    return NULL;
}

/* What is wrong with a run, or NULL. */
static const char *judge(struct injection *injection, const struct run *run)
{
    struct str report = buf_str(&run->report);
    struct str sound = buf_str(&injection->sound.report);

    if (!WIFEXITED(run->status))
        return WTERMSIG(run->status) == SIGALRM ? "it hangs" : "it crashes";
    if (WEXITSTATUS(run->status) == 2) {
        injection->refused++;
        return judge_refused(injection, run);
    }
    if (same_report(injection, run) && run->status == injection->sound.status) {
        injection->same++;
        return NULL;
    }
    if (WEXITSTATUS(run->status) != 1)
        return "another report or status";
    if (strcmp(injection->form->arguments[3], "sarif") == 0)
        return report_contains(report, "ST00") ? NULL : "another report";
    return report_covers(report, sound) && report_covers(sound, report)
               ? NULL
               : "findings are lost";
}

static void tell(struct injection *injection, const struct run *run, const char *wrong)
{
    const struct fault *fault = injection->fault;

    if (injection->bad++ >= MAX_TOLD)
        return;
    printf("%s: call %u of %s, %s%s: %s (status %d)\n%.*s", injection->form->name,
           fault->n, fault->who == FAULT_PARENT ? "the parent" : "the workers",
           fault->name, fault->goes_on ? " from there on" : "", wrong, run->status,
           (int)run->words.len, run->words.data);
}

static void inject(struct injection *injection, struct run *run)
{
    const char *wrong;

    run_once(injection, run);
    if (!*injection->fault->name)
        return;
    injection->runs++;
    wrong = judge(injection, run);
    if (report_leftovers() && !wrong)
        wrong = "a temporary file is left";
    if (wrong)
        tell(injection, run, wrong);
}

/* Every stride-th call from the share-th on, once and from there on. */
static void inject_all(struct injection *injection, unsigned share, unsigned stride)
{
    struct run run = {0};
    uint32_t made[FAULT_WHO_COUNT];

    injection->fault->n = 0;
    run_once(injection, &injection->sound);
    for (int who = 0; who < FAULT_WHO_COUNT; who++)
        made[who] = injection->fault->made[who] + MORE_CALLS;
    for (uint32_t who = 0; who < FAULT_WHO_COUNT; who++)
        for (uint32_t n = 1 + share; n <= made[who]; n += stride) {
            injection->fault->who = who;
            injection->fault->n = n;
            for (int on = 0; on < 2; on++) {
                injection->fault->goes_on = on;
                inject(injection, &run);
            }
        }
    buf_release(&run.report);
    buf_release(&run.words);
    buf_release(&injection->sound.report);
    buf_release(&injection->sound.words);
}

static struct fault *share_fault(void)
{
    int fd = open("fault", O_RDWR | O_CREAT | O_TRUNC, 0666);
    void *page = MAP_FAILED;

    if (fd >= 0 && ftruncate(fd, sizeof(struct fault)) == 0)
        page =
            mmap(NULL, sizeof(struct fault), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (page == MAP_FAILED) {
        perror("fault");
        exit(2);
    }
    close(fd);
    return page;
}

/* usage: inject PROGRAM LIBRARY SHARE STRIDE, in a folder with p/, which is checked */
int main(int argc, char **argv)
{
    struct injection injection = {0};

    if (argc != 5)
        return 2;
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    injection.program = argv[1];
    injection.library = argv[2];
    injection.fault = share_fault();
    for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
        injection.form = &forms[i];
        injection.sound = (struct run){0};
        inject_all(&injection, (unsigned)strtoul(argv[3], NULL, 10),
                   (unsigned)strtoul(argv[4], NULL, 10));
    }
    printf("runs %u same %u refused %u bad %u\n", injection.runs, injection.same,
           injection.refused, injection.bad);
    return injection.bad > 0;
}
