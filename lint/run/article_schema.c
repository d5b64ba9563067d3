/* article_schema.c - the schema that applies to an article, and the mistakes it finds */

#include "lint/run/article_schema.h"

#include "lint/base/memory.h"
#include "lint/base/uri.h"
#include "lint/files/path.h"
#include "lint/run/article_environment.h"
#include "lint/run/run.h"
#include "lint/schema/schema.h"

/* The schema that a `$schema` names, or why there is none. */
struct named_schema {
    const struct schema *schema;
    struct str trouble;
};

/* Work on one article. */
struct article {
    const struct document *document;
    const struct profile *profile;
    const struct run_context *context;
    struct arena *arena;
};

void schema_cache_init(struct schema_cache *cache)
{
    *cache = (struct schema_cache){0};
    arena_init(&cache->arena);
}

/* May an article name its schema like this, wherever it leads? */
static bool is_path_or_web(struct str reference)
{
    struct str scheme = uri_scheme(reference);

    if (scheme.len)
        return str_equal_ignore_case(scheme, STR("https")) ||
               str_equal_ignore_case(scheme, STR("http"));
    return reference.len && *reference.data != '/' && *reference.data != '#';
}

struct schema_options schema_options_for(const struct profile *profile, struct str path,
                                         struct arena *arena)
{
    if (profile->project)
        return *profile->project;
    return schema_options_default(path_project(arena, path_folder(path)));
}

static struct str trouble_of(struct arena *arena, const struct schema_error *error)
{
    struct str message = error->mistake.message;
    struct position position;
    struct str path;

    if (!error->path)
        return message;
    path = path_shown(arena, str_from(error->path));
    if (!error->source)
        return arena_format(arena, "%.*s: %.*s", (int)path.len, path.data,
                            (int)message.len, message.data);
    position = source_position(error->source, error->mistake.span.start);
    return arena_format(arena, "the schema is wrong: %.*s:%u:%u: %.*s", (int)path.len,
                        path.data, position.line, position.column, (int)message.len,
                        message.data);
}

/* Compiles {"$ref": reference}, resolved against the article: that is what naming a
 * schema means. */
static struct named_schema *compile(struct arena *arena, struct str reference,
                                    struct str path, const struct schema_options *options)
{
    struct named_schema *named = arena_alloc(arena, sizeof(*named));
    struct value *values = arena_array(arena, 2, sizeof(*values));
    struct entry *entry = arena_alloc(arena, sizeof(*entry));
    struct value_tree tree = {.root = values, .value_count = 2};
    struct schema_options *kept = arena_alloc(arena, sizeof(*kept));
    struct schema_error error = {0};

    *kept = *options;
    entry->key = STR("$ref");
    entry->value = &values[1];
    values[0] = (struct value){.kind = VALUE_MAP, .entries = entry, .count = 1};
    values[1] = (struct value){
        .kind = VALUE_STRING, .text = arena_str(arena, reference), .id = 1};
    named->schema =
        schema_compile(arena, &tree, schema_file_uri(arena, path), kept, &error);
    if (!named->schema)
        named->trouble = trouble_of(arena, &error);
    return named;
}

/* The key of a schema in the cache: relative references depend on the folder, and two
 * configs may map one URI to different files. */
static struct str cache_key(const struct article *article, struct str reference,
                            struct str path)
{
    struct str folder = uri_scheme(reference).len ? STR("") : path_folder(path);

    return arena_format(article->arena, "%p\n%.*s\n%.*s",
                        (const void *)article->profile->project, (int)folder.len,
                        folder.data, (int)reference.len, reference.data);
}

static const struct named_schema *find_named(const struct article *article,
                                             struct str reference)
{
    struct schema_cache *cache = article->context->schemas;
    struct str path = path_real(article->arena, article->document->source->path);
    struct schema_options options;
    struct str key = cache_key(article, reference, path);
    void *known;

    if (cache && str_map_get(&cache->known, key, &known))
        return known;
    options = schema_options_for(article->profile, path, article->arena);
    if (!cache || cache->count == SCHEMA_CACHE_MAX)
        return compile(article->arena, reference, path, &options);
    cache->count++;
    options.root = arena_str(&cache->arena, options.root);
    known = compile(&cache->arena, reference, path, &options);
    str_map_put(&cache->known, &cache->arena, arena_str(&cache->arena, key), known);
    return known;
}

static const struct mistake *complain(const struct article *article,
                                      const struct entry *entry, struct str message)
{
    struct mistake *mistake = arena_alloc(article->arena, sizeof(*mistake));
    bool written = !span_empty(entry->value->span);

    mistake->span = written ? entry->value->span : entry->key_span;
    mistake->message = message;
    return mistake;
}

/* The schema that the article names, or a mistake that says why there is none. */
static const struct mistake *choose_named(const struct article *article,
                                          const struct entry *entry,
                                          const struct schema **schema)
{
    const struct value *name = entry->value;
    const struct named_schema *named;

    if (name->kind != VALUE_STRING || !is_path_or_web(name->text))
        return complain(article, entry,
                        STR("`$schema` must be a path from this article to a schema, or "
                            "an http(s) URI that the config's remotes map to a folder"));
    named = find_named(article, name->text);
    *schema = named->schema;
    return named->schema ? NULL : complain(article, entry, named->trouble);
}

/* Numbers and booleans count as they are written. */
static struct str text_of(const struct value *value)
{
    if (value->kind == VALUE_BOOL)
        return value->boolean ? STR("true") : STR("false");
    return value->kind < VALUE_LIST ? value->text : STR("");
}

/* The schema that the value of the field selects; for an unknown value, a schema that
 * lists the known ones. */
static const struct schema *choose_by_field(const struct article *article,
                                            const struct value *root)
{
    const struct schema_field *field = article->profile->field;
    const struct entry *entry = field ? value_entry(root, field->name) : NULL;
    struct str text = entry ? text_of(entry->value) : STR("");

    if (!entry)
        return article->profile->schema;
    for (uint32_t i = 0; i < field->count; i++)
        if (str_equal(field->schemas[i].value, text))
            return field->schemas[i].schema;
    return field->values;
}

/* The tree without its `$schema`. Everything below the root is shared. */
static struct value_tree without_meta_key(const struct value_tree *tree,
                                          const struct entry *meta, struct arena *arena)
{
    struct value_tree rest = *tree;
    struct value *root = arena_alloc(arena, sizeof(*root));
    uint32_t before = (uint32_t)(meta - tree->root->entries);

    *root = *tree->root;
    root->count--;
    root->entries = arena_array(arena, root->count, sizeof(*root->entries));
    if (before)
        memcpy(root->entries, tree->root->entries, before * sizeof(*root->entries));
    if (root->count > before)
        memcpy(root->entries + before, meta + 1,
               (root->count - before) * sizeof(*root->entries));
    rest.root = root;
    return rest;
}

/* Mistakes in the block as a whole are reported at its opening fence. */
static const struct mistake *to_mistakes(const struct article *article,
                                         const struct violation *violations,
                                         uint32_t count)
{
    struct span fence = article->document->front_matter.open;
    struct mistake *mistakes;

    mistakes = arena_array(article->arena, count, sizeof(*mistakes));
    for (uint32_t i = 0; i < count; i++) {
        mistakes[i] = violations[i].mistake;
        if (violations[i].at_root)
            mistakes[i].span = fence;
        for (struct related *r = mistakes[i].related; r; r = r->next)
            r->span = span_empty(r->span) ? fence : r->span;
    }
    return mistakes;
}

static const struct mistake *review(const struct article *article,
                                    const struct schema *schema,
                                    const struct value_tree *tree, uint32_t *count)
{
    const struct schema_options *project = article->profile->project;
    const char *data = article->document->source->data;
    const struct violation *violations;
    struct environment around;

    if (!schema_advises(schema)) {
        violations = schema_review(schema, tree, data, NULL, article->arena, count);
        return to_mistakes(article, violations, *count);
    }
    article_environment(&around, article->document, project ? project->root : STR(""),
                        article->context->now, article->arena);
    violations = schema_review(schema, tree, data, &around, article->arena, count);
    return to_mistakes(article, violations, *count);
}

const struct mistake *article_mistakes(const struct document *document,
                                       const struct profile *profile,
                                       const struct run_context *context,
                                       struct arena *arena, uint32_t *count)
{
    struct article article = {document, profile, context, arena};
    struct value_tree tree = document->front_matter.tree;
    const struct entry *meta = value_entry(tree.root, STR("$schema"));
    const struct schema *schema = profile->schema;
    const struct mistake *trouble = NULL;

    *count = 0;
    /* An empty block lacks all required properties; one that is not a map is reported
     * elsewhere. */
    if (document->front_matter.syntax == FRONT_MATTER_NONE ||
        (tree.root && tree.root->kind != VALUE_MAP))
        return NULL;
    if (!profile->schema_fixed && meta)
        trouble = choose_named(&article, meta, &schema);
    else if (!profile->schema_fixed)
        schema = choose_by_field(&article, tree.root);
    *count = trouble != NULL;
    if (trouble || !schema)
        return trouble;
    if (meta && !schema_knows_meta_key(schema))
        tree = without_meta_key(&tree, meta, arena);
    return review(&article, schema, &tree, count);
}

const struct schema *article_schema(const struct source *source, const struct value *root,
                                    const struct profile *profile,
                                    const struct run_context *context,
                                    struct arena *arena)
{
    struct document document = {.source = source};
    struct article article = {&document, profile, context, arena};
    const struct entry *meta = value_entry(root, STR("$schema"));
    const struct schema *schema = NULL;

    if (profile->schema_fixed)
        return profile->schema;
    if (!meta)
        return choose_by_field(&article, root);
    return choose_named(&article, meta, &schema) ? NULL : schema;
}
