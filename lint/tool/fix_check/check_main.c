/* check_main.c - fixes over whole corpora: they come to rest and do no harm */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/files/discover.h"
#include "lint/files/file.h"
#include "lint/files/path.h"
#include "lint/schema/schema.h"
#include "lint/tool/fix_check/judge.h"
#include "lint/tool/fixes/mutate.h"
#include "rules/rules.h"

enum {
    ROUNDS_MAX = 3, /* more on any file of a corpus is a defect */
    SHOWN_MAX = 15, /* complaints about a corpus */
};

/* What came of the texts of a corpus. */
struct tally {
    uint32_t texts;
    uint32_t fixes;
    uint32_t rounds[FIX_MAX_ROUNDS + 1]; /* texts that needed as many */
    uint32_t restless;
    uint32_t unstable;
    uint32_t withheld;
    uint32_t newcomers[NEWCOMERS];
    uint32_t equal; /* to what the other program made of it */
    uint32_t harmed_by_other;
    uint32_t different;
    uint32_t shown;
};

struct check {
    struct profile profile;     /* all rules */
    struct profile counterpart; /* those of markdownlint */
    const char *other; /* the folder with what another program made of it; or NULL */
    const char *keep;  /* the folder for texts with a defect; or NULL */
    uint32_t mutations;
    uint64_t seed;
    bool unsafe;
    struct arena arena;
};

static bool is_defect(const struct judgement *judgement, bool original)
{
    return judgement->restless || judgement->unstable || judgement->withheld ||
           judgement->newcomers[NEW_UNKNOWN] ||
           (original && judgement->rounds > ROUNDS_MAX);
}

static void show(struct tally *tally, const struct judgement *judgement, const char *path)
{
    if (tally->shown++ >= SHOWN_MAX)
        return;
    printf("%s: %u rounds%s%s, %u taken back", path, judgement->rounds,
           judgement->restless ? ", never at rest" : "",
           judgement->unstable ? ", fixing again changes it" : "", judgement->withheld);
    if (judgement->newcomer)
        printf(", %u new of %s at line %u", judgement->newcomers[NEW_UNKNOWN],
               judgement->newcomer, judgement->line);
    putchar('\n');
}

static void keep_text(const struct check *check, const struct tally *tally,
                      struct str text, const char *path)
{
    struct str name = path_name(str_from(path));
    char target[4096];
    FILE *file;

    snprintf(target, sizeof(target), "%s/%u-%.*s", check->keep, tally->texts,
             (int)name.len, name.data);
    file = fopen(target, "wb");
    if (!file)
        return;
    fwrite(text.data, 1, text.len, file);
    fclose(file);
}

static void check_text(const struct check *check, struct tally *tally, struct str text,
                       const char *path, bool original)
{
    struct buf mended = BUF_INIT;
    struct judgement judgement =
        judge_text(text, &check->profile, check->unsafe, &mended);

    tally->texts++;
    tally->fixes += judgement.fixes;
    tally->rounds[judgement.rounds]++;
    tally->restless += judgement.restless;
    tally->unstable += judgement.unstable;
    tally->withheld += judgement.withheld;
    for (int i = 0; i < NEWCOMERS; i++)
        tally->newcomers[i] += judgement.newcomers[i];
    if (is_defect(&judgement, original)) {
        show(tally, &judgement, path);
        if (check->keep)
            keep_text(check, tally, text, path);
    }
    buf_release(&mended);
}

/* Beside the text that another program made: path is that from the folder of all corpora
 * on, and the same there. */
static void compare(struct check *check, struct tally *tally, struct str text,
                    struct str path)
{
    struct str theirs =
        arena_format(&check->arena, "%s/%.*s", check->other, (int)path.len, path.data);
    struct buf mended = BUF_INIT;
    struct str list =
        arena_format(&check->arena, "%.*s.rules", (int)theirs.len, theirs.data);
    struct buf other = BUF_INIT;
    struct buf fixers = BUF_INIT;
    const char *reason;

    judge_text(text, &check->counterpart, false, &mended);
    if (!file_read(theirs.data, SOURCE_MAX_BYTES, &other, &reason) ||
        !file_read(list.data, SOURCE_MAX_BYTES, &fixers, &reason)) {
        fprintf(stderr, "fix-check: cannot read %s\n", theirs.data);
        exit(2);
    }
    if (str_equal(buf_str(&mended), buf_str(&other))) {
        tally->equal++;
    } else if (!judge_other(text, buf_str(&other), fixers.data)) {
        tally->harmed_by_other++;
    } else {
        tally->different++;
        if (tally->shown++ < SHOWN_MAX)
            printf("%.*s: other bytes\n", (int)path.len, path.data);
    }
    buf_release(&fixers);
    buf_release(&other);
    buf_release(&mended);
}

static void check_file(struct check *check, struct tally *tally, struct found found,
                       struct str folder)
{
    size_t above = folder.len - path_name(folder).len;
    struct str rest = {found.path.data + above, found.path.len - above};
    struct buf text = BUF_INIT;
    const char *reason;

    if (found.kind != FOUND_FILE ||
        !file_read(found.path.data, SOURCE_MAX_BYTES, &text, &reason)) {
        fprintf(stderr, "fix-check: cannot read %s\n", found.path.data);
        exit(2);
    }
    check_text(check, tally, buf_str(&text), found.path.data, true);
    if (check->other)
        compare(check, tally, buf_str(&text), rest);
    for (uint32_t i = 0; i < check->mutations; i++) {
        struct buf mutated = BUF_INIT;

        mutate(buf_str(&text), str_hash(found.path) ^ (check->seed * 1000 + i), &mutated);
        check_text(check, tally, buf_str(&mutated), found.path.data, false);
        buf_release(&mutated);
    }
    buf_release(&text);
}

static void print_row(const struct check *check, const struct tally *tally,
                      struct str folder)
{
    struct str name = path_name(folder);
    uint32_t more = 0;

    for (int i = ROUNDS_MAX + 1; i <= FIX_MAX_ROUNDS; i++)
        more += tally->rounds[i];
    printf("%-22.*s %6u %7u %6u %6u %5u %5u %5u", (int)name.len, name.data, tally->texts,
           tally->fixes, tally->rounds[0], tally->rounds[1], tally->rounds[2],
           tally->rounds[3], more);
    printf(" %8u %8u %6u %7u %8u %7u %6u %5u %6u %6u", tally->restless, tally->unstable,
           tally->withheld, tally->newcomers[NEW_LONGER], tally->newcomers[NEW_HEADING],
           tally->newcomers[NEW_HIDDEN], tally->newcomers[NEW_BARED],
           tally->newcomers[NEW_IDLE], tally->newcomers[NEW_CLASH],
           tally->newcomers[NEW_UNKNOWN]);
    if (check->other)
        printf(" %6u %6u %6u", tally->equal, tally->harmed_by_other, tally->different);
    putchar('\n');
}

static uint32_t check_corpus(struct check *check, const char *path)
{
    static const struct discover_options options = {.no_gitignore = true};
    struct str folder = str_from(path);
    struct tally tally = {0};
    struct discovery found;

    while (folder.len > 1 && folder.data[folder.len - 1] == '/')
        folder.len--;
    path = arena_str(&check->arena, folder).data;
    discover(&check->arena, &path, 1, &options, &found);
    for (uint32_t i = 0; i < found.count; i++)
        check_file(check, &tally, found_of(&found.items[i], &check->arena), folder);
    print_row(check, &tally, folder);
    return tally.restless + tally.unstable + tally.withheld +
           tally.newcomers[NEW_UNKNOWN];
}

_Noreturn static void usage(void)
{
    fputs("usage: fix-check [--seed N] [--mutations N] [--unsafe yes] [--schema FILE]\n"
          "                 [--beside FOLDER] [--keep FOLDER] CORPUS...\n",
          stderr);
    exit(2);
}

static void load_schema(struct check *check, const char *path)
{
    static struct schema_options options;
    struct schema_error error;

    options = schema_options_default(STR(""));
    check->profile.schema = schema_load(&check->arena, path, &options, &error);
    if (check->profile.schema)
        return;
    fprintf(stderr, "fix-check: cannot load %s\n", path);
    exit(2);
}

/* The options; returns the index of the first path. */
static int read_options(struct check *check, char **argv)
{
    int i = 1;

    for (; argv[i] && strncmp(argv[i], "--", 2) == 0; i += 2) {
        if (!argv[i + 1])
            usage();
        if (strcmp(argv[i], "--seed") == 0)
            check->seed = strtoull(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--mutations") == 0)
            check->mutations = (uint32_t)strtoul(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--unsafe") == 0)
            check->unsafe = true;
        else if (strcmp(argv[i], "--schema") == 0)
            load_schema(check, argv[i + 1]);
        else if (strcmp(argv[i], "--beside") == 0)
            check->other = argv[i + 1];
        else if (strcmp(argv[i], "--keep") == 0)
            check->keep = argv[i + 1];
        else
            usage();
    }
    return i;
}

int main(int argc, char **argv)
{
    struct check check = {.seed = 1};
    uint32_t defects = 0;
    int first;

    arena_init(&check.arena);
    profile_init(&check.profile, &rules_all, PRESET_NAME_ALL, &check.arena);
    profile_init(&check.counterpart, &rules_all, PRESET_NAME_MARKDOWNLINT, &check.arena);
    check.counterpart.as_markdownlint = true;
    first = read_options(&check, argv);
    if (first >= argc)
        usage();
    printf(
        "%-22s %6s %7s %6s %6s %5s %5s %5s %8s %8s %6s %7s %8s %7s %6s %5s %6s %6s%s\n",
        "corpus", "texts", "fixes", "0", "1", "2", "3", "more", "restless", "unstable",
        "harm", "longer", "headings", "hidden", "bared", "idle", "clash", "new",
        check.other ? "  equal  harms others" : "");
    for (int i = first; i < argc; i++)
        defects += check_corpus(&check, argv[i]);
    printf("seed %llu, defects %u\n", (unsigned long long)check.seed, defects);
    arena_release(&check.arena);
    return defects ? 1 : 0;
}
