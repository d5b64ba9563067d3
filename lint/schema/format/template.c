/* template.c - templates: text with {places} to be filled in */

#include "lint/schema/format/template.h"

#include "lint/base/reason.h"

static const char *const one_brace = "a `}` that closes nothing; write `}}` for a brace";

/* The length of a literal run, which ends before a place, or after the first of two
 * braces. */
static size_t literal_length(struct str text)
{
    size_t len = 0;

    while (len < text.len && text.data[len] != '{' && text.data[len] != '}')
        len++;
    if (len + 1 < text.len && text.data[len] == text.data[len + 1])
        return len + 1;
    return len;
}

/* Parses what is between the braces. */
static bool read_place(struct str inner, struct template_part *part, const char **wrong)
{
    const char *colon = inner.len ? memchr(inner.data, ':', inner.len) : NULL;

    part->name = str_trim(inner);
    if (colon) {
        size_t len = (size_t)(colon - inner.data);

        part->name = str_trim((struct str){inner.data, len});
        part->argument = str_trim((struct str){colon + 1, inner.len - len - 1});
    }
    return part->name.len || fail_because(wrong, "a place `{}` without a name");
}

static bool read_part(struct str *text, struct template_part *part, const char **wrong)
{
    size_t len = literal_length(*text);
    bool doubled = len && strchr("{}", text->data[len - 1]);
    struct str inner;
    const char *close;

    if (len) {
        part->literal = (struct str){text->data, len};
        len += doubled;
        *text = (struct str){text->data + len, text->len - len};
        return true;
    }
    if (*text->data == '}')
        return fail_because(wrong, one_brace);
    close = memchr(text->data, '}', text->len);
    if (!close)
        return fail_because(wrong, "a `{` that is not closed; write `{{` for a brace");
    len = (size_t)(close - text->data);
    inner = (struct str){text->data + 1, len - 1};
    *text = (struct str){close + 1, text->len - len - 1};
    return read_place(inner, part, wrong);
}

bool template_parse(struct arena *arena, struct str text, struct template *template,
                    const char **wrong)
{
    /* Each part takes at least one byte. */
    struct template_part *parts = arena_array(arena, text.len + 1, sizeof(*parts));

    *template = (struct template){parts, 0};
    while (text.len)
        if (!read_part(&text, &parts[template->count++], wrong))
            return false;
    return true;
}

bool template_render(const struct template *template, template_fill_fn *fill,
                     void *context, struct buf *out)
{
    for (uint32_t i = 0; i < template->count; i++) {
        const struct template_part *part = &template->parts[i];

        if (!part->name.len)
            buf_add_str(out, part->literal);
        else if (!fill(context, part, out))
            return false;
    }
    return true;
}
