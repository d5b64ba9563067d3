/* pass.c - what a rule can do while it checks a file (lint/rule.h) */

#include "lint/run/pass.h"

#include <limits.h>
#include <stdarg.h>

#include "lint/run/article_schema.h"
#include "lint/run/dialect.h"
#include "lint/run/fix.h"

/* Rules about front matter look at that, and not at lines or nodes. */
static bool is_about_text(const struct pass *pass)
{
    const struct rule *rule = pass->rule;

    return rule->line || rule->node || (rule->finish && !rule->front_matter);
}

/* Does the rule not speak here at all, whatever the comments say? */
static bool is_silent(const struct pass *pass, struct span span)
{
    const struct run *run = pass->run;

    if (run->is_dialect && !pass->rule->front_matter && !pass->rule->lines_before_text &&
        dialect_has_code(run->document, span.start))
        return true;
    return span_holds(run->document->front_matter.meant, span.start) &&
           is_about_text(pass);
}

/* The same as is_wanted(), where that depends on the place. */
static bool is_wanted_at(const struct pass *pass, struct span span,
                         const struct suppression **by)
{
    struct run *run = pass->run;

    if (is_silent(pass, span))
        return false;
    if (!suppressions_any(&run->suppressions) ||
        !suppressions_hide(&run->suppressions, pass->index,
                           source_line(run->document->source, span.start), by))
        return true;
    return *by && run->context->keep_suppressed;
}

/* Is there to be a finding? *by is set to what suppresses it, or to NULL. */
static bool is_wanted(const struct pass *pass, struct span span,
                      const struct suppression **by)
{
    *by = NULL;
    return pass->run->all_wanted || is_wanted_at(pass, span, by);
}

/* The mistake of the finding is still to be set. */
static struct finding *add_finding(struct pass *pass, const struct suppression *by)
{
    struct run *run = pass->run;
    struct finding *finding = arena_raw(run->arena, sizeof(*finding));

    finding->diagnostic.rule = pass->index;
    finding->arena = run->arena;
    finding->next = NULL;
    finding->by = by;
    *run->last = finding;
    run->last = &finding->next;
    if (by)
        run->suppressed_count++;
    else
        run->count++;
    return finding;
}

struct finding *report(struct pass *pass, struct span span, const char *format, ...)
{
    const struct suppression *by;
    struct finding *finding;
    struct str message;
    va_list args;

    if (!is_wanted(pass, span, &by))
        return NULL;
    finding = add_finding(pass, by);
    va_start(args, format);
    message = arena_vformat(finding->arena, format, args);
    va_end(args);
    finding->diagnostic.mistake =
        (struct mistake){.span = span,
                         .severity = pass->severity,
                         .message = message,
                         .edits = NULL,
                         .edit_count = 0,
                         .edit_capacity = 0,
                         .fix_safe = pass->rule->fix == FIX_SAFE,
                         .tag = TAG_NONE,
                         .related = NULL};
    return finding;
}

struct finding *report_mistake(struct pass *pass, const struct mistake *mistake)
{
    const struct suppression *by;
    struct finding *finding;
    struct mistake *copy;

    if (!is_wanted(pass, mistake->span, &by))
        return NULL;
    finding = add_finding(pass, by);
    copy = &finding->diagnostic.mistake;
    *copy = mistake_copy(mistake, finding->arena);
    if (copy->severity == SEVERITY_OFF)
        copy->severity = pass->severity;
    fix_keep_promise(copy, pass->rule);
    return finding;
}

void fix_replace(struct finding *finding, struct span span, struct str text)
{
    if (finding)
        mistake_add_edit(&finding->diagnostic.mistake, finding->arena, span,
                         arena_str(finding->arena, text));
}

void finding_is_unnecessary(struct finding *finding)
{
    if (finding)
        finding->diagnostic.mistake.tag = TAG_UNNECESSARY;
}

void fix_is_unsafe(struct finding *finding)
{
    if (finding)
        finding->diagnostic.mistake.fix_safe = false;
}

static int find_blank_lines_left(const struct run *run)
{
    int left = INT_MAX;

    for (uint32_t i = 0; i < run->rules->count; i++) {
        const struct rule *rule = run->rules->rules[i];
        int own = rule->blank_lines_left && run->profile->severities[i] != SEVERITY_OFF
                      ? rule->blank_lines_left(run->profile->settings[i])
                      : INT_MAX;

        left = own < left ? own : left;
    }
    return left;
}

static int find_blank_lines_wanted(const struct run *run)
{
    int wanted = 1;

    for (uint32_t i = 0; i < run->rules->count; i++) {
        const struct rule *rule = run->rules->rules[i];
        int own = rule->blank_lines_wanted && run->profile->severities[i] != SEVERITY_OFF
                      ? rule->blank_lines_wanted(run->profile->settings[i])
                      : 1;

        wanted = own > wanted ? own : wanted;
    }
    return wanted;
}

int pass_blank_lines_left(const struct pass *pass)
{
    struct run *run = pass->run;

    if (!run->blank_lines_left)
        run->blank_lines_left = find_blank_lines_left(run);
    return run->blank_lines_left;
}

int pass_blank_lines_wanted(const struct pass *pass)
{
    struct run *run = pass->run;

    if (!run->blank_lines_wanted)
        run->blank_lines_wanted = find_blank_lines_wanted(run);
    return run->blank_lines_wanted;
}

/* Would there be more blank lines in a row than some rule leaves there? The two rules
 * would undo each other's fixes. */
static bool are_too_many(const struct pass *pass, const struct blank_line_gap *gap)
{
    const struct source *source = pass_source(pass);
    uint32_t line = gap->at;
    int row = (int)gap->count;

    for (; line > 0 && source->lines[line - 1].flags & LINE_BLANK; line--)
        row++;
    for (line = gap->at;
         line < source->line_count && source->lines[line].flags & LINE_BLANK; line++)
        row++;
    return row > 1 && row > pass_blank_lines_left(pass);
}

void fix_blank_lines(struct pass *pass, struct finding *finding,
                     const struct blank_line_gap *gap)
{
    const struct document *document = pass_document(pass);
    enum blank_line_effect effect = blank_line_effect(document, gap->at);
    uint32_t start = source_line_span(document->source, gap->at).start;
    struct str lines;

    if (!finding || effect == BLANK_LINE_ENDS)
        return;
    lines = blank_lines(document, gap, pass_arena(pass));
    if (!lines.len)
        return;
    fix_replace(finding, span_make(start, start), lines);
    if (effect != BLANK_LINE_NONE || are_too_many(pass, gap))
        fix_is_unsafe(finding);
}

void report_emphasis(struct pass *pass, const struct node *emphasis, const char *what,
                     enum emphasis_style style, const struct node **first)
{
    struct emphasis_change change;
    struct finding *finding;

    if (!emphasis_wants_change(pass_document(pass), emphasis, style, first, &change))
        return;
    finding = report(pass, change.opening, "%s begins with `%s`; write `%s`", what,
                     change.found.data, change.wanted.data);
    if (*first)
        finding_relate(finding, emphasis_opening(*first), "the first %s", what);
    fix_replace(finding, change.opening, change.wanted);
    fix_replace(finding, change.closing, change.wanted);
    if (!change.is_safe)
        fix_is_unsafe(finding);
    report(pass, change.closing, "%s ends with `%s`; write `%s`", what, change.found.data,
           change.wanted.data);
}

void finding_relate(struct finding *finding, struct span span, const char *format, ...)
{
    va_list args;

    if (!finding)
        return;
    va_start(args, format);
    mistake_add_related(&finding->diagnostic.mistake, finding->arena, span,
                        arena_vformat(finding->arena, format, args));
    va_end(args);
}

static bool any_line_matches(const struct document *document, const struct regex *pattern)
{
    for (uint32_t line = 0; line < document->body_line; line++) {
        struct str text =
            source_text(document->source, source_line_span(document->source, line));
        if (regex_match(pattern, text) == REGEX_MATCH)
            return true;
    }
    return false;
}

/* Patterns of rules differ by their text alone. */
static bool was_asked(const struct run *run, const struct regex *pattern)
{
    return run->asked && str_equal(regex_pattern(run->asked), regex_pattern(pattern));
}

bool pass_front_matter_matches(const struct pass *pass, const struct regex *pattern)
{
    const struct document *document = pass_document(pass);
    struct run *run = pass->run;

    if (!pattern || !document->body_line)
        return false;
    /* Most often all rules ask for the same title. */
    if (!was_asked(run, pattern)) {
        run->answer = any_line_matches(document, pattern);
        run->asked = pattern;
    }
    return run->answer;
}

bool pass_front_matter_required(const struct pass *pass)
{
    return pass->run->profile->front_matter_required;
}

/* `$schema: …`, where the block cannot be read. */
static bool names_schema(const struct document *document)
{
    const struct source *source = document->source;

    for (uint32_t line = 0; line < document->body_line; line++) {
        struct str text = str_trim(source_text(source, source_line_span(source, line)));

        if (str_starts(text, STR("$schema")) || str_starts(text, STR("\"$schema\"")))
            return true;
    }
    return false;
}

bool pass_has_schema(const struct pass *pass)
{
    const struct profile *profile = pass->run->profile;

    return profile->schema || profile->field || names_schema(pass_document(pass));
}

struct str pass_yaml_generator(const struct pass *pass)
{
    return pass->run->profile->yaml_generator;
}

const struct mistake *pass_violations(struct pass *pass, uint32_t *count)
{
    struct run *run = pass->run;

    if (!run->violations_known)
        run->violations = article_mistakes(run->document, run->profile, run->context,
                                           run->arena, &run->violation_count);
    run->violations_known = true;
    *count = run->violation_count;
    return run->violations;
}
