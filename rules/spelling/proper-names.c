/* proper-names.c - MD044: names are written as their owners write them */

#include <stdlib.h>

#include "lint/rule.h"

struct settings {
    struct str_list names;
    bool code_blocks;
    bool html_elements;
};

/* A search. What one name has found longer ones have not, and no other finds it again. */
struct search {
    struct pass *pass;
    struct str_list names;
    const struct span *pieces;
    char *taken;    /* by byte of the file: part of a name or of a URL */
    bool *has_urls; /* by piece: its URLs have been looked for */
};

static const struct option options[] = {
    {.name = "names",
     .type = OPTION_STRINGS,
     .initial = "[]",
     .help = "names as they must be written; empty: none are looked for",
     .offset = offsetof(struct settings, names)},
    {.name = "code_blocks",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "look at code, too",
     .offset = offsetof(struct settings, code_blocks)},
    {.name = "html_elements",
     .type = OPTION_BOOL,
     .initial = "true",
     .help = "look at HTML tags and comments, too",
     .offset = offsetof(struct settings, html_elements)},
    {.type = OPTION_END},
};

static int compare_names(const void *a, const void *b)
{
    const struct str *first = a;
    const struct str *second = b;
    size_t first_len = utf8_utf16_units(*first);
    size_t second_len = utf8_utf16_units(*second);

    if (first_len != second_len)
        return first_len < second_len ? 1 : -1;
    return -str_compare(*first, *second);
}

/* The names in the order in which they are looked for: long ones first. */
static struct str_list sorted_names(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    size_t count = settings->names.count;
    struct str *names = arena_array(pass_arena(pass), count, sizeof(*names));

    memcpy(names, settings->names.items, count * sizeof(*names));
    qsort(names, count, sizeof(*names), compare_names);
    return (struct str_list){names, count};
}

static void take(struct search *search, struct span span)
{
    memset(search->taken + span.start, 1, span_length(span));
}

static bool is_taken(const struct search *search, struct span span)
{
    return memchr(search->taken + span.start, 1, span_length(span)) != NULL;
}

/* Is it part of a URL that text, code or a tag has in it? */
static bool is_in_url(struct search *search, const struct name_match *match)
{
    if (!search->has_urls[match->piece]) {
        search->has_urls[match->piece] = true;
        take(search, document_piece_url(pass_document(search->pass),
                                        search->pieces[match->piece]));
    }
    return is_taken(search, match->span);
}

static void check(struct search *search, const struct name_match *match)
{
    struct pass *pass = search->pass;
    struct str name = search->names.items[match->name];
    struct str found = source_text(pass_source(pass), match->span);
    struct finding *finding;

    if (str_equal(found, name) || str_list_has(search->names, found) ||
        is_taken(search, match->span) || is_in_url(search, match))
        return;
    finding = report(pass, match->span, "`%s` should be `%s`",
                     message_text(pass_arena(pass), found),
                     message_text(pass_arena(pass), name));
    fix_replace(finding, match->span, name);
}

static void finish(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    struct arena *arena = pass_arena(pass);
    struct search search = {.pass = pass, .names = sorted_names(pass)};
    unsigned kinds = PIECE_TEXT | (settings->code_blocks ? PIECE_CODE : 0) |
                     (settings->html_elements ? PIECE_HTML : 0);
    const struct name_match *matches;
    uint32_t count;

    if (!search.names.count)
        return;
    search.pieces = document_pieces(document, kinds, arena, &count);
    search.taken = arena_alloc(arena, pass_source(pass)->size + 1);
    search.has_urls = arena_array(arena, (size_t)count + 1, sizeof(*search.has_urls));
    matches = document_names(document, &(struct piece_list){search.pieces, count},
                             search.names, arena, &count);
    for (uint32_t i = 0; i < count; i++) {
        check(&search, &matches[i]);
        take(&search, matches[i].span);
    }
}

const struct rule rule_proper_names = {
    .code = "MD044",
    .name = "proper-names",
    .tags = "spelling",
    .summary = "a name is not written as its owners write it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .finish = finish,
};
