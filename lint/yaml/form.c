/* form.c - recognises plain scalars that YAML parsers disagree on */

#include "lint/yaml/form.h"

#include <stddef.h>

#include "lint/base/ascii.h"
#include "lint/time/date.h"

/* word, Word or WORD: the three spellings of YAML 1.1. */
static bool is_usual(struct str text, const char *word)
{
    bool is_upper = text.len > 1 && is_ascii_upper(text.data[1]);

    if (!str_equal_ignore_case(text, str_from(word)))
        return false;
    for (size_t i = 1; i < text.len; i++) {
        if (is_ascii_upper(text.data[i]) != is_upper)
            return false;
    }
    return !is_upper || is_ascii_upper(text.data[0]);
}

static const char *const true_words[] = {"yes", "on", "true", NULL};
static const char *const false_words[] = {"no", "off", "false", NULL};

/* The one of words that text is, in any case; NULL for none. */
static const char *find_word(const char *const *words, struct str text)
{
    while (*words && !str_equal_ignore_case(text, str_from(*words)))
        words++;
    return *words;
}

static const char *find_boolean(struct str text, struct yaml_form *form)
{
    const char *word = find_word(true_words, text);

    form->truth = word != NULL;
    return word ? word : find_word(false_words, text);
}

static bool is_core_boolean(const char *word)
{
    return strcmp(word, "true") == 0 || strcmp(word, "false") == 0;
}

bool yaml_form_yes_no(struct str text, struct yaml_form *form)
{
    const char *word = find_boolean(text, form);

    return word && !is_core_boolean(word) && is_usual(text, word);
}

bool yaml_form_boolean(struct str text, struct yaml_form *form)
{
    const char *word = find_boolean(text, form);

    return word && is_core_boolean(word) && is_usual(text, word);
}

bool yaml_form_odd_boolean(struct str text, struct yaml_form *form)
{
    const char *word = find_boolean(text, form);

    return word && !is_usual(text, word);
}

bool yaml_form_y_n(struct str text, struct yaml_form *form)
{
    form->truth = str_is(text, "y") || str_is(text, "Y");
    return form->truth || str_is(text, "n") || str_is(text, "N");
}

bool yaml_form_null(struct str text, struct yaml_form *form)
{
    (void)form;
    return str_is(text, "~") || is_usual(text, "null");
}

bool yaml_form_odd_null(struct str text, struct yaml_form *form)
{
    (void)form;
    return str_equal_ignore_case(text, STR("null")) && !is_usual(text, "null");
}

bool yaml_form_special(struct str text, struct yaml_form *form)
{
    (void)form;
    return str_is(text, "=") || str_is(text, "<<");
}

static bool take_byte(struct str *rest, char c)
{
    if (rest->len == 0 || *rest->data != c)
        return false;
    rest->data++;
    rest->len--;
    return true;
}

static void take_sign(struct str *rest, struct yaml_form *form)
{
    form->is_negative = take_byte(rest, '-');
    if (!form->is_negative)
        take_byte(rest, '+');
}

/* Reads digits of the base and appends them to *number; returns how many, 0 for too
 * many. */
static size_t take_digits(struct str *rest, int base, int64_t *number)
{
    size_t count = 0;

    while (rest->len && *rest->data >= '0' && *rest->data < '0' + base) {
        if (count++ < YAML_FORM_MAX_DIGITS && *number <= INT64_MAX / 10 - 1)
            *number = *number * base + (*rest->data - '0');
        take_byte(rest, *rest->data);
    }
    return count > YAML_FORM_MAX_DIGITS ? 0 : count;
}

bool yaml_form_old_octal(struct str text, struct yaml_form *form)
{
    take_sign(&text, form);
    return take_byte(&text, '0') && take_digits(&text, 8, &form->number) && !text.len &&
           form->number > 7; /* 007 is 7 either way */
}

bool yaml_form_leading_zero(struct str text, struct yaml_form *form)
{
    struct str octal;

    take_sign(&text, form);
    octal = text;
    if (!take_byte(&text, '0') || !take_digits(&text, 10, &form->number) || text.len)
        return false;
    form->number = 0;
    take_digits(&octal, 8, &form->number);
    return octal.len > 0; /* there is an 8 or 9 */
}

bool yaml_form_octal(struct str text, struct yaml_form *form)
{
    return take_byte(&text, '0') && take_byte(&text, 'o') &&
           take_digits(&text, 8, &form->number) && !text.len;
}

bool yaml_form_binary(struct str text, struct yaml_form *form)
{
    take_sign(&text, form);
    return take_byte(&text, '0') && take_byte(&text, 'b') &&
           take_digits(&text, 2, &form->number) && !text.len;
}

static bool starts_with_zero(struct str text)
{
    return text.len && *text.data == '0';
}

bool yaml_form_underscores(struct str text, struct yaml_form *form)
{
    size_t digits;
    size_t groups = 0;

    take_sign(&text, form);
    if (starts_with_zero(text))
        return false;
    for (digits = 0; text.len; groups++) {
        size_t count = take_digits(&text, 10, &form->number);

        digits += count;
        if (!count || digits > YAML_FORM_MAX_DIGITS)
            return false;
        if (!text.len)
            return groups > 0;
        if (!take_byte(&text, '_'))
            return false;
    }
    return false;
}

bool yaml_form_commas(struct str text, struct yaml_form *form)
{
    size_t digits;

    take_sign(&text, form);
    if (starts_with_zero(text))
        return false;
    digits = take_digits(&text, 10, &form->number);
    if (!digits || digits > 3 || !text.len)
        return false;
    while (take_byte(&text, ',')) {
        digits += 3;
        if (digits > YAML_FORM_MAX_DIGITS || take_digits(&text, 10, &form->number) != 3)
            return false;
    }
    return !text.len;
}

/* Two or three parts, the later ones below 60. */
static bool read_time(struct str text, struct yaml_form *form)
{
    int64_t part = 0;
    size_t parts = 1;
    size_t digits;

    take_sign(&text, form);
    digits = take_digits(&text, 10, &form->number);
    if (!digits || digits > 6) /* not a number of hours */
        return false;
    for (; take_byte(&text, ':'); parts++) {
        part = 0;
        digits = take_digits(&text, 10, &part);
        if (!digits || digits > 2 || part > 59)
            return false;
        form->number = form->number * 60 + part;
    }
    form->seconds = parts == 2 ? form->number * 60 : form->number;
    return !text.len && (parts == 2 || parts == 3);
}

static bool starts_with_zero_after_sign(struct str text)
{
    struct yaml_form sign = {0};

    take_sign(&text, &sign);
    return starts_with_zero(text);
}

bool yaml_form_early_time(struct str text, struct yaml_form *form)
{
    return starts_with_zero_after_sign(text) && read_time(text, form);
}

bool yaml_form_time(struct str text, struct yaml_form *form)
{
    return !starts_with_zero_after_sign(text) && read_time(text, form);
}

/* `T10:00:00Z`, ` 10:00:00 +02:00`, or nothing: what may follow a date. */
static bool is_time_of_day(struct str text)
{
    int64_t ignored = 0;

    if (text.len == 0)
        return true;
    if (!take_byte(&text, 'T') && !take_byte(&text, 't') && !take_byte(&text, ' '))
        return false;
    for (int part = 0; part < 3; part++)
        if ((part && !take_byte(&text, ':')) || !take_digits(&text, 10, &ignored))
            return false;
    for (; text.len; take_byte(&text, *text.data))
        if (!strchr("0123456789.:+-Zz ", *text.data))
            return false;
    return true;
}

/* YYYY-MM-DD, with or without a time. */
static bool read_date(struct str text, struct date *date)
{
    struct scanner s = scanner_on(text);

    return date_read(&s, date) && is_time_of_day((struct str){s.at, scanner_left(&s)});
}

bool yaml_form_date(struct str text, struct yaml_form *form)
{
    struct date date;

    (void)form;
    return read_date(text, &date) && date_exists(&date);
}

bool yaml_form_impossible_date(struct str text, struct yaml_form *form)
{
    struct date date;

    (void)form;
    return read_date(text, &date) && !date_exists(&date);
}

bool yaml_form_exponent(struct str text, struct yaml_form *form)
{
    int64_t ignored = 0;
    bool has_point, has_sign;

    take_sign(&text, form);
    if (!take_digits(&text, 10, &ignored))
        return false;
    has_point = take_byte(&text, '.');
    take_digits(&text, 10, &ignored);
    if (!take_byte(&text, 'e') && !take_byte(&text, 'E'))
        return false;
    has_sign = take_byte(&text, '-') || take_byte(&text, '+');
    return (!has_point || !has_sign) && take_digits(&text, 10, &ignored) && !text.len;
}

bool yaml_form_integer(struct str text, struct yaml_form *form)
{
    bool starts_well;

    take_sign(&text, form);
    starts_well = !starts_with_zero(text) || text.len == 1;
    return starts_well && take_digits(&text, 10, &form->number) && !text.len;
}
