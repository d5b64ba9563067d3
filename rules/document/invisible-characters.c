/* invisible-characters.c - ST105: characters that nobody sees and that do nothing */

#include "lint/rule.h"

struct settings {
    bool strict;
    struct str_list allow;
};

static const struct option options[] = {
    {.name = "strict",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "report every one, also where it does something",
     .offset = offsetof(struct settings, strict)},
    {.name = "allow",
     .type = OPTION_STRINGS,
     .initial = "[]",
     .help = "characters that may stand anywhere, as in `U+200B`",
     .offset = offsetof(struct settings, allow)},
    {.type = OPTION_END},
};

static bool is_allowed(struct pass *pass, const struct invisible_run *run)
{
    const struct settings *settings = pass_settings(pass);

    if (run->is_useful && !settings->strict)
        return true;
    return settings->allow.count &&
           str_list_has_ignore_case(
               settings->allow,
               arena_format(pass_arena(pass), "U+%04X", (unsigned)run->first));
}

static void complain(struct pass *pass, const struct invisible_run *run, uint32_t start)
{
    struct span place =
        span_make(start + (uint32_t)run->start, start + (uint32_t)run->end);
    struct finding *finding;

    if (run->count == 1)
        finding = report(pass, place, "an invisible %s (U+%04X) stands here; delete it",
                         run->name, (unsigned)run->first);
    else
        finding = report(pass, place,
                         "%u invisible characters stand here (%s, U+%04X); delete them",
                         (unsigned)run->count, run->name, (unsigned)run->first);
    fix_replace(finding, place, (struct str){"", 0});
}

static void check_line(struct pass *pass, uint32_t line)
{
    const struct source *source = pass_source(pass);
    struct span span = source_line_span(source, line);
    struct invisible_search search = {.line = source_text(source, span)};
    struct invisible_run run;

    while (invisible_next(&search, &run))
        if (!is_allowed(pass, &run))
            complain(pass, &run, span.start);
}

const struct rule rule_invisible_characters = {
    .code = "ST105",
    .name = "invisible-characters",
    .aliases = "MD084",
    .tags = "stet",
    .summary = "a character that nobody sees does nothing where it stands",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .presets = PRESET_RECOMMENDED,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .line_flags = LINE_NON_ASCII,
    .lines_before_text = true,
    .line = check_line,
};
