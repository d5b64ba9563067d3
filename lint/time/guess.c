/* guess.c - the date that was meant by what is written in another way */

#include "lint/time/guess.h"

#include "lint/base/ascii.h"
#include "lint/time/date.h"
#include "lint/time/moment.h"

/* What may have been meant; the second only where day and month could be exchanged. */
struct guess {
    struct date dates[2];
    int count;
};

static void add_date(struct guess *guess, int year, int month, int day)
{
    struct date date = {year, month, day};
    const struct date *first = &guess->dates[0];

    if (!date_exists(&date) || (guess->count && first->month == month))
        return;
    guess->dates[guess->count++] = date;
}

/* Up to five digits; returns how many. */
static size_t take_number(struct scanner *s, int *number)
{
    const char *start = s->at;

    *number = 0;
    while (is_ascii_digit(scanner_peek(s)) && s->at - start < 5)
        *number = *number * 10 + (*s->at++ - '0');
    return (size_t)(s->at - start);
}

/* What follows a date must not be more digits or letters, but for the T of a time. */
static bool ends_date(const struct scanner *s)
{
    int c = scanner_peek(s);

    if (is_one_of(c, "Tt"))
        return scanner_left(s) > 1 && is_ascii_digit((unsigned char)s->at[1]);
    return !is_ascii_digit(c) && !is_ascii_letter(c) && !is_one_of(c, "-/");
}

/* 2024-5-1, 2024/05/01, 1.5.2024, 25/12/2024: three numbers with the same sign between
 * them. The scanner is then after them. */
static bool read_numbers(struct scanner *s, struct guess *guess)
{
    int parts[3];
    size_t digits[3];
    char sign;

    digits[0] = take_number(s, &parts[0]);
    if (!digits[0] || !is_one_of(scanner_peek(s), "-/."))
        return false;
    sign = *s->at++;
    digits[1] = take_number(s, &parts[1]);
    if (!digits[1] || !scanner_accept(s, sign))
        return false;
    digits[2] = take_number(s, &parts[2]);
    if (!digits[2] || digits[1] > 2 || !ends_date(s))
        return false;
    if (digits[0] == 4 && digits[2] <= 2) {
        add_date(guess, parts[0], parts[1], parts[2]);
        if (!guess->count)
            add_date(guess, parts[0], parts[2], parts[1]);
    } else if (digits[2] == 4 && digits[0] <= 2) {
        add_date(guess, parts[2], parts[1], parts[0]);
        if (sign != '.')
            add_date(guess, parts[2], parts[0], parts[1]);
    }
    return guess->count > 0;
}

/* 20240501 */
static bool read_digits(struct scanner *s, struct guess *guess)
{
    int year;
    int month;
    int day;

    if (!scanner_digits(s, 4, &year) || !scanner_digits(s, 2, &month) ||
        !scanner_digits(s, 2, &day) || !ends_date(s))
        return false;
    add_date(guess, year, month, day);
    return guess->count > 0;
}

static bool is_letter(int c)
{
    return is_ascii_letter(c) || c >= 0x80;
}

static struct str take_word(struct scanner *s)
{
    const char *start = s->at;

    while (is_letter(scanner_peek(s)))
        s->at++;
    return (struct str){start, (size_t)(s->at - start)};
}

/* 1 to 12 for the name of a month, or its first three letters or more, in English,
 * German, French and Spanish; else 0. */
static int month_named(struct str word)
{
    static const char *const names[12][4] = {
        {"january", "januar", "janvier", "enero"},
        {"february", "februar", "f\xC3\xA9vrier", "febrero"},
        {"march", "m\xC3\xA4rz", "mars", "marzo"},
        {"april", "april", "avril", "abril"},
        {"may", "mai", "mai", "mayo"},
        {"june", "juni", "juin", "junio"},
        {"july", "juli", "juillet", "julio"},
        {"august", "august", "ao\xC3\xBBt", "agosto"},
        {"september", "september", "septembre", "septiembre"},
        {"october", "oktober", "octobre", "octubre"},
        {"november", "november", "novembre", "noviembre"},
        {"december", "dezember",
         "d\xC3\xA9"
         "cembre",
         "diciembre"},
    };

    for (int month = 0; word.len >= 3 && month < 12; month++)
        for (int i = 0; i < 4; i++) {
            struct str name = str_from(names[month][i]);

            if (word.len <= name.len &&
                str_equal_ignore_case(word, (struct str){name.data, word.len}))
                return month + 1;
        }
    return 0;
}

/* Words around the parts of a date: days of the week, `5th of May`, `5 de mayo`. */
static bool is_filler(struct str word)
{
    static const char *const words[] = {"of",  "the", "st",  "nd",  "rd",  "th",
                                        "de",  "den", "le",  "er",  "mon", "tue",
                                        "wed", "thu", "fri", "sat", "sun"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        struct str known = str_from(words[i]);

        if (str_equal_ignore_case(word, known) ||
            (known.len == 3 && str_ends(word, STR("day")) &&
             str_equal_ignore_case((struct str){word.data, 3}, known)))
            return true;
    }
    return false;
}

/* The parts of a date with the name of its month; 0 where there is none yet. */
struct named_date {
    int year, month, day;
};

static bool take_part(struct scanner *s, struct named_date *date)
{
    struct str word;
    size_t digits;
    int number;

    if (!is_letter(scanner_peek(s))) {
        digits = take_number(s, &number);
        if (digits == 4 && !date->year)
            date->year = number;
        else if ((digits == 1 || digits == 2) && !date->day)
            date->day = number;
        else
            return false;
        return true;
    }
    word = take_word(s);
    if (date->month || !month_named(word))
        return is_filler(word);
    date->month = month_named(word);
    return true;
}

/* Jan 5, 2024; 5th of January 2024; Fri, 05 Jan 2024; 5-May-2024. The scanner is then
 * after it. */
static bool read_named(struct scanner *s, struct guess *guess)
{
    struct named_date date = {0, 0, 0};

    while (!date.year || !date.month || !date.day) {
        while (scanner_accept_any(s, " ,.-/"))
            continue;
        if (scanner_done(s) || !take_part(s, &date))
            return false;
    }
    add_date(guess, date.year, date.month, date.day);
    return guess->count > 0 && ends_date(s);
}

/* The date at the start of the text. The scanner is then after it. */
static bool guess_date(struct scanner *s, struct guess *guess)
{
    typedef bool reader(struct scanner *, struct guess *);
    static reader *const readers[] = {read_numbers, read_digits, read_named};
    struct scanner start;

    while (scanner_accept(s, ' '))
        continue;
    start = *s;
    for (size_t i = 0; i < sizeof(readers) / sizeof(readers[0]); i++) {
        *guess = (struct guess){0};
        *s = start;
        if (readers[i](s, guess))
            return true;
    }
    return false;
}

struct str date_suggestion(struct str text, struct arena *arena, struct str *otherwise)
{
    struct scanner s = scanner_on(text);
    struct guess guess;

    if (!guess_date(&s, &guess))
        return STR("");
    if (guess.count > 1)
        *otherwise = date_text(arena, date_to_days(&guess.dates[1]));
    return date_text(arena, date_to_days(&guess.dates[0]));
}

/* Z, UTC, +02:00, +0200, +02: in minutes east of Greenwich. */
static bool read_zone(struct scanner *s, int *minutes)
{
    struct str word;
    int sign;
    int hour;
    int minute = 0;

    *minutes = 0;
    if (is_letter(scanner_peek(s))) {
        word = take_word(s);
        return str_equal_ignore_case(word, STR("Z")) ||
               str_equal_ignore_case(word, STR("UTC")) ||
               str_equal_ignore_case(word, STR("GMT"));
    }
    sign = scanner_peek(s) == '-' ? -1 : 1;
    if (!scanner_accept_any(s, "+-") || !scanner_digits(s, 2, &hour))
        return false;
    scanner_accept(s, ':');
    if (!scanner_done(s) && !scanner_digits(s, 2, &minute))
        return false;
    *minutes = sign * (hour * 60 + minute);
    return hour <= 23 && minute <= 59;
}

static struct str moment_text(struct arena *arena, struct str date,
                              const struct clock *clock, int zone)
{
    int minutes = zone < 0 ? -zone : zone;
    struct str time = arena_format(arena, "%.*sT%02d:%02d:%02d", (int)date.len, date.data,
                                   clock->hour, clock->minute, clock->second);

    if (!zone)
        return arena_format(arena, "%.*sZ", (int)time.len, time.data);
    return arena_format(arena, "%.*s%c%02d:%02d", (int)time.len, time.data,
                        zone < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

struct str date_time_suggestion(struct str text, struct arena *arena)
{
    struct scanner s = scanner_on(str_trim(text));
    struct guess guess;
    struct clock clock;
    int zone;

    if (!guess_date(&s, &guess) || guess.count > 1)
        return STR("");
    if (!scanner_accept_any(&s, "Tt"))
        while (scanner_accept_any(&s, " ,"))
            continue;
    if (!clock_read(&s, &clock) || !clock_exists(&clock) || !clock_skip_fraction(&s))
        return STR("");
    while (scanner_accept(&s, ' '))
        continue;
    if (!read_zone(&s, &zone) || !scanner_done(&s))
        return STR("");
    return moment_text(arena, date_text(arena, date_to_days(&guess.dates[0])), &clock,
                       zone);
}
