/* markdownlint_globs.c - lists of patterns in configs of markdownlint-cli2 */

#include "lint/config/markdownlint_globs.h"

#include <stdlib.h>

#include "lint/base/ascii.h"
#include "lint/base/buf.h"
#include "lint/base/reason.h"
#include "lint/files/path.h"

/* More numbers in `{1..9}` are refused: they become as many alternatives. */
enum { MAX_RANGE = 100 };

/* Longer patterns would be refused when they are compiled; groups nest less deeply. */
enum { MAX_PATTERN = GLOB_MAX_STEPS };

/* A pattern that is rewritten. */
struct rewriting {
    struct str from;
    size_t at;
    struct buf *to;
    const char **reason;
};

/* The offset after the group that begins with `open` at the place; 0 when nothing closes
 * it. */
static size_t group_end(struct str text, size_t at, char open, char close)
{
    unsigned depth = 0;

    for (size_t i = at; i < text.len; i++) {
        if (text.data[i] == '\\')
            i++;
        else if (text.data[i] == open)
            depth++;
        else if (text.data[i] == close && !--depth)
            return i + 1;
    }
    return 0;
}

static bool has_bar(struct str text)
{
    return memchr(text.data, '|', text.len) != NULL;
}

static bool rewrite(struct rewriting *rewriting);

/* What is in parentheses, as alternatives in braces: `(a|b)`, `@(a|b)`; `?(a)` may be
 * left out. */
static bool rewrite_group(struct rewriting *rewriting, size_t end, bool optional)
{
    struct str inside = {rewriting->from.data + rewriting->at + 1,
                         end - rewriting->at - 2};
    struct rewriting inner = {inside, 0, rewriting->to, rewriting->reason};
    bool braces = optional || has_bar(inside);

    if (braces)
        buf_putc(rewriting->to, '{');
    if (optional)
        buf_putc(rewriting->to, ',');
    while (inner.at < inside.len) {
        if (inside.data[inner.at] == '|') {
            buf_putc(rewriting->to, ',');
            inner.at++;
        } else if (!rewrite(&inner)) {
            return false;
        }
    }
    if (braces)
        buf_putc(rewriting->to, '}');
    rewriting->at = end;
    return true;
}

/* `{1..3}` as {1,2,3}. False when it is no range. */
static bool rewrite_range(struct rewriting *rewriting, size_t end)
{
    const char *text = rewriting->from.data + rewriting->at + 1;
    char *rest;
    long first, last;

    if (!is_ascii_digit(*text))
        return false;
    first = strtol(text, &rest, 10);
    if (strncmp(rest, "..", 2) != 0 || !is_ascii_digit(rest[2]))
        return false;
    last = strtol(rest + 2, &rest, 10);
    if (rest != rewriting->from.data + end - 1 || last < first ||
        last - first >= MAX_RANGE)
        return false;
    for (long i = first; i <= last; i++)
        buf_printf(rewriting->to, "%s%ld", i == first ? "{" : ",", i);
    buf_putc(rewriting->to, '}');
    rewriting->at = end;
    return true;
}

/* Braces without comma or range are text. */
static bool is_plain_brace(struct str inside)
{
    return !memchr(inside.data, ',', inside.len);
}

static bool rewrite_brace(struct rewriting *rewriting, size_t end)
{
    struct str inside = {rewriting->from.data + rewriting->at + 1,
                         end - rewriting->at - 2};

    if (rewrite_range(rewriting, end))
        return true;
    if (is_plain_brace(inside))
        buf_putc(rewriting->to, '\\');
    buf_putc(rewriting->to, '{');
    rewriting->at++;
    return true;
}

/* One character of the pattern, or a group. */
static bool rewrite(struct rewriting *rewriting)
{
    struct str from = rewriting->from;
    char c = from.data[rewriting->at];
    bool marked = rewriting->at + 1 < from.len && from.data[rewriting->at + 1] == '(' &&
                  is_one_of(c, "@?+*!") &&
                  group_end(from, rewriting->at + 1, '(', ')') > 0;
    size_t end = c == '{' ? group_end(from, rewriting->at, '{', '}')
                          : group_end(from, rewriting->at + marked, '(', ')');

    if (marked && !is_one_of(c, "@?"))
        return fail_because(rewriting->reason, "`+(…)`, `*(…)` and `!(…)` are not known");
    rewriting->at += marked;
    if ((c == '(' || marked) && end)
        return rewrite_group(rewriting, end, c == '?');
    if (c == '{' && end)
        return rewrite_brace(rewriting, end);
    if (c == '\\' && rewriting->at + 1 < from.len) {
        buf_putc(rewriting->to, c);
        c = from.data[++rewriting->at];
    }
    buf_putc(rewriting->to, c);
    rewriting->at++;
    return true;
}

static bool rewrite_all(struct str pattern, struct buf *to, const char **reason)
{
    struct rewriting rewriting = {pattern, 0, to, reason};

    while (rewriting.at < pattern.len)
        if (!rewrite(&rewriting))
            return false;
    return true;
}

/* Strips the marks before the pattern; true when they negate it. */
static bool take_marks(struct str *pattern)
{
    bool negated = false;

    while (str_starts(*pattern, STR("!")) && !str_starts(*pattern, STR("!("))) {
        negated = !negated;
        *pattern = (struct str){pattern->data + 1, pattern->len - 1};
    }
    /* A literal path; one with marks in it would need them escaped. */
    if (str_starts(*pattern, STR(":")) && !glob_has_marks(*pattern))
        *pattern = (struct str){pattern->data + 1, pattern->len - 1};
    while (str_starts(*pattern, STR("./")))
        *pattern = (struct str){pattern->data + 2, pattern->len - 2};
    return negated;
}

/* The last name in the pattern, when it follows two stars and looks like that of a
 * folder: `node_modules` but not `a.md`. */
static bool ends_in_folder(struct str text)
{
    struct str name = path_name(text);
    struct str before = {text.data, text.len - name.len};

    if (!str_ends(before, STR("**/")) || glob_has_marks(name))
        return false;
    return str_starts(name, STR(".")) || !memchr(name.data, '.', name.len);
}

/* The folder that the pattern stands for, or an empty string. */
static struct str folder_of(struct str text)
{
    if (str_ends(text, STR("/**")))
        return (struct str){text.data, text.len - 3};
    return !glob_has_marks(text) || ends_in_folder(text) ? text : STR("");
}

/* A final slash is for folders; where it is not known which, nothing matches. */
static bool strip_slash(struct str *text)
{
    bool slash = text->len > 1 && str_ends(*text, STR("/"));

    text->len -= slash;
    return !slash || !glob_has_marks(*text);
}

static bool compile(struct markdownlint_glob *item, struct arena *arena,
                    const char **reason)
{
    struct str text = item->text;
    struct str folder;

    if (!text.len)
        return fail_because(reason, "the pattern is empty");
    if (!strip_slash(&text))
        text = STR("/");
    item->text = text;
    item->glob = glob_compile(arena, text, GLOB_BRACES, reason);
    folder = folder_of(text);
    if (item->glob && folder.len)
        item->folder = glob_compile(arena, folder, GLOB_BRACES, reason);
    return item->glob;
}

bool markdownlint_globs_add(struct markdownlint_globs *list, struct str pattern,
                            struct arena *arena, const char **reason)
{
    struct markdownlint_glob item = {.negated = take_marks(&pattern)};
    struct buf text = BUF_INIT;
    bool good;

    if (pattern.len > MAX_PATTERN)
        return fail_because(reason, "the pattern is too long");
    good = rewrite_all(arena_str(arena, pattern), &text, reason);
    item.text = arena_str(arena, buf_str(&text));
    buf_release(&text);
    if (!good || !compile(&item, arena, reason))
        return false;
    list->items = arena_make_room(arena, list->items, list->count, &list->capacity,
                                  sizeof(*list->items));
    list->items[list->count++] = item;
    return true;
}

/* negated: what a `!` before the whole list's patterns makes of them. */
static bool chooses(const struct markdownlint_globs *list, struct str path, bool negated)
{
    bool only_negated = true;
    bool chosen = true;
    bool decided = false;

    for (uint32_t i = 0; i < list->count; i++) {
        const struct markdownlint_glob *item = &list->items[i];
        bool takes = item->negated == negated;

        only_negated &= !takes;
        if (!glob_match(item->glob, path))
            continue;
        chosen = takes;
        decided = true;
    }
    return decided ? chosen : only_negated;
}

bool markdownlint_globs_filter(const struct markdownlint_globs *list, struct str path)
{
    return chooses(list, path, false);
}

bool markdownlint_globs_ignore(const struct markdownlint_globs *list, struct str path)
{
    return list->count && !chooses(list, path, true);
}

static bool folder_matches(const struct markdownlint_glob *item, struct str path)
{
    return item->folder && glob_match(item->folder, path);
}

bool markdownlint_globs_leave_out(const struct markdownlint_globs *list, struct str path,
                                  bool is_folder)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const struct markdownlint_glob *item = &list->items[i];

        if (is_folder ? !item->negated && folder_matches(item, path)
                      : glob_match(item->glob, path) != item->negated)
            return true;
    }
    return false;
}

/* Does the pattern match the file, or stand for a folder above it? */
static bool finds(const struct markdownlint_glob *item, struct str path)
{
    for (size_t i = 0; i < path.len && item->folder; i++)
        if (path.data[i] == '/' && folder_matches(item, (struct str){path.data, i}))
            return true;
    return glob_match(item->glob, path);
}

bool markdownlint_globs_find(const struct markdownlint_globs *list, struct str path)
{
    for (uint32_t i = list->count; i > 0; i--)
        if (finds(&list->items[i - 1], path))
            return !list->items[i - 1].negated;
    return false;
}
