/* property.c - tags and anchors, which may be meant as the first word of a text */

#include "lint/yaml/property.h"

#include <string.h>

#include "lint/base/ascii.h"
#include "lint/yaml/form.h"
#include "lint/yaml/mistakes.h"

/* The name of a tag of the core schema, `!!str` or in full; empty for any other tag. */
static struct str core_name(struct str tag)
{
    const size_t full = strlen("!<" YAML_TAGS);

    if (str_starts(tag, STR("!!")))
        return (struct str){tag.data + 2, tag.len - 2};
    if (str_starts(tag, STR("!<" YAML_TAGS)) && tag.data[tag.len - 1] == '>')
        return (struct str){tag.data + full, tag.len - full - 1};
    return STR("");
}

static bool is_core_tag(struct str tag)
{
    static const char *const names[] = {"str",  "int",       "float",  "bool",
                                        "null", "seq",       "map",    "set",
                                        "omap", "timestamp", "binary", "merge"};
    struct str name = core_name(tag);

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (str_is(name, names[i]))
            return true;
    return false;
}

enum yaml_after yaml_after_plain(struct str text)
{
    struct yaml_form form;

    if (!text.len)
        return AFTER_NOTHING;
    for (size_t i = 0; i < text.len; i++)
        if (is_space_tab_or_line_end(text.data[i]))
            return yaml_form_date(text, &form) ? AFTER_WORD : AFTER_WORDS;
    return AFTER_WORD;
}

static bool report_text(struct value_builder *builder, struct span word, const char *kind,
                        struct span text)
{
    const char *data = builder->input.data;
    struct mistake *mistake = value_builder_problem(
        builder, PROBLEM_SYNTAX, word,
        "`%.*s` is %s, not text; put quotes around text that starts with `%c`",
        (int)span_length(word), data + word.start, kind, data[word.start]);

    mistake->fix_safe = false;
    if (!span_empty(text))
        mistake_add_edit(mistake, builder->arena, text,
                         yaml_quoted(builder->arena,
                                     (struct str){data + text.start, span_length(text)}));
    return true;
}

/* `!important Note`: other readers stop at the tag. */
static bool report_tag(struct value_builder *builder, struct span word,
                       enum yaml_after after, struct span text)
{
    struct str tag = {builder->input.data + word.start, span_length(word)};

    if (is_core_tag(tag) || (tag.len == 1 && after == AFTER_STRUCTURE))
        return false;
    if (after != AFTER_STRUCTURE && !str_starts(tag, STR("!!")) &&
        !str_starts(tag, STR("!<")))
        return report_text(builder, word, "a tag", text);
    value_builder_problem(builder, PROBLEM_SYNTAX, word,
                          "`%.*s` is a tag that few programs know; delete it",
                          (int)tag.len, tag.data);
    return true;
}

bool yaml_report_property(struct value_builder *builder, struct span word,
                          enum yaml_after after, struct span text)
{
    if (builder->input.data[word.start] == '!')
        return report_tag(builder, word, after, text);
    return (after == AFTER_NOTHING || after == AFTER_WORDS) &&
           report_text(builder, word, "an anchor", text);
}
