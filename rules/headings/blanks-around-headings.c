/* blanks-around-headings.c - MD022: headings have blank lines around them */

#include "lint/rule.h"

/* More would only make files and memory grow. */
enum { LINES_MAX = 100 };

struct settings {
    int above[6];
    int below[6];
};

static const struct option options[] = {
    {.name = "lines_above",
     .type = OPTION_PER_LEVEL,
     .initial = "1",
     .help = "blank lines above a heading, for all levels or a list of six; -1 for any "
             "number",
     .offset = offsetof(struct settings, above),
     .minimum = -1,
     .maximum = LINES_MAX},
    {.name = "lines_below",
     .type = OPTION_PER_LEVEL,
     .initial = "1",
     .help = "blank lines below a heading, for all levels or a list of six; -1 for any "
             "number",
     .offset = offsetof(struct settings, below),
     .minimum = -1,
     .maximum = LINES_MAX},
    {.type = OPTION_END},
};

/* One side of a heading that lacks blank lines. */
struct gap {
    const struct node *heading;
    const char *side; /* "above" or "below" */
    int wanted;
    int found;
    uint32_t own; /* the line of the heading at that side */
    uint32_t at;  /* the line that they are inserted before */
};

static void report_gap(struct pass *pass, const struct gap *gap)
{
    struct finding *finding;

    if (gap->wanted == 1)
        finding = report(pass, gap->heading->span, "the heading needs a blank line %s it",
                         gap->side);
    else
        finding = report(pass, gap->heading->span,
                         "the heading needs %d blank lines %s it, found %d", gap->wanted,
                         gap->side, gap->found);
    fix_blank_lines(pass, finding,
                    &(struct blank_line_gap){gap->at, gap->own,
                                             (uint32_t)(gap->wanted - gap->found)});
}

static void check_above(struct pass *pass, const struct node *heading, int wanted)
{
    uint32_t first = source_line(pass_source(pass), heading->span.start);
    struct gap gap = {heading, "above", wanted, 0, first, first};

    while (gap.found < wanted &&
           document_line_is_blank(pass_document(pass), first - 1 - (uint32_t)gap.found))
        gap.found++;
    if (gap.found < wanted)
        report_gap(pass, &gap);
}

static void check_below(struct pass *pass, const struct node *heading, int wanted)
{
    uint32_t last = source_line(pass_source(pass), heading->span.end);
    struct gap gap = {heading, "below", wanted, 0, last, last + 1};

    while (gap.found < wanted &&
           document_line_is_blank(pass_document(pass), last + 1 + (uint32_t)gap.found))
        gap.found++;
    if (gap.found < wanted)
        report_gap(pass, &gap);
}

static void node(struct pass *pass, const struct node *heading)
{
    const struct settings *settings = pass_settings(pass);

    check_above(pass, heading, settings->above[heading->level - 1]);
    check_below(pass, heading, settings->below[heading->level - 1]);
}

static int blank_lines_wanted(const void *settings)
{
    const struct settings *own = settings;
    int most = 0;

    for (int i = 0; i < 6; i++) {
        most = own->above[i] > most ? own->above[i] : most;
        most = own->below[i] > most ? own->below[i] : most;
    }
    return most;
}

const struct rule rule_blanks_around_headings = {
    .code = "MD022",
    .name = "blanks-around-headings",
    .tags = "headings blank_lines",
    .summary = "a heading has too few blank lines around it",
    .severity = SEVERITY_WARNING,
    .fix = FIX_SAFE,
    .presets = PRESET_RECOMMENDED | PRESET_MARKDOWNLINT,
    .every_dialect = true,
    .options = options,
    .blank_lines_wanted = blank_lines_wanted,
    .settings_size = sizeof(struct settings),
    .nodes = NODE_BIT(NODE_HEADING),
    .node = node,
};
