/* heading-capitalization.c - ST123: headings have their capitals where a style wants them
 */

#include "lint/rule.h"

enum style { TITLE_CASE, SENTENCE_CASE };

struct settings {
    int style;
    struct str_list small;
    struct str_list ignored;
};

/* One heading. */
struct state {
    bool begun; /* it has had a word */
    bool free;  /* a sentence or the part before a colon has just ended */
};

/* What has no words of text, but stands in for some. */
static const uint64_t other_words = NODE_BIT(NODE_CODE) | NODE_BIT(NODE_MATH) |
                                    NODE_BIT(NODE_AUTOLINK) | NODE_BIT(NODE_IMAGE);

static const char *const styles[] = {"title-case", "sentence-case", NULL};

static const struct option options[] = {
    {.name = "style",
     .type = OPTION_CHOICE,
     .initial = "\"title-case\"",
     .help = "which words have a capital: most, or the first",
     .offset = offsetof(struct settings, style),
     .choices = styles},
    {.name = "lowercase_words",
     .type = OPTION_STRINGS,
     .initial = "[\"a\", \"an\", \"and\", \"as\", \"at\", \"but\", \"by\", \"for\", "
                "\"from\", \"in\", \"into\", \"nor\", \"of\", \"off\", \"on\", \"or\", "
                "\"so\", \"the\", \"to\", \"up\", \"via\", \"vs\", \"with\", \"yet\"]",
     .help = "small words, which title case may write without a capital",
     .offset = offsetof(struct settings, small)},
    {.name = "ignore_words",
     .type = OPTION_STRINGS,
     .initial = "[]",
     .help = "words, such as names, that are right as they are here",
     .offset = offsetof(struct settings, ignored)},
    {.type = OPTION_END},
};

/* Letters of ASCII, an apostrophe among them, and a capital at most in front: `iPhone`,
 * `API`, `a.out` and `v2` are names. */
static bool is_plain(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!is_ascii_lower(word.data[i]) && !(i == 0 && is_ascii_upper(word.data[0])) &&
            !(i && word.data[i] == '\''))
            return false;
    return word.len > 0;
}

static bool wants_capital(const struct settings *settings, struct str word, bool first)
{
    return first || (settings->style == TITLE_CASE &&
                     !str_list_has_ignore_case(settings->small, word));
}

/* May the word stand as it is? A capital in the midst of a title is no mistake, and `I`
 * always has one. */
static bool is_right(const struct settings *settings, struct str word, bool first)
{
    bool capital = is_ascii_upper(word.data[0]);

    if (capital && settings->style == TITLE_CASE)
        return true;
    if (!is_plain(word) || str_list_has(settings->ignored, word) || word.data[0] == 'I')
        return true;
    return wants_capital(settings, word, first) == capital;
}

static void complain(struct pass *pass, struct span place)
{
    const struct settings *settings = pass_settings(pass);
    struct str word = source_text(pass_source(pass), place);
    char letter = (char)(word.data[0] ^ 0x20);

    struct finding *finding =
        report(pass, place, "`%s` in a heading, expected `%c%s` (%s)",
               message_text(pass_arena(pass), word), letter,
               message_text(pass_arena(pass), (struct str){word.data + 1, word.len - 1}),
               styles[settings->style]);
    fix_replace(finding, span_make(place.start, place.start + 1),
                (struct str){&letter, 1});
}

static void check_word(struct pass *pass, struct word word)
{
    const struct source *source = pass_source(pass);
    const struct settings *settings = pass_settings(pass);
    struct state *state = pass_state(pass);
    bool free = state->free && settings->style == SENTENCE_CASE;

    if (span_empty(word.core))
        return;
    if (!free && !word.is_rest &&
        !is_right(settings, source_text(source, word.core), !state->begun))
        complain(pass, word.core);
    state->begun = true;
    state->free = is_one_of(source->data[word.token.end - 1], ".!?:");
}

static void check_part(struct pass *pass, const struct node *part)
{
    struct state *state = pass_state(pass);
    struct word word = {0};

    if (NODE_BIT(part->kind) & other_words)
        state->begun = true;
    if (part->kind == NODE_TEXT)
        while (document_next_word(pass_document(pass), part, &word))
            check_word(pass, word);
}

static void check(struct pass *pass, const struct node *heading)
{
    const struct document *document = pass_document(pass);
    struct state *state = pass_state(pass);

    *state = (struct state){.begun = false};
    for (uint32_t i = node_index(document, heading) + 1; i < heading->next; i++)
        check_part(pass, &document->nodes[i]);
}

const struct rule rule_heading_capitalization = {
    .code = "ST123",
    .name = "heading-capitalization",
    .aliases = "MD063",
    .tags = "headings",
    .summary = "a word of a heading lacks its capital, or has one",
    .severity = SEVERITY_WARNING,
    .fix = FIX_UNSAFE,
    .options = options,
    .settings_size = sizeof(struct settings),
    .state_size = sizeof(struct state),
    .nodes = NODE_BIT(NODE_HEADING),
    .node = check,
};
