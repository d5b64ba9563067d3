/* fence.c - the lines around front matter, and lines that look like data */

#include "lint/document/fence.h"

#include "lint/base/ascii.h"
#include "lint/base/white_space.h"

static const struct fence fences[] = {
    {FRONT_MATTER_YAML, {"---", 3}, {"---", 3}, {"...", 3}},
    {FRONT_MATTER_TOML, {"+++", 3}, {"+++", 3}, {"...", 3}},
    {FRONT_MATTER_JSON, {"{", 1}, {"}", 1}, {"", 0}},
};

static struct str skip(struct str text, size_t len)
{
    return (struct str){text.data + len, text.len - len};
}

bool fence_is_mark(struct str line, struct str mark)
{
    return mark.len && str_starts(line, mark) && white_space_only(skip(line, mark.len));
}

const struct fence *fence_of(enum front_matter_syntax syntax)
{
    return &fences[syntax - FRONT_MATTER_YAML];
}

const struct fence *fence_find(struct str line)
{
    if (!line.len || !is_one_of(*line.data, "-+{"))
        return NULL;
    for (size_t i = 0; i < sizeof(fences) / sizeof(fences[0]); i++)
        if (fence_is_mark(line, fences[i].open))
            return &fences[i];
    return NULL;
}

struct str fence_line_text(struct str line)
{
    while (line.len && is_space_or_tab(*line.data))
        line = skip(line, 1);
    return line;
}

static bool is_key_byte(char c)
{
    return is_ascii_word_or_dash(c) || is_one_of(c, ".\"'");
}

bool fence_looks_like_data(enum front_matter_syntax syntax, struct str line)
{
    char sign = syntax == FRONT_MATTER_TOML ? '=' : ':';
    size_t key = 0;
    struct str rest;

    line = fence_line_text(line);
    if (syntax == FRONT_MATTER_JSON && (line.len == 0 || *line.data != '"'))
        return false;
    if (syntax == FRONT_MATTER_TOML && line.len && *line.data == '[')
        return true;
    while (key < line.len && is_key_byte(line.data[key]))
        key++;
    rest = skip(line, key);
    if (sign == '=')
        rest = fence_line_text(rest);
    if (key == 0 || rest.len == 0 || *rest.data != sign)
        return false;
    return sign == '=' || rest.len == 1 || is_space_or_tab(rest.data[1]);
}
