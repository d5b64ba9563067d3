/* init_survey.h - what a repository has already, for stet init */
#ifndef LINT_COMMAND_INIT_SURVEY_H
#define LINT_COMMAND_INIT_SURVEY_H

#include <stdbool.h>

/* What builds a site. */
struct site_generator {
    const char *file;    /* that shows it, in the current folder */
    const char *name;    /* as people call it */
    const char *key;     /* as `yaml.generator` has it, or NULL */
    const char *content; /* the folder of its articles; "." when they may be anywhere */
    const char *output;  /* the folder that it writes */
};

/* A file that says which server builds, and where docs/ci.md has a recipe for it. */
struct ci_server {
    const char *file;
    const char *name;
    const char *anchor;
};

/* Paths in the current folder; NULL: there is nothing of the kind. */
struct init_survey {
    const struct site_generator *generator;
    const struct ci_server *server; /* any but GitHub */
    bool repository;                /* the current folder is the root of one */
    bool github;                    /* GitHub builds, or the repository comes from it */
    const char *config;             /* stet's own */
    const char *markdownlint;
    const char *rumdl;
    const char *hooks;
};

/* Looks at the current folder. Nothing is read but where git fetches from. */
void init_survey(struct init_survey *survey);

#endif
