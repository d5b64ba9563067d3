/* form.h - recognises plain scalars that YAML parsers disagree on */
#ifndef LINT_YAML_FORM_H
#define LINT_YAML_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/str.h"

/* The value of the form for parsers that know it. */
struct yaml_form {
    bool truth; /* yes, on, true */
    bool is_negative;
    int64_t number;  /* 15 for 017, 750 for 12:30 */
    int64_t seconds; /* 45000 for 12:30, as if it were hours and minutes */
};

/* The most digits of a number: longer ones are identifiers, and do not fit an integer. */
enum { YAML_FORM_MAX_DIGITS = 18 };

/* Has text this form? Each fills the members of *form that apply. */
bool yaml_form_yes_no(struct str text, struct yaml_form *form);
bool yaml_form_y_n(struct str text, struct yaml_form *form);
bool yaml_form_odd_boolean(struct str text, struct yaml_form *form);  /* tRUE, oN */
bool yaml_form_odd_null(struct str text, struct yaml_form *form);     /* nULL */
bool yaml_form_old_octal(struct str text, struct yaml_form *form);    /* 017 */
bool yaml_form_leading_zero(struct str text, struct yaml_form *form); /* 089 */
bool yaml_form_octal(struct str text, struct yaml_form *form);        /* 0o17 */
bool yaml_form_binary(struct str text, struct yaml_form *form);       /* 0b11 */
bool yaml_form_underscores(struct str text, struct yaml_form *form);  /* 1_000 */
bool yaml_form_commas(struct str text, struct yaml_form *form);       /* 1,000 */
bool yaml_form_early_time(struct str text, struct yaml_form *form);   /* 08:30 */
bool yaml_form_time(struct str text, struct yaml_form *form);         /* 12:30 */
bool yaml_form_date(struct str text, struct yaml_form *form);
bool yaml_form_impossible_date(struct str text, struct yaml_form *form);
bool yaml_form_exponent(struct str text, struct yaml_form *form); /* 1e3 */
bool yaml_form_integer(struct str text, struct yaml_form *form);
bool yaml_form_boolean(struct str text, struct yaml_form *form); /* true, False */
bool yaml_form_null(struct str text, struct yaml_form *form);    /* null, ~ */
bool yaml_form_special(struct str text, struct yaml_form *form); /* = and << */

#endif
