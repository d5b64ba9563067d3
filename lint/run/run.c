/* run.c - checks one file: parses it, runs the rules, applies suppressions */

#include "lint/run/run.h"

#include "lint/base/memory.h"
#include "lint/base/message.h"
#include "lint/rule/markdownlint.h"
#include "lint/run/dialect.h"
#include "lint/run/doubt.h"
#include "lint/run/pass.h"
#include "lint/run/suppression_comment.h"

static enum severity severity_of(const struct run *run, uint32_t rule)
{
    enum severity severity = run->profile->severities[rule];

    /* Off in the config but switched on by a comment: at its own severity. */
    return severity == SEVERITY_OFF ? run->rules->rules[rule]->severity : severity;
}

static void make_passes(struct run *run)
{
    const struct schedule *schedule = run->schedule;
    char *state = arena_alloc(run->arena, schedule->state_room);

    run->passes = arena_raw(run->arena, schedule->count * sizeof(*run->passes));
    for (uint32_t turn = 0; turn < schedule->count; turn++) {
        uint32_t index = schedule->rules[turn];
        const struct rule *rule = run->rules->rules[index];
        struct pass *pass = &run->passes[turn];

        *pass = (struct pass){.settings = run->profile->settings[index],
                              .document = run->document,
                              .arena = &run->working,
                              .run = run,
                              .rule = rule,
                              .index = index,
                              .severity = severity_of(run, index)};
        if (rule->state_size)
            pass->state = state;
        state += rule_state_room(rule);
    }
}

static void run_lines_before_text(struct pass *pass)
{
    const struct document *document = pass->run->document;

    for (uint32_t line = 0; line < document->body_line; line++)
        if (rule_wants_line(pass->rule, document->source->lines[line].flags))
            pass->rule->line(pass, line);
}

static void run_front_matter(struct run *run)
{
    struct turns first = run->schedule->first;

    for (uint32_t i = 0; i < first.count; i++) {
        struct pass *pass = &run->passes[first.items[i]];

        if (pass->rule->front_matter)
            pass->rule->front_matter(pass);
        if (pass->rule->lines_before_text)
            run_lines_before_text(pass);
    }
}

static void run_lines(struct run *run)
{
    const struct document *document = run->document;
    const struct source *source = document->source;
    const struct schedule *schedule = run->schedule;

    for (uint32_t line = document->body_line; line < source->line_count; line++) {
        const uint32_t *starts = &schedule->by_flags[source->lines[line].flags];

        for (uint32_t i = starts[0]; i < starts[1]; i++) {
            struct pass *pass = &run->passes[schedule->by_line[i]];

            pass->rule->line(pass, line);
        }
    }
}

/* So many nodes go from rule to rule together: each rule then runs for a while, and finds
 * the nodes where the one before has left them, in the cache. */
enum { NODES_AT_ONCE = 512 };

/* Those that a group of rules wants. */
struct node_list {
    const struct node *nodes[NODES_AT_ONCE];
};

/* Fills the lists; `ends` gets where each ends. */
static void find_wanted(const struct schedule *schedule, struct span range,
                        const struct node *nodes, struct node_list *lists,
                        const struct node ***ends)
{
    for (uint32_t i = 0; i < schedule->group_count; i++)
        ends[i] = lists[i].nodes;
    for (uint32_t n = range.start; n < range.end; n++) {
        const uint32_t *starts = &schedule->by_kind[schedule_place(&nodes[n])];
        const uint32_t *end = &schedule->by_node[starts[1]];

        for (const uint32_t *group = &schedule->by_node[starts[0]]; group < end; group++)
            *ends[*group]++ = &nodes[n];
    }
}

static void run_group(struct run *run, const struct node_group *group,
                      const struct node *const *nodes, const struct node *const *end)
{
    for (uint32_t i = group->first; nodes < end && i < group->end; i++) {
        struct pass *pass = &run->passes[run->schedule->by_group[i]];
        void (*node)(struct pass * pass, const struct node *node) = pass->rule->node;

        for (const struct node *const *wanted = nodes; wanted < end; wanted++)
            node(pass, *wanted);
    }
}

static void run_nodes(struct run *run)
{
    const struct document *document = run->document;
    const struct schedule *schedule = run->schedule;
    size_t groups = schedule->group_count;
    struct node_list *lists = arena_raw(run->arena, groups * sizeof(*lists));
    const struct node ***ends = arena_raw(run->arena, groups * sizeof(*ends));

    for (uint32_t first = 0; first < document->node_count; first += NODES_AT_ONCE) {
        uint32_t left = document->node_count - first;
        struct span range =
            span_make(first, first + (left < NODES_AT_ONCE ? left : NODES_AT_ONCE));

        find_wanted(schedule, range, document->nodes, lists, ends);
        for (uint32_t i = 0; i < schedule->group_count; i++)
            run_group(run, &schedule->groups[i], lists[i].nodes, ends[i]);
    }
}

/* The memory of each rule is free before the next one finishes. */
static void run_finish(struct run *run)
{
    struct turns last = run->schedule->last;

    for (uint32_t i = 0; i < last.count; i++) {
        struct pass *pass = &run->passes[last.items[i]];

        pass->arena = &run->finishing;
        pass->rule->finish(pass);
        if (run->finishing.block)
            arena_reset(&run->finishing);
    }
}

/* Does the word stand for a rule that the config has on, so that it could have hidden
 * something? One that comments alone switch on and off is their own affair. */
static bool concerns(const struct run *run, const struct suppression *item)
{
    for (uint32_t i = 0; i < run->rules->count; i++)
        if (rule_set_has(&item->rules, i) &&
            run->profile->severities[i] != SEVERITY_OFF &&
            run->rules->rules[i]->role == ROLE_ORDINARY)
            return true;
    return false;
}

static void report_fault(struct pass *pass, const struct suppression *item)
{
    struct str word = source_text(pass_source(pass), item->name);
    struct str message;

    switch (item->fault) {
    case FAULT_NONE:
        break;
    case FAULT_UNKNOWN:
        message = directive_unknown(pass->run->arena, word);
        report(pass, item->name, "%s", message.data);
        break;
    case FAULT_MISPLACED:
        report(pass, item->name,
               "`%s` does nothing in front matter; `stet-disable-line` and "
               "`stet-disable-next-line` do",
               message_text(pass->run->arena, word));
        break;
    case FAULT_SPLIT:
        report(pass, item->name,
               "markdownlint reads a comment only when it is on one line");
        break;
    case FAULT_CONFIGURATION:
        report_mistake(pass, &(struct mistake){.severity = item->severity,
                                               .span = item->name,
                                               .message = item->message});
        break;
    case FAULT_UNREADABLE:
        report(pass, item->span, "this configuration is neither JSON nor YAML");
        break;
    }
}

static void report_unknown_rule(struct pass *pass, const struct suppression *item)
{
    struct str word = source_text(pass_source(pass), item->name);
    struct mistake mistake = {
        .severity = markdownlint_has_rule(word) ? SEVERITY_NOTE : SEVERITY_OFF,
        .span = item->name,
        .message = rule_table_unknown(pass->run->rules, word, pass->run->arena)};

    report_mistake(pass, &mistake);
}

static void report_unused(struct pass *pass, const struct suppression *item)
{
    struct str word = source_text(pass_source(pass), item->name);
    struct finding *finding;

    if (item->used || item->enables)
        return;
    if (item->fault != FAULT_NONE) {
        report_fault(pass, item);
        return;
    }
    /* markdownlint knows rules that stet does not: its comments may name any. */
    if (rule_set_empty(&item->rules)) {
        if (item->own)
            report_unknown_rule(pass, item);
        return;
    }
    if (!concerns(pass->run, item))
        return;
    if (span_empty(item->name))
        finding = report(pass, item->span, "this comment suppresses nothing");
    else
        finding = report(pass, item->name, "nothing to suppress here for `%s`",
                         message_text(pass->run->arena, word));
    finding_is_unnecessary(finding);
}

static void run_unused_suppressions(struct run *run)
{
    if (run->suppressions.ignored || !run->suppressions.count)
        return;
    for (uint32_t i = 0; i < run->schedule->count; i++) {
        if (run->passes[i].rule->role != ROLE_UNUSED_SUPPRESSION)
            continue;
        for (uint32_t s = 0; s < run->suppressions.count; s++)
            report_unused(&run->passes[i], &run->suppressions.items[s]);
    }
}

/* What is found does not need what the rules have allocated; for a large file that is
 * much, and the second reading (doubt.h) needs as much in other pieces. */
static void free_working(struct run *run)
{
    enum { LARGE_FILE = 1024 * 1024 };

    arena_reset(&run->working);
    if (run->document->source->size > LARGE_FILE)
        memory_trim();
}

static void run_rules(struct run *run)
{
    arena_init_beside(&run->working, run->arena);
    arena_init_beside(&run->finishing, run->arena);
    make_passes(run);
    run_front_matter(run);
    run_lines(run);
    run_nodes(run);
    run_finish(run);
    run_unused_suppressions(run);
    free_working(run);
}

static void make_room_for_suppressed(const struct run *run, struct diagnostics *all)
{
    uint32_t count = run->suppressed_count;

    if (!count)
        return;
    all->suppressed = arena_array(run->arena, count, sizeof(*all->suppressed));
    all->suppressors = arena_array(run->arena, count, sizeof(*all->suppressors));
}

/* What is to stand as it is needs no fix. */
static void add_suppressed(const struct run *run, const struct finding *finding,
                           struct diagnostics *all)
{
    struct str reason = source_text(run->document->source, finding->by->reason);
    struct diagnostic *kept = &all->suppressed[all->suppressed_count];

    *kept = finding->diagnostic;
    kept->mistake.edits = NULL;
    kept->mistake.edit_count = 0;
    all->suppressors[all->suppressed_count++] =
        (struct suppressor){finding->by->span, str_trim(reason)};
}

static struct diagnostics collect(const struct run *run)
{
    struct diagnostics all = {.count = 0};

    all.items = arena_raw(run->arena, run->count * sizeof(*all.items));
    make_room_for_suppressed(run, &all);
    for (const struct finding *finding = run->first; finding; finding = finding->next)
        if (finding->by)
            add_suppressed(run, finding, &all);
        else
            all.items[all.count++] = finding->diagnostic;
    doubt_fixes(run->document, run->profile, &run->suppressions, all);
    if (run->document->front_matter.syntax != FRONT_MATTER_NONE)
        all.front_matter_end = run->document->front_matter.close.end;
    all.ignored_comments = suppressions_ignored(&run->suppressions);
    return all;
}

struct diagnostics run_document(const struct document *document,
                                const struct run_context *context,
                                const struct profile *profile, struct arena *arena)
{
    struct run run = {.context = context,
                      .rules = context->rules,
                      .profile = profile,
                      .document = document,
                      .is_dialect = dialect_is(document->source->path),
                      .arena = arena};

    run.last = &run.first;
    suppressions_read(&run.suppressions, document, context, &run.profile, arena);
    run.all_wanted = !run.is_dialect && !suppressions_any(&run.suppressions) &&
                     span_empty(document->front_matter.meant);
    run.schedule =
        schedule_of(run.rules, &run.suppressions.wanted, context->schedules, arena);
    run_rules(&run);
    return collect(&run);
}

struct diagnostics run_article(struct document *document, const struct source *source,
                               const struct run_context *context,
                               const struct profile *profile, struct arena *arena)
{
    struct profile reduced;

    run_parse(document, source, profile, arena);
    if (dialect_is(source->path)) {
        profile_copy(&reduced, profile, context->rules, arena);
        profile_leave_dialects(&reduced, context->rules);
        profile = &reduced;
    }
    return run_document(document, context, profile, arena);
}

/* The lines that a pattern matches at the start of the file. */
static uint32_t lines_before(const struct source *source, const struct regex *pattern)
{
    struct str text = source_text(source, span_make(source->text, source->size));
    size_t start, end;
    uint32_t line;

    if (regex_search(pattern, text, 0, &start, &end) != REGEX_MATCH || start || !end)
        return 0;
    line = source_line(source, source->text + (uint32_t)end);
    /* What ends within a line takes all of it. */
    return line + (source->lines[line].start < source->text + end);
}

void run_parse(struct document *document, const struct source *source,
               const struct profile *profile, struct arena *arena)
{
    enum front_matter_reading reading =
        profile->as_markdownlint ? READ_AS_MARKDOWNLINT : READ_AS_PROGRAMS;

    if (profile->front_matter_pattern)
        document_parse_after(document, arena, source,
                             lines_before(source, profile->front_matter_pattern),
                             reading);
    else
        document_parse_as(document, arena, source, reading);
}

struct diagnostics run_source(const struct source *source,
                              const struct run_context *context,
                              const struct profile *profile, struct arena *arena)
{
    struct document document;

    return run_article(&document, source, context, profile, arena);
}

struct diagnostics run_role(enum rule_role role, struct str message,
                            const struct rule_table *rules, struct arena *arena)
{
    const struct rule *rule = rule_table_role(rules, role);
    struct diagnostics one = {.count = 1};

    if (!rule)
        bug("no rule speaks for a role");
    one.items = arena_alloc(arena, sizeof(*one.items));
    one.items->rule = rule_table_index(rules, rule);
    one.items->mistake.severity = rule->severity;
    one.items->mistake.message = arena_str(arena, message);
    return one;
}
