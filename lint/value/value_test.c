/* value_test.c - looking up and comparing values */

#include "lint/value/value.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct value one = {.kind = VALUE_INTEGER, .text = {"1", 1}};
static const struct value one_point = {.kind = VALUE_NUMBER, .text = {"1.0", 3}};
static const struct value one_text = {.kind = VALUE_STRING, .text = {"1", 1}};
static const struct value truth = {.kind = VALUE_BOOL, .boolean = true};
static const struct value nothing = {.kind = VALUE_NULL};

static struct entry entry(const char *key, const struct value *value)
{
    return (struct entry){.key = str_from(key), .value = (struct value *)value};
}

static struct value collection(enum value_kind kind, struct entry *entries,
                               uint32_t count)
{
    return (struct value){.kind = kind, .entries = entries, .count = count};
}

static bool same(const struct value *a, const struct value *b)
{
    bool equal = value_equal(a, b);

    assert_int_equal(value_equal(b, a), equal);
    if (equal)
        assert_true(value_hash(a) == value_hash(b));
    return equal;
}

static void scalars_compare_by_value(void **state)
{
    (void)state;
    assert_true(same(&one, &one_point));
    assert_false(same(&one, &one_text));
    assert_false(same(&one, &truth));
    assert_false(same(&nothing, &truth));
    assert_true(same(&nothing, &nothing));
}

static void maps_have_no_order(void **state)
{
    struct entry left[] = {entry("a", &one), entry("b", &truth)};
    struct entry right[] = {entry("b", &truth), entry("a", &one_point)};
    struct entry other[] = {entry("b", &truth), entry("c", &one)};
    struct value a = collection(VALUE_MAP, left, 2);
    struct value b = collection(VALUE_MAP, right, 2);
    struct value c = collection(VALUE_MAP, other, 2);
    struct value shorter = collection(VALUE_MAP, left, 1);

    (void)state;
    assert_true(same(&a, &b));
    assert_false(same(&a, &c));
    assert_false(same(&a, &shorter));
}

static void lists_have_order(void **state)
{
    struct entry left[] = {entry("", &one), entry("", &truth)};
    struct entry right[] = {entry("", &truth), entry("", &one)};
    struct value a = collection(VALUE_LIST, left, 2);
    struct value b = collection(VALUE_LIST, right, 2);
    struct value empty_list = collection(VALUE_LIST, NULL, 0);
    struct value empty_map = collection(VALUE_MAP, NULL, 0);

    (void)state;
    assert_false(same(&a, &b));
    assert_true(value_hash(&a) != value_hash(&b));
    assert_false(same(&empty_list, &empty_map));
}

static void entries_are_found_by_key(void **state)
{
    struct entry entries[] = {entry("a", &one), entry("", &truth)};
    struct value map = collection(VALUE_MAP, entries, 2);

    (void)state;
    assert_ptr_equal(value_get(&map, "a"), &one);
    assert_ptr_equal(value_get(&map, ""), &truth);
    assert_null(value_get(&map, "b"));
    assert_null(value_get(&one, "a"));
    assert_null(value_get(NULL, "a"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scalars_compare_by_value),
        cmocka_unit_test(maps_have_no_order),
        cmocka_unit_test(lists_have_order),
        cmocka_unit_test(entries_are_found_by_key),
    };

    return cmocka_run_group_tests_name("value", tests, NULL, NULL);
}
