/* news.c - only what is new is reported: `--since`, `--baseline`, and stet baseline */

#include "lint/command/news.h"

#include "lint/command/check.h"
#include "lint/command/commands.h"
#include "lint/command/say.h"

const struct cli_option news_options[] = {
    {
        .name = "since",
        .type = CLI_VALUE,
        .offset = offsetof(struct check_options, news.since),
        .argument = "REV",
        .help = "report only what touches lines changed since then (git)",
    },
    {
        .name = "baseline",
        .type = CLI_VALUE,
        .offset = offsetof(struct check_options, news.baseline),
        .argument = "FILE",
        .help = "keep quiet about what `stet baseline` wrote there",
    },
    {.type = CLI_END},
};

static const struct cli_option options[] = {
    {
        .name = "baseline",
        .type = CLI_VALUE,
        .offset = offsetof(struct check_options, news.baseline),
        .argument = "FILE",
        .help = "file to write (stet-baseline.json)",
    },
    {
        .name = "prune",
        .type = CLI_FLAG,
        .offset = offsetof(struct check_options, news.prune),
        .help = "add nothing, drop what is not found any more",
    },
    {.type = CLI_TABLE, .shared = check_options},
    {.type = CLI_END},
};

bool news_options_agree(struct news_options *chosen, bool fixes, bool narrowed)
{
    if (chosen->writes && !chosen->baseline)
        chosen->baseline = "stet-baseline.json";
    if (fixes && chosen->since)
        cli_error("`--since` is for a report: `stet fix` mends whole files");
    else if (fixes && chosen->baseline)
        cli_error("`--baseline` is for a report: `stet fix` mends all it can");
    else if (chosen->prune && narrowed)
        cli_error("`--prune` must know all findings: it does not go with `--rule` or "
                  "`--disable`");
    else
        return true;
    return false;
}

static bool start_baseline(struct news *news, struct check *check, struct arena *arena,
                           struct str *why)
{
    const struct news_options *chosen = news->chosen;
    bool collects = chosen->writes && !chosen->prune;

    if (!baseline_read(&news->baseline, arena, chosen->baseline, collects, why))
        return false;
    baseline_start(&news->baseline, check);
    check->filter.is_known = baseline_knows;
    check->filter.known = &news->baseline;
    return true;
}

bool news_start(struct news *news, const struct news_options *chosen, struct check *check,
                struct arena *arena, struct str *why)
{
    news->chosen = chosen;
    return (!chosen->since ||
            since_start(&news->since, chosen->since, check, arena, why)) &&
           (!chosen->baseline || start_baseline(news, check, arena, why));
}

unsigned news_want(const struct news_options *chosen)
{
    return chosen->baseline ? WANT_BASELINE : 0;
}

bool news_passes(const struct news *news, const struct file_results *file,
                 const struct result *result)
{
    if (news->chosen->writes)
        return rule_speaks_for_core(result->rule);
    return !news->chosen->since || since_passes(&news->since, file, result);
}

static bool write_baseline(const struct news *news, uint32_t stale, bool quiet)
{
    const char *path = news->chosen->baseline;
    struct str why;
    uint32_t count;

    if (!baseline_write(&news->baseline, path, &count, &why)) {
        cli_error("%s", why.data);
        return false;
    }
    if (quiet)
        return true;
    if (news->chosen->prune)
        cli_note("`%s` has %u finding%s; %u dropped", path, count, count == 1 ? "" : "s",
                 stale);
    else
        cli_note("`%s` has %u finding%s", path, count, count == 1 ? "" : "s");
    return true;
}

bool news_finish(struct news *news, struct session *session, bool quiet)
{
    if (!news->chosen->baseline)
        return true;
    session->report.context.stale =
        baseline_stale(&news->baseline, session->rules, &news->chosen->left_out);
    if (!news->chosen->writes || session->trouble)
        return true;
    return write_baseline(news, session->report.context.stale, quiet);
}

static enum exit_status run(const struct program *program, int argc, char **argv)
{
    return check_run(&command_baseline, program, argc, argv, false);
}

const struct command command_baseline = {
    .name = "baseline",
    .usage = "[options] [PATH…]",
    .summary = "write down what is found, for check --baseline",
    .options = options,
    .run = run,
};
