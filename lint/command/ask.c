/* ask.c - asks on the terminal which fixes are wanted */

#include "lint/command/ask.h"

#include <string.h>
#include <unistd.h>

#include "lint/command/letter.h"
#include "lint/command/say.h"
#include "lint/files/write.h"
#include "lint/report/report.h"
#include "lint/run/stand.h"
#include "lint/terminal/terminal.h"

bool asking_open(struct asking *asking, const struct session *session,
                 struct arena *arena)
{
    *asking = (struct asking){.session = session, .rules = session->rules};
    asking->all = arena_array(arena, session->rules->count, sizeof(*asking->all));
    asking->terminal = letter_open();
    if (asking->terminal < 0)
        cli_error("`--interactive` asks on a terminal, and there is none");
    return asking->terminal >= 0;
}

void asking_close(struct asking *asking)
{
    if (asking->terminal >= 0)
        close(asking->terminal);
    asking->terminal = -1;
}

void asking_next_file(struct asking *asking, const struct mending *mending,
                      struct arena *arena)
{
    asking->mending = mending;
    asking->arena = arena;
    asking->version = NULL;
    asking->answers = NULL;
    asking->count = asking->capacity = 0;
    asking->stands = NULL;
    asking->stand_count = asking->stand_capacity = 0;
}

static uint64_t key_of(const struct version *version, const struct diagnostic *found)
{
    const struct source *source = &version->source;
    uint32_t line = source_line(source, found->mistake.span.start);
    uint64_t hash = str_hash(source_text(source, source_line_span(source, line)));

    return (hash * 31 + str_hash(found->mistake.message)) * 31 + found->rule;
}

/* What is left of a round was answered with no. */
static void begin_round(struct asking *asking, const struct version *version)
{
    if (asking->version == version)
        return;
    asking->version = version;
    for (uint32_t i = 0; i < asking->count; i++) {
        asking->answers[i].known = asking->answers[i].left;
        asking->answers[i].seen = 0;
    }
}

static struct answer *answer_of(struct asking *asking, uint64_t key)
{
    for (uint32_t i = 0; i < asking->count; i++)
        if (asking->answers[i].key == key)
            return &asking->answers[i];
    asking->answers = arena_make_room(asking->arena, asking->answers, asking->count,
                                      &asking->capacity, sizeof(*asking->answers));
    asking->answers[asking->count] = (struct answer){.key = key};
    return &asking->answers[asking->count++];
}

static void put(struct asking *asking, struct str text)
{
    struct file_writer terminal = {.fd = asking->terminal};

    asking->over |= !file_writer_add(&terminal, text.data, text.len);
}

/* Shows the finding as the report does. */
static void show(struct asking *asking, const struct diagnostic *found)
{
    const struct reporter *reporter = &reporter_text;
    struct report_context context = {
        .rules = asking->rules,
        .width = terminal_width(asking->terminal),
        .wrap = true,
        .colour = terminal_colour((enum colour_when)asking->session->chosen.color,
                                  asking->terminal)};
    struct diagnostic copy = *found;
    struct diagnostics one = {.items = &copy, .count = 1};
    struct file_results results = results_make(
        one, &asking->version->source, asking->rules, reporter->want, asking->arena);
    struct report report;

    report_begin(&report, reporter, &context);
    report_file(&report, &results);
    put(asking, buf_str(&report.out));
    report_release(&report);
}

static char ask(struct asking *asking, const struct diagnostic *found)
{
    const char *code = asking->rules->rules[found->rule]->code;
    struct str question = arena_format(
        asking->arena, "fix it? y: yes, n: no, a: all of %s, s: let it stand, q: quit ",
        code);

    show(asking, found);
    for (;;) {
        char letter;

        put(asking, question);
        if (asking->over)
            return 'q';
        letter = letter_read(asking->terminal);
        if (letter && strchr("ynasq", letter))
            return letter;
    }
}

/* Notes that it is to stand, if a comment can say so there. */
static void let_stand(struct asking *asking, const struct diagnostic *found, uint64_t key)
{
    struct applied_edits edits;

    if (!stand_edits(asking->mending, asking->version, found, asking->arena, &edits)) {
        put(asking, STR("no comment can stand there: it is left as it is\n\n"));
        return;
    }
    asking->stands = arena_make_room(asking->arena, asking->stands, asking->stand_count,
                                     &asking->stand_capacity, sizeof(*asking->stands));
    asking->stands[asking->stand_count++] = key;
}

bool asking_wants(void *context, const struct version *version,
                  const struct diagnostic *found)
{
    struct asking *asking = context;
    uint64_t key = key_of(version, found);
    struct answer *answer;
    char letter;

    if (asking->over)
        return false;
    if (asking->all[found->rule])
        return true;
    begin_round(asking, version);
    answer = answer_of(asking, key);
    if (answer->seen++ < answer->known)
        return false;
    letter = ask(asking, found);
    asking->over |= letter == 'q';
    asking->all[found->rule] |= letter == 'a';
    if (letter == 's')
        let_stand(asking, found, key);
    answer->left += letter == 'n' || letter == 's' || letter == 'q';
    return letter == 'y' || letter == 'a';
}

static bool is_to_stand(const struct asking *asking, const struct version *version,
                        const struct diagnostic *found)
{
    uint64_t key = key_of(version, found);

    for (uint32_t i = 0; i < asking->stand_count; i++)
        if (asking->stands[i] == key)
            return true;
    return false;
}

/* Each comment moves what comes after it, so that all is looked at again. */
static bool add_comment(struct asking *asking, struct mended *mended)
{
    const struct version *last = mended->last;

    for (uint32_t i = 0; i < last->found.count; i++) {
        const struct diagnostic *found = &last->found.items[i];
        struct applied_edits edits;

        if (!is_to_stand(asking, last, found) ||
            !stand_edits(asking->mending, last, found, asking->arena, &edits))
            continue;
        mend_further(asking->mending, mended, edits, asking->arena);
        return mended->last != last;
    }
    return false;
}

void asking_let_stand(struct asking *asking, struct mended *mended)
{
    for (uint32_t i = 0; i < asking->stand_count; i++)
        if (!add_comment(asking, mended))
            return;
}
