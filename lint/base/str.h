/* str.h - a borrowed run of bytes */
#ifndef LINT_BASE_STR_H
#define LINT_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * A view of bytes that belong to something else: a source, an arena, a literal. They need
 * not be followed by a NUL; where a contract promises one, as those of arena_str(),
 * arena_format() and lint/files/path.h do, data may be passed to C functions that take a
 * string.
 */
struct str {
    const char *data;
    size_t len;
};

/* A list of strings in an arena. */
struct str_list {
    const struct str *items;
    size_t count;
};

/* The bytes of a string literal. */
#define STR(literal) ((struct str){literal, sizeof(literal) - 1})

static inline struct str str_from(const char *text)
{
    return (struct str){text, strlen(text)};
}

static inline bool str_equal(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static inline bool str_is(struct str a, const char *text)
{
    return str_equal(a, str_from(text));
}

static inline bool str_starts(struct str a, struct str prefix)
{
    if (a.len < prefix.len)
        return false;
    /* Most texts differ in the first byte already. */
    return !prefix.len ||
           (*a.data == *prefix.data && memcmp(a.data, prefix.data, prefix.len) == 0);
}

static inline bool str_ends(struct str a, struct str suffix)
{
    return a.len >= suffix.len &&
           memcmp(a.data + a.len - suffix.len, suffix.data, suffix.len) == 0;
}

/* The case of ASCII letters does not count; all other bytes must be equal. */
bool str_equal_ignore_case(struct str a, struct str b);

/* Is the text one of the list? */
bool str_list_has(struct str_list list, struct str text);

/* The same, as str_equal_ignore_case() compares. */
bool str_list_has_ignore_case(struct str_list list, struct str text);

/* Is every byte, or any, one of the ASCII characters in set? NUL never is. */
bool str_has_only(struct str text, const char *set);
bool str_has_any(struct str text, const char *set);

/* Byte order, as memcmp(); a prefix sorts first. For qsort() and bsearch(). */
int str_compare(struct str a, struct str b);

/* FNV-1a with its halves mixed: the same on every machine and in every version, so that
 * it may be written. */
uint64_t str_hash(struct str text);

/* A view without the spaces, tabs and line ends at both ends. */
struct str str_trim(struct str a);

/* A view of the first spaces and tabs, from `at` (at most text.len) on, of which two or
 * more stand side by side; an empty one, at the end of text, when there are none. */
struct str str_blanks(struct str text, size_t at);

#endif
