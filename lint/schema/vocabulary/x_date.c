/* x_date.c - x-not-after, x-not-before, x-max-age: bounds of a date */

#include "lint/schema/vocabulary/vocabulary.h"
#include "lint/time/date.h"
#include "lint/time/moment.h"

enum bound_kind { BOUND_TODAY, BOUND_NOW, BOUND_FIXED, BOUND_FIELD };

struct bound {
    enum bound_kind kind;
    struct duration shift; /* from today or now */
    int sign;              /* of the shift; 0: none */
    struct moment fixed;
    struct str field;
    bool strict; /* the bound itself is excluded */
};

static const char expected[] =
    "must be `today`, `now`, `today+30d`, `today-1y`, a date or a map with `field`";

/* "+ 30d" after `today` or `now`; may be missing. */
static bool read_shift(struct str text, struct bound *bound)
{
    text = str_trim(text);
    if (!text.len)
        return true;
    if (*text.data != '+' && *text.data != '-')
        return false;
    bound->sign = *text.data == '+' ? 1 : -1;
    return duration_parse(str_trim((struct str){text.data + 1, text.len - 1}),
                          &bound->shift);
}

static bool read_bound(struct str text, struct bound *bound)
{
    bool today = str_starts(text, STR("today"));
    size_t word = strlen(today ? "today" : "now");

    if (!today && !str_starts(text, STR("now"))) {
        bound->kind = BOUND_FIXED;
        return moment_parse(text, &bound->fixed);
    }
    bound->kind = today ? BOUND_TODAY : BOUND_NOW;
    return read_shift((struct str){text.data + word, text.len - word}, bound);
}

static bool read_field(struct compiler *c, struct advice *advice, struct bound *bound)
{
    static const char *const options[] = {"field", "strict", NULL};
    const struct value *map = advice->keyword->value;
    const struct value *field = value_get(map, "field");
    const struct value *strict = value_get(map, "strict");

    bound->kind = BOUND_FIELD;
    if (!advice_keys(c, advice, map, options))
        return false;
    if (!field || field->kind != VALUE_STRING || !field->text.len)
        return advice_fail(c, advice, field ? field->span : map->span,
                           "needs a `field`: the name of a property beside it, or a JSON "
                           "Pointer");
    if (strict && strict->kind != VALUE_BOOL)
        return advice_fail(c, advice, strict->span, "`strict` must be true or false");
    bound->field = field->text;
    bound->strict = strict && strict->boolean;
    return true;
}

static bool compile_bound(struct compiler *c, struct advice *advice)
{
    const struct value *value = advice->keyword->value;
    struct bound *bound = arena_alloc(c->arena, sizeof(*bound));

    advice->settings = bound;
    if (value->kind == VALUE_MAP)
        return read_field(c, advice, bound);
    if (value->kind != VALUE_STRING || !read_bound(value->text, bound))
        return advice_fail(c, advice, value->span, "%s", expected);
    return true;
}

static bool compile_age(struct compiler *c, struct advice *advice)
{
    const struct value *value = advice->keyword->value;
    struct bound *bound = arena_alloc(c->arena, sizeof(*bound));

    advice->settings = bound;
    *bound = (struct bound){.kind = BOUND_TODAY, .sign = -1};
    if (value->kind != VALUE_STRING || !duration_parse(value->text, &bound->shift))
        return advice_fail(
            c, advice, value->span,
            "must be a duration of days, weeks, months or years, as `180d`, "
            "`1y6m` or `P1Y`");
    return true;
}

/* The value and what it is compared with. */
struct comparison {
    struct moment value;
    struct moment limit;
    const struct entry *other; /* the field, or NULL */
};

static int64_t floor_days(int64_t seconds)
{
    return seconds / 86400 - (seconds % 86400 < 0);
}

static struct moment now_of(const struct environment *around)
{
    int32_t zone = instant_zone(around->now);
    int64_t local = around->now.seconds + zone;
    int64_t day = floor_days(local);

    return (struct moment){day, (int32_t)(local - day * 86400), zone, true, true};
}

/* Gives a moment with a zone the date it has in the time zone of today. */
static void to_local_day(struct moment *moment, const struct environment *around)
{
    if (moment->has_zone)
        moment->day = floor_days(moment_instant(moment) + instant_zone(around->now));
    moment->has_time = moment->has_zone = false;
}

static void compare_to_clock(struct comparison *comparison, const struct bound *bound,
                             const struct environment *around)
{
    comparison->limit = now_of(around);
    if (bound->sign)
        comparison->limit.day =
            duration_shift(comparison->limit.day, bound->shift, bound->sign);
    if (bound->kind == BOUND_NOW && comparison->value.has_zone)
        return;
    to_local_day(&comparison->value, around);
    comparison->limit.has_time = comparison->limit.has_zone = false;
}

/* False when there is nothing to compare with. */
static bool prepare(struct advising *x, const struct bound *bound,
                    const struct place *place, struct comparison *comparison)
{
    *comparison = (struct comparison){.limit = bound->fixed};
    if (!moment_parse(place->value->text, &comparison->value))
        return false;
    if (bound->kind == BOUND_FIELD) {
        comparison->other = advice_field(x->explanation->arena, place, bound->field);
        return comparison->other && comparison->other->value->kind == VALUE_STRING &&
               moment_parse(comparison->other->value->text, &comparison->limit);
    }
    if (bound->kind != BOUND_FIXED)
        compare_to_clock(comparison, bound, x->around);
    return true;
}

/* "today (`2026-11-26`)", "`date` (`2024-05-25`)". */
static struct str limit_text(struct advising *x, const struct advice *advice,
                             const struct comparison *comparison)
{
    const struct bound *bound = advice->settings;
    struct arena *arena = x->explanation->arena;
    struct str day = date_text(arena, comparison->limit.day);
    struct str written = bound->field;

    if (bound->kind == BOUND_FIELD) {
        day = advice_quote(x, comparison->other->value->text);
        return arena_format(arena, "`%.*s` (%s)", (int)written.len, written.data,
                            day.data);
    }
    written = advice->keyword->value->text;
    if (bound->kind == BOUND_FIXED)
        return arena_format(arena, "`%.*s`", (int)written.len, written.data);
    return arena_format(arena, "%.*s (`%s`)", (int)written.len, written.data, day.data);
}

static void report_bound(struct advising *x, const struct advice *advice,
                         const struct place *place, const struct comparison *comparison,
                         const char *relation)
{
    struct str found = advice_quote(x, place->value->text);
    struct failure *failure = advise(x, advice, place, "%s %s, found %s", relation,
                                     limit_text(x, advice, comparison).data, found.data);

    if (comparison->other)
        advice_relate(x, failure, comparison->other->value->span, "compared with this");
}

static void check_not_after(struct advising *x, const struct advice *advice,
                            const struct place *place)
{
    const struct bound *bound = advice->settings;
    struct comparison comparison;
    int order;

    if (!prepare(x, bound, place, &comparison))
        return;
    order = moment_compare(&comparison.value, &comparison.limit);
    if (order > 0 || (order == 0 && bound->strict))
        report_bound(x, advice, place, &comparison,
                     bound->strict ? "be before" : "not be after");
}

static void check_not_before(struct advising *x, const struct advice *advice,
                             const struct place *place)
{
    const struct bound *bound = advice->settings;
    struct comparison comparison;
    int order;

    if (!prepare(x, bound, place, &comparison))
        return;
    order = moment_compare(&comparison.value, &comparison.limit);
    if (order < 0 || (order == 0 && bound->strict))
        report_bound(x, advice, place, &comparison,
                     bound->strict ? "be after" : "not be before");
}

static void check_age(struct advising *x, const struct advice *advice,
                      const struct place *place)
{
    const struct bound *bound = advice->settings;
    struct comparison comparison;
    int64_t today = now_of(x->around).day;
    struct str most = duration_text(x->explanation->arena, bound->shift);

    if (!prepare(x, bound, place, &comparison) ||
        moment_compare(&comparison.value, &comparison.limit) >= 0)
        return;
    advise(x, advice, place, "be at most %s old, found %s, which is %lld days ago",
           most.data, advice_quote(x, place->value->text).data,
           (long long)(today - comparison.value.day));
}

const struct extension x_not_after = {
    .name = "x-not-after",
    .help = "the latest date: today, a date or another field",
    .kinds = KIND_STRING,
    .compile = compile_bound,
    .check = check_not_after,
};

const struct extension x_not_before = {
    .name = "x-not-before",
    .help = "the earliest date: today, a date or another field",
    .kinds = KIND_STRING,
    .compile = compile_bound,
    .check = check_not_before,
};

const struct extension x_max_age = {
    .name = "x-max-age",
    .help = "how long ago a date may be",
    .kinds = KIND_STRING,
    .severity = SEVERITY_WARNING,
    .compile = compile_age,
    .check = check_age,
};
