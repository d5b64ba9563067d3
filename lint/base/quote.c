/* quote.c - quotation marks that are no syntax */

#include "lint/base/quote.h"

static const char *const quotes[] = {
    "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE2\x80\x98", "\xE2\x80\x99",
    "\xE2\x80\x9A", "\xC2\xAB",     "\xC2\xBB",     "\xE2\x80\xB9", "\xE2\x80\xBA",
};

enum { QUOTE_COUNT = sizeof(quotes) / sizeof(quotes[0]) };

size_t quote_at_start(struct str text)
{
    for (size_t i = 0; i < QUOTE_COUNT; i++)
        if (str_starts(text, str_from(quotes[i])))
            return strlen(quotes[i]);
    return 0;
}

size_t quote_at_end(struct str text)
{
    for (size_t i = 0; i < QUOTE_COUNT; i++)
        if (str_ends(text, str_from(quotes[i])))
            return strlen(quotes[i]);
    return 0;
}
