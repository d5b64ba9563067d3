/* figure.c - the numbers that people choose for bounds */

#include "lint/schema/infer/figure.h"

/* 1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, …: the numbers that people
 * choose, times powers of ten. */
static const unsigned figures[] = {10, 12, 15, 20, 25, 30, 40, 50, 60, 80};

enum { FIGURE_COUNT = sizeof(figures) / sizeof(figures[0]) };

static uint64_t figure_at(unsigned index)
{
    static const unsigned small[] = {0, 1, 2, 3, 5, 8};
    uint64_t figure;

    if (index < 6)
        return small[index];
    index -= 6;
    figure = figures[index % FIGURE_COUNT];
    for (unsigned power = index / FIGURE_COUNT; power > 0; power--)
        figure *= 10;
    return figure;
}

uint64_t figure_above(uint64_t number)
{
    unsigned i = 0;

    number += number / 4;
    while (figure_at(i) < number)
        i++;
    return figure_at(i);
}

uint64_t figure_below(uint64_t number)
{
    unsigned i = 0;

    number -= number / 4;
    while (figure_at(i + 1) <= number)
        i++;
    return figure_at(i);
}
