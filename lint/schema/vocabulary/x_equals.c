/* x_equals.c - x-equals: the value is a template filled from the path or other fields */

#include "lint/base/suggest.h"
#include "lint/files/path.h"
#include "lint/schema/format/template.h"
#include "lint/schema/vocabulary/slug.h"
#include "lint/schema/vocabulary/vocabulary.h"
#include "lint/time/date.h"
#include "lint/time/moment.h"

static const struct str places[] = {
    {"date", 4}, {"field", 5}, {"folder", 6}, {"name", 4},
    {"path", 4}, {"slug", 4},  {"stem", 4},
};

enum { PLACE_COUNT = sizeof(places) / sizeof(places[0]) };

static bool is_level(struct str text)
{
    return text.len == 1 && is_ascii_digit(*text.data);
}

static bool check_part(struct compiler *c, const struct advice *advice,
                       const struct template_part *part)
{
    struct str nearest = suggest_nearest(part->name, places, PLACE_COUNT);
    bool takes = str_is(part->name, "field") || str_is(part->name, "slug");
    struct span span = advice->keyword->value->span;

    if (!str_equal(nearest, part->name))
        return advice_fail(c, advice, span,
                           "has an unknown place `{%.*s}`; there are {name}, {stem}, "
                           "{date}, {folder}, {path}, {field:…} and {slug:…}",
                           (int)part->name.len, part->name.data);
    if (takes && !part->argument.len)
        return advice_fail(c, advice, span, "must name a field in `{%.*s:…}`",
                           (int)part->name.len, part->name.data);
    if (str_is(part->name, "folder") ? part->argument.len && !is_level(part->argument)
                                     : !takes && part->argument.len)
        return advice_fail(c, advice, span, "cannot do with `%.*s` in `{%.*s:…}`",
                           (int)part->argument.len, part->argument.data,
                           (int)part->name.len, part->name.data);
    return true;
}

static bool compile(struct compiler *c, struct advice *advice)
{
    const struct value *value = advice->keyword->value;
    struct template *template = arena_alloc(c->arena, sizeof(*template));
    const char *wrong;

    advice->settings = template;
    if (value->kind == VALUE_MAP)
        return advice_fail(
            c, advice, value->span,
            "must be text, found a group of keys: quote a template that begins "
            "with `{`");
    if (value->kind != VALUE_STRING || !value->text.len)
        return advice_fail_type(c, advice, value, "a template, as \"{name}\"");
    if (!template_parse(c->arena, value->text, template, &wrong))
        return advice_fail(c, advice, value->span, "has %s", wrong);
    for (uint32_t i = 0; i < template->count; i++)
        if (template->parts[i].name.len && !check_part(c, advice, &template->parts[i]))
            return false;
    return true;
}

/* The parts of a path from the root of the project. */
struct path_parts {
    struct str path;   /* without the ending; for index.md without the name */
    struct str folder; /* that the file is in; empty for the root itself */
    struct str stem;   /* name without the ending; for index.md that of the folder */
};

static struct str without_ending(struct str name)
{
    size_t len = name.len;

    while (len > 1 && name.data[len - 1] != '.')
        len--;
    return len > 1 ? (struct str){name.data, len - 1} : name;
}

static bool take_apart(const struct environment *around, struct path_parts *parts)
{
    struct str path;
    struct str stem;

    if (!around->path.len || !path_inside(around->path, around->root, &path))
        return false;
    stem = without_ending(path_name(path));
    parts->folder = path_folder(path);
    parts->path = (struct str){path.data, (size_t)(stem.data - path.data) + stem.len};
    parts->stem = stem;
    if (str_is(stem, "index") || str_is(stem, "_index")) {
        parts->stem = path_name(parts->folder);
        parts->path = parts->folder;
    }
    return parts->stem.len > 0;
}

/* "2024-05-25-" or "2024-05-25_" at the start of a name; 0 when it has none. */
static size_t date_prefix(struct str stem)
{
    struct scanner s = scanner_on(stem);
    struct date date;

    if (!date_read(&s, &date) || !date_exists(&date))
        return 0;
    if (!scanner_accept(&s, '-') && !scanner_accept(&s, '_'))
        return 0;
    return scanner_done(&s) ? 0 : (size_t)(s.at - stem.data);
}

/* What fills a template for one value. */
struct filling {
    struct advising *x;
    const struct place *place;
    struct path_parts parts;
    bool has_parts;
    bool ascii;                /* slugs without accents */
    const struct entry *field; /* the first that was used */
};

static bool fill_folder(const struct filling *filling, struct str level, struct buf *out)
{
    struct str folder = filling->parts.folder;

    for (int up = level.len ? *level.data - '0' : 0; up > 0; up--)
        folder = path_folder(folder);
    buf_add_str(out, path_name(folder));
    return folder.len > 0;
}

static bool fill_from_path(const struct filling *filling,
                           const struct template_part *part, struct buf *out)
{
    struct str stem = filling->parts.stem;
    size_t prefix = date_prefix(stem);

    if (str_is(part->name, "folder"))
        return fill_folder(filling, part->argument, out);
    if (str_is(part->name, "date")) {
        buf_add(out, stem.data, prefix ? prefix - 1 : 0);
        return prefix > 0;
    }
    if (str_is(part->name, "path"))
        buf_add_str(out, filling->parts.path);
    else if (str_is(part->name, "stem"))
        buf_add_str(out, stem);
    else
        buf_add(out, stem.data + prefix, stem.len - prefix);
    return true;
}

static bool fill_field(struct filling *filling, const struct template_part *part,
                       struct buf *out)
{
    struct arena *arena = filling->x->explanation->arena;
    const struct entry *entry = advice_field(arena, filling->place, part->argument);
    size_t before = out->len;

    if (!entry || entry->value->kind >= VALUE_LIST)
        return false;
    if (!filling->field)
        filling->field = entry;
    if (str_is(part->name, "slug"))
        buf_add_str(out, slug_make(arena, entry->value->text, filling->ascii));
    else
        buf_add_str(out, entry->value->text);
    return out->len > before;
}

static bool fill(void *context, const struct template_part *part, struct buf *out)
{
    struct filling *filling = context;

    if (str_is(part->name, "field") || str_is(part->name, "slug"))
        return fill_field(filling, part, out);
    return filling->has_parts && fill_from_path(filling, part, out);
}

/* The required text; empty when something in it is not known. */
static struct str render(struct filling *filling, const struct advice *advice, bool ascii)
{
    struct buf out = BUF_INIT;
    struct str text = STR("");

    filling->ascii = ascii;
    if (template_render(advice->settings, fill, filling, &out))
        text = arena_str(filling->x->explanation->arena, buf_str(&out));
    buf_release(&out);
    return text;
}

/* The name of the file has a date; the field may have a time as well. */
static bool same_day(struct str wanted, struct str text)
{
    struct moment a;
    struct moment b;

    return moment_parse(wanted, &a) && !a.has_time && moment_parse(text, &b) &&
           a.day == b.day;
}

/* A date without quotes stays without: in TOML they would make it a string. */
static void offer(struct advising *x, struct failure *failure, struct str wanted)
{
    const struct value *value = failure->place->value;
    struct moment moment;

    if (value->style == STYLE_PLAIN && value->kind == VALUE_STRING &&
        moment_parse(wanted, &moment) && moment_parse(value->text, &moment))
        advice_edit(x, failure, value->span, wanted, false);
    else
        advice_replace(x, failure, wanted, false);
}

static void check(struct advising *x, const struct advice *advice,
                  const struct place *place)
{
    struct filling filling = {.x = x, .place = place};
    struct str text = place->value->text;
    struct str template = advice->keyword->value->text;
    struct failure *failure;
    struct str wanted;

    filling.has_parts = take_apart(x->around, &filling.parts);
    wanted = render(&filling, advice, false);
    if (!wanted.len || str_equal(wanted, text) || same_day(wanted, text) ||
        str_equal(render(&filling, advice, true), text))
        return;
    failure = advise(x, advice, place, "be %s, as `%.*s` gives, found %s",
                     advice_quote(x, wanted).data, (int)template.len, template.data,
                     advice_quote(x, text).data);
    if (filling.field)
        advice_relate(x, failure, filling.field->value->span, "made from this");
    offer(x, failure, wanted);
}

struct str equals_wanted(const struct advice *advice, const struct place *place,
                         const struct environment *around, struct arena *arena)
{
    struct explanation explanation = {.arena = arena};
    struct advising x = {.explanation = &explanation, .around = around};
    struct filling filling = {.x = &x, .place = place};

    filling.has_parts = take_apart(around, &filling.parts);
    return render(&filling, advice, false);
}

const struct extension x_equals = {
    .name = "x-equals",
    .help = "a template of the file's path and other fields that gives the value",
    .kinds = KIND_STRING | KIND_NUMERIC,
    .compile = compile,
    .check = check,
};
