/* apply.c - a config becomes the profile of a file */

#include "lint/config/apply.h"

#include "lint/config/markdownlint.h"
#include "lint/config/scope.h"

size_t choice_size(const struct config_file *file)
{
    size_t size = 0;

    if (file->foreign)
        return sizeof(struct markdownlint_override *);
    for (uint32_t i = 0; i < file->layer_count; i++)
        size += file->layers[i]->override_count;
    return size;
}

/* Of the overrides of markdownlint-cli2 one applies. */
static void write_foreign(const struct config_file *file, struct str path, char *out)
{
    const struct markdownlint_override *override =
        markdownlint_override_for(file->foreign, path);

    memcpy(out, &override, sizeof(override));
}

void choice_write(const struct config_file *file, struct str path, char *out)
{
    if (file->foreign) {
        write_foreign(file, path, out);
        return;
    }
    for (uint32_t i = 0; i < file->layer_count; i++) {
        const struct config_file *layer = file->layers[i];
        struct str rest = scope_relative(layer, path);

        for (uint32_t j = 0; j < layer->override_count; j++)
            *out++ = ignore_match_inside(&layer->overrides[j].files, rest, false) ==
                     IGNORE_LEAVE;
    }
}

static void apply_rules(const struct application *application, struct profile *profile,
                        const struct value *rules)
{
    /* Mistakes were reported when the file was read. */
    profile_apply_default(profile, application->table, value_get(rules, "default"));
    for (uint32_t i = 0; rules && i < rules->count; i++)
        profile_apply(profile, application->table, &rules->entries[i], application->arena,
                      NULL, NULL);
}

static void apply_front_matter(struct profile *profile,
                               const struct config_front_matter *front_matter)
{
    if (front_matter->schema_given)
        profile->schema = front_matter->schema;
    if (front_matter->field_given)
        profile->field = front_matter->field;
    if (front_matter->required_given)
        profile->front_matter_required = front_matter->required;
    if (front_matter->pattern_given)
        profile->front_matter_pattern = front_matter->pattern;
}

static void apply_generator(struct profile *profile, struct str generator)
{
    if (generator.len > 0)
        profile->yaml_generator = generator;
}

static void apply_comments(struct profile *profile, struct config_comments comments)
{
    if (comments.given)
        profile->comments_off = !comments.heeded;
}

static void apply_override(const struct application *application, struct profile *profile,
                           const struct config_override *override)
{
    if (override->preset_given && !application->preset_given) {
        struct profile old = *profile;

        profile_init(profile, application->table, override->preset, application->arena);
        profile->schema = old.schema;
        profile->field = old.field;
        profile->front_matter_required = old.front_matter_required;
        profile->front_matter_pattern = old.front_matter_pattern;
        profile->comments_off = old.comments_off;
        profile->yaml_generator = old.yaml_generator;
    }
    apply_rules(application, profile, override->rules);
    apply_front_matter(profile, &override->front_matter);
    apply_comments(profile, override->comments);
    apply_generator(profile, override->yaml_generator);
}

/* matches: for each override of each layer, whether it applies. */
static void apply_layers(const struct application *application, struct profile *profile,
                         const struct config_file *file, const char *matches)
{
    for (uint32_t i = 0; i < file->layer_count; i++) {
        const struct config_file *layer = file->layers[i];

        apply_rules(application, profile, layer->rules);
        apply_front_matter(profile, &layer->front_matter);
        apply_comments(profile, layer->comments);
        apply_generator(profile, layer->yaml_generator);
        for (uint32_t j = 0; j < layer->override_count; j++) {
            if (*matches++)
                apply_override(application, profile, &layer->overrides[j]);
        }
    }
}

static void apply_foreign(const struct application *application,
                          const struct config_file *file, const char *choice,
                          struct profile *profile)
{
    const struct markdownlint_override *override;

    memcpy(&override, choice, sizeof(override));
    markdownlint_configure(file->foreign, override, profile, application->table,
                           application->arena);
}

void config_apply(const struct application *application, const struct config_file *file,
                  const char *choice, struct profile *profile)
{
    profile->project = &file->schemas;
    if (file->foreign)
        apply_foreign(application, file, choice, profile);
    else
        apply_layers(application, profile, file, choice);
    /* A project with a config is checked by a program, not by markdownlint alone. */
    profile->only_json = false;
}
