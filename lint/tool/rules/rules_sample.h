/* rules_sample.h - rules with options of all types, and profiles of them */
#ifndef LINT_TOOL_RULES_RULES_SAMPLE_H
#define LINT_TOOL_RULES_RULES_SAMPLE_H

#include "lint/base/arena.h"
#include "lint/rule/profile.h"

/* Of sample_first: an option of each type. */
struct sample_settings {
    int maximum;
    bool strict;
    struct str punctuation;
    int style;
    const struct regex *pattern;
    struct str_list words;
    int lines[6];
};

/*
 * In this order: a rule with options, on in the preset `recommended`, and a rule without
 * any, both in `markdownlint`; one that is in neither, and the core's own for files that
 * cannot be read.
 */
extern const struct rule sample_first;
extern const struct rule sample_third;
extern const struct rule sample_unreadable;
extern const struct rule_table rules_sample;

/* Fixtures of cmocka: *state is an arena. */
int rules_sample_begin(void **state);
int rules_sample_end(void **state);

/* A value of JSON without mistakes, which must outlive it. */
const struct value *rules_sample_json(struct arena *arena, const char *text);

/* Off, note, warning and error of each rule: "-nwe". Valid until the next call. */
const char *rules_sample_severities(const struct profile *profile);

/* Applies all entries of a map, JSON; returns what is wrong with them, as `start-end:
 * message`, or an empty string. */
const char *rules_sample_apply(struct arena *arena, struct profile *profile,
                               const char *text);

#endif
