/* base.c - the commit to compare with */

#include "lint/git/base.h"

#include "lint/base/ascii.h"
#include "lint/base/message.h"
#include "lint/files/path.h"
#include "lint/git/process.h"

struct str base_trouble(struct arena *arena, struct str words)
{
    return arena_format(arena, "git cannot find the commit to compare with: %s",
                        message_text(arena, words));
}

/* What git writes, in the arena, without the last line end. False, with *why, when git
 * does not run. */
static bool ask(struct arena *arena, struct str root, const char *const *arguments,
                int *status, struct str *answer, struct str *why)
{
    struct git_call call = {root, arguments};
    struct buf out = BUF_INIT;
    struct str words;
    bool ran = git_run(arena, &call, status, &out, &words);

    *answer = arena_str(arena, str_trim(buf_str(&out)));
    *why = ran && !words.len ? STR("git does not say why") : words;
    buf_release(&out);
    if (!ran)
        *why = base_trouble(arena, words);
    return ran;
}

static bool is_object(struct str name)
{
    if (name.len != 40 && name.len != 64)
        return false;
    for (size_t i = 0; i < name.len; i++)
        if (!is_ascii_digit(name.data[i]) &&
            !(name.data[i] >= 'a' && name.data[i] <= 'f'))
            return false;
    return true;
}

/* May a server have a branch or tag of that name? */
static bool is_name(struct str rev)
{
    if (!rev.len || rev.data[0] == '-' || str_is(rev, "HEAD") || str_is(rev, "@"))
        return false;
    for (size_t i = 0; i < rev.len; i++)
        if (!is_ascii_alnum(rev.data[i]) && !memchr("./_-+", rev.data[i], 5))
            return false;
    for (size_t i = 0; i + 1 < rev.len; i++)
        if (rev.data[i] == '.' && rev.data[i + 1] == '.')
            return false;
    return true;
}

/* `HEAD~1`: what no server knows by that name, but what comes before a known commit. */
static bool is_ancestor(struct str rev)
{
    return rev.len && rev.data[0] != '-' && rev.data[0] != '^' && str_has_any(rev, "~^");
}

static struct str unknown(struct arena *arena, struct str rev, bool shallow)
{
    const char *shown = message_text(arena, rev);
    struct str branch = {rev.data + 7, rev.len - (rev.len < 7 ? rev.len : 7)};

    if (!rev.len)
        return STR("the commit to compare with is an empty text; is the variable that it "
                   "comes from set?");
    if (shallow && is_ancestor(rev))
        return arena_format(arena,
                            "`%s` is no commit that git knows in this shallow clone; "
                            "`git fetch --unshallow origin` brings the rest",
                            shown);
    if (!is_name(rev))
        return arena_format(arena, "`%s` is no commit that git knows here", shown);
    if (str_starts(rev, STR("origin/")) && branch.len)
        return arena_format(arena,
                            "`%s` is no commit that git knows here; "
                            "`git fetch %sorigin %.*s:refs/remotes/%s` may bring it",
                            shown, shallow ? "--unshallow " : "", (int)branch.len,
                            branch.data, shown);
    return arena_format(arena,
                        "`%s` is no commit that git knows%s; `git fetch %sorigin %s` "
                        "may bring it",
                        shown, shallow ? " in this shallow clone" : " here",
                        shallow ? "--unshallow " : "", shown);
}

static struct str apart(struct arena *arena, struct str rev, bool shallow)
{
    const char *shown = message_text(arena, rev);

    if (shallow)
        return arena_format(arena,
                            "`%s` and HEAD have no commit in common in this shallow "
                            "clone; `git fetch --unshallow origin` brings the rest",
                            shown);
    return arena_format(arena, "`%s` and HEAD have no commit in common", shown);
}

/* *commit becomes empty when there is no such commit. */
static bool resolve(struct arena *arena, struct str root, struct str rev,
                    struct str *commit, struct str *why)
{
    struct str wanted = arena_format(arena, "%.*s^{commit}", (int)rev.len, rev.data);
    const char *const arguments[] = {"rev-parse",        "--verify",  "--quiet",
                                     "--end-of-options", wanted.data, NULL};
    int status;

    if (!ask(arena, root, arguments, &status, commit, why))
        return false;
    if (!rev.len || status != 0 || !is_object(*commit))
        commit->len = 0;
    return true;
}

struct str base_of_revision(struct arena *arena, struct str root, const char *rev,
                            struct str *why)
{
    static const char *const is_shallow[] = {"rev-parse", "--is-shallow-repository",
                                             NULL};
    struct str name = str_from(rev);
    struct str answer, commit;
    bool shallow;
    int status;

    if (!ask(arena, root, is_shallow, &status, &answer, why))
        return STR("");
    if (status != 0) {
        *why = base_trouble(arena, *why);
        return STR("");
    }
    shallow = str_is(answer, "true");
    if (!resolve(arena, root, name, &commit, why))
        return STR("");
    if (!commit.len) {
        *why = unknown(arena, name, shallow);
        return STR("");
    }
    if (!ask(arena, root, (const char *const[]){"merge-base", commit.data, "HEAD", NULL},
             &status, &answer, why))
        return STR("");
    if (status == 0 && is_object(answer))
        return answer;
    *why = apart(arena, name, shallow);
    return STR("");
}

/* `160000 commit NAME<tab>…` */
static struct str commit_of_entry(struct str entry)
{
    struct str head = STR("160000 commit ");
    struct str rest = {entry.data + head.len, entry.len - head.len};
    const char *tab;

    if (!str_starts(entry, head))
        return STR("");
    tab = memchr(rest.data, '\t', rest.len);
    rest.len = tab ? (size_t)(tab - rest.data) : 0;
    return is_object(rest) ? rest : STR("");
}

struct str base_of_submodule(struct arena *arena, struct str root, struct str outer_root,
                             struct str outer, struct str *why)
{
    struct str below, entry, commit;
    int status;

    if (!path_inside(root, outer_root, &below))
        return STR("");
    if (!ask(arena, outer_root,
             (const char *const[]){"--literal-pathspecs", "ls-tree", "-z", outer.data,
                                   "--", below.data, NULL},
             &status, &entry, why))
        return STR("");
    if (status != 0) {
        *why = base_trouble(arena, *why);
        return STR("");
    }
    *why = STR("");
    commit = commit_of_entry(entry);
    if (!commit.len || !resolve(arena, root, commit, &commit, why) || commit.len) {
        *why = commit.len || why->len == 0 ? STR("") : *why;
        return commit;
    }
    *why = arena_format(arena,
                        "the submodule `%s` lacks the commit to compare with; `git "
                        "submodule update --init` or `git fetch` there brings it",
                        message_text(arena, below));
    return STR("");
}
