/* forbidden-terms.c - ST115: words that an article should do without */

#include "lint/rule.h"

struct settings {
    struct str_list terms;
    bool match_case;
};

/* What is between a term and the word to use instead. */
#define ARROW STR("->")

static const struct option options[] = {
    {.name = "terms",
     .type = OPTION_STRINGS,
     .initial = "[]",
     .help =
         "words that must not be used, each with another one to use, as in `utilize -> "
         "use`, or without",
     .offset = offsetof(struct settings, terms)},
    {.name = "match_case",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "capital letters must be the same, too",
     .offset = offsetof(struct settings, match_case)},
    {.type = OPTION_END},
};

/* The term up to the arrow; *instead is what follows it, without data when there is
 * none. */
static struct str split(struct str term, struct str *instead)
{
    *instead = (struct str){NULL, 0};
    for (size_t at = 0; at < term.len; at++) {
        struct str rest = {term.data + at, term.len - at};

        if (!str_starts(rest, ARROW))
            continue;
        *instead = str_trim((struct str){rest.data + ARROW.len, rest.len - ARROW.len});
        return str_trim((struct str){term.data, at});
    }
    return str_trim(term);
}

/* With a capital where what was found has one. */
static struct str like(struct pass *pass, struct str found, struct str instead)
{
    struct str copy = arena_str(pass_arena(pass), instead);
    char *first = (char *)copy.data;

    if (copy.len && is_ascii_upper(found.data[0]) && is_ascii_lower(first[0]))
        first[0] = (char)(first[0] - 'a' + 'A');
    return copy;
}

static void complain(struct pass *pass, struct span place, struct str instead)
{
    struct arena *arena = pass_arena(pass);
    struct str found = source_text(pass_source(pass), place);
    const char *shown = message_text(arena, found);
    struct str right = like(pass, found, instead);

    if (!instead.data)
        report(pass, place, "`%s` should not be used; write it in other words", shown);
    else if (!instead.len)
        fix_replace(report(pass, place, "`%s` should not be used; delete it", shown),
                    place, right);
    else
        fix_replace(report(pass, place, "`%s` should not be used; type `%s`", shown,
                           message_text(arena, right)),
                    place, right);
}

static void finish(struct pass *pass)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    struct arena *arena = pass_arena(pass);
    struct str_list terms = {NULL, settings->terms.count};
    struct str *names = arena_array(arena, terms.count, sizeof(*names));
    struct str *instead = arena_array(arena, terms.count, sizeof(*instead));
    struct piece_list pieces;
    const struct name_match *matches;
    uint32_t count;

    if (!terms.count)
        return;
    for (size_t i = 0; i < terms.count; i++)
        names[i] = split(settings->terms.items[i], &instead[i]);
    terms.items = names;
    pieces.items = document_pieces(document, PIECE_TEXT, arena, &pieces.count);
    matches = document_names(document, &pieces, terms, arena, &count);
    for (uint32_t i = 0; i < count; i++) {
        struct str found = source_text(pass_source(pass), matches[i].span);

        if (!settings->match_case || str_equal(found, names[matches[i].name]))
            complain(pass, matches[i].span, instead[matches[i].name]);
    }
}

const struct rule rule_forbidden_terms = {
    .code = "ST115",
    .name = "forbidden-terms",
    .aliases = "MD061",
    .tags = "spelling",
    .summary = "a word is used that the config forbids",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .finish = finish,
};
