/* glob_compile.c - from the text of a pattern to its automaton */

#include "lint/files/glob_program.h"

/* An open brace: its steps are patched when it closes. */
struct brace {
    uint32_t split; /* of the current alternative */
    uint32_t jump;  /* the last one to the end; its target is the one before; 0: none */
};

struct compiler {
    struct arena *arena;
    struct glob *glob;
    const char *start;
    struct str rest;
    unsigned flags;
    const char *error;
    struct brace braces[GLOB_MAX_BRACES];
    uint32_t depth;
    const char *literal_end;   /* of the literals at the front; NULL: not reached yet */
    const char *literal_start; /* of those at the back */
};

static struct step *add_step(struct compiler *c, enum step_kind kind)
{
    struct step *step = &c->glob->steps[c->glob->count++];

    step->kind = kind;
    return step;
}

static void add_literal(struct compiler *c, struct str *text)
{
    add_step(c, STEP_LITERAL)->character = glob_next_character(text);
}

static void fail(struct compiler *c, const char *error)
{
    if (!c->error)
        c->error = error;
}

/* ASCII ranges, as pairs of first and last. */
static const struct {
    const char *name;
    const char *ranges;
} posix_classes[] = {
    {"alnum", "09AZaz"},   {"alpha", "AZaz"},
    {"blank", "\t\t  "},   {"cntrl", "\1\37\177\177"},
    {"digit", "09"},       {"graph", "!~"},
    {"lower", "az"},       {"print", " ~"},
    {"punct", "!/:@[`{~"}, {"space", "\t\r  "},
    {"upper", "AZ"},       {"xdigit", "09AFaf"},
};

struct class_builder {
    struct range *ranges;
    uint32_t count;
};

/* Reads `[:name:]` at the front of text. False when there is none of that name. */
static bool add_posix_class(struct class_builder *class, struct str *text)
{
    for (size_t i = 0; i < sizeof(posix_classes) / sizeof(*posix_classes); i++) {
        struct str name = str_from(posix_classes[i].name);
        size_t len = name.len + 4;

        if (text->len < len || memcmp(text->data + 2, name.data, name.len) != 0 ||
            memcmp(text->data + 2 + name.len, ":]", 2) != 0)
            continue;
        for (const char *pair = posix_classes[i].ranges; *pair != '\0'; pair += 2)
            class->ranges[class->count++] =
                (struct range){(unsigned char)pair[0], (unsigned char)pair[1]};
        text->data += len;
        text->len -= len;
        return true;
    }
    return false;
}

/* One character of a class, with or without a backslash. */
static uint32_t class_character(struct str *text)
{
    if (text->data[0] == '\\' && text->len > 1) {
        text->data++;
        text->len--;
    }
    return glob_next_character(text);
}

static void add_range(struct class_builder *class, struct str *text)
{
    uint32_t first = class_character(text);
    uint32_t last = first;

    if (text->len > 1 && text->data[0] == '-' && text->data[1] != ']') {
        text->data++;
        text->len--;
        last = class_character(text);
    }
    class->ranges[class->count++] = (struct range){first, last};
}

static void add_class(struct compiler *c)
{
    struct str text = {c->rest.data + 1, c->rest.len - 1};
    struct class_builder class = {NULL, 0};
    struct step *step = add_step(c, STEP_CLASS);

    /* A named class is at least 9 bytes and gives at most 4 ranges. */
    class.ranges = arena_array(c->arena, text.len, sizeof(*class.ranges));
    step->negated = text.len > 0 && (text.data[0] == '!' || text.data[0] == '^');
    text.data += step->negated;
    text.len -= step->negated;
    for (bool first = true; text.len > 0 && (first || text.data[0] != ']');
         first = false) {
        if (str_starts(text, STR("[:"))) {
            if (!add_posix_class(&class, &text)) {
                fail(c, "`[:` starts no class known");
                return;
            }
        } else {
            add_range(&class, &text);
        }
    }
    if (text.len == 0) {
        fail(c, "`[` is not closed");
        return;
    }
    step->ranges = class.ranges;
    step->range_count = class.count;
    c->rest = (struct str){text.data + 1, text.len - 1};
}

static bool in_braces(const struct compiler *c)
{
    return c->depth > 0;
}

/* Does a path component start at the stars and end after them? */
static bool fills_component(const struct compiler *c, size_t stars)
{
    char before = c->rest.data == c->start ? '/' : c->rest.data[-1];
    char after = stars == c->rest.len ? '/' : c->rest.data[stars];
    bool opens = before == '/' || (in_braces(c) && (before == '{' || before == ','));
    bool closes = after == '/' || (in_braces(c) && (after == '}' || after == ','));

    return opens && closes;
}

static void add_stars(struct compiler *c)
{
    size_t stars = 0;

    while (stars < c->rest.len && c->rest.data[stars] == '*')
        stars++;
    if (stars < 2 || !fills_component(c, stars)) {
        add_step(c, STEP_STAR);
    } else if (stars < c->rest.len && c->rest.data[stars] == '/') {
        /* Folders, each with its slash; or none. */
        struct step *split = add_step(c, STEP_SPLIT);

        add_step(c, STEP_DEEP);
        add_step(c, STEP_LITERAL)->character = '/';
        split->target = c->glob->count;
        stars++;
    } else {
        add_step(c, STEP_DEEP);
    }
    c->rest.data += stars;
    c->rest.len -= stars;
}

static void open_brace(struct compiler *c)
{
    if (c->depth == GLOB_MAX_BRACES) {
        fail(c, "too many braces inside each other");
        return;
    }
    c->braces[c->depth++] = (struct brace){c->glob->count, 0};
    add_step(c, STEP_SPLIT);
}

static void next_alternative(struct compiler *c)
{
    struct brace *brace = &c->braces[c->depth - 1];
    uint32_t jump = c->glob->count;

    add_step(c, STEP_JUMP)->target = brace->jump;
    brace->jump = jump;
    c->glob->steps[brace->split].target = c->glob->count;
    brace->split = c->glob->count;
    add_step(c, STEP_SPLIT);
}

static void close_brace(struct compiler *c)
{
    uint32_t jump = c->braces[--c->depth].jump;

    while (jump != 0) {
        uint32_t before = c->glob->steps[jump].target;

        c->glob->steps[jump].target = c->glob->count;
        jump = before;
    }
}

static void add_brace(struct compiler *c)
{
    char which = c->rest.data[0];

    c->rest.data++;
    c->rest.len--;
    if (which == '{')
        open_brace(c);
    else if (which == ',')
        next_alternative(c);
    else
        close_brace(c);
}

static bool is_brace(const struct compiler *c, char which)
{
    if (!(c->flags & GLOB_BRACES))
        return false;
    return which == '{' || (in_braces(c) && (which == ',' || which == '}'));
}

/* One token that is not a plain character. */
static void add_special(struct compiler *c)
{
    char which = c->rest.data[0];

    if (!c->literal_end)
        c->literal_end = c->rest.data;
    if (which == '*') {
        add_stars(c);
    } else if (which == '[') {
        add_class(c);
    } else if (which == '?') {
        add_step(c, STEP_ANY);
        c->rest.data++;
        c->rest.len--;
    } else {
        add_brace(c);
    }
    c->literal_start = c->rest.data;
}

static void compile(struct compiler *c)
{
    while (c->rest.len > 0 && !c->error) {
        char which = c->rest.data[0];

        /* A token adds at most three steps, and the end one. */
        if (c->glob->count + 4 > GLOB_MAX_STEPS) {
            fail(c, "the pattern is too long");
        } else if (which == '*' || which == '?' || which == '[' || is_brace(c, which)) {
            add_special(c);
        } else {
            if (which == '\\') {
                c->rest.data++;
                c->rest.len--;
            }
            if (c->rest.len == 0)
                fail(c, "nothing follows the last backslash");
            else
                add_literal(c, &c->rest);
        }
    }
    if (in_braces(c))
        fail(c, "`{` is not closed");
    add_step(c, STEP_MATCH);
}

/* The bytes of pattern text without special characters, less its backslashes. */
static struct str unescape(struct arena *arena, const char *start, const char *end)
{
    char *bytes = arena_raw(arena, (size_t)(end - start) + 1);
    size_t len = 0;

    for (const char *at = start; at < end; at++) {
        if (*at == '\\')
            at++;
        bytes[len++] = *at;
    }
    return (struct str){bytes, len};
}

const struct glob *glob_compile(struct arena *arena, struct str pattern, unsigned flags,
                                const char **error)
{
    struct glob *glob = arena_alloc(arena, sizeof(*glob));
    size_t capacity =
        pattern.len < GLOB_MAX_STEPS / 3 ? 3 * pattern.len + 4 : GLOB_MAX_STEPS;
    struct compiler c = {.arena = arena,
                         .glob = glob,
                         .start = pattern.data,
                         .rest = pattern,
                         .flags = flags};

    glob->steps = arena_array(arena, capacity, sizeof(*glob->steps));
    compile(&c);
    if (c.error) {
        *error = c.error;
        return NULL;
    }
    glob->literal = c.literal_end == NULL;
    if (glob->literal)
        c.literal_end = c.literal_start = pattern.data + pattern.len;
    glob->prefix = unescape(arena, pattern.data, c.literal_end);
    glob->suffix = unescape(arena, c.literal_start, pattern.data + pattern.len);
    return glob;
}
