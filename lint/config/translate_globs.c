/* translate_globs.c - writes patterns of markdownlint-cli2 as stet's */

#include "lint/config/translate.h"
#include "lint/files/path.h"
#include "lint/value/yaml_write.h"

/*
 * Patterns of stet's are those of .gitignore: what matches a folder means all in it.
 * Those of markdownlint-cli2 mostly mean files. So after a pattern that may match a
 * folder as well, folders are included again: `!` and `/` around it, or `!*` and `/` for
 * all.
 */

static void add_item(struct translation *translation, struct str pattern)
{
    struct buf text = BUF_INIT;

    yaml_add_scalar(&text, pattern);
    translate_line(translation, "- %.*s", (int)text.len, text.data);
    buf_release(&text);
}

/* before, the pattern from the folder on, after. */
static void add_pattern(struct translation *translation, const char *before,
                        struct str folder, struct str pattern, const char *after)
{
    const char *slash = folder.len ? "/" : "";

    if (str_is(pattern, "/"))
        return;
    /* In the folder of the config, a name at any depth needs no path. */
    if (!folder.len && !*(after + (*after == '/')) && str_starts(pattern, STR("**/")) &&
        !memchr(pattern.data + 3, '/', pattern.len - 3)) {
        add_item(translation,
                 arena_format(translation->arena, "%s%.*s%s", before,
                              (int)pattern.len - 3, pattern.data + 3, after));
        return;
    }
    add_item(translation,
             arena_format(translation->arena, "%s/%.*s%s%.*s%s", before, (int)folder.len,
                          folder.data, slash, (int)pattern.len, pattern.data, after));
}

/* Hardly any folder has a name that ends so. */
static bool is_for_files(struct str pattern)
{
    static const char *const endings[] = {".md", ".mdx", ".markdown", ".{md,mdx}",
                                          ".{md,markdown}"};

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
        if (str_ends(pattern, str_from(endings[i])))
            return true;
    return false;
}

/* All but what it matches. */
static void add_complement(struct translation *translation, struct str folder,
                           const struct markdownlint_glob *glob)
{
    add_pattern(translation, "", folder, STR("**"), "");
    add_pattern(translation, "!", folder, STR("**/"), "");
    add_pattern(translation, "!", folder, glob->text, "");
}

static void add_for_files(struct translation *translation, struct str folder,
                          struct str pattern)
{
    add_pattern(translation, "", folder, pattern, "");
    if (!is_for_files(pattern) && !str_ends(pattern, STR("**")))
        add_pattern(translation, "!", folder, pattern, "/");
}

void translate_base_ignores(struct translation *translation,
                            const struct markdownlint_globs *globs)
{
    for (uint32_t i = 0; i < globs->count; i++) {
        const struct markdownlint_glob *glob = &globs->items[i];

        if (glob->negated)
            add_complement(translation, STR(""), glob);
        else if (!glob->folder)
            add_for_files(translation, STR(""), glob->text);
    }
    for (uint32_t i = 0; i < globs->count; i++) {
        const struct markdownlint_glob *glob = &globs->items[i];

        if (!glob->negated && glob->folder)
            add_pattern(translation, "", STR(""), glob->text, "");
    }
}

/* Is the pattern a name of something that is no article? */
static bool is_needless(struct str pattern)
{
    return !glob_has_marks(pattern) && !discover_is_article(pattern);
}

void translate_ignores(struct translation *translation, struct str folder,
                       const struct markdownlint_globs *globs)
{
    for (uint32_t i = 0; i < globs->count; i++) {
        const struct markdownlint_glob *glob = &globs->items[i];

        if (is_needless(glob->text))
            continue;
        if (glob->negated)
            add_complement(translation, folder, glob);
        else
            add_for_files(translation, folder, glob->text);
    }
}

/* Does the list choose what nothing in it names? */
static bool is_negative(const struct markdownlint_globs *globs)
{
    for (uint32_t i = 0; i < globs->count; i++)
        if (!globs->items[i].negated)
            return false;
    return true;
}

static bool all_for_files(const struct markdownlint_globs *globs)
{
    for (uint32_t i = 0; i < globs->count; i++)
        if (!globs->items[i].negated && !is_for_files(globs->items[i].text))
            return false;
    return !is_negative(globs);
}

static void add_choice(struct translation *translation, struct str folder,
                       const struct markdownlint_glob *glob, bool with_folders)
{
    const char *before = glob->negated ? "!" : "";
    bool is_folder = glob->folder && !str_ends(glob->text, STR("**"));

    add_pattern(translation, before, folder, glob->text, "");
    if (with_folders && is_folder && !is_for_files(glob->text))
        add_pattern(translation, before, folder, glob->text, "/**");
}

void translate_filter(struct translation *translation, struct str folder,
                      const struct markdownlint_globs *globs)
{
    if (is_negative(globs))
        add_pattern(translation, "", folder, STR("**"), "");
    for (uint32_t i = 0; i < globs->count; i++)
        add_choice(translation, folder, &globs->items[i], false);
    if (!all_for_files(globs))
        add_item(translation, STR("!*/"));
}

void translate_finding(struct translation *translation,
                       const struct markdownlint_globs *globs)
{
    for (uint32_t i = 0; i < globs->count; i++)
        add_choice(translation, STR(""), &globs->items[i], true);
    if (!all_for_files(globs))
        add_item(translation, STR("!*/"));
}
