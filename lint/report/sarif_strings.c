/* sarif_strings.c - the messages of results as strings with arguments (SARIF 3.11) */

#include <stdio.h>
#include <stdlib.h>

#include "lint/base/ascii.h"
#include "lint/base/memory.h"
#include "lint/report/sarif.h"
#include "lint/results/fingerprint.h"

enum {
    ARGUMENTS_MAX = 16,
    /* Of one rule; the messages of some are different for each article. */
    STRINGS_MAX = 256,
};

/* A string of a rule. */
struct sarif_string {
    struct sarif_string *next;
    struct str text;
    char id[9];
};

struct sarif_strings_of_rule {
    struct sarif_string *first;
    uint32_t count;
};

/* A message in two parts: what others of its kind have as well, and the rest. */
struct parted {
    struct buf text; /* with {0}, {1} and so on in place of the arguments */
    struct str arguments[ARGUMENTS_MAX];
    uint32_t count;
    bool links; /* its brackets are escaped */
};

void sarif_strings_init(struct sarif_strings *strings, uint32_t rule_count)
{
    arena_init(&strings->arena);
    strings->by_rule = memory_zeroed(rule_count, sizeof(*strings->by_rule));
}

void sarif_strings_release(struct sarif_strings *strings)
{
    if (!strings->by_rule)
        return;
    arena_release(&strings->arena);
    free(strings->by_rule);
}

/* The length of what is in back-ticks at the start of the text, with these; or 0. */
static size_t quoted_length(struct str text)
{
    const char *end;

    if (!text.len || text.data[0] != '`')
        return 0;
    end = memchr(text.data + 1, '`', text.len - 1);
    return end ? (size_t)(end - text.data) + 1 : 0;
}

/* The length of a number that is a word at the offset; or 0. */
static size_t number_length(struct str text, size_t at)
{
    size_t end = at;

    if (at && !is_one_of(text.data[at - 1], " ("))
        return 0;
    while (end < text.len && is_ascii_digit(text.data[end]))
        end++;
    return end == text.len || is_one_of(text.data[end], " ,;:)") ? end - at : 0;
}

static void add_argument(struct parted *parted, struct str argument)
{
    buf_printf(&parted->text, "{%u}", parted->count);
    parted->arguments[parted->count++] = argument;
}

/* Adds what begins at the offset, and returns its length. */
static size_t add_next(struct parted *parted, struct str message, size_t at)
{
    struct str rest = {message.data + at, message.len - at};
    size_t len = parted->count < ARGUMENTS_MAX ? quoted_length(rest) : 0;

    if (len) {
        buf_putc(&parted->text, '`');
        add_argument(parted, (struct str){rest.data + 1, len - 2});
        buf_putc(&parted->text, '`');
        return len;
    }
    len = parted->count < ARGUMENTS_MAX ? number_length(message, at) : 0;
    if (len) {
        add_argument(parted, (struct str){rest.data, len});
        return len;
    }
    return sarif_add_character(&parted->text, rest, parted->links);
}

/* What is in back-ticks, and numbers, are what messages of a kind do not share. */
static void part(struct parted *parted, struct str message)
{
    *parted = (struct parted){.text = BUF_INIT, .links = sarif_has_link(message)};
    for (size_t at = 0; at < message.len;)
        at += add_next(parted, message, at);
    sarif_finish_sentence(&parted->text);
}

/* A string of a rule ends in a full stop, validators say (SARIF2001). */
static bool can_be_string(struct str text)
{
    return text.data[text.len - 1] == '.';
}

/* The name of the string among those of its rule: that of no other, or NULL. */
static const char *id_of(struct sarif_strings *strings, uint32_t rule, struct str text)
{
    struct sarif_strings_of_rule *list = &strings->by_rule[rule];
    struct sarif_string **at = &list->first;
    uint64_t hash = fingerprint_add(FINGERPRINT_START, text);
    struct sarif_string *added;
    char id[sizeof(added->id)];

    snprintf(id, sizeof(id), "%08x", (unsigned)(hash & UINT32_MAX));
    for (; *at; at = &(*at)->next)
        if (strcmp((*at)->id, id) == 0)
            return str_equal((*at)->text, text) ? (*at)->id : NULL;
    if (list->count == STRINGS_MAX || !can_be_string(text))
        return NULL;
    added = arena_alloc(&strings->arena, sizeof(*added));
    added->text = arena_str(&strings->arena, text);
    memcpy(added->id, id, sizeof(id));
    *at = added;
    list->count++;
    return added->id;
}

static void write_arguments(struct json_writer *json, const struct parted *parted)
{
    struct buf argument = BUF_INIT;

    json_key(json, "arguments");
    json_open(json, '[');
    for (uint32_t i = 0; i < parted->count; i++) {
        argument.len = 0;
        sarif_add_argument(&argument, parted->arguments[i], parted->links);
        json_string(json, buf_str(&argument));
    }
    json_close(json, ']');
    buf_release(&argument);
}

void sarif_write_parted_message(struct json_writer *json, struct sarif_strings *strings,
                                const struct result *result)
{
    struct buf text = BUF_INIT;
    struct parted parted;
    const char *id;

    part(&parted, result->message);
    id = id_of(strings, result->rule_index, buf_str(&parted.text));
    sarif_add_sentence(&text, result->message);
    json_open(json, '{');
    json_member(json, "text", buf_str(&text));
    if (id)
        json_member(json, "id", str_from(id));
    if (id && parted.count)
        write_arguments(json, &parted);
    json_close(json, '}');
    buf_release(&text);
    buf_release(&parted.text);
}

void sarif_write_strings(struct json_writer *json, const struct sarif_strings *strings,
                         uint32_t rule)
{
    const struct sarif_string *string = strings->by_rule[rule].first;

    if (!string)
        return;
    json_key(json, "messageStrings");
    json_open(json, '{');
    for (; string; string = string->next) {
        json_key(json, string->id);
        json_open(json, '{');
        json_member(json, "text", string->text);
        json_close(json, '}');
    }
    json_close(json, '}');
}
