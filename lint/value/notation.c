/* notation.c - the notation that the name of a file stands for */

#include "lint/value/notation.h"

static const struct {
    struct str ending;
    enum value_notation notation;
} endings[] = {
    {{".yaml", 5}, NOTATION_YAML}, {{".yml", 4}, NOTATION_YAML},
    {{".json", 5}, NOTATION_JSON}, {{".jsonc", 6}, NOTATION_JSONC},
    {{".toml", 5}, NOTATION_TOML},
};

enum value_notation notation_of(struct str path)
{
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        if (str_ends(path, endings[i].ending))
            return endings[i].notation;
    return NOTATION_UNKNOWN;
}
