/* heading_number.c - the number that a heading begins with */

#include "lint/document/heading_number.h"

#include "lint/base/ascii.h"

enum { DIGITS_MAX = 4 }; /* of one part; longer ones are no places in an article */

static struct str rest(struct str text, size_t from)
{
    return (struct str){text.data + from, text.len - from};
}

/* The label at the start of text, when a blank follows it; else empty. */
static struct str read_label(struct str text, struct str_list labels)
{
    for (size_t i = 0; i < labels.count; i++) {
        struct str label = labels.items[i];

        if (label.len && label.len < text.len && is_space_or_tab(text.data[label.len]) &&
            str_equal_ignore_case((struct str){text.data, label.len}, label))
            return (struct str){text.data, label.len};
    }
    return (struct str){"", 0};
}

static size_t read_digits(struct str text, uint32_t *value)
{
    size_t len = 0;

    for (*value = 0; len < text.len && is_ascii_digit(text.data[len]); len++)
        if (len < DIGITS_MAX)
            *value = *value * 10 + (uint32_t)(text.data[len] - '0');
    return len <= DIGITS_MAX ? len : 0;
}

/* Parts with full stops between them; how long they are. */
static size_t read_parts(struct str text, struct heading_number *number)
{
    size_t len = read_digits(text, &number->parts[0]);
    size_t more;

    number->count = len ? 1 : 0;
    while (len && number->count < NUMBER_PARTS_MAX && len < text.len &&
           text.data[len] == '.') {
        more = read_digits(rest(text, len + 1), &number->parts[number->count]);
        if (!more)
            break;
        number->count++;
        len += more + 1;
    }
    return len;
}

/* Is what follows the number as it should be? `2` alone needs a sign or a label. */
static bool ends_well(struct str text, const struct heading_number *number)
{
    bool sign;

    if (str_starts(text, STR("\xE3\x80\x81")))
        return true;
    if (text.len > 1 && text.data[0] == '\\')
        text = rest(text, 1);
    sign = text.len && is_one_of(text.data[0], ".):");
    if (!sign && number->count == 1 && !number->label.len)
        return false;
    text = rest(text, sign);
    return !text.len || is_ascii_space(text.data[0]) || is_one_of(text.data[0], "*_");
}

bool heading_number_read(const struct document *document, const struct node *heading,
                         struct str_list labels, struct heading_number *number)
{
    struct str text = source_text(document->source, heading->content);
    uint32_t start = heading->content.start;
    size_t at = 0;
    size_t len;

    while (at < text.len && is_one_of(text.data[at], "*_"))
        at++;
    number->label = read_label(rest(text, at), labels);
    at += number->label.len;
    while (at < text.len && is_space_or_tab(text.data[at]))
        at++;
    len = read_parts(rest(text, at), number);
    number->span = span_make(start + (uint32_t)at, start + (uint32_t)(at + len));
    return len && ends_well(rest(text, at + len), number);
}
