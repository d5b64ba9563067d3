/* rumdl_config.h - what a config of rumdl's says about the rules that stet has as well */
#ifndef LINT_COMMAND_RUMDL_CONFIG_H
#define LINT_COMMAND_RUMDL_CONFIG_H

#include "lint/base/arena.h"
#include "lint/base/str.h"
#include "lint/rule/table.h"
#include "lint/value/value.h"

enum rumdl_state { RUMDL_UNSAID, RUMDL_ON, RUMDL_OFF };

struct rumdl_rule {
    enum rumdl_state state;
    const struct value *options; /* its table, or NULL */
};

/* In the arena with which it was read, as all that it refers to. */
struct rumdl_config {
    const struct rule_table *table;
    struct arena *arena;
    const struct value *root; /* the table with all settings; NULL: there is none */
    struct rumdl_rule *rules; /* by the index of stet's rule */
    bool only;                /* what is not on is off */
    struct str_list
        strangers; /* rules that stet does not have, the first 100, each once */
    struct str *stranger_names;
};

/*
 * Reads the file: TOML, in pyproject.toml the table [tool.rumdl]. False when it cannot be
 * read. As in rumdl, names of rules are codes or names in any case, what is both on and
 * off is off, and global settings stand in [global] or at the top.
 */
bool rumdl_config_read(struct rumdl_config *config, const char *path,
                       const struct rule_table *table, struct arena *arena);

/* A global setting; NULL when there is none. name has underscores; in the file there may
 * be dashes. */
const struct value *rumdl_config_setting(const struct rumdl_config *config,
                                         const char *name);

/* A table beside the global settings, likewise. */
const struct value *rumdl_config_table(const struct rumdl_config *config,
                                       const char *name);

/* The index of the rule that is meant; false, after keeping the name among the strangers,
 * when stet has none. */
bool rumdl_config_rule(struct rumdl_config *config, struct str name, uint32_t *index);

#endif
