/* front_matter_complete.c - completion of keys and values in front matter */

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lint/files/inside.h"
#include "lint/files/path.h"
#include "lint/lsp/front_matter.h"
#include "lint/lsp/items.h"
#include "lint/run/article_environment.h"
#include "lint/time/instant.h"
#include "lint/value/write.h"

struct completion {
    struct question *question;
    const struct typing *typing;
    struct items items;
};

static struct value_spelling spelling(const struct typing *typing)
{
    struct value_spelling how = {typing->syntax, STYLE_PLAIN};

    if (typing->quote == '"')
        how.style = STYLE_DOUBLE_QUOTED;
    if (typing->quote == '\'')
        how.style = STYLE_SINGLE_QUOTED;
    return how;
}

static struct str take(struct arena *arena, struct buf *text)
{
    struct str kept = arena_str(arena, buf_str(text));

    buf_release(text);
    return kept;
}

/* `$`, `}` and a backslash mean something in a snippet (LSP 3.17, Snippet Syntax). */
static void add_snippet_text(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (strchr("$}\\", text.data[i]))
            buf_putc(out, '\\');
        buf_putc(out, text.data[i]);
    }
}

/* What follows a key: its separator, and room for a value of its kind. */
static void add_after_key(struct completion *completion, const struct described_key *key,
                          struct buf *out, bool snippet)
{
    const struct typing *typing = completion->typing;
    const char *newline = completion->question->source.newline.data;
    unsigned kinds = describe_kinds(&key->value);
    bool block = typing->syntax == SYNTAX_YAML && !typing->flow;
    int indent = (int)typing->indent + 2;

    if (block && kinds == 1u << VALUE_LIST) {
        buf_printf(out, ":%s%*s- ", newline, indent, "");
    } else if (block && kinds == 1u << VALUE_MAP) {
        buf_printf(out, ":%s%*s", newline, indent, "");
    } else {
        buf_puts(out, typing->syntax == SYNTAX_TOML ? " = " : ": ");
        if (!block && kinds == 1u << VALUE_LIST)
            buf_puts(out, snippet ? "[$1]" : "[]");
        else if (typing->syntax != SYNTAX_YAML && kinds == 1u << VALUE_STRING)
            buf_puts(out, snippet ? "\"$1\"" : "\"\"");
    }
    if (snippet)
        buf_puts(out, "$0");
}

static void complete_key(struct completion *completion, const struct described_key *key)
{
    struct question *question = completion->question;
    const struct typing *typing = completion->typing;
    bool snippet = !typing->followed &&
                   client_can(question->client,
                              "textDocument.completion.completionItem.snippetSupport");
    struct buf name = BUF_INIT;
    struct buf text = BUF_INIT;
    struct str kinds = describe_kind_words(&key->value, question->arena);

    value_write_key(&name, spelling(typing), key->name);
    if (snippet)
        add_snippet_text(&text, buf_str(&name));
    else
        buf_add_str(&text, buf_str(&name));
    buf_release(&name);
    if (!typing->followed)
        add_after_key(completion, key, &text, snippet);
    items_add(&completion->items,
              (struct item){
                  .label = key->name,
                  .text = take(question->arena, &text),
                  .kind = ITEM_PROPERTY,
                  .detail = arena_format(
                      question->arena, "%s%s%.*s", key->required ? "required" : "",
                      key->required && kinds.len ? ", " : "", (int)kinds.len, kinds.data),
                  .about = describe_fully(&key->value, key->name, question->arena),
                  .deprecated = key->deprecated,
                  .snippet = snippet,
              });
}

/* Keys that are there already are left out, but for the one that is being changed. */
static bool is_there(const struct typing *typing, const struct value *map,
                     struct str name)
{
    return value_entry(map, name) && !typing->header &&
           !(typing->followed && str_equal(typing->typed, name));
}

/* A table of TOML has a map or a list for its value. */
static bool is_wanted(const struct typing *typing, const struct value *map,
                      const struct described_key *key)
{
    if (typing->header &&
        !(describe_kinds(&key->value) & (1u << VALUE_MAP | 1u << VALUE_LIST)))
        return false;
    return !is_there(typing, map, key->name);
}

static void complete_keys(struct completion *completion, const struct schema *schema)
{
    const struct typing *typing = completion->typing;
    struct arena *arena = completion->question->arena;
    struct description place =
        describe_place(schema, typing->root, typing->steps, typing->depth, arena);
    const struct value *map = typing_value(typing);
    uint32_t count;
    const struct described_key *keys = describe_keys(&place, map, arena, &count);

    /* In two rounds, for deprecated ones come last. */
    for (int deprecated = 0; deprecated <= 1; deprecated++)
        for (uint32_t i = 0; i < count; i++)
            if (keys[i].deprecated == deprecated && is_wanted(typing, map, &keys[i]))
                complete_key(completion, &keys[i]);
}

/* A value as it is to be written, after a blank where that is missing. */
static void complete_text(struct completion *completion, struct item item,
                          const struct value *value)
{
    struct value string = {.kind = VALUE_STRING, .text = item.label};
    struct buf text = BUF_INIT;

    if (completion->typing->attached)
        buf_putc(&text, ' ');
    if (!value_write(&text, spelling(completion->typing), value ? value : &string)) {
        buf_release(&text);
        return;
    }
    item.text = take(completion->question->arena, &text);
    items_add(&completion->items, item);
}

/* How the value looks in a list of choices. */
static struct str label_of(struct completion *completion,
                           const struct described_value *value)
{
    struct buf text = BUF_INIT;

    if (!value->value || value->value->kind == VALUE_STRING)
        return value->text;
    value_write(&text, (struct value_spelling){completion->typing->syntax, STYLE_PLAIN},
                value->value);
    return take(completion->question->arena, &text);
}

/* YAML and TOML have dates, which need no quotes. */
static void complete_date(struct completion *completion, const char *text)
{
    const struct typing *typing = completion->typing;
    struct item item = {.label = arena_str(completion->question->arena, str_from(text)),
                        .kind = ITEM_VALUE,
                        .detail = STR("today")};

    if (typing->quote || typing->syntax == SYNTAX_JSON) {
        complete_text(completion, item, NULL);
        return;
    }
    item.text = arena_format(completion->question->arena, "%s%s",
                             typing->attached ? " " : "", text);
    items_add(&completion->items, item);
}

static void complete_today(struct completion *completion, struct str format)
{
    char text[32];
    time_t now = time(NULL);
    struct tm parts;

    if (str_is(format, "date"))
        strftime(text, sizeof(text), "%Y-%m-%d", localtime_r(&now, &parts));
    else if (str_is(format, "date-time"))
        strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &parts));
    else
        return;
    complete_date(completion, text);
}

static void complete_values_of(struct completion *completion,
                               const struct description *place)
{
    struct arena *arena = completion->question->arena;
    uint32_t count;
    const struct described_value *values = describe_values(place, arena, &count);

    for (uint32_t i = 0; i < count; i++)
        complete_text(completion,
                      (struct item){.label = label_of(completion, &values[i]),
                                    .kind = ITEM_ENUM,
                                    .detail = *values[i].origin == 'a'
                                                  ? STR("")
                                                  : str_from(values[i].origin)},
                      values[i].value);
    complete_today(completion, describe_format(place));
}

/* What the value is made of other fields by. */
static void complete_wanted(struct completion *completion,
                            const struct description *place)
{
    struct question *question = completion->question;
    const struct schema_options *project = question->place->profile->project;
    struct typing around_it = *completion->typing;
    struct environment around;
    struct str text;

    if (!around_it.depth || around_it.steps[around_it.depth - 1].is_item)
        return;
    around_it.depth--;
    article_environment(&around, question_document(question),
                        project ? project->root : STR(""), instant_now(time(NULL)),
                        question->arena);
    text = describe_wanted(place, around_it.root, typing_value(&around_it), &around,
                           question->arena);
    if (text.len)
        complete_text(completion,
                      (struct item){.label = text,
                                    .kind = ITEM_VALUE,
                                    .detail = STR("made of other fields")},
                      NULL);
}

/* The folder that a path typed so far leads to, from the root of the project. */
static struct str folder_of(struct arena *arena, struct str folder, struct str root,
                            struct str typed)
{
    struct str below = STR("");
    struct str prefix = {typed.data, typed.len - path_name(typed).len};

    if (!str_starts(typed, STR("/")))
        path_inside(folder, root, &below);
    while (str_starts(prefix, STR("/")))
        prefix = (struct str){prefix.data + 1, prefix.len - 1};
    return path_join(arena, below, prefix);
}

static int compare_names(const void *a, const void *b)
{
    const struct str *first = a;
    const struct str *second = b;

    return str_compare(*first, *second);
}

/* The names in a folder, in their order; none when it is not inside the root. */
static struct str_list names_in(struct arena *arena, struct str root, struct str folder)
{
    struct inside_place place = inside_find(arena, root, folder);
    struct str_list names = {NULL, 0};
    struct str *sorted;

    if (place.kind == INSIDE_FOLDER)
        names = path_names(arena, place.real);
    if (!names.count)
        return names;
    sorted = arena_array(arena, names.count, sizeof(*sorted));
    memcpy(sorted, names.items, names.count * sizeof(*sorted));
    qsort(sorted, names.count, sizeof(*sorted), compare_names);
    return (struct str_list){sorted, names.count};
}

/* What a link leads to must be in the project as well. */
static bool is_inside(struct arena *arena, struct str root, struct str path)
{
    enum inside kind = inside_find(arena, root, path).kind;

    return kind == INSIDE_FILE || kind == INSIDE_FOLDER;
}

static void complete_files(struct completion *completion)
{
    struct arena *arena = completion->question->arena;
    struct str typed = completion->typing->typed;
    struct str prefix = {typed.data, typed.len - path_name(typed).len};
    struct str here = path_folder(completion->question->place->path);
    struct str root = path_project(arena, here);
    struct str folder = folder_of(arena, here, root, typed);
    struct str_list names = names_in(arena, root, folder);

    for (size_t i = 0; i < names.count; i++) {
        struct str name = names.items[i];
        struct item item = {.label = arena_format(arena, "%.*s%.*s", (int)prefix.len,
                                                  prefix.data, (int)name.len, name.data),
                            .kind = ITEM_FILE};

        if (*name.data != '.' && is_inside(arena, root, path_join(arena, folder, name)))
            complete_text(completion, item, NULL);
    }
}

/* A list may be begun with its first item. */
static void complete_values(struct completion *completion, const struct schema *schema)
{
    const struct typing *typing = completion->typing;
    struct arena *arena = completion->question->arena;
    struct description place =
        describe_place(schema, typing->root, typing->steps, typing->depth, arena);

    complete_wanted(completion, &place);
    complete_values_of(completion, &place);
    if (describe_names_file(&place))
        complete_files(completion);
}

const struct schema *front_matter_schema(struct question *question,
                                         const struct value *root)
{
    struct run_context context = question_context(question);

    if (question->place->kind != PLACE_ARTICLE)
        return NULL;
    return article_schema(&question->source, root, question->place->profile, &context,
                          question->arena);
}

bool front_matter_typing(struct question *question, uint32_t offset,
                         struct typing *typing)
{
    typing_find(typing, &question->source, offset, question->arena);
    return typing->kind != TYPING_NOTHING;
}

void front_matter_complete(struct question *question, const struct typing *typing)
{
    struct completion completion = {
        .question = question,
        .typing = typing,
        .items = {.question = question,
                  .token = typing->token,
                  .typed = typing->typed,
                  .quote = typing->quote},
    };
    const struct schema *schema = front_matter_schema(question, typing->root);

    if (!schema)
        return;
    if (typing->kind == TYPING_KEY)
        complete_keys(&completion, schema);
    if (typing->kind == TYPING_VALUE || typing->item)
        complete_values(&completion, schema);
    items_write(&completion.items);
}
