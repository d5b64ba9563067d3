/* fix_faults_main.c - kills stet fix and lets its calls fail: no article may be lost */

#define _GNU_SOURCE

#include <fcntl.h>
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lint/base/memory.h"
#include "lint/tool/fault/fault.h"
#include "lint/tool/fault/reports.h"

enum {
    PATIENCE = 60,   /* seconds that a run may take; it needs a hundredth of one */
    MORE_CALLS = 10, /* than the run without faults makes: others make more */
    MAX_TOLD = 20,   /* bad runs that are shown */
    MICROSECONDS = 1000000,
};

struct article {
    const char *path;
    struct buf before;
    struct buf after;
};

struct faults {
    const char *program;
    const char *library; /* NULL: signals are sent instead */
    struct fault *fault;
    struct article *articles;
    size_t count;
    long length; /* microseconds of the sound run */
    unsigned runs;
    unsigned bad;
    unsigned whole; /* runs that mended everything */
};

static long now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long)time.tv_sec * MICROSECONDS + time.tv_nsec / 1000;
}

static void put_bytes(const char *path, const struct buf *text)
{
    FILE *file = fopen(path, "wb");

    if (file && fwrite(text->data, 1, text->len, file) == text->len && fclose(file) == 0)
        return;
    perror(path);
    exit(2);
}

static void restore(const struct faults *faults)
{
    for (size_t i = 0; i < faults->count; i++)
        put_bytes(faults->articles[i].path, &faults->articles[i].before);
}

static void become(const struct faults *faults)
{
    int null = open("/dev/null", O_RDWR);

    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    if (faults->library) {
        setenv("LD_PRELOAD", faults->library, 1);
        setenv(FAULT_FILE, "fault", 1);
    }
    alarm(PATIENCE);
    execl(faults->program, faults->program, "fix", "--no-config", "--quiet", "--format",
          "unix", "--jobs", "2", "p", (char *)NULL);
    _exit(127);
}

static pid_t start(const struct faults *faults)
{
    pid_t pid = fork();

    if (pid == 0)
        become(faults);
    if (pid < 0) {
        perror("fix-faults");
        exit(2);
    }
    return pid;
}

/* Are there temporary files? Removes them. */
static bool leftovers(void)
{
    glob_t found;
    bool any = glob("p/.*.stet-*", 0, NULL, &found) == 0;

    for (size_t i = 0; any && i < found.gl_pathc; i++)
        unlink(found.gl_pathv[i]);
    globfree(&found);
    return any;
}

/* Each article is as it was, or mended; *mended is how many are. */
static bool all_are_whole(const struct faults *faults, size_t *mended)
{
    struct buf text = BUF_INIT;
    bool whole = true;

    *mended = 0;
    for (size_t i = 0; i < faults->count && whole; i++) {
        const struct article *article = &faults->articles[i];
        bool after;

        report_take(article->path, &text);
        after = str_equal(buf_str(&text), buf_str(&article->after));
        whole = after || str_equal(buf_str(&text), buf_str(&article->before));
        *mended += after;
    }
    buf_release(&text);
    return whole;
}

/* What is wrong with a run that has ended, or NULL. */
static const char *judge(struct faults *faults, int status, bool killed)
{
    bool left = leftovers();
    size_t mended;

    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
        return "it hangs";
    if (!all_are_whole(faults, &mended))
        return "an article is neither as it was nor mended";
    faults->whole += mended == faults->count;
    if (left && !killed)
        return "a temporary file is left";
    if (WIFSIGNALED(status))
        return faults->library ? "it crashes" : NULL;
    if (WEXITSTATUS(status) > 2)
        return "another status";
    if (WEXITSTATUS(status) == 0 && mended < faults->count)
        return "it says that all is mended";
    return NULL;
}

static void tell(struct faults *faults, const char *wrong, int status)
{
    const struct fault *fault = faults->fault;

    if (faults->bad++ >= MAX_TOLD)
        return;
    if (fault)
        printf("call %u of %s, %s%s: ", fault->n,
               fault->who == FAULT_PARENT ? "the parent" : "the workers", fault->name,
               fault->goes_on ? " from there on" : "");
    printf("%s (status %d)\n", wrong, status);
}

static void run_killed(struct faults *faults, int number)
{
    const char *wrong;
    int status;
    pid_t pid;

    restore(faults);
    pid = start(faults);
    usleep((useconds_t)(rand() % (faults->length * 11 / 10)));
    kill(pid, number);
    waitpid(pid, &status, 0);
    faults->runs++;
    wrong = judge(faults, status, number == SIGKILL);
    if (wrong)
        tell(faults, wrong, status);
}

static void run_with_fault(struct faults *faults)
{
    const char *wrong;
    int status;

    restore(faults);
    for (int who = 0; who < FAULT_WHO_COUNT; who++)
        faults->fault->made[who] = 0;
    memset(faults->fault->name, 0, sizeof(faults->fault->name));
    waitpid(start(faults), &status, 0);
    if (!*faults->fault->name)
        return;
    faults->runs++;
    wrong = judge(faults, status, false);
    if (wrong)
        tell(faults, wrong, status);
}

static void inject_all(struct faults *faults, unsigned every)
{
    uint32_t made[FAULT_WHO_COUNT];

    faults->fault->n = 0;
    run_with_fault(faults);
    for (int who = 0; who < FAULT_WHO_COUNT; who++)
        made[who] = faults->fault->made[who] + MORE_CALLS;
    for (uint32_t who = 0; who < FAULT_WHO_COUNT; who++)
        for (uint32_t n = 1; n <= made[who]; n += every)
            for (int on = 0; on < 2; on++) {
                faults->fault->who = who;
                faults->fault->n = n;
                faults->fault->goes_on = on;
                run_with_fault(faults);
            }
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

/* The articles, and what a sound run makes of them. */
static void read_articles(struct faults *faults)
{
    long started = now();
    glob_t found;
    int status;

    if (glob("p/*.md", 0, NULL, &found) != 0)
        exit(2);
    faults->count = found.gl_pathc;
    faults->articles = memory_zeroed(faults->count, sizeof(*faults->articles));
    for (size_t i = 0; i < faults->count; i++) {
        faults->articles[i].path = found.gl_pathv[i];
        report_take(found.gl_pathv[i], &faults->articles[i].before);
    }
    waitpid(start(faults), &status, 0);
    faults->length = now() - started;
    for (size_t i = 0; i < faults->count; i++) {
        struct article *article = &faults->articles[i];

        report_take(article->path, &article->after);
        if (!str_equal(buf_str(&article->before), buf_str(&article->after)))
            continue;
        fprintf(stderr, "fix-faults: %s has nothing to mend\n", article->path);
        exit(2);
    }
}

/* usage: fix-faults PROGRAM kill RUNS, or PROGRAM LIBRARY EVERY, in a folder with p/,
 * whose files all have something to mend, and nothing else */
int main(int argc, char **argv)
{
    static const int signals[] = {SIGKILL, SIGTERM, SIGINT};
    struct faults faults = {0};
    unsigned number;

    if (argc != 4)
        return 2;
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    faults.program = argv[1];
    number = (unsigned)strtoul(argv[3], NULL, 10);
    read_articles(&faults);
    if (strcmp(argv[2], "kill") != 0) {
        faults.library = argv[2];
        faults.fault = share_fault();
        inject_all(&faults, number);
    }
    for (size_t i = 0; !faults.library && i < sizeof(signals) / sizeof(*signals); i++)
        for (unsigned n = 0; n < number; n++)
            run_killed(&faults, signals[i]);
    printf("%s: %u runs, %u mended everything, %u wrong\n",
           faults.library ? "calls that fail" : "signals", faults.runs, faults.whole,
           faults.bad);
    return faults.bad > 0;
}
