/* documents.c - generates front matter for the bench */

#include "lint/tool/bench/documents.h"

#include <stdbool.h>

#include "lint/base/buf.h"

enum { INVALID_PERCENT = 2 };

struct maker {
    struct buf out;
    uint64_t random;
};

/* xorshift64*: the same numbers on every machine. */
static uint32_t choose(struct maker *maker, uint32_t below)
{
    maker->random ^= maker->random >> 12;
    maker->random ^= maker->random << 25;
    maker->random ^= maker->random >> 27;
    return (uint32_t)((maker->random * UINT64_C(0x2545F4914F6CDD1D)) >> 33) % below;
}

static const char *one_of(struct maker *maker, const char *const *words, uint32_t count)
{
    return words[choose(maker, count)];
}

#define ONE_OF(maker, words) one_of(maker, words, sizeof(words) / sizeof(*(words)))

static const char *const words[] = {
    "writing", "a",    "better", "essay",   "how",   "to",    "plan",    "your",
    "first",   "year", "and",    "reading", "for",   "the",   "exam",    "with",
    "friends", "in",   "small",  "steps",   "study", "notes", "without", "stress",
};

static void add_words(struct maker *maker, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        buf_printf(&maker->out, "%s%s", i ? " " : "", ONE_OF(maker, words));
}

static void add_author(struct maker *maker)
{
    static const char *const names[] = {"Olivia Wilson", "Tom\u00e1s Ortega", "Mei Lin",
                                        "Dr. Hanna Berg"};
    static const char *const roles[] = {"tutor", "mentor", "editor"};

    buf_printf(&maker->out, "author:\n  name: %s\n  email: team-%u@example.org\n",
               ONE_OF(maker, names), choose(maker, 90));
    buf_printf(&maker->out, "  role: %s\n", ONE_OF(maker, roles));
}

static void add_tags(struct maker *maker)
{
    static const char *const topics[] = {"essay", "maths", "ielts", "grants", "a-level"};
    uint32_t count = 1 + choose(maker, 4);
    uint32_t first = choose(maker, 5);
    bool flow = choose(maker, 2);

    buf_puts(&maker->out, flow ? "tags: [" : "tags:\n");
    for (uint32_t i = 0; i < count; i++) {
        const char *topic = topics[(first + i) % 5];

        if (flow)
            buf_printf(&maker->out, "%s%s", i ? ", " : "", topic);
        else
            buf_printf(&maker->out, "  - %s\n", topic);
    }
    if (flow)
        buf_puts(&maker->out, "]\n");
}

static void add_mistake(struct maker *maker)
{
    static const char *const mistakes[] = {
        "titel: twice\n",
        "weight: heavy\n",
        "cover: {src: /images/a.png}\n",
        "draft: maybe\n",
    };

    buf_puts(&maker->out, ONE_OF(maker, mistakes));
}

static void add_good_end(struct maker *maker)
{
    if (choose(maker, 3))
        buf_printf(&maker->out, "cover:\n  src: /images/%u.png\n  alt: A view of %s\n",
                   choose(maker, 900), ONE_OF(maker, words));
    if (choose(maker, 2))
        buf_printf(&maker->out, "weight: %u\n", choose(maker, 1000));
    buf_printf(&maker->out, "draft: %s\n", choose(maker, 4) ? "false" : "true");
}

struct str document_make(struct arena *arena, uint32_t number)
{
    static const char *const categories[] = {"essays", "admissions", "mathematics",
                                             "languages", "news"};
    struct maker maker = {BUF_INIT, UINT64_C(0x9E3779B97F4A7C15) * (number + 1)};
    struct str text;

    buf_puts(&maker.out, "---\ntitle: ");
    add_words(&maker, 4 + choose(&maker, 4));
    buf_puts(&maker.out, choose(&maker, 2) ? "\nsummary: \"" : "\nsummary: >-\n  \"");
    add_words(&maker, 11 + choose(&maker, 13));
    buf_puts(&maker.out, ".\"\n");
    add_author(&maker);
    buf_printf(&maker.out, "date: 20%02u-%02u-%02u\ncategory: %s\n", choose(&maker, 30),
               1 + choose(&maker, 12), 1 + choose(&maker, 28),
               ONE_OF(&maker, categories));
    add_tags(&maker);
    if (choose(&maker, 100) < INVALID_PERCENT)
        add_mistake(&maker);
    else
        add_good_end(&maker);
    buf_puts(&maker.out, "---\n\n# Text\n");
    text = arena_str(arena, buf_str(&maker.out));
    buf_release(&maker.out);
    return text;
}
