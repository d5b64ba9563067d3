/* section-length.c - ST110: a section is neither too short nor too long */

#include "lint/rule.h"

enum { WORDS_MAX = 1000000 }; /* as many as the longest books have */

struct settings {
    int minimum;
    int maximum;
    bool subsections;
};

struct section {
    const struct node *heading;
    uint32_t words;
    bool is_parted; /* it has subsections */
};

/* The sections that are open, from the outermost in. */
struct state {
    struct section open[6];
    uint32_t count;
    uint32_t text; /* index of the first node that is not counted yet */
};

static const struct option options[] = {
    {.name = "minimum",
     .type = OPTION_INTEGER,
     .initial = "0",
     .help = "the fewest words of a section",
     .offset = offsetof(struct settings, minimum),
     .maximum = WORDS_MAX},
    {.name = "maximum",
     .type = OPTION_INTEGER,
     .initial = "500",
     .help = "the most words of a section; 0: any number",
     .offset = offsetof(struct settings, maximum),
     .maximum = WORDS_MAX},
    {.name = "subsections",
     .type = OPTION_BOOL,
     .initial = "false",
     .help = "count the words of its subsections, too",
     .offset = offsetof(struct settings, subsections)},
    {.type = OPTION_END},
};

/* A section with subsections may have as little text of its own as it likes. */
static void complain(struct pass *pass, const struct section *section)
{
    const struct settings *settings = pass_settings(pass);
    struct span place = document_first_line(pass_source(pass), section->heading);
    bool has_minimum = settings->subsections || !section->is_parted;

    if (settings->maximum && section->words > (uint32_t)settings->maximum)
        report(pass, place,
               "the section has %u words, expected %d at most; cut it, or part it by "
               "headings",
               (unsigned)section->words, settings->maximum);
    else if (has_minimum && section->words < (uint32_t)settings->minimum)
        report(pass, place,
               "the section has %u words, expected %d at least; write %u more",
               (unsigned)section->words, settings->minimum,
               (unsigned)settings->minimum - (unsigned)section->words);
}

/* May the number of words in the nodes before end matter? */
static bool may_matter(struct pass *pass, uint32_t end)
{
    const struct settings *settings = pass_settings(pass);
    const struct document *document = pass_document(pass);
    const struct state *state = pass_state(pass);

    return settings->minimum || settings->subsections ||
           document_words_may_exceed(document, state->text, end,
                                     (uint32_t)settings->maximum);
}

/* A node before end is counted with the innermost section. */
static void count_text(struct pass *pass, uint32_t end)
{
    struct state *state = pass_state(pass);

    if (state->count && may_matter(pass, end))
        state->open[state->count - 1].words +=
            document_words(pass_document(pass), state->text, end);
    state->text = end;
}

/* Ends the sections of that level and deeper ones. */
static void end_sections(struct pass *pass, int level)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);

    while (state->count && state->open[state->count - 1].heading->level >= level) {
        struct section *section = &state->open[--state->count];

        complain(pass, section);
        if (!state->count)
            break;
        section[-1].is_parted = true;
        if (settings->subsections)
            section[-1].words += section->words;
    }
}

static void begin(struct pass *pass, const struct node *heading)
{
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);

    if (heading->parent != 0 || (!settings->minimum && !settings->maximum))
        return;
    count_text(pass, node_index(pass_document(pass), heading));
    end_sections(pass, heading->level);
    state->open[state->count++] = (struct section){.heading = heading};
    state->text = heading->next;
}

static void finish(struct pass *pass)
{
    count_text(pass, pass_document(pass)->node_count);
    end_sections(pass, 0);
}

const struct rule rule_section_length = {
    .code = "ST110",
    .name = "section-length",
    .tags = "length headings",
    .summary = "a section has fewer or more words than is wanted",
    .severity = SEVERITY_WARNING,
    .fix = FIX_NONE,
    .every_dialect = true,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HEADING),
    .node = begin,
    .finish = finish,
};
