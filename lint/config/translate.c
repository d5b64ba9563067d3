/* translate.c - writes configs of markdownlint's as one of stet's */

#include "lint/config/translate.h"

#include <stdarg.h>

#include "lint/config/markdownlint_scope.h"
#include "lint/files/path.h"
#include "lint/pattern/regex.h"
#include "lint/value/yaml_write.h"

void translate_line(struct translation *translation, const char *format, ...)
{
    va_list args;
    struct str line;

    va_start(args, format);
    line = arena_vformat(translation->arena, format, args);
    va_end(args);
    for (unsigned i = 0; i < translation->indent; i++)
        buf_putc(translation->out, ' ');
    buf_add_str(translation->out, line);
    buf_putc(translation->out, '\n');
}

static void add_item(struct translation *translation, struct str text)
{
    struct buf item = BUF_INIT;

    yaml_add_scalar(&item, text);
    translate_line(translation, "- %.*s", (int)item.len, item.data);
    buf_release(&item);
}

static bool heeds_comments(const struct markdownlint_config *config)
{
    const struct value *off =
        config ? value_get(config->options, "noInlineConfig") : NULL;

    return !off || !value_is_truthy(off);
}

static void add_pattern(struct translation *translation, const struct regex *pattern)
{
    struct buf text = BUF_INIT;

    if (pattern)
        yaml_add_scalar(&text, regex_pattern(pattern));
    else
        buf_puts(&text, "null");
    translate_line(translation, "frontMatter:");
    translate_line(translation, "  pattern: %.*s", (int)text.len, text.data);
    buf_release(&text);
}

/* What holds besides rules; in a folder below also where it is as usual, for it may be
 * otherwise above. */
static void add_reading(struct translation *translation,
                        const struct markdownlint_config *config, bool below)
{
    const struct regex *pattern = config ? config->front_matter : NULL;
    bool heeded = heeds_comments(config);

    if (!heeded || (below && translation->has_comments))
        translate_line(translation, "inlineConfig: %s", heeded ? "true" : "false");
    if (pattern || (below && translation->has_pattern))
        add_pattern(translation, pattern);
}

/* An item of `overrides` begins; the lines after the first are deeper. */
static void begin_override(struct translation *translation)
{
    translate_line(translation, "- preset: markdownlint");
    translation->indent += 2;
    translate_line(translation, "files:");
    translation->indent += 2;
}

static void add_overrides(struct translation *translation, struct str folder,
                          const struct markdownlint_config *config)
{
    /* The first that matches counts there, the last one here. */
    for (uint32_t i = config->override_count; i > 0; i--) {
        const struct markdownlint_override *override = &config->overrides[i - 1];

        if (!override->filter.count)
            continue;
        begin_override(translation);
        translate_filter(translation, folder, &override->filter);
        translation->indent -= 2;
        translate_rules(translation, override->rules);
        translation->indent -= 2;
    }
}

static void add_folder(struct translation *translation, struct str folder,
                       const struct markdownlint_config *config)
{
    begin_override(translation);
    add_item(translation,
             arena_format(translation->arena, "/%.*s/", (int)folder.len, folder.data));
    translation->indent -= 2;
    add_reading(translation, config, true);
    translate_rules(translation, config->rules);
    translation->indent -= 2;
    add_overrides(translation, folder, config);
}

/* The folder of a config from that of the first one on. */
static struct str below(struct str root, const struct config_file *file)
{
    struct str rest = STR("");

    path_inside(file->folder, root, &rest);
    return rest;
}

/* A list under a key, which goes when nothing is in it. */
struct list {
    size_t before;
    size_t empty;
};

static struct list list_begin(struct translation *translation, const char *key)
{
    struct list list = {.before = translation->out->len};

    buf_putc(translation->out, '\n');
    translate_line(translation, "%s:", key);
    translation->indent += 2;
    list.empty = translation->out->len;
    return list;
}

static void list_end(struct translation *translation, struct list list)
{
    translation->indent -= 2;
    if (translation->out->len == list.empty)
        translation->out->len = list.before;
}

static void add_all_overrides(struct translation *translation, struct str root,
                              const struct config_file *const *files, uint32_t count)
{
    struct list list = list_begin(translation, "overrides");

    for (uint32_t i = 0; i < count; i++) {
        struct str folder = below(root, files[i]);

        if (folder.len)
            add_folder(translation, folder, files[i]->foreign);
        else
            add_overrides(translation, folder, files[i]->foreign);
    }
    list_end(translation, list);
}

/* The lines of a file like .gitignore; braces mean nothing in them. */
static void add_ignore_file(struct translation *translation, struct str text)
{
    while (text.len) {
        const char *end = memchr(text.data, '\n', text.len);
        size_t len = end ? (size_t)(end - text.data) : text.len;
        struct str line = str_trim((struct str){text.data, len});
        struct buf pattern = BUF_INIT;

        for (size_t i = 0; i < line.len; i++)
            buf_printf(&pattern, "%s%c", line.data[i] == '{' ? "\\" : "", line.data[i]);
        if (line.len && *line.data != '#')
            add_item(translation, buf_str(&pattern));
        buf_release(&pattern);
        len += end != NULL;
        text = (struct str){text.data + len, text.len - len};
    }
}

/* Those of a config in a folder below the root. */
static void add_ignores_below(struct translation *translation, struct str folder,
                              const struct markdownlint_config *config)
{
    /* What is left out by the config above is not left out here. */
    if (config->outer && config->outer != config->base && config->outer->ignores.count)
        add_item(translation, arena_format(translation->arena, "!/%.*s/**",
                                           (int)folder.len, folder.data));
    translate_ignores(translation, folder, &config->ignores);
}

static void add_ignores(struct translation *translation, struct str root,
                        const struct config_file *const *files, uint32_t count)
{
    struct list list = list_begin(translation, "ignore");

    for (uint32_t i = 0; i < count; i++) {
        struct str folder = below(root, files[i]);

        if (folder.len)
            add_ignores_below(translation, folder, files[i]->foreign);
    }
    if (count && !below(root, files[0]).len) {
        const struct markdownlint_config *base = files[0]->foreign;

        add_ignore_file(translation, base->gitignore_text);
        translate_base_ignores(translation, &base->base_ignores);
    }
    list_end(translation, list);
}

static void add_files(struct translation *translation,
                      const struct markdownlint_config *base)
{
    struct list list = list_begin(translation, "files");

    if (base->globs.count)
        translate_finding(translation, &base->globs);
    /* It was not there yet. */
    if (markdownlint_globs_find(&base->globs, STR("stet.yaml")))
        add_item(translation, STR("!/stet.yaml"));
    list_end(translation, list);
    if (markdownlint_ways(base) & DISCOVER_NO_GITIGNORE)
        translate_line(translation, "gitignore: false");
}

/* With an empty line before them, if there are any. */
static void add_rules(struct translation *translation, const struct value *map)
{
    struct buf *out = translation->out;
    size_t before;

    buf_putc(out, '\n');
    before = out->len;
    translate_rules(translation, map);
    out->len -= out->len == before;
}

void translate(struct translation *translation, struct str folder,
               const struct config_file *const *files, uint32_t count)
{
    const struct config_file *top =
        count && !below(folder, files[0]).len ? files[0] : NULL;

    for (uint32_t i = 0; i < count; i++) {
        translation->has_comments |= !heeds_comments(files[i]->foreign);
        translation->has_pattern |= files[i]->foreign->front_matter != NULL;
    }
    translate_line(translation, "preset: markdownlint");
    if (top) {
        add_reading(translation, top->foreign, false);
        add_rules(translation, top->foreign->rules);
        add_files(translation, top->foreign);
    }
    add_ignores(translation, folder, files, count);
    add_all_overrides(translation, folder, files, count);
}
