/* mutate.c - articles with mistakes put into them */

#include "lint/tool/fixes/mutate.h"

/* One line in so many gets a mistake. */
enum { MUTATE_ONE_IN = 10 };

/* splitmix64: the state may be any number. */
static uint64_t next_number(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static uint32_t below(uint64_t *state, size_t bound)
{
    return (uint32_t)(next_number(state) % bound);
}

/* Lines put before one of the article. */
static const char *const lines_before[] = {
    "",          "\n",      "#tag",        "#Two words",   "##Title",  "# Title",
    "```",       "~~~",     "<pre>",       "</pre>",       "<!--",     "-->",
    "-",         "- item",  "\t- item",    "> quote",      "> # In",   "$$",
    ":::note",   "---",     "===",         "|a|b|",        "|-|-|",    "<div>",
    "    code",  "1.\tone", "https://a.b", "[a]: /url  ",  ">",        "  ",
    "\t\tdeep",  "* * *",   "[^1]: note",  "- > # Nested", "> - ```",  "  ```",
    "- ```\n\n", "<b\tx>",  "word\t\t",    "C:\\dir\\ ",   "\xC2\xA0",
};

static const char *const starts[] = {"\t",  "> ",  "- ",  "  ",  "    ",     "#", "##",
                                     "1. ", ">\t", "-\t", " \t", "\xC2\xA0", "* "};

static const char *const ends[] = {" ",   "  ",    "   ",      "\t",
                                   " \t", "\t  ",  "\\ ",      "\\\t",
                                   "`",   "  \t ", "\xC2\xA0", "\xC2\xA0 "};

static const char *const insides[] = {"\t",   "`",       "<b>",       "https://e.org/x",
                                      "[",    "](u \"",  "www.e.org", "{{< ",
                                      " >}}", "a@b.org", "&amp;",     "$",
                                      "|",    "\\",      "<!--",      "-->",
                                      "  \n", "\n",      "*",         "http://e.org/*a*"};

#define PICK(list, state) (list)[below(state, sizeof(list) / sizeof((list)[0]))]

static void add_inside(struct str line, uint64_t *state, struct buf *out)
{
    size_t at = below(state, line.len + 1);

    buf_add(out, line.data, at);
    buf_puts(out, PICK(insides, state));
    buf_add(out, line.data + at, line.len - at);
}

/* Without its first bytes, which may be an indent, a marker, or a part of one. */
static void add_cut(struct str line, uint64_t *state, struct buf *out)
{
    size_t cut = 1 + below(state, 4);

    if (cut < line.len)
        buf_add(out, line.data + cut, line.len - cut);
}

/* Appends the line, which has no line end, with a mistake in it. */
static void add_wrong(struct str line, uint64_t *state, struct buf *out)
{
    switch (below(state, 6)) {
    case 0:
        buf_puts(out, PICK(lines_before, state));
        buf_putc(out, '\n');
        buf_add_str(out, line);
        break;
    case 1:
        buf_puts(out, PICK(starts, state));
        buf_add_str(out, line);
        break;
    case 2:
        buf_add_str(out, line);
        buf_puts(out, PICK(ends, state));
        break;
    case 3:
        add_inside(line, state, out);
        break;
    case 4:
        add_cut(line, state, out);
        break;
    default: /* the line is not there at all */
        break;
    }
}

void mutate(struct str text, uint64_t seed, struct buf *out)
{
    uint64_t state = seed;
    size_t at = 0;

    while (at < text.len) {
        const char *end = memchr(text.data + at, '\n', text.len - at);
        size_t len = end ? (size_t)(end - text.data) - at : text.len - at;
        struct str line = {text.data + at, len};

        if (below(&state, MUTATE_ONE_IN))
            buf_add_str(out, line);
        else
            add_wrong(line, &state, out);
        if (end)
            buf_putc(out, '\n');
        at += len + 1;
    }
}
