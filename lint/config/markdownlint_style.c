/* markdownlint_style.c - the configs that come with markdownlint */

#include "lint/config/markdownlint_style.h"

/* Those of markdownlint 0.40, as YAML. */
static const struct {
    const char *request;
    const char *rules;
} styles[] = {
    {"markdownlint/style/all", "{default: true}"},
    {"markdownlint/style/cirosantilli",
     "{default: true, MD003: {style: atx}, MD004: {style: dash}, MD007: {indent: 4}, "
     "MD030: {ul_multi: 3, ol_multi: 2}, MD033: false, MD035: {style: '---'}}"},
    {"markdownlint/style/prettier",
     "{MD003: false, MD005: false, MD007: false, MD009: false, MD010: false, MD012: "
     "false, MD013: false, MD018: false, MD019: false, MD020: false, MD021: false, "
     "MD022: false, MD023: false, MD027: false, MD028: false, MD029: false, MD030: "
     "false, MD031: false, MD032: false, MD035: false, MD048: false, MD049: false, "
     "MD050: false}"},
    {"markdownlint/style/relaxed",
     "{default: true, whitespace: false, line_length: false, MD007: false, MD033: false, "
     "MD034: false, MD040: false, MD041: false}"},
};

const struct value *markdownlint_style(struct arena *arena, struct str request)
{
    for (size_t i = 0; i < sizeof(styles) / sizeof(*styles); i++) {
        const char *text = styles[i].rules;
        struct value_input input = {text, span_make(0, (uint32_t)strlen(text)),
                                    VALUE_MAX_NODES};
        struct value_tree tree;

        if (!str_is(request, styles[i].request))
            continue;
        yaml_read(arena, input, &tree);
        return tree.root;
    }
    return NULL;
}
