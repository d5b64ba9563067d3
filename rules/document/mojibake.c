/* mojibake.c - ST104: letters of UTF-8 that were read as Windows-1252 or Latin-1 */

#include "lint/rule.h"

struct settings {
    bool code_blocks;
    struct str_list ignore;
};

struct state {
    struct verbatim_search search;
};

static const struct option options[] = {
    {.name = "code_blocks",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "look at code, too",
     .offset = offsetof(struct settings, code_blocks)},
    {.name = "ignore",
     .type = OPTION_STRINGS,
     .initial = "[]",
     .help = "texts that are right as they are",
     .offset = offsetof(struct settings, ignore)},
    {.type = OPTION_END},
};

static void complain(struct pass *pass, struct span place)
{
    struct arena *arena = pass_arena(pass);
    struct str wrong = source_text(pass_source(pass), place);
    struct str right = misread_text(arena, wrong);
    const char *shown = message_text(arena, wrong);

    if (str_is(right, "\xEF\xBF\xBD"))
        report(pass, place, "`%s` stands for a lost character; type it again", shown);
    else if (white_space_only(right))
        fix_replace(report(pass, place,
                           "`%s` is a space in the wrong encoding; type a space", shown),
                    place, STR(" "));
    else
        fix_replace(report(pass, place, "`%s` is `%s` in the wrong encoding; type `%s`",
                           shown, message_text(arena, right), message_text(arena, right)),
                    place, right);
}

/* Is there code, in which such characters are shown on purpose? */
static bool is_exempt(struct pass *pass, struct span place)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);

    if (str_list_has(settings->ignore, source_text(pass_source(pass), place)))
        return true;
    return !settings->code_blocks &&
           source_line(pass_source(pass), place.start) >= document->body_line &&
           document_is_verbatim(document, place, &state->search);
}

/* All of it begins with a letter from U+00C2 to U+00F4, whose first byte is C3. */
static void check_line(struct pass *pass, uint32_t line)
{
    const struct source *source = pass_source(pass);
    struct span span = source_line_span(source, line);
    struct str text = source_text(source, span);
    const char *at = text.data;

    while ((at = memchr(at, 0xC3, (size_t)(text.data + text.len - at)))) {
        uint32_t start = (uint32_t)(at - source->data);
        size_t len = misread_length(text, (size_t)(at - text.data));
        struct span place = span_make(start, start + (uint32_t)len);

        if (len && !is_exempt(pass, place))
            complain(pass, place);
        at += len ? len : 1;
    }
}

const struct rule rule_mojibake = {
    .code = "ST104",
    .name = "mojibake",
    .aliases = "MD083",
    .tags = "stet",
    .summary = "a text in UTF-8 was read in another encoding, as in `CafÃ©`",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .line_flags = LINE_NON_ASCII,
    .lines_before_text = true,
    .line = check_line,
};
