/* keyword_page.c - the manual pages of stet's own schema keywords (docs/vocabulary) */

#include "lint/manual/keyword_page.h"

#include "lint/base/embedded.h"
#include "lint/manual/rule_page.h"

/* The keyword that a file is the page of; empty for any other file. */
static struct str keyword_of(const struct embedded_file *file)
{
    struct str folder = STR("docs/vocabulary/");
    struct str name = str_from(file->name);

    if (!str_starts(name, folder) || !str_ends(name, STR(".md")))
        return STR("");
    name = (struct str){name.data + folder.len, name.len - folder.len - strlen(".md")};
    return str_is(name, "README") ? STR("vocabulary") : name;
}

struct str keyword_page_text(struct str keyword)
{
    for (const struct embedded_file *file = embedded_files; keyword.len && file->name;
         file++)
        if (str_equal(keyword_of(file), keyword))
            return page_without_front_matter(
                (struct str){(const char *)file->data, file->len});
    return STR("");
}

struct str_list keyword_page_names(struct arena *arena)
{
    size_t count = 0;
    struct str *names;

    for (const struct embedded_file *file = embedded_files; file->name; file++)
        count++;
    names = arena_array(arena, count, sizeof(*names));
    count = 0;
    for (const struct embedded_file *file = embedded_files; file->name; file++)
        if (keyword_of(file).len)
            names[count++] = keyword_of(file);
    return (struct str_list){names, count};
}
